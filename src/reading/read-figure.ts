import type { Evaluation } from '../quantity/value/evaluate.ts';
import type { Expression } from '../quantity/value/formula.ts';
import { measuredOf, type Measured } from '../quantity/value/arithmetic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Metric } from '../model/report.ts';

/** A metric with what its texts mean. */
export interface Figure {
  readonly metric: Metric;
  /** Its value as declared; undefined where there is none, or where it is no figure. */
  readonly declared: Quantity | undefined;
  /** The value that formulas reckon with: the declared one, else the computed one. */
  readonly measured: Measured | undefined;
  readonly formula: Expression | undefined;
  /** What the formula makes; undefined where there is none, or where an operand has no value yet. */
  readonly outcome: Evaluation;
}

/** A metric as it was read; what is reckoned with is made of it where it is asked for. */
export class ReadFigure implements Figure {
  #measured: Measured | undefined;
  #isMeasured = false;
  readonly metric: Metric;
  readonly declared: Quantity | undefined;
  readonly formula: Expression | undefined;
  readonly outcome: Evaluation;

  constructor(
    metric: Metric,
    declared: Quantity | undefined,
    formula: Expression | undefined,
    outcome: Evaluation,
    computed: Measured | undefined,
  ) {
    this.metric = metric;
    this.declared = declared;
    this.formula = formula;
    this.outcome = outcome;
    this.#measured = computed;
  }

  get measured(): Measured | undefined {
    if (this.declared && !this.#isMeasured) this.#measured = measuredOf(this.declared);
    this.#isMeasured = true;
    return this.#measured;
  }
}
