import type { Crash, Diagnostic, Finding, Severity } from '../diagnostic.ts';
import { officeOf, whereIs } from '../model/offices.ts';
import type { Report } from '../model/report.ts';
import type { Reading } from '../reading/reading.ts';
import { rules as allRules } from '../rules/index.ts';
import { resolveOptions, type Options } from '../rules/options.ts';
import type { Level, Rule, RuleContext } from '../rules/rule.ts';
import { suppressionsJustified } from '../rules/structure/suppressions-justified.ts';
import { Reach } from './coverage/reach.ts';
import { checkFinding, crashOf } from './crashes.ts';
import { atFileKey } from './settings/csv-places.ts';
import { filtersOf } from './filters.ts';
import { identityOf, reportOf } from './baseline/identity.ts';
import type { Opened } from './open.ts';
import { isSectionFile } from './section-file.ts';
import { stamp, type Places } from './stamp.ts';
import { excuse, isSuppressed, suppressionsOf } from './suppressions.ts';
import { unjustified } from './unjustified.ts';
import { judge, type Judged } from './walk.ts';

/** Which rules run, and how firmly. */
export interface RuleSettings {
  readonly rules: readonly Rule[];
  /** All rules that there are, those of plugins too, whether they run or not; the built-in ones, if it is left out. */
  readonly known?: readonly Rule[];
  /** Levels of rules that differ from the rules’ own and the template’s. */
  readonly levels?: Readonly<Record<string, Level>>;
  /** Options of rules that differ from their defaults, by rule. */
  readonly options?: Readonly<Record<string, Options>>;
  /** Whether comments silence rules; true, if it is left out. */
  readonly inline?: boolean;
}

/** What rules found, how many of them ran, and which failed. */
export interface Ran {
  readonly diagnostics: readonly Diagnostic[];
  readonly crashes: readonly Crash[];
  readonly ran: number;
  /** The rules that could find all that they look for: what one of them does not find is not there. */
  readonly judged: readonly string[];
  /** What was held of the report, and what stands alone. */
  readonly reach: Reach;
}

/** Runs rules over a report: what they find, without what follows from a mistake of form and what comments silence, rule by rule. */
export function runRules(
  reading: Reading,
  opened: Opened,
  context: Omit<RuleContext, 'options'>,
  places: Places,
  { rules, known = allRules, levels = {}, options = {}, inline = true }: RuleSettings,
): Ran {
  const { report } = reading;
  const { template } = context;
  const severityIn = ({ id, severity }: Rule): Severity | 'off' =>
    severityOf(levels[id] ?? template?.rules[id] ?? severity, report.final);
  const alone = isSectionFile([...opened.sources.keys()][0] ?? '');
  const running = rules.filter(
    (rule) =>
      severityIn(rule) !== 'off' &&
      !(alone && rule.scope === 'draft') &&
      (rule.languages?.includes(report.language) ?? true),
  );
  const judged = judge(
    running.map((rule) => ({
      rule,
      context: withOptions(context, resolveOptions(rule.options, options[rule.id])),
    })),
    reading,
  );
  const suppressions = inline ? suppressionsOf(opened.sources) : [];
  const kept = keeperOf(reading, opened, places, suppressions, rules);
  const told = (rule: Rule, found: Finding): readonly Diagnostic[] => {
    checkFinding(found, rule, places.sources);
    const finding = atFileKey(found, opened.tables, opened.sources);
    if (!kept(finding, rule)) return [];
    const severity = severityIn(rule) as Severity;
    const firm = levels[rule.id] === undefined ? (finding.severity ?? severity) : severity;
    return [
      {
        ...stamp(rule, firm, finding, places, identityOf(found, report, opened.sources)),
        ...unfinished(rule, finding, report),
      },
    ];
  };
  const [diagnostics, crashes] = tellAll(judged, told, report.file);
  const crashed = new Set(crashes.map(({ rule }) => rule));
  const ran = new Set(running.map(({ id }) => id));
  // of a rule that failed it is not known what its comments silence
  const whole = new Set([...ran].filter((id) => !crashed.has(id)));
  // without last year’s report nothing is held against it; what is silenced in vain is not known where some rules did not run
  const isWhole = ({ id, compares }: Rule): boolean =>
    opened.problems.length === 0 &&
    !(compares === true && context.previousLack !== undefined) &&
    !(id === suppressionsJustified.id && rules.length < allRules.length);
  const justified = running.find(({ id }) => id === suppressionsJustified.id);
  return {
    ran: ran.size,
    judged: running.filter((rule) => whole.has(rule.id) && isWhole(rule)).map(({ id }) => id),
    crashes,
    reach: new Reach(reading, judged, ({ text, ...place }) => {
      const at = atFileKey({ ...place, message: '' }, opened.tables, opened.sources);
      return { file: at.path[0], range: places.of(at), text };
    }),
    diagnostics: justified
      ? [
          ...diagnostics,
          ...unjustified(
            suppressions,
            known,
            whole,
            places,
            severityIn(justified) as Severity,
            reportOf(report),
          ),
        ]
      : diagnostics,
  };
}

/** Findings in words, rule by rule; a rule that failed, or yields what is no finding, takes none of the others with it. */
function tellAll(
  judged: readonly Judged[],
  told: (rule: Rule, finding: Finding) => readonly Diagnostic[],
  file: string,
): readonly [Diagnostic[], Crash[]] {
  const [diagnostics, crashes]: [Diagnostic[], Crash[]] = [[], []];
  for (const { rule, findings, failure } of judged)
    try {
      for (const finding of findings) diagnostics.push(...told(rule, finding));
      if (failure) throw failure.error;
    } catch (error) {
      crashes.push(crashOf(rule.id, file, error));
    }
  return [diagnostics, crashes];
}

/** What a rule may know, with its own options; the rest is looked up only when the rule asks for it. */
const withOptions = (context: Omit<RuleContext, 'options'>, options: Options): RuleContext =>
  Object.assign(Object.create(context) as Omit<RuleContext, 'options'>, { options });

/** Whether a finding is one that people are told of; marks the comments that silence it, or that may only hide behind another mistake. */
function keeperOf(
  { report }: Reading,
  opened: Opened,
  places: Places,
  suppressions: ReturnType<typeof suppressionsOf>,
  rules: readonly Rule[],
): (finding: Finding, rule: Rule) => boolean {
  const filters = filtersOf(report, opened, places);
  const onFigures = new Set(rules.flatMap(({ id, figures }) => (figures ? [id] : [])));
  if (opened.problems.length > 0) excuse(suppressions, onFigures);
  return (finding, rule) => {
    if (filters.some((drops) => drops(finding, rule))) return false;
    if (suppressions.length === 0) return true;
    const [file] = finding.path;
    const { start } = places.offsets(finding);
    if (isSuppressed(suppressions, rule.id, file, start)) return false;
    if (!rule.figures) excuse(suppressions, onFigures, { file, start });
    return true;
  };
}

const severityOf = (level: Level, final: boolean): Severity | 'off' =>
  level === 'unfinished' ? (final ? 'error' : 'info') : level;

/** Of what is merely unfinished, whose it is, where it is and what is missing. */
function unfinished(
  { messages, severity }: Rule,
  { path, message, data = {} }: Finding,
  report: Report,
): Pick<Diagnostic, 'gap' | 'office'> {
  const office = severity === 'unfinished' ? officeOf(path, report) : undefined;
  const words = messages[message]?.gap;
  return {
    ...(office !== undefined && { office }),
    ...(words && {
      gap: { section: whereIs(path, report), what: { en: words.en(data), zh: words.zh(data) } },
    }),
  };
}
