import { Reading } from '../reading/reading.ts';
import type { Template } from '../assets.ts';
import type { Diagnostic, Finding, Language, Path, Position, Severity } from '../diagnostic.ts';
import { sourceMessages } from '../messages/source.ts';
import type { Calendar } from '../dates/calendar.ts';
import { officeOf, whereIs } from '../model/offices.ts';
import type { Report, Sources, Terms } from '../model/report.ts';
import { rules as allRules } from '../rules/index.ts';
import { idsUnreserved } from '../rules/structure/ids-unreserved.ts';
import { resolveOptions, type Options } from '../rules/options.ts';
import type { Level, Rule, RuleContext } from '../rules/rule.ts';
import { suppressionsJustified } from '../rules/structure/suppressions-justified.ts';
import { keyName, reserved } from '../source/grammar.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { atFileKey } from './csv-places.ts';
import { assetsOf } from './asset.ts';
import { kindOf } from './kind.ts';
import { isSectionFile, openReport, type FileProblem, type Opened, type ReadFile } from './open.ts';
import { openPrevious, type Previous } from './previous.ts';
import { diagnosticOf, messageOf, Places, stamp } from './stamp.ts';
import { mixedWords } from './words.ts';
import { excuse, isSuppressed, suppressionsOf, type Suppression } from './suppressions.ts';
import { troubleOf } from './unreadable-sections.ts';

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
export interface Settings {
  /** The rules that run; all of them, if it is left out. */
  readonly rules?: readonly Rule[];
  /** Levels of rules that differ from the rules’ own and the template’s. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Options of rules that differ from their defaults, by rule. */
  readonly options?: Readonly<Record<string, Options>>;
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
  /** Whether comments silence rules; true, if it is left out. */
  readonly inline?: boolean;
  /** The key set that the draft should be written in; its own, if it is left out. */
  readonly keys?: Language;
}

/** Rules that hold a section against the rest of its draft: of a section file by itself they can say nothing. */
const beyondSection: ReadonlySet<string> = new Set([
  'references-known',
  'sections-numbered-right',
  'sections-required',
]);

