import { Reading } from '../src/reading/reading.ts';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocument, type Imported } from '../src/importer/import.ts';
import { normalise } from '../src/importer/text/normalise.ts';
import type { SourceBlock, SourceDocument } from '../src/importer/block.ts';
import { readDocx } from '../src/importer/readers/docx/read-docx.ts';
import { readHtmlText } from '../src/importer/readers/html/read-html.ts';
import { readMarkdown } from '../src/importer/readers/markdown/read-markdown.ts';
import { readPlainText } from '../src/importer/readers/read-text.ts';
import { escapeBody as escapeText } from '../src/importer/body.ts';
import { escapeStart } from '../src/render/markdown/markdown-escape.ts';
import { deep } from './depth.ts';
import { docxOfXml, paragraph, run } from './docx-file.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';
import { parseQuantity } from '../src/quantity/scan/scan.ts';
import { textRenderer as printed } from '../src/render/text.ts';

const folder = process.env['REPORT_REAL_TEXTS'];
const here = import.meta.dirname;
if (folder === undefined || !existsSync(folder))
  console.log('skipped: imports of real texts (REPORT_REAL_TEXTS names no folder)');

/** The lines of a text, without those that its collector added. */
const read = (name: string): string =>
  readFileSync(join(folder ?? '', name), 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('# '))
    .join('\n');

