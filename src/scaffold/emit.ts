import { flowText, keyText, literalText, plainOrQuoted } from './scalar.ts';

/** A value of a draft that is to be written. */
export type DraftValue = DraftScalar | Mapping | Listing;

/** A scalar. A figure (a quantity, date or choice) may look like a number; a text that does is put in quotes. Its place tells which it is. */
export type DraftScalar =
  | { readonly kind: 'text' | 'figure' | 'quoted'; readonly text: string }
  /** Nothing: a place for what is to be filled in, in one line or, for a body, in lines below. */
  | { readonly kind: 'nothing' | 'blank' };

/** A key with its value, comments in lines above it and one behind it. */
export interface DraftEntry {
  readonly key: string;
  readonly value: DraftValue;
  readonly notes?: readonly string[];
  readonly behind?: string | undefined;
  /** Whether an empty line stands before it. */
  readonly apart?: boolean;
}

export interface Mapping {
  readonly kind: 'map';
  readonly entries: readonly DraftEntry[];
  /** Whether it stands in one line where that is short enough. */
  readonly short?: boolean;
  /** Of a section, the file that its forerunner stood in. */
  readonly file?: string;
}

export interface Listing {
  readonly kind: 'list';
  readonly items: readonly DraftValue[];
  readonly short?: boolean;
  /** Whether empty lines stand between its items. */
  readonly apart?: boolean;
}

/** A text to be written as it says. */
export const text = (value: string): DraftScalar => ({ kind: 'text', text: value });
export const noValue: DraftScalar = { kind: 'nothing' };
export const blank: DraftScalar = { kind: 'blank' };

/** Lines of a draft wider than this are broken into several; a Han character takes two cells. */
const WIDTH = 120;

/** Writes a mapping as YAML, two spaces a level, ending with a line feed. */
export const emit = ({ entries }: Mapping): string => `${mapLines(entries, '').join('\n')}\n`;

function mapLines(entries: readonly DraftEntry[], indent: string): string[] {
  return entries.flatMap((entry, index) => {
    const { key, value, notes = [], behind, apart } = entry;
    const lines = [...(apart && index > 0 ? [''] : []), ...notes.map((note) => `${indent}# ${note}`)];
    // one by one: a text may have more lines than a call takes arguments
    for (const line of behindKey(
      `${indent}${keyText(key)}:`,
      value,
      indent,
      behind === undefined ? '' : ` # ${behind}`,
    ))
      lines.push(line);
    // a body to be written has its empty line already
    if (value.kind === 'blank' && index < entries.length - 1 && entries[index + 1]?.apart !== true)
      lines.push('');
    return lines;
  });
}

/** A value behind its key: in the same line, or in the lines below. */
function behindKey(head: string, value: DraftValue, indent: string, behind: string): string[] {
  switch (value.kind) {
    case 'nothing':
      return [head + behind];
    case 'blank':
      return [`${head} |`];
    case 'map':
    case 'list': {
      const line = inOneLine(head, value);
      if (line !== undefined) return [line + behind];
      return [
        head + behind,
        ...(value.kind === 'map' ? mapLines(value.entries, `${indent}  `) : listLines(value, `${indent}  `)),
      ];
    }
    default: {
      const literal = literalText(value.text, `${indent}  `);
      if (value.kind === 'text' && literal !== undefined)
        return [`${head} ${literal[0] ?? ''}`, ...literal.slice(1)];
      return [`${head} ${plainOrQuoted(value)}${behind}`];
    }
  }
}

function inOneLine(head: string, value: Mapping | Listing): string | undefined {
  if (value.short !== true && (value.kind === 'map' ? value.entries : value.items).length > 0)
    return undefined;
  const flow = inFlow(value);
  const line = flow === undefined ? undefined : `${head} ${flow}`;
  // a list of cells is one line however long it is
  return line !== undefined && (value.kind === 'list' || cells(line) <= WIDTH) ? line : undefined;
}

/** A value in one line; undefined where it needs several, or comments. */
function inFlow(value: DraftValue): string | undefined {
  switch (value.kind) {
    case 'nothing':
    case 'blank':
      return '';
    case 'map':
      return flowMap(value);
    case 'list': {
      const items = value.items.map(inFlow);
      return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
    }
    default:
      return value.text.includes('\n') ? undefined : flowText(value);
  }
}

function flowMap({ entries }: Mapping): string | undefined {
  const pairs = entries.map(({ key, value: inner, notes = [], behind }) => {
    const flow = notes.length > 0 || behind !== undefined ? undefined : inFlow(inner);
    return flow === undefined ? undefined : `${keyText(key)}: ${flow}`;
  });
  return pairs.includes(undefined) ? undefined : pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

function listLines({ items, apart }: Listing, indent: string): string[] {
  return items.flatMap((item, index) => [...(apart && index > 0 ? [''] : []), ...itemLines(item, indent)]);
}

/** An item: what stands above its first key stands above the dash. */
function itemLines(item: DraftValue, indent: string): string[] {
  if (item.kind === 'list') return behindKey(`${indent}-`, item, indent, '');
  const flow = item.kind === 'map' ? undefined : inFlow(item);
  if (item.kind !== 'map')
    return flow === undefined ? behindKey(`${indent}-`, item, indent, '') : [`${indent}- ${flow}`];
  const short = inOneLine(`${indent}-`, item);
  if (short !== undefined) return [short];
  const [first, ...rest] = item.entries;
  if (first === undefined) return [`${indent}- {}`];
  const { notes = [], ...bare } = first;
  const [head = '', ...below] = mapLines([bare, ...rest], `${indent}  `);
  return [...notes.map((note) => `${indent}# ${note}`), `${indent}- ${head.trimStart()}`, ...below];
}

const cells = (line: string): number =>
  [...line].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        character,
      )
        ? 2
        : 1),
    0,
  );
