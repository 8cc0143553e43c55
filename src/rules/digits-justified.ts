import { proseOf } from '../model/prose.ts';
import { figureSentences, type FigureSentence } from '../model/sentence-spans.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { zh, type Rule } from './rule.ts';

/** More decimals than this say nothing of a percentage. */
const DECIMALS = 2;

export const digitsJustified: Rule = {
  id: 'digits-justified',
  severity: 'info',
  figures: true,
  summary: { en: 'Give percentages no more digits than they can justify.', zh: '百分比的小数位数不宜过多。' },
  why: {
    en: 'One or two decimals are all that a share or a rate of a report can bear; with a base of less than a hundred, one.',
    zh: '报告里的比率一两位小数足够；基数不到一百的，至多一位。',
  },
  messages: {
    fine: {
      en: ({ figure }) => `“${figure}” has more decimals than a percentage can justify`,
      zh: ({ figure }) => `“${figure}”的小数位数过多`,
      help: { en: () => 'round to one or two decimals', zh: () => '保留一至两位小数' },
    },
    base: {
      en: ({ figure, part, whole }) => `“${figure}” is finer than ${part} of ${whole} can justify`,
      zh: ({ figure, part, whole }) => `“${figure}”由${part}和${whole}算得，基数小，小数位数过多`,
      help: { en: () => 'round to whole percent or one decimal', zh: () => '取整数或保留一位小数' },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names))
      for (const sentence of figureSentences(prose))
        for (const figure of sentence.figures) {
          const decimals = /[.．]([\d０-９]+)/.exec(prose.text.slice(...figure.digits))?.[1]?.length ?? 0;
          if (!/^[%％]|^per/.test(figure.unit) || decimals < DECIMALS) continue;
          const at = prose.place(figure.span);
          if (decimals > DECIMALS) yield { ...at, message: 'fine', data: { figure: figure.text } };
          else {
            const [part, whole] = shareOf(figure, sentence) ?? [];
            if (part && whole) yield { ...at, message: 'base', data: { figure: figure.text, part: part.text, whole: whole.text } };
          }
        }
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 用水
            正文: 用水量下降3.9%，抽检7所学校，3所合格，合格率42.9%。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 用水
            正文: 用水量下降3.9011%，抽检7所学校，3所合格，合格率42.86%。
    `,
    finds: ['8:16 fine', '8:39 base'],
  },
};

/** Two counts of the sentence, the whole less than a hundred, that a share was rounded from. */
function shareOf({ number, step }: Quantity, { figures }: FigureSentence): readonly [Quantity, Quantity] | undefined {
  const counts = figures.filter(
    (each) => each.exact && each.kind === 'figure' && each.family !== '%' && each.number.compare(0) > 0 && each.number.compare(100) < 0,
  );
  for (const whole of counts.slice(0, 12))
    for (const part of counts.slice(0, 12)) {
      if (part.family !== whole.family || part.number.compare(whole.number) >= 0) continue;
      const share = part.number.div(whole.number);
      const off = share.sub(number).abs();
      if (off.compare(0) > 0 && off.mul(2).compare(step) <= 0) return [part, whole];
    }
  return undefined;
}
