import type { Diagnostic, Language, Severity, Words } from '../diagnostic.ts';
import { printableLine } from '../source/printable.ts';
import { severityName, type LintFindings, type ReporterOptions } from './reporter.ts';
import { cellsIn, charactersOf } from './width.ts';

/** How often a rule found something of one severity. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** Files in which it did. */
  readonly files: number;
  /** Those that --fix would mend, and those that --fix-unsafe would besides. */
  readonly fixable: { readonly safe: number; readonly likely: number };
  /** Those that a baseline holds back, which are not among the others. */
  readonly known: number;
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** What a run found, rule by rule, the most frequent first; what is known comes last. */
export function statisticsOf({ diagnostics, baseline }: LintFindings): readonly RuleCount[] {
  const groups = new Map<string, { fresh: Diagnostic[]; known: Diagnostic[] }>();
  const groupOf = ({ rule, severity }: Diagnostic): { fresh: Diagnostic[]; known: Diagnostic[] } => {
    const key = `${rule} ${severity}`;
    const group = groups.get(key) ?? { fresh: [], known: [] };
    groups.set(key, group);
    return group;
  };
  for (const each of diagnostics) groupOf(each).fresh.push(each);
  for (const each of baseline?.known ?? []) groupOf(each).known.push(each);
  return [...groups.values()]
    .map(({ fresh, known }): RuleCount => {
      const { rule, severity } = (fresh[0] ?? known[0]) as Diagnostic;
      return {
        rule,
        severity,
        count: fresh.length,
        files: new Set(fresh.map(({ file }) => file)).size,
        fixable: {
          safe: fresh.filter(({ fix }) => fix?.safe === true).length,
          likely: fresh.filter(({ fix }) => fix?.safe === false).length,
        },
        known: known.length,
      };
    })
    .sort(
      (a, b) =>
        b.count - a.count ||
        b.known - a.known ||
        ranks[a.severity] - ranks[b.severity] ||
        (a.rule < b.rule ? -1 : 1),
    );
}

interface Column {
  readonly head: Words;
  readonly cell: (row: RuleCount, language: Language) => string;
  readonly isText?: true;
  /** Whether it is left out where it says nothing. */
  readonly isEmpty?: (rows: readonly RuleCount[]) => boolean;
}

const number = (count: number): string => (count === 0 ? '-' : String(count));

const columns: readonly Column[] = [
  { head: { en: 'found', zh: '个数' }, cell: ({ count }) => number(count) },
  { head: { en: '--fix', zh: '可改正' }, cell: ({ fixable }) => number(fixable.safe) },
  {
    head: { en: '--fix-unsafe', zh: '或可改正' },
    cell: ({ fixable }) => number(fixable.likely),
    isEmpty: (rows) => rows.every(({ fixable }) => fixable.likely === 0),
  },
  {
    head: { en: 'files', zh: '文件' },
    cell: ({ files }) => number(files),
    isEmpty: (rows) => rows.every(({ files }) => files < 2),
  },
  {
    head: { en: 'in the baseline', zh: '在基线里' },
    cell: ({ known }) => number(known),
    isEmpty: (rows) => rows.every(({ known }) => known === 0),
  },
  {
    head: { en: 'severity', zh: '级别' },
    cell: ({ severity }, language) => severityName(severity, language),
    isText: true,
  },
  { head: { en: 'rule', zh: '规则' }, cell: ({ rule }) => printableLine(rule), isText: true },
];

/** The same as a table for people; empty where there is nothing. */
export function statisticsTable(run: LintFindings, { language, style }: ReporterOptions): string {
  const rows = statisticsOf(run);
  if (rows.length === 0) return '';
  const shown = columns.filter(({ isEmpty }) => isEmpty?.(rows) !== true);
  const cells = [
    shown.map(({ head }) => head[language]),
    ...rows.map((row) => shown.map(({ cell }) => cell(row, language))),
  ];
  const widths = shown.map((_, index) =>
    cells.reduce((most, line) => Math.max(most, widthOf(line[index] ?? '')), 0),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, index) => {
        const room = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
        return shown[index]?.isText ? cell + room : room + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  const [head = '', ...body] = lines;
  return `${[style.dim(head), ...body].join('\n')}\n`;
}

const widthOf = (text: string): number => cellsIn(charactersOf(text));
