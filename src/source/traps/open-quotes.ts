import type { Edit } from '../../diagnostic.ts';
import type { BlockwiseCheck } from './blockwise.ts';
import { applyEdits, type Trap } from './repair.ts';

/** A larger text is not read again and again, nor one with more such lines. */
const [LIMIT, LINES] = [300_000, 40];

/**
 * A text in quotes that are not closed in its line: YAML reads on to the next quote and fails far away. It is the first line
 * with which, once closed, the whole can be read; a Chinese quotation mark at its end was meant to close it.
 */
export function openQuoteTrap(text: string, check: BlockwiseCheck): Trap | undefined {
  if (text.length > LIMIT) return undefined;
  const lines = /^([ \t]*(?:- +)*(?:[^\s"'#:：][^"'#:：\n]{0,80}:[ \t]+)?)(["'])([^\r\n]*)/gm;
  let tried = 0;
  for (const { 0: line, 1: before = '', 2: quote = '', 3: written = '', index } of text.matchAll(lines)) {
    const rest = written.trimEnd();
    if (rest === '' || isClosed(rest, quote)) continue;
    if (++tried > LINES) return undefined;
    const start = index + before.length;
    for (const edit of closings(start + 1, index + line.trimEnd().length, rest, quote)) {
      if (!check.reads(applyEdits(text, [edit]))) continue;
      // a Chinese mark that is one of a pair may belong to the text
      const safe = !/[“”‘’]/.test(edit.start === edit.end ? rest : rest.slice(0, -1));
      return { start, end: start + 1, message: 'quote-open', data: { quote }, fix: { edits: [edit], safe } };
    }
  }
  return undefined;
}

/** Whether a quoted text ends in its line; a backslash in double quotes and a second single quote are no end. */
const isClosed = (rest: string, quote: string): boolean =>
  (quote === '"' ? rest.replaceAll(/\\./g, '') : rest.replaceAll("''", '')).includes(quote);

/** How the text from `start` to `end` may be closed: behind it, in place of another mark at its end, or behind a key. */
function closings(start: number, end: number, rest: string, quote: string): readonly Edit[] {
  const colon = rest.indexOf(': ');
  return [
    ...(/[”“＂’‘]$/.test(rest) ? [{ start: end - 1, end, insert: quote }] : []),
    ...(colon === -1 ? [] : [{ start: start + colon, end: start + colon, insert: quote }]),
    { start: end, end, insert: quote },
  ];
}
