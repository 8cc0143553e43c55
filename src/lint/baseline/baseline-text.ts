import type { Diagnostic, Range } from '../../diagnostic.ts';
import { baselineMessages } from '../../messages/baseline.ts';
import { limits } from '../../source/limits.ts';
import { merged } from './baseline-renew.ts';
import type { Baseline, BaselineReport } from './baseline.ts';
import { readForm } from '../settings/read-settings.ts';
import { diagnosticOf, messageOf, Places } from '../stamp.ts';
import { validateBaseline } from '../validate-baseline.generated.ts';

/** A baseline that was read, or what is wrong with it; nothing goes by half of one. */
export type BaselineRead = { readonly baseline: Baseline } | { readonly diagnostics: readonly Diagnostic[] };

/** The version that this program writes, and the highest that it reads. */
export const VERSION = 1;

/** Reads a baseline. What is wrong is looked for with its place only where something is: a large one is read at once. */
export function readBaseline(file: string, text: string): BaselineRead {
  const data = parsed(text);
  if (isBaseline(data) && !data.reports.some(({ findings }) => findings.some(({ rule }) => isForm(rule))))
    return { baseline: merged(data) };
  return { diagnostics: problemsIn(file, text, data) };
}

/** One line a finding, so that a change of one is a change of one line; the same text on every machine. */
export function printBaseline({ $schema, version, reports }: Baseline): string {
  const all = reports.map(printReport).join(',\n');
  const schema = $schema === undefined ? '' : `  "$schema": ${JSON.stringify($schema)},\n`;
  return `{\n${schema}  "version": ${version},\n  "reports": [${all === '' ? '' : `\n${all}\n  `}]\n}\n`;
}

const printReport = ({ organization, year, drafts = [], findings }: BaselineReport): string =>
  [
    '    {',
    `      "organization": ${JSON.stringify(organization)},`,
    `      "year": ${year},`,
    ...(drafts.length > 0 ? [`      "drafts": ${printInline(drafts)},`] : []),
    '      "findings": [',
    findings.map((entry) => `        ${printInline(entry)}`).join(',\n'),
    '      ]',
    '    }',
  ].join('\n');

/** A value in one line, with spaces where people put them. */
function printInline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printInline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}: ${printInline(each)}`)
    .join(', ')} }`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isBaseline = (data: unknown): data is Baseline =>
  data !== undefined && (validateBaseline as (data: unknown) => boolean)(data);

const isForm = (rule: unknown): boolean => rule === 'yaml' || rule === 'schema';

/** Every mistake with its place; one that JSON alone minds as well. */
function problemsIn(file: string, text: string, data: unknown): readonly Diagnostic[] {
  const whole = (code: string): Diagnostic => problem(file, code);
  const version = (data as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version > VERSION) return [whole('newer')];
  if (text.trim() === '') return [whole('empty')];
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  if (conflict) return [problem(file, 'conflict', topOf(text.slice(0, conflict.index).split('\n').length))];
  if (text.length > limits.characters) return [whole('unlike')];
  const { source, diagnostics } = readForm(file, text, 'baseline', () => []);
  if (diagnostics.length > 0) return diagnostics;
  const places = new Places(new Map([[file, source]]));
  const firm = (source.data as Baseline).reports.flatMap(({ findings }, report) =>
    findings.flatMap(({ rule }, index) =>
      isForm(rule)
        ? [problem(file, 'form', places.of({ path: [file, 'reports', report, 'findings', index, 'rule'] }))]
        : [],
    ),
  );
  return firm.length > 0 ? firm : [whole('unlike')];
}

const topOf = (line: number): Range => ({ start: { line, column: 1 }, end: { line, column: 1 } });

const problem = (file: string, code: string, range = topOf(1)): Diagnostic =>
  diagnosticOf({
    file,
    rule: 'baseline',
    code,
    severity: 'error',
    message: messageOf(baselineMessages, code),
    data: {},
    range,
    identity: { text: '' },
    related: [],
  });
