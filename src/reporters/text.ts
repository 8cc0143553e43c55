import type { Diagnostic, Language, Spot } from '../diagnostic.ts';
import { printableLine, printableName } from '../source/printable.ts';
import { coverageLine } from './coverage.ts';
import { gapTables } from './gaps.ts';
import {
  countsOf,
  notCheckedWord,
  severityName,
  uncheckedIn,
  type LintFindings,
  type ReporterOptions,
} from './reporter.ts';
import { statisticsTable } from './statistics.ts';
import { summaryLine } from './summary.ts';
import { charactersOf, takeStart, cellsIn } from './width.ts';

/** Findings for people: each with its line of text, a rule under the place, related places and what to do. */
export const textReporter = (run: LintFindings, options: ReporterOptions): string => {
  // what is merely unfinished is a list to work off, which takes a line each
  const isGap = ({ gap, severity }: Diagnostic): boolean => gap !== undefined && severity === 'info';
  const frames = run.diagnostics
    .filter((diagnostic) => !isGap(diagnostic))
    .map((diagnostic) => frame(diagnostic, run, options));
  if (run.statistics)
    return [
      ...(options.reasons ? reasons(run, options) : []),
      statisticsTable(run, options),
      summary(run, options),
    ]
      .filter((part) => part !== '')
      .join('\n');
  return [
    ...(options.reasons ? reasons(run, options) : []),
    ...frames,
    ...gapTables(run.diagnostics.filter(isGap), options),
    missing(run, options) + summary(run, options),
  ].join('\n');
};

/** What was not checked, where nobody else says it. */
function reasons(run: LintFindings, { language, style }: ReporterOptions): string[] {
  const all = uncheckedIn(run).map(({ message }) => printableLine(message[language]));
  const head = style.severity.error(notCheckedWord[language]);
  return all.length === 0 ? [] : [all.map((reason) => `${head}  ${reason}\n`).join('')];
}

/** What is still to be filled, by the office that has to; nothing where no office is named. */
function missing({ diagnostics }: LintFindings, { language }: ReporterOptions): string {
  const open = diagnostics.filter(({ gap }) => gap !== undefined);
  const counts = new Map<string | undefined, number>();
  for (const { office } of open) counts.set(office, (counts.get(office) ?? 0) + 1);
  const others = counts.get(undefined) ?? 0;
  counts.delete(undefined);
  if (counts.size === 0) return '';
  const named = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([office, count]) => {
      const name = printableName(office ?? '');
      return language === 'zh' ? `${name}${count}项` : `${name} ${count}`;
    });
  if (others > 0) named.push(language === 'zh' ? `其余${others}项` : `others ${others}`);
  return language === 'zh'
    ? `还缺${open.length}项：${named.join('，')}\n`
    : `still to be filled in: ${open.length} (${named.join(', ')})\n`;
}

/** Counts, or one calm line, in the colour of the worst. */
function summary(run: LintFindings, { language, style }: ReporterOptions): string {
  const { error } = countsOf(run.diagnostics);
  const { warning } = run.counts ?? countsOf(run.diagnostics);
  const isWorst = error > 0 || uncheckedIn(run).length > 0;
  const worst = isWorst ? style.severity.error : warning > 0 ? style.severity.warning : style.good;
  const covered = coverageLine(run, language);
  return `${worst(summaryLine(run, language))}\n${covered && `${style.dim(covered)}\n`}`;
}

