import type { SourceBlock } from '../block.ts';
import { typedNumber } from './numbers.ts';

/** A document without its lists of contents, and these. */
export interface WithoutContents {
  readonly blocks: readonly SourceBlock[];
  readonly contents: readonly SourceBlock[];
}

const heading = /^(?:目\s*[录錄次]|(?:table of )?contents|list of (?:tables|figures))$/i;
/** Leaders or a tab before a page number: 一、总体情况……3, 2.1 Grants .... 8. */
const withPage = /(?:[.．·・]{3}|…|[_—-]{4}|\t|\s{3})\s{0,20}[（(]?\s?(?:\d{1,4}|[ivx]{1,6})\s?[）)]?$/;
const beforePage = /^(?:\d{1,3}|[ivx]{1,6})(?:\s{2,}|\t)\S/;
const endPage = /[^\d.,%年月日\s]\s{0,20}\d{1,3}$/;
const page = /^(?:[-—–]?\s*\d{1,3}\s*[-—–]?|[ivx]{1,6})$/i;
const LONGEST = 80;

/** Whether a line is one of a list of contents by its leaders and page number. */
const isLed = (block: SourceBlock): boolean =>
  block.kind === 'table'
    ? block.rows.every((row) => row.length >= 2 && page.test((row.at(-1) ?? '').trim()))
    : withPage.test(block.text.trim()) && block.text.length <= 2 * LONGEST;

const isText = (text: string): boolean => text.length > LONGEST || /[。！？；]$|[.!?;]$/.test(text);

/** What entries and titles have in common. */
export const bareEntry = (text: string): string =>
  text
    .replace(withPage, '')
    .normalize('NFKC')
    .replaceAll(/[\s.．·…]/g, '')
    .replace(/\d{1,3}$/, '')
    .toLowerCase();

/**
 * Takes lists of contents out: what stands under their heading up to the text, and at least three lines with leaders and page
 * numbers. The page numbers of PDF stand on lines of their own, and its titles may be broken.
 */
export function withoutContents(blocks: readonly SourceBlock[]): WithoutContents {
  const last = lastPlaces(blocks);
  const dropped = new Set<SourceBlock>();
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as SourceBlock;
    const isHeading = block.kind === 'paragraph' && heading.test(block.text.trim());
    if (!isHeading && !isLed(block)) continue;
    const end = endOf(blocks, isHeading ? at + 1 : at, isHeading, last);
    const length = blocks
      .slice(at, end)
      .reduce((sum, each) => sum + (each.kind === 'table' ? each.rows.length : 1), 0);
    if (length < (isHeading ? 2 : 3)) continue;
    for (; at < end; at++) dropped.add(blocks[at] as SourceBlock);
    at--;
  }
  const contents = [...dropped];
  const kept = dropped.size === 0 ? blocks : blocks.filter((block) => !dropped.has(block));
  return { blocks: kept, contents };
}

/**
 * Makes headings of the lines that a list of contents names, where one of them has no number to tell it by, and the source marks
 * none: level by level as their numbers came in the list.
 */
export function withListedTitles(
  blocks: readonly SourceBlock[],
  contents: readonly SourceBlock[],
): readonly SourceBlock[] {
  if (
    contents.length < 3 ||
    blocks.some((block) => block.kind === 'paragraph' && block.heading !== undefined)
  )
    return blocks;
  const entries = contents.flatMap((block) =>
    block.kind === 'table' ? block.rows.map(([title = '']) => title) : [block.text],
  );
  const levels = new Map<string, number>();
  const patterns: string[] = [];
  for (const entry of entries) {
    const pattern = typedNumber(entry.trim())?.pattern ?? '';
    if (pattern !== '' && !patterns.includes(pattern)) patterns.push(pattern);
    if (!heading.test(entry.trim()) && bareEntry(entry) !== '' && !isAttachments(entry))
      levels.set(bareEntry(entry), pattern === '' ? 1 : patterns.indexOf(pattern) + 1);
  }
  const plain = entries.filter(
    (entry) => typedNumber(entry.trim()) === undefined && !heading.test(entry.trim()),
  );
  const lines = new Set(
    blocks.map((block) =>
      block.kind === 'table' || block.text.length > LONGEST ? '' : bareEntry(block.text),
    ),
  );
  if (!plain.some((entry) => lines.has(bareEntry(entry)))) return blocks;
  return blocks.map((block) => {
    const level =
      block.kind === 'paragraph' && block.text.length <= LONGEST
        ? levels.get(bareEntry(block.text))
        : undefined;
    return level === undefined || block.kind === 'table' || block.apart === true
      ? block
      : { ...block, heading: level };
  });
}

