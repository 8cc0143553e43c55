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
