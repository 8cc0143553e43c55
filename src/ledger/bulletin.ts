import type { Language, Words } from '../diagnostic.ts';
import { calendarYears, type Calendar } from '../model/calendar.ts';
import { periodOf, type Period } from '../model/dates.ts';
import { printDate } from '../render/words.ts';
import { printPeriod } from './print-period.ts';
import type { LedgerRow } from './status.ts';
import { byUrgency, countRows, groupRows } from './status-groups.ts';
import { lightNames, outcomeName, progressOf, reasonsOf } from './status-formats.ts';
import { markdownHeading, markdownLine, markdownTable, markdownText } from './table-formats.ts';

/** What a monthly bulletin is written from: the ledger as of the month’s last day, in which nothing is left out. */
export interface BulletinData {
  /** YYYY-MM. */
  readonly month: string;
  readonly organization: string;
  /** How the drafts count their years. */
  readonly calendar: Calendar;
  readonly rows: readonly LedgerRow[];
}

const words = {
  title: { en: 'Supervision bulletin', zh: '重点工作督查通报' },
  done: { en: 'Done this month', zh: '本月完成情况' },
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
  nothingDone: { en: 'No target was closed this month.', zh: '本月没有办结的事项。' },
  nothingNoted: { en: 'No progress was noted this month.', zh: '本月没有进展记录。' },
  nothingLate: { en: 'Nothing is overdue or at risk.', zh: '没有超期和预警事项。' },
  nothingNext: { en: 'Nothing open is due next month.', zh: '在办事项中没有下月到期的。' },
} as const satisfies Readonly<Record<string, Words>>;

/** The monthly bulletin in Markdown: what was done, what moved, what is late and whose, what is due next. */
export function bulletin(data: BulletinData, language: Language): string {
  const say = (key: keyof typeof words): string => words[key][language];
  const month = periodOf(data.month, calendarYears) as Period;
  const sections: readonly (readonly [title: string, text: string])[] = [
    [say('done'), list(closedIn(data.rows, month), (row) => closedText(row, language), say('nothingDone'))],
    [say('progress'), list(notedIn(data.rows, month, data.calendar), (noted) => notedText(noted, language), say('nothingNoted'))],
    [say('late'), openTable(data.rows.filter(isLate), language) ?? say('nothingLate')],
    [say('offices'), officeTable(data.rows, month, language)],
    [say('next'), openTable(dueNext(data.rows, month), language) ?? say('nothingNext')],
  ];
  const parts = sections.map(([title, text], index) => `## ${language === 'zh' ? `${'一二三四五'[index]}、` : `${index + 1}. `}${title}\n\n${text}`);
  return [`# ${markdownHeading(titleOf(data, language))}`, opening(data, month, language), ...parts].map((part) => `${part.trimEnd()}\n`).join('\n');
}

const titleOf = ({ organization, month }: BulletinData, language: Language): string => {
  const named = organization;
  const when = printPeriod(month, language);
  return language === 'zh' ? `${named}${when}${words.title.zh}` : [named, words.title.en, when].filter((part) => part !== '').join(', ');
};

function opening({ rows, month }: BulletinData, { first, last }: Period, language: Language): string {
  const { open, red, yellow, green } = countRows(rows);
  const closed = closedIn(rows, { first, last });
  const met = closed.filter(({ outcome }) => outcome === 'met').length;
  const undated = rows.filter(({ light, closedOn }) => light === 'closed' && closedOn === '').length;
  const day = printDate(last, language, '');
  if (language === 'zh') {
    const rest = closed.length > met ? `，以其他结果销号${closed.length - met}项` : '';
    return `截至${day}，在办事项${open}项，其中正常${green}项、预警${yellow}项、超期${red}项；${printPeriod(month, 'zh').slice(5)}完成${met}项${rest}${undated === 0 ? '' : `；另有${undated}项已销号而没有写日期，未计入各月`}。现将有关情况通报如下。`;
  }
  const rest = closed.length > met ? `, and ${closed.length - met} closed otherwise` : '';
  return `On ${day}, ${open} ${open === 1 ? 'target was' : 'targets were'} open: ${green} on course, ${yellow} at risk, ${red} overdue. In ${printPeriod(month, 'en')}, ${met} ${met === 1 ? 'was' : 'were'} met${rest}.${undated === 0 ? '' : ` ${undated} more ${undated === 1 ? 'was' : 'were'} closed without a date and ${undated === 1 ? 'is' : 'are'} counted in no month.`}`;
}

