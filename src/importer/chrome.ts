import { isPartTitle } from './titles.ts';
import type { Paragraph, SourceBlock } from './block.ts';
import type { Origin } from './origin.ts';
import { tracedText } from './traced-blocks.ts';

/** Why a piece of the source is not in the draft. */
export type LeftReason = 'chrome' | 'title-repeated' | 'title-replaced' | 'source-line' | 'signature';

export interface Left {
  readonly at: number;
  readonly text: string;
  readonly why: LeftReason;
}

/** A document without what surrounds it on a page. */
export interface Stripped {
  readonly title: string | undefined;
  /** Where the characters of the title stand. */
  readonly titleOrigin: Origin | undefined;
  /** Where the title stands, 0 where there is none. */
  readonly titleAt: number;
  readonly blocks: readonly SourceBlock[];
  readonly left: readonly Left[];
  /** What lines on the source, the day and the body that signs say; to be checked by a person. */
  readonly said: readonly string[];
}

const titles =
  /(?:总结|报告|计划|要点|年报|公报|汇报|打算|思路|安排|情况分析|[Rr]eport|REPORT|[Rr]eview|[Ss]ummary|[Pp]lan)(?:（[^（）]{0,12}）)?$/;
const labels =
  /^(?:[【[]|来源|信息来源|稿件来源|发布|发表|更新|时间|日期|作者|浏览|阅读|点击|字[体号]|分享|打印|收藏|编辑|责任编辑|审核|当前位置|您?所在位置|索引号|Source:|Published|Posted|Share)/;
const feet =
  /^(?:[【[]|扫一扫|扫码|打印|关闭|分享|收藏|上一[篇条]|下一[篇条]|相关|责任编辑|编辑[:：]|审核[:：]|来源|版权|主办|承办|网站|联系我们|返回顶部|微信|微博|.{0,20}ICP备|.{0,20}公网安备|Print\b|Share\b|Copyright|©|Back to top)/;
const fragment = /^[【】[\]（）()>»|｜·:：\s大中小]{1,3}$/;
const signer = /^[\p{Script=Han}（）]{3,30}(?:局|委|厅|府|办|院|校|会|公司|中心|部|处|学|所|站|队|党组)$/u;
const day =
  /^(?:20\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日|\d{1,2} [A-Z][a-z]+ 20\d{2}|[A-Z][a-z]+ \d{1,2}, 20\d{2})$/;
const SHORT = 60;
/** Numbered lines up to this length at the top of a page are a menu rather than the first section. */
const MENU = 12;

/** Takes off what a page puts around a report, and finds its title. With `keepAll` only what repeats the title goes. */
export function strip(
  blocks: readonly SourceBlock[],
  given: { readonly title?: string | undefined; readonly keepAll: boolean },
): Stripped {
  const left: Left[] = [];
  const drop = (block: SourceBlock, why: LeftReason): void =>
    void left.push({ at: block.at, text: textOf(block), why });
  const titleAt = titleIndex(blocks);
  const traced = titleAt === undefined ? undefined : tracedText(blocks[titleAt] as Paragraph).trim();
  const title = traced?.text;
  const kept = given.keepAll
    ? blocks.filter((_, index) => index !== titleAt)
    : core(blocks, titleAt, title, drop);
  const end = given.keepAll ? kept.length : signatureStart(kept);
  for (const block of kept.slice(end)) drop(block, 'signature');
  left.sort((a, b) => a.at - b.at);
  return {
    title,
    titleOrigin: traced?.origin,
    titleAt: titleAt === undefined ? 0 : (blocks[titleAt] as Paragraph).at,
    blocks: kept.slice(0, end),
    left,
    said: left.filter(({ why }) => why !== 'title-repeated').map(({ text }) => text),
  };
}

/** What was left out, with a title in whose place another was given. */
export function withReplaced(
  left: readonly Left[],
  at: number,
  title: string | undefined,
  given: string | undefined,
): readonly Left[] {
  if (title === undefined || given === undefined || title === given.trim()) return left;
  return [...left, { at, text: title, why: 'title-replaced' as const }].sort((a, b) => a.at - b.at);
}

const textOf = (block: SourceBlock): string =>
  block.kind === 'table'
    ? [
        ...(block.caption === undefined ? [] : [block.caption]),
        ...block.rows.map((row) => row.join('\t')),
      ].join('\n')
    : (block.number ?? '') + block.text;

/** The title: the first short line near the start that ends as titles do, else the first that is short and no number. */
function titleIndex(blocks: readonly SourceBlock[]): number | undefined {
  const end = blocks.findIndex(
    (block) =>
      block.kind === 'table' ||
      block.text.length > 100 ||
      /^(?:一、|（一）|第一)/.test(block.text) ||
      (/^1[、.]/.test(block.text) && block.text.length > MENU),
  );
  const head = blocks.slice(0, end === -1 ? 40 : end);
  const isTitle = (block: SourceBlock): block is Paragraph =>
    block.kind === 'paragraph' &&
    block.apart !== true &&
    block.number === undefined &&
    isTitleLike(block.text);
  const marked = head.findIndex((block) => isTitle(block) && block.heading === 1);
  if (marked !== -1) return marked;
  const named = head.findIndex((block) => isTitle(block) && titles.test(block.text.trim()));
  const first =
    named === -1
      ? head.findIndex(
          (block) => isTitle(block) && !labels.test(block.text.trim()) && block.text.trim().length > 4,
        )
      : named;
  return first === -1 ? undefined : first;
}

const isTitleLike = (text: string): boolean =>
  text.trim().length <= SHORT && !/[。；;]|[：:]$|^\s*\d+[.、]/.test(text);

/** The text between what stands before its title, the lines on its source, and the foot of the page. */
function core(
  blocks: readonly SourceBlock[],
  titleAt: number | undefined,
  title: string | undefined,
  drop: (block: SourceBlock, why: LeftReason) => void,
): SourceBlock[] {
  const before = blocks.slice(0, titleAt ?? 0);
  const keepsBefore = before.some(
    (block) => block.kind === 'table' || (block.apart !== true && block.text.length > SHORT),
  );
  const inside: SourceBlock[] = [];
  for (const block of before)
    if (keepsBefore && !isApart(block)) inside.push(block);
    else drop(block, 'chrome');
  const rest = blocks.slice((titleAt ?? -1) + 1);
  const from = headEnd(rest, title, drop);
  const to = footStart(rest, from);
  for (const block of rest.slice(from, to))
    if (isApart(block)) drop(block, 'chrome');
    else inside.push(block);
  for (const block of rest.slice(to)) drop(block, 'chrome');
  return inside;
}

const isApart = (block: SourceBlock): boolean => block.kind === 'paragraph' && block.apart === true;

/** Where the text begins behind the title; what stands between them says where it is from, or the title again. */
function headEnd(
  rest: readonly SourceBlock[],
  title: string | undefined,
  drop: (block: SourceBlock, why: LeftReason) => void,
): number {
  let at = 0;
  let open = false;
  for (let seen = false; at < rest.length; at++) {
    const block = rest[at] as SourceBlock;
    if (block.kind === 'table') break;
    const text = block.text.trim();
    const why = isRepeated(text, title) ? 'title-repeated' : isApart(block) ? 'chrome' : 'source-line';
    // a line of two labels, or one whose value stands in the next
    const isLabel = text.length <= SHORT && labels.test(text);
    const goesOn = open || (seen && fragment.test(text));
    if (why === 'source-line' && !isLabel && !goesOn) break;
    drop(block, why);
    open = leavesOpen(text, isLabel, open);
    seen ||= isLabel;
  }
  return at;
}

/** Whether a line is the title again, or the end of it. */
const isRepeated = (text: string, title: string | undefined): boolean =>
  title !== undefined && text.length >= 4 && title.endsWith(text) && !isPartTitle(text);

/** Whether what a line on the source says goes on in the next one. */
function leavesOpen(text: string, isLabel: boolean, wasOpen: boolean): boolean {
  if (/^阅读量|^浏览/.test(text)) return false;
  if (isLabel && /[：:]$/.test(text)) return true;
  return !text.includes('】') && ((wasOpen && fragment.test(text)) || text.startsWith('【'));
}

/** Where the foot of the page begins. */
function footStart(rest: readonly SourceBlock[], from: number): number {
  let start = rest.length;
  for (let at = rest.length - 1; at >= from; at--) {
    const block = rest[at] as SourceBlock;
    if (block.kind === 'table') break;
    const text = block.text.trim();
    if (isApart(block) || (text.length <= SHORT && feet.test(text))) start = at;
    else if (!(
      fragment.test(text) ||
      (text.length <= 12 && fragment.test((rest[at - 1] as Paragraph | undefined)?.text ?? ''))
    ))
      break;
  }
  return start;
}

/** Where the signature at the end begins: a day, the body that signs before it. */
function signatureStart(blocks: readonly SourceBlock[]): number {
  const textAt = (index: number): string => {
    const block = blocks[index];
    return block?.kind === 'paragraph' ? block.text.trim() : '';
  };
  const last = blocks.length - 1;
  if (!day.test(textAt(last))) return blocks.length;
  const before = textAt(last - 1);
  return signer.test(before) || (before.length <= SHORT && /^[A-Z][^.!?]*$/.test(before)) ? last - 1 : last;
}