/** Checks one draft: YAML, then the schema, then every rule on what is valid; then what comments silence is taken out. */
export function lint(file: string, text: string, read: ReadFile, settings: Settings = {}): Linted {
  const opened = openReport(file, text, read, settings);
  const { report, problems } = opened;
  const previous = report && openPrevious(report, read, opened.sources);
  const sources = new Map([...(previous?.sources ?? []), ...opened.sources]);
  const reading =
    report &&
    new Reading(report, {
      before: previous?.report && new Reading(previous.report),
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
  const ran = new Set<string>();
  if (reading && kind)
    for (const diagnostic of runRules(reading, opened, previous?.lack, kind, places, settings, ran, read))
      diagnostics.push(diagnostic);
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
    ran: ran.size,
    template: kind?.template,
  };
}

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

function* runRules(
  reading: Reading,
  opened: Opened,
  previousLack: Previous['lack'],
  kind: ReturnType<typeof kindOf>,
  places: Places,
  { rules = allRules, levels = {}, options = {}, inline = true, today }: Settings,
  ran: Set<string>,
  read: ReadFile,
): Generator<Diagnostic> {
  const { report } = reading;
  const { broken, sources, tables } = opened;
  const { template } = kind;
  const context: Omit<RuleContext, 'options'> = {
    ...kind,
    previousLack,
    today: report.data.dated ?? report.data.published ?? today,
    now: today,
    blanks: opened.blanks,
    own: (key) => keyName(key, report.keys),
    asset: assetsOf(report, read),
    isWhole: ({ path }) => !isBroken(path, sources, broken),
  };
  const suppressions = inline ? suppressionsOf(sources) : [];
  const isTroubled = troubleOf(report, opened);
  const onFigures = new Set(rules.flatMap(({ id, figures }) => (figures ? [id] : [])));
  if (opened.problems.length > 0) excuse(suppressions, onFigures);
  const alone = isSectionFile([...sources.keys()][0] ?? '');
  for (const rule of rules) {
    const severity = severityOf(levels[rule.id] ?? template?.rules[rule.id] ?? rule.severity, report.final);
    if (
      severity === 'off' ||
      (alone && beyondSection.has(rule.id)) ||
      (rule.languages && !rule.languages.includes(report.language))
    )
      continue;
    ran.add(rule.id);
    for (const found of rule.check(reading, {
      ...context,
      options: resolveOptions(rule.options, options[rule.id]),
    })) {
      const finding = atFileKey(found, tables, sources);
      if (
        isBroken(finding.path, sources, broken) ||
        isTrapped(finding, sources, places) ||
        isTold(finding, opened.problems, places) ||
        (rule.id !== idsUnreserved.id && isMisplaced(finding.path))
      )
        continue;
      if (rule.figures && isTroubled(finding)) continue;
      if (
        suppressions.length > 0 &&
        isSuppressed(suppressions, rule.id, finding.path[0], places.offsets(finding).start)
      )
        continue;
      if (suppressions.length > 0 && !rule.figures)
        excuse(suppressions, onFigures, { file: finding.path[0], start: places.offsets(finding).start });
      const office = rule.severity === 'unfinished' ? officeOf(finding.path, report) : undefined;
      const gap = gapOf(rule, finding, report);
      yield {
        ...stamp(
          rule,
          levels[rule.id] === undefined ? (finding.severity ?? severity) : severity,
          finding,
          places,
        ),
        ...(office !== undefined && { office }),
        ...(gap && { gap }),
      };
    }
  }
  if (ran.has(suppressionsJustified.id))
    yield* unjustified(
      suppressions,
      ran,
      places,
      severityOf(levels[suppressionsJustified.id] ?? suppressionsJustified.severity, report.final),
    );
}

const severityOf = (level: Level, final: boolean): Severity | 'off' =>
  level === 'unfinished' ? (final ? 'error' : 'info') : level;

/** Of what is merely unfinished, where it is and what is missing. */
function gapOf({ messages }: Rule, { path, message, data = {} }: Finding, report: Report): Diagnostic['gap'] {
  const words = messages[message]?.gap;
  return words && { section: whereIs(path, report), what: { en: words.en(data), zh: words.zh(data) } };
}

/** What is wrong with the suppressions themselves; of rules that did not run nothing can be said. */
function* unjustified(
  suppressions: readonly Suppression[],
  ran: ReadonlySet<string>,
  places: Places,
  severity: Severity | 'off',
): Generator<Diagnostic> {
  const known = allRules.map(({ id }) => id);
  for (const { file, rule, reason, used, ...offsets } of suppressions) {
    const firm = rule === 'yaml' || rule === 'schema';
    const unknown = !firm && rule !== '' && !known.includes(rule) && !ran.has(rule);
    const code =
      rule === ''
        ? 'unnamed'
        : firm
          ? 'firm'
          : unknown
            ? 'unknown'
            : reason === ''
              ? 'unreasoned'
              : !used && ran.has(rule)
                ? 'unused'
                : undefined;
    if (code === undefined || severity === 'off') continue;
    const data = { rule, near: suggest(rule, known) ?? '' };
    const message = messageOf(suppressionsJustified.messages, code);
    yield diagnosticOf({
      file,
      rule: suppressionsJustified.id,
      code,
      severity,
      message,
      data,
      range: places.range(file, offsets),
      related: [],
    });
  }
}

/** Whether the object that a path leads into could not be read whole: what a rule misses there may only be misspelt. */
function isBroken([file, ...keys]: Path, sources: Sources, broken: ReadonlySet<object>): boolean {
  if (broken.size === 0) return false;
  let data = sources.get(file)?.data;
  let last: unknown = data;
  for (const key of keys) {
    data = (data as Record<string | number, unknown> | undefined)?.[key];
    if (typeof data !== 'object' || data === null) break;
    last = data;
  }
  return broken.has(last as object);
}

/** Whether a whole value stands in a trap of YAML, and so was not read as it was meant. */
function isTrapped(finding: Finding, sources: Sources, places: Places): boolean {
  const traps = sources.get(finding.path[0])?.yaml ?? [];
  if (traps.length === 0 || finding.span !== undefined) return false;
  const { start, end } = places.offsets(finding);
  return traps.some(({ fix }) => fix?.edits.some((edit) => edit.start < end && start < edit.end));
}

/** Whether the form of the very place is wrong, so that all that a rule says of it follows from that. */
function isTold(finding: Finding, problems: Opened['problems'], places: Places): boolean {
  const here = problems.filter(({ file }) => file === finding.path[0]);
  if (here.length === 0) return false;
  const { start, end } = places.offsets(finding);
  return here.some((problem) => problem.start === start && problem.end === end);
}

const named: ReadonlySet<string | number> = new Set(['metrics', 'tables', 'targets', 'results', 'terms']);

/** Whether a path leads through a key of the format in place of an id: a line with the wrong indentation, reported as that. */
const isMisplaced = (path: Path): boolean =>
  path.some((key, index) => named.has(path[index - 1] ?? '') && reserved.has(String(key)));
