import type { Language } from '../diagnostic.ts';
import { isStandardOutput, type Io } from '../io.ts';
import { bulletin } from '../ledger/bulletin.ts';
import { statusFormats } from '../ledger/formats.ts';
import type { LedgerRow } from '../ledger/ledger-row.ts';
import { inState } from '../ledger/standing-states.ts';
import { statusWriters } from '../ledger/status-formats.ts';
import { countRows, isWanted } from '../ledger/status-groups.ts';
import { ledgerOf, type LedgerDraft } from '../ledger/status.ts';
import { calendarYears, type Calendar } from '../dates/calendar.ts';
import { periodOf, type Period } from '../dates/dates.ts';
import { loadStyle, wantsColour, type TerminalStyle } from '../reporters/style.ts';
import { charactersOf, cellsIn } from '../reporters/width.ts';
import { formatOf } from './format.ts';
import { deliver, tell, unique } from './print-error.ts';
import { runLanguage } from './run-language.ts';
import { withSent } from './sent-draft.ts';
import {
  bulletinFormats,
  checkBulletin,
  checkLead,
  checkLedger,
  checkStates,
  dueAsked,
} from './status/status-checks.ts';
import { formErrors, readDrafts } from './status/status-drafts.ts';
import type { StatusOptions } from './status/status-options.ts';

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
  else checkLedger(options, outside);
  const { names, io } = await withSent(given, options, outside);
  const { drafts, failures, gaps, notes, errors } = await readDrafts(names, options, io);
  const language = runLanguage(options, io, drafts[0]?.reading.report.keys);
  for (const words of unique([...notes, ...failures, ...gaps])) tell(io, words, language);
  if (errors > 0) tell(io, formErrors(errors), language);
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

async function textOf(
  drafts: readonly LedgerDraft[],
  { on, calendar, wanted }: AskedLedger,
  options: StatusOptions,
  io: Io,
  language: Language,
): Promise<string | Uint8Array> {
  const { all, by, stale, out } = options;
  const format = formatOf(options, statusFormats, 'text', io);
  if (options.bulletin !== undefined) {
    const organizations = new Set(drafts.map(({ reading: { report } }) => report.data.organization ?? ''));
    const text = bulletin(
      {
        month: on.slice(0, 7),
        organization: organizations.size === 1 ? ([...organizations][0] ?? '') : '',
        calendar,
        rows: wanted,
        stale,
      },
      language,
    );
    if (formatOf(options, bulletinFormats, 'md', io) !== 'docx') return text;
    const [{ docxOf }, { documentOfMarkdown }] = await Promise.all([
      import('../render/docx.ts'),
      import('../render/markdown/markdown-document.ts'),
    ]);
    const organization = [...organizations]
      .filter((each) => each !== '')
      .join(language === 'zh' ? '、' : ', ');
    return docxOf(documentOfMarkdown(text, language), {
      draft: false,
      organization,
      subject: options.bulletin,
    });
  }
  const style = await loadStyle(
    format === 'text' && out === undefined && wantsColour(io.stdout.isTTY, io.env),
  );
  const rows = all === true ? wanted : wanted.filter(({ light }) => light !== 'closed');
  const write = statusWriters[format as keyof typeof statusWriters];
  return write({ on, by, rows, counts: countRows(wanted) }, language, {
    width: (text) => cellsIn(charactersOf(text)),
    paint: painter(style),
  });
}

const painter =
  (style: TerminalStyle) =>
  (light: LedgerRow['light'], text: string): string =>
    ({ red: style.severity.error, yellow: style.severity.warning, green: style.good, closed: style.dim })[
      light
    ](text);

/** What is read by people may be coloured, and is no document; what programs read stays as it is. */
async function write(
  text: string | Uint8Array,
  options: StatusOptions,
  io: Io,
  language: Language,
): Promise<void> {
  const { out, force } = options;
  const format = formatOf(options, statusFormats, 'text', io);
  if (typeof text === 'string' && format === 'text' && (out === undefined || isStandardOutput(out)))
    io.stdout.write(text);
  else await deliver(io, out, text, { force: force === true, language });
}