function frame(
  diagnostic: Diagnostic,
  run: LintFindings,
  { language, style, width }: ReporterOptions,
): string {
  const { file, rule, severity, message, help, range, related } = diagnostic;
  const { line, column } = range.start;
  const { spot } = diagnostic;
  const mark = style.severity[severity];
  const head = spot ? '' : String(line);
  const gutter = ' '.repeat(head.length);
  const code = spot ? spot.text : run.line(file, line);
  const to = range.end.line === line ? range.end.column : code.length + 1;
  const [from, until] = [column - 1, Math.max(to - 1, column - 1)];
  const [start, end] = spot ? sentenceAround(code, from, until) : [0, code.length];
  const shown = excerpt(code.slice(start, end), from - start, until - start, width - gutter.length - 2);
  const place = spot ? spotPlace(file, spot, language) : `${printableName(file)}:${line}:${column}`;
  const out = [
    `${mark(severityName(severity, language))}  ${style.bold(printableLine(message[language]))}  ${style.dim(rule)}`,
    `${gutter} ${style.dim('╭─')} ${place}`,
    ...(code === '' && spot
      ? []
      : [
          `${style.dim(`${head} │`)} ${shown.code}`,
          `${gutter} ${style.dim('│')} ${shown.indent}${mark('─'.repeat(shown.length))}`,
        ]),
    ...related.map((each) => `${gutter} ${style.dim('│')} ${noteLine(each, file, language)}`),
    help
      ? `${gutter} ${style.dim('╰─')} ${language === 'zh' ? '帮助：' : 'help: '}${printableLine(help[language])}`
      : `${gutter} ${style.dim('╰─')}`,
  ];
  return `${out.join('\n')}\n`;
}

/** A place in a document, by the section and paragraph that a reader looks for. */
const spotPlace = (file: string, { where }: Spot, language: Language): string =>
  `${printableName(file)}${language === 'zh' ? '：' : ': '}${printableLine(where[language])}`;

/** The sentence, or sentences, that hold some characters of a paragraph. */
function sentenceAround(text: string, from: number, to: number): readonly [number, number] {
  const ends = [...text.matchAll(/[。！？][”’」』）]*|[.!?](?=\s)/g)].map((end) => end.index + end[0].length);
  const start = ends.findLast((end) => end <= from) ?? 0;
  const end = ends.find((each) => each >= Math.max(to, from + 1)) ?? text.length;
  const blank = /^\s*/.exec(text.slice(start, from))?.[0].length ?? 0;
  return [start + blank, end];
}

const noteLine = (
  { file, range, message, spot }: Diagnostic['related'][number],
  from: string,
  language: Language,
): string => {
  const lineAndColumn = `${range.start.line}:${range.start.column}`;
  const place = spot
    ? file === from
      ? printableLine(spot.where[language])
      : spotPlace(file, spot, language)
    : `${file === from ? '' : `${printableName(file)}:`}${lineAndColumn}`;
  return language === 'zh'
    ? `${printableLine(message.zh)}（${place}）`
    : `${printableLine(message.en)} (${place})`;
};

interface Excerpt {
  readonly code: string;
  /** White space as wide as what stands before the place. */
  readonly indent: string;
  /** Cells of the place; at least one. */
  readonly length: number;
}

/** No character that is shown takes more code units a cell than this. */
const FAR = 32;

/** A line cut to the width in cells, around the place from `from` to `to`, with … where it was cut. */
function excerpt(code: string, from: number, to: number, width: number): Excerpt {
  // of a line as long as a book only what may be shown is measured
  const far = FAR * width;
  const [first, last, end] = [
    Math.max(0, from - far),
    Math.min(code.length, to + far),
    Math.min(to, from + far),
  ];
  const isLong = first > 0 || last < code.length || end < to;
  const [before, place, after] = [code.slice(first, from), code.slice(from, end), code.slice(to, last)].map(
    (part) => charactersOf(printableLine(part)),
  ) as [string[], string[], string[]];
  const fits = !isLong && cellsIn(before) + cellsIn(place) + cellsIn(after) <= width;
  const shown = fits ? place : takeStart(place, Math.floor(width * 0.6));
  const left = fits ? before : takeEnd(before, Math.floor((width - cellsIn(shown)) / 2));
  const right = fits ? after : takeStart(after, width - cellsIn(left) - cellsIn(shown) - 2);
  const [cutLeft, cutRight] = [
    first > 0 || left.length < before.length,
    last < code.length || right.length < after.length || end < to || shown.length < place.length,
  ];
  return {
    code: `${cutLeft ? '…' : ''}${[...left, ...shown, ...right].join('')}${cutRight ? '…' : ''}`,
    indent: ' '.repeat(cellsIn(left) + (cutLeft ? 1 : 0)),
    length: Math.max(cellsIn(shown), 1),
  };
}

const takeEnd = (all: readonly string[], cells: number): string[] =>
  takeStart([...all].reverse(), cells).reverse();
