import type { Path } from '../../diagnostic.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { RATIO } from '../../quantity/value/unit.ts';
import type { Figures } from '../../reading/figures.ts';
import type { Reading } from '../../reading/reading.ts';
import { cellUnit } from '../../model/cells.ts';
import type { Metric, Table } from '../../model/report.ts';
import type { ReportClaim } from '../claim.ts';

/** A value of the draft with its place. */
type Placed = Pick<Quantity, 'number' | 'text' | 'unit' | 'factor' | 'step'> & { readonly path: Path };

/** The values of a metric, or of a row of a table, in the order of their years. */
export interface DeclaredSeries extends ReportClaim {
  readonly values: readonly Placed[];
}

/** The series that a draft declares: a metric’s history with its values of last year and this, and rows of tables with a column a year. */
export function declaredSeries({ report, figures }: Reading): readonly DeclaredSeries[] {
  const year = report.data.year ?? 0;
  return [
    ...report.metrics.flatMap((metric) => ofMetric(metric, figures, year)),
    ...report.tables.flatMap((table) => ofTable(table, figures)),
  ];
}

interface Written {
  readonly text: string;
  readonly path: Path;
}

function seriesOf(
  written: readonly Written[],
  read: (text: string, index: number) => Quantity | undefined,
): readonly DeclaredSeries[] {
  const values: Placed[] = [];
  let family: string | undefined;
  for (const [index, { text, path }] of written.entries()) {
    const found = read(text, index);
    if (!found || found.family === RATIO || found.kind !== 'figure' || found.number.compare(0) <= 0)
      return [];
    if (family !== undefined && found.family !== family) return [];
    family = found.family;
    values.push({
      number: found.number,
      text,
      unit: found.unit,
      factor: found.factor,
      step: found.step,
      path,
    });
  }
  const isFew = values.some(({ number, factor }) => factor.equals(1) && number.compare(FEW) <= 0);
  return values.length < 3 || isFew ? [] : [{ values, figures: values.map(({ path }) => ({ path })) }];
}

/** Below that, a count may well be ten times another. */
const FEW = 10;

function ofMetric({ data, path }: Metric, figures: Figures, year: number): readonly DeclaredSeries[] {
  const known = new Map<number, Written>();
  for (const [past, text] of Object.entries(data.history ?? {}))
    if (text !== null) known.set(Number(past), { text, path: [...path, 'history', past] });
  if (data.previous !== undefined) known.set(year - 1, { text: data.previous, path: [...path, 'previous'] });
  if (data.value !== undefined) known.set(year, { text: data.value, path: [...path, 'value'] });
  const written = [...known].sort(([a], [b]) => a - b).map(([, value]) => value);
  return seriesOf(written, (text) => figures.read(text, data.unit));
}

const ofYear = /^(?:FY ?)?((?:19|20)\d\d) ?(?:年度?)?$/;

/** The year that a row or column is named by; NaN where it is none. */
const yearIn = (name: string): number => Number(ofYear.exec(name.trim())?.[1]);

/** The rows of a table with a column a year, else its columns where the rows are years. */
function ofTable(table: Table, figures: Figures): readonly DeclaredSeries[] {
  const years = table.columns.map((name) => yearIn(name));
  if (years.length >= 3 && isRising(years))
    return table.rows.flatMap(([row, cells]) =>
      seriesOf(
        years.map((_, at) => ({ text: cells[at] ?? '', path: [...table.path, 'rows', row, at] })),
        (text, at) => figures.read(text, cellUnit(table, at)),
      ),
    );
  const named = table.rows.map(([row]) => yearIn(row));
  if (named.length < 3 || !isRising(named)) return [];
  return table.columns.flatMap((_, at) =>
    seriesOf(
      table.rows.map(([row, cells]) => ({ text: cells[at] ?? '', path: [...table.path, 'rows', row, at] })),
      (text) => figures.read(text, cellUnit(table, at)),
    ),
  );
}

const isRising = (years: readonly number[]): boolean =>
  years.every((year, at) => year > (years[at - 1] ?? 0));
