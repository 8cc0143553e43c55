import type { Edit, Language, Offsets, Path, Place, Problem } from '../diagnostic.ts';
import { dropBlanks } from './blanks.ts';
import { canonicalize, type NodeOrigin, type Canonical } from './canonical.ts';
import { Characters } from './characters.ts';
import { keyName, keysOf, shapeOf } from './grammar.ts';
import { commentsOf, type Comment } from './comments.ts';
import { editScalar, removeEntry } from './edit.ts';
import { insertEntries, type NewEntry } from './insert.ts';
import { find, locate, type Search } from './locate.ts';
import { refuseBeyond, refuseDeep } from './limits.ts';
import { joinedLines } from './traps/lines-in-quotes.ts';
import { quotedValues } from './traps/quoted-values.ts';
import { readTree } from './read.ts';
import { turnAlong } from './translate-keys.ts';
import { nodesIn, type Entry, type TreeNode } from './tree.ts';

/** A YAML file as data in canonical keys, and the way back from any place in the data to the text. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** The data, or undefined where the text has no tree. Mappings have no prototype. */
  readonly data: unknown;
  /** The key set that the file should be in: the one asked for, else that of most of its keys. */
  readonly keys: Language;
  /** The key set that most of its keys are from, whichever was asked for: that of its text, where it does not say another language. */
  readonly mostKeys: Language;
  /** Traps that were mended in memory, and what YAML found wrong: where it could not read on, there is no data. */
  readonly yaml: readonly Problem[];
  /** What is wrong with keys and values. */
  readonly problems: readonly Problem[];
  /** What can be read, though hardly as it was meant. */
  readonly remarks: readonly Problem[];
  /** Objects of which a key or value could not be read. */
  readonly broken: ReadonlySet<object>;
  /** Keys that stand where nothing could be read. */
  unread(): readonly string[];
  /** Where blanks are written in place of a value, which the data of a report or section then do not have. */
  readonly blanks: readonly Path[];
  /** Keys and values of a mapping in the order of the text. */
  entries(object: object): readonly (readonly [key: string, value: unknown])[];
  /** The comments that match a pattern, which begins with `#`, and what each covers. */
  comments(pattern: RegExp): readonly Comment[];
  /** Where a place stands in the text. What is not written stands where its nearest ancestor does. */
  locate(place: Place): Offsets;
  /** The whole stretch of what stands at a path, key and value; undefined where nothing does. */
  extent(path: Path): Offsets | undefined;
  /**
   * The change of the text that puts `insert` in place of some characters of a scalar, or of all of it, escaped as its
   * style wants; without `insert`, that takes its entry out. Undefined where the text has traps to be mended first, or
   * where an entry shares its line.
   */
  edit(place: Pick<Place, 'path' | 'span'>, insert: string | undefined): Edit | undefined;
  /** The change that puts entries into a mapping, which is made behind the entry `after` where there is none; undefined as for `edit`. */
  insert(path: Path, after: string, entries: readonly NewEntry[]): Edit | undefined;
}

/** Reads a text as a report, a section, a configuration, a template or a baseline, in its own key set or the one given. A byte order mark is skipped; offsets count it. */
export function readSource(
  file: string,
  text: string,
  is: 'report' | 'section' | 'config' | 'template' | 'baseline',
  keys?: Language,
): Source {
  refuseBeyond('characters', text.length, file);
  const { root, problems, traps, text: mended, back } = readTree(text, is);
  const tree = problems.length === 0 ? root : undefined;
  if (tree) {
    refuseBeyond('nodes', nodesIn(tree), file);
    refuseDeep(file, text);
  }
  const reading = tree ? canonicalize(tree, is, keys) : nothing;
  const { data, origins } = reading;
  const characters = new Characters(mended);
  const written = <T extends Offsets>(place: T): T => ({
    ...place,
    start: back(place.start),
    end: back(place.end),
  });
  const asWritten = (problem: Problem): Problem => ({
    ...written(problem),
    ...(problem.related && { related: problem.related.map(written) }),
    ...(problem.fix && { fix: { ...problem.fix, edits: problem.fix.edits.map(written) } }),
  });
  const wrong = (tree ? turnAlong(reading, mended, tree, is) : []).map(asWritten);
  const refused = root || problems.length > 0 ? problems.map(asWritten) : [EMPTY];
  const remarks = tree ? [...joinedLines(mended, tree, is), ...quotedValues(mended, tree, is)] : [];
  return {
    file,
    text,
    data,
    blanks: is === 'report' || is === 'section' ? dropBlanks([file], data, origins) : [],
    keys: reading.keys,
    mostKeys: reading.mostKeys,
    yaml: [...traps, ...refused],
    problems: wrong,
    remarks: remarks.map(asWritten),
    broken: reading.broken,
    unread: () => (tree ? unreadKeys(tree, reading.understood) : []),
    entries: (object) => entriesOf(object, origins),
    comments: (pattern) =>
      root
        ? commentsOf(mended, root, pattern).map((comment) => ({
            ...written(comment),
            covers: comment.covers && written(comment.covers),
          }))
        : [],
    locate: (place) => written(locate(mended, characters, data, origins, place)),
    extent: (path) => {
      const { found, exact } = find(data, origins, path);
      return exact && found
        ? written({ start: found.key?.start ?? found.value.start, end: found.value.end })
        : undefined;
    },
    edit: (place, insert) =>
      traps.length > 0 ? undefined : edit(text, characters, find(data, origins, place.path), place, insert),
    insert: (path, after, entries) =>
      traps.length > 0 ? undefined : insert(text, data, origins, path, after, entries, reading.keys),
  };
}

