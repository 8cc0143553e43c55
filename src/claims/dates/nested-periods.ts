import { monthNames } from '../../dates/calendar.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { signOf } from '../../reading/signs.ts';
import { between } from '../../reading/sentences.ts';
import { behindSign, type Claim, type ClaimReader } from '../claim.ts';
import { liesIn } from './stretches-of-year.ts';
import { toldOfTimes, type ToldOfTime } from './told-of-times.ts';

/** One thing counted over a longer and a shorter time. */
export interface NestedPeriods extends Claim {
  readonly outer: Quantity;
  readonly inner: Quantity;
  /** How the text names the two times. */
  readonly outerWords: string;
  readonly innerWords: string;
}

/** As many figures before one are compared with it. */
const NEAR = 6;

const sign = signOf(
  ...[
    '累计',
    '—20',
    '-20',
    '至20',
    '至今',
    '上半年',
    '下半年',
    '季度',
    '个月',
    '月',
    '年来',
    '期间',
    '以来',
    '全年',
    '五年',
    '三年',
    '季',
    '假',
    '汛期',
    '防火期',
    '采暖期',
    '供暖期',
    '年底',
    '年末',
  ],
  ...['half', 'quarter', 'months', 'year', ...monthNames.map((name) => name.toLowerCase())],
);

/** Figures of one thing of which one time lies within the other: 上半年培训300人，全年培训580人. */
export const nestedPeriods: ClaimReader<NestedPeriods> = behindSign(sign, ({ sentences }) => {
  const found: NestedPeriods[] = [];
  let told: ToldOfTime[] = [];
  for (const sentence of sentences) {
    if (sentence.within) continue;
    for (const each of toldOfTimes(sentence)) {
      for (const other of told) {
        const pair = nest(other, each) ?? nest(each, other);
        if (pair) found.push(pair);
      }
      told = [...told.slice(1 - NEAR), each];
    }
  }
  return found;
});

function nest(outer: ToldOfTime, inner: ToldOfTime): NestedPeriods | undefined {
  if (outer.figure.family !== inner.figure.family || !liesIn(inner.stretch, outer.stretch)) return undefined;
  if (outer.stretch.words === '累计' && !isPartOf(outer, inner)) return undefined;
  if (outer.stretch.kind !== 'years' && !areOfOneYear(outer, inner)) return undefined;
  if (!areOfOne(outer.label, inner.label) && !isLeftOut(outer, inner)) return undefined;
  if (areOfOthers(outer, inner)) return undefined;
  return {
    outer: outer.figure,
    inner: inner.figure,
    outerWords: outer.stretch.words,
    innerWords: inner.stretch.words,
    figures: [outer.figure, inner.figure],
  };
}

/** Whether 其中 leads from one figure of a sentence to another. */
const isPartOf = ({ figure: a, sentence }: ToldOfTime, { figure: b, sentence: other }: ToldOfTime): boolean =>
  sentence !== undefined && sentence === other && between(sentence, a.span[1], b.span[0]).includes('其中');

/** Whether two figures are of one year; an English text leaves it out where it is the same. */
export const areOfOneYear = (
  { stretch: { year: a }, label }: ToldOfTime,
  { stretch: { year: b } }: ToldOfTime,
): boolean =>
  (a ?? '') === (b ?? '') || (!/\p{Script=Han}/u.test(label) && (a === undefined || b === undefined));

/** Whether two labels name one thing: the same words, or in English those of one among those of the other, with the noun. */
export function areOfOne(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  if (/\p{Script=Han}/u.test(a)) return a === b;
  const [one, two] = [a, b].map((label) => new Set(label.split(' ')));
  const [small, large] = (one?.size ?? 0) < (two?.size ?? 0) ? [one, two] : [two, one];
  return [...(small ?? [])].every((word) => large?.has(word));
}

/** Whether the later of two figures of a sentence leaves out what it counts: 上半年受理劳动争议案件1860件，全年受理1640件. */
function isLeftOut(a: ToldOfTime, b: ToldOfTime): boolean {
  if (a.sentence === undefined || a.sentence !== b.sentence || a.figure.unit !== b.figure.unit) return false;
  // 截至4月底…，截至8月底…: a sum that grows, of which another rule tells
  if ([a, b].every(({ stretch }) => /^[截到]/.test(stretch.words))) return false;
  const [first, later] = a.figure.span[0] < b.figure.span[0] ? [a, b] : [b, a];
  if (later.label.length === 1 || later.label.length >= first.label.length) return false;
  if (later.label === '' && (first.behind ?? '') !== '') return false;
  return first.label.startsWith(later.label) || first.label.endsWith(later.label);
}

/** Whether two figures name what they count behind them, and not the same: 发放3.6亿元贷款, 发放2.1亿元补贴. */
const areOfOthers = ({ behind: a = '' }: ToldOfTime, { behind: b = '' }: ToldOfTime): boolean =>
  a !== '' && b !== '' && a.slice(0, 2) !== b.slice(0, 2);
