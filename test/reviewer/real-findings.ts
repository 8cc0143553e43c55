import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/diagnostic.ts';
import type { SourceDocument } from '../../src/importer/block.ts';
import { importDocument } from '../../src/importer/import.ts';
import { readDocument } from '../../src/importer/read.ts';
import { lint } from '../../src/lint/lint.ts';

/** A finding of warning and above on a published text, with a mark that tells nothing of the text. */
export interface RealFinding {
  readonly mark: string;
  readonly name: string;
  readonly diagnostic: Diagnostic;
  /** The line of the draft that it stands in. */
  readonly line: string;
}

/** What is still to be filled is a gap of the import, nothing that the page says. */
const OF_THE_IMPORT: ReadonlySet<string> = new Set([
  'placeholders-filled',
  'sections-filled',
  'sections-required',
]);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|html|docx|dotx)$/.test(name))
    .sort();

/** A document as a draft that is published. */
function draftOf(name: string, document: SourceDocument): string {
  const { text } = importDocument(document, {
    from: name,
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });
  return text.replace(
    /^(年度|year): (\d+).*$/m,
    (line, key: string, year: string) =>
      `${line}\n${key === 'year' ? 'published' : '发布日期'}: ${Number(year) + 1}-02-01`,
  );
}

/** A plain text, as it is but for the notes of who collected it, as the one body of a report on the year that its import found. */
function bodyOf(text: string, imported: string): string {
  const [, year = '2017'] = /^(?:年度|year): (\d+)/m.exec(imported) ?? [];
  const lines = text
    .replaceAll('\r', '')
    .split('\n')
    .filter((line) => !line.startsWith('# '));
  return `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n发布日期: ${Number(year) + 1}-02-01\n总结:\n  标题: 总结\n  章节:\n    - 标题: 全文\n      正文: |\n${lines.map((line) => `        ${line}`.trimEnd()).join('\n')}\n`;
}

const charactersIn = ({ blocks }: SourceDocument): number =>
  blocks
    .flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [block.text]))
    .join('')
    .replaceAll(/\s/g, '').length;

/** Imports every text of a folder, or one in so many, lints it, plain texts also as the body of a draft, and gives what they are told of warning and above. */
export async function realFindings(
  folder: string,
  every = 1,
): Promise<{ files: number; characters: number; findings: readonly RealFinding[] }> {
  const findings: RealFinding[] = [];
  let characters = 0;
  const names = filesIn(folder).filter((_, at) => at % every === 0);
  for (const name of names) {
    const document = await readDocument(name, readFileSync(join(folder, name)));
    characters += charactersIn(document);
    const imported = draftOf(name, document);
    const drafts = [[name, imported]];
    if (name.endsWith('.txt'))
      drafts.push([`${name} as a body`, bodyOf(readFileSync(join(folder, name), 'utf8'), imported)]);
    for (const [of = '', draft = ''] of drafts) findings.push(...findingsOn(of, draft));
  }
  return { files: names.length, characters, findings };
}

/** What a draft is told of warning and above. */
function findingsOn(name: string, draft: string): readonly RealFinding[] {
  const findings: RealFinding[] = [];
  const lines = draft.split('\n');
  const seen = new Map<string, number>();
  for (const diagnostic of lint('real.report.yaml', draft, () => undefined).diagnostics) {
    if (diagnostic.severity === 'info' || OF_THE_IMPORT.has(diagnostic.rule)) continue;
    const words = [name, diagnostic.rule, diagnostic.code, diagnostic.message.zh].join('\n');
    const before = seen.get(words) ?? 0;
    seen.set(words, before + 1);
    findings.push({
      mark: createHash('sha256').update(`${words}\n${before}`).digest('hex').slice(0, 12),
      name,
      diagnostic,
      line: lines[diagnostic.range.start.line - 1] ?? '',
    });
  }
  return findings;
}
