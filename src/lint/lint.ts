import { templateOf, templates } from '../assets.ts';
import type { Data, Diagnostic, Finding, Message, Offsets, Path, Place, Position, Range, Severity, Words } from '../diagnostic.ts';
import { sourceMessages } from '../messages/source.ts';
import { namesOf } from '../model/references.ts';
import type { Report, Sources } from '../model/report.ts';
import { rules as allRules } from '../rules/index.ts';
import type { Level, Rule, RuleContext } from '../rules/rule.ts';
import { keyName, reserved } from '../source/grammar.ts';
import { idsUnreserved } from '../rules/ids-unreserved.ts';
import { openReport, type Opened, type ReadFile } from './open.ts';
import { lineIndex, type LineIndex } from './lines.ts';

/** A draft after lint: its findings in the order of the text, and the report itself. */
export interface Linted extends Pick<Opened, 'report' | 'sources'> {
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks one draft: YAML, then the schema, then every rule on what is valid. */
export function lint(file: string, text: string, read: ReadFile, rules: readonly Rule[] = allRules): Linted {
  const opened = openReport(file, text, read);
  const { report, sources, problems } = opened;
  const places = new Places(sources);
  const diagnostics = problems.map(({ file: where, stage, message, data, related = [], fix, ...offsets }) =>
    diagnosticOf({
      file: where,
      rule: stage,
      code: message,
      severity: 'error',
      message: messageOf(sourceMessages, message),
      data,
      range: places.range(where, offsets),
      related: related.map(({ note, ...at }) => ({ file: where, range: places.range(where, at), message: note })),
      ...(fix && { fix }),
    }),
  );
  if (report) for (const diagnostic of runRules(rules, report, opened, places)) diagnostics.push(diagnostic);
  const order = [...sources.keys()];
  diagnostics.sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || comparePositions(a.range.start, b.range.start));
  return { report, sources, diagnostics };
}

const comparePositions = (a: Position, b: Position): number => a.line - b.line || a.column - b.column;

function* runRules(rules: readonly Rule[], report: Report, { broken, lost, sources }: Opened, places: Places): Generator<Diagnostic> {
  const template = report.data.template === undefined ? undefined : templateOf(report.data.template);
  const context: RuleContext = { template, templates, names: namesOf(report, lost), own: (key) => keyName(key, report.keys) };
  for (const rule of rules) {
    const severity = severityOf(template?.rules[rule.id] ?? rule.severity, report.final);
    if (severity === 'off' || (rule.languages && !rule.languages.includes(report.language))) continue;
    for (const finding of rule.check(report, context))
      if (!isBroken(finding.path, sources, broken) && !(rule.id !== idsUnreserved.id && isMisplaced(finding.path)))
        yield stamp(rule, severity, finding, places);
  }
}

const severityOf = (level: Level | 'off', final: boolean): Severity | 'off' => (level === 'unfinished' ? (final ? 'error' : 'info') : level);

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

const named: ReadonlySet<string | number> = new Set(['metrics', 'tables', 'targets', 'results', 'terms']);

/** Whether a path leads through a key of the format in place of an id: a line with the wrong indentation, reported as that. */
const isMisplaced = (path: Path): boolean => path.some((key, index) => named.has(path[index - 1] ?? '') && reserved.has(String(key)));

function stamp(rule: Rule, severity: Severity, finding: Finding, places: Places): Diagnostic {
  return diagnosticOf({
    file: finding.path[0],
    rule: rule.id,
    code: finding.message,
    severity: finding.severity ?? severity,
    message: messageOf(rule.messages, finding.message),
    data: finding.data,
    range: places.of(finding),
    related: (finding.related ?? []).map(({ note, ...place }) => ({ file: place.path[0], range: places.of(place), message: note })),
    ...places.fix(finding),
  });
}

function messageOf(messages: Readonly<Record<string, Message>>, id: string): Message {
  const message = messages[id];
  if (message === undefined) throw new Error(`there is no message “${id}”`);
  return message;
}

/** Words a message: the last step from a finding to a diagnostic. */
function diagnosticOf({
  message,
  data = {},
  ...rest
}: Omit<Diagnostic, 'message' | 'help'> & { readonly message: Message; readonly data: Data | undefined }): Diagnostic {
  const words: Words = { en: message.en(data), zh: message.zh(data) };
  return { ...rest, message: words, ...(message.help ? { help: { en: message.help.en(data), zh: message.help.zh(data) } } : {}) };
}

/** Ranges of places; the lines of a file are counted once, and only where something is reported. */
class Places {
  readonly #sources: Sources;
  readonly #lines = new Map<string, LineIndex>();

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  of(place: Place): Range {
    const source = this.#sources.get(place.path[0]);
    return source ? this.range(source.file, source.locate(place)) : { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  }

  /** The change that mends a finding, where there is one. */
  fix({ path, fix }: Finding): Pick<Diagnostic, 'fix'> {
    const edit = fix && this.#sources.get(path[0])?.edit(fix, fix.insert);
    return edit ? { fix: { edits: [edit], safe: fix.safe } } : {};
  }

  range(file: string, { start, end }: Offsets): Range {
    let lines = this.#lines.get(file);
    if (lines === undefined) this.#lines.set(file, (lines = lineIndex(this.#sources.get(file)?.text ?? '')));
    return { start: lines.position(start), end: lines.position(end) };
  }
}
