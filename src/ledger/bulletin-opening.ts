import type { Language } from '../diagnostic.ts';
import type { Period } from '../dates/dates.ts';
import { printDate } from '../dates/print-date.ts';
import { doneIn, endedIn } from './bulletin-rows.ts';
import type { LedgerRow } from './ledger-row.ts';
import { lightNames, type Light } from './light.ts';
import { printPeriod } from '../dates/print-period.ts';
import { outcomesText } from './status-formats.ts';
import { countOutcomes, countRows, type LedgerCounts } from './status-groups.ts';

/** What the opening of a bulletin tells of. */
interface OpeningFacts {
  /** The month’s last day and the month, in words. */
  readonly day: string;
  readonly month: string;
  readonly counts: LedgerCounts;
  /** How many were met in the month, and how many of these were late. */
  readonly done: number;
  readonly late: number;
  /** Misses among the open, and what was closed in the month without being met: each outcome with its number. */
  readonly misses: string;
  readonly others: string;
  /** How many are closed and do not say when. */
  readonly undated: number;
}

/** How many targets are open with which lights, how many were met in the month, and what no month counts. */
export function bulletinOpening(
  { rows, month }: { readonly rows: readonly LedgerRow[]; readonly month: string },
  period: Period,
  language: Language,
): string {
  const counts = countRows(rows);
  const done = doneIn(rows, period);
  const facts: OpeningFacts = {
    day: printDate(period.last, language, ''),
    month: printPeriod(month, language),
    counts,
    done: done.length,
    late: done.filter(({ outcome }) => outcome === 'late').length,
    misses: outcomesText(counts.misses, language),
    others: outcomesText(countOutcomes(endedIn(rows, period)), language),
    undated: rows.filter(({ light, closedOn }) => light === 'closed' && closedOn === '').length,
  };
  return language === 'zh' ? chineseOpening(facts) : englishOpening(facts);
}

function chineseOpening(facts: OpeningFacts): string {
  const { day, month, done, late, others, undated } = facts;
  const count = done === 0 ? '没有完成的事项' : `完成${done}项`;
  const ofLate = late === 0 ? '' : `（其中逾期完成${late}项）`;
  const closed = others === '' ? '' : `，另有${others}`;
  const rest = undated === 0 ? '' : `；另有${undated}项已了结但未写日期，不计入各月`;
  return `截至${day}，${chineseOpen(facts)}；${month.slice(5)}${count}${ofLate}${closed}${rest}。现将有关情况通报如下。`;
}

function chineseOpen({ counts, misses }: OpeningFacts): string {
  if (counts.open === 0) return '没有在办事项';
  const only = counts.open === 1 ? misses.replace('1项', '') : `含${misses}`;
  return `在办事项${counts.open}项${misses === '' ? '' : `（${only}）`}，${lightsText(counts, 'zh')}`;
}

function englishOpening(facts: OpeningFacts): string {
  const { month, done, late, others, undated } = facts;
  const count = `${done === 0 ? 'no target' : done} ${done <= 1 ? 'was' : 'were'} met`;
  const ofLate = late === 0 ? '' : `, ${late} of them late`;
  const closed = others === '' ? '' : `; closed otherwise: ${others}`;
  const were = undated === 1 ? 'was' : 'were';
  const are = undated === 1 ? 'is' : 'are';
  const rest =
    undated === 0 ? '' : ` ${undated} more ${were} closed without a date and ${are} counted in no month.`;
  return `${englishOpen(facts)} In ${month}, ${count}${ofLate}${closed}.${rest}`;
}

function englishOpen({ day, counts, misses }: OpeningFacts): string {
  if (counts.open === 0) return `On ${day}, no target was open.`;
  const were = counts.open === 1 ? 'target was' : 'targets were';
  const only = counts.open === 1 ? misses.slice(2) : `among them ${misses}`;
  return `On ${day}, ${counts.open} ${were} open${misses === '' ? '' : `, ${only}`}${lightsText(counts, 'en')}.`;
}

/** How many open targets have each light: those that some have, 均为绿灯 where all have one. */
function lightsText(counts: LedgerCounts, language: Language): string {
  const shown = (['green', 'yellow', 'red'] as const).filter((light) => counts[light] > 0);
  const [first, ...others] = shown;
  const name = (light: Light): string => lightNames[light][language].slice(2);
  const only = first !== undefined && others.length === 0 ? name(first) : undefined;
  if (language === 'zh') {
    if (only !== undefined) return `${counts.open > 1 ? '均' : ''}为${only}灯`;
    return `其中${shown.map((light) => `${name(light)}灯${counts[light]}项`).join('、')}`;
  }
  if (only !== undefined) return counts.open > 1 ? `, all ${only}` : ` (${only})`;
  return `: ${shown.map((light) => `${counts[light]} ${name(light)}`).join(', ')}`;
}
