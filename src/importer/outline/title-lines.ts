import type { Paragraph, SourceBlock } from '../block.ts';
import { isSourceLine, isTextLine, isTrail } from '../text/source-lines.ts';
import { outlineNumber, printed } from './sections.ts';
import { bareEntry } from './contents.ts';
import { isAnnexTitle, isPartTitle } from './titles.ts';
import { isCoverLine, namesBody, namesEnglishBody } from './cover-lines.ts';
import { Traced } from '../text/traced.ts';
import { tracedText } from '../text/traced-blocks.ts';

/** The lines of a title, one after another, and their text. */
export interface TitleLines {
  readonly start: number;
  readonly end: number;
  readonly text: Traced;
}

const titles =
  /(?:总结|报告|计划|要点|(?:招标|投标|采购|磋商|谈判|申报|评审)文件|年报|年鉴|公报|公告|摘要|综述|通报|白皮书|汇报|打算|思路|安排|情况分析|的(?:通知|函|请示|意见)|[Rr]eport|REPORT|[Rr]eview|REVIEW|[Ss]ummary|SUMMARY|[Pp]lan|PLAN)(?:,? (?:FY ?)?20\d{2}(?:[/–-]\d{2,4})?)?(?:[（(][^（）()]{0,12}[）)])?$/;
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

/** A bare word that a title may end with, which by itself is the title of a part. */
const isBarePart = (text: string): boolean => !/\d/.test(text) && isPartTitle(text);

/** What may be the title of a document: a line that is neither a number nor a source. */
const isTitle = (block: SourceBlock | undefined): block is Paragraph =>
  block?.kind === 'paragraph' &&
  block.apart !== true &&
  outlineNumber(block) === undefined &&
  block.number === undefined &&
  isTitleLike(block.text) &&
  !isAnnexTitle(block.text);

/**
 * The title: a heading of the first level, unless a line before it ends as titles do; else the first line that is short and no
 * number. Behind a sentence, a chapter or a table only headings that stand alone on their level are one.
 */
export function titleLines(
  blocks: readonly SourceBlock[],
  contents: readonly SourceBlock[],
): TitleLines | undefined {
  const only = onlyNumbered(blocks) ?? excerptTitle(blocks);
  if (only !== undefined) return only;
  const end = blocks.findIndex(
    (block) =>
      block.kind === 'table' ||
      block.text.length > 100 ||
      isChapter(block) ||
      (block.apart !== true && isTextLine(block.text)),
  );
  const head = blocks.slice(0, end === -1 ? HEAD : end);
  const listed = listedHeadings(blocks, contents);
  const marked = head.findIndex((block) => isTitle(block) && block.heading === 1 && !listed.has(block));
  const at = isUnderBody(head[marked], head[marked + 1])
    ? marked + 1
    : (titleIn(blocks, head, marked) ?? lateTitle(blocks, head.length, listed));
  return at === undefined || listed.has(blocks[at] as SourceBlock) ? undefined : joined(blocks, at);
}

/** Where the title stands in the lines before the text. */
function titleIn(
  blocks: readonly SourceBlock[],
  head: readonly SourceBlock[],
  marked: number,
): number | undefined {
  const find = (is: (block: Paragraph) => boolean): number =>
    head.findIndex((block) => isTitle(block) && is(block));
  const isPlain = ({ text }: Paragraph): boolean => !isSourceLine(text.trim()) && text.trim().length > 4;
  const fallback = find(isPlain);
  const plain = find((block) => isPlain(block) && block.heading === undefined && !isCoverLine(block.text));
  const found = find(({ text }) => titles.test(text.trim()));
  // 总结 below another line is a part of it
  const named = found > plain && plain !== -1 && isBarePart((head[found] as Paragraph).text) ? -1 : found;
  const isCover = named !== -1 && named < marked && !isOnlyHeading(blocks, head[marked]);
  return [marked === -1 || isCover ? -1 : marked, named, plain, fallback].find((place) => place !== -1);
}

/** Whether a heading of the first level is the name of a body, and the one below it what the report is called. */
const isUnderBody = (top: SourceBlock | undefined, below: SourceBlock | undefined): boolean =>
  isTitle(top) &&
  isTitle(below) &&
  (below.heading ?? 3) <= 2 &&
  titles.test(below.text.trim()) &&
  !titles.test(top.text.trim()) &&
  !isBarePart(below.text) &&
  (namesEnglishBody(top.text) || namesBody(top.text));

/** Headings of the first level that a list of contents names together with others, and lines like one: they are chapters. */
function listedHeadings(
  blocks: readonly SourceBlock[],
  contents: readonly SourceBlock[],
): ReadonlySet<SourceBlock> {
  const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.heading === 1);
  const tops = blocks.filter(
    (block): block is Paragraph => block.kind === 'paragraph' && block.heading === 1 && block.apart !== true,
  );
  if (tops.length < 2) return new Set();
  const lines = [...contents, ...blocks.slice(0, first)].flatMap((block) =>
    block.kind === 'table'
      ? block.rows.map(([title = '']) => title)
      : block.text.length > 100
        ? []
        : [block.text],
  );
  const entries = new Set(lines.map(bareEntry));
  const listed = tops.filter(({ text }) => entries.has(bareEntry(text)));
  return new Set(listed.length > 1 ? listed : []);
}

/** A title behind a note to those who fill a form in: a heading of the first level that has no other beside it. */
function lateTitle(
  blocks: readonly SourceBlock[],
  from: number,
  listed: ReadonlySet<SourceBlock>,
): number | undefined {
  const at = blocks.findIndex(
    (block) => block.kind === 'paragraph' && block.heading === 1 && block.apart !== true,
  );
  if (at < from || at > HEAD) return undefined;
  if (blocks.slice(0, at).some((block) => block.kind === 'table' || isChapter(block))) return undefined;
  let end = at;
  while (isTitle(blocks[end]) && (blocks[end] as Paragraph).heading === 1) end++;
  const isAlone = blocks
    .slice(end)
    .every((block) => block.kind === 'table' || block.apart === true || block.heading !== 1);
  return isAlone && end > at && end - at <= 3 && !listed.has(blocks[at] as SourceBlock) ? at : undefined;
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
function joined(blocks: readonly SourceBlock[], at: number): TitleLines {
  const lineAt = (index: number): Paragraph | undefined => {
    const block = blocks[index];
    return isTitle(block) ? block : undefined;
  };
  let [start, end] = [at, at + 1];
  const hangs = (before: Paragraph | undefined, line: Paragraph): boolean =>
    before !== undefined &&
    ((line.heading !== undefined && before.heading === line.heading && isOneTitle(before)) ||
      (namesBody(before.text) && ofBody.test(line.text.trim())) ||
      (before.heading === line.heading &&
        !isSourceLine(before.text.trim()) &&
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

/** What a report is called that says neither its year nor whose it is: the line above it does. */
const ofBody =
  /^(?:(?:政府|年度)?工作(?:报告|总结|要点|计划|汇报)|关于.{4,60}的(?:报告|通知|总结|汇报|函|请示|意见))$/u;

/** Whether two headings of one level, one right below the other, are the lines of one title, and not a title and a chapter. */
const isOneTitle = (before: Paragraph): boolean => before.heading === 1 && !titles.test(before.text.trim());
