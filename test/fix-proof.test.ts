import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Diagnostic, Edit, Path } from '../src/diagnostic.ts';
import { fixDraft } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';
import { parse } from '../src/source/parse.ts';
import { applyEdits } from '../src/source/traps/repair.ts';
import type { TreeNode } from '../src/source/tree.ts';
import { readSource, type Source } from '../src/source/source.ts';
import { commentsOf } from '../src/source/comments.ts';
import { deep, sample } from './depth.ts';
import { operations, takeApart, type Anatomy, type Mutation } from './mistakes.ts';
import { rulesBesideStyle } from './style-rules.ts';
import { Dice, Draft, DRAFT as FILE, type Meant } from './random-draft.ts';

const SEED = 20180117;
// a text made at random is badly written, and is mended there, too (style-fixes.test.ts)
const besideStyle = { rules: rulesBesideStyle };
// in a quick run each kind of mistake twice, and others beside it
const DRAFTS = sample(1200, 0.025);
const SOUND = sample(300, 0.03);
const TURNED = sample(200, 0.04);
/** Mistakes that `--fix` is to mend; those beyond the comma are its traps, what a rule or the schema finds stands first. */
const MISTAKES = [
  'title numbered',
  'key of the other language',
  'full-width colon',
  'no space after a colon',
  'no space after a dash',
  'another dash',
  'reference at the start',
  'full-width comma',
  'number sign',
  'comparison at the start',
  'asterisks at the start',
  'indented with full-width spaces',
  'indented with no-break spaces',
  'indented with tabs',
  'text behind a quotation',
];

/** A mistake as it is typed, and what would have been right. */
interface Mistake {
  readonly name: string;
  readonly wrong: Edit;
  readonly meant: Edit;
}

const nothing = (): undefined => undefined;

/** One mistake of a kind somewhere in a draft; undefined where there is no place for it. */
function mistake(name: string, draft: Draft, anatomy: Anatomy, dice: Dice): Mistake | undefined {
  const { text } = anatomy;
  if (name === 'title numbered') {
    const titles = draft.scalars.filter(
      ({ path, meant }) =>
        path.at(-1) === 'title' &&
        path.includes('sections') &&
        /^[^\s\d、.．)）]/.test(meant.value) &&
        !isShared(meant, draft),
    );
    const start = titles.length === 0 ? undefined : dice.pick(titles).meant.starts[0];
    return start === undefined
      ? undefined
      : {
          name,
          wrong: { start, end: start, insert: dice.pick(['一、', '（二）', '3.', '④']) },
          meant: { start, end: start, insert: '' },
        };
  }
  const mutation = operations[name]?.(anatomy, dice);
  if (mutation === undefined) return undefined;
  const { start, end, insert } = mutation;
  return insert === text.slice(start, end) || !isSound(name, anatomy, mutation)
    ? undefined
    : { name, wrong: { start, end, insert }, meant: meantBy(anatomy, mutation) };
}

/** What replaces part of a plain text was meant to be read as it stands; all else as it stood before. */
function meantBy({ spots, text }: Anatomy, { start, end, insert }: Mutation): Edit {
  const value = spots
    .map((spot) => spot.value)
    .find(
      (each) =>
        each.kind === 'scalar' &&
        each.style === 'plain' &&
        each.start <= start &&
        end <= each.end &&
        each.start < each.end,
    );
  if (value === undefined) return { start, end, insert: text.slice(start, end) };
  const written = text.slice(value.start, start) + insert + text.slice(end, value.end);
  return { start: value.start, end: value.end, insert: `"${written.replaceAll(/[\\"]/g, '\\$&')}"` };
}

