import type { Crash, Diagnostic, Identity, Language } from '../diagnostic.ts';
import type { FigureCoverage } from './coverage/reach.ts';
import { reportOf } from './baseline/identity.ts';
import { lineIndex, type LineIndex } from './lines.ts';
import type { Linted } from './lint.ts';
import type { Mask } from './masked.ts';

/** What is said of a draft after lint: all that is printed, without what it was found with, so that it can be kept. */
export interface Checked {
  readonly diagnostics: readonly Diagnostic[];
  /** The rules that failed. */
  readonly crashes: readonly Crash[];
  /** The lines that they name, each once. */
  readonly lines: readonly (readonly [file: string, line: number, text: string])[];
  /** The files of the draft: itself, and the section files in it. */
  readonly files: readonly string[];
  /** The key set of the draft; undefined where there is no report. */
  readonly keys?: Language;
  /** How many rules ran; none do where there is no report. */
  readonly ran: number;
  /** The report that it is, where it says so; a section file by itself does not. */
  readonly report: Identity['report'];
  /** The rules that could find all that they look for. */
  readonly judged: readonly string[];
  /** What was held of it, and what stands alone; left out where there is no report. */
  readonly coverage?: FigureCoverage;
}

/** What lint says of a draft. */
export function checkedOf({
  diagnostics,
  crashes,
  files,
  report,
  ran,
  judged,
  reach,
  sources,
  mask,
}: Linted): Checked {
  const indexes = new Map<string, LineIndex>();
  const lines = new Map<string, Checked['lines'][number]>();
  for (const { file, range } of diagnostics) {
    const index = indexes.get(file) ?? lineIndex(sources.get(file)?.text ?? '');
    indexes.set(file, index);
    const { line } = range.start;
    const key = lineKey(file, line);
    if (!lines.has(key)) lines.set(key, [file, line, mask(index.line(line))]);
  }
  return {
    diagnostics: diagnostics.map((diagnostic) => withRanges(diagnostic, indexes, mask)),
    crashes,
    lines: [...lines.values()],
    files,
    ...(report && { keys: report.keys }),
    ran,
    judged,
    report: report && reportOf(report).report,
    ...(reach && { coverage: masked(reach.coverage, mask) }),
  };
}

/** What stands alone may be the number of a person. */
const masked = (coverage: FigureCoverage, mask: Mask): FigureCoverage => ({
  ...coverage,
  alone: coverage.alone.map((each) => ({ ...each, text: mask(each.text) })),
});

/** A finding whose fix says its lines and columns; one that would write the number of a person again is not told. */
function withRanges(diagnostic: Diagnostic, indexes: ReadonlyMap<string, LineIndex>, mask: Mask): Diagnostic {
  const { file, fix, ...rest } = diagnostic;
  if (fix?.edits.some(({ insert }) => mask(insert) !== insert)) return { file, ...rest };
  const index = indexes.get(file);
  if (fix === undefined || index === undefined) return diagnostic;
  const edits = fix.edits.map((edit) => ({
    ...edit,
    range: { start: index.position(edit.start), end: index.position(edit.end) },
  }));
  return { ...diagnostic, fix: { ...fix, edits } };
}

/** A line of a file, as the key of a map. */
export const lineKey = (file: string, line: number): string => `${line} ${file}`;
