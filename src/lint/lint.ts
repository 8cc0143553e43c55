import type { Reach } from './coverage/reach.ts';
import { runRules, type RuleSettings } from './run-rules.ts';
import { isBroken } from './filters.ts';
import type { Reading } from '../reading/reading.ts';
import type { Template } from '../assets.ts';
import type { Crash, Diagnostic, Fix, Language, Place, Position, Range, Severity } from '../diagnostic.ts';
import { sourceMessages } from '../messages/source.ts';
import type { Calendar } from '../dates/calendar.ts';
import type { Report, Terms } from '../model/report.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import { keyName } from '../source/grammar.ts';
import { assetsOf } from './asset.ts';
import { kindOf } from './kind.ts';
import { Drafts } from './drafts.ts';
import type { Opened, ReadFile } from './open.ts';
import { maskDiagnostic, maskOf, type Mask } from './masked.ts';
import type { FileProblem } from './opened-file.ts';
import type { Previous } from './previous.ts';
import { diagnosticOf, messageOf, Places, type TextFix } from './stamp.ts';
import { mixedWords } from './words.ts';

/** A draft after lint: its findings in the order of the text, and the report itself; `sources` hold last year’s files as well. */
export interface Linted extends Pick<Opened, 'report' | 'sources'> {
  /** What is derived from the report; undefined where there is none. */
  readonly reading: Reading | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** The rules that failed: what they look for was not checked. */
  readonly crashes: readonly Crash[];
  /** Last year’s report, as far as it could be read. */
  readonly previous: Report | undefined;
  /** Why nothing was compared with it. */
  readonly previousLack: RuleContext['previousLack'];
  /** The files of the draft: itself, and the section files in it. */
  readonly files: readonly string[];
  /** How many rules ran; none do where there is no report. */
  readonly ran: number;
  /** The rules that could find all that they look for; none where something has the wrong form. */
  readonly judged: readonly string[];
  /** What was held of the report, and what stands alone; undefined where there is none. */
  readonly reach: Reach | undefined;
  /** The kind of report that the draft names. */
  readonly template: Template | undefined;
  /** The place in the data of the range of a finding, or of what is related to it. */
  readonly placeOf: (range: Range) => Place | undefined;
  /** What a fix changes in a text. */
  readonly changeOf: (fix: Fix) => TextFix | undefined;
  /** Whether a rule asked which day it is: the findings may be others on another. */
  readonly askedDay: boolean;
  /** Takes numbers of persons out of what is printed of a file; findings are so masked already. */
  readonly mask: Mask;
}

/** What is checked, and how firmly. */
export interface Settings extends Omit<RuleSettings, 'rules'> {
  /** The rules that run; all of them, if it is left out. */
  readonly rules?: readonly Rule[];
  /** Names that all drafts of a project share; they join the draft’s own. */
  readonly terms?: Terms;
  /** By how much 约, 左右 and “about” widen a figure, in percent; 5, if it is left out. */
  readonly approximation?: number;
  /** The project’s own templates. */
  readonly templates?: readonly Template[];
  /** How years are counted, where the draft does not say it. */
  readonly calendar?: Calendar;
  /** Today as YYYY-MM-DD; a draft that is dated speaks from its own day. */
  readonly today?: string;
  /** The key set that the draft should be written in; its own, if it is left out. */
  readonly keys?: Language;
  /** Whether it was made of a document that is checked as it is. */
  readonly isDocument?: boolean;
  /** What is open already, for a run that looks at several drafts, or at one again; its own, if it is left out. */
  readonly drafts?: Drafts;
}

