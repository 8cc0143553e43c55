import type { Paragraph, SourceBlock } from '../block.ts';
import { textAndOrigin, tracedText } from './traced-blocks.ts';
import { Traced } from './traced.ts';

const [han, count] = ['[〇零一二三四五六七八九十百]{1,5}', '(?:[〇零一二三四五六七八九十百]{1,5}|\\d{1,2})'];
/** A number that a line has no more of than its beginning: “（” before “三）”, “（三” before “）”, “第三” before “章”. */
const begun = new RegExp(`^(?:[（(] ?${count}?|第(?:${han})?)$`);
const ended = new RegExp(`^\\s*(?:${count}?[）)]|(?:${han})?(?:部分|[章节篇编]))`);
/** A whole number on a line of its own; its title stands in the next. A bare figure is none. */
const alone = new RegExp(
  `^\\s*(?:${han}[、．.]|[（(]${count}[）)]|\\d{1,2}[、．.）)]|第${han}(?:部分|[章节篇编]))[ \\t\\u3000]*$`,
);

/** A numeral on a line of its own, before a line that begins with its mark: “二” before “、排水”. */
const unmarked = new RegExp(`^\\s*${count}[ \\t\\u3000]*$`);
const mark = /^\s*(?:、|[．.](?![\d.．]))\s*[\p{L}“《]/u;

/** Puts numbers together again that a line end broke: within their brackets, or off their title. Nothing is added or taken. */
export function withWholeNumbers(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const whole: SourceBlock[] = [];
  for (const block of blocks) {
    const last = whole.at(-1);
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && isBroken(last, block))
      whole[whole.length - 1] = {
        ...last,
        ...textAndOrigin(Traced.join([tracedText(last), tracedText(block)])),
      };
    else whole.push(block);
  }
  return whole;
}

/** Whether a line is a number, or its beginning, that the next one goes on with. */
function isBroken(line: Paragraph, next: Paragraph): boolean {
  const { text, number, apart, heading } = line;
  const isAlike =
    number === undefined && next.number === undefined && apart === next.apart && heading === next.heading;
  if (!isAlike || text.length > 12) return false;
  if (begun.test(text.trim()))
    return /^\s*[（(]\s*$|^\s*第\s*$/.test(text)
      ? ended.test(next.text) && /^\s*[〇零一二三四五六七八九十百\d]/.test(next.text)
      : /^\s*(?:[）)]|部分|[章节篇编])/.test(next.text);
  if (unmarked.test(text)) return mark.test(next.text);
  return alone.test(text) && /^\s*[\p{L}“《]/u.test(next.text) && !alone.test(next.text);
}
