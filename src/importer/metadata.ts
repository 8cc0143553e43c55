import type { Language } from '../diagnostic.ts';
import type { Outline } from './outline.ts';
import type { Stripped } from './chrome.ts';
import { onCalendar } from './on-calendar.ts';

/** What a document says of itself; what it does not say is left to a person. */
export interface Metadata {
  readonly language: Language;
  readonly year: number;
  /** Whether the year is no more than a guess from the text. */
  readonly yearGuessed: boolean;
  /** The day that the signature or the line on the source gives, as YYYY-MM-DD. */
  readonly signed: string | undefined;
  readonly posted: string | undefined;
  /** The body that the line on the source or the signature names. */
  readonly source: string | undefined;
}

/** Reads language, year, dates and source; `fallback` is the year where the text names none. */
export function metadataOf(
  text: string,
  { title = '', left }: Stripped,
  outline: Outline,
  fallback: number,
): Metadata {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/[A-Za-z]+/g)?.length ?? 0;
  const summary = outline.list.find(({ kind }) => kind === 'summary');
  const titles = [summary?.title, ...(summary?.sections ?? []).map((section) => section.title), title].map(
    (each) => each ?? '',
  );
  // a plan by itself belongs to the report on the year before
  const planned = outline.list.some(({ kind }) => kind === 'summary') ? undefined : latest(title);
  const named = yearOfSummary(titles) ?? (planned === undefined ? latest(title) : planned - 1);
  const lines = (why: string): string =>
    left.flatMap((each) => (each.why === why ? [each.text] : [])).join('\n');
  return {
    language: han >= latin ? 'zh' : 'en',
    year: named ?? mostFrequentYear(text) ?? fallback,
    yearGuessed: named === undefined || named === (planned ?? 0) - 1,
    signed: dayIn(lines('signature')),
    posted: dayIn(lines('source-line')),
    source:
      /(?:来源|发布单位|发布机构|Source)[:：]\s*([^\s:：]{2,30})/.exec(lines('source-line'))?.[1] ??
      signer(lines('signature')),
  };
}

const year = /(?<!\d)20\d{2}(?!\d)/g;

/** The year that stands beside 总结 or its like; a plan’s year is one later. */
function yearOfSummary(titles: readonly string[]): number | undefined {
  for (const title of titles) {
    const found = /(20\d{2})年?(?:度|上半年)?[^\d]{0,12}(?:总结|回顾|述职)/.exec(title)?.[1];
    const english = /\b(?:summary|review|performance report|annual report)\b[^\d]{0,20}(20\d{2})/i.exec(
      title,
    )?.[1];
    if ((found ?? english) !== undefined) return Number(found ?? english);
  }
  return undefined;
}

const latest = (title: string): number | undefined =>
  title
    .match(year)
    ?.map(Number)
    .sort((a, b) => b - a)[0];

function mostFrequentYear(text: string): number | undefined {
  const counts = new Map<string, number>();
  for (const [found] of text.matchAll(year)) counts.set(found, (counts.get(found) ?? 0) + 1);
  const [best] = [...counts].sort(([a, x], [b, y]) => y - x || Number(b) - Number(a));
  return best && Number(best[0]);
}

function dayIn(text: string): string | undefined {
  const [, y, m = '', d = ''] = /(20\d{2}) ?[-/年.] ?(\d{1,2}) ?[-/月.] ?(\d{1,2})/.exec(text) ?? [];
  return onCalendar(y && `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
}

const signer = (text: string): string | undefined =>
  text
    .split('\n')
    .find((line) => line.trim() !== '' && !/\d/.test(line))
    ?.trim();
