import { parseQuantity } from '../quantity/scan/scan.ts';
import type { Quantity } from '../quantity/value/quantity.ts';

/** Quantities by the text and the unit that they are read from, each read once in one approximation. */
export class QuantityStore {
  readonly #approximation: number;
  /** By unit first: to look a text up makes no text. */
  readonly #byUnit = new Map<string | undefined, Map<string, Quantity | undefined>>();
  #size = 0;

  constructor(approximation: number) {
    this.#approximation = approximation;
  }

  /** How many are kept. */
  get size(): number {
    return this.#size;
  }

  read(text: string, unit: string | undefined): Quantity | undefined {
    let inUnit = this.#byUnit.get(unit);
    if (inUnit === undefined) this.#byUnit.set(unit, (inUnit = new Map()));
    const known = inUnit.get(text);
    if (known !== undefined || inUnit.has(text)) return known;
    const quantity = parseQuantity(text, { unit, approximation: this.#approximation });
    inUnit.set(text, quantity);
    this.#size++;
    return quantity;
  }
}
