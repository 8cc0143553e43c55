import type { Reading } from '../reading/reading.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Path } from '../diagnostic.ts';
import type { Metric } from '../model/report.ts';

/** Finds the thing that one goes on from: by the name that it had (`was`), else by its id; undefined where it is new. */
export function formerOf<T extends { readonly id: string; readonly data: { readonly was?: string } }>(
  things: readonly T[],
): (thing: T) => T | undefined {
  const byId = new Map([...things].reverse().map((thing) => [thing.id, thing]));
  return ({ id, data: { was } }) => (was === undefined ? undefined : byId.get(was)) ?? byId.get(id);
}

/** A value that a report gives of a year, as written or as computed, with its place. */
export interface YearValue {
  readonly text: string;
  /** Undefined where the text is no figure. */
  readonly quantity: Quantity | undefined;
  readonly path: Path;
  readonly at?: 'key' | 'value';
}

/** What a metric says of a year: its value, its previous value or one of its history; undefined where it says nothing. */
export function valueOfYear(metric: Metric, year: number, reading: Reading): YearValue | undefined {
  const { data, path } = metric;
  const { report } = reading;
  const unit = unitOfMetric(metric, reading);
  const read = (text: string, ...keys: string[]): YearValue => ({
    text,
    quantity: reading.quantity(text, unit),
    path: [...path, ...keys],
  });
  const own = report.data.year ?? 0;
  if (year === own) {
    if (data.value !== undefined) return read(data.value, 'value');
    const computed = reading.figures.print(metric, undefined);
    return computed === undefined ? undefined : read(computed, 'formula');
  }
  const past = data.history?.[String(year)];
  if (past !== undefined) return read(past, 'history', String(year));
  return year === own - 1 && data.previous !== undefined ? read(data.previous, 'previous') : undefined;
}

/** The unit of a metric: its own, else that of its value. */
export function unitOfMetric({ data: { unit, value } }: Metric, reading: Reading): string | undefined {
  const written = unit ?? (value === undefined ? undefined : reading.quantity(value)?.unit);
  return written === '' ? undefined : written;
}
