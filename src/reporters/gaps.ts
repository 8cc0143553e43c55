import type { Diagnostic } from '../diagnostic.ts';
import { printableLine, printableName } from '../source/printable.ts';
import type { ReporterOptions } from './reporter.ts';
import { charactersOf, takeStart, cellsIn } from './width.ts';

/** Cells that a column may take, and those between two of them. */
const SECTION = 34;
const OFFICE = 16;
const BETWEEN = 2;
/** Cells that what is missing has at the least. */
const LEAST = 24;

type Row = readonly [section: string, what: string, office: string, line: string];

const heads: Readonly<Record<ReporterOptions['language'], Row>> = {
  zh: ['章节', '待填', '科室', '行'],
  en: ['section', 'to be filled in', 'office', 'line'],
};

/** Of a document whose findings are told by paragraphs. */
const paragraphHeads: typeof heads = {
  zh: ['章节', '待填', '科室', '全文第几段'],
  en: ['section', 'to be filled in', 'office', 'paragraph'],
};

/**
 * What is still to be filled in as a table a file: section, what is missing, office and line, in the order of the text. Gaps of
 * one line share a row, and a section is named in its first.
 */
export function gapTables(diagnostics: readonly Diagnostic[], options: ReporterOptions): string[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics)
    byFile.set(diagnostic.file, [...(byFile.get(diagnostic.file) ?? []), diagnostic]);
  return [...byFile].map(([file, own]) => gapTable(file, own, options));
}

function gapTable(
  file: string,
  diagnostics: readonly Diagnostic[],
  { language, style, width }: ReporterOptions,
): string {
  const rows = rowsOf(diagnostics, language);
  const hasOffices = rows.some(([, , office]) => office !== '');
  const first = diagnostics[0]?.spot;
  const isLine = first === undefined || first.isLine;
  const all = [isLine ? heads[language] : paragraphHeads[language], ...rows];
  const widest = (column: 0 | 1 | 2 | 3, most: number): number =>
    Math.min(
      most,
      all.reduce((max, row) => Math.max(max, cellsIn(charactersOf(row[column]))), 0),
    );
  const [section, office, line] = [
    widest(0, SECTION),
    hasOffices ? widest(2, OFFICE) : 0,
    widest(3, SECTION),
  ];
  const room = width - section - line - (hasOffices ? office + BETWEEN : 0) - 2 * BETWEEN;
  const what = widest(1, Math.max(LEAST, room));
  const gap = ' '.repeat(BETWEEN);
  const printed = all.map((row) => {
    const cells = [
      fit(row[0], section),
      fit(row[1], what),
      ...(hasOffices ? [fit(row[2], office)] : []),
      ' '.repeat(line - row[3].length) + row[3],
    ];
    return language === 'zh' && row === all[0]
      ? [...cells.slice(0, -1), fit(row[3], line)].join(gap)
      : cells.join(gap);
  });
  const [head = '', ...body] = printed.map((row) => row.trimEnd());
  const title =
    language === 'zh'
      ? `待填${diagnostics.length}处  ${printableName(file)}`
      : `${diagnostics.length} to be filled in  ${printableName(file)}`;
  return `${[style.bold(title), style.dim(head), ...body].join('\n')}\n`;
}

function rowsOf(diagnostics: readonly Diagnostic[], language: ReporterOptions['language']): Row[] {
  const rows: { section: string; what: string[]; office: string; line: number }[] = [];
  for (const { gap, office = '', range } of diagnostics) {
    const [section, what] = [gap?.section[language] ?? '', gap?.what[language] ?? ''];
    const last = rows.at(-1);
    if (last?.line === range.start.line && last.section === section) last.what.push(what);
    else rows.push({ section, what: [what], office, line: range.start.line });
  }
  return rows.map(({ section, what, office, line }, index) => [
    rows[index - 1]?.section === section ? '' : printableLine(section),
    printableLine(what.join(language === 'zh' ? '、' : ', ')),
    printableName(office),
    String(line),
  ]);
}

/** A text in exactly so many cells, with … where it was cut. */
function fit(text: string, cells: number): string {
  const all = charactersOf(text);
  const kept = cellsIn(all) <= cells ? all : [...takeStart(all, cells - 1), '…'];
  return kept.join('') + ' '.repeat(Math.max(0, cells - cellsIn(kept)));
}
