import { runRules, type RuleSettings } from './run-rules.ts';
import { isBroken } from './filters.ts';
import { Reading } from '../reading/reading.ts';
import type { Template } from '../assets.ts';
import type { Diagnostic, Language, Position, Severity } from '../diagnostic.ts';
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
import type { FileProblem } from './opened-file.ts';
import type { Previous } from './previous.ts';
import { diagnosticOf, messageOf, Places } from './stamp.ts';
import { mixedWords } from './words.ts';

/** A draft after lint: its findings in the order of the text, and the report itself; `sources` hold last year’s files as well. */
export interface Linted extends Pick<Opened, 'report' | 'sources'> {
  /** What is derived from the report; undefined where there is none. */
  readonly reading: Reading | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Last year’s report, as far as it could be read. */
  readonly previous: Report | undefined;
  /** Why nothing was compared with it. */
  readonly previousLack: RuleContext['previousLack'];
  /** The files of the draft: itself, and the section files in it. */
  readonly files: readonly string[];
  /** How many rules ran; none do where there is no report. */
  readonly ran: number;
  /** The kind of report that the draft names. */
  readonly template: Template | undefined;
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
  const reading =
    report &&
    new Reading(report, {
      before: previous?.report && drafts.alone(previous.report),
      comparable: previous?.lack === undefined,
      isLost: opened.isLost,
    });
  const places = new Places(sources);
  const diagnostics: Diagnostic[] = [];
  const say = (
    { file: where, stage, message, data, related = [], fix, ...offsets }: FileProblem,
    severity: Severity,
  ): void =>
    void diagnostics.push(
      diagnosticOf({
        file: where,
        rule: stage,
        code: message,
        severity,
        message: messageOf(sourceMessages, message),
        data,
        range: places.range(where, offsets),
        related: related.map(({ note, ...at }) => ({
          file: where,
          range: places.range(where, at),
          message: note,
        })),
        ...(fix && { fix }),
      }),
    );
  for (const problem of problems) say(problem, 'error');
  for (const remark of opened.remarks) say(remark, 'warning');
  if (reading && settings.keys) diagnostics.push(...mixedWords(reading, sources, places));
  const kind = report && kindOf(report, settings.templates ?? [], read);
  const { rules = allRules, ...firmness } = settings;
  const ran =
    reading && kind
      ? runRules(reading, opened, contextOf(reading, opened, kind, previous?.lack, read, settings), places, {
          rules,
          ...firmness,
        })
      : { ran: 0, diagnostics: [] };
  for (const diagnostic of ran.diagnostics) diagnostics.push(diagnostic);
  const order = [...new Set([...opened.sources.keys(), ...sources.keys()])];
  diagnostics.sort(
    (a, b) => order.indexOf(a.file) - order.indexOf(b.file) || comparePositions(a.range.start, b.range.start),
  );
  const files = [...opened.sources.keys()];
  return {
    report,
    reading,
    sources,
    files,
    diagnostics,
    previous: previous?.report,
    previousLack: previous?.lack,
    ran: ran.ran,
    template: kind?.template,
  };
}

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

/** What rules may know of a draft. */
const contextOf = (
  reading: Reading,
  opened: Opened,
  kind: ReturnType<typeof kindOf>,
  previousLack: Previous['lack'],
  read: ReadFile,
  { today }: Settings,
): Omit<RuleContext, 'options'> => ({
  ...kind,
  reading,
  previousLack,
  today: reading.report.data.dated ?? reading.report.data.published ?? today,
  now: today,
  blanks: opened.blanks,
  own: (key) => keyName(key, reading.report.keys),
  asset: assetsOf(reading.report, read),
  isWhole: ({ path }) => !isBroken(path, opened),
});
