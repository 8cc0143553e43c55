import type { Language } from '../diagnostic.ts';
import type { CoverageCounts } from '../lint/coverage/coverage.ts';
import type { LintFindings } from './reporter.ts';

/** What was held in all drafts of a run together; undefined where there is no report to speak of. */
export function coverageOf({
  coverage = [],
}: LintFindings): (CoverageCounts & { readonly rules: readonly string[] }) | undefined {
  if (coverage.length === 0) return undefined;
  const sum = (key: keyof CoverageCounts): number => coverage.reduce((total, each) => total + each[key], 0);
  return {
    figures: sum('figures'),
    held: sum('held'),
    planned: sum('planned'),
    dates: sum('dates'),
    rules: [...new Set(coverage.flatMap(({ rules }) => rules))].sort(),
  };
}

/** How many figures were held against something, in one line; empty where there is no report to speak of. */
export function coverageLine(run: LintFindings, language: Language): string {
  const all = coverageOf(run);
  if (all === undefined) return '';
  return language === 'zh'
    ? [heldZh(all), apartZh(all)].filter(Boolean).join('；')
    : [heldEn(all), apartEn(all)].filter(Boolean).join('; ');
}

type Counted = NonNullable<ReturnType<typeof coverageOf>>;

function heldZh({ figures, held, rules }: Counted): string {
  if (figures === 0) return '没有要核对的数字';
  if (held === 0) return `${figures}个数字：都只此一处`;
  const by = `有核对（${rules.length}条规则）`;
  return figures === held
    ? `${figures}个数字：都${by}`
    : `${figures}个数字：${held}个${by}，${figures - held}个只此一处`;
}

const apartZh = ({ planned, dates }: CoverageCounts): string => {
  const apart = [planned && `计划数${planned}个`, dates && `日期${dates}个`].filter(Boolean);
  return apart.length === 0 ? '' : `${apart.join('、')}不计在内`;
};

function heldEn({ figures, held, rules }: Counted): string {
  if (figures === 0) return 'no figures to cross-check';
  const alone = figures - held;
  const by = `cross-checked (${many(rules.length, 'rule')})`;
  if (held === 0) return `${many(figures, 'figure')}: ${figures === 1 ? 'it stands' : 'all stand'} alone`;
  if (alone === 0) return `${many(figures, 'figure')}: ${figures === 1 ? by : `all ${by}`}`;
  return `${many(figures, 'figure')}: ${held} ${by}, ${alone} ${alone === 1 ? 'stands' : 'stand'} alone`;
}

const apartEn = ({ planned, dates }: CoverageCounts): string => {
  const apart = [planned && many(planned, 'planned figure'), dates && many(dates, 'date')].filter(Boolean);
  return apart.length === 0 ? '' : `not counted: ${apart.join(', ')}`;
};

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
