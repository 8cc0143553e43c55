import { expect } from 'vitest';
import type { SourceDocument } from '../src/importer/block.ts';
import { importDocument, type Imported } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';
import { lint } from '../src/lint/lint.ts';
import type { Report, Section } from '../src/model/report.ts';

/** A document as it is imported, with its figures. */
export const imported = (document: SourceDocument): Imported =>
  importDocument(document, {
    from: 'a',
    today: '2026-06-30',
    schema: () => 'x',
    keepAll: false,
    figures: true,
  });

/** A text as a file of its name is read. */
export const documentOf = (name: string, words: string): Promise<SourceDocument> =>
  readDocument(name, new TextEncoder().encode(words));

export const titleOf = (document: SourceDocument): string | undefined => imported(document).report.data.title;

/** The outline as the draft prints it, which raises no finding on its numbers; texts stand behind `=`. */
export function outlineOf(document: SourceDocument): string[] {
  const { report, diagnostics } = lint('a.report.yaml', imported(document).text, () => undefined);
  const wrong = diagnostics.filter(({ rule }) => /number|yaml|schema/.test(rule));
  expect(wrong.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  const line = ({ number, data, depth, sections }: Section): string[] => [
    [
      `${'  '.repeat(depth)}${data.number ?? number}|${data.title ?? ''}`,
      ...(data.body === undefined ? [] : [data.body.trim().replaceAll(/\s*\n\s*/g, ' / ')]),
    ].join(' = '),
    ...sections.flatMap(line),
  ];
  return (report as Report).parts.flatMap(({ kind, data, sections }) => [
    ...(kind === 'summary' ? [] : [`${kind} ${data.title ?? ''}`.trim()]),
    ...(data.intro === undefined ? [] : [`= ${data.intro.trim().replaceAll(/\s*\n\s*/g, ' / ')}`]),
    ...sections.flatMap(line),
  ]);
}
