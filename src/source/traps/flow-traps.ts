import { allKeys } from '../grammar.ts';
import type { Edit } from '../../diagnostic.ts';
import type { Trap } from './repair.ts';

/** Traps inside `{ }` and `[ ]`, and where the collection ends; -1 where it never does. */
export interface FlowScan {
  readonly traps: readonly Trap[];
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '｛': '}', '［': ']' };
const wideBrackets: Readonly<Record<string, string>> = { '｛': '{', '｝': '}', '［': '[', '］': ']' };

/** Scans a flow collection that begins at `at`. Linear: every character is looked at once, but for the end of a scalar. */
export function scanFlow(text: string, at: number): FlowScan {
  const traps: Trap[] = [];
  const ends = new LineEnds(text);
  const open: { readonly closer: string; readonly edits: Edit[] }[] = [];
  // a line that goes on with a plain text begins nothing
  let goesOn = false;
  for (let index = at; index < text.length;) {
    const character = text[index] as string;
    const plain = wideBrackets[character] ?? character;
    const edit: Edit = { start: index, end: index + 1, insert: plain };
    if (!/[\s#]/.test(plain)) {
      const inside = goesOn && !/[,{}[\]]/.test(plain);
      goesOn = false;
      if (inside) {
        index = scalar(text, ends, index, open.at(-1)?.closer ?? '}', traps, true);
        goesOn = breaksOff(text, index, traps.at(-1));
        continue;
      }
    }
    if (plain === '{' && text.startsWith('{{', index) && open.length > 0)
      index = scalar(text, ends, index, open.at(-1)?.closer ?? '}', traps);
    else if (plain === '{' || plain === '[') {
      const edits: Edit[] = [];
      if (plain !== character)
        traps.push({
          start: index,
          end: index + 1,
          message: 'bracket-wide',
          data: { insert: plain },
          fix: { edits, safe: true },
        });
      if (plain !== character) edits.push(edit);
      open.push({ closer: closers[plain] as string, edits });
      index++;
    } else if (plain === '}' || plain === ']') {
      // both brackets of a pair are one mistake
      const opener = open.pop();
      if (plain !== character) opener?.edits.push(edit);
      index++;
      if (open.length === 0) return { traps, end: index };
    } else if (plain === '"' || plain === "'") {
      const end = quotedEnd(text, index);
      if (end === -1) return { traps, end: -1 };
      const behind = /^[^\s,:：，#[\]{}｛｝［］"'][^,，{}[\]\r\n]*/
        .exec(text.slice(end, ends.after(end)))?.[0]
        .trimEnd();
      if (behind !== undefined) traps.push(quoteTrap(text, index, end + behind.length, end, 'quote-inside'));
      index = end + (behind?.length ?? 0);
    } else if (/[\s,]/.test(plain)) index++;
    // behind a bracket or a quotation mark it can only part two things
    else if (
      plain === '，' &&
      /["'}\]]\s*$/.test(text.slice(Math.max(at, index - 20), index)) &&
      /^\s*[^\s}\]｝］]/.test(text.slice(index + 1, index + 80))
    ) {
      const end = spaceEnd(text, index + 1);
      traps.push({
        start: index,
        end: index + 1,
        message: 'comma-wide',
        fix: { edits: [{ start: index, end, insert: ', ' }], safe: true },
      });
      index = end;
    } else if (plain === '#' && /\s/.test(text[index - 1] ?? ' ')) index = ends.after(index);
    else if (plain === ':') index++;
    // an anchor, an alias or a tag
    else if (/[&*!]/.test(plain) && /^.[^\s,{}[\]*]+(?=[\s,}\]])/.test(text.slice(index, index + 80)))
      index += /^[^\s,{}[\]]+/.exec(text.slice(index, index + 80))?.[0].length ?? 1;
    else {
      index = scalar(text, ends, index, open.at(-1)?.closer ?? '}', traps);
      goesOn = breaksOff(text, index, traps.at(-1));
    }
  }
  return { traps, end: -1 };
}