/** A file without a tree. */
const nothing: Canonical = {
  data: undefined,
  keys: 'en',
  mostKeys: 'en',
  problems: [],
  origins: new Map(),
  broken: new Set(),
  understood: new Set(),
};

const EMPTY: Problem = { start: 0, end: 1, message: 'empty' };

function unreadKeys(node: TreeNode, understood: ReadonlySet<Entry>, found: string[] = []): string[] {
  if (node.kind === 'list') for (const item of node.items) unreadKeys(item, understood, found);
  if (node.kind === 'map')
    for (const entry of node.entries) {
      if (!understood.has(entry)) found.push(entry.key.value);
      unreadKeys(entry.value, understood, found);
    }
  return found;
}

function entriesOf(
  object: object,
  origins: ReadonlyMap<object, NodeOrigin>,
): readonly (readonly [string, unknown])[] {
  const data = object as Readonly<Record<string, unknown>>;
  const origin = origins.get(object);
  if (origin?.node.kind !== 'map') return Object.entries(data);
  const entries: (readonly [string, unknown])[] = [];
  for (const key of origin.entries.keys()) if (key in data) entries.push([key, data[key]]);
  return entries;
}

function edit(
  text: string,
  characters: Characters,
  { found, exact, containers }: Search,
  { span }: Pick<Place, 'span'>,
  insert: string | undefined,
): Edit | undefined {
  if (!exact || found === undefined) return undefined;
  // what has an anchor may stand elsewhere as well
  if (
    [...containers, found.value].some(({ start }) =>
      /&[^\s,[\]{}]+\s+$/.test(text.slice(Math.max(0, start - 80), start)),
    )
  )
    return undefined;
  const { key, value } = found;
  if (insert === undefined) return key && removeEntry(text, { key, value });
  return value.kind === 'scalar'
    ? editScalar(
        text,
        value,
        span ?? [0, value.value.length],
        insert,
        containers.some(({ start }) => /[{[]/.test(text[start] ?? '')),
        characters,
      )
    : undefined;
}

function insert(
  text: string,
  root: unknown,
  origins: ReadonlyMap<object, NodeOrigin>,
  path: Path,
  after: string,
  entries: readonly NewEntry[],
  keys: Language,
): Edit | undefined {
  const name = String(path.at(-1));
  const { found, exact } = find(root, origins, [path[0], ...path.slice(1, -1)]);
  if (!exact || found?.value.kind !== 'map') return undefined;
  const parent = found.value;
  const named = (key: string): Entry | undefined =>
    parent.entries.find((entry) => entry.key.value === keyName(key, keys) || entry.key.value === key);
  return insertEntries(text, parent, keyName(name, keys), named(name)?.value, named(after), entries);
}

/** The keys that a place knows, in the file’s own language, for messages. */
export const ownKeys = (is: string, keys: Language): readonly string[] => [
  ...keysOf(shapeOf(is) ?? {}, keys).keys(),
];

/** Makes a path below another. */
export const below = (path: Path, ...keys: (string | number)[]): Path => [...path, ...keys];
