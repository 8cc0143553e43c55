import type { Path } from '../diagnostic.ts';
import { evaluate, type Operand } from '../quantity/value/evaluate.ts';
import { namesIn, type Expression, type Formula } from '../quantity/value/formula.ts';
import { constantOf, measuredOf, plus, type Measured } from '../quantity/value/arithmetic.ts';
import { printMeasured } from '../quantity/value/print.ts';
import { printChange, printGrowth } from '../quantity/value/print-change.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { parseQuantity } from '../quantity/scan/scan.ts';
import { cellUnit, isEmptyCell } from '../model/cells.ts';
import { dependencyOrder } from './dependency-order.ts';
import { hasPlaceholder } from '../model/placeholders.ts';
import { knownReference, type MetricWord, type Names, type Reference } from '../model/references.ts';
import type { Metric, Report, Table } from '../model/report.ts';
import { type Figure, ReadFigure } from './read-figure.ts';

/** What a name in a formula stands for, as messages show it. */
export interface NamedOperand {
  readonly operand: Operand;
  /** The figure as written or as computed; empty where there is none. */
  readonly text: string;
  readonly path: Path | undefined;
}

/** The figures of a report, computed once, whatever the number of metrics in linear time. */
export interface Figures {
  readonly all: readonly Figure[];
  /** Metrics whose formulas need each other, each circle once. */
  readonly circles: readonly (readonly Metric[])[];
  readonly of: (metric: Metric) => Figure | undefined;
  /** A text as a figure, in a unit where it names none; undefined where it is no figure. */
  readonly read: (text: string, unit: string | undefined) => Quantity | undefined;
  /** Last year’s value of a metric as it is written, and where: the metric’s own, its history, else what last year’s report says. */
  readonly lastYear: (
    metric: Metric,
  ) => { readonly text: string; readonly path: Path; readonly unit: string | undefined } | undefined;
  /** Last year’s figure of a metric. */
  readonly previous: (metric: Metric) => Measured | undefined;
  readonly operand: (name: string) => NamedOperand;
  readonly cell: (table: Table, text: string | null, path: Path) => NamedOperand;
  /** What a metric prints: its computed value, last year’s, its change or growth; undefined where these are not known. */
  readonly print: (metric: Metric, word: Exclude<MetricWord, 'level'> | undefined) => string | undefined;
}

/** What figures are read from: a `Reading`. */
export interface FigureSource {
  readonly report: Report;
  readonly names: Names;
  /** Last year’s report, from which values of that year are taken where the draft has none. */
  readonly before: { readonly report: Report } | undefined;
  quantity(text: string, unit?: string): Quantity | undefined;
  formula(text: string): Formula;
}

/** The figures of a report. */
export const readFigures = (from: FigureSource): Figures => new FiguresOfReport(from);

/** How far a cell that refers to a cell that refers to a cell … is followed; a circle ends there. */
const DEEPEST = 3;

class FiguresOfReport implements Figures {
  readonly #from: FigureSource;
  readonly #report: Report;
  readonly #names: Names;
  readonly #previous: ReadonlyMap<string, Metric>;
  readonly #figures = new Map<Metric, Figure>();
  readonly circles: Figures['circles'];

  constructor(from: FigureSource) {
    const { report, names, before } = from;
    this.#from = from;
    this.#report = report;
    this.#names = names;
    this.#previous = new Map((before?.report.metrics ?? []).map((metric) => [metric.id, metric]));
    const formulas = new Map<Metric, Expression>();
    for (const metric of report.metrics) {
      const formula = metric.data.formula === undefined ? undefined : from.formula(metric.data.formula);
      if (formula && 'expression' in formula) formulas.set(metric, formula.expression);
    }
    const { order, circles } = dependencyOrder(report.metrics, (metric) => this.#needs(formulas.get(metric)));
    this.circles = circles;
    for (const metric of order) this.#figures.set(metric, this.#figure(metric, formulas.get(metric)));
  }

  get all(): readonly Figure[] {
    return this.#report.metrics.flatMap((metric) => this.#figures.get(metric) ?? []);
  }

  read(text: string, unit: string | undefined): Quantity | undefined {
    return this.#from.quantity(text, unit);
  }

  of(metric: Metric): Figure | undefined {
    return this.#figures.get(metric);
  }

  /** The metrics that a formula reckons with. */
  #needs(formula: Expression | undefined): readonly Metric[] {
    if (formula === undefined) return [];
    return namesIn(formula).flatMap(({ name }) => {
      const { reference } = this.#resolve(name);
      return reference?.kind === 'metric' && reference.word === undefined ? [reference.metric] : [];
    });
  }

