import type { Reading } from '../reading/reading.ts';
import type { Language, Words } from '../diagnostic.ts';
import { printPeriod } from '../dates/print-period.ts';
import { yearPeriod } from '../dates/calendar.ts';
import { commitmentsOf, type Commitment } from '../chain/commitments.ts';
import type { Part, Report } from '../model/report.ts';
import { withUnit } from '../reading/with-unit.ts';
import { valueName } from '../source/grammar.ts';
import type { Block, Inline, TableBlock } from './block.ts';
import type { RenderOptions } from './renderer.ts';
import { renderWords } from './words.ts';

/** One line of a part as running text. */
type Line = (text: string, from: Part | undefined) => Inline[];

/**
 * 目标完成情况表: every target that a report answers for, with what came of it, and below how many came to what: what was
 * reached late counts as met and is told apart. Nothing where it answers for none, or where the
 * ledger is not for the reader. Lead offices are for the office only; progress stands in no scorecard.
 */
export function scorecardBlocks(reading: Reading, { internal, ledger }: RenderOptions, line: Line): Block[] {
  if (!internal && ledger !== 'public') return [];
  const { report } = reading;
  const answered = commitmentsOf(reading).filter(({ set }) => set !== 'next');
  if (answered.length === 0) return [];
  const blocks: Block[] = [
    scorecardTable(answered, report, internal, line),
    { kind: 'paragraph', text: [{ kind: 'text', text: countsOf(answered, report) }], ofTable: true },
  ];
  return internal ? [{ kind: 'internal', label: renderWords.internal[report.language], blocks }] : blocks;
}

/** How many targets came to what: 目标共8项：完成5项（其中逾期完成1项）、部分完成1项、未完成2项。 */
function countsOf(answered: readonly Commitment[], report: Report): string {
  const outcomes = answered.map((commitment) => outcomeFor(commitment, report));
  const count = (...of: readonly (string | undefined)[]): number =>
    outcomes.filter((outcome) => of.includes(outcome)).length;
  const late = count('late');
  const kinds = [
    ['met', 'late'],
    ['partly'],
    ['missed'],
    ['dropped'],
    ['pending'],
    ['no-data'],
    [undefined],
  ] as const;
  const said = kinds.flatMap(([first, ...others]) => {
    const counted = count(first, ...others);
    if (counted === 0) return [];
    const name = nameOfOutcome(first, report.language);
    if (report.language === 'zh')
      return [`${name}${counted}项${first === 'met' && late > 0 ? `（其中逾期完成${late}项）` : ''}`];
    return [
      `${counted} ${name.toLowerCase()}${first === 'met' && late > 0 ? ` (${late} of them late)` : ''}`,
    ];
  });
  if (report.language === 'zh') return `目标共${answered.length}项：${said.join('、')}。`;
  return `${answered.length} ${answered.length === 1 ? 'target' : 'targets'}: ${said.join(', ')}.`;
}

interface Column {
  readonly title: Words;
  readonly internal?: true;
  readonly read: (commitment: Commitment, report: Report) => string | undefined;
}

/** The columns behind the name of a target. */
const columns: readonly Column[] = [
  { title: { en: 'Target', zh: '目标要求' }, read: levelOf },
  {
    title: { en: 'Actual', zh: '实际完成' },
    read: ({ actual, metric }, { language }) => actual && withUnit(actual.text, metric?.data.unit, language),
  },
  { title: { en: 'Outcome', zh: '完成情况' }, read: outcomeOf },
  { title: { en: 'Due', zh: '完成时限' }, read: dueOf },
  {
    title: { en: 'Date', zh: '办结日期' },
    read: ({ result }, report) => result?.data.date && periodText(result.data.date, report),
  },
  { title: { en: 'Lead office', zh: '牵头单位' }, internal: true, read: ({ lead }) => lead },
  { title: { en: 'Reason', zh: '原因' }, read: ({ result }) => result?.data.reason },
  { title: { en: 'Remedy', zh: '措施' }, read: ({ result }) => result?.data.remedy },
];
const nameTitle: Words = { en: 'Goal', zh: '目标' };

