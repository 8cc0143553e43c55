import type { Paragraph, SourceBlock } from './block.ts';
import { outlineNumber, printed } from './sections.ts';
import { isAnnexTitle } from './titles.ts';
import { isCoverLine } from './cover-lines.ts';
import { Traced } from './traced.ts';
import { tracedText } from './traced-blocks.ts';

/** The lines of a title, one after another, and their text. */
export interface TitleLines {
  readonly start: number;
  readonly end: number;
  readonly text: Traced;
}

const titles =
  /(?:总结|报告|计划|要点|年报|年鉴|公报|公告|摘要|综述|通报|白皮书|汇报|打算|思路|安排|情况分析|[Rr]eport|REPORT|[Rr]eview|REVIEW|[Ss]ummary|SUMMARY|[Pp]lan|PLAN)(?:,? (?:FY ?)?20\d{2}(?:[/–-]\d{2,4})?)?(?:[（(][^（）()]{0,12}[）)])?$/;
/** How a line begins that says where a page is from, when and by whom. */
export const labels =
  /^(?:[【[]|来源|信息来源|稿件来源|发布|发表|更新|时间|日期|作者|浏览|阅读|点击|字[体号]|分享|打印|收藏|编辑|责任编辑|审核|当前位置|您?所在位置|索引号|Source:|Published|Posted|Share)/;
/** Steps of a path through a site: 首页 > 政务公开. */
export const isTrail = (text: string): boolean =>
  /^(?:首页|主页|网站首页|当前位置|Home)\s*[>＞»›→/|]/.test(text) || /[>＞»›].*[>＞»›]/.test(text);
/** A year by itself, which goes on with the title above it: Fiscal Year 2025, （2025年度）. */
const yearLine =
  /^(?:[（(]?(?:20\d{2}(?:\s*[—–～~/-]\s*(?:20)?\d{2})?(?:学?年度?|财年)?)[）)]?|(?:for )?(?:the )?(?:FY ?|(?:fiscal|financial|school|academic) year )(?:20)?\d{2}(?:\s*[/–-]\s*(?:20)?\d{2})?)$/i;
const SHORT = 60;
const HEAD = 40;

/** A line of several labels with their values: a code of securities, a short name. */
const isLabels = (text: string): boolean => /[\s\u3000]{2}/.test(text) && text.split(/[：:]/).length > 2;

const isTitleLike = (text: string): boolean =>
  text.trim().length <= SHORT &&
  !/[。；;]|[：:]$|^\s*\d+[.、]|(?<!\b(?:Ltd|Inc|Co|Corp|Bros|plc))[a-z)]\.\s*$/.test(text) &&
  !isLabels(text) &&
  !isTrail(text.trim());

/** The title: a heading of the first level, unless a line before it ends as titles do; else the first line that is short and no number. */
export function titleLines(blocks: readonly SourceBlock[]): TitleLines | undefined {
  const end = blocks.findIndex(
    (block) => block.kind === 'table' || block.text.length > 100 || isChapter(block),
  );
  const head = blocks.slice(0, end === -1 ? HEAD : end);
  const isTitle = (block: SourceBlock): block is Paragraph =>
    block.kind === 'paragraph' &&
    block.apart !== true &&
    outlineNumber(block) === undefined &&
    block.number === undefined &&
    isTitleLike(block.text) &&
    !isAnnexTitle(block.text);
  const only = onlyNumbered(blocks) ?? excerptTitle(blocks);
  if (only !== undefined) return only;
  const named = head.findIndex((block) => isTitle(block) && titles.test(block.text.trim()));
  const marked = head.findIndex((block) => isTitle(block) && block.heading === 1);
  const isCover = named !== -1 && named < marked && !isOnlyHeading(blocks, head[marked]);
  const plain = (): number =>
    head.findIndex(
      (block) =>
        isTitle(block) &&
        block.heading === undefined &&
        !labels.test(block.text.trim()) &&
        block.text.trim().length > 4 &&
        !isCoverLine(block.text),
    );
  const fallback = (): number =>
    head.findIndex(
      (block) => isTitle(block) && !labels.test(block.text.trim()) && block.text.trim().length > 4,
    );
  const at =
    marked !== -1 && !isCover ? marked : named !== -1 ? named : plain() === -1 ? fallback() : plain();
  return at === -1 ? undefined : joined(blocks, at, isTitle);
}