/** Whether a mistake made in a draft of any style is the one it is called. */
function isSound(name: string, { text, lists, root }: Anatomy, { start, end }: Mutation): boolean {
  const was = text.slice(start, end);
  switch (name) {
    case 'full-width colon':
      return was.startsWith(':');
    case 'no space after a dash':
      return text[start - 1] === '-' && was === ' ' && text[end] !== ' ' && isMark(text, lists, start - 1);
    case 'another dash':
      return /^-(?: |$)/.test(was) && /^- ?[^ ]/.test(text.slice(start)) && isMark(text, lists, start);
    case 'number sign':
      // at the beginning of a line it is a comment
      return /\S/.test(text[start - 1] ?? ' ');
    case 'indented with no-break spaces':
      return !isInText(root, start);
    case 'indented with full-width spaces':
    case 'indented with tabs':
      return !isInText(root, start) && (end - start) % 2 === 0;
    case 'full-width comma':
      // a name or a cell that is not quoted may hold one
      return (
        /^,\s?$/.test(was) &&
        lists.every(
          ({ node }) => start <= node.start || node.end <= start || isBetweenQuotes(node.items, start),
        )
      );
    default:
      return true;
  }
}

/** Whether a text has an anchor: what is changed in one place would change in others. */
const isShared = ({ whole: [start] }: Meant, { text }: Draft): boolean =>
  /[&*]\S+\s+$/.test(text.slice(0, start));

/** Whether a dash is the mark of an item. */
const isMark = (text: string, lists: Anatomy['lists'], at: number): boolean =>
  lists.some(({ node }) =>
    node.items.some((item) => item.start > at && text.slice(at + 1, item.start).trim() === ''),
  );

/** Whether a place is inside a plain or quoted text. */
const isInText = (node: TreeNode, at: number): boolean =>
  node.kind === 'scalar'
    ? node.style !== 'literal' && node.style !== 'folded' && node.start < at && at < node.end
    : node.kind === 'list'
      ? node.items.some((item) => isInText(item, at))
      : node.entries.some(({ value }) => isInText(value, at));

const isBetweenQuotes = (items: readonly TreeNode[], at: number): boolean =>
  [items.findLast((item) => item.start < at), items.find((item) => item.start > at)].every(
    (item) => item?.kind === 'scalar' && item.style !== 'plain',
  );

interface Made {
  readonly draft: Draft;
  readonly clean: string;
  readonly right: string;
  readonly wrong: string;
  readonly names: readonly string[];
}

function make(seed: number): Made {
  const dice = new Dice(seed);
  const draft = new Draft(dice, { tame: dice.chance(50), ...(dice.chance(20) && { number: '九、' }) });
  draft.write();
  const clean = draft.text;
  const anatomy = takeApart(clean, 'zh');
  const mistakes: Mistake[] = [];
  for (let wanted = dice.number(1, 3), tries = 0; wanted > 0 && tries < 12; tries++) {
    // in a sample every kind has its turn, in whichever draft there is room for it
    const kind = !deep && tries < 4 ? MISTAKES[seed % MISTAKES.length] : undefined;
    const found = mistake(
      mistakes.length === 0 && kind !== undefined ? kind : dice.pick(MISTAKES),
      draft,
      anatomy,
      dice,
    );
    if (found === undefined || mistakes.some((other) => touch(other, found))) continue;
    mistakes.push(found);
    wanted--;
  }
  return {
    draft,
    clean,
    right: applyEdits(
      clean,
      mistakes.map(({ meant }) => meant),
    ),
    wrong: applyEdits(
      clean,
      mistakes.map(({ wrong }) => wrong),
    ),
    names: [...mistakes.map(({ name }) => name), ...(clean.includes('九、') ? ['number wrong'] : [])],
  };
}

/** Whether two mistakes share a line or a text. */
const touch = (a: Mistake, b: Mistake): boolean =>
  [a.wrong, a.meant].some((one) =>
    [b.wrong, b.meant].some((other) => one.start <= other.end + 1 && other.start <= one.end + 1),
  );

const sourceOf = (text: string): Source => readSource(FILE, text, 'report', 'zh');

