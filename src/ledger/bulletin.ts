import type { Language, Words } from '../diagnostic.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { periodOf, type Period } from '../dates/dates.ts';
import { bulletinOpening } from './bulletin-opening.ts';
import { printPeriod } from '../dates/print-period.ts';
import { doneIn, dueNext, endedIn, isIn, isLate, missedBy, notedIn } from './bulletin-rows.ts';
import { Sentences } from './bulletin-sentences.ts';
import type { LedgerRow } from './ledger-row.ts';
import { lightNames } from './light.ts';
import { byUrgency, countRows, groupRows, type LedgerGroup } from './status-groups.ts';
import { lightOfRow, progressOf, reasonsOf } from './status-formats.ts';
import { markdownHeading, markdownTable, markdownText } from './table-formats.ts';

/** What a monthly bulletin is written from: the ledger as of the month’s last day, in which nothing is left out. */
export interface BulletinData {
  /** YYYY-MM. */
  readonly month: string;
  readonly organization: string;
  /** How the drafts count their years. */
  readonly calendar: Calendar;
  readonly rows: readonly LedgerRow[];
  /** After how many days without progress a target is told of; 0 for never. */
  readonly stale: number;
}

const words = {
  title: { en: 'Supervision bulletin', zh: '重点工作督查通报' },
  done: { en: 'Done this month', zh: '本月完成情况' },
  missed: { en: 'Missed and partly met', zh: '未完成和部分完成事项' },
  ended: { en: 'Dropped, and without data', zh: '取消和无数据事项' },
  silent: { en: 'No progress reported', zh: '未报送进展' },
  progress: { en: 'Progress this month', zh: '本月进展情况' },
  late: { en: 'Overdue and at risk', zh: '超期和预警事项' },
  offices: { en: 'By lead office', zh: '各牵头单位情况' },
  next: { en: 'Due next month', zh: '下月到期事项' },
  target: { en: 'Target', zh: '目标' },
  level: { en: 'Level', zh: '目标值' },
  state: { en: 'Progress', zh: '进展' },
  due: { en: 'Due', zh: '完成时限' },
  lead: { en: 'Lead', zh: '牵头' },
  light: { en: 'Light', zh: '状态' },
  why: { en: 'Why', zh: '说明' },
  open: { en: 'Open', zh: '在办' },
  closed: { en: 'Done this month', zh: '本月完成' },
  total: { en: 'Total', zh: '合计' },
  unled: { en: 'no lead office', zh: '未写牵头单位' },
  nothingOpen: { en: 'No target was open or done this month.', zh: '本月没有在办或完成的事项。' },
  nothingDone: { en: 'No target was met this month.', zh: '本月没有完成的事项。' },
  nothingMissed: {
    en: 'Nothing is recorded as missed or partly met.',
    zh: '没有记为未完成或部分完成的事项。',
  },
  nothingNoted: { en: 'No progress was noted this month.', zh: '本月没有进展记录。' },
  nothingLate: { en: 'Nothing is overdue or at risk.', zh: '没有超期和预警事项。' },
  nothingNext: { en: 'Nothing open is due next month.', zh: '在办事项中没有下月到期的。' },
} as const satisfies Readonly<Record<string, Words>>;

