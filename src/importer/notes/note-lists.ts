import type { Paragraph, SourceBlock } from '../block.ts';
import { typedNumber, type TypedNumber } from '../outline/numbers.ts';

const label =
  '(?:注|附注|备注|说明|注释|资料来源|附件|附表|联系方式|Notes?|Sources?|Attachments?|Annexes)[：:]';
/** Notes, and lists of attachments: 注：1、…, 附件：1.…; where nothing stands behind the label, the first item is the next line. */
const opening = new RegExp(`^[（(]?${label}(.*)$`, 'i');

/**
 * Marks what is numbered within notes, which are no sections: what goes on from “注：1、…”, and circled numbers that stand as marks
 * in the text before.
 */
export function withNoteLists(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const marks = new Set<string>();
  let next: Next | undefined;
  return blocks.map((block) => {
    if (block.kind === 'table') {
      collect(marks, block.rows.flat().join(' '));
      return block;
    }
    const number = block.number === undefined ? typedNumber(block.text) : undefined;
    const opened = opening.exec(block.text.trim());
    const isItem = opened === null && number !== undefined && block.heading === undefined;
    const goesOn = isItem && isNext(number, next);
    const isMarked = isItem && number.pattern === '①' && marks.has(number.written);
    next = opened
      ? afterLabel((opened[1] ?? '').trim())
      : goesOn
        ? { pattern: number.pattern, value: number.value + 1 }
        : undefined;
    collect(marks, isItem ? block.text.slice(number.length) : block.text);
    return goesOn || isMarked ? ({ ...block, isNote: true } satisfies Paragraph) : block;
  });
}

/** The number that a list goes on with; without a pattern it has none yet. */
interface Next {
  readonly pattern: string | undefined;
  readonly value: number;
}

/** What follows a label: the second item where the first stands behind it, the first where nothing does. */
function afterLabel(behind: string): Next | undefined {
  if (behind === '') return { pattern: undefined, value: 1 };
  const first = typedNumber(behind);
  return first?.value === 1 ? { pattern: first.pattern, value: 2 } : undefined;
}

const isNext = (number: TypedNumber, next: Next | undefined): boolean =>
  next !== undefined &&
  number.value === next.value &&
  (next.pattern === undefined ? !/一/.test(number.pattern) : number.pattern === next.pattern);

/** Circled numbers as they stand behind a word, and not before an item of an enumeration. */
function collect(marks: Set<string>, text: string): void {
  for (const [, mark = ''] of text.matchAll(
    /[\p{Script=Han}\d%）)”](?<!分)([①-⑳])(?=[，。；、）)\s,.;]|$)/gu,
  ))
    marks.add(mark);
}
