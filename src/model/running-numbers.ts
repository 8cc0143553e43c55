import { chineseNumeral, circledNumeral, letterNumeral, romanNumeral } from '../quantity/scan/numeral.ts';

const printers = [String, chineseNumeral, circledNumeral, letterNumeral, romanNumeral];
const numerals = /\d+|[〇零一二三四五六七八九十百]+|[①-⑳㉑-㉟㊱-㊿]|[a-z]+/g;

/** The last numeral of a number, with what stands before and behind it. */
function lastNumeral(number: string): readonly [string, string, string] {
  const written = number.normalize('NFC').trim().toLowerCase();
  const last = [...written.matchAll(numerals)].at(-1);
  if (last === undefined) return [written, '', ''];
  const end = last.index + last[0].length;
  return [written.slice(0, last.index), last[0], written.slice(end)];
}

const MOST = 200;

/** Whether one written number is the next after another: 4.2.4 after 4.2.3, （六） after （五）. */
export function follows(before: string, number: string): boolean {
  const [one, other] = [lastNumeral(before), lastNumeral(number)];
  if (one[0] !== other[0] || one[2] !== other[2]) return false;
  return printers.some((print) => {
    for (let value = 1; value < MOST; value++)
      if (print(value) === one[1]) return print(value + 1) === other[1];
    return false;
  });
}

/** Whether two numbers are the same as printed, whatever the width of their brackets and dots. */
export const sameNumber = (a: string, b: string): boolean =>
  a.normalize('NFKC').replaceAll(/\s/g, '') === b.normalize('NFKC').replaceAll(/\s/g, '');

/** A section as its written number is judged. */
interface Written<S> {
  readonly number: string;
  readonly sections: readonly S[];
}

/**
 * The sections below the first level whose written numbers run on from the group before into their own, as plans count their tasks through:
 * 3. and 4. of （二） behind 1. and 2. of （一）. A group in which only some do has none.
 *
 * @param sections those of a part, in order
 * @param written the number that a section is written with; undefined where it has none, or is not numbered
 */
export function runningOn<S extends Written<S>>(
  sections: readonly S[],
  written: (section: S) => string | undefined,
): ReadonlySet<S> {
  const found = new Set<S>();
  const last: (string | undefined)[] = [];
  const walk = (group: readonly S[], depth: number): void => {
    const counted = group.filter((section) => written(section) !== undefined);
    const isRight = counted.every((section) => sameNumber(written(section) ?? '', section.number));
    const before = last[depth];
    const runs =
      depth > 0 &&
      !isRight &&
      counted.every((section, at) => {
        const number = at === 0 ? before : written(counted[at - 1] as S);
        return number !== undefined && follows(number, written(section) ?? '');
      });
    if (runs) for (const section of counted) found.add(section);
    if (counted.length > 0) last[depth] = isRight || runs ? written(counted.at(-1) as S) : undefined;
    for (const section of group) walk(section.sections, depth + 1);
  };
  walk(sections, 0);
  return found;
}
