import type { Reading } from '../reading/reading.ts';
import type { Path } from '../diagnostic.ts';
import { dimensionOf, sameDimension, type Dimension } from '../quantity/value/dimension.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { parseQuantity } from '../quantity/scan/scan.ts';
import { isCount } from '../quantity/value/unit.ts';
import { unitOfMetric, valueOfYear } from './previous-year.ts';
import { hasPlaceholder } from '../model/placeholders.ts';
import { splitReferences } from '../model/split-references.ts';
import type { Metric, Table } from '../model/report.ts';

/** What makes two values of one name another thing: what they are counted in, what is counted, how. */
export interface DefinitionChange {
  readonly kind: 'unit' | 'definition' | 'method' | 'columns';
  readonly before: string;
  /** Empty where it is gone. */
  readonly now: string;
  readonly path: Path;
  readonly formerPath: Path;
}

/** In what a metric differs from the one that it goes on from, so that their values cannot be compared. */
export function definitionChanges(
  metric: Metric,
  reading: Reading,
  former: Metric,
  last: Reading,
): readonly DefinitionChange[] {
  const [now, before] = [countedIn(metric, reading), countedIn(former, last)];
  const changes: DefinitionChange[] = [];
  if (now && before && !isSameUnit(now, before)) {
    const place = ({ path, data }: Metric): Path => [
      ...path,
      ...(data.unit !== undefined ? ['unit'] : data.value !== undefined ? ['value'] : []),
    ];
    changes.push({
      kind: 'unit',
      before: unitText(before),
      now: unitText(now),
      path: place(metric),
      formerPath: place(former),
    });
  }
  for (const kind of ['definition', 'method'] as const) {
    const [old, text] = [former.data[kind], metric.data[kind]];
    if (old === undefined || isSameText(old, text ?? '')) continue;
    changes.push({
      kind,
      before: old,
      now: text ?? '',
      path: text === undefined ? metric.path : [...metric.path, kind],
      formerPath: [...former.path, kind],
    });
  }
  return changes;
}

/** In what a table differs from that of the same id: its unit, or columns that it had and has no more. */
export function tableChanges(table: Table, former: Table): readonly DefinitionChange[] {
  const changes: DefinitionChange[] = [];
  const [now, before] = [table, former].map(({ data: { unit } }) =>
    unit === undefined ? undefined : parseQuantity('1', { unit }),
  );
  if (now && before && !isSameUnit(now, before))
    changes.push({
      kind: 'unit',
      before: unitText(before),
      now: unitText(now),
      path: [...table.path, 'unit'],
      formerPath: [...former.path, 'unit'],
    });
  const [columns, old] = [table.columns, former.columns];
  const known = new Set(columns.map(withoutYears));
  const gone = old.filter((column) => !known.has(withoutYears(column)));
  if (columns.length > 0 && gone.length > 0) {
    const was = new Set(old.map(withoutYears));
    const added = columns.filter((column) => !was.has(withoutYears(column)));
    const paths = {
      path: [...table.path, 'columns'] as const,
      formerPath: [...former.path, 'columns'] as const,
    };
    changes.push({ kind: 'columns', before: gone.join('、'), now: added.join('、'), ...paths });
  }
  return changes;
}

/** A column of 2016 is that of 2017 a year later. */
const withoutYears = (text: string): string => plain(text).replaceAll(/(?:19|20)\d{2}/g, '');

/** The figure that shows what a metric is counted in; undefined where nothing does. */
function countedIn(metric: Metric, reading: Reading): Quantity | undefined {
  const { report } = reading;
  const value = valueOfYear(metric, report.data.year ?? 0, reading)?.quantity;
  const unit = unitOfMetric(metric, reading);
  return value ?? (unit === undefined ? undefined : parseQuantity('1', { unit }));
}

const dimension = ({ family, per }: Quantity): Dimension => dimensionOf(family, per).dimension;
const unitText = ({ unit, per }: Quantity): string =>
  (unit.includes('/') || per.length === 0 ? unit : [unit, ...per].join('/')).trim();

/** Whether two figures are counted in the same thing; one without a unit takes any, and 个 counts whatever is counted. */
export function isSameUnit(a: Quantity, b: Quantity): boolean {
  if (a.family === '' || b.family === '' || sameDimension(dimension(a), dimension(b))) return true;
  return (
    [a, b].some(({ family }) => family === '个') &&
    [a, b].every(({ family, per }) => per.length === 0 && isCount(family))
  );
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\s+/g, '')
    .replace(/(?<![.。;；])[.。;；]+$/, '');

/** Whether two texts say the same; of one with references the words between them, in their order. */
function isSameText(before: string, now: string): boolean {
  if (hasPlaceholder(now)) return true;
  if (!before.includes('{{')) return plain(before) === plain(now);
  const text = plain(now);
  let at = 0;
  for (const segment of splitReferences(before)) {
    if (segment.kind !== 'text') continue;
    const words = plain(segment.text);
    const found = text.indexOf(words, at);
    if (found === -1) return false;
    at = found + words.length;
  }
  return true;
}