const isIn = (day: string, { first, last }: Period): boolean => day >= first && day <= last;

const closedIn = (rows: readonly LedgerRow[], month: Period): readonly LedgerRow[] => rows.filter(({ closedOn }) => isIn(closedOn, month));

const isLate = ({ light }: LedgerRow): boolean => light === 'red' || light === 'yellow';

/** A month later than a day that ends one. */
function dueNext(rows: readonly LedgerRow[], { last }: Period): readonly LedgerRow[] {
  const [year, month] = last.split('-').map(Number) as [number, number];
  const next = periodOf(month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`, calendarYears) as Period;
  return rows.filter(({ light, dueOn }) => light !== 'closed' && isIn(dueOn, next));
}

/** A row as it stood with an entry of progress. */
interface Noted {
  readonly row: LedgerRow;
  readonly date: string;
}

/** Entries of progress of a month, in the order of the drafts. */
const notedIn = (rows: readonly LedgerRow[], month: Period, calendar: Calendar): readonly Noted[] =>
  rows.flatMap((row) =>
    row.progress
      .filter(({ date }) => date !== undefined && isIn(periodOf(date, calendar)?.last ?? '', month))
      .map(({ date = '', value = '', note = '' }) => ({ row: { ...row, value, note }, date })),
  );

const list = <T>(items: readonly T[], line: (item: T) => string, none: string): string =>
  items.length === 0 ? none : items.map((item) => `- ${line(item)}`).join('\n');

/** An office and its target: 基建科：主体结构封顶. */
const named = ({ lead, id }: LedgerRow, language: Language): string => markdownLine(lead === '' ? id : language === 'zh' ? `${lead}：${id}` : `${lead}: ${id}`);

function closedText(row: LedgerRow, language: Language): string {
  const { outcome, level, value, closed, reason } = row;
  const facts =
    language === 'zh'
      ? [outcomeName(outcome, 'zh'), level && `目标值${level}`, value && `完成值${value}`, printPeriod(closed, 'zh'), reason]
      : [outcomeName(outcome, 'en'), level && `level ${level}`, value && `actual ${value}`, printPeriod(closed, 'en'), reason];
  return `${named(row, language)}${inBrackets(facts, language)}`;
}

function notedText({ row, date }: Noted, language: Language): string {
  return `${named(row, language)}${language === 'zh' ? '，' : ', '}${markdownText(progressOf(row, language))}${inBrackets([printPeriod(date, language), row.level && (language === 'zh' ? `目标值${row.level}` : `level ${row.level}`)], language)}`;
}

function inBrackets(facts: readonly string[], language: Language): string {
  const said = facts.filter((fact) => fact !== '').map(markdownText);
  return language === 'zh' ? `（${said.join('，')}）` : ` (${said.join(', ')})`;
}

/** The open ones of some rows, worst first; undefined where there is none. */
function openTable(rows: readonly LedgerRow[], language: Language): string | undefined {
  if (rows.length === 0) return undefined;
  const head = (['light', 'target', 'level', 'state', 'due', 'lead', 'why'] as const).map((key) => words[key][language]);
  const body = [...rows]
    .sort(byUrgency)
    .map((row) => [
      row.light === 'closed' ? '' : lightNames[row.light][language],
      row.id,
      row.level,
      progressOf(row, language),
      printPeriod(row.due, language),
      row.lead,
      reasonsOf(row, language),
    ]);
  return markdownTable({ head, body });
}

/** How many each office has of each light, with a total. */
function officeTable(rows: readonly LedgerRow[], month: Period, language: Language): string {
  const lights = ['green', 'yellow', 'red'] as const;
  const head = [words.lead[language], words.open[language], ...lights.map((light) => lightNames[light][language]), words.closed[language]];
  const line = (name: string, of: readonly LedgerRow[]): string[] => {
    const counts = countRows(of);
    const met = closedIn(of, month).filter(({ outcome }) => outcome === 'met').length;
    return [name, counts.open, ...lights.map((light) => counts[light]), met].map(String);
  };
  const shown = groupRows(rows, 'lead').filter((group) => group.rows.some((row) => row.light !== 'closed' || isIn(row.closedOn, month)));
  const body = shown.map((group) => line(group.key === '' ? words.unled[language] : group.key, group.rows));
  return markdownTable({ head, body: [...body, line(words.total[language], rows)] });
}
