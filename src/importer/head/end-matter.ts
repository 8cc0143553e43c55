import type { SourceBlock } from '../block.ts';
import { signingDay, namesBody, signer } from '../outline/cover-lines.ts';
import { isAttachmentList } from '../outline/annexes.ts';
import { isAnnexTitle } from '../outline/titles.ts';

/** What stands at the end of a report and is none of its text. */
export interface EndMatter {
  readonly signature: ReadonlySet<SourceBlock>;
  /** To whom it goes, by whom it was printed, whom to ask (版记 and 附注 of GB/T 9704). */
  readonly imprint: ReadonlySet<SourceBlock>;
}

const imprint =
  /^(?:抄\s*[送报][：:]|[主分]送[：:]|共印\d+份|[（(]?共印\d+份[）)]?$|校对[：:])|^.{0,40}20\d{2}年\d{1,2}月\d{1,2}日印发$|^.{2,30}(?:办公室|秘书处|办公厅|办公厅秘书局)\s{2,}20\d{2}年\d{1,2}月\d{1,2}日/;
const contact = /^[（(]?(?:联系人|联系电话|联\s*系\s*人|经办人)[：:].{0,80}[）)]?$/;
const openness =
  /^[（(]?(?:此件|信息公开选项|公开方式|公开属性)[：:]?(?:公开发布|主动公开|依申请公开|不予公开|宣传)?[）)]?$/;
const dayAtEnd =
  /(?:(?:20\d{2}|二[〇○零O0][〇○零一二三四五六七八九]{2}) ?年.{3,10}日|20\d{2}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2} [A-Z][a-z]{2,8} 20\d{2}|[A-Z][a-z]{2,8} \d{1,2}, 20\d{2})$/;
const SHORT = 60;

/** Finds the signature: a day at the end of the text or before its annexes, and the body that signs above it; and the imprint. */
export function endMatter(blocks: readonly SourceBlock[]): EndMatter {
  const signature = new Set<SourceBlock>();
  const printed = new Set<SourceBlock>();
  const annex = blocks.findIndex(
    (block, at) =>
      at > 0 &&
      block.kind === 'paragraph' &&
      block.number === undefined &&
      isAnnexTitle(block.text) &&
      !isAttachmentList(blocks, at),
  );
  // notes that their source has at the end stand below the signature
  let bottom = blocks.length;
  while (bottom > 0 && /^\[\d{1,3}\] /.test(textOf(blocks[bottom - 1]))) bottom--;
  for (const end of annex === -1 ? [bottom] : [bottom, annex]) {
    let at = end;
    while (at > 0 && isImprint(blocks[at - 1])) printed.add(blocks[--at] as SourceBlock);
    const signed = signatureStart(blocks, at);
    for (const block of blocks.slice(signed, at)) signature.add(block);
    // without a signature, what says whom to ask is text
    if (signed === at && end === annex) for (const block of blocks.slice(at, end)) printed.delete(block);
  }
  return { signature, imprint: printed };
}

const textOf = (block: SourceBlock | undefined): string =>
  block?.kind === 'paragraph' && block.heading === undefined ? block.text.trim() : '';

function isImprint(block: SourceBlock | undefined): boolean {
  const text = textOf(block);
  return imprint.test(text) || contact.test(text) || openness.test(text);
}

/** Where the signature begins that ends there: a day with the bodies that sign before it, or both in one line. */
function signatureStart(blocks: readonly SourceBlock[], end: number): number {
  const last = textOf(blocks[end - 1]);
  const found = dayAtEnd.exec(last);
  const date = found?.[0] ?? '';
  const before = last.slice(0, found?.index).trim();
  if (!signingDay.test(date)) return end;
  if (before !== '') return namesBody(before) ? end - 1 : end;
  let at = end - 1;
  while (end - at < 5 && isSigner(textOf(blocks[at - 1]))) at--;
  return at;
}

const isSigner = (text: string): boolean =>
  signer.test(text) || namesBody(text) || (text.length <= SHORT && /^[A-Z][^.!?]*$/.test(text));