/** Checks one draft: YAML, then the schema, then every rule on what is valid; then what comments silence is taken out. */
export function lint(file: string, text: string, read: ReadFile, settings: Settings = {}): Linted {
  const { drafts = new Drafts() } = settings;
  const opened = drafts.open(file, text, read, settings);
  const { report, problems } = opened;
  const previous = report && drafts.previous(report, read, opened.sources);
  const sources = new Map([...(previous?.sources ?? []), ...opened.sources]);
  const reading = report && drafts.reading(report, opened, previous);
  const places = new Places(sources);
  const diagnostics = [
    ...problems.map((problem) => problemDiagnostic(problem, 'error', places)),
    ...opened.remarks.map((remark) => problemDiagnostic(remark, 'warning', places)),
  ];
  if (reading && settings.keys) diagnostics.push(...mixedWords(reading, sources, places));
  const ran = reading
    ? checked(reading, opened, previous?.lack, read, places, settings)
    : {
        ran: 0,
        judged: [],
        diagnostics: [],
        crashes: [],
        reach: undefined,
        template: undefined,
        askedDay: false,
      };
  for (const diagnostic of ran.diagnostics) diagnostics.push(diagnostic);
  const mask = maskOf(reading, reading?.before);
  const files = [...opened.sources.keys()];
  sortByPlace(diagnostics, [...new Set([...files, ...sources.keys()])]);
  return {
    report,
    reading,
    sources,
    files,
    diagnostics: diagnostics.map((diagnostic) => maskDiagnostic(diagnostic, mask)),
    crashes: ran.crashes,
    previous: previous?.report,
    previousLack: previous?.lack,
    ran: ran.ran,
    judged: ran.judged,
    reach: ran.reach,
    template: ran.template,
    askedDay: ran.askedDay,
    placeOf: (range) => places.placeOf(range),
    changeOf: (fix) => places.changeOf(fix),
    mask,
  };
}

/** The finding for what is wrong with a file before rules look at it. */
const problemDiagnostic = (
  { file, stage, message, data, related = [], fix, ...offsets }: FileProblem,
  severity: Severity,
  places: Places,
): Diagnostic =>
  diagnosticOf({
    file,
    rule: stage,
    code: message,
    severity,
    message: messageOf(sourceMessages, message),
    data,
    range: places.range(file, offsets),
    identity: places.written(file, offsets),
    related: related.map(({ note, ...at }) => ({ file, range: places.range(file, at), message: note })),
    ...(fix && { fix }),
  });

/** Sorts findings by their file, in the order given, and by their place in it. */
const sortByPlace = (diagnostics: Diagnostic[], files: readonly string[]): void =>
  void diagnostics.sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || comparePositions(a.range.start, b.range.start),
  );

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

/** What the rules find, how many ran, and the kind of report that they took it for. */
function checked(
  reading: Reading,
  opened: Opened,
  previousLack: Previous['lack'],
  read: ReadFile,
  places: Places,
  settings: Settings,
): Pick<Linted, 'ran' | 'judged' | 'diagnostics' | 'crashes' | 'reach' | 'template' | 'askedDay'> {
  const kind = kindOf(reading.report, settings.templates ?? [], read, settings.known ?? allRules);
  const { rules = settings.known ?? allRules, ...firmness } = settings;
  const day = new Day(settings.today);
  const kinds = { ...kind, isDocument: settings.isDocument === true };
  const context = contextOf(reading, opened, kinds, previousLack, read, day);
  const ran = runRules(reading, opened, context, places, { rules, ...firmness });
  return { ...ran, template: kind.template, askedDay: day.isAsked };
}

/** The day of the run, which knows whether it was asked for. */
class Day {
  isAsked = false;
  readonly #today: string | undefined;

  constructor(today: string | undefined) {
    this.#today = today;
  }

  get today(): string | undefined {
    this.isAsked = true;
    return this.#today;
  }
}

/** What rules may know of a draft. */
const contextOf = (
  reading: Reading,
  opened: Opened,
  kinds: ReturnType<typeof kindOf> & Pick<RuleContext, 'isDocument'>,
  previousLack: Previous['lack'],
  read: ReadFile,
  day: Day,
): Omit<RuleContext, 'options'> => ({
  ...kinds,
  reading,
  previousLack,
  get today() {
    return reading.report.data.dated ?? reading.report.data.published ?? day.today;
  },
  get now() {
    return day.today;
  },
  blanks: opened.blanks,
  own: (key) => keyName(key, reading.report.keys),
  asset: assetsOf(reading.report, read),
  isWhole: ({ path }) => !isBroken(path, opened),
});
