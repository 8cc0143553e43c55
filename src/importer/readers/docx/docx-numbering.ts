import { countIn, customFormat } from '../counter.ts';
import type { DocxStyles } from './docx-styles.ts';
import { isOn } from './docx-styles.ts';
import { readXml, type XmlAttributes } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  restart?: number;
  style?: string;
  legal: boolean;
}

interface Abstract {
  readonly id: string;
  readonly levels: Map<number, Level>;
  /** The style of lists that has its levels. */
  linked?: string;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const DEEPEST = 9;
const newLevel = (): Level => ({ start: 1, format: 'decimal', text: '', legal: false });

/** What `numbering.xml` says: lists by their ids, and the levels that they share. */
class Definitions {
  readonly abstracts = new Map<string, Abstract>();
  readonly lists = new Map<string, List>();
  #abstract: Abstract | undefined;
  #list: List | undefined;
  #index = 0;
  #level = newLevel();

  open(name: string, attributes: XmlAttributes): void {
    const { val = '' } = attributes;
    if (name === 'w:abstractNum' || name === 'w:num') this.#begin(name, attributes);
    else if (name === 'w:abstractNumId' && this.#list) this.#list.abstract = val;
    else if (name === 'w:numStyleLink' && this.#abstract) this.#abstract.linked = val;
    else if (name === 'w:lvlOverride') this.#index = Number(attributes['ilvl']);
    else if (name === 'w:startOverride') this.#list?.starts.set(this.#index, Number(val));
    else if (name === 'w:lvl') this.#beginLevel(attributes);
    else this.#describe(name, attributes);
  }

  /** Feishu does not say which level it is: Word takes the first one. */
  #beginLevel({ ilvl }: XmlAttributes): void {
    this.#level = newLevel();
    const levels = (this.#list ?? this.#abstract)?.levels;
    levels?.set(Number(ilvl ?? levels.size), this.#level);
  }

  close(name: string): void {
    if (name === 'w:num') this.#list = undefined;
    if (name !== 'w:abstractNum' || !this.#abstract) return;
    this.abstracts.set(this.#abstract.id, this.#abstract);
    this.#abstract = undefined;
  }

  #begin(name: 'w:abstractNum' | 'w:num', attributes: XmlAttributes): void {
    if (name === 'w:abstractNum') {
      this.#abstract = { id: attributes['abstractNumId'] ?? '', levels: new Map() };
      return;
    }
    this.#list = { abstract: '', starts: new Map(), levels: new Map() };
    this.lists.set(attributes['numId'] ?? '', this.#list);
  }

  /** A format of one’s own stands before the one that older Word takes for it. */
  #format(format: string, written: string | undefined): void {
    if (format === 'custom' && written !== undefined) this.#level.format = customFormat(written);
    else if (!this.#level.format.startsWith(customFormat(''))) this.#level.format = format;
  }

  #describe(name: string, attributes: XmlAttributes): void {
    const { val = '' } = attributes;
    if (name === 'w:start') this.#level.start = Number(val);
    else if (name === 'w:numFmt') this.#format(val, attributes['format']);
    else if (name === 'w:lvlText') this.#level.text = val;
    else if (name === 'w:lvlRestart') this.#level.restart = Number(val);
    else if (name === 'w:pStyle') this.#level.style = val;
    else if (name === 'w:isLgl') this.#level.legal = isOn(attributes);
  }
}

/** Counts the numbers that Word shows and does not hold as text. Lists with the same levels count on from one another unless they say where to start (ECMA-376, 17.9). */
export class DocxNumbering {
  readonly #definitions = new Definitions();
  readonly #styles: DocxStyles;
  /** By the levels that lists share: where each level has come to. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(bytes: Uint8Array | undefined, styles: DocxStyles) {
    this.#styles = styles;
    const definitions = this.#definitions;
    if (bytes)
      readXml(bytes, {
        open: (name, attributes) => definitions.open(name, attributes),
        close: (name) => definitions.close(name),
      });
  }

  /** The level, from 0, that a style has in a list that names it. */
  levelOf(list: string, style: string): number | undefined {
    const levels = this.#abstractOf(list)?.levels ?? [];
    return [...levels].find(([, level]) => level.style === style)?.[0];
  }

  /** Counts one paragraph on: its number as it is printed, '' for a bullet; undefined where there is no such list. */
  next(id: string, index: number): string | undefined {
    const list = this.#definitions.lists.get(id);
    const abstract = this.#abstractOf(id);
    if (!list || !abstract || !(index >= 0 && index < DEEPEST)) return undefined;
    const levels = Array.from(
      { length: DEEPEST },
      (_, each) => list.levels.get(each) ?? abstract.levels.get(each) ?? newLevel(),
    );
    const counts = this.#counts.get(abstract.id) ?? [];
    this.#counts.set(abstract.id, counts);
    this.#count(id, list, levels, counts, index);
    return print(levels, counts, index);
  }

  #count(
    id: string,
    list: List,
    levels: readonly Level[],
    counts: (number | undefined)[],
    index: number,
  ): void {
    const start = (each: number): number => list.starts.get(each) ?? (levels[each] as Level).start;
    for (let each = 0; each < index; each += 1) counts[each] ??= start(each);
    const begins = list.starts.has(index) && !this.#started.has(`${id} ${index}`);
    this.#started.add(`${id} ${index}`);
    const last = counts[index];
    counts[index] = begins || last === undefined ? start(index) : last + 1;
    for (let each = index + 1; each < DEEPEST; each += 1) {
      const { restart } = levels[each] as Level;
      if (restart === undefined || index < restart) counts[each] = undefined;
    }
  }

  /** The levels of a list, which may be those of a style of lists. */
  #abstractOf(id: string): Abstract | undefined {
    const abstract = this.#definitions.abstracts.get(this.#definitions.lists.get(id)?.abstract ?? '');
    const linked = abstract?.linked === undefined ? undefined : this.#styles.list(abstract.linked)?.list;
    return linked === undefined || linked === id
      ? abstract
      : (this.#definitions.abstracts.get(this.#definitions.lists.get(linked)?.abstract ?? '') ?? abstract);
  }
}

function print(levels: readonly Level[], counts: readonly (number | undefined)[], index: number): string {
  const { format, text, legal } = levels[index] as Level;
  if (format === 'bullet') return '';
  return text
    .replaceAll(/%([1-9])/g, (_, digit: string) => {
      const each = Number(digit) - 1;
      return countIn(legal ? 'decimal' : (levels[each] as Level).format, counts[each] ?? 1);
    })
    .trim();
}
