import type { PartKind } from '../assets.ts';
import type { Span } from '../quantity/value/formula.ts';
import { statementEnds, statementSpans } from '../reading/statements.ts';

/** A year or date of a text that is not the one that has to stand there. */
export interface LeftYear {
  readonly span: Span;
  readonly text: string;
  /** The year that belongs there. */
  readonly right: number;
}

/** A year by itself: not one of a document’s name or number, of a slogan, or of a range. */
const standing =
  /《[^》]{1,120}》|“[^”]{1,60}”|〔[^〕]{1,20}〕|"[^"]{1,60}"|(?:19|20)\d{2}年?[—–～~至/-]+\d{2,4}|(?<![\dA-Za-z—–～~/.-])((?:19|20)\d{2})(?![\dA-Za-z—–～~/]|年[代级]|学年|-\d| (?:school|academic) year)/g;

interface Standing {
  readonly year: number;
  readonly at: number;
}

const yearsIn = (text: string): readonly Standing[] =>
  [...text.matchAll(standing)].flatMap(({ 1: year, index }) =>
    year === undefined ? [] : [{ year: Number(year), at: index }],
  );

const left = ({ year, at }: Standing, right: number): LeftYear => ({
  span: [at, at + 4],
  text: String(year),
  right,
});

const planWord =
  /^年?(?:度)?[\p{Script=Han}]{0,6}?(?:计划|打算|安排|思路|要点)|^ (?:work )?(?:plan|outlook|priorities)\b/iu;
const beforePlan = /\b(?:plans?|outlook|priorities) (?:for|of) $/i;

/** A year that stands in a title by itself; the one after it belongs there. */
export function leftYear(title: string, year: number): LeftYear | undefined {
  const found = yearsIn(title).find((each) => each.year === year);
  return found && left(found, year + 1);
}

/** The year of last year’s report in the title of this year’s: the only one, or the one of the summary beside that of the plan. */
export function leftInTitle(title: string, year: number): LeftYear | undefined {
  const years = yearsIn(title);
  const last = years.find((each) => each.year === year - 1);
  if (last === undefined) return undefined;
  if (years.every((each) => each.year === year - 1)) return left(last, year);
  const planned = years.find((each) => each.year === year);
  const isPlan =
    planned && (planWord.test(title.slice(planned.at + 4)) || beforePlan.test(title.slice(0, planned.at)));
  return isPlan && !years.some((each) => each.year > year) ? left(last, year) : undefined;
}

/** A year in the title of a part that is not the one it speaks of: last year in a summary, the year itself in a plan. */
export function leftInPart(title: string, kind: PartKind, year: number): LeftYear | undefined {
  const years = yearsIn(title);
  const [first] = years;
  const right = kind === 'plan' ? year + 1 : year;
  if (first === undefined || (kind !== 'plan' && kind !== 'summary')) return undefined;
  return years.every((each) => each.year < right && each.year >= year - 1) ? left(first, right) : undefined;
}

const spoken: Readonly<Partial<Record<PartKind, readonly RegExp[]>>> = {
  summary: [
    /^\d{4}年度?的?(?:工作|主要|重点|总体|完成|总结|回顾|取得)/,
    /^(?:summary|review|results|achievements|work|performance|overview|main work) (?:of|in|for) \d{4}$/i,
    /^\d{4} (?:in review|results|work|performance|achievements)\b/i,
  ],
  plan: [
    /^\d{4}年度?的?(?:工作|主要|重点|总体|目标|计划|打算|安排|思路)/,
    /^(?:plans?|priorities|outlook|goals|objectives|work) (?:for|in|of) \d{4}$/i,
    /^\d{4} (?:plans?|priorities|outlook|goals|objectives|work)\b/i,
  ],
};

/** The same of the title of a section that speaks of a whole year’s work: 2017年主要工作, never 2017年遗留问题. */
export const leftInSection = (title: string, kind: PartKind, year: number): LeftYear | undefined =>
  spoken[kind]?.some((pattern) => pattern.test(title.trim())) ? leftInPart(title, kind, year) : undefined;

const opening =
  /^\s*(?:回顾)?(?:(?:过去|刚刚过去)的)?((?:19|20)\d{2})年度?(?=[，,]|是|全[市省县区国校局系]|我[市省县区校局们院]|在)|^\s*(?:In|During|Throughout|Over|For) ((?:19|20)\d{2})(?=,| (?:we|the|our)\b)/;

/** Last year at the opening of a summary, as if it were the year reported on; the whole text names no other. */
export function leftAtOpening(text: string, year: number): LeftYear | undefined {
  const match = opening.exec(text);
  const found = match?.[1] ?? match?.[2];
  if (match === null || found === undefined || Number(found) !== year - 1) return undefined;
  if (text.includes(String(year)) || /今年|本年|\bthis year\b/i.test(text)) return undefined;
  const at = match[0].indexOf(found);
  return left({ year: year - 1, at }, year);
}

const when = (here: string, english: string): RegExp =>
  new RegExp(
    [
      `(?:${here})(?:[（(]((?:19|20)\\d{2})年?[）)]|[（(即]?((?:19|20)\\d{2})年(?![级代龄]|以来|起))`,
      `((?:19|20)\\d{2})年[（(]即?(?:${here})[）)]`,
      `\\b(?:${english}) \\(((?:19|20)\\d{2})\\)`,
    ].join('|'),
    'gi',
  );

/** Words for a year, with how far it is from the report’s; each is sought where a text holds one of its signs. */
const relative: readonly (readonly [words: RegExp, offset: number, signs: readonly string[]])[] = [
  [when('今年|本年度?', 'this year'), 0, ['今年', '本年']],
  [when('去年|上年|上一年', 'last year|the year before'), -1, ['去年', '上年', '上一年']],
  [when('明年|下年|下一年', 'next year'), 1, ['明年', '下年', '下一年']],
];

const thisYear = /(?<!至)今年|本年度/;

/** Years that contradict 今年, 去年, 明年 beside them, or a day of last year up to which 今年 is counted. */
export function leftBesideWords(text: string, year: number): readonly LeftYear[] {
  const found: LeftYear[] = [];
  const isEnglish = /year/i.test(text);
  for (const [words, offset, signs] of relative) {
    if (!isEnglish && !signs.some((sign) => text.includes(sign))) continue;
    for (const match of text.matchAll(words)) {
      const written = match.slice(1).find((group) => group !== undefined) ?? '';
      const at = match.index + match[0].indexOf(written);
      // written in January, this year may be the one after that reported on
      if (Number(written) < year + offset) found.push(left({ year: Number(written), at }, year + offset));
    }
  }
  for (const [start, end] of thisYear.test(text) ? statementSpans({ text, ends: statementEnds(text) }) : []) {
    const sentence = text.slice(start, end);
    const counted = thisYear.test(sentence) ? /截[至止]到?((?:19|20)\d{2})年/.exec(sentence) : null;
    if (counted && Number(counted[1]) === year - 1)
      found.push(left({ year: year - 1, at: start + counted.index + counted[0].length - 5 }, year));
  }
  return found;
}
