import type { Report, Sources } from '../model/report.ts';
import type { Data } from '../diagnostic.ts';
import type { PreviousLack, RuleContext } from '../rules/rule.ts';
import { yearData, yearName } from '../dates/calendar.ts';
import { Places } from './stamp.ts';
import { openReport, type OpenSettings, type Opened, type ReadFile } from './open.ts';
import type { FileProblem } from './opened-file.ts';

/** Last year’s report as a draft names it under `previous`, or why it cannot be compared with; both are undefined where it names none. */
export interface Previous {
  /** Undefined where there is none. One that was read in part is there, for what it says; rules are not given it. */
  readonly report: Report | undefined;
  readonly lack: RuleContext['previousLack'];
  /** Its files, by which places in it become lines and columns. */
  readonly sources: Sources;
  /** What is wrong with their form. */
  readonly problems: readonly FileProblem[];
}

/** Opens a draft, or has it open. */
type OpenDraft = (file: string, text: string, read: ReadFile, settings: OpenSettings) => Opened;

/** Reads last year’s report with its section files and tables. What is wrong inside it is said when it is checked itself. */
export function openPrevious(
  report: Report,
  read: ReadFile,
  own?: Sources,
  open: OpenDraft = openReport,
): Previous {
  const {
    file,
    data: { previous },
    approximation,
    calendar,
  } = report;
  if (previous === undefined)
    return none(own?.get(file)?.extent([file, 'previous']) && lackOf(report, 'unnamed'));
  const name = fromFolderOf(file, previous);
  if (name === itself(file)) return none(lackOf(report, 'itself'));
  const text = read(name);
  if (text === undefined) return none(lackOf(report, 'missing'));
  const { report: found, sources, problems } = open(name, text, read, { approximation, calendar });
  const opened = { report: found, sources, problems };
  if (found === undefined) return { ...opened, lack: lackOf(report, 'unreadable') };
  if (isOfOtherYear(found, report)) {
    // the draft under another name, which a link gives it
    const same = found.data.year === report.data.year && text === (own?.get(file)?.text ?? read(file));
    return none(same ? lackOf(report, 'itself') : lackOf(report, 'year-other', foundYear(found)));
  }
  return { ...opened, lack: unreadIn(report, sources, problems) };
}

const none = (lack?: Previous['lack']): Previous => ({
  report: undefined,
  lack,
  sources: new Map(),
  problems: [],
});

/** Why nothing is compared, with what the words on it need. */
function lackOf(
  { file, data: { previous, year }, calendar }: Report,
  message: PreviousLack,
  data: Data = {},
): Previous['lack'] {
  const before = year === undefined ? { year: '', yearZh: '' } : yearData(year - 1, calendar);
  return {
    message,
    data: { file: previous ?? '', name: fromFolderOf(file, previous ?? ''), ...before, ...data },
  };
}

/** A draft’s own name, as it would be named from its folder. */
const itself = (file: string): string => fromFolderOf(file, `./${file.split(/[\\/]/).at(-1) ?? ''}`);

const isOfOtherYear = (found: Report, { data: { year } }: Report): boolean =>
  found.data.year !== undefined && year !== undefined && found.data.year !== year - 1;

function foundYear({ data: { year = 0 }, calendar }: Report): Data {
  const { en, zh } = yearName(year, calendar);
  return { found: en, foundZh: zh };
}

/** Whether last year’s report could be read in part only, and where that begins. */
function unreadIn(report: Report, sources: Sources, problems: readonly FileProblem[]): Previous['lack'] {
  // what has a fix was read as it would be with it, but for dates, which are only guessed at
  const unread = problems.filter(({ fix, message }) => fix === undefined || message.startsWith('date-'));
  const [first] = unread;
  if (first === undefined) return undefined;
  const { start } = new Places(sources).range(first.file, first);
  return lackOf(report, 'partly', {
    count: unread.length,
    where: `${first.file}:${start.line}:${start.column}`,
  });
}

/** The name of a file given from a draft’s folder, which it may leave: `../2016/a.yaml` in `2017/b.yaml` is `2016/a.yaml`. */
export function fromFolderOf(draft: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:)/.test(slashed)) return slashed;
  const parts = draft.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '' && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/') || '.';
}
