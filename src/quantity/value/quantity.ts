import type Fraction from './fraction.ts';
import type { Span } from './formula.ts';
import type { Interval } from './interval.ts';

/** What the words around a number make of it. */
export type Qualifier =
  /** Nothing: 695处. */
  | 'exact'
  /** 约, 左右, about. */
  | 'about'
  /** 超过, over: more than the number. */
  | 'over'
  /** 以上, 不低于, at least. */
  | 'at-least'
  /** 低于, less than. */
  | 'below'
  /** 以下, 不超过, at most. */
  | 'at-most'
  /** 多, 余: a little more. */
  | 'odd'
  /** 近, 不足, nearly: a little less. */
  | 'nearly'
  /** 1—2. */
  | 'range'
  /** 数十, 几百: no number at all. */
  | 'vague';

/** Which way a figure says that something went: 增加307人 is a change, 增加到307人 what it changed to. */
export interface Movement {
  readonly direction: 'up' | 'down';
  readonly to: boolean;
}

/**
 * A figure of a text. Numbers are exact rationals in the base unit of the unit’s family: 1.7亿元 is 170000000 of 元, 55% is
 * 11/20 of %. They are reckoned when they are asked for, so that a spread would lose them: the type of one lacks them. To
 * change a quantity, use `withChanges`.
 */
export declare abstract class Quantity {
  /** As written, with its qualifiers. */
  readonly text: string;
  /** UTF-16 units of the text, end excluded: number, qualifiers and unit. */
  readonly span: Span;
  /** Where the digits alone stand. */
  readonly digits: Span;
  /** The number as written; of a range its lower end. */
  abstract get number(): Fraction;
  /** Every number that the text may stand for. */
  abstract get interval(): Interval;
  readonly qualifier: Qualifier;
  /** The unit’s family: two figures can be compared where it is the same. Empty where none is written. */
  readonly family: string;
  /** The unit as written: 万元, 人次, km; empty where none is. */
  readonly unit: string;
  /** What one of the last digit is worth, in base units: 0.1% is 1/1000. */
  abstract get step(): Fraction;
  /** One written unit in base units: of 万元 10000. */
  abstract get factor(): Fraction;
  /** Whether the number is exact, so that nothing was rounded. */
  abstract get exact(): boolean;
  /** What it is counted by: 人均每月900元 by 人 and 月. */
  readonly per: readonly string[];
  readonly movement: Movement | undefined;
  /** `rank` for 第3位, `ratio` for 3.9：59.5：36.6, `chinese` for numbers in Chinese numerals, `claim` for words that say 0. */
  readonly kind: 'figure' | 'rank' | 'ratio' | 'chinese' | 'claim';
  /** The numbers of a ratio. */
  readonly terms: readonly Fraction[];
}
