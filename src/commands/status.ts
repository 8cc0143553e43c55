import { Reading } from '../reading/reading.ts';
import { dirname } from 'node:path';
import type { Language, Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { isStandardOutput, readBeside, readText, type Io } from '../io.ts';
import { bulletin } from '../ledger/bulletin.ts';
import type { LedgerRow } from '../ledger/ledger-row.ts';
import { inState, type StateName } from '../ledger/standing-states.ts';
import { ledgerOf, type LedgerDraft } from '../ledger/status.ts';
import { countRows, isWanted, type Grouping } from '../ledger/status-groups.ts';
import { statusFormats } from '../ledger/formats.ts';
import { statusWriters } from '../ledger/status-formats.ts';
import { Drafts } from '../lint/drafts.ts';
import { fromFolderOf } from '../lint/previous.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { periodOf, readDate, type Period } from '../dates/dates.ts';
import { loadStyle, wantsColour, type TerminalStyle } from '../reporters/style.ts';
import { charactersOf, cellsIn } from '../reporters/width.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { unreadDate } from './date-options.ts';
import { eachDraft } from './each-draft.ts';
import type { ConfigOptions } from './config-file.ts';
import { withSent, type SentOptions } from './sent-draft.ts';
import { runLanguage } from './run-language.ts';
import { readingSettings } from './settings.ts';
import { deliver, tell, unique } from './print-error.ts';
import { projectDrafts } from './drafts.ts';
import { formatOf, type FormatOptions } from './format.ts';
import { lacking } from './lacking.ts';

export interface StatusOptions extends FormatOptions, ConfigOptions, SentOptions {
  readonly ignore?: boolean;
  readonly by: Grouping;
  readonly on?: string;
  readonly days: number;
  readonly stale: number;
  readonly lead?: string;
  readonly due?: string;
  readonly all?: true;
  /** A month as YYYY-MM. */
  readonly bulletin?: string;
  /** States of open targets that end the run with 1. */
  readonly failOn?: readonly StateName[];
  readonly force?: true;
  readonly lang?: Language;
}

/**
 * `report status [files…]`: the ledger of open targets, or a month’s bulletin; 0 whatever is overdue, 1 where a draft has
 * errors of form, last year’s plan could not be read, or targets are in a state that `--fail-on` names, 2 where something could not be read.
 */
export async function showStatus(
  given: readonly string[],
  options: StatusOptions,
  outside: Io,
): Promise<number> {
  checkStates(options);
  if (options.bulletin !== undefined) checkBulletin(options, outside);
  else formatOf(options, statusFormats, 'text', outside);
  const { names, io } = await withSent(given, options, outside);
  const { drafts, failures, gaps, notes, errors } = await readDrafts(names, options, io);
  const language = runLanguage(options, io, drafts[0]?.reading.report.keys);
  for (const words of unique([...notes, ...failures, ...gaps])) tell(io, words, language);
  if (errors > 0) tell(io, inError(errors), language);
  if (drafts.length === 0) return failures.length > 0 ? 2 : errors > 0 || gaps.length > 0 ? 1 : 0;
  const ledger = ledgerAsked(drafts, options, io);
  await write(await textOf(drafts, ledger, options, io, language), options, io, language);
  const failing = (options.failOn ?? []).flatMap((state) => inState(state, ledger.wanted) ?? []);
  for (const words of failing) tell(io, words, language);
  return failures.length > 0 ? 2 : errors > 0 || gaps.length > 0 || failing.length > 0 ? 1 : 0;
}

/** The rows that are asked for, and the day that they are looked at from. */
interface AskedLedger {
  readonly on: string;
  readonly calendar: Calendar;
  readonly wanted: readonly LedgerRow[];
}

function ledgerAsked(drafts: readonly LedgerDraft[], options: StatusOptions, io: Io): AskedLedger {
  const { lead, due, days, stale } = options;
  const on =
    options.bulletin === undefined
      ? (options.on ?? io.today)
      : (periodOf(options.bulletin, calendarYears) as Period).last;
  // drafts of one ledger count their years alike; where they do not, those of the first are asked for
  const calendar = drafts[0]?.reading.report.calendar ?? calendarYears;
  const every = ledgerOf(drafts, { on, days, stale });
  if (lead !== undefined) checkLead(lead, every, drafts);
  const wanted = every.filter((row) =>
    isWanted({ lead, due: due === undefined ? undefined : dueAsked(due, calendar) }, row),
  );
  return { on, calendar, wanted };
}

interface ReadDrafts {
  readonly drafts: readonly LedgerDraft[];
  readonly failures: readonly Words[];
  /** Which plans of last year are missing from the ledger. */
  readonly gaps: readonly Words[];
  /** What was left out of a search. */
  readonly notes: readonly Words[];
  /** Errors of form, last year’s drafts included: what stands there is missing from the ledger. */
  readonly errors: number;
}

async function readDrafts(names: readonly string[], options: StatusOptions, io: Io): Promise<ReadDrafts> {
  const { files, problems, notes, findConfig, covered } = await projectDrafts(names, options, io);
  const read = readBeside(io);
  const store = new Drafts();
  const failures: Words[] = [...problems];
  const gaps: Words[] = [];
  const drafts: LedgerDraft[] = [];
  const errors = new Map<string, number>();
  await eachDraft(files, failures, async (file) => {
    if (covered.has(file)) return;
    const settings = readingSettings(findConfig(dirname(file)));
    const opened = store.open(file, readText(io, file), read, settings);
    covered.add(opened.sources.keys());
    errors.set(file, opened.problems.length);
    if (opened.report === undefined) return;
    const before = store.previous(opened.report, read, opened.sources);
    const last = fromFolderOf(file, opened.report.data.previous ?? '');
    if (!errors.has(last)) errors.set(last, before.problems.length);
    if (before.lack !== undefined) gaps.push(lacking(file, before.lack, gap));
    const reading = new Reading(opened.report, { before: before.report && store.alone(before.report) });
    drafts.push({ reading, sources: new Map([...before.sources, ...opened.sources]) });
  });
  return {
    drafts,
    failures,
    gaps,
    notes,
    errors: [...errors.values()].reduce((sum, count) => sum + count, 0),
  };
}

const gap: Words = {
  en: 'targets of last year’s plan may be missing here',
  zh: '上年计划的目标可能没有列全',
};

const inError = (count: number): Words => ({
  en: `the drafts have ${count} ${count === 1 ? 'format error' : 'format errors'}; what could not be read is missing here (see \`report lint\`)`,
  zh: `稿子有${count}个格式错误，读不懂的内容没有列入（见 report lint）`,
});

async function textOf(
  drafts: readonly LedgerDraft[],
  { on, calendar, wanted }: AskedLedger,
  options: StatusOptions,
  io: Io,
  language: Language,
): Promise<string> {
  const { all, by, stale, out } = options;
  const format = formatOf(options, statusFormats, 'text', io);
  if (options.bulletin !== undefined) {
    const organizations = new Set(drafts.map(({ reading: { report } }) => report.data.organization ?? ''));
    return bulletin(
      {
        month: on.slice(0, 7),
        organization: organizations.size === 1 ? ([...organizations][0] ?? '') : '',
        calendar,
        rows: wanted,
        stale,
      },
      language,
    );
  }
  const style = await loadStyle(
    format === 'text' && out === undefined && wantsColour(io.stdout.isTTY, io.env),
  );
  const rows = all === true ? wanted : wanted.filter(({ light }) => light !== 'closed');
  const write = statusWriters[format];
  return write({ on, by, rows, counts: countRows(wanted) }, language, {
    width: (text) => cellsIn(charactersOf(text)),
    paint: painter(style),
  });
}

/** The last day of what --due asks for. @throws UserError where the drafts do not say what year it is in. */
function dueAsked(due: string, calendar: Calendar): string {
  const read = readDate(due, { calendar });
  if (!('fault' in read)) return read.last;
  throw unreadDate('--due', due, read);
}

const painter =
  (style: TerminalStyle) =>
  (light: LedgerRow['light'], text: string): string =>
    ({ red: style.severity.error, yellow: style.severity.warning, green: style.good, closed: style.dim })[
      light
    ](text);

/** What is read by people may be coloured, and is no document; what programs read stays as it is. */
async function write(text: string, options: StatusOptions, io: Io, language: Language): Promise<void> {
  const { out, force } = options;
  const format = formatOf(options, statusFormats, 'text', io);
  if (format === 'text' && (out === undefined || isStandardOutput(out))) io.stdout.write(text);
  else await deliver(io, out, text, { force: force === true, language });
}

/** @throws UserError where other options speak against a bulletin, which is Markdown and speaks from its month’s last day. */
function checkBulletin({ format, out, on }: StatusOptions, io: Io): void {
  if (on !== undefined)
    throw new UserError({
      en: '--bulletin speaks from the last day of its month; leave --on out',
      zh: '--bulletin 以当月最后一天为准，不能再写 --on',
    });
  if (format === 'json' || format === 'csv')
    throw new UserError({
      en: `--bulletin is written in Markdown, not as ${format}`,
      zh: `--bulletin 只输出 Markdown，不能输出 ${format}`,
    });
  formatOf({ format, out }, { md: true, text: true }, 'md', io);
}

/** @throws UserError where a state is asked for that no target can be in */
function checkStates({ failOn = [], stale }: StatusOptions): void {
  if (stale === 0 && failOn.includes('stale'))
    throw new UserError({
      en: '--stale 0 never takes a target for stale, so that --fail-on stale would find none; leave one of them out',
      zh: '--stale 0 不计没有报送进展的，--fail-on stale 就查不出什么；请去掉其中一个',
    });
}

/** @throws UserError where no draft knows the office: nobody’s targets would look like none. */
function checkLead(lead: string, rows: readonly LedgerRow[], drafts: readonly LedgerDraft[]): void {
  const leads = new Set([
    ...rows.map((row) => row.lead),
    ...drafts.flatMap(({ reading: { report } }) => report.sections.map(({ data }) => data.lead ?? '')),
  ]);
  leads.delete('');
  if (leads.has(lead)) return;
  const near = suggest(lead, leads);
  const known = {
    en:
      leads.size === 0
        ? 'none is named'
        : near === undefined
          ? `known: ${[...leads].join(', ')}`
          : `did you mean ${near}?`,
    zh:
      leads.size === 0
        ? '稿子都没有写“牵头”'
        : near === undefined
          ? `可写：${[...leads].join('、')}`
          : `是否想写“${near}”？`,
  };
  throw new UserError({
    en: `no draft names “${lead}” as a lead office; ${known.en}`,
    zh: `稿子里没有牵头单位“${lead}”；${known.zh}`,
  });
}
