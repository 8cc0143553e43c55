import { yearPeriod } from '../dates/calendar.ts';
import { periodOf } from '../dates/dates.ts';
import type { Commitment } from '../chain/commitments.ts';
import type { ResultData } from '../model/data.generated.ts';
import type { Report, Result } from '../model/report.ts';
import { lightNames, type Light, type LightSettings, type Lit, type Reason } from './light.ts';
import { printPeriod } from '../dates/print-period.ts';
import { lightOf } from './rag-status.ts';
import { lastNews, type Standing } from './target-progress.ts';

/** The light of a row, and why it is what it is. */
export interface RowLights {
  /** The light in force: one set by hand, else the computed one. */
  readonly light: Light | 'closed';
  readonly computed: Light | 'closed';
  /** Who set a light by hand says why, and from which day it stands; null where the light is the computed one. */
  readonly hand: { readonly reason: string; readonly date: string } | null;
  readonly reasons: readonly Reason[];
}

/** What the light of an open commitment is made of. */
export interface LightSource {
  readonly commitment: Commitment;
  /** The result that last year’s report left open. */
  readonly before: Result | undefined;
  readonly report: Report;
  readonly standing: Standing;
  readonly settings: LightSettings;
}

/** No light: a miss that is closed has been taken up by the plan. */
export const lightsOfClosed = (outcome: ResultData['outcome']): RowLights => ({
  light: 'closed',
  computed: 'closed',
  hand: null,
  reasons:
    outcome === 'missed' || outcome === 'partly'
      ? [{ code: 'taken-up', en: 'the plan takes it up again', zh: '已列入计划' }]
      : [],
});

/** The light of an open one: one that was set by hand stands before the computed one, which is told beside it. */
export function lightsOfOpen(source: LightSource): RowLights {
  const { commitment, before, report, standing, settings } = source;
  const start = startOf(commitment, before, report);
  const computed = lightOf(commitment, standing, start, lastNews(commitment, standing, before), settings);
  const { color, reason = '', date = '' } = commitment.result?.data.light ?? before?.data.light ?? {};
  if (color === undefined || !isInForce(date, source))
    return { ...computed, computed: computed.light, hand: null };
  return {
    light: color,
    computed: computed.light,
    hand: { reason, date },
    reasons: [...setByHand(reason, date, computed), ...computed.reasons],
  };
}

/** A light that was set on a day stands from then until something is reported again. */
function isInForce(date: string, { report: { calendar }, standing, settings }: LightSource): boolean {
  const day = periodOf(date, calendar);
  if (day === undefined || day.first > settings.on) return false;
  return standing.entries.every((entry) => (periodOf(entry.date ?? '', calendar)?.last ?? '') <= day.last);
}

const setByHand = (reason: string, date: string, { light }: Lit): Reason[] => [
  {
    code: 'by-hand',
    en: `set by hand on ${printPeriod(date, 'en')}: ${reason}`,
    zh: `${printPeriod(date, 'zh')}人工亮灯：${reason}`,
  },
  { code: 'computed', en: `computed: ${lightNames[light].en}`, zh: `测算为${lightNames[light].zh}` },
];

/** The first day of the time that a commitment has: of the year it is for, or of the year before, where it was under way then already. */
function startOf(
  { set, target }: Commitment,
  before: Result | undefined,
  { data: { year = 0 }, calendar }: Report,
): string {
  if (set === 'next') return yearPeriod(year + 1, calendar).first;
  const carried = before !== undefined || (set === 'earlier' && target?.section.part.kind === 'summary');
  return yearPeriod(carried ? year - 1 : year, calendar).first;
}
