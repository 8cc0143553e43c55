import { countedFigures } from '../../claims/counts/counted-figures.ts';
import { datesIn } from '../../claims/dates/date-claims.ts';
import type { Path, Place } from '../../diagnostic.ts';
import { cellUnit, isEmptyCell } from '../../model/cells.ts';
import type { Metric } from '../../model/report.ts';
import { splitReferences } from '../../model/split-references.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { metricsSaid, Metrics, none, HeldPlaces, type Rules } from './held-metrics.ts';
import type { Judged } from '../walk.ts';

/** A figure that nothing is held against: as it is written, and where. */
export interface LoneFigure extends Pick<Place, 'path' | 'span'> {
  readonly text: string;
}

/** How many figures of a report are held against something: another figure, a year, a formula. */
export interface CoverageCounts {
  /** Figures of texts and cells, and values that no text says; those of plans left out. */
  readonly figures: number;
  readonly held: number;
  /** Figures of plans and of what targets ask for, which nothing can be held against yet. */
  readonly planned: number;
  /** Dates in texts, which other rules look at. */
  readonly dates: number;
}

/** What was held, and what stands alone. */
export interface Held extends CoverageCounts {
  /** The rules that hold a figure, by name. */
  readonly rules: readonly string[];
  readonly alone: readonly LoneFigure[];
  /** The rules that hold a metric. */
  readonly of: (metric: Metric) => readonly string[];
}

/** What rules held of a report. That a figure is its own declaration, or is printed by a reference to it, holds nothing: it is one figure. */
export function heldFigures(reading: Reading, judged: readonly Judged[]): Held {
  const notes = new HeldPlaces(judged);
  const tally = new Tally();
  const metrics = new Metrics(reading, notes);
  const said = metricsSaid(reading);
  for (const prose of reading.texts) {
    tally.dates += prose.once(datesIn).length;
    const figures = prose.once(countedFigures);
    if (isPlanned(prose)) tally.planned += figures.length;
    else
      for (const figure of figures) {
        const metric = metrics.printedAt(prose, figure.span[0]) ?? said.get(prose)?.get(figure.span[0]);
        const rules = [notes.inText(prose, figure.span[0]), metric ? metrics.rulesOf(metric) : none] as const;
        if (metric) metrics.say(metric, rules[0]);
        tally.take(rules, () => ({ ...prose.place(figure.span), text: figure.text }));
      }
  }
  takeCells(reading, notes, metrics, tally);
  takeValues(reading, notes, metrics, tally);
  return {
    figures: tally.figures,
    held: tally.held,
    planned: tally.planned,
    dates: tally.dates,
    rules: [...tally.rules].sort(),
    alone: tally.alone,
    of: (metric) => metrics.allRulesOf(metric),
  };
}

/** Whether a text tells what is to be. */
const isPlanned = ({ part, path }: Pick<Prose, 'part' | 'path'>): boolean =>
  part?.kind === 'plan' || path.at(-1) === 'goal';

/** What is counted so far. */
class Tally {
  figures = 0;
  held = 0;
  planned = 0;
  dates = 0;
  readonly rules = new Set<string>();
  readonly alone: LoneFigure[] = [];

  take(held: readonly Rules[], lone: () => LoneFigure): void {
    this.figures++;
    if (held.every(({ size }) => size === 0)) this.alone.push(lone());
    else {
      this.held++;
      for (const rules of held) for (const rule of rules) this.rules.add(rule);
    }
  }
}

const year = /^(?:19|20)\d{2}$/;

/** The cells of tables that are figures. */
function takeCells(reading: Reading, notes: HeldPlaces, metrics: Metrics, tally: Tally): void {
  for (const table of reading.report.tables)
    for (const [row, cells] of table.rows)
      for (const [column, text] of cells.entries()) {
        if (text === null || isEmptyCell(text) || year.test(text)) continue;
        const path: Path = [...table.path, 'rows', row, column];
        const [only, more] = splitReferences(text);
        const metric = only?.kind === 'reference' && !more ? metrics.named(only.name) : undefined;
        if (metric) metrics.say(metric, notes.at(path));
        else if (reading.quantity(text, cellUnit(table, column)) === undefined) continue;
        if (table.section.part.kind === 'plan') tally.planned++;
        else tally.take([notes.at(path), metric ? metrics.rulesOf(metric) : none], () => ({ path, text }));
      }
}

/** Values that no text says, what was reached, and what targets ask for. */
function takeValues(reading: Reading, notes: HeldPlaces, metrics: Metrics, tally: Tally): void {
  const { report, figures } = reading;
  const isFigure = (text: string | undefined): text is string =>
    text !== undefined && reading.quantity(text) !== undefined;
  for (const metric of report.metrics) {
    if (metrics.isSaid(metric) || figures.of(metric)?.measured === undefined) continue;
    const { path, data, section } = metric;
    if (section.part.kind === 'plan') tally.planned++;
    else
      tally.take([metrics.rulesOf(metric)], () => ({
        path: [...path, data.value === undefined ? 'formula' : 'value'],
        text: data.value ?? figures.print(metric, undefined) ?? '',
      }));
  }
  for (const { data } of report.targets) if (isFigure(data.level)) tally.planned++;
  for (const { path, data } of report.results) {
    const { level, actual } = data;
    const at: Path = [...path, 'actual'];
    if (isFigure(level)) tally.planned++;
    if (isFigure(actual)) tally.take([notes.at(at)], () => ({ path: at, text: actual }));
  }
}
