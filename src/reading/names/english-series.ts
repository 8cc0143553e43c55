import type { Quantity } from '../../quantity/value/quantity.ts';
import { indexAt, type SubjectText } from '../figure-at.ts';

/** As many figures of a list a reader follows. */
const MOST = 8;

/** What stands between two counted things of a list: “ trees and ”, “ wardens, ”. */
const listed =
  /^ [a-zA-Z][a-zA-Z'’-]+(?: [a-zA-Z'’-]+){0,5}(?:,| and|, and|,? as well as) (?:a further |another |some |about )?$/;
/** What makes a clause of its own of the words between: “ trees and removed ”. */
const clause =
  /\b(?:of (?:which|whom|the|our|its|their|these|those|them)|which|who|that|were|was|to|from|by|in|on|at|with|for|including)\b|[a-z]ed\b/;

/** Where the list begins whose item a figure is: of “412 officers, 64 wardens and 102 clerks” the place of 412. */
export function firstOfList({ text, figures }: SubjectText, figure: Quantity, from: number): Quantity {
  let index = indexAt(figures, figure.span[0]);
  for (let count = 0; index > 0 && count < MOST; count++, index--) {
    const [last, next] = [figures[index - 1] as Quantity, figures[index] as Quantity];
    const between = text.slice(last.span[1], next.span[0]);
    if (
      last.span[0] < from ||
      !/^(?: ?(?:thousand|million|billion))?$/.test(last.unit) ||
      !listed.test(between) ||
      clause.test(between)
    )
      break;
  }
  return figures[index] as Quantity;
}

/** Figures that “respectively” gives out, and which of them one is. */
export interface GivenOut {
  readonly first: Quantity;
  readonly index: number;
  readonly count: number;
}

/** The figures of a series that ends in “respectively”; undefined where a figure is of none. */
export function givenOut(
  { text, figures }: SubjectText,
  figure: Quantity,
  [from, to]: readonly [number, number],
): GivenOut | undefined {
  const at = indexAt(figures, figure.span[0]);
  const joins = (index: number): boolean => {
    const [last, next] = [figures[index], figures[index + 1]];
    return (
      last !== undefined &&
      next !== undefined &&
      last.span[0] >= from &&
      next.span[1] <= to &&
      /^(?:,| and|, and) (?:about )?$/.test(text.slice(last.span[1], next.span[0]))
    );
  };
  let [first, last] = [at, at];
  while (first > 0 && at - first < MOST && joins(first - 1)) first--;
  while (last - at < MOST && joins(last)) last++;
  const behind = text.slice(
    (figures[last] as Quantity).span[1],
    Math.min(to, (figures[last] as Quantity).span[1] + 20),
  );
  return last > first && /^,? respectively\b/.test(behind)
    ? { first: figures[first] as Quantity, index: at - first, count: last - first + 1 }
    : undefined;
}

/**
 * The name of one of some things that a list names before “respectively”; undefined where the last may say for all what they are, as in
 * “water and energy costs”.
 */
export function nameInList(words: string, { index, count }: GivenOut): string | undefined {
  const names = words.replace(/^(?:the|our|its|both) /i, '').split(/,? and |, /);
  const lengths = new Set(names.map((name) => name.split(' ').length));
  return names.length === count && lengths.size === 1 ? names[index] : undefined;
}
