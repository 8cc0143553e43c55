import type { figuresFormats } from './formats.ts';
import type { Language, Words } from '../diagnostic.ts';
import { printDate } from '../dates/print-date.ts';
import { valueName } from '../source/grammar.ts';
import { printPeriod } from '../dates/print-period.ts';
import type { LedgerRow } from './ledger-row.ts';
import { lightNames } from './light.ts';
import {
  countRows,
  groupRows,
  isDone,
  type Grouping,
  type LedgerCounts,
  type LedgerGroup,
} from './status-groups.ts';
import {
  alignedLines,
  csvTable,
  markdownHeading,
  markdownTable,
  oneLine,
  type TextTable,
  type Width,
} from './table-formats.ts';

/** The ledger of a day: the rows to be shown, and how many there are of each kind, shown or not. */
export interface StatusLedger {
  readonly on: string;
  readonly by: Grouping;
  readonly rows: readonly LedgerRow[];
  readonly counts: LedgerCounts;
}

/** How a terminal shows it: cells of a text, and the colour of a light. */
export interface Terminal {
  readonly width: Width;
  readonly paint: (light: LedgerRow['light'], text: string) => string;
}

/** A format of the ledger. */
export type StatusFormat = (ledger: StatusLedger, language: Language, terminal: Terminal) => string;

const english: Readonly<Record<string, string>> = {
  late: 'met late',
  partly: 'partly met',
  'no-data': 'no data',
};

/** An outcome in words that need no key before them. */
export const outcomeName = (outcome: string, language: Language): string =>
  language === 'en' ? (english[outcome] ?? outcome) : valueName(outcome, language);

/** What a light, or a closed row, is called; only what is done is ticked, and a light that was set by hand says so. */
export function lightOfRow(row: LedgerRow, language: Language): string {
  const { light, outcome, hand } = row;
  if (light === 'closed') return `${isDone(row) ? '✓' : '○'} ${outcomeName(outcome, language)}`;
  return lightNames[light][language] + (hand === null ? '' : { en: ' (by hand)', zh: '（人工）' }[language]);
}

/** Reasons in one line. */
export const reasonsOf = ({ reasons }: LedgerRow, language: Language): string =>
  reasons.map((reason) => reason[language]).join(language === 'zh' ? '；' : '; ');

/** The last figure and what was done last. */
export const progressOf = ({ value, note }: LedgerRow, language: Language): string =>
  [value, note].filter((text) => text !== '').join(language === 'zh' ? '，' : ', ');

/** How far off the due date is. */
export function daysText({ daysLeft }: LedgerRow, language: Language): string {
  if (daysLeft === null) return '';
  if (daysLeft === 0) return { en: 'today', zh: '当日' }[language];
  const days = Math.abs(daysLeft);
  return daysLeft < 0
    ? { en: `${days} late`, zh: `超期${days}天` }[language]
    : { en: `${days} left`, zh: `还有${days}天` }[language];
}

/** A date as it is written; one of a fiscal year that the program had to name has no place in a Chinese table as FY2025-Q3. */
const dateText = (written: string, language: Language): string =>
  language === 'zh' && written.startsWith('FY') ? printPeriod(written, 'zh') : written;

type Column = readonly [title: Words, read: (row: LedgerRow, language: Language) => string];

const columns: Readonly<Record<string, Column>> = {
  light: [{ en: 'light', zh: '状态' }, lightOfRow],
  computed: [
    { en: 'computed', zh: '测算' },
    ({ hand, computed }, language) =>
      hand === null || computed === 'closed' ? '' : lightNames[computed][language],
  ],
  id: [{ en: 'target', zh: '目标' }, ({ id }) => id],
  goal: [{ en: 'goal', zh: '内容' }, ({ goal }) => goal],
  level: [{ en: 'level', zh: '目标值' }, ({ level }) => level],
  progress: [{ en: 'progress', zh: '进展' }, progressOf],
  date: [{ en: 'as of', zh: '截至' }, ({ date }, language) => dateText(date, language)],
  share: [{ en: '% of level', zh: '占目标值' }, ({ share }) => share],
  due: [{ en: 'due', zh: '完成时限' }, ({ due }, language) => dateText(due, language)],
  days: [{ en: 'days', zh: '距时限' }, daysText],
  lead: [{ en: 'lead', zh: '牵头' }, ({ lead }) => lead],
  support: [
    { en: 'support', zh: '配合' },
    ({ support }, language) => support.join(language === 'zh' ? '、' : ', '),
  ],
  leader: [{ en: 'leader', zh: '牵头领导' }, ({ leader }) => leader],
  origin: [{ en: 'origin', zh: '任务来源' }, ({ origin }) => origin],
  firm: [
    { en: 'firm', zh: '是否必保' },
    ({ firm }, language) => (firm === null ? '' : firmness[language][firm ? 0 : 1]),
  ],
  place: [{ en: 'place', zh: '位置' }, ({ file, line }) => `${file}:${line}`],
  reasons: [{ en: 'why', zh: '说明' }, reasonsOf],
};
/** The column that a grouping says already. */
const hiddenBy: Readonly<Record<Grouping, string>> = { lead: 'lead', origin: 'origin', due: '' };
const firmness = { en: ['firm', 'stretch'], zh: ['必保', '力争'] } as const;

