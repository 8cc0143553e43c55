import type { Diagnostic, Language, Severity } from '../diagnostic.ts';
import { printableName } from '../source/printable.ts';
import { notCheckedWord, uncheckedIn, type LintReport, type Reporter } from './reporter.ts';
import { helpLine, said, spotLine } from './said.ts';

/** How many annotations of a kind GitHub shows for a step; the others stand in the log only. */
const LIMIT = 10;

const kinds = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;
type Kind = (typeof kinds)[Severity];
type Properties = Readonly<Record<string, string | number>>;

/**
 * Findings as commands that GitHub Actions turns into annotations, errors first, because of each kind it shows ten a step; where there are more,
 * the last line says so. Columns count from 1, in UTF-16 units; a stretch over several lines has none, as GitHub asks.
 */
export const githubReporter: Reporter = (run, { language }) => {
  const unchecked = uncheckedIn(run).map(({ file, message }) =>
    command(
      'error',
      { ...(file !== undefined && { file: run.pathOf(file) }), title: notCheckedWord[language] },
      said(message, language),
    ),
  );
  const annotations = (Object.keys(kinds) as Severity[]).flatMap((severity) =>
    run.diagnostics
      .filter((each) => each.severity === severity)
      .map((each) => annotation(each, run, language)),
  );
  const all = [...unchecked, ...annotations];
  return all.map((line) => `${line}\n`).join('') + limits(all, language);
};

function annotation(diagnostic: Diagnostic, run: LintReport, language: Language): string {
  const { file, rule, severity, message, help, range, spot } = diagnostic;
  const { start, end } = range;
  const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
  // the log shows the message only
  const place = `${printableName(file)}:${start.line}:${start.column}`;
  const lines = [
    `${place} ${said(message, language)}`,
    ...(spot ? [spotLine(spot, range, language)] : []),
    ...(help ? [helpLine(help, language)] : []),
  ];
  const at = { file: run.pathOf(file), line: start.line, endLine: end.line, ...columns, title: rule };
  return command(kinds[severity], at, lines.join('\n'));
}

/** A workflow command: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
const command = (kind: Kind, properties: Properties, message: string): string =>
  `::${kind} ${Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')}::${escapeData(message)}`;

/** As the runner takes it back: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Says of which kinds GitHub does not show all. */
function limits(commands: readonly string[], language: Language): string {
  const names: Readonly<Record<Kind, { en: string; zh: string }>> = {
    error: { en: 'errors', zh: '个错误' },
    warning: { en: 'warnings', zh: '个警告' },
    notice: { en: 'notices', zh: '个提示' },
  };
  const over = Object.values(kinds).flatMap((kind) => {
    const count = commands.filter((line) => line.startsWith(`::${kind} `)).length;
    if (count <= LIMIT) return [];
    return language === 'zh' ? `${count}${names[kind].zh}` : `${count} ${names[kind].en}`;
  });
  if (over.length === 0) return '';
  return language === 'zh'
    ? `本次有${over.join('、')}；GitHub 每一步每种至多标注${LIMIT}个，其余只见于本日志\n`
    : `there are ${over.join(', ')}; GitHub annotates at most ${LIMIT} of each kind a step, and this log has all\n`;
}
