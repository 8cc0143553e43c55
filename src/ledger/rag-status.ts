import type { Words } from '../diagnostic.ts';
import type { Commitment } from '../chain/commitments.ts';
import { daysBetween } from '../dates/dates.ts';
import { fallsShort, percentText } from '../quantity/value/direction.ts';
import type { LightSettings, Lit, Reason } from './light.ts';
import { notesOf } from './light-notes.ts';
import { missedMilestones } from './milestones.ts';
import { printPeriod } from '../dates/print-period.ts';
import { isReached, type Standing } from './target-progress.ts';

/** By how many percentage points progress may lag behind the time before it is a risk. */
const SLACK = 10;

/**
 * The light of an open commitment on a day. Red: its due date is past. Yellow: it was recorded as missed or met in part, it
 * is due within some days, a milestone is past and not recorded as reached, progress lags behind the time since `start` by
 * more than ten points, a figure that is to stay low lies beyond its level, or nothing was reported for long, `news` being
 * the last day of which something was. Green: none of these. The due date is that in force, as last revised.
 */
export function lightOf(
  commitment: Commitment,
  standing: Standing,
  start: string,
  news: string,
  { on, days, stale }: LightSettings,
): Lit {
  const left = daysBetween(on, commitment.due.last);
  const silence = staleness(news, start, on, stale);
  const risks = [
    ...missOf(commitment),
    ...soon(left, days),
    ...risksOf(commitment, standing, start, on),
    ...silence,
  ];
  const notes = notesOf(commitment, standing, start, on).filter(
    ({ code }) => code !== 'silent' || silence.length === 0,
  );
  if (left < 0) return { light: 'red', reasons: [overdue(-left), ...risks, ...notes] };
  if (risks.length > 0) return { light: 'yellow', reasons: [...risks, ...notes] };
  return { light: 'green', reasons: [onCourse(commitment, standing, start, on, left), ...notes] };
}

const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

const overdue = (late: number): Reason => ({
  code: 'overdue',
  en: `overdue by ${many(late, 'day')}`,
  zh: `超期${late}天`,
});

/** What was missed or met in part is open still, and never on course. */
function missOf({ result }: Commitment): Reason[] {
  const { outcome, reason = '' } = result?.data ?? {};
  if (outcome !== 'missed' && outcome !== 'partly') return [];
  const [en, zh] =
    outcome === 'missed'
      ? ['recorded as missed', '已记为未完成']
      : ['recorded as met in part', '已记为部分完成'];
  return [
    {
      code: 'missed',
      en: reason === '' ? en : `${en}: ${reason}`,
      zh: reason === '' ? zh : `${zh}：${reason}`,
    },
  ];
}

/** That nothing was reported for so many days, since the last entry or, where there is none, since the time began. */
function staleness(news: string, start: string, on: string, stale: number): Reason[] {
  const silent = daysBetween(news === '' ? start : news, on);
  if (stale === 0 || on < start || silent < stale) return [];
  const last =
    news === ''
      ? { en: '', zh: '' }
      : { en: ` (last on ${printPeriod(news, 'en')})`, zh: `（上次${printPeriod(news, 'zh')}）` };
  return [
    {
      code: 'stale',
      en: `no progress reported for ${many(silent, 'day')}${last.en}`,
      zh: `已${silent}天没有报送进展${last.zh}`,
    },
  ];
}

function soon(left: number, days: number): Reason[] {
  if (left < 0 || left > days) return [];
  return [
    {
      code: 'due-soon',
      ...(left === 0
        ? { en: 'due this day', zh: '当日到期' }
        : { en: `due in ${many(left, 'day')}`, zh: `还有${left}天到期` }),
    },
  ];
}

function risksOf(commitment: Commitment, standing: Standing, start: string, on: string): Reason[] {
  const { direction, level } = commitment;
  const { value, way } = standing;
  const reached = isReached(commitment, standing);
  if (reached === true) return [];
  const missed = missedMilestones(commitment, standing, on).map(({ goal = '', due = '' }): Reason => {
    const name = goal === '' ? { en: '', zh: '' } : { en: `“${goal}” `, zh: `“${goal}”` };
    return {
      code: 'milestone',
      en: `milestone ${name.en}(${printPeriod(due, 'en')}) is past and not recorded as reached`,
      zh: `节点${name.zh}（${printPeriod(due, 'zh')}）已过，没有达到的记录`,
    };
  });
  if (way === undefined) {
    const isBeyond = direction === 'lower' && reached === false;
    const words = {
      en: `${value?.text} is beyond ${level?.text}`,
      zh: `${value?.text}超出目标值${level?.text}`,
    };
    return isBeyond ? [...missed, { code: 'beyond', ...words }] : missed;
  }
  const { elapsed, whole } = timeOf(commitment, start, on);
  return fallsShort(way, elapsed, whole, SLACK)
    ? [...missed, { code: 'behind', ...pace(commitment, standing, start, on) }]
    : missed;
}

/** Days from the start to the end of a day, and to the due date, both counted in; what is overdue has had all its time. */
function timeOf(
  { due }: Commitment,
  start: string,
  on: string,
): { readonly elapsed: number; readonly whole: number } {
  const whole = Math.max(daysBetween(start, due.last) + 1, 1);
  return { whole, elapsed: Math.min(Math.max(daysBetween(start, on) + 1, 0), whole) };
}

/** Progress beside time, in words; time that has all passed, or hardly begun, is not measured: when it is due says that. */
function pace(commitment: Commitment, { value, way }: Standing, start: string, on: string): Words {
  const { elapsed, whole } = timeOf(commitment, start, on);
  const done = way ? percentText(way) : '';
  const passed = elapsed === whole ? 0 : Math.min(Math.round((elapsed / whole) * 100), 99);
  const { baseline } = commitment.target?.data ?? {};
  const level = commitment.level?.text ?? '';
  const [en, zh] =
    baseline === undefined
      ? [`${value?.text} is ${done} of ${level}`, `${value?.text}为目标值的${done}`]
      : [
          `${value?.text} is ${done} of the way from ${baseline} to ${level}`,
          `由基数${baseline}到目标值${level}，${value?.text}走完${done}`,
        ];
  if (passed === 0) return { en, zh };
  return { en: `${en}, ${passed}% of the time has passed`, zh: `${zh}，时间已过${passed}%` };
}

function onCourse(
  commitment: Commitment,
  standing: Standing,
  start: string,
  on: string,
  left: number,
): Reason {
  const known = standing.way !== undefined && on >= start;
  return {
    code: 'on-course',
    ...(known
      ? pace(commitment, standing, start, on)
      : { en: `due in ${many(left, 'day')}`, zh: `还有${left}天到期` }),
  };
}