/** A heading with a number that is the only one of its level, at the beginning, and called as a report is: a title with a number. */
function onlyNumbered(blocks: readonly SourceBlock[]): TitleLines | undefined {
  const at = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.heading !== undefined && block.apart !== true,
  );
  const first = blocks[at];
  if (first?.kind !== 'paragraph' || first.heading !== 1 || first.number !== undefined) return undefined;
  const isTitle = outlineNumber(first)?.value === 1 && titles.test(first.text.trim());
  if (at > 3 || !isTitle || !isOnlyHeading(blocks, first)) return undefined;
  const pattern = outlineNumber(first)?.pattern;
  const comesAgain = blocks.some(
    (block) => block.kind === 'paragraph' && block !== first && outlineNumber(block)?.pattern === pattern,
  );
  return comesAgain ? undefined : { start: at, end: at + 1, text: tracedText(first).trim() };
}

/** The number of a chapter by itself that stands at the very beginning, and is not the first: the title of an excerpt, with its number. */
function excerptTitle(blocks: readonly SourceBlock[]): TitleLines | undefined {
  const at = blocks.findIndex((block) => block.kind === 'table' || block.apart !== true);
  const first = blocks[at];
  if (first?.kind !== 'paragraph' || !isTitleLike(first.text.trim().replace(/^\d+[.、]/, '')))
    return undefined;
  const number = outlineNumber(first);
  const isChapter = first.heading === 1 || /^第?一(?:[、．.]|部分|[章篇编])/.test(number?.pattern ?? '');
  if (number === undefined || number.value < 2 || !isChapter || blocks.length === at + 1) return undefined;
  const isAlone = blocks.every(
    (block) =>
      block === first ||
      block.kind === 'table' ||
      ((block.heading ?? 9) > (first.heading ?? 8) && outlineNumber(block)?.pattern !== number.pattern),
  );
  if (!isAlone) return undefined;
  const text = tracedText(first).trim();
  const whole = first.number === undefined ? text : Traced.join([new Traced(printed(first.number)), text]);
  return { start: at, end: at + 1, text: whole };
}

/** Whether a paragraph opens a chapter or an item: what follows is the text. */
function isChapter(block: SourceBlock): boolean {
  if (block.kind === 'table') return false;
  const number = outlineNumber(block);
  if (number === undefined || block.apart === true) return false;
  if (block.heading !== undefined || /^(?:一、|（一）|第一)/.test(block.text)) return true;
  // numbered lines up to this length at the top of a page are a menu rather than the first section
  return number.value <= 1 && (block.text.length > 12 || block.typed !== undefined);
}

/** Whether no other heading stands as high. */
const isOnlyHeading = (blocks: readonly SourceBlock[], heading: SourceBlock | undefined): boolean =>
  blocks.every((block) => block === heading || block.kind === 'table' || block.heading !== 1);

/** A title with the lines that it is broken into: headings of its level right beside it, a beginning that it hangs on, a year below. */
function joined(
  blocks: readonly SourceBlock[],
  at: number,
  isTitle: (block: SourceBlock) => block is Paragraph,
): TitleLines {
  const lineAt = (index: number): Paragraph | undefined => {
    const block = blocks[index];
    return block && isTitle(block) ? block : undefined;
  };
  let [start, end] = [at, at + 1];
  const hangs = (before: Paragraph | undefined, line: Paragraph): boolean =>
    before !== undefined &&
    ((line.heading !== undefined && before.heading === line.heading && isOneTitle(before)) ||
      (before.heading === line.heading &&
        !labels.test(before.text.trim()) &&
        (/(?:关于|[的和与及暨、—])$/.test(before.text.trim()) ||
          /^(?:的|和|与|及|暨|情况的|工作的)/.test(line.text.trim()))));
  while (hangs(lineAt(start - 1), blocks[start] as Paragraph)) start--;
  while (end - start < 4) {
    const next = lineAt(end);
    if (next === undefined) break;
    const isYear = yearLine.test(next.text.trim()) && (next.heading === undefined || next.heading <= 2);
    const after = blocks[end + 1];
    // what nothing follows is no second line
    if (!isYear && (after === undefined || !hangs(blocks[end - 1] as Paragraph, next))) break;
    end++;
  }
  const lines = blocks.slice(start, end).map((block) => tracedText(block as Paragraph).trim());
  const pieces = lines.flatMap((line, index) => {
    const before = lines[index - 1]?.text;
    const needsBlank = before !== undefined && /[\x21-\x7E]$/.test(before) && /^[\x21-\x7E]/.test(line.text);
    return needsBlank ? [new Traced(' '), line] : [line];
  });
  return { start, end, text: Traced.join(pieces) };
}

/** Whether two headings of one level, one right below the other, are the lines of one title, and not a title and a chapter. */
const isOneTitle = (before: Paragraph): boolean => before.heading === 1 && !titles.test(before.text.trim());