/** The deepest places at which two values differ. */
function differences(a: unknown, b: unknown, path: Path = [FILE]): Path[] {
  if (isDeepStrictEqual(a, b)) return [];
  const both = [a, b].every(
    (each) => typeof each === 'object' && each !== null && Array.isArray(each) === Array.isArray(a),
  );
  if (!both) return [path];
  const [one, other] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) =>
    differences(one[key], other[key], [...path, Array.isArray(a) ? Number(key) : key]),
  );
}

/** Whether a place is told of: by a finding in it, or, where it is not there at all, in what it would stand in. */
function isTold(source: Source, path: Path, diagnostics: readonly Diagnostic[]): boolean {
  const isThere = at(source, path) !== undefined;
  const [first, last] = linesOf(
    source,
    isThere ? path : (path.slice(0, Math.max(1, path.length - 2)) as unknown as Path),
  );
  return diagnostics.some(
    ({ rule, range: { start } }) =>
      first <= start.line && start.line <= last && (isThere || rule === 'schema'),
  );
}

/** The lines that what stands at a path takes. */
function linesOf(source: Source, path: Path): readonly [first: number, last: number] {
  const line = (offset: number): number => source.text.slice(0, offset).split('\n').length;
  const value = at(source, path);
  const below = typeof value === 'object' && value !== null ? Object.keys(value).at(-1) : undefined;
  const first = path.length === 1 ? 1 : line(source.locate({ path, at: 'key' }).start);
  if (below === undefined) return [first, line(source.locate({ path, at: 'value' }).end)];
  return [
    first,
    Math.max(first, linesOf(source, [...path, Array.isArray(value) ? Number(below) : below])[1]),
  ];
}

const comments = (text: string): string[] => {
  const { root } = parse(text);
  return root ? commentsOf(text, root, /#/).map((comment) => comment.text) : [];
};

const breaks = (text: string): string => [...new Set(text.match(/\r?\n/g))].join();

/** What is wrong with a draft after `--fix`; empty where all is well. `mended` counts what was mended. */
function judge({ clean, right, wrong }: Made, count: { mended: number; told: number }): string[] {
  const known = lint(FILE, right, nothing).diagnostics.map(
    ({ rule, code, message }) => `${rule} ${code} ${message.en}`,
  );
  const { changed, linted } = fixDraft(FILE, wrong, nothing, false, besideStyle);
  const fixed = changed.get(FILE)?.after ?? wrong;
  const faults: string[] = [];
  const left = linted.diagnostics.filter(
    ({ rule, code, message }) => !known.includes(`${rule} ${code} ${message.en}`),
  );
  const [meant, source] = [sourceOf(right), sourceOf(fixed)];
  const firm = left.filter(({ rule }) => rule === 'yaml' || rule === 'schema');
  if (linted.diagnostics.some(({ rule, severity }) => rule === 'yaml' && severity === 'error')) {
    count.told++;
  } else {
    const isReported = (path: Path): boolean => path.at(-1) === 'title' || path.at(-1) === 'number';
    for (const path of differences(meant.data, source.data)) {
      if (isReported(path) && trimmed(meant, path) === trimmed(source, path)) continue;
      if (!isTold(source, path, linted.diagnostics))
        faults.push(
          `reads otherwise at ${path.slice(1).join('.')}: ${JSON.stringify(at(meant, path))} ⇒ ${JSON.stringify(at(source, path))}`,
        );
    }
    count[firm.length > 0 ? 'told' : 'mended']++;
    const [before, after] = [comments(right), comments(fixed)];
    if (!isDeepStrictEqual(before, after))
      faults.push(`comments ${JSON.stringify(before)} ⇒ ${JSON.stringify(after)}`);
  }
  for (const comment of comments(clean))
    if (!fixed.includes(comment)) faults.push(`lost the comment ${comment}`);
  const again = fixDraft(FILE, fixed, nothing, false, besideStyle);
  if (again.changed.size > 0) faults.push('a second run changes it');
  if (breaks(fixed) !== breaks(wrong) && breaks(wrong).length > 0) faults.push('line ends');
  if (fixed.startsWith('\uFEFF') !== wrong.startsWith('\uFEFF')) faults.push('byte order mark');
  return faults;
}

const at = ({ data }: Source, [, ...keys]: Path): unknown =>
  keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], data);