function scorecardTable(
  answered: readonly Commitment[],
  report: Report,
  internal: boolean,
  line: Line,
): TableBlock {
  const { language } = report;
  const allowed = columns.filter((column) => internal || column.internal !== true);
  const read = answered.map((commitment) =>
    allowed.map((column) => column.read(commitment, report)?.trim() ?? ''),
  );
  const filled = allowed.map((_, index) => read.some((cells) => cells[index] !== ''));
  const only = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => filled[index]);
  const plain = (text: string): Inline[] => [{ kind: 'text', text }];
  return {
    kind: 'table',
    caption: plain(renderWords.scorecard[language]),
    unit: '',
    head: [nameTitle, ...only(allowed).map(({ title }) => title)].map((title) => plain(title[language])),
    rows: answered.map((commitment, index) => {
      const part = (commitment.result ?? commitment.target)?.section.part;
      return {
        name: line(nameOf(commitment), part),
        cells: only(read[index] ?? []).map((text) => line(text, part)),
      };
    }),
  };
}

/** What the metric is called, else the name of the target itself. */
const nameOf = ({ id, metric, target }: Commitment): string =>
  (target?.data.metric === undefined && metric?.data.name) || id;

/** The level, else what is to be reached in words. */
function levelOf(commitment: Commitment, { language }: Report): string | undefined {
  const { level, metric, target } = commitment;
  if (level === undefined) return target?.data.goal;
  const print = (text: string): string => withUnit(text, metric?.data.unit, language);
  return revisedText(commitment, 'level', print(level.text), print, language);
}

/** The due date as it was written; one that the year only implies is not printed. */
function dueOf(commitment: Commitment, report: Report): string | undefined {
  const { due } = commitment;
  const print = (text: string): string => periodText(text, report);
  return due.implied ? undefined : revisedText(commitment, 'due', print(due.text), print, report.language);
}

/** A level or date in force, and behind it what it was before this report revised it: 1.9亿元（原2亿元）. */
function revisedText(
  commitment: Commitment,
  key: 'level' | 'due',
  now: string,
  print: (text: string) => string,
  language: Language,
): string {
  const before = isRevised(commitment, key) ? termBefore(commitment, key) : undefined;
  const was = before === undefined ? now : print(before);
  if (was === now) return now;
  return language === 'zh' ? `${now}（原${was}）` : `${now} (was ${was})`;
}

/** Whether this report revises a term: in a result, or in a target of its own. */
function isRevised({ result, promised, target }: Commitment, key: 'level' | 'due'): boolean {
  const own = promised ? undefined : target?.data.revised;
  return [...(result?.data.revised ?? []), ...(own ?? [])].some((revision) => revision[key] !== undefined);
}

/** A term as it was promised, else as the report itself first had it. */
const termBefore = ({ result, promised, target }: Commitment, key: 'level' | 'due'): string | undefined =>
  promised?.[key]?.text ?? result?.data[key] ?? target?.data[key];

const outcomes: Readonly<Record<string, string>> = {
  met: 'Met',
  late: 'Met late',
  partly: 'Partly met',
  missed: 'Missed',
  dropped: 'Dropped',
  pending: 'In progress',
  'no-data': 'No data',
};

function outcomeOf(commitment: Commitment, report: Report): string {
  return nameOfOutcome(outcomeFor(commitment, report), report.language);
}

/** What came of it. Without a result, what is due in a later year is in progress, and of anything else nothing was reported. */
const outcomeFor = (
  { result, due }: Commitment,
  { data: { year = 0 }, calendar }: Report,
): string | undefined =>
  result?.data.outcome ?? (due.last > yearPeriod(year, calendar).last ? 'pending' : undefined);

function nameOfOutcome(outcome: string | undefined, language: Language): string {
  if (outcome === undefined) return { en: 'Not reported', zh: '未填报' }[language];
  return language === 'zh' ? valueName(outcome, 'zh') : (outcomes[outcome] ?? outcome);
}

/** A date as people write it, no more exact than it was. */
function periodText(written: string, { language, data }: Report): string {
  return printPeriod(written, language, data.language ?? language);
}
