import { add, meet } from '../../quantity/value/interval.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { signOf } from '../../reading/signs.ts';
import type { Sentence } from '../../reading/sentences.ts';
import { behindSign, type Claim, type ClaimReader } from '../claim.ts';
import { areOfOne, areOfOneYear } from './nested-periods.ts';
import { toldOfTimes, type ToldOfTime } from './told-of-times.ts';

/** One thing counted in each part of a time, and in all of it: four quarters and the year. */
export interface PeriodSum extends Claim {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  readonly totalWords: string;
}

const sign = signOf('half', 'quarter', 'months', 'q1', 'h1', 'to june', 'to december', '季度', '半年');

/** As many figures before a total, or behind it, may be its parts. */
const NEAR = 6;

/** Totals of times with all their parts: 86 claims in Q1, 92 in Q2, 75 in Q3 and 80 in Q4, 333 in the year. */
export const periodSums: ClaimReader<PeriodSum> = behindSign(sign, ({ sentences }) => {
  const found: PeriodSum[] = [];
  let told: ToldOfTime[] = [];
  for (const sentence of sentences) {
    if (sentence.within || !isEnglish(sentence)) continue;
    const own = toldOfTimes(sentence);
    for (const [at, total] of own.entries()) {
      const near = [...told, ...own.slice(0, at)].slice(-NEAR);
      const parts = partsOf(total, near) ?? partsOf(total, own.slice(at + 1, at + 1 + NEAR));
      if (parts)
        found.push({
          total: total.figure,
          parts,
          totalWords: total.stretch.words,
          figures: [total.figure, ...parts],
        });
    }
    told = [...told, ...own].slice(-NEAR);
  }
  return found;
});

const isEnglish = ({ text }: Sentence): boolean => !/\p{Script=Han}/u.test(text);

/** The figures whose times follow one another and fill that of a total, each once. */
function partsOf(total: ToldOfTime, near: readonly ToldOfTime[]): readonly Quantity[] | undefined {
  const { from, to, kind } = total.stretch;
  if (kind !== 'months') return undefined;
  const inner = near
    .filter(
      (each) =>
        each.stretch.kind === 'months' &&
        each.figure.family === total.figure.family &&
        (each.stretch.from !== from || each.stretch.to !== to) &&
        areOfOneYear(total, each) &&
        areOfOne(total.label, each.label),
    )
    .sort((a, b) => a.stretch.from - b.stretch.from);
  const fills = inner.every(
    ({ stretch }, at) => stretch.from === (inner[at - 1]?.stretch.to ?? from - 1) + 1,
  );
  return inner.length > 1 && fills && inner.at(-1)?.stretch.to === to
    ? inner.map(({ figure }) => figure)
    : undefined;
}

/** Whether the parts of a time make what is told of all of it. */
export const isSumOfTimes = ({ total, parts }: PeriodSum): boolean =>
  meet(parts.map(({ interval }) => interval).reduce(add), total.interval);
