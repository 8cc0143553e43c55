import { readDocx } from '../src/importer/readers/docx/read-docx.ts';

/** The words of a rendering: a Word file as it is read back, with the numbers that Word counts, a line a paragraph; else the text that it is. */
export function wordsOf(rendered: string | Uint8Array): string {
  if (typeof rendered === 'string') return rendered;
  const { blocks, notes } = readDocx(rendered);
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [`${block.heading === undefined ? '' : '## '}${block.number ?? ''}${block.text}`]
      : block.rows.map((row) => row.join('\t')),
  );
  return [...lines, ...[...(notes ?? [])].map(([sign, note]) => `${sign} ${JSON.stringify(note)}`)].join(
    '\n',
  );
}
