import type { TypedNumber } from './numbers.ts';

/** No chapter is a heading of this level or one below. */
const DEEP = 4;

interface Rung<T> {
  readonly key: string;
  /** The kind of its number, whether markup makes it a heading or not. */
  readonly pattern: string | undefined;
  readonly item: T;
  readonly heading: number | undefined;
  readonly value: number;
}

/** Patterns whatever the width of their dots and brackets. */
const patternOf = (number: TypedNumber | undefined): string | undefined =>
  number?.pattern.normalize('NFKC').replaceAll('(', '（').replaceAll(')', '）');

/** How far down the usual order of Chinese outlines a pattern stands; markup tells for itself. */
function rankOf(pattern: string): number {
  if (/部分$|篇$|编$/.test(pattern)) return 0;
  if (/章/.test(pattern)) return 1;
  if (/节/.test(pattern)) return 2;
  if (pattern.startsWith('一')) return 3;
  if (/一/.test(pattern)) return 4;
  if (/^1(?:\.1)+$/.test(pattern)) return 4 + pattern.split('.').length / 10;
  if (pattern.startsWith('01')) return 2.9;
  if (pattern.startsWith('1')) return pattern.endsWith('）') || pattern.endsWith(')') ? 7 : 5;
  return rankOfLetters(pattern) ?? (pattern === '①' ? 8 : 6);
}

/** Chapter 1 and Part I stand above all, then I., A., (a) and (i). */
function rankOfLetters(pattern: string): number | undefined {
  if (/^(?:part|chapter)/i.test(pattern)) return 1;
  if (/^(?:section|article)/i.test(pattern)) return 2;
  const at = ['I', 'A', 'a', 'i'].findIndex((first) => new RegExp(`^（?${first}(?![a-z])`).test(pattern));
  return at === -1 ? undefined : [3, 3.5, 7, 8][at];
}

/** Whether a number is that of a part or a chapter by its word: 第一部分, 第一章, Part I. */
export const isPartNumber = (number: TypedNumber): boolean => rankOf(patternOf(number) ?? '') <= 1;

/** How far down the usual order of outlines a number stands. */
export const rankOfNumber = (number: TypedNumber): number => rankOf(patternOf(number) ?? '');

/**
 * The way down an outline. A number of a kind that stands above goes on there; a first number of a new kind goes one
 * level down; 一、 and 第一章 go up to where their kind belongs, whatever stands there.
 */
export class Ladder<T> {
  #rungs: Rung<T>[] = [];
  /** The pattern that each pattern was first met under. */
  readonly #parents = new Map<string, string>();

  /** Patterns that were met where no markup makes headings of them. */
  readonly #plain = new Set<string>();

  get top(): T | undefined {
    return this.#rungs.at(-1)?.item;
  }

  /** Puts a section in its place; returns the one above it. */
  place(item: T, number: TypedNumber | undefined, heading: number | undefined): T | undefined {
    const pattern = patternOf(number);
    const value = number?.value ?? 1;
    const key = heading === undefined ? (pattern ?? '') : `heading ${heading}`;
    this.#climbTo(pattern, value, heading);
    const above = this.#rungs.at(-1);
    if (!this.#parents.has(key)) this.#parents.set(key, above?.key ?? '');
    this.#rungs.push({ key, pattern, item, heading, value });
    return above?.item;
  }

  /** Up to the rung that a section belongs below. */
  #climbTo(pattern: string | undefined, value: number, heading: number | undefined): void {
    // the number says more than markup where the same kind stands without markup as well
    const isPlain = heading === undefined || (pattern !== undefined && this.#plain.has(pattern));
    if (heading === undefined && pattern !== undefined) this.#plain.add(pattern);
    // what counts from zero begins as what counts from one
    if (isPlain) return this.#climb(pattern ?? '', Math.max(1, value));
    // 8. goes on with 7. whatever the level of its markup
    const before =
      pattern === undefined || value === 1
        ? -1
        : this.#rungs.findIndex((rung) => rung.pattern === pattern && rung.value === value - 1);
    if (before !== -1) this.#rungs.length = before;
    else if (heading >= DEEP && !this.#rungs.some((rung) => (rung.heading ?? DEEP) < DEEP))
      // no markup makes headings of the chapters, but of small titles in them
      this.#upTo((rung) => rung.heading === undefined || rung.heading < heading);
    else this.#upTo((rung) => rung.heading !== undefined && rung.heading < heading);
  }

  #climb(pattern: string, value: number): void {
    const same = this.#rungs.findIndex((rung) => rung.pattern === pattern);
    const rank = rankOf(pattern);
    const parent = this.#parents.get(pattern);
    const last = this.#rungs.at(-1);
    if (same !== -1) this.#rungs.length = same;
    // wherever it was first met: what begins again stands below what is above it by its kind, 1. below （一）
    else if (
      parent !== undefined &&
      value === 1 &&
      last !== undefined &&
      (last.heading === undefined || last.pattern !== undefined) &&
      rankOf(last.pattern ?? last.key) < rank
    )
      return;
    else if (parent !== undefined) this.#upToParent(parent);
    // 01 stands below what it is first met under
    else if ((rank <= 3 && !pattern.startsWith('01')) || value !== 1)
      this.#upTo(({ key, heading }) => heading !== undefined || rankOf(key) < rank);
  }

  /** Up to the last rung that may stand above. */
  #upTo(mayStandAbove: (rung: Rung<T>) => boolean): void {
    while (this.#rungs.length > 0 && !mayStandAbove(this.#rungs.at(-1) as Rung<T>)) this.#rungs.pop();
  }

  #upToParent(parent: string): void {
    const at = this.#rungs.findIndex(({ key }) => key === parent);
    if (at !== -1) this.#rungs.length = at + 1;
    else if (parent === '') this.#rungs.length = 0;
  }
}
