import { plainText, type Inline } from '../block.ts';

/** The width of a text in characters: those of Chinese are one, digits half, letters a little more. */
export const widthIn = (text: string): number =>
  [...text].reduce(
    (width, character) =>
      width +
      (/[\u2E80-\uFFEF“”‘’…—]/.test(character) || character.length > 1
        ? 1
        : /[A-Za-z]/.test(character)
          ? 0.6
          : 0.5),
    0,
  );

/** The width of running text, and of the longest piece of it that a line does not break. */
export function widthsOf(content: readonly Inline[]): { readonly whole: number; readonly longest: number } {
  const text = plainText(content);
  const words = text.split(/[\s\u2E80-\uFFEF]+/);
  return { whole: widthIn(text), longest: Math.max(1, ...words.map(widthIn)) };
}

/** Where a line of a title may end: before a year, and behind what joins words or ends a clause. */
const joints = /(?<=\P{Nd})(?=\d{4}年)|(?<=[、，：和及与暨的])(?=.)/gu;

/** A Chinese title as lines that are no wider than the page, broken between words and as even as they can be; in one piece where it fits or has no such place. */
export function brokenTitle(title: string, widest: number): readonly string[] {
  if (widthIn(title) <= widest) return [title];
  const cuts = [...title.matchAll(joints)].map(({ index }) => index);
  const halves = cuts
    .map((cut) => [title.slice(0, cut), title.slice(cut)] as const)
    .filter((lines) => lines.every((line) => widthIn(line) <= widest))
    .sort(([a, b], [c, d]) => Math.abs(widthIn(a) - widthIn(b)) - Math.abs(widthIn(c) - widthIn(d)));
  return halves[0] ?? [title];
}
