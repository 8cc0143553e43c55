import { isPartTitle } from '../outline/titles.ts';
import type { Paragraph, SourceBlock, UnreadReason } from '../block.ts';
import { withListedTitles, withoutContents } from '../outline/contents.ts';
import { isCoverLine, namesEnglishBody } from '../outline/cover-lines.ts';
import { endMatter } from './end-matter.ts';
import type { Origin } from '../text/origin.ts';
import { isSourceLine, isStamp, isTextLine } from '../text/source-lines.ts';
import { pageNumbersIn } from '../outline/page-numbers.ts';
import { titleLines } from '../outline/title-lines.ts';
import type { Traced } from '../text/traced.ts';

/** Why a piece of the source is not in the draft. */
export type LeftReason =
  | UnreadReason
  | 'annex-label'
  | 'chrome'
  | 'contents'
  | 'cover'
  | 'imprint'
  | 'title-repeated'
  | 'title-replaced'
  | 'source-line'
  | 'signature'
  | 'table-unit';

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

type Drop = (block: SourceBlock, why: LeftReason) => void;

const feet =
  /^(?:【|\[(?!\d)|扫一扫|扫码|打印|关闭|分享|收藏|上一[篇条]|下一[篇条]|相关|责任编辑|编辑[:：]|审核[:：]|来源|版权|主办|承办|网站|联系我们|返回顶部|微信|微博|.{0,20}ICP备|.{0,20}公网安备|Print\b|Share\b|Copyright|©|Back to top)/;
const fragment = /^[【】[\]（）()>»|｜·:：\s大中小]{1,3}$/;
const SHORT = 60;

/** Takes off what a page puts around a report, and finds its title. With `keepAll` only what repeats the title goes. */
export function strip(
  source: readonly SourceBlock[],
  given: { readonly keepAll: boolean; readonly isWhole?: boolean | undefined },
): Stripped {
  const left: Left[] = [];
  const drop: Drop = (block, why) => void left.push({ at: block.at, text: textOf(block), why });
  const { whole, contents } = withoutPages(source, given, drop);
  const lines = titleLines(whole, contents);
  const blocks = withListedTitles(whole, contents);
  const traced = lines && withoutMark(lines.text, (blocks[lines.start] as Paragraph).at, left);
  const title = traced?.text;
  const [start, end] = [lines?.start ?? 0, lines?.end ?? 0];
  const kept = given.keepAll
    ? blocks.filter((_, index) => index < start || index >= end)
    : core(blocks, [start, end], title, drop, given.isWhole === true);
  const { signature, imprint } = given.keepAll ? none : endMatter(kept);
  for (const block of signature) drop(block, 'signature');
  for (const block of imprint) drop(block, 'imprint');
  left.sort((a, b) => a.at - b.at);
  return {
    title,
    titleOrigin: traced?.origin,
    titleAt: lines === undefined ? 0 : (blocks[start] as Paragraph).at,
    blocks: kept.filter((block) => !signature.has(block) && !imprint.has(block)),
    left,
    said: left.filter(({ why }) => why !== 'title-repeated').map(({ text }) => text),
  };
}

/** A title without the mark of a note behind it, which is listed: 统计公报[1]. */
function withoutMark(title: Traced, at: number, left: Left[]): Traced {
  const [mark] = / ?\[[\d¹²³⁰⁴-⁹]{1,2}\]$/.exec(title.text) ?? [];
  if (mark === undefined) return title;
  left.push({ at, text: mark.trim(), why: 'note' });
  return title.slice(0, -mark.length);
}

/** A document without its lists of contents and the numbers of its pages. */
function withoutPages(
  source: readonly SourceBlock[],
  given: { readonly keepAll: boolean; readonly isWhole?: boolean | undefined },
  drop: Drop,
): { readonly whole: readonly SourceBlock[]; readonly contents: readonly SourceBlock[] } {
  if (given.keepAll) return { whole: source, contents: [] };
  const { blocks, contents } = withoutContents(source);
  for (const block of contents) drop(block, 'contents');
  if (given.isWhole === true) return { whole: blocks, contents };
  const pages = pageNumbersIn(blocks, contents);
  for (const block of pages) drop(block, 'page-number');
  return { whole: blocks.filter((block) => !pages.has(block)), contents };
}

const none = { signature: new Set<SourceBlock>(), imprint: new Set<SourceBlock>() };

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

/** The text between what stands before its title, the lines on its source, and the foot of the page. */
function core(
  blocks: readonly SourceBlock[],
  [titleStart, titleEnd]: readonly [number, number],
  title: string | undefined,
  drop: Drop,
  isWhole: boolean,
): SourceBlock[] {
  const before = blocks.slice(0, titleStart);
  const keepsBefore = before.some(
    (block) =>
      block.kind === 'table' ||
      (block.apart !== true && (block.text.length > SHORT || isTextLine(block.text))),
  );
  const inside: SourceBlock[] = [];
  for (const block of before)
    if ((keepsBefore || (isWhole && !isCover(block))) && !isApart(block)) inside.push(block);
    else drop(block, isCover(block) ? 'cover' : whyApart(block));
  const rest = blocks.slice(titleEnd);
  const from = headEnd(rest, title, drop, isWhole);
  const to = isWhole ? rest.length : footStart(rest, from);
  for (const block of rest.slice(from, to))
    if (isApart(block)) drop(block, whyApart(block));
    else inside.push(block);
  for (const block of rest.slice(to)) drop(block, 'chrome');
  return inside;
}

/** Whether a line is a sentence of the report, whatever word of a page it begins with: 更新改造管网12公里。 */
const isSentence = (text: string): boolean =>
  !/^(?:[【]|版权|扫|©|Copyright|返回|微)|ICP备|公网安备/.test(text) &&
  (/[。！？；]$/.test(text) ||
    /^[^：:]*(?<!\d)\d[\d.,]*\s?(?!\d|[-/年月日:：])[\p{Script=Han}%％]/u.test(text) ||
    /^[A-Z][a-z]+ .{8,}[a-z)]\.$/.test(text));