  #figure(metric: Metric, formula: Expression | undefined): Figure {
    const { value, unit } = metric.data;
    const declared = value === undefined ? undefined : this.read(value, unit);
    const outcome = formula && evaluate(formula, { name: (name) => this.operand(name).operand, constant });
    const computed =
      value === undefined && outcome && 'measured' in outcome ? inUnit(outcome.measured, unit) : undefined;
    return new ReadFigure(metric, declared, formula, outcome, computed);
  }

  /** What a name means, cells that hold nothing but a reference followed. */
  #resolve(name: string): { readonly reference: Reference | undefined; readonly path: Path | undefined } {
    let reference: Reference | undefined = knownReference(name, this.#names);
    const path = reference?.kind === 'cell' ? reference.path : undefined;
    for (let depth = 0; reference?.kind === 'cell' && depth < DEEPEST; depth++) {
      const inner = referenceIn(reference.text ?? '');
      if (inner === undefined) break;
      reference = knownReference(inner, this.#names);
    }
    return { reference, path };
  }

  operand(name: string): NamedOperand {
    const { reference, path } = this.#resolve(name);
    if (reference?.kind === 'metric' && reference.word === undefined)
      return this.#value(reference.metric, path);
    if (reference?.kind === 'metric' && reference.word === 'previous')
      return { ...this.#previousOperand(reference.metric), ...(path && { path }) };
    if (reference?.kind !== 'cell') return { operand: { kind: 'absent' }, text: '', path };
    return this.cell(reference.table, reference.text, reference.path);
  }

  cell(table: Table, text: string | null, path: Path): NamedOperand {
    if (text === null || isEmptyCell(text)) return { operand: { kind: 'empty' }, text: '', path };
    const inner = referenceIn(text);
    if (inner !== undefined) return { ...this.operand(inner), path };
    const quantity = this.read(text, cellUnit(table, Number(path.at(-1))));
    return { operand: operandOf(text, quantity), text: withUnit(text, quantity), path };
  }

  #value(metric: Metric, path: Path | undefined): NamedOperand {
    const { value } = metric.data;
    const figure = this.#figures.get(metric);
    const at = path ?? [...metric.path, value === undefined ? 'formula' : 'value'];
    if (value !== undefined)
      return {
        operand: operandOf(value, figure?.declared),
        text: withUnit(value, figure?.declared),
        path: at,
      };
    const measured = figure?.measured;
    return {
      operand: measured ? { kind: 'figure', measured } : { kind: 'absent' },
      text: this.print(metric, undefined) ?? '',
      path: at,
    };
  }

  lastYear({
    id,
    data,
    path,
  }: Metric): { readonly text: string; readonly path: Path; readonly unit: string | undefined } | undefined {
    const year = String((this.#report.data.year ?? 0) - 1);
    const unit = data.unit ?? (data.value === undefined ? undefined : this.read(data.value, undefined)?.unit);
    if (data.previous !== undefined) return { text: data.previous, path: [...path, 'previous'], unit };
    const past = data.history?.[year];
    if (past !== undefined) return { text: past, path: [...path, 'history', year], unit };
    const last = this.#previous.get(data.was ?? id) ?? this.#previous.get(id);
    return last?.data.value === undefined
      ? undefined
      : { text: last.data.value, path: [...last.path, 'value'], unit: last.data.unit };
  }

  #previousOperand(metric: Metric): NamedOperand {
    const written = this.lastYear(metric);
    if (written === undefined) return { operand: { kind: 'absent' }, text: '', path: undefined };
    const unit = written.unit === '' ? undefined : written.unit;
    const quantity = this.read(written.text, unit);
    return { operand: operandOf(written.text, quantity), text: written.text, path: written.path };
  }

  previous(metric: Metric): Measured | undefined {
    const { operand } = this.#previousOperand(metric);
    return operand.kind === 'figure' ? operand.measured : undefined;
  }

  print(metric: Metric, word: Exclude<MetricWord, 'level'> | undefined): string | undefined {
    const { language } = this.#report;
    if (word === 'previous') return this.lastYear(metric)?.text;
    const now = this.#figures.get(metric)?.measured;
    if (now === undefined) return undefined;
    if (word === undefined) return printMeasured(now, language);
    const before = this.previous(metric);
    if (before === undefined) return undefined;
    const difference = plus('-', now, before);
    if (word === 'change') return printChange(now, difference, language);
    return difference && printGrowth(now, before, language);
  }
}

/** A figure as written, with the unit that the text leaves to its key or its table. */
const withUnit = (text: string, quantity: Quantity | undefined): string =>
  quantity === undefined || text.includes(quantity.unit.trim())
    ? text
    : text.trim() + (/^[A-Za-z]/.test(quantity.unit) ? ' ' : '') + quantity.unit;

/** The name in a cell that holds a reference and nothing else. */
const referenceIn = (text: string): string | undefined => /^\s*\{\{([^{}]+)\}\}\s*$/.exec(text)?.[1]?.trim();

const constant = (text: string): Measured | undefined => {
  const quantity = parseQuantity(text);
  return quantity && constantOf(quantity);
};

/** A text that should be a figure: what is still to be filled in is no mistake of the formula. */
export function operandOf(text: string, quantity: Quantity | undefined): Operand {
  const measured = quantity && measuredOf(quantity);
  return measured
    ? { kind: 'figure', measured }
    : { kind: text.trim() === '' || hasPlaceholder(text) ? 'absent' : 'unreadable' };
}

/** A computed figure in the unit that its metric asks for, where that is one of the same kind. */
function inUnit(measured: Measured, unit: string | undefined): Measured {
  const asked = unit === undefined ? undefined : parseQuantity('1', { unit });
  const wanted = asked && measuredOf(asked);
  return wanted && wanted.dimension.of.join() === measured.dimension.of.join()
    ? { ...measured, unit: wanted.unit }
    : measured;
}