const imported = (text: string): Imported => importedFrom(readPlainText(text));
const importedFrom = (document: SourceDocument): Imported =>
  importDocument(document, {
    from: 'a.txt',
    today: '2017-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });

const reportOf = ({ text }: Imported): Report => {
  const { report, diagnostics } = lint('a.report.yaml', text, () => undefined);
  expect(
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `${rule}: ${message.en}`),
  ).toEqual([]);
  return report as Report;
};

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** The characters of a source, as its normalised text has them, without the pieces that were left out in their order. */
function withoutLeft(source: string, { left, report }: Imported): string {
  let rest = bare(normalise(source).text);
  let kept = '';
  for (const { text } of left) {
    const at = rest.indexOf(bare(text));
    expect(at, text).not.toBe(-1);
    kept += rest.slice(0, at);
    rest = rest.slice(at + bare(text).length);
  }
  return titleFirst(kept + rest, bare(report.data.title ?? ''));
}

/** The title of a report is printed first, whatever stood above it. */
function titleFirst(text: string, title: string): string {
  const at = text.slice(0, 200).lastIndexOf(title);
  return at < 0 ? text : title + text.slice(0, at) + text.slice(at + title.length);
}

/** An outline in which titles are known by their length and their hash. */
const outlineOf = ({ parts }: Report): string[] =>
  parts.flatMap((part) => {
    // a text without number and title is no heading
    const line = ({ depth, number, data: { title }, sections }: Section): string[] => [
      ...(number === '' && title === undefined ? [] : [`  ${'  '.repeat(depth)}${number} ${digest(title)}`]),
      ...sections.flatMap(line),
    ];
    return [
      `${part.kind} ${part.number} ${digest(part.data.title)}`.replace('  ', ' '),
      ...part.sections.flatMap(line),
    ];
  });

const digest = (title: string | undefined): string =>
  title === undefined || title === ''
    ? '-'
    : `${title.length}:${createHash('sha256').update(bare(title)).digest('hex').slice(0, 6)}`;

const expected = new Map(
  readFileSync(join(here, 'import-outlines.txt'), 'utf8')
    .split(/^== /m)
    .slice(1)
    .map(
      (piece) =>
        [
          piece.slice(0, piece.indexOf('\n')),
          piece
            .slice(piece.indexOf('\n') + 1)
            .trimEnd()
            .split('\n'),
        ] as const,
    ),
);

const marked = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cells = (
  rows: readonly (readonly string[])[],
  row: (cells: string) => string,
  cell: (text: string) => string,
): string => rows.map((each) => row(each.map((text) => cell(marked(text))).join(''))).join('');

/** A text as other formats hold it: a paragraph a line, tables as tables. */
const formats: readonly (readonly [name: string, of: (blocks: readonly SourceBlock[]) => SourceDocument])[] =
  [
    [
      'HTML',
      (blocks) =>
        readHtmlText(
          `<!doctype html><body>${blocks
            .map((block) =>
              block.kind === 'table'
                ? `<table>${cells(
                    block.rows,
                    (row) => `<tr>${row}</tr>`,
                    (cell) => `<td>${cell}</td>`,
                  )}</table>`
                : `<p>${marked(block.text)}</p>`,
            )
            .join('\n')}</body>`,
        ),
    ],
    [
      'Markdown',
      (blocks) =>
        readMarkdown(
          blocks
            .map((block) => {
              if (block.kind === 'paragraph') return escapeStart(escapeText(block.text));
              const line = (row: readonly string[]): string =>
                `| ${row.map((cell) => escapeText(cell).replaceAll('|', '\\|')).join(' | ')} |`;
              const [head = [], ...rest] = block.rows;
              return [line(head), `|${' --- |'.repeat(head.length)}`, ...rest.map(line)].join('\n');
            })
            .join('\n\n'),
        ),
    ],
    [
      'Word',
      (blocks) =>
        readDocx(
          docxOfXml(
            blocks
              .map((block) =>
                block.kind === 'table'
                  ? `<w:tbl>${cells(
                      block.rows,
                      (row) => `<w:tr>${row}</w:tr>`,
                      (cell) => `<w:tc><w:p><w:r><w:t xml:space="preserve">${cell}</w:t></w:r></w:p></w:tc>`,
                    )}</w:tbl>`
                  : paragraph(run(block.text)),
              )
              .join(''),
          ),
        ),
    ],
  ];

describe.runIf(folder !== undefined && existsSync(folder))('real texts', () => {
  it.each([...expected])('%s comes over whole, with its outline', (name, outline) => {
    const source = read(name);
    const result = imported(source);
    const report = reportOf(result);
    expect(bare(printed(new Reading(report), { draft: false, internal: false }))).toBe(
      withoutLeft(source, result),
    );
    expect(outlineOf(report)).toEqual(outline);
    expect(result.misnumbered).toEqual([]);
  });

  // in a quick run each text in one other format
  it.each(formats.map(([name, of], turn) => [name, of, turn] as const))(
    'come over from %s as they do from text',
    (format, of, turn) => {
      for (const [name, outline] of [...expected].filter(
        (_, index) => deep || index % formats.length === turn,
      )) {
        const source = read(name);
        const { blocks } = readPlainText(source);
        // the furniture of a page is text in a Word file, so that it is not put into one
        const furniture = format === 'Word' ? imported(source).left : [];
        const result = importedFrom(of(blocks.filter(({ at }) => !furniture.some((each) => each.at === at))));
        const report = reportOf(result);
        expect(bare(printed(new Reading(report), { draft: false, internal: false })), name).toBe(
          withoutLeft(source, { ...result, left: [...furniture, ...result.left] }),
        );
        expect(outlineOf(report), name).toEqual(outline);
      }
    },
  );

  it('the figures and targets of the education report arrive with value and unit', () => {
    const report = reportOf(imported(read('jiangmen-education-2017.txt')));
    const place = ({ part, parent, ordinals }: Section): string =>
      `${part.kind === 'plan' ? 'B' : 'A'}${parent?.ordinals.at(-1)}.${ordinals.at(-1)}`;
    const known = new Map<string, string[]>();
    for (const section of report.sections)
      known.set(place(section), [
        ...section.metrics.map(({ data }) => data.value ?? ''),
        ...section.targets.flatMap(({ data }) => [data.level ?? '', data.due ?? '']),
      ]);
    const statements = readFileSync(join(here, 'jiangmen-figures.txt'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(' '));
    const isThere = (section: string, figure: string): boolean =>
      (known.get(section) ?? []).some((each) => {
        const [a, b] = [parseQuantity(each), parseQuantity(figure)];
        return (
          each === figure ||
          (a !== undefined &&
            b !== undefined &&
            a.number.equals(b.number) &&
            a.family === b.family &&
            a.qualifier === b.qualifier)
        );
      });
    const missing = statements
      .filter(([section = '', ...figures]) => !figures.every((figure) => isThere(section, figure)))
      .map((each) => each.join(' '));
    console.log(
      `statements: ${statements.length - missing.length} of ${statements.length} arrive; not: ${missing.join(', ')}`,
    );
    expect(statements).toHaveLength(77);
    expect(statements.length - missing.length).toBe(40);
    expect(missing.filter((each) => each.startsWith('B'))).toEqual([]);
  });

  it('two years of a report, imported and linked, show the growth that does not follow from them', () => {
    const [before, now] = ['11-disclosure-suqian-2023-zh.txt', '12-disclosure-suqian-2024-zh.txt'].map(
      (name) => imported(read(name)).text,
    );
    const linked = (now ?? '').replace(/^年度: 2024$/m, '年度: 2024\n上年: 2023.report.yaml');
    const { diagnostics } = lint('2024.report.yaml', linked, (file) =>
      file === '2023.report.yaml' ? before : undefined,
    );
    const found = diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule }) => rule)).toEqual(['changes-hold']);
    expect(found[0]?.message.zh).toContain('3646件 ÷ 上年3607件 − 1 = 1.08%，写作1.05%');
    expect(found[0]?.related.map(({ file }) => file)).toContain('2023.report.yaml');
  });
});
