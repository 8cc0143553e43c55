import type { SourceBlock } from '../block.ts';
import { typedNumber } from './numbers.ts';
import { textAndOrigin, tracedText } from '../text/traced-blocks.ts';
import { Traced } from '../text/traced.ts';

/** A sign of what weighs most, before a number: ★1.3, ▲（六）. */
const marked = /^\s*[★☆▲△◆]+[ \t\u3000]*/;

/**
 * Blocks in which a sign of weight stands behind the number that it was set before: “★1.3 Load” is 1.3 with the title “★Load”, and
 * counts with 1.2 and 1.4.
 */
export const withMarkedNumbers = (blocks: readonly SourceBlock[]): readonly SourceBlock[] =>
  blocks.map((block) => {
    if (block.kind !== 'paragraph' || block.number !== undefined) return block;
    const sign = marked.exec(block.text)?.[0];
    const number = sign === undefined ? undefined : typedNumber(block.text.slice(sign.length));
    if (sign === undefined || number === undefined) return block;
    const text = tracedText(block);
    const behind = text.slice(sign.length);
    const pieces = [
      behind.slice(0, number.length),
      text.slice(0, sign.length).trim(),
      behind.slice(number.length),
    ];
    return { ...block, ...textAndOrigin(Traced.join(pieces)) };
  });