/** Whether a plain text ends with its line, rather than behind a colon or comma, mended perhaps, and may go on in the next. */
const breaksOff = (text: string, at: number, trap: Trap | undefined): boolean =>
  text[at] === '\n' &&
  text[at - 1] !== ':' &&
  !(trap !== undefined && trap.end === at && /^(?:comma|colon)-wide$/.test(trap.message));

/** Where lines end, the latest kept: a collection of thousands of entries stands in one. */
class LineEnds {
  readonly #text: string;
  #start = 0;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  /** The end of the line of an offset. */
  after(at: number): number {
    if (this.#start <= at && at <= this.#end) return this.#end;
    const end = this.#text.indexOf('\n', at);
    this.#start = at;
    return (this.#end = end === -1 ? this.#text.length : end);
  }
}

/** The offset after a quoted scalar; -1 where it is not closed. */
export function quotedEnd(text: string, at: number): number {
  const quote = text[at];
  for (let index = at + 1; index < text.length; index++) {
    if (text[index] === '\\' && quote === '"') index++;
    else if (text[index] === quote) {
      if (quote === "'" && text[index + 1] === "'") index++;
      else return index + 1;
    }
  }
  return -1;
}

/** One plain scalar of a flow collection, key or value: finds its end as the author meant it and what YAML would make of it. */
function scalar(
  text: string,
  ends: LineEnds,
  start: number,
  closer: string,
  traps: Trap[],
  goesOn = false,
): number {
  let depth = 0;
  let lost: { at: number; message: string } | undefined = isSpecial(text, start)
    ? { at: start, message: 'start-special' }
    : undefined;
  let index = start;
  for (; index < text.length; index++) {
    const character = text[index] as string;
    const next = text[index + 1] ?? '';
    if (character === '\n') break;
    if (text.startsWith('{{', index)) {
      const close = text.indexOf('}}', index);
      if (close === -1 || close > ends.after(index)) break;
      lost ??= { at: index, message: 'reference-unquoted' };
      index = close + 1;
    } else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(depth - 1, 0);
    else if (character === ',' && isInside(text, ends, start, index, depth, closer))
      lost ??= { at: index, message: 'comma-in-text' };
    else if (
      character === '，' &&
      !(goesOn && closer === ']') &&
      isSeparator(text, ends, start, index, closer)
    ) {
      traps.push({
        start: index,
        end: index + 1,
        message: 'comma-wide',
        fix: { edits: [{ start: index, end: spaceEnd(text, index + 1), insert: ', ' }], safe: true },
      });
      return spaceEnd(text, index + 1);
    } else if (/[,{}[\]]/.test(character) || closesWide(text, index)) break;
    else if (character === '：' && closer === '}' && isKey(text, ends, start, index)) {
      traps.push({
        start: index,
        end: index + 1,
        message: 'colon-wide',
        data: { key: text.slice(start, index).trim() },
        fix: { edits: [{ start: index, end: spaceEnd(text, index + 1), insert: ': ' }], safe: true },
      });
      return spaceEnd(text, index + 1);
    } else if (character === ':' && /[\s,}\]]/.test(next)) return index + 1;
    else if (
      character === ':' &&
      closer === '}' &&
      isKey(text, ends, start, index) &&
      !text.startsWith('//', index + 1)
    ) {
      traps.push({
        start: index,
        end: index + 1,
        message: 'colon-space',
        data: { key: text.slice(start, index).trim() },
        fix: { edits: [{ start: index + 1, end: index + 1, insert: ' ' }], safe: true },
      });
      return index + 1;
    } else if (character === ' ' && next === '#' && /\S/.test(text[index + 2] ?? ' ')) {
      lost ??= { at: index + 1, message: 'comment-cut' };
    }
  }
  if (lost) {
    const end = start + text.slice(start, index).trimEnd().length;
    traps.push(quoteTrap(text, start, end, lost.at, lost.message));
  }
  return Math.max(index, start + 1);
}

