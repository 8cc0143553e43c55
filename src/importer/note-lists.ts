import type { Paragraph, SourceBlock } from './block.ts';
import { typedNumber } from './numbers.ts';

const label =
  '(?:注|附注|备注|说明|注释|资料来源|附件|附表|联系方式|Notes?|Sources?|Attachments?|Annexes)[：:]';
/** Notes, and lists of attachments: 注：1、…, 附件：1.…; where nothing stands behind the label, the first item is the next line. */
const opening = new RegExp(`^\\s*[（(]?${label}\\s*(.*)$`, 'i');

/**
 * Marks what is numbered within notes, which are no sections: what goes on from “注：1、…”, and circled numbers that stand as marks
 * in the text before.
 */
export function withNoteLists(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const marks = new Set<string>();
  let next: { readonly pattern: string | undefined; readonly value: number } | undefined;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      collect(marks, block.rows.flat().join(' '));
      return block;
    }
    const number = block.number === undefined ? typedNumber(block.text) : undefined;
    const opened = opening.exec(block.text);
    if (opened) {
      const first = opened[1] === '' ? undefined : typedNumber(opened[1] ?? '');
      const isList = first?.value === 1 || opened[1] === '';
      next = isList ? { pattern: first?.pattern, value: first ? 2 : 1 } : undefined;
      collect(marks, block.text);
      return block;
    }
    if (number === undefined || block.heading !== undefined) {
      collect(marks, block.text);
      next = undefined;
      return block;
    }
    const goesOn =
      next !== undefined &&
      number.value === next.value &&
      (next.pattern === undefined ? !/一/.test(number.pattern) : number.pattern === next.pattern);
    next = goesOn ? { pattern: number.pattern, value: number.value + 1 } : undefined;
    const isMarked = number.pattern === '①' && marks.has(number.written);
    collect(marks, block.text.slice(number.length));
    return goesOn || isMarked ? ({ ...block, isNote: true } satisfies Paragraph) : block;
  });
}

/** Circled numbers as they stand behind a word, and not before an item of an enumeration. */
function collect(marks: Set<string>, text: string): void {
  for (const [, mark = ''] of text.matchAll(
    /[\p{Script=Han}\d%）)”](?<!分)([①-⑳])(?=[，。；、）)\s,.;]|$)/gu,
  ))
    marks.add(mark);
}
