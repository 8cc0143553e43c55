import type { Paragraph, SourceBlock } from '../block.ts';
import { namesBody, signingDay } from './cover-lines.ts';
import type { Origin } from '../text/origin.ts';
import { outlineNumber } from './sections.ts';
import { isAnnexTitle } from './titles.ts';
import { Traced } from '../text/traced.ts';
import { tracedText } from '../text/traced-blocks.ts';

/** What an annex is called by, 附件2, on a line of its own. */
export interface Label {
  readonly at: number;
  readonly text: Traced;
}

/** The title of an annex, with what it is called by where that stands in a line of its own; `end` is where its text begins. */
export interface AnnexLine {
  readonly title: Traced;
  readonly label: Label | undefined;
  readonly end: number;
}

const label =
  /^(?:附件|附录|附表|附|Annex|Appendix|ANNEX|APPENDIX)[ \u3000]*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?[：:]?$/;
const list = /^(?:附件|附表|Annex(?:es)?|Appendi(?:x|ces)|Attachments?)[：:]\s*1[.、．]/;

const lineAt = (blocks: readonly SourceBlock[], at: number): string => {
  const block = blocks[at];
  return block?.kind === 'paragraph' ? block.text.trim() : '';
};

/**
 * Whether a line lists the attachments of a report, as it does above the signature: 附件：1.项目表; 附件：项目表 and 附件： with items below
 * where the signature, an annex or nothing follows.
 */
export function isAttachmentList(blocks: readonly SourceBlock[], at: number): boolean {
  const text = lineAt(blocks, at);
  if (list.test(text)) return true;
  if (!/^附件[：:].{0,40}$/u.test(text)) return false;
  const isOne = !/[：:]$/.test(text);
  let end = at + 1;
  while (!isOne && /^\d{1,2}[.、．]/.test(lineAt(blocks, end))) end++;
  if (!isOne && end === at + 1) return false;
  const next = lineAt(blocks, end);
  return (
    end === blocks.length ||
    isAnnexTitle(next) ||
    (namesBody(next) && signingDay.test(lineAt(blocks, end + 1)))
  );
}

/** The title of an annex that begins at a block; undefined where none does, as at the list of attachments that a signature follows. */
export function annexLine(blocks: readonly SourceBlock[], at: number): AnnexLine | undefined {
  const block = blocks[at] as SourceBlock;
  if (block.kind === 'table' || block.number !== undefined || (block.heading ?? 1) > 2) return undefined;
  const title = tracedText(block).trim();
  if (!isAnnexTitle(title.text) || outlineNumber(block) !== undefined || isAttachmentList(blocks, at))
    return undefined;
  const next = blocks[at + 1];
  return label.test(title.text) && next?.kind === 'paragraph' && isTitle(next)
    ? { title: tracedText(next).trim(), label: { at: block.at, text: title }, end: at + 2 }
    : { title, label: undefined, end: at + 1 };
}

/** Whether a line is the title of an annex whose label stands above it. */
function isTitle(line: Paragraph): boolean {
  const text = line.text.trim();
  const isShort = text.length <= 45 && !/[。；：:！？]$|[，,].*[，,]/.test(text);
  return isShort && line.number === undefined && outlineNumber(line) === undefined && !label.test(text);
}

interface Annex {
  readonly title: string | undefined;
  readonly titleOrigin?: Origin | undefined;
  readonly label?: Label | undefined;
}

/** Annexes with their labels in their titles where the order of the annexes does not print the same; and the labels that it prints. */
export function labelledAnnexes<T extends Annex>(
  annexes: readonly T[],
): { readonly annexes: T[]; readonly printed: Label[] } {
  const printed: Label[] = [];
  const all = annexes.map((annex, index) => {
    const { title = '', titleOrigin, label: called } = annex;
    if (called === undefined) return annex;
    const number = annexes.length === 1 ? '' : String(index + 1);
    if (called.text.text.replaceAll(/[\s：:]/g, '') === `附件${number}`) {
      printed.push(called);
      return annex;
    }
    const whole = Traced.join([called.text, new Traced(title, titleOrigin)], ' ');
    return { ...annex, title: whole.text, titleOrigin: whole.origin };
  });
  return { annexes: all, printed };
}
