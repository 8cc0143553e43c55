import type { Edit, Problem } from '../diagnostic.ts';
import { parse } from './parse.ts';
import type { Parsed } from './parse-yaml.ts';
import { BlockwiseCheck } from './traps/blockwise.ts';
import { isKey, isUnder, keyKind, shapeOf, type Is, type Shape } from './grammar.ts';
import { indentTrap } from './traps/indents.ts';
import { lostIndents } from './traps/lost-indents.ts';
import { openQuoteTrap } from './traps/open-quotes.ts';
import { repair, type Trap } from './traps/repair.ts';
import { tabTrap } from './traps/tab-indents.ts';
import { silentTraps } from './traps/silent-traps.ts';
import { findTraps } from './traps/traps.ts';
import { isSentence } from './traps/key-lines.ts';
import type { Entry, ScalarNode, TreeNode } from './tree.ts';

/** A text as a tree, with the traps in it mended: offsets of the tree are those of the mended text. */
export interface TreeRead extends Parsed {
  /** What was mended, in offsets of the text as it was written. */
  readonly traps: readonly Trap[];
  /** The mended text. */
  readonly text: string;
  /** The offset in the written text of an offset in the mended one. */
  back(offset: number): number;
}

/** How many times the length of a broken text is read to tell which mends it needs. */
const MOST_READ = 8;
/** How often mending may bring further traps to light: a section in a text in a list. */
const ROUNDS = 4;

/**
 * Parses a text. Where it holds traps, they are mended first, so that each is one finding and hides nothing else. Where
 * YAML fails, traps are looked for line by line; what it reads is held against what the format expects, and left alone
 * where they agree.
 */
export function readTree(text: string, is: Is): TreeRead {
  const check = new BlockwiseCheck(MOST_READ);
  let read: TreeRead = { ...parse(text), traps: [], text, back: (offset) => offset };
  read = mend(read, controlTraps(text));
  if (fails(read)) read = mend(read, only(tabTrap(read.text, is, check)));
  read = mend(read, textsOutOfPlace(read, is));
  if (fails(read)) read = mend(read, necessary(read.text, findTraps(read.text), check));
  if (read.problems.some(isOpenQuote)) read = mend(read, only(openQuoteTrap(read.text, check)));
  const [failure] = read.problems;
  if (failure && isLayout(failure)) read = mend(read, only(indentTrap(read.text, failure.start, is, check)));
  read = mendSilent(read, is);
  // where YAML fails all the same, or not every mend was tried, what was meant is not certain anywhere
  return fails(read) || check.isSpent ? { ...read, traps: read.traps.map(onlyLikely) } : read;
}

const fails = ({ problems }: Parsed): boolean => problems.length > 0;

const only = (trap: Trap | undefined): readonly Trap[] => (trap ? [trap] : []);

/** Lines of texts that lost their indentation, where YAML fails or reads them as keys. */
function textsOutOfPlace(read: TreeRead, is: Is): readonly Trap[] {
  if (fails(read)) return lostIndents(read.text, is);
  return read.root && hasForeignKeys(read.text, read.root, is)
    ? misread(lostIndents(read.text, is), read.root)
    : [];
}

/** Mends what YAML reads as something else than was meant, round by round, as long as it reads it. */
function mendSilent(found: TreeRead, is: Is): TreeRead {
  let read = found;
  for (let round = 0; round < ROUNDS && read.problems.length === 0 && read.root; round++) {
    const traps = silentTraps(read.text, read.root, is);
    if (traps.length === 0) break;
    const next = mend(read, traps);
    // mending that breaks what could be read is none
    if (next.problems.length > 0) return { ...read, traps: next.traps.map(onlyLikely) };
    read = next;
  }
  return read;
}

/** Of the texts that lost their indentation, where YAML can read all the same, those that it takes for keys. */
function misread(traps: readonly Trap[], root: TreeNode): readonly Trap[] {
  if (traps.length === 0) return traps;
  const keys = new Set<number>();
  const open = [root];
  const seen = new Set<TreeNode>();
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'scalar' || seen.has(node)) continue;
    seen.add(node);
    for (const item of node.kind === 'list' ? node.items : []) open.push(item);
    for (const { key, value } of node.kind === 'map' ? node.entries : []) {
      keys.add(key.start);
      open.push(value);
    }
  }
  return traps.filter(({ start }) => keys.has(start));
}

/**
 * Whether a text has a key that the format does not know at its place, or twice. Without one, no line that YAML reads as a
 * key is text that lost its indentation.
 */
function hasForeignKeys(text: string, root: TreeNode, is: Is): boolean {
  const seen = new Set<TreeNode>();
  const visit = (node: TreeNode, expected: Is): boolean => {
    if (node.kind === 'scalar' || seen.has(node)) return false;
    seen.add(node);
    const shape = shapeOf(expected);
    if (node.kind === 'list') {
      const under = shape?.items ?? ':';
      return node.items.some((item) => visit(item, under));
    }
    const isTwice = repeats(node.entries);
    return node.entries.some(({ key, value }, index) => {
      const under = shape && underKey(text, key, shape);
      return under === undefined || isTwice(key.value, index) || visit(value, under);
    });
  };
  return visit(root, is);
}

