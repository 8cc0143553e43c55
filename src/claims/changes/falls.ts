import type { Span } from '../../quantity/value/formula.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { hasSign, signOf } from '../../reading/signs.ts';
import { behindSign, type Claim } from '../claim.ts';

const number = '(?:\\d+(?:\\.\\d+)?|[一二三四五六七八九十两]+)';
const numberEn = '(?:\\d+(?:\\.\\d+)?|two|three|four|five|six|seven|eight|nine|ten)';
const fall = '(?:减少|下降|降低|缩小|缩减|压减|压缩|缩短|回落|下滑)';
/** 减少2倍, 降低为原来的2倍, 比上年少2倍, two times fewer, fell by three times. */
const less = new RegExp(
  [
    `(?<![不至最])${fall}(?:了|近|约|超过){0,2}${number}(?:多|余)?倍(?![数率])`,
    `${fall}(?:到|至|为)(?:原来|上年|去年|此前)?的?(?!0)${number}倍(?![数率])`,
    `(?:比|较)(?:上年|去年|原来|20\\d\\d年)(?:同期)?(?:少|低|短|小)了?${number}倍(?![数率])`,
    `\\b${numberEn} times (?:less|fewer|lower|smaller|shorter|cheaper)\\b`,
    `\\b(?:decreased|declined|dropped|fell|fallen|shrank|cut|reduced) (?:by ${numberEn} times|(?:by )?${numberEn}[- ]?fold)\\b`,
    `\\b${numberEn}[- ]?fold (?:decrease|decline|drop|fall|reduction)\\b`,
  ].join('|'),
  'gi',
);
/** What can fall by more than all of it, because it can fall below nothing. */
const belowNothing =
  /利润|盈利|盈余|收益|亏|净|结余|顺差|增速|增幅|profit|income|earnings|surplus|balance|margin|return|deficit|net\b/i;

/** A fall by more than all there was. */
export interface FallClaim extends Claim {
  readonly span: Span;
}

const timesSign = signOf('倍', 'times', 'fold');
const fallSign = signOf('倍', 'times', 'fold', '%', '％', '百分', 'per cent', 'per_cent', 'percent');

/** The falls of a text by more than there was: 减少2倍, 下降120%. */
export const fallClaims = behindSign(fallSign, (text): readonly FallClaim[] => [
  ...(hasSign(text.signs, timesSign) ? [...text.text.matchAll(less)] : []).map(
    ({ 0: words, index }): FallClaim => ({
      span: [index, index + words.length],
      figures: [],
    }),
  ),
  ...text.statements.flatMap(({ span, figures }) =>
    figures
      .filter(
        ({ family, unit, movement, number: share, interval: { low }, span: at }) =>
          movement?.direction === 'down' &&
          !movement.to &&
          isPercent({ family, unit }) &&
          share.compare(1) > 0 &&
          (low === undefined || low.value.compare(1) > 0) &&
          !belowNothing.test(text.text.slice(Math.max(span[0], at[0] - 60), at[1])),
      )
      .map((figure): FallClaim => ({ span: figure.span, figures: [] })),
  ),
]);
