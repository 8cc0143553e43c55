import type { Quantity } from '../../quantity/value/quantity.ts';
import { divide, meet } from '../../quantity/value/interval.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { isPair, isRate, type RateClaim } from './rate-figures.ts';

/** A count with the share that it is, right behind it: 幼儿园148所，占70.5%. */
interface Share {
  readonly part: Quantity;
  readonly rate: Quantity;
}

/** Between a count and its share; a share of something that is named here is of that. */
const itsShare = /^[，,、]?(?:约?占比?|占总[数人量额]数?的?|占全部的?|比例|占比)(?:分别)?(?:为|达到?)?$/u;
/** Between a share and the count of the next: 中 and 其中 would lead to a part of that part. */
const goesOn = /^[；;，,、](?!其中)(?:(?!其中|[中里内]有|其他方面)[\p{Script=Han}“”（）]){1,16}$/u;

/**
 * Shares of one whole in a row: 民办学校210所，其中幼儿园148所，占70.5%；小学41所，占19.5%；初中21所，占10.0%. What the whole of the others is, the
 * first or most of them show.
 */
export function* sharesAlike(sentence: Sentence): Generator<RateClaim> {
  if (!sentence.text.includes('占')) return;
  const { figures } = sentence;
  for (let at = 1; at + 3 < figures.length; at++) {
    const row = rowFrom(sentence, at);
    const whole = figures[at - 1];
    if (row.length < 2 || whole === undefined) continue;
    const claims = row.map(({ part, rate }): RateClaim => ({ part, rate, whole }));
    if (claims.every(({ part }) => isPair(part, whole) && part.number.compare(whole.number) <= 0)) {
      const fitting = claims.filter(fits).length;
      const isShown = claims[0] && fits(claims[0]) ? fitting > 0 : fitting > claims.length / 2;
      if (isShown) yield* claims.filter((claim) => fits(claim) || !fitsAnother(claim, figures));
    }
    at += 2 * row.length - 1;
  }
}

function rowFrom(sentence: Sentence, from: number): readonly Share[] {
  const { figures } = sentence;
  const row: Share[] = [];
  for (let at = from; at + 1 < figures.length; at += 2) {
    const [part, rate, last] = [figures[at] as Quantity, figures[at + 1] as Quantity, row.at(-1)];
    const isShare = isRate(rate) && itsShare.test(between(sentence, part.span[1], rate.span[0]));
    if (!isShare || isRate(part)) break;
    if (last && !goesOn.test(between(sentence, last.rate.span[1], part.span[0]))) break;
    row.push({ part, rate });
  }
  return row;
}

const fits = ({ part, rate, whole }: RateClaim): boolean => {
  const ratio = divide(part.interval, whole.interval);
  return ratio !== undefined && meet(ratio, rate.interval);
};

/** Whether a share is that of a count before it: 幼儿园148所，占70.5%；普惠园96所，占64.9%. */
const fitsAnother = ({ part, rate }: RateClaim, figures: readonly Quantity[]): boolean =>
  figures.some(
    (whole) => whole.span[1] <= part.span[0] && isPair(part, whole) && fits({ part, rate, whole }),
  );
