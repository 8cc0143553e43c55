import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { rateChanges, type RateChange } from '../../claims/changes/rate-changes.ts';
import { en, zh, type Rule } from '../rule.ts';

export const pointsNotPercent: Rule = {
  id: 'points-not-percent',
  severity: 'warning',
  figures: true,
  summary: { en: 'Give a change between two rates in percentage points.', zh: '两个比率之差用百分点。' },
  why: {
    en: 'From 52% to 55% is a rise of 3 percentage points, and of 5.8%; “a rise of 3%” would lead to 53.6%. Where both rates are known, in the text or by the metric’s value of last year, and differ by just that, it is an error; where they show that growth is meant, nothing is said.',
    zh: '由52%到55%，提高3个百分点，或者说提高5.8%；写“提高3%”，按字面只到53.6%。两个比率都知道（正文写了，或指标有上年值），相差正好是这个数的，定为错误；数字表明说的是增幅的，不报。',
  },
  messages: {
    points: {
      en: ({ figure }) => `“${figure}” is the difference between two rates, which is in percentage points`,
      zh: ({ figure }) => `“${figure}”说的是比率的变化，应当用百分点`,
      help: { en: ({ mended }) => `write “${mended}”`, zh: ({ mended }) => `写作“${mended}”` },
    },
  },

  on: {
    *text(prose, { reading }) {
      for (const change of rateChanges(prose, reading)) yield found(prose, change);
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Punctuality
              body: Punctuality rose by 3 percentage points, from 52% to 55%. Fares rose by 3%.
      `,
      bad: en`
        summary:
          sections:
            - title: Punctuality
              body: Punctuality rose by 3%, from 52% to 55%.
      `,
      finds: ['8:33 points'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 入园
              正文: 入园率由52%提高到55%，提高3个百分点；经费20万元，增长3%。升学率85%，比上年增长6.3%。
              指标:
                升学率: { 数值: 85%, 上年值: 80% }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 入园
              正文: 入园率由52%提高3%到55%；升学率85%，比上年提高2%。
      `,
      finds: ['8:20 points', '8:39 points'],
    },
  },
};

function found({ text, place, isTyped }: Prose, { figure, certainty }: RateChange): Finding {
  const { digits, span, unit } = figure;
  const number = text.slice(...digits);
  const mended = /[A-Za-z(]\s*$/.test(text.slice(Math.max(0, span[0] - 3), span[0]))
    ? `${number} percentage point${number === '1' ? '' : 's'}`
    : `${number}个百分点`;
  const written = [digits[0], digits[1] + unit.length + (text[digits[1]] === ' ' ? 1 : 0)] as const;
  const isSure = certainty === 'sure';
  const fix = { ...place(written), insert: mended, safe: isSure };
  return {
    ...place(span),
    message: 'points',
    data: { figure: figure.text, mended },
    ...(isSure && { severity: 'error' as const }),
    ...(isTyped(written) && { fix }),
  };
}
