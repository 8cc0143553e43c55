import type { Words } from '../../diagnostic.ts';
import { changeKind, inPercent } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { POINTS } from '../../quantity/value/unit.ts';
import type { Prose } from '../../reading/prose.ts';
import { between, type Sentence } from '../../reading/sentences.ts';
import { yearOf, type ChangeClaim } from './change-claims.ts';
import { both, spoken, spokenWords, withName } from '../claim-words.ts';

/** The second figure by the metric’s name, its year, or the words before it. */
export function afterWords(
  { metric, after, named, before }: Pick<ChangeClaim, 'metric' | 'after' | 'named' | 'before'>,
  sentence: Sentence,
  prose: Prose,
): Words {
  if (metric) return withName(both(metric.data.name ?? metric.id), after.text);
  const year =
    before.span && yearOf(sentence, { span: before.span }) !== undefined
      ? yearOf(sentence, after)
      : undefined;
  return year === undefined
    ? spokenWords(spoken(prose, after, named))
    : withName(yearWords(year), after.text);
}

export function beforeWords(
  { metric, before }: Pick<ChangeClaim, 'metric' | 'before'>,
  sentence: Sentence,
): Words {
  if (metric) return withName({ en: 'last year', zh: '上年' }, before.text);
  const year = before.span && yearOf(sentence, { span: before.span });
  if (year !== undefined) return withName(yearWords(year), before.text);
  const named =
    before.span &&
    /(?:上年|去年|上一年)(?:同期)?(?=的?$|[为是]$)/.exec(
      between(sentence, before.span[0] - 8, before.span[0]),
    )?.[0];
  return withName(both(named ?? ''), before.text);
}

/** A change as messages have it: 翻一番 with its verb, and in times. */
export function asWritten(
  change: Quantity,
  { text }: Prose,
): Pick<Quantity, 'text' | 'unit' | 'factor' | 'step'> {
  if (change.unit !== '番') return inPercent(change);
  const verb = /翻了?$/.exec(text.slice(Math.max(0, change.span[0] - 2), change.span[0]))?.[0] ?? '';
  return {
    text: verb + change.text,
    unit: /\p{Script=Han}/u.test(change.text) ? '倍' : ' times',
    factor: change.factor,
    step: change.step,
  };
}

const yearWords = (year: number): Words => ({ en: String(year), zh: `${year}年` });

/** What was reckoned, each figure by its name: 入围3460人 − 上年3153人. */
export function calculation(
  { before, change, direction, years, by }: ChangeClaim,
  after: string,
  first: string,
): string {
  const kind = changeKind(before, change);
  if (by) return `${by.text} ÷ (${first})`;
  if (kind === 'times') return `${after} ÷ ${first}`;
  const difference = direction === 'up' ? `${after} − ${first}` : `${first} − ${after}`;
  if (kind === 'difference') return years === 1 ? difference : `(${difference}) ÷ ${years}`;
  const ratio = years === 1 ? `${after} ÷ ${first}` : `${root(years)}√(${after} ÷ ${first})`;
  return direction === 'up' ? `${ratio} − 1` : `1 − ${ratio}`;
}

/** The two figures without their names, which the notes give; of years, and of a metric, whose they are. */
export const plainWords = (
  { metric, after, before }: Pick<ChangeClaim, 'metric' | 'after' | 'before'>,
  words: Readonly<Record<'before' | 'after', Words>>,
): Readonly<Record<'before' | 'after', string>> => ({
  after: after.text,
  before: metric
    ? `last year’s ${before.text}`
    : words.before.en === before.text
      ? before.text
      : `the ${before.text} of ${words.before.en.replace(` (${before.text})`, '')}`,
});

/** The comparison in English, with … where the result goes: 4,210 is … more than 3,764. */
export function compared(
  { before, change, direction, years, by }: ChangeClaim,
  words: Readonly<Record<'before' | 'after', string>>,
): string {
  const kind = changeKind(before, change);
  if (by) return `${direction === 'up' ? 'an increase' : 'a decrease'} of ${by.text} to ${words.after} is …`;
  if (years > 1) return `${words.before} to ${words.after} in ${years} years is … a year`;
  if (kind === 'times') return `${words.after} is … as much as ${words.before}`;
  if (change.family === POINTS)
    return `${words.after} is … ${direction === 'up' ? 'above' : 'below'} ${words.before}`;
  return `${words.after} is … ${direction === 'up' ? 'more' : 'less'} than ${words.before}`;
}

/** The degree of a root; the second has none. */
const root = (years: number): string =>
  years === 2 ? '' : [...String(years)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

export const resultWords = (text: string, { unit }: Quantity): Words => ({
  en: unit === '番' || unit === '倍' ? text.replace(/倍$/, ' times') : text,
  zh: text,
});
