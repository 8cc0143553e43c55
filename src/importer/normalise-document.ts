import type { SourceBlock, SourceDocument } from './block.ts';
import { normalise, withoutControls, type Normalisation } from './normalise.ts';

/** Mends the texts of a document that came from elsewhere, block by block. */
export function normaliseDocument(document: SourceDocument): {
  readonly document: SourceDocument;
  readonly done: readonly Normalisation[];
} {
  const separator = '\u0000';
  const whole = withSubscripts(document.blocks);
  const texts = whole.flatMap((block) =>
    block.kind === 'table' ? [...block.rows.flat(), block.caption ?? ''] : [block.text],
  );
  const clean = texts.map(withoutControls);
  const { text, done } = normalise(clean.join(separator));
  const mended = text.split(separator);
  let next = 0;
  const blocks = whole.map((block): SourceBlock => {
    if (block.kind === 'paragraph') {
      const { bold, text: before } = block;
      const mendedText = mended[next++] ?? '';
      const isShorter = bold !== undefined && mendedText.length < before.length;
      return {
        ...block,
        text: mendedText,
        ...(isShorter && { bold: normalise(withoutControls(before.slice(0, bold))).text.length }),
      };
    }
    const rows = block.rows.map((row) => row.map(() => mended[next++] ?? ''));
    const caption = mended[next++];
    return { ...block, rows, ...(block.caption !== undefined && caption !== undefined && { caption }) };
  });
  const more: readonly Normalisation[] = [
    ...(clean.some((each, index) => each !== texts[index]) ? (['controls'] as const) : []),
    ...(whole.length < document.blocks.length && !done.includes('subscript') ? (['subscript'] as const) : []),
  ];
  return { document: { ...document, blocks }, done: [...more, ...done] };
}

/** PM, 2.5 and what follows on lines of their own are one paragraph: a page had set the number below the line. */
function withSubscripts(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const whole: SourceBlock[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [block, number, rest] = blocks.slice(at, at + 3);
    if (
      block?.kind === 'paragraph' &&
      block.text.endsWith('PM') &&
      number?.kind === 'paragraph' &&
      /^(?:2\.5|10)$/.test(number.text)
    ) {
      const goesOn = rest?.kind === 'paragraph' && /^[\p{Script=Han}，。、；（]/u.test(rest.text);
      whole.push({ ...block, text: block.text + number.text + (goesOn ? rest.text : '') });
      at += goesOn ? 2 : 1;
    } else if (block) whole.push(block);
  }
  return whole;
}
