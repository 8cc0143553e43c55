import type { Reading } from '../reading/reading.ts';
import type { Language, Words } from '../diagnostic.ts';
import { definitionChanges, type DefinitionChange } from '../chain/definitions.ts';
import { formerOf, valueOfYear } from '../chain/previous-year.ts';
import { sectionLabel } from '../model/labels.ts';
import type { Metric } from '../model/report.ts';
import { isPoints, isShare } from '../quantity/value/dimension.ts';
import { plus } from '../quantity/value/arithmetic.ts';
import { printChange, printGrowth } from '../quantity/value/print-change.ts';

export type MetricStatus = 'changed' | 'unchanged' | 'incomparable' | 'unfilled' | 'new' | 'gone';

/** A metric in two reports; what is not known is empty. */
export interface MetricDiff {
  readonly section: Words;
  readonly id: string;
  readonly name: string;
  /** What it was called, where that was something else. */
  readonly was: string;
  readonly status: MetricStatus;
  readonly before: string;
  readonly after: string;
  readonly change: Words;
  readonly growth: Words;
  /** Why the two cannot be compared, and what the draft says of it. */
  readonly note: Words;
}

const none: Words = { en: '', zh: '' };
const both = (say: (language: Language) => string): Words => ({ en: say('en'), zh: say('zh') });

/** Every metric of two reports, in the order of the later one, chained by id and `was`; those that are gone come last. */
export function diffMetrics(before: Reading, after: Reading): readonly MetricDiff[] {
  const former = formerOf(before.report.metrics);
  const met = new Set<Metric>();
  const rows = after.report.metrics.map((metric) => {
    const old = former(metric);
    if (old) met.add(old);
    return old
      ? compared(old, before, metric, after)
      : { ...row(metric), status: 'new' as const, after: shown(metric, after) };
  });
  const gone = before.report.metrics.filter((metric) => !met.has(metric));
  return [
    ...rows,
    ...gone.map((metric) => ({ ...row(metric), status: 'gone' as const, before: shown(metric, before) })),
  ];
}

const row = ({ id, data, section }: Metric): Omit<MetricDiff, 'status'> => ({
  section: sectionLabel(section),
  id,
  name: data.name ?? id,
  was: '',
  before: '',
  after: '',
  change: none,
  growth: none,
  note: none,
});

/** A value as written or computed, with the unit that its key gives. */
function shown(metric: Metric, reading: Reading): string {
  const { text } = valueOfYear(metric, reading.report.data.year ?? 0, reading) ?? { text: '' };
  const unit = metric.data.unit ?? '';
  return text === '' || unit === '' || text.includes(unit)
    ? text
    : text + (/^[A-Za-z]/.test(unit) ? ' ' : '') + unit;
}

function compared(old: Metric, before: Reading, metric: Metric, after: Reading): MetricDiff {
  const common = {
    ...row(metric),
    was: old.id === metric.id ? '' : old.id,
    before: shown(old, before),
    after: shown(metric, after),
  };
  const changes = definitionChanges(metric, after, old, before);
  const { restated } = metric.data;
  const said = restated === undefined ? none : { en: `restated: ${restated}`, zh: `调整说明：${restated}` };
  const note = both((language) =>
    [...changes.map((change) => noteOf(change, language)), said[language]]
      .filter((each) => each !== '')
      .join(language === 'zh' ? '；' : '; '),
  );
  if (common.before === '' || common.after === '') return { ...common, status: 'unfilled', note };
  if (changes.length > 0) return { ...common, status: 'incomparable', note };
  return { ...common, ...changeOf(old, before, metric, after), note };
}

/** How a value has moved; two that cannot be reckoned with are held together as they are written. */
function changeOf(
  old: Metric,
  before: Reading,
  metric: Metric,
  after: Reading,
): Pick<MetricDiff, 'status' | 'change' | 'growth'> {
  const [was, now] = [before.figures.of(old)?.measured, after.figures.of(metric)?.measured];
  const still = { change: none, growth: none };
  if (was === undefined || now === undefined)
    return { status: shown(old, before) === shown(metric, after) ? 'unchanged' : 'changed', ...still };
  const difference = plus('-', now, was);
  if (difference === undefined) return { status: 'incomparable', ...still };
  if (difference.number.equals(0)) return { status: 'unchanged', ...still };
  const isRate = isShare(now.dimension) || isPoints(now.dimension);
  return {
    status: 'changed',
    change: both((language) => printChange(now, difference, language) ?? ''),
    growth: isRate ? none : both((language) => printGrowth(now, was, language) ?? ''),
  };
}

const kinds: Readonly<Record<DefinitionChange['kind'], Words>> = {
  unit: { en: 'unit', zh: '单位' },
  definition: { en: 'definition', zh: '口径' },
  method: { en: 'method', zh: '核算方法' },
  columns: { en: 'columns', zh: '列' },
};

function noteOf({ kind, before, now }: DefinitionChange, language: Language): string {
  const gone = language === 'zh' ? '未写' : 'not given';
  return language === 'zh'
    ? `${kinds[kind].zh}：${before}→${now === '' ? gone : now}`
    : `${kinds[kind].en}: ${before} → ${now === '' ? gone : now}`;
}
