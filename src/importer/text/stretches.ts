import type { PartKind } from '../../assets.ts';
import { annexLine, type AnnexLine, type Label } from '../outline/annexes.ts';
import type { SourceBlock } from '../block.ts';
import { rankOfNumber } from '../outline/ladder.ts';
import type { TypedNumber } from '../outline/numbers.ts';
import type { Origin } from './origin.ts';
import { outlineNumber } from '../outline/sections.ts';
import { isPartTitle, partOfTitle } from '../outline/titles.ts';
import { tracedText } from './traced-blocks.ts';
import type { Traced } from './traced.ts';

/** What stands under one title of a part or an annex. */
export interface Stretch {
  readonly kind: PartKind;
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  /** What an annex is called by, 附件2, where its title stands in the next line. */
  readonly label?: Label | undefined;
  readonly blocks: SourceBlock[];
}

/** Splits the blocks at lines that are titles of parts or annexes. A part that comes twice, or out of order, is none. */
export function separate(blocks: readonly SourceBlock[]): Stretch[] {
  const order: readonly PartKind[] = ['summary', 'problems', 'plan', 'annexes'];
  const stretches: Stretch[] = [{ kind: 'summary', title: undefined, blocks: [] }];
  let chapter: Chapter | undefined;
  let isInAnnex = false;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as SourceBlock;
    const last = stretches.at(-1) as Stretch;
    const before = chapter;
    chapter = chapterAt(block, chapter);
    const line = annexLine(blocks, at);
    const annex = isOnAnnexes(chapter) ? undefined : line;
    isInAnnex = isOnAnnexes(chapter) && (line !== undefined || (isInAnnex && chapter === before));
    if (annex !== undefined) {
      stretches.push(annexOf(annex));
      at = annex.end - 1;
      continue;
    }
    const title = partLine(block);
    const kind = title === undefined ? undefined : partOfTitle(title.text);
    const opens =
      kind !== undefined &&
      last.kind !== 'annexes' &&
      (order.indexOf(kind) > order.indexOf(last.kind) || last.title === undefined);
    if (opens && title !== undefined)
      stretches.push({ kind, title: title.text, titleOrigin: title.origin, blocks: [] });
    else last.blocks.push(isInAnnex ? asText(block) : block);
  }
  return stretches.filter(({ title, blocks: held }) => title !== undefined || held.length > 0);
}

/** The numbered chapter that a block stands in: a number of the highest kind so far, that of an annex excepted. */
interface Chapter {
  readonly number: TypedNumber;
  readonly title: string;
}

function chapterAt(block: SourceBlock, last: Chapter | undefined): Chapter | undefined {
  const number = block.kind === 'paragraph' && block.isNote !== true ? outlineNumber(block) : undefined;
  if (block.kind === 'table' || number === undefined) return last;
  const isHigh = last === undefined || rankOfNumber(number) <= rankOfNumber(last.number);
  // within annexes items are numbered as chapters are
  const goesOn = !isOnAnnexes(last) || number.value === (last?.number.value ?? 0) + 1;
  return isHigh && goesOn ? { number, title: block.text.slice(number.length).trim() } : last;
}

/** A line of an annex, whose numbers are none of the report, unless markup makes a heading of it. */
const asText = (block: SourceBlock): SourceBlock =>
  block.kind === 'paragraph' && block.heading === undefined ? { ...block, isNote: true } : block;

/** Whether a chapter holds annexes, which are sections of it: 五、附件及表格格式. */
const isOnAnnexes = (chapter: Chapter | undefined): boolean =>
  chapter !== undefined &&
  chapter.title.length <= 30 &&
  /^(?:附件|附录|附表|相关附件)(?!\d|[一二三四五六七八九十])|(?:附件|附表)$|^(?:annexe?s|appendi(?:x|ces)|attachments)\b/i.test(
    chapter.title,
  );

const annexOf = ({ title, label }: AnnexLine): Stretch => ({
  kind: 'annexes',
  title: title.text,
  titleOrigin: title.origin,
  label,
  blocks: [],
});

/** A line that is the title of a part. */
function partLine(block: SourceBlock): Traced | undefined {
  if (block.kind === 'table' || block.number !== undefined || (block.heading ?? 1) > 2) return undefined;
  const line = tracedText(block).trim();
  return isPartTitle(line.text) && outlineNumber(block) === undefined ? line : undefined;
}
