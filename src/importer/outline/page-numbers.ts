import type { SourceBlock } from '../block.ts';

/** The number of a page by itself: 7, — 7 —. */
const bare = /^[-—–－\s]*(\d{1,3})[-—–－\s]*$/;
/** The same in words: 第7页 共12页, Page 7 of 12. */
const worded = /^第\s?\d{1,3}\s?页(?:[\s，,/]{0,3}共\s?\d{1,3}\s?页)?$|^page \d{1,3}(?: of \d{1,3})?$/i;

/** Numbers of pages that stand between the lines of a text, as PDF leaves them: in words, named by a list of contents, or at least three one after another. */
export function pageNumbersIn(
  blocks: readonly SourceBlock[],
  contents: readonly SourceBlock[],
): ReadonlySet<SourceBlock> {
  const found = new Set<SourceBlock>();
  const named = new Set(
    contents.flatMap((block) =>
      block.kind === 'table' ? [] : [/(\d{1,3})\D{0,3}$/.exec(block.text)?.[1] ?? ''],
    ),
  );
  let run: SourceBlock[] = [];
  let last: number | undefined;
  for (const block of blocks) {
    if (
      block.kind === 'table' ||
      block.apart === true ||
      block.number !== undefined ||
      block.item !== undefined
    )
      continue;
    const text = block.text.trim();
    const number = bare.exec(text)?.[1];
    if (worded.test(text) || (number !== undefined && named.has(number))) found.add(block);
    if (number === undefined) continue;
    run = Number(number) === (last ?? Number.NaN) + 1 ? [...run.slice(-3), block] : [block];
    last = Number(number);
    if (run.length >= 3) for (const each of run) found.add(each);
  }
  return found;
}
