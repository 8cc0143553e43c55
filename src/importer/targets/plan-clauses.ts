import type { Quantity } from '../../quantity/value/quantity.ts';

/** A clause of a plan with its figures; spans count from the start of its text. */
export interface Clause {
  readonly words: string;
  readonly start: number;
  readonly figures: readonly Quantity[];
}

/** What the words say of a target beside its name. */
export interface FoundTarget {
  readonly name: string;
  /** The figure to be reached, as written; undefined where there is a date only. */
  readonly level?: string;
  /** The date as drafts write it. */
  readonly due?: string | undefined;
  /** Whether it is aimed for only: 力争, aim to. */
  readonly aimed: boolean;
}

/** Ends of statements; a stop between digits, behind the number of an item or a short English word ends none. */
const statementEnd = /[。；;！？!?\n]|(?<!\d)\.(?=\s|$)|(?<=\d)\.(?=\s+[A-Z]|$)/g;

/** The clauses of each statement of a text, with their figures. Linear in the length of the text. */
export function planStatements(text: string, figures: readonly Quantity[]): readonly (readonly Clause[])[] {
  const found: (readonly Clause[])[] = [];
  let [start, next] = [0, 0];
  const add = (end: number): void => {
    const clauses: Clause[] = [];
    const [item] =
      /^\s*(?:(?:\\?[-*•·●–]|[（(]?\d{1,2}\\?[.．)）、](?!\d))\s*(?:[☐☑☒✓✅]\s*)?|[☐☑☒✓✅]\s*)/u.exec(
        text.slice(start, Math.min(end, start + 12)),
      ) ?? [''];
    // a task that is ticked off is done
    const from = /[☑☒✓✅]/u.test(item) ? end : start + item.length;
    while (next < figures.length && (figures[next] as Quantity).span[0] < from) next++;
    for (const [at, to] of clauseSpans(text, from, end)) {
      const first = next;
      while (next < figures.length && (figures[next] as Quantity).span[0] < to) next++;
      clauses.push({ words: text.slice(at, to), start: at, figures: figures.slice(first, next) });
    }
    if (clauses.length > 0) found.push(clauses);
  };
  for (const { 0: mark, index } of text.matchAll(statementEnd)) {
    if (figures[next] !== undefined && isInside(figures, next, index)) continue;
    add(index);
    start = index + mark.length;
  }
  add(text.length);
  return found;
}

/** Whether a place stands in a figure at or behind the next one: 1.5 in a text of full stops. */
function isInside(figures: readonly Quantity[], next: number, place: number): boolean {
  for (let at = next; at < figures.length; at++) {
    const [from, to] = (figures[at] as Quantity).span;
    if (from > place) return false;
    if (place < to - 1) return true;
    if (at - next > 50) return false;
  }
  return false;
}

/** Commas part clauses, but for those of numbers, of dates (June 30, 2026) and in brackets. */
function clauseSpans(text: string, start: number, end: number): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let [from, depth] = [start, 0];
  for (let at = start; at < end; at++) {
    const character = text[at] as string;
    if (/[（(]/.test(character)) depth++;
    else if (/[）)]/.test(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，,]/.test(character) && !isOfNumber(text, at)) {
      spans.push([from, at]);
      from = at + 1;
    }
  }
  spans.push([from, end]);
  return spans.filter(([a, b]) => text.slice(a, b).trim() !== '');
}

const isOfNumber = (text: string, at: number): boolean =>
  text[at] === ',' && (/\d/.test(text[at + 1] ?? '') || /^, 20\d{2}\b/.test(text.slice(at, at + 7)));

/** Words without one of some at their end, as often as there is one. */
export function withoutEnd(words: string, end: RegExp): string {
  let rest = words.trim();
  for (let found = end.exec(rest); found !== null; found = end.exec(rest))
    rest = rest.slice(0, found.index).trim();
  return rest;
}