/** Cells of some columns under their headings; where people read, columns that are empty throughout are left out. */
function cells(
  rows: readonly LedgerRow[],
  language: Language,
  without: readonly string[],
  whole = false,
): TextTable {
  const wanted = Object.entries(columns).filter(
    ([name, [, read]]) =>
      !without.includes(name) && (whole || rows.some((row) => read(row, language) !== '')),
  );
  return {
    head: wanted.map(([, [title]]) => title[language]),
    body: rows.map((row) => wanted.map(([, [, read]]) => read(row, language))),
  };
}

/** A group by name: an office or origin as written, or a month. */
function groupName({ key }: LedgerGroup, by: Grouping, language: Language): string {
  if (by === 'due') return printPeriod(key, language);
  const none = {
    lead: { en: 'no lead office', zh: '未写牵头科室' },
    origin: { en: 'no origin', zh: '未写任务来源' },
  }[by];
  return key === '' ? none[language] : oneLine(key);
}

/** How many there are of each light: ■ 红3项、▲ 黄4项. */
function lightsText(counts: LedgerCounts, language: Language): string {
  const lights = (['red', 'yellow', 'green'] as const).filter((light) => counts[light] > 0);
  const said = lights.map((light) => {
    const [sign = '', ...word] = lightNames[light][language].split(' ');
    return language === 'zh'
      ? `${sign} ${word.join(' ')}${counts[light]}项`
      : `${sign} ${counts[light]} ${word.join(' ')}`;
  });
  return said.join(language === 'zh' ? '、' : ', ');
}

/** Some outcomes with how many there are of each: 完成2项、逾期完成1项. */
export const outcomesText = (outcomes: LedgerCounts['outcomes'], language: Language): string =>
  Object.entries(outcomes)
    .map(([outcome, count]) =>
      language === 'zh'
        ? `${outcomeName(outcome, 'zh')}${count}项`
        : `${count} ${outcomeName(outcome, 'en')}`,
    )
    .join(language === 'zh' ? '、' : ', ');

/** Outcomes that say that a thing is done, and the others. */
export function splitOutcomes({ outcomes }: LedgerCounts): {
  readonly done: LedgerCounts['outcomes'];
  readonly other: LedgerCounts['outcomes'];
} {
  const { met, late, ...other } = outcomes;
  return { done: { ...(met && { met }), ...(late && { late }) }, other };
}

/** The ledger in one line. Only what is done is closed with success (销号); what was dropped or taken up by the plan is told apart. */
function summary({ on, counts }: StatusLedger, language: Language): string {
  const lights = lightsText(counts, language);
  const day = printDate(on, language, '');
  const misses = outcomesText(counts.misses, language);
  const { done, other } = splitOutcomes(counts);
  const [doneText, otherText] = [outcomesText(done, language), outcomesText(other, language)];
  if (language === 'zh') {
    const open = `在办${counts.open}项${misses === '' ? '' : `（含${misses}）`}${lights === '' ? '' : `：${lights}`}`;
    return `截至${day}，${open}${doneText === '' ? '' : `；已销号${counts.done}项（${doneText}）`}${otherText === '' ? '' : `；另有${otherText}不再在办`}`;
  }
  const open = `${counts.open} open${misses === '' ? '' : `, among them ${misses}`}${lights === '' ? '' : ` (${lights})`}`;
  return `${day}: ${open}${doneText === '' ? '' : `; ${counts.done} done (${doneText})`}${otherText === '' ? '' : `; closed otherwise: ${otherText}`}`;
}

const heading = (group: LedgerGroup, by: Grouping, language: Language): string => {
  const lights = lightsText(countRows(group.rows), language);
  const name = groupName(group, by, language);
  return lights === '' ? name : language === 'zh' ? `${name}（${lights}）` : `${name} (${lights})`;
};

const text: StatusFormat = (ledger, language, { width, paint }) => {
  const groups = groupRows(ledger.rows, ledger.by);
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return `${summary(ledger, language)}\n`;
  const [head = '', rule = '', ...lines] = alignedLines(
    cells(rows, language, ['goal', 'leader', hiddenBy[ledger.by]]),
    width,
  );
  const painted = rows.map((row, index) => {
    const light = lightOfRow(row, language);
    return paint(row.light, light) + (lines[index] ?? '').slice(light.length);
  });
  const blocks = groups.map((group) => [
    '',
    heading(group, ledger.by, language),
    ...painted.splice(0, group.rows.length),
  ]);
  return [summary(ledger, language), '', head, rule, ...blocks.flat()].map((line) => `${line}\n`).join('');
};

const md: StatusFormat = (ledger, language) => {
  const groups = groupRows(ledger.rows, ledger.by);
  const tables = groups.map(
    (group) =>
      `\n## ${markdownHeading(heading(group, ledger.by, language))}\n\n${markdownTable(cells(group.rows, language, [hiddenBy[ledger.by]]))}`,
  );
  return `${summary(ledger, language)}${language === 'zh' ? '。' : ''}\n${tables.join('')}`;
};

const csv: StatusFormat = ({ rows, by }, language) =>
  csvTable(
    cells(
      groupRows(rows, by).flatMap((group) => group.rows),
      language,
      [],
      true,
    ),
  );

const json: StatusFormat = ({ on, rows, by, counts }) =>
  `${JSON.stringify({ schema: 1, on, targets: groupRows(rows, by).flatMap((group) => group.rows), counts }, null, 2)}\n`;

/** What writes each format of the ledger. */
export const statusWriters: Readonly<Record<keyof typeof figuresFormats, StatusFormat>> = {
  text,
  md,
  json,
  csv,
};
