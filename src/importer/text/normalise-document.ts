import { withWholeNumbers } from './broken-numbers.ts';
import type { SourceBlock, SourceDocument } from '../block.ts';
import {
  normalise,
  normaliseTraced,
  withPlainControls,
  withoutControlsIn,
  type Normalisation,
} from './normalise.ts';
import { rowsAndOrigins, textAndOrigin, tracedRows, tracedText } from './traced-blocks.ts';
import { Traced } from './traced.ts';

/** Mends the texts of a document that came from elsewhere, block by block. */
export function normaliseDocument(document: SourceDocument): {
  readonly document: SourceDocument;
  readonly done: readonly Normalisation[];
} {
  const separator = '\u0000';
  const joined = withSubscripts(document.blocks);
  const whole = withWholeNumbers(joined);
  const texts = whole.flatMap((block) =>
    block.kind === 'table'
      ? [...tracedRows(block).flat(), new Traced(block.caption ?? '')]
      : [tracedText(block)],
  );
  const clean = texts.map(withoutControlsIn);
  const { text, done } = normaliseTraced(Traced.join(clean, separator));
  const mended = text.split(separator);
  const none = new Traced('');
  let next = 0;
  const blocks = whole.map((block): SourceBlock => {
    if (block.kind === 'paragraph') {
      const { bold, text: before } = block;
      const mendedText = mended[next++] ?? none;
      const isShorter = bold !== undefined && mendedText.text.length < before.length;
      return {
        ...block,
        ...textAndOrigin(mendedText),
        ...(isShorter && { bold: normalise(withPlainControls(before.slice(0, bold))).text.length }),
      };
    }
    const rows = block.rows.map((row) => row.map(() => mended[next++] ?? none));
    const caption = mended[next++]?.text;
    return {
      ...block,
      ...rowsAndOrigins(rows),
      ...(block.caption !== undefined && caption !== undefined && { caption }),
    };
  });
  const more: readonly Normalisation[] = [
    ...(clean.some((each, index) => each.text !== texts[index]?.text) ? (['controls'] as const) : []),
    ...(joined.length < document.blocks.length && !done.includes('subscript')
      ? (['subscript'] as const)
      : []),
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
      const pieces = [block, number, ...(goesOn ? [rest] : [])];
      whole.push({ ...block, ...textAndOrigin(Traced.join(pieces.map(tracedText))) });
      at += goesOn ? 2 : 1;
    } else if (block) whole.push(block);
  }
  return whole;
}
