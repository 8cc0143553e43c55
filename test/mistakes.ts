import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '../src/diagnostic.ts';
import { keyName, keysOf, shapeOf, valueName, type Shape } from '../src/source/grammar.ts';
import { parse } from '../src/source/parse.ts';
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from '../src/source/tree.ts';
import type { Dice } from './random-draft.ts';

/** A draft taken apart: every key with what the format wants there. */
export interface Anatomy {
  readonly text: string;
  readonly keys: Language;
  readonly spots: readonly Spot[];
  readonly lists: readonly { readonly node: ListNode; readonly items: string; readonly flow: boolean }[];
  readonly root: MapNode;
  /** Lines that say something, comments left out: the offsets of their beginnings. */
  readonly lines: readonly number[];
}

export interface Spot extends Entry {
  readonly parent: MapNode;
  /** The shape of the mapping that the key stands in. */
  readonly shape: Shape;
  /** Its canonical name, where it is a key of the format. */
  readonly known: string | undefined;
  readonly is: string;
  readonly flow: boolean;
  readonly depth: number;
}

/** One change of a draft, and what is to be said of it. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
  /** Where the finding is to stand, in the text after the change. */
  readonly place: number;
  /** The suggestion that is wanted: a word, or none. */
  readonly near?: string | false;
  /** Whether there may be nothing to find. */
  readonly mayBeLegal?: boolean;
}

export type Operation = (draft: Anatomy, dice: Dice) => Mutation | undefined;

const isPlain = (node: TreeNode): node is ScalarNode =>
  node.kind === 'scalar' && node.style === 'plain' && node.value !== '';
const isBlockText = (node: TreeNode): boolean =>
  node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
const isCollection = (is: string): boolean => {
  const shape = shapeOf(is);
  return shape !== undefined && shape.values === undefined;
};
const isText = ({ is }: Spot): boolean => is === ':text' || is === ':word';
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
export const lineEnd = (text: string, at: number): number =>
  text.indexOf('\n', at) === -1 ? text.length : text.indexOf('\n', at);
const indentAt = (text: string, line: number): number => (/^ */.exec(text.slice(line))?.[0] ?? '').length;

/** The distance between two words in insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      (rows[row] as number[]).push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

const charactersOf = (pattern: RegExp): string[] => [
  ...new Set(
    readFileSync(resolve(import.meta.dirname, '../src/source/grammar.generated.ts'), 'utf8').match(pattern) ??
      [],
  ),
];
const keyCharacters = charactersOf(/\p{Script=Han}/gu);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** A character as one might type it by mistake. */
const letter = (dice: Dice, keys: Language): string =>
  keys === 'en'
    ? dice.pick(letters)
    : dice.chance(50)
      ? dice.pick(keyCharacters)
      : String.fromCharCode(dice.number(0x4e00, 0x9fa5));

/** A word after one slip of the hand. */
function slip(word: string, dice: Dice, keys: Language): string {
  const at = dice.number(0, word.length - 1);
  switch (dice.number(1, 4)) {
    case 1:
      return word.slice(0, at) + letter(dice, keys) + word.slice(at);
    case 2:
      return word.slice(0, at) + word.slice(at + 1);
    case 3:
      return word.slice(0, at) + letter(dice, keys) + word.slice(at + 1);
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  }
}

/** One of some, and what is made of it; nothing where there is none. */
const one = <T>(
  list: readonly T[],
  dice: Dice,
  make: (each: T) => Mutation | undefined,
): Mutation | undefined => (list.length === 0 ? undefined : make(dice.pick(list)));

const isKnownKey = (shape: Shape, name: string): boolean =>
  keysOf(shape, 'zh').has(name) || keysOf(shape, 'en').has(name);

/** Another name for a key: of no key there, and with something left of the name it had. */
function mistyped(edits: number): Operation {
  return ({ spots, keys }, dice) =>
    one(
      spots.filter(({ known }) => known !== undefined),
      dice,
      ({ key, shape }) => {
        let name = key.value;
        for (let edit = 0; edit < edits && name !== ''; edit++) name = slip(name, dice, keys);
        const far = distance(name, key.value);
        // with every character replaced there is nothing to tell by what was meant: 标题 → 框是 may be any key
        if (name === '' || far !== edits || far >= Math.max(name.length, key.value.length)) return undefined;
        return isKnownKey(shape, name)
          ? undefined
          : { start: key.start, end: key.end, insert: name, place: key.start, near: key.value };
      },
    );
}