/** What stands under a key that belongs where it is. */
const underKey = (text: string, key: ScalarNode, shape: Shape): Is | undefined =>
  isUnder(shape, key.value) ?? (isForeignName(text, key) ? undefined : shape.entries);

/** Asked key by key in order, whether an earlier one is written alike. */
function repeats(entries: readonly Entry[]): (name: string, index: number) => boolean {
  if (entries.length <= FEW) return (name, index) => stands(entries, name, index);
  const names = new Set<string>();
  return (name) => names.size === names.add(name).size;
}

/** Up to so many keys are compared one by one. */
const FEW = 8;

/** Whether one of the first keys is written like that. */
function stands(entries: readonly Entry[], name: string, below: number): boolean {
  for (let index = 0; index < below; index++) if (entries[index]?.key.value === name) return true;
  return false;
}

/** Whether a free name is a key of the format in a line that could be text: a row may be called 合计 all the same. */
function isForeignName(text: string, { value: name, style, end }: ScalarNode): boolean {
  if (!isKey(name)) return false;
  if (style !== 'plain' || text[end] !== ':' || !/\s/.test(text[end + 1] ?? ' ')) return true;
  const feed = text.indexOf('\n', end);
  return isSentence(name, text.slice(end + 1, feed === -1 ? undefined : feed).trim());
}

/** How many traps are tried one by one; a file with more of them is not read that often. */
const TRIED = 60;

/**
 * The traps without which YAML cannot read the text. What it reads all the same is left to those who know what stands there:
 * a line in a text may look like a trap and be none.
 */
function necessary(text: string, traps: readonly Trap[], check: BlockwiseCheck): readonly Trap[] {
  const isRead = (some: readonly Trap[]): boolean => check.reads(repair(text, some).text);
  if (traps.length > TRIED || !isRead(traps)) return traps;
  return traps.reduce((kept, trap) => {
    // a line without its dash or colon may be read as part of another text
    if (
      /^(?:dash|indent)/.test(trap.message) ||
      (/^colon-(?:wide|space)$/.test(trap.message) && keyKind(String(trap.data?.['key'])) !== undefined)
    )
      return kept;
    const others = kept.filter((each) => each !== trap);
    return isRead(others) ? others : kept;
  }, traps);
}

const onlyLikely = (trap: Trap): Trap => ({ ...trap, fix: { ...trap.fix, safe: false } });

/** Whether a failure may come of a quote that is not closed. */
const isOpenQuote = ({ data }: Problem): boolean =>
  /^(?:MISSING_CHAR|MULTILINE_IMPLICIT_KEY)$/.test(String(data?.['code']));

/** Whether a failure may come of a line in the wrong column. */
const isLayout = ({ message, data }: Problem): boolean =>
  message === 'syntax' &&
  /^(?:BAD_INDENT|BLOCK_AS_IMPLICIT_KEY|MULTILINE_IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED_TOKEN|IMPOSSIBLE)$/.test(
    String(data?.['code']),
  );

/** Mends traps that were found in a text that may be mended already. */
function mend(read: TreeRead, found: readonly Trap[]): TreeRead {
  if (found.length === 0) return read;
  const { text, back } = repair(read.text, found);
  const guessed = read.traps.filter(({ fix }) => !fix.safe).flatMap(({ fix }) => fix.edits);
  const written = found
    .map((trap) => asWritten(trap, read.back))
    // what is mended in the place of a guess is no more certain than that
    .map((trap) => (guessed.some((edit) => meets(trap, edit)) ? onlyLikely(trap) : trap));
  return {
    ...parse(text),
    traps: [...read.traps, ...written],
    text,
    back: (offset) => read.back(back(offset)),
  };
}

/** Whether a mend changes characters that another edit changes as well. */
const meets = ({ fix }: Trap, { start, end }: Edit): boolean =>
  fix.edits.some((edit) => edit.start < end && start < edit.end);

const asWritten = (trap: Trap, back: (offset: number) => number): Trap => ({
  ...trap,
  start: back(trap.start),
  end: back(trap.end),
  fix: {
    ...trap.fix,
    edits: trap.fix.edits.map((edit) => ({ ...edit, start: back(edit.start), end: back(edit.end) })),
  },
});

/** Characters that no text may hold (YAML 1.2.2 §5.1); all of a file are one mistake. */
function controlTraps(text: string): Trap[] {
  const edits = [...text.matchAll(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]+/g)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    insert: '',
  }));
  const [first] = edits;
  return first
    ? [{ start: first.start, end: first.end, message: 'control-character', fix: { edits, safe: false } }]
    : [];
}