/** A title without a number before it, a number not at all. */
const trimmed = (source: Source, path: Path): string =>
  path.at(-1) === 'number' ? '' : String(at(source, path)).trimStart();

describe('--fix over drafts in random styles', () => {
  it('leaves what is meant as it was meant, mends mistakes or tells of them, keeps comments and is done after one run', () => {
    const count = { mended: 0, told: 0 };
    const kinds = new Map([...MISTAKES, 'number wrong'].map((name) => [name, 0]));
    const failures: string[] = [];
    let mistakes = 0;
    // a sample goes on for the kinds that few drafts have room for
    const isMissing = (name: string): boolean => kinds.get(name) === 0;
    const anyMissing = (): boolean => [...kinds.keys()].some(isMissing);
    for (
      let drafts = 0, seed = SEED;
      drafts < DRAFTS || (seed < SEED + DRAFTS * 10 && anyMissing());
      seed++
    ) {
      const made = make(seed);
      if (made.names.length === 0 || (drafts >= DRAFTS && !made.names.some(isMissing))) continue;
      drafts++;
      mistakes += made.names.length;
      for (const name of made.names) kinds.set(name, (kinds.get(name) ?? 0) + 1);
      const faults = judge(made, count);
      if (faults.length > 0) failures.push(`seed ${seed}: ${made.names.join(', ')}: ${faults.join('; ')}`);
    }
    console.log(
      [
        `seed ${SEED}: ${count.mended + count.told} drafts with ${mistakes} mistakes: ${count.mended} mended whole, ${count.told} still told of a mistake, ${failures.length} wrong`,
        `  ${[...kinds].map(([name, made]) => `${name} ${made}`).join(', ')}`,
        ...failures.slice(0, 20).map((each) => each.slice(0, 600)),
      ].join('\n'),
    );
    expect(failures).toEqual([]);
    expect(Math.min(...kinds.values())).toBeGreaterThan(DRAFTS / 200);
    expect(count.mended).toBeGreaterThan(DRAFTS / 2);
  });

  it('changes nothing in drafts without mistakes', () => {
    let titles = 0;
    for (let seed = SEED; seed < SEED + SOUND; seed++) {
      const draft = new Draft(new Dice(seed), { tame: seed % 2 === 0 });
      draft.write();
      const { changed } = fixDraft(FILE, draft.text, nothing, false, besideStyle);
      const numbered = lint(FILE, draft.text, nothing).diagnostics.some(
        ({ rule }) => rule === 'titles-unnumbered',
      );
      if (numbered) titles++;
      else expect(changed.get(FILE)?.after ?? draft.text).toBe(draft.text);
    }
    console.log(
      `seed ${SEED}: ${SOUND} drafts without mistakes, ${titles} of them with a title that begins like a number, left as they were`,
    );
  });

  it('turns drafts into the other key set and back, with the same values and then the same bytes', () => {
    for (let seed = SEED; seed < SEED + TURNED; seed++) {
      const draft = new Draft(new Dice(seed), { tame: seed % 2 === 0 });
      draft.write();
      const settings = { rules: [] };
      const turn = (text: string, keys: 'en' | 'zh'): string =>
        fixDraft(FILE, text, nothing, false, { ...settings, keys }).changed.get(FILE)?.after ?? text;
      const turned = turn(draft.text, 'en');
      const { language, ...rest } = readSource(FILE, turned, 'report').data as Record<string, unknown>;
      expect([language, rest]).toEqual([
        'zh',
        { ...(readSource(FILE, draft.text, 'report').data as object) },
      ]);
      expect(turn(turned, 'zh')).toBe(draft.text);
    }
  });
});