/** Whether a value begins with a sign that no plain text may begin with; anchors, aliases and tags have been passed over. */
function isSpecial(text: string, start: number): boolean {
  if (!/[|>%@`*&!]/.test(text[start] ?? '')) return false;
  let before = start - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  // in a line that goes on with a text it means nothing
  return /[{[,:，：]/.test(text[before] ?? '');
}

/** Whether a full-width bracket closes one that was opened in the same line. */
const closesWide = (text: string, at: number): boolean => {
  const opener = { '｝': '｛', '］': '［' }[text[at] ?? ''];
  return opener !== undefined && text.slice(text.lastIndexOf('\n', at) + 1, at).includes(opener);
};

/** Whether a comma belongs to the text before it: within brackets, between thousands, or with no key after it. */
function isInside(
  text: string,
  ends: LineEnds,
  start: number,
  comma: number,
  depth: number,
  closer: string,
): boolean {
  if (closer !== '}') return false;
  if (depth > 0 && /^,[^(){}[\]:"']*\)/.test(text.slice(comma, ends.after(comma)))) return true;
  if (
    /\d$/.test(text.slice(Math.max(start, comma - 1), comma)) &&
    /^,\d{3}(?!\d)/.test(text.slice(comma, comma + 5))
  )
    return true;
  const rest = text.slice(comma + 1, ends.after(comma));
  const segment = /^[^,，{}"'[\]]*/.exec(rest)?.[0] ?? '';
  // an entry has a colon; a comma at the very end of the collection is only a comma
  return !/[:：]/.test(segment) && segment.trim() !== '' && !/^\s*["']/.test(rest);
}

/** Whether a full-width comma stands where `, ` was meant: a key with a colon follows, or it parts the names of a list. */
function isSeparator(text: string, ends: LineEnds, start: number, at: number, closer: string): boolean {
  const rest = text.slice(at + 1, ends.after(at));
  if (closer === ']' && at > start && /^\s*(["'])[^"'\n]*\1\s*[,，\]]/.test(rest)) return true;
  if (closer === ']') {
    const names = /^[^,\]{}[\r\n]*(?=[,\]])/.exec(rest)?.[0].trimEnd();
    if (names === undefined) return false;
    return /^[\p{L}\p{N}（）.%—]+(?: [\p{L}\p{N}]+)*(?:， ?[\p{L}\p{N}（）.%—]+(?: [\p{L}\p{N}]+)*)+$/u.test(
      text.slice(start, at + 1) + names,
    );
  }
  const key = /^\s*([^\s:：,，{}[\]"'。；]{1,20})[:：](?:\s|[^/])/.exec(rest)?.[1];
  return key !== undefined && (allKeys.zh.has(key) || allKeys.en.has(key));
}

/** Whether the text from `start` to a colon is a key: nothing before it but the key itself, and no other colon behind it. */
const isKey = (text: string, ends: LineEnds, start: number, colon: number): boolean =>
  /[{,，｛]\s*$/.test(text.slice(Math.max(0, start - 20), start)) &&
  !/[。；！？，,]/.test(text.slice(start, colon)) &&
  !/^[^,，{}\n]*:\s/.test(text.slice(colon + 1, ends.after(colon)));

const spaceEnd = (text: string, at: number): number => {
  let end = at;
  while (/[ \t\u00A0\u3000]/.test(text[end] ?? '')) end++;
  return end;
};

/** A text that YAML would cut or misread, put in quotes. */
export function quoteTrap(text: string, start: number, end: number, at: number, message: string): Trap {
  const written = text.slice(start, end);
  const insert = /["\\]/.test(written) ? `'${written.replaceAll("'", "''")}'` : `"${written}"`;
  return {
    start: at,
    end: Math.min(at + 1, end),
    message,
    data: { text: written.length > 24 ? `${written.slice(0, 22)}…` : written },
    fix: { edits: [{ start, end, insert }], safe: true },
  };
}
