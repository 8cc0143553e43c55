import type { Language, Words } from '../diagnostic.ts';
import { lint } from '../lint/lint.ts';
import type { ReadFile } from '../lint/open.ts';
import type { Asset } from '../model/published-files.ts';
import { EXAMPLE_FILES, PREVIOUS, type Example, type Rule } from '../rules/rule.ts';

/** What came of one draft of an example: what it should find, and what it did; the same where it passed. */
export interface ExampleRun {
  readonly rule: string;
  readonly language: Language;
  readonly draft: 'good' | 'bad';
  /** Findings as `line:column message`, in the order of the text. */
  readonly wanted: readonly string[];
  readonly found: readonly string[];
  readonly passed: boolean;
  /** Why the rule failed on it, where it did. */
  readonly failure: Words | undefined;
}

/**
 * Runs the examples of a rule: in a good draft it finds nothing, in a bad one what the example says, and neither has a mistake of YAML or
 * of form. All `known` rules run, also those that are off unless asked for: a rule may look at what others find.
 */
export const runExamples = (rule: Rule, known: readonly Rule[]): readonly ExampleRun[] =>
  (Object.entries(rule.examples) as [Language, Example][]).flatMap(([language, example]) =>
    (['good', 'bad'] as const).map((draft): ExampleRun => {
      const wanted = draft === 'good' ? [] : example.finds;
      const { found, failure } = findingsIn(example[draft], example.previous, rule, known);
      const passed = failure === undefined && wanted.join('\n') === found.join('\n');
      return { rule: rule.id, language, draft, wanted, found, passed, failure };
    }),
  );

/** What one rule finds in a draft, and all that is wrong with the draft’s form. */
function findingsIn(
  text: string,
  previous: string | undefined,
  rule: Rule,
  known: readonly Rule[],
): Pick<ExampleRun, 'found' | 'failure'> {
  const asleep = known.filter(({ severity }) => severity === 'off');
  const { diagnostics, crashes } = lint('example.report.yaml', text, filesOf(previous), {
    known,
    levels: Object.fromEntries(asleep.map(({ id }) => [id, 'info'])),
  });
  const found = diagnostics
    .filter((each) => [rule.id, 'schema', 'yaml'].includes(each.rule))
    .map(({ rule: by, code, range: { start } }) => {
      const message = by === rule.id ? code : `${by} ${code}`;
      return `${start.line}:${start.column} ${message}`;
    });
  return { found, failure: crashes.find((each) => each.rule === rule.id)?.message };
}

/** The files beside an example: last year’s draft, and pictures and attachments. */
const filesOf = (previous: string | undefined): ReadFile =>
  Object.assign((file: string) => (file === PREVIOUS ? previous : undefined), {
    asset: (path: string): Asset =>
      EXAMPLE_FILES.includes(path) ? { kind: 'file', size: 4, bytes: () => PNG } : { kind: 'missing' },
  });

/** The bytes that a picture in PNG begins with. */
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
