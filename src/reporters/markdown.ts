import type { Diagnostic, Language, Severity } from '../diagnostic.ts';
import { escapeText } from '../render/markdown/markdown-escape.ts';
import { printableName } from '../source/printable.ts';
import { aboutRule } from './about-rule.ts';
import {
  countsOf,
  notCheckedWord,
  severityName,
  uncheckedIn,
  type LintReport,
  type Reporter,
} from './reporter.ts';
import { helpLine, said, spotLine } from './said.ts';
import { coverageLine } from './coverage.ts';
import { counted, summaryLine } from './summary.ts';

/** Characters that a comment may have on GitHub; other services take more. */
export const COMMENT_LIMIT = 65_536;
/** Room for what is said of entries that are left out. */
const RESERVE = 512;

/** By this line whoever posts the comment finds it again, to replace it. */
export const COMMENT_MARK = '<!-- report lint -->';

/** A row of the table of a file. */
interface Entry {
  readonly file: string;
  readonly severity: Severity;
  readonly row: string;
}

/**
 * Findings as a comment on a pull request: what was not checked, then a table a file. Nothing that a draft says is markup in it, or calls anybody. A
 * comment that would be too long keeps whole entries, errors before warnings before the rest, and says how many it lacks.
 */
export const markdownReporter: Reporter = (run, { language }) => {
  const covered = coverageLine(run, language);
  const head = `${COMMENT_MARK}\n\n### report lint${language === 'zh' ? '：' : ': '}${plain(summaryLine(run, language))}\n${covered && `\n${plain(covered)}\n`}`;
  let room = COMMENT_LIMIT - RESERVE - head.length;
  const take = (text: string): boolean => {
    const fits = text.length <= room;
    if (fits) room -= text.length;
    return fits;
  };
  const reasons = [
    ...uncheckedIn(run).map(
      ({ message }) => `- **${notCheckedWord[language]}**: ${plain(said(message, language))}\n`,
    ),
    ...run.because.map(({ message }) => `- ${plain(said(message, language))}\n`),
  ];
  const notes = reasons.filter(take);
  const entries = run.diagnostics.map((each) => entryOf(each, run, language));
  const heads = headsOf(run, language);
  const kept = keptOf(entries, heads, take);
  const tables = [...heads].flatMap(([file, own]) => {
    const rows = entries.filter((entry) => entry.file === file && kept.has(entry)).map(({ row }) => row);
    return rows.length === 0 ? [] : [own + rows.join('')];
  });
  const parts = [head, ...(notes.length > 0 ? [notes.join('')] : []), ...tables];
  const lacking = left(entries.length - kept.size, reasons.length - notes.length, language);
  return [...parts, ...(lacking === '' ? [] : [lacking])].join('\n');
};

/** The entries for which there is room, the worst first; of each severity in order, and none behind one that has no room. */
function keptOf(
  entries: readonly Entry[],
  heads: ReadonlyMap<string, string>,
  take: (text: string) => boolean,
): ReadonlySet<Entry> {
  const kept = new Set<Entry>();
  const begun = new Set<string>();
  for (const severity of ['error', 'warning', 'info'] as const)
    for (const entry of entries) {
      if (entry.severity !== severity) continue;
      const head = begun.has(entry.file) ? '' : `\n${heads.get(entry.file) ?? ''}`;
      if (!take(head + entry.row)) return kept;
      begun.add(entry.file);
      kept.add(entry);
    }
  return kept;
}

/** The heading of each file with its counts, and of its table. */
function headsOf({ diagnostics }: LintReport, language: Language): ReadonlyMap<string, string> {
  const files = new Map<string, Diagnostic[]>();
  for (const each of diagnostics) {
    const own = files.get(each.file);
    if (own) own.push(each);
    else files.set(each.file, [each]);
  }
  const columns =
    language === 'zh' ? '| 位置 | 级别 | 问题 | 规则 |' : '| place | level | what is wrong | rule |';
  return new Map(
    [...files].map(([file, own]) => {
      const counts = counted(countsOf(own), language);
      const title = `#### ${plain(printableName(file))}${language === 'zh' ? '：' : ': '}${counts}`;
      return [file, `${title}\n\n${columns}\n| ---: | --- | --- | --- |\n`];
    }),
  );
}

function entryOf(diagnostic: Diagnostic, run: LintReport, language: Language): Entry {
  const { file, rule, severity, message, help, range, spot } = diagnostic;
  const url = aboutRule(rule, run).url?.[language];
  const what = [
    `**${plain(said(message, language))}**`,
    ...(spot ? [plain(spotLine(spot, range, language))] : []),
    ...(help ? [plain(helpLine(help, language))] : []),
  ];
  const cells = [
    `${range.start.line}:${range.start.column}`,
    severityName(severity, language),
    what.join('<br>'),
    url === undefined ? plain(rule) : `[${plain(rule)}](${url})`,
  ];
  return { file, severity, row: `| ${cells.join(' | ')} |\n` };
}

/** What GitHub and GitLab would make a link or a call of, such as `@name`, `#12`, `!12`, `%1` and `GH-12`; character references are passed over. */
const calls = /&#\d+;|@|[#!%](?=[\w"])|(?<=\bGH)-(?=\d)/gi;

/** Text as it stands in a cell or a line: no markup, no link, and nobody is called, for which a sign without width stands in between. */
const plain = (text: string): string =>
  escapeText(text, true)
    .replaceAll('|', '\\|')
    .replaceAll('$', '&#36;')
    .replaceAll(calls, (found) => (found.startsWith('&') ? found : `${found}&#8203;`));

function left(entries: number, reasons: number, language: Language): string {
  const count = entries + reasons;
  if (count === 0) return '';
  const most = COMMENT_LIMIT.toLocaleString('en');
  return language === 'zh'
    ? `还有${count}项没有列出：一条评论至多${most}个字符。全部内容见 report lint 的输出。\n`
    : `${count} more ${count === 1 ? 'is' : 'are'} not listed, because a comment has at most ${most} characters: report lint prints all.\n`;
}
