import type { Range } from '../../diagnostic.ts';
import type { Metric } from '../../model/report.ts';
import type { Reading } from '../../reading/reading.ts';
import { heldFigures, type CoverageCounts, type Held, type LoneFigure } from './coverage.ts';
import type { Judged } from '../walk.ts';

/** A figure that stands alone, as it is written, in lines and columns. */
export interface LonePlace {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** What lint says of its reach: how much it held, by which rules, and what stands alone. */
export interface FigureCoverage extends CoverageCounts {
  readonly rules: readonly string[];
  readonly alone: readonly LonePlace[];
}

const byPlace = (a: LonePlace, b: LonePlace): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.column - b.range.start.column;

/** What was held of a report, reckoned where it is first asked for. */
export class Reach {
  readonly #reading: Reading;
  readonly #judged: readonly Judged[];
  readonly #placeOf: (lone: LoneFigure) => LonePlace;
  #held: Held | undefined;

  /** @param placeOf where a figure stands in its file */
  constructor(reading: Reading, judged: readonly Judged[], placeOf: (lone: LoneFigure) => LonePlace) {
    this.#reading = reading;
    this.#judged = judged;
    this.#placeOf = placeOf;
  }

  /** The rules that hold a metric, by name. */
  of(metric: Metric): readonly string[] {
    return this.#all.of(metric);
  }

  get coverage(): FigureCoverage {
    const { figures, held, planned, dates, rules, alone } = this.#all;
    return {
      figures,
      held,
      planned,
      dates,
      rules,
      alone: alone.map((each) => this.#placeOf(each)).sort(byPlace),
    };
  }

  get #all(): Held {
    return (this.#held ??= heldFigures(this.#reading, this.#judged));
  }
}
