import type Fraction from './fraction.ts';
import type { Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { intervalOf, isExact, numberOf, stepOf, worthOf, type Stated } from './written-interval.ts';

/** What a text says of a figure, without its numbers. */
export type Said = Pick<
  Quantity,
  'text' | 'span' | 'digits' | 'family' | 'unit' | 'per' | 'movement' | 'kind'
>;

const noTerms: readonly Fraction[] = [];

/** A figure as it is written, whose numbers are reckoned when they are asked for, and then kept. */
export class StatedQuantity implements Quantity {
  readonly text: Quantity['text'];
  readonly span: Quantity['span'];
  readonly digits: Quantity['digits'];
  readonly qualifier: Quantity['qualifier'];
  readonly family: Quantity['family'];
  readonly unit: Quantity['unit'];
  readonly per: Quantity['per'];
  readonly movement: Quantity['movement'];
  readonly kind: Quantity['kind'];
  readonly terms = noTerms;
  readonly #stated: Stated;
  #number: Fraction | undefined;
  #interval: Interval | undefined;
  #step: Fraction | undefined;
  #factor: Fraction | undefined;

  constructor(said: Said, stated: Stated) {
    this.text = said.text;
    this.span = said.span;
    this.digits = said.digits;
    this.qualifier = stated.qualifier;
    this.family = said.family;
    this.unit = said.unit;
    this.per = said.per;
    this.movement = said.movement;
    this.kind = said.kind;
    this.#stated = stated;
  }

  get number(): Fraction {
    const number = (this.#number ??= numberOf(this.#stated));
    // 数十 is twice ten at the least
    return this.qualifier === 'vague' ? number.mul(2) : number;
  }

  get interval(): Interval {
    return (this.#interval ??= intervalOf(this.#stated));
  }

  get step(): Fraction {
    return (this.#step ??= stepOf(this.#stated));
  }

  get factor(): Fraction {
    return (this.#factor ??= worthOf(this.#stated));
  }

  get exact(): boolean {
    return isExact(this.#stated);
  }
}

/** A quantity with some of its properties changed. */
export const withChanges = (quantity: Quantity, changes: Partial<Quantity>): Quantity => ({
  ...quantity,
  number: quantity.number,
  interval: quantity.interval,
  step: quantity.step,
  factor: quantity.factor,
  exact: quantity.exact,
  ...changes,
});