/** The monthly bulletin in Markdown: what was done, what was missed, what moved, what is late and whose, who is silent, what is due next. */
export function bulletin(data: BulletinData, language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const month = periodOf(data.month, calendarYears) as Period;
  const sentences = new Sentences(data.month, data.calendar, language);
  const closed = (row: LedgerRow): string => sentences.closed(row);
  const ended = endedIn(data.rows, month);
  const sections: readonly (readonly [title: string, text: string])[] = [
    [say('done'), list(doneIn(data.rows, month), closed, say('nothingDone'))],
    [say('missed'), list(missedBy(data.rows, month), closed, say('nothingMissed'))],
    ...(ended.length === 0 ? [] : [[say('ended'), list(ended, closed, '')] as const]),
    [
      say('progress'),
      list(
        notedIn(data.rows, month, data.calendar),
        ({ row, entry }) => sentences.progress(row, entry),
        say('nothingNoted'),
      ),
    ],
    [say('late'), openTable(data.rows.filter(isLate), language) ?? say('nothingLate')],
    ...(data.stale === 0
      ? []
      : [[silentTitle(data.stale, language), silentList(data, sentences, language)] as const]),
    [say('offices'), officeTable(data.rows, month, language)],
    [say('next'), openTable(dueNext(data.rows, month), language) ?? say('nothingNext')],
  ];
  const parts = sections.map(
    ([title, text], index) =>
      `## ${language === 'zh' ? `${'一二三四五六七八'[index]}、` : `${index + 1}. `}${title}\n\n${text}`,
  );
  return [`# ${markdownHeading(titleOf(data, language))}`, bulletinOpening(data, month, language), ...parts]
    .map((part) => `${part.trimEnd()}\n`)
    .join('\n');
}

const titleOf = ({ organization, month }: BulletinData, language: Language): string => {
  const when = printPeriod(month, language);
  return language === 'zh'
    ? `${organization}${when}${words.title.zh}`
    : `${organization === '' ? '' : `${organization}: `}${words.title.en} for ${when}`;
};

const silentTitle = (stale: number, language: Language): string =>
  language === 'zh' ? `${words.silent.zh}（满${stale}天）` : `${words.silent.en} (for ${stale} days or more)`;

/** Whose open targets nobody has reported on, an office a line. */
function silentList({ rows, stale }: BulletinData, sentences: Sentences, language: Language): string {
  const silent = rows.filter(
    ({ light, reasons }) => light !== 'closed' && reasons.some(({ code }) => code === 'stale'),
  );
  const line = ({ key, rows: of }: LedgerGroup): string =>
    sentences.silent(key === '' ? words.unled[language] : markdownText(key), of);
  const none = {
    en: `No open target has gone ${stale} days without a report.`,
    zh: `在办事项中没有满${stale}天未报送进展的。`,
  };
  return list(groupRows(silent, 'lead'), line, none[language]);
}

const list = <T>(items: readonly T[], line: (item: T) => string, none: string): string =>
  items.length === 0 ? none : items.map((item) => `- ${line(item)}`).join('\n');

/** The open ones of some rows, worst first; undefined where there is none. */
function openTable(rows: readonly LedgerRow[], language: Language): string | undefined {
  if (rows.length === 0) return undefined;
  const head = (['light', 'target', 'level', 'state', 'due', 'lead', 'why'] as const).map(
    (key) => words[key][language],
  );
  const body = [...rows]
    .sort(byUrgency)
    .map((row) => [
      lightOfRow(row, language),
      row.id,
      row.level,
      progressOf(row, language),
      printPeriod(row.due, language),
      row.lead,
      reasonsOf(forReaders(row), language),
    ]);
  return markdownTable({ head, body });
}

/** A row without what only those who write the draft have to know, where it says something else as well. */
function forReaders(row: LedgerRow): LedgerRow {
  const reasons = row.reasons.filter(({ code }) => code !== 'unanswered');
  return reasons.length === 0 ? row : { ...row, reasons };
}

/** How many each office has of each light, with a total. */
function officeTable(rows: readonly LedgerRow[], month: Period, language: Language): string {
  const lights = ['green', 'yellow', 'red'] as const;
  const head = [
    words.lead[language],
    words.open[language],
    ...lights.map((light) => lightNames[light][language]),
    words.closed[language],
  ];
  const line = (name: string, of: readonly LedgerRow[]): string[] => {
    const counts = countRows(of);
    return [name, counts.open, ...lights.map((light) => counts[light]), doneIn(of, month).length].map(String);
  };
  const shown = groupRows(rows, 'lead').filter((group) =>
    group.rows.some((row) => row.light !== 'closed' || isIn(row.closedOn, month)),
  );
  if (shown.length === 0) return words.nothingOpen[language];
  const body = shown.map((group) => line(group.key === '' ? words.unled[language] : group.key, group.rows));
  return markdownTable({ head, body: [...body, line(words.total[language], rows)] });
}