/** Where each short line stands for the last time: an entry stands there again, as a title. */
function lastPlaces(blocks: readonly SourceBlock[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  blocks.forEach((block, at) => {
    if (block.kind === 'paragraph' && block.text.length <= LONGEST)
      places.set(bareEntry((block.number ?? '') + block.text), at);
  });
  return places;
}

/** Where a list of contents ends that begins here. */
function endOf(
  blocks: readonly SourceBlock[],
  start: number,
  isHeaded: boolean,
  last: ReadonlyMap<string, number>,
): number {
  const seen = new Set<string>();
  let isPaged = false;
  for (let at = start; at < blocks.length; at++) {
    const block = blocks[at] as SourceBlock;
    const key = block.kind === 'table' ? '' : bareEntry((block.number ?? '') + block.text);
    const isPage = isLed(block) || (isHeaded && hasPage(block));
    if (!isPage && !(isHeaded && isEntry(blocks, at, key, { isPaged, seen, last }))) return at;
    if (!isLed(block) && seen.has(key)) return at;
    isPaged ||= isPage;
    seen.add(key);
  }
  return blocks.length;
}

/** Whether a line has a page number before or behind it, or is one. */
function hasPage(block: SourceBlock): boolean {
  if (block.kind === 'table') return false;
  const text = block.text.trim();
  if (isText(text)) return false;
  return page.test(text) || beforePage.test(text) || (endPage.test(text) && block.heading === undefined);
}

/** What is known where a line of a list is met: whether pages were named, the entries so far, and where lines come for the last time. */
interface Known {
  readonly isPaged: boolean;
  readonly seen: ReadonlySet<string>;
  readonly last: ReadonlyMap<string, number>;
}

/** Whether a line without a page is an entry: it comes again as a title; or a title of PDF goes on in it, and it is none of its own. */
function isEntry(
  blocks: readonly SourceBlock[],
  at: number,
  key: string,
  { isPaged, seen, last }: Known,
): boolean {
  const block = blocks[at] as SourceBlock;
  if (block.kind === 'table' || seen.has(key) || isText(block.text.trim())) return false;
  if (key !== '' && (last.get(key) ?? at) > at) return true;
  const [first = ''] = seen;
  if ((last.get(first) ?? 0) > at && isOfAttachments(blocks, at)) return true;
  return (
    isPaged && block.heading === undefined && block.text.trim().length <= 40 && beginsLike(blocks[at - 1])
  );
}

/** A list of attachments by its label, as it stands at the foot of a report and in its contents: 附件：1.项目表. */
const isAttachments = (text: string): boolean => /^附[件表][：:]/.test(text.trim());

/** Whether a line is the list of attachments in a list of contents, or one of its items. */
function isOfAttachments(blocks: readonly SourceBlock[], at: number): boolean {
  for (let above = at; above > Math.max(0, at - 20); above--) {
    const block = blocks[above];
    if (block?.kind !== 'paragraph') return false;
    if (isAttachments(block.text)) return true;
    if (typedNumber(block.text.trim()) === undefined) return false;
  }
  return false;
}

/** Whether a line opens an entry whose page number stands before it. */
const beginsLike = (block: SourceBlock | undefined): boolean =>
  block?.kind === 'paragraph' && beforePage.test(block.text.trim());
