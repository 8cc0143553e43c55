import type { Span } from '../quantity/value/formula.ts';
import type { TextAlone } from '../reading/text-alone.ts';

/** A year that a text names as the one that something happened in. */
export interface YearNamed {
  readonly year: number;
  readonly span: Span;
}

/** Years in which a text says that something happened; not those that it compares with, counts from, or names in titles and numbers of documents. */
export function yearsOfEvents({ text }: TextAlone): readonly YearNamed[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  const plain = text.replaceAll(/《[^《》\n]*》|〔[^〔〕\n]*〕/g, (found) => '\uFFFC'.repeat(found.length));
  return [
    ...plain.matchAll(
      /(?<![\d比较自从至到与和同—～~-])((?:19|20)\d\d)年(?!以来|至|到|前|起|度?[—～~-]|增|减)|(?<=\b[IiD]n |\bduring |\bDuring )((?:19|20)\d\d)(?![\d–—-])/g,
    ),
  ].map(({ 0: all, 1: zh, 2: en, index }) => ({
    year: Number(zh ?? en),
    span: [index, index + all.length] as const,
  }));
}

/** 今年 and 去年, where no year beside them says which is meant. */
export function relativeYears({ text }: TextAlone): readonly Span[] {
  return [...text.matchAll(/今年|去年/g)]
    .filter(({ 0: found, index }) => !/^[（(]\d{4}/.test(text.slice(index + found.length)))
    .map(({ 0: found, index }): Span => [index, index + found.length]);
}

/** Whether a text writes a day with its year. */
export const hasFullDay = ({ text }: TextAlone): boolean => /\d{4}年\d{1,2}月\d{1,2}日/.test(text);

/** 11月16日 in a paragraph that has named no year before: in a report that appears a year later, of which year it is, is left to guess. */
export function yearlessDays({ text }: TextAlone): readonly Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const year = line.search(/(?:19|20)\d\d年|今年|去年|当年|次年|同年/);
    for (const { 0: day, index } of line.matchAll(days))
      if (year === -1 || year > index) found.push([start + index, start + index + day.length]);
    start += line.length + 1;
  }
  return found;
}
/** Not the day that something falls on each year: 每年5月12日, 12月4日国家宪法日. */
const days =
  /(?<![\d年每])(?:1[0-2]|[1-9])月(?:3[01]|[12]\d|[1-9])(?:日|(?=[—～-]\d{1,2}日))(?!(?:是|为)?(?:世界|国际|全国|国家|中国|“))/g;

/** The year of the plan in a title that names a summary, too: 2017年工作总结和2018年工作计划. */
export function planYearOfTitle({ text }: TextAlone): YearNamed | undefined {
  const zh =
    /总结|报告|回顾|情况/.test(text) &&
    /(?<![\d—～~-])((?:19|20)\d\d)年?[^\d年]{0,10}(?:计划|打算|安排|要点|思路)/.exec(text);
  const found = zh || /\bplans? for ((?:19|20)\d\d)(?![\d–—-])/i.exec(text);
  if (!found) return undefined;
  const start = found.index + found[0].indexOf(found[1] ?? '');
  return { year: Number(found[1]), span: [start, start + 4] };
}
