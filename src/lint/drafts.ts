import { calendarYears, type Calendar } from '../dates/calendar.ts';
import type { Report, Sources } from '../model/report.ts';
import { APPROXIMATION } from '../quantity/value/written-interval.ts';
import { Reading } from '../reading/reading.ts';
import { noting } from './noting.ts';
import { openReport, type Opened, type OpenSettings, type ReadFile } from './open.ts';
import { openFile, type FileContext, type OpenedFile } from './opened-file.ts';
import { openPrevious, type Previous } from './previous.ts';
import { Recent } from './recent.ts';

/** How many characters of text are kept opened; a draft has some 15,000, and takes some hundred bytes a character. */
const LIMIT = 1_500_000;

/** A draft that was opened, with what it was opened from. */
interface Kept {
  readonly text: string;
  readonly terms: OpenSettings['terms'];
  readonly answers: readonly Answer[];
  readonly opened: Opened;
}

/** What a reader of files answered: the text of a file, or whether it leads out of a folder. */
type Answer =
  | { readonly file: string; readonly text: string | undefined }
  | { readonly file: string; readonly folder: string; readonly leaves: boolean };

/**
 * The drafts that a run, or an editor, has open: a file is read once, and so is a draft, also where it is another’s last year, or is
 * looked at again after a change elsewhere. What is opened is found by all that it was made from (the text of each file, and the
 * settings), so that it never is that of an older text: to change a file, let the reader answer with its new text.
 */
export class Drafts {
  readonly #files: Recent<OpenedFile>;
  readonly #drafts: Recent<Kept>;
  readonly #readings = new WeakMap<Report, Reading>();
  /** The last reading of each draft, from which texts that did not change are taken. */
  readonly #last: Recent<Reading>;

  constructor(limit = LIMIT) {
    this.#files = new Recent(limit);
    this.#drafts = new Recent(limit);
    this.#last = new Recent(limit);
  }

  /** Opens a draft with the section files that it names. */
  open(file: string, text: string, read: ReadFile, settings: OpenSettings = {}): Opened {
    const { keys, terms, approximation = APPROXIMATION, calendar = calendarYears } = settings;
    const key = [file, keys, approximation, calendarKey(calendar), terms && 'terms'].join('\0');
    const kept = this.#drafts.get(key);
    if (kept?.text === text && kept.terms === terms && kept.answers.every((each) => holds(each, read)))
      return kept.opened;
    const answers: Answer[] = [];
    const noted = noting(read, {
      text: (asked, found) => void answers.push({ file: asked, text: found }),
      leaves: (asked, folder, leaves) => void answers.push({ file: asked, folder, leaves }),
    });
    const opened = openReport(file, text, noted, settings, (...given) => this.#file(...given));
    this.#drafts.set(key, { text, terms, answers, opened }, weightOf(opened.sources));
    return opened;
  }

  /** Opens last year’s draft, which a report names. */
  previous(report: Report, read: ReadFile, own?: Sources): Previous {
    return openPrevious(report, read, own, (...given) => this.open(...given));
  }

  /** A report of what was opened, read beside that of last year: of its texts only those that the last reading had not are read. */
  reading(report: Report, { sources, isLost }: Opened, previous: Previous | undefined): Reading {
    const reading = new Reading(report, {
      before: previous?.report && this.alone(previous.report),
      comparable: previous?.lack === undefined,
      earlier: this.#last.get(report.file),
      isLost,
    });
    this.#last.set(report.file, reading, weightOf(sources));
    return reading;
  }

  /** A report read without that of the year before it, as where it is itself last year’s. */
  alone(report: Report): Reading {
    const known = this.#readings.get(report) ?? new Reading(report);
    this.#readings.set(report, known);
    return known;
  }

  #file(file: string, text: string, context: FileContext): OpenedFile {
    const { is, keys, part } = context;
    const key = [file, is, keys, part].join('\0');
    const kept = this.#files.get(key);
    if (kept?.source.text === text && countsAlike(kept, context.years)) return kept;
    const opened = openFile(file, text, context);
    this.#files.set(key, opened, text.length);
    return opened;
  }
}

/** How many characters some files hold. */
function weightOf(sources: Sources): number {
  let weight = 0;
  for (const source of sources.values()) weight += source.text.length;
  return weight;
}

const calendarKey = ({ start, named, stated }: Calendar): string => `${start} ${named} ${stated}`;

/** Whether years are counted as they were where a file was opened; a draft may say it itself, whatever is given. */
function countsAlike({ years, yearsBy }: OpenedFile, given: FileContext['years']): boolean {
  const now = yearsBy(given);
  return now.year === years.year && calendarKey(now.calendar) === calendarKey(years.calendar);
}

const holds = (answer: Answer, read: ReadFile): boolean =>
  'folder' in answer
    ? (read.leaves?.(answer.file, answer.folder) === true) === answer.leaves
    : read(answer.file) === answer.text;