const isApart = (block: SourceBlock): boolean => block.kind === 'paragraph' && block.apart === true;

/** Why what stands apart is not in the draft. */
const whyApart = (block: SourceBlock): LeftReason =>
  block.kind === 'paragraph' && block.isContents === true ? 'contents' : 'chrome';

/** Whether a line stands on the cover for the body that reports, or for the day; in English a body is set in capitals. */
const isCover = (block: SourceBlock): boolean =>
  block.kind === 'paragraph' &&
  block.apart !== true &&
  (isCoverLine(block.text) || namesEnglishBody(block.text.trim()));

/** Where the text begins behind the title; what stands between them says where it is from, whose and of which day, or the title again. */
function headEnd(
  rest: readonly SourceBlock[],
  title: string | undefined,
  drop: Drop,
  isWhole: boolean,
): number {
  let at = 0;
  let open = false;
  for (let seen = false; at < rest.length; at++) {
    const block = rest[at] as SourceBlock;
    if (block.kind === 'table') break;
    const text = block.text.trim();
    const why = whyLeft(block, text, title);
    // a line of two labels, or one whose value stands in the next
    const isLabel =
      !isWhole &&
      why === 'source-line' &&
      text.length <= SHORT &&
      isSourceLine(text) &&
      (isStamp(text) || !isSentence(text));
    const goesOn = open || (seen && fragment.test(text));
    if (why === 'source-line' && !isLabel && !goesOn) break;
    drop(block, why);
    open = leavesOpen(text, isLabel, open);
    seen ||= isLabel;
  }
  return at;
}

/** Why a line below the title may be left out. */
function whyLeft(block: Paragraph, text: string, title: string | undefined): LeftReason {
  if (isRepeated(text, title)) return 'title-repeated';
  if (isApart(block)) return whyApart(block);
  return block.heading === undefined && isCoverLine(text) ? 'cover' : 'source-line';
}

/** Whether a line is the title again, or the end of it. */
const isRepeated = (text: string, title: string | undefined): boolean =>
  title !== undefined && text.length >= 4 && title.endsWith(text) && !isPartTitle(text);

/** Whether what a line on the source says goes on in the next one. */
function leavesOpen(text: string, isLabel: boolean, wasOpen: boolean): boolean {
  if (/^(?:阅读量|浏览|分享|打印|收藏|Share)/.test(text)) return false;
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
    if (isApart(block) || (text.length <= SHORT && feet.test(text) && !isSentence(text))) start = at;
    else if (!(
      fragment.test(text) ||
      (text.length <= 12 && fragment.test((rest[at - 1] as Paragraph | undefined)?.text ?? ''))
    ))
      break;
  }
  return start;
}