const mistypedBeyond: Operation = ({ spots, keys }, dice) =>
  one(
    spots.filter(({ known }) => known !== undefined),
    dice,
    ({ key, shape }) => {
      const name = dice.times(4, 7, () => letter(dice, keys)).join('');
      if ([...keysOf(shape, keys).keys()].some((known) => distance(known, name) < 4)) return undefined;
      return { start: key.start, end: key.end, insert: name, place: key.start, near: false };
    },
  );

/** Names between `{{` and `}}` and in formulas. */
const references = ({ text, spots }: Anatomy): { start: number; name: string }[] => [
  ...[...text.matchAll(/\{\{(?:section:)?([^}]+)\}\}/g)].map((match) => ({
    start: match.index + match[0].length - 2 - (match[1] as string).length,
    name: match[1] as string,
  })),
  ...spots
    .filter(({ is }) => is === ':formula')
    .flatMap(({ value: { start, end } }) =>
      [...text.slice(start, end).matchAll(/[^+/*-]*[^+/*\s-]/g)].map(({ 0: part, index }) => ({
        start: start + index + part.length - part.trimStart().length,
        name: part.trim(),
      })),
    ),
];

const referenceMistyped: Operation = (draft, dice) =>
  one(references(draft), dice, ({ start, name }) => {
    const at = dice.number(1, name.length - 2);
    const insert = name.slice(0, at) + letter(dice, draft.keys) + name.slice(at + 1);
    // a section is named with what stands before it: `section:id`
    const prefix = draft.text.slice(0, start).endsWith('section:') ? 8 : 0;
    return insert === name
      ? undefined
      : {
          start,
          end: start + name.length,
          insert,
          place: start - prefix,
          near: draft.text.slice(start - prefix, start) + name,
        };
  });

/** An id that is referred to gets another name: it is the reference that leads nowhere, so the first one is the place. */
const idMistyped: Operation = (draft, dice) => {
  const all = references(draft).sort((a, b) => a.start - b.start);
  const spots = draft.spots.filter(
    ({ known, key, shape }) =>
      shape.entries === 'metric' && known === undefined && all.some(({ name }) => name === key.value),
  );
  return one(spots, dice, ({ key }) => {
    const name = slip(key.value, dice, draft.keys);
    const first = all.find((reference) => reference.name === key.value)?.start ?? 0;
    if (name === key.value || name.length < 3) return undefined;
    return {
      start: key.start,
      end: key.end,
      insert: name,
      place: first > key.start ? first + name.length - key.value.length : first,
      near: name,
    };
  });
};

/** Another value for a key, from behind its colon; a collection is to be named by its key, a scalar by itself. */
function revalue({ text }: Anatomy, { key, value }: Spot, insert: string): Mutation {
  const start = text.indexOf(':', key.end) + 1;
  const end = start + text.slice(start, value.end).trimEnd().length;
  return { start, end, insert: ` ${insert}`, place: /^[{[]/.test(insert) ? key.start : start + 1 };
}

/** Puts one of some values in the place of one that the format wants otherwise. */
const revalued =
  (wanted: (spot: Spot) => boolean, values: readonly string[]): Operation =>
  (draft, dice) =>
    one(draft.spots.filter(wanted), dice, (spot) => revalue(draft, spot, dice.pick(values)));

const isInsideMap = ({ is }: Spot): boolean => isCollection(is) && shapeOf(is)?.items === undefined;

/** Something of the wrong kind in a list. */
const wrongItem: Operation = ({ lists, text }, dice) =>
  one(lists, dice, ({ node, items, flow }) => {
    const item = dice.pick(node.items);
    if (!isCollection(items))
      return { start: item.start, end: item.end, insert: '[平稳]', place: item.start + 1 };
    const end = item.start + text.slice(item.start, item.end).trimEnd().length;
    return flow ? undefined : { start: item.start, end, insert: '平稳', place: item.start };
  });

/** A line with a key that has a choice of values, where the draft has none. */
interface Addition {
  readonly start: number;
  readonly lead: string;
  readonly trail: string;
  readonly is: string;
}

const named = ({ keys }: Anatomy, key: string): string => keyName(key, keys);

/** A result below a section. */
function addResult(draft: Anatomy, dice: Dice): Addition | undefined {
  const bodies = draft.spots.filter(({ known, shape }) => known === 'body' && shape === shapeOf('section'));
  const { key } = dice.pick(bodies);
  const start = lineStart(draft.text, key.start);
  // a section may begin in the line of its dash
  if (draft.text.slice(start, key.start).trim() !== '') return undefined;
  const indent = ' '.repeat(key.start - start);
  const lead = `${indent}${named(draft, 'results')}:\n${indent}  新校舍: { ${named(draft, 'outcome')}: `;
  return {
    start,
    lead,
    trail: `, ${named(draft, 'reason')}: 征地延后, ${named(draft, 'remedy')}: 年内完成 }\n`,
    is: 'result.outcome',
  };
}

function addDirection(draft: Anatomy, dice: Dice): Addition | undefined {
  const metrics = draft.spots.filter(
    ({ is, value }) => is === 'metric' && value.kind === 'map' && draft.text[value.start] === '{',
  );
  return metrics.length === 0
    ? undefined
    : {
        start: dice.pick(metrics).value.start + 1,
        lead: ` ${named(draft, 'direction')}: `,
        trail: ',',
        is: 'metric.direction',
      };
}

function addParts(draft: Anatomy): Addition | undefined {
  const start = lineStart(
    draft.text,
    draft.spots.find(({ known, depth }) => known === 'summary' && depth === 0)?.key.start ?? 0,
  );
  return {
    start,
    lead: `${named(draft, 'numbering')}:\n  ${named(draft, 'parts')}: `,
    trail: '\n',
    is: 'numbering.parts',
  };
}

const additions = [addResult, addDirection, addParts];

const valueUnknown: Operation = (draft, dice) => {
  const value = dice.pick(['基本做到', '差不多', '"不知道"', '还在谈', '不好说']);
  const addition = dice.chance(70) ? dice.pick(additions)(draft, dice) : undefined;
  if (addition === undefined)
    return revalued(({ is }) => shapeOf(is)?.values !== undefined || is === ':boolean', [value])(draft, dice);
  const { start, lead, trail } = addition;
  return { start, end: start, insert: lead + value + trail, place: start + lead.length, near: false };
};

const valueMistyped: Operation = (draft, dice) => {
  const addition = dice.pick(additions)(draft, dice);
  if (addition === undefined) return undefined;
  const { start, lead, trail, is } = addition;
  const values = Object.keys(shapeOf(is)?.values ?? {}).map((value) => valueName(value, draft.keys));
  const value = dice.pick(values);
  const wrong = slip(value, dice, draft.keys);
  // a slip may make another value of the choice
  if (values.includes(wrong)) return undefined;
  return { start, end: start, insert: lead + wrong + trail, place: start + lead.length, near: false };
};

/** The line of a key that a report must have goes, or its value. */
const requiredMissing: Operation = ({ spots, root, text }, dice) =>
  one(
    spots.filter(
      ({ known, parent }) => parent === root && shapeOf('report')?.required?.includes(known ?? ''),
    ),
    dice,
    ({ key, value }) => {
      if (dice.chance(50)) return { start: key.end + 1, end: value.end, insert: '', place: key.start };
      const end = lineEnd(text, value.end) + 1;
      const [first, second] = root.entries.map((entry) => entry.key.start);
      // a line that is not there is missing at the top of what lacks it
      return {
        start: key.start,
        end,
        insert: '',
        place: key.start === first ? (second ?? 0) - (end - key.start) : (first ?? 0),
      };
    },
  );

const outcomeMissing: Operation = (draft, dice) => {
  const addition = addResult(draft, dice);
  if (addition === undefined) return undefined;
  const { start, lead, trail } = addition;
  const insert = lead.replace(/\{.*$/s, '{') + trail.slice(1);
  return { start, end: start, insert, place: start + insert.indexOf('新校舍') };
};

/** One line further in or out. Where that is still a draft, it may be what is meant. */
function shifted(by: 2 | -2): Operation {
  return ({ text, lines }, dice) => {
    const line = dice.pick(lines);
    const indent = indentAt(text, line);
    if (indent + by < 0) return undefined;
    return by > 0
      ? { start: line, end: line, insert: '  ', place: line + indent + 2, mayBeLegal: true }
      : { start: line, end: line + 2, insert: '', place: line + indent - 2, mayBeLegal: true };
  };
}

const colonWide: Operation = ({ spots, text }, dice) =>
  one(spots, dice, ({ key }) => {
    const space = text[key.end + 1] === ' ' && dice.chance(70) ? 1 : 0;
    return { start: key.end, end: key.end + 1 + space, insert: '：', place: key.end };
  });

const colonSpace: Operation = ({ spots, text }, dice) =>
  one(
    spots.filter(({ key: { end } }) => text.startsWith(': ', end)),
    dice,
    ({ key }) => ({ start: key.end + 1, end: key.end + 2, insert: '', place: key.end }),
  );

/** The dashes of a draft’s lists, by offset. */
const dashes = ({ lists, text }: Anatomy): number[] =>
  lists
    .filter(({ flow }) => !flow)
    .flatMap(({ node }) => node.items.map(({ start }) => text.lastIndexOf('-', start - 1)));

const dashSpace: Operation = (draft, dice) =>
  one(dashes(draft), dice, (at) => ({ start: at + 1, end: at + 2, insert: '', place: at }));

const dashWrong: Operation = (draft, dice) =>
  one(dashes(draft), dice, (at) => ({
    start: at,
    end: at + 1 + dice.number(0, 1),
    insert: dice.pick(['—', '——', '–', '－', '•']),
    place: at,
  }));

const texts = ({ spots }: Anatomy): (Spot & { readonly value: ScalarNode })[] =>
  spots.filter((spot): spot is Spot & { value: ScalarNode } => isText(spot) && isPlain(spot.value));

const thousandsComma: Operation = ({ spots, text }, dice) =>
  one(
    spots.filter(
      ({ flow, value, is }) => flow && is === ':quantity' && isPlain(value) && /\d{4}/.test(value.value),
    ),
    dice,
    ({ value }) => {
      const { 0: digits, index } = /\d{4,}/.exec(text.slice(value.start)) as RegExpExecArray;
      const at = value.start + index + digits.length - 3;
      return { start: at, end: at, insert: ',', place: at };
    },
  );

/** The commas between the entries of braces and the items of brackets. */
const commaWide: Operation = ({ spots, lists, text }, dice) => {
  const entries = spots
    .filter(({ flow, parent, key }) => flow && parent.entries[0]?.key !== key)
    .map(({ key }) => text.lastIndexOf(',', key.start));
  const items = lists
    .filter(({ flow }) => flow)
    .flatMap(({ node }) => node.items.slice(1).map(({ start }) => text.lastIndexOf(',', start)));
  return one([...entries, ...items], dice, (at) => ({
    start: at,
    end: at + dice.number(1, 2),
    insert: '，',
    place: at,
  }));
};

const numberSign: Operation = (draft, dice) =>
  one(
    texts(draft).filter(({ value }) => value.value.length > 2),
    dice,
    ({ value }) => {
      const at = value.start + dice.number(1, value.value.length);
      return { start: at, end: at, insert: ' #1', place: at + 1 };
    },
  );

const begunWith =
  (marks: readonly string[], wanted: (spot: Spot) => boolean): Operation =>
  ({ spots }, dice) =>
    one(
      spots.filter((spot) => wanted(spot) && isPlain(spot.value)),
      dice,
      ({ value }) => ({ start: value.start, end: value.start, insert: dice.pick(marks), place: value.start }),
    );

const indentedWith =
  (blank: string): Operation =>
  ({ text, lines }, dice) =>
    one(
      lines.filter((at) => indentAt(text, at) > 0),
      dice,
      (line) => {
        const indent = indentAt(text, line);
        return {
          start: line,
          end: line + indent,
          insert: blank.repeat(blank === '\u00A0' ? indent : indent / 2),
          place: line,
        };
      },
    );

const quoteInside: Operation = (draft, dice) =>
  one(
    texts(draft).filter(({ value }) => value.value.length > 3 && !value.value.includes('"')),
    dice,
    ({ value }) => {
      const at = dice.number(2, value.value.length - 1);
      const quoted = `"${value.value.slice(0, at)}"`;
      return {
        start: value.start,
        end: value.end,
        insert: quoted + value.value.slice(at),
        place: value.start + quoted.length,
      };
    },
  );

const keyTwice: Operation = ({ spots, text }, dice) =>
  one(
    spots.filter(({ value }) => value.kind === 'scalar' && !isBlockText(value)),
    dice,
    ({ key, value, flow }) => {
      const whole = text.slice(key.start, value.end);
      if (flow) return { start: value.end, end: value.end, insert: `, ${whole}`, place: value.end + 2 };
      const end = lineEnd(text, value.end);
      const lead = `\n${' '.repeat(key.start - lineStart(text, key.start))}`;
      return { start: end, end, insert: lead + whole, place: end + lead.length };
    },
  );

const keyForeign: Operation = ({ spots, keys }, dice) =>
  one(
    spots.filter(({ known }) => known !== undefined),
    dice,
    ({ key, shape, known = '' }) => {
      const other = keys === 'en' ? (shape.keys?.[known]?.zh ?? '') : known;
      return { start: key.start, end: key.end, insert: other, place: key.start };
    },
  );

export const operations: Readonly<Record<string, Operation>> = {
  'key, one slip': mistyped(1),
  'key, two slips': mistyped(2),
  'key, another word': mistypedBeyond,
  'reference mistyped': referenceMistyped,
  'id mistyped where it is declared': idMistyped,
  'scalar for a collection': revalued(
    ({ is }) => isCollection(is) && shapeOf(is)?.shorthand === undefined,
    ['平稳', '"平稳"', '2017', '工作平稳，成效明显'],
  ),
  'list for a mapping': revalued(isInsideMap, ['[平稳]', '[平稳, 明显]']),
  'mapping for a list': revalued(({ is }) => shapeOf(is)?.items !== undefined, ['{ 平稳: 明显 }']),
  'list for a text': revalued(({ is }) => !isCollection(is), ['[平稳]', '[平稳, 明显]', '[]']),
  'mapping for a text': revalued(({ is }) => !isCollection(is), ['{ 平稳: 明显 }']),
  'wrong item of a list': wrongItem,
  'text for a number': revalued(
    ({ is }) => is === ':integer' || is === ':boolean',
    ['二〇一七', '"2017"', '也许', '真', 'two'],
  ),
  'text for a date': revalued(
    ({ is }) => is === ':date',
    ['开学前', '2018-13', '下半年里', '2018-02-30', 'soon'],
  ),
  'value unknown': valueUnknown,
  'value mistyped': valueMistyped,
  'required key missing': requiredMissing,
  'outcome missing': outcomeMissing,
  'line further in': shifted(2),
  'line further out': shifted(-2),
  'full-width colon': colonWide,
  'no space after a colon': colonSpace,
  'no space after a dash': dashSpace,
  'another dash': dashWrong,
  'reference at the start': begunWith(['{{year}}', '{{下年}}年', '{{ 年度 }}年'], ({ is }) => is === ':text'),
  'thousands comma in braces': thousandsComma,
  'full-width comma': commaWide,
  'number sign': numberSign,
  'comparison at the start': begunWith(
    ['>='],
    ({ is }) => is === ':quantity' || is === 'metric' || is === 'target',
  ),
  'asterisks at the start': begunWith(['**'], isText),
  'indented with full-width spaces': indentedWith('\u3000'),
  'indented with no-break spaces': indentedWith('\u00A0'),
  'indented with tabs': indentedWith('\t'),
  'text behind a quotation': quoteInside,
  'key twice': keyTwice,
  'key of the other language': keyForeign,
};

/** Takes a text that can be read apart. @throws Error where it is no mapping. */
export function takeApart(text: string, keys: Language): Anatomy {
  const { root } = parse(text);
  if (root?.kind !== 'map') throw new Error('this is no mapping');
  const spots: Spot[] = [];
  const lists: { node: ListNode; items: string; flow: boolean }[] = [];
  const visit = (node: TreeNode, is: string, inFlow: boolean, depth: number): void => {
    const shape = shapeOf(is);
    if (shape === undefined || node.kind === 'scalar') return;
    const flow = inFlow || /[{[]/.test(text[node.start] ?? '');
    if (node.kind === 'list') {
      if (node.items.length > 0) lists.push({ node, items: shape.items ?? ':', flow });
      return node.items.forEach((item) => visit(item, shape.items ?? ':', flow, depth + 1));
    }
    for (const { key, value } of node.entries) {
      const known = shape.keys ? keysOf(shape, keys).get(key.value) : undefined;
      const under = (known === undefined ? shape.entries : shape.keys?.[known]?.is) ?? ':';
      spots.push({ key, value, parent: node, shape, known, is: under, flow, depth });
      visit(value, under, flow, depth + 1);
    }
  };
  visit(root, 'report', false, 0);
  const lines = [...text.matchAll(/^(?!\s*#)(?=.*\S)/gm)].map(({ index }) => index);
  return { text, keys, spots, lists, root, lines };
}
