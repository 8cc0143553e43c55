/** Word takes letters, digits and `_`, a letter first, and cuts a name at 40 characters. */
const longest = 40;
const nameOf = (prefix: string, written: string): string =>
  `${prefix}${written.replace(/[^\p{L}\p{Nd}]+/gu, '_')}`.slice(0, longest);

/** The bookmarks of one document: one a section, and one where each metric first stands. */
export class Bookmarks {
  readonly #sections = new Map<string, string>();
  readonly #metrics = new Set<string>();
  readonly #taken = new Set<string>();

  /** @param sections the ids of all titles */
  constructor(sections: readonly string[]) {
    for (const id of sections) this.#sections.set(id, this.#free(nameOf('', id)));
  }

  /** The bookmark of a title, by its id; undefined where there is no such title. */
  named(id: string): string | undefined {
    return this.#sections.get(id);
  }

  /** The bookmark of a metric where it is printed for the first time, then undefined. */
  metric(name: string): string | undefined {
    if (this.#metrics.has(name)) return undefined;
    this.#metrics.add(name);
    return this.#free(nameOf('metric_', name));
  }

  #free(name: string): string {
    let free = name;
    for (let count = 2; this.#taken.has(free.toLowerCase()); count++)
      free = `${name.slice(0, longest - 1 - String(count).length)}_${count}`;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
