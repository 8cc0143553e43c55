import type { Diagnostic, Language } from '../diagnostic.ts';
import { printableName } from '../source/printable.ts';
import { severityName, uncheckedIn, type LintReport, type Reporter, type Unchecked } from './reporter.ts';
import { said, saidWhole } from './said.ts';
import { element } from './xml.ts';

/** A test case with what it counts as. */
interface TestCase {
  readonly kind: 'passed' | 'failure' | 'error';
  readonly name: string;
  /** The class that Jenkins groups by: a package and a name, with a stop between. */
  readonly group: string;
  readonly content: readonly string[];
}

/**
 * Findings as JUnit XML, as Jenkins’ schema has it: a suite a file. An error of the report is a failure; a warning or what is to be filled in passes, and is
 * told in the output of its case, since a run with warnings is no failed run; what was not checked is an error. A file without findings is one case that passes.
 */
export const junitReporter: Reporter = (run, { language }) => {
  const suites = suitesOf(run, language);
  const count = (kind: TestCase['kind']): number =>
    [...suites.values()].flat().filter((each) => each.kind === kind).length;
  const all = {
    name: 'report lint',
    tests: [...suites.values()].flat().length,
    failures: count('failure'),
    errors: count('error'),
  };
  const document = element(
    'testsuites',
    all,
    [...suites].map(([name, cases]) => suite(name, cases, run)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document}\n`;
};

/** The suite of what belongs to no file. */
const NO_FILE = 'report lint';

/** The cases by file, checked files first in order of their names. */
function suitesOf(run: LintReport, language: Language): ReadonlyMap<string, readonly TestCase[]> {
  const suites = new Map<string, TestCase[]>(run.checked.map((file) => [file, []]));
  const put = (file: string, test: TestCase): void => {
    const own = suites.get(file);
    if (own) own.push(test);
    else suites.set(file, [test]);
  };
  for (const each of uncheckedIn(run)) put(each.file ?? NO_FILE, uncheckedCase(each, language));
  for (const each of run.diagnostics) put(each.file, findingCase(each, language));
  for (const [file, cases] of suites)
    if (cases.length === 0)
      put(file, { kind: 'passed', name: printableName(file), group: 'report.lint', content: [] });
  for (const { id, message } of run.because) put(NO_FILE, becauseCase(id, said(message, language)));
  if (suites.size === 0) put(NO_FILE, { kind: 'passed', name: NO_FILE, group: 'report.lint', content: [] });
  return new Map([...suites].map(([file, cases]) => [file, apart(cases)]));
}

/** What was not checked is neither a failure nor a success. */
const uncheckedCase = ({ file, rule, message }: Unchecked, language: Language): TestCase => ({
  kind: 'error',
  name: said(message, language),
  group: `report.${rule ?? 'not-checked'}`,
  content: [
    element(
      'error',
      { type: rule ?? 'not-checked', message: said(message, language) },
      file === undefined ? said(message, language) : `${printableName(file)}\n${said(message, language)}`,
    ),
  ],
});

function findingCase(diagnostic: Diagnostic, language: Language): TestCase {
  const { file, rule, severity, message, range } = diagnostic;
  const place = `${printableName(file)}:${range.start.line}:${range.start.column}`;
  const text = `${severityName(severity, language)} ${place}\n${saidWhole(diagnostic, language)}`;
  const isError = severity === 'error';
  return {
    kind: isError ? 'failure' : 'passed',
    name: `${range.start.line}:${range.start.column} ${said(message, language)}`,
    group: `report.${rule}`,
    content: [
      isError
        ? element('failure', { type: rule, message: said(message, language) }, text)
        : element('system-out', {}, text),
    ],
  };
}

const becauseCase = (id: string, why: string): TestCase => ({
  kind: 'failure',
  name: id,
  group: `report.${id}`,
  content: [element('failure', { type: id, message: why }, why)],
});

/** Cases of one name and class would be taken for one: the later ones are numbered. */
function apart(cases: readonly TestCase[]): readonly TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((each) => {
    const key = `${each.group} ${each.name}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return nth === 1 ? each : { ...each, name: `${each.name} (${nth})` };
  });
}

function suite(file: string, cases: readonly TestCase[], run: LintReport): string {
  const count = (kind: TestCase['kind']): number => cases.filter((each) => each.kind === kind).length;
  const attributes = {
    name: printableName(file),
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    file: file === NO_FILE ? undefined : run.pathOf(file),
  };
  return element(
    'testsuite',
    attributes,
    cases.map(({ name, group, content }) => element('testcase', { name, classname: group }, content)),
  );
}
