import { namesOf, type Names } from '../model/references.ts';
import type { Report } from '../model/report.ts';
import { scalarsOf, type Scalars } from '../model/scalars.ts';
import { vocabularyOf } from '../model/vocabulary.ts';
import { parseFormula, type Formula } from '../quantity/value/formula.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { readFigures, type Figures } from './figures.ts';
import { readTexts, settingsOfTexts, type Prose } from './prose.ts';
import { QuantityStore } from './quantity-store.ts';
import { TextStore, type TextAlone } from './text-alone.ts';

/** What a reading is given besides the report. */
export interface ReadingOptions {
  /** Last year’s report, as far as it could be read: what it says is used. */
  readonly before?: Reading | undefined;
  /** Whether it was read whole, so that what it does not say is a ground as well; true, if it is left out. */
  readonly comparable?: boolean;
  /** A reading of nearly the same report: what it found in a text that both have is taken from there. */
  readonly earlier?: Reading | undefined;
  /** Whether an id may stand where the draft could not be read. */
  readonly isLost?: (id: string) => boolean;
}

/** How many quantities are taken over from an earlier reading; a report has a few hundred. */
const MOST_KEPT = 10_000;

/**
 * What is derived from a report, each thing once, when it is asked for: the one place that rules, ledger, renderers and import ask. Every
 * figure in it is read in the project’s approximation, and every reference printed by one printer. It never changes, and may be kept and
 * shared.
 */
export class Reading {
  readonly report: Report;
  readonly before: Reading | undefined;
  readonly #comparable: boolean;
  readonly #isLost: ((id: string) => boolean) | undefined;
  readonly #store: TextStore;
  #names: Names | undefined;
  #scalars: Scalars | undefined;
  #figures: Figures | undefined;
  #texts: readonly Prose[] | undefined;
  readonly #quantities: QuantityStore;
  readonly #formulas = new Map<string, Formula>();
  readonly #derived = new Map<(reading: Reading) => unknown, unknown>();

  constructor(report: Report, { before, comparable = true, earlier, isLost }: ReadingOptions = {}) {
    this.report = report;
    this.#store = new TextStore(settingsOfTexts(report), earlier && earlier.#store);
    this.#quantities =
      earlier?.report.approximation === report.approximation && earlier.#quantities.size < MOST_KEPT
        ? earlier.#quantities
        : new QuantityStore(report.approximation);
    this.before = before;
    this.#comparable = comparable;
    this.#isLost = isLost;
  }

  /** The report of the year before, where it is at hand, whole, and is that of the year before: what it lacks may be held against this one. */
  get lastYear(): Reading | undefined {
    const { year } = this.report.data;
    const before = this.#comparable ? this.before : undefined;
    return year !== undefined && before?.report.data.year === year - 1 ? before : undefined;
  }

  /** What references and formulas can name. */
  get names(): Names {
    return (this.#names ??= namesOf(this.report, this.#isLost));
  }

  /** Texts, formulas, quantities and words as they are written, from one walk. */
  get scalars(): Scalars {
    return (this.#scalars ??= scalarsOf(this.report));
  }

  /** The metrics with their values read and their formulas computed. */
  get figures(): Figures {
    return (this.#figures ??= readFigures(this));
  }

  /** Every text that is prose (titles, introductions, bodies, goals, reasons …, not cells) as it is read, in order. */
  get texts(): readonly Prose[] {
    return (this.#texts ??= readTexts(this));
  }

  /** What words of the draft, or what is printed of them, say by themselves. */
  alone(text: string): TextAlone {
    return this.#store.get(text);
  }

  /** A text as a figure, in a unit where it names none; undefined where it is no figure. */
  quantity(text: string, unit?: string): Quantity | undefined {
    return this.#quantities.read(text, unit);
  }

  /** A formula in the words of this report. */
  formula(text: string): Formula {
    const known = this.#formulas.get(text);
    if (known !== undefined) return known;
    const read = parseFormula(text, vocabularyOf(this.names));
    this.#formulas.set(text, read);
    return read;
  }

  /** What a function derives from this reading, computed where it is first asked for. The function is the key: give it a name of its own. */
  once<T>(derive: (reading: Reading) => T): T {
    if (this.#derived.has(derive)) return this.#derived.get(derive) as T;
    const made = derive(this);
    this.#derived.set(derive, made);
    return made;
  }
}
