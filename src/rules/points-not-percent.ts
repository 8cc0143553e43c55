import { proseOf, type Prose } from '../model/prose.ts';
import { figureSentences } from '../model/sentence-spans.ts';
import { meet, negate, subtract } from '../quantity/interval.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { zh, type Rule } from './rule.ts';

/** A rate as the subject of a figure; the growth of an amount is told in percent. */
const rate = /(?<!增长|下降|上涨|递增|增加|贡)(?:率|占比|比重|比例)(?:约|为|达到?|是|分别)*$/;
const verb = '(?:提高|提升|上升|增加|增长|下降|降低|减少|回落|下滑)了?';
/** Between a rate’s value and its change nothing else is named: 85%，比上年提高. */
const andChange = new RegExp(`^(?:左右)?[，,（(、]?(?:同比|环比|(?:比|较)[^，,。]{0,10}?)?${verb}$`);
/** Between a change and the value that it leads to: 3%，达到. */
const andValue = /^[，,]?(?:达到?|升至|降至|到|至|为)$/;

export const pointsNotPercent: Rule = {
  id: 'points-not-percent',
  severity: 'warning',
  figures: true,
  summary: { en: 'Give a change between two rates in percentage points.', zh: '两个比率之差用百分点。' },
  why: {
    en: 'From 52% to 55% is a rise of 3 percentage points, and of 5.8%; “a rise of 3%” would lead to 53.6%.',
    zh: '由52%到55%，提高3个百分点，或者说提高5.8%；写“提高3%”，按字面只到53.6%。',
  },
  messages: {
    points: {
      en: ({ figure }) => `“${figure}” is the change of a rate and needs percentage points`,
      zh: ({ figure }) => `“${figure}”说的是比率的变化，应当用百分点`,
      help: { en: ({ mended }) => `write “${mended}”`, zh: ({ mended }) => `写作“${mended}”` },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names))
      for (const { figures } of figureSentences(prose))
        for (const [index, figure] of figures.entries()) {
          if (!/^[%％]|^per ?cent/.test(figure.unit) || figure.qualifier === 'range') continue;
          const known = betweenRates(prose, figures, index);
          if (known === undefined) continue;
          const { digits, span } = figure;
          const number = prose.text.slice(...digits);
          const mended = /[A-Za-z]\s*$/.test(prose.text.slice(0, figure.span[0]))
            ? `${number} percentage point${number === '1' ? '' : 's'}`
            : `${number}个百分点`;
          const written = [digits[0], digits[1] + figure.unit.length + (prose.text[digits[1]] === ' ' ? 1 : 0)] as const;
          const fix = { ...prose.place(written), insert: mended, safe: known === 'sure' };
          yield { ...prose.place(span), message: 'points', data: { figure: figure.text, mended }, ...(prose.isTyped(written) && { fix }) };
        }
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 入园
            正文: 入园率由52%提高到55%，提高3个百分点；经费20万元，增长3%。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 入园
            正文: 入园率由52%提高3%到55%；升学率85%，比上年提高2%。
    `,
    finds: ['8:20 points', '8:39 points'],
  },
};

/** Whether a figure is the change of a rate: surely, where both rates are given and differ by just that; likely, where one is. */
function betweenRates({ text }: Prose, figures: readonly Quantity[], index: number): 'sure' | 'likely' | undefined {
  const figure = figures[index] as Quantity;
  const [before, last, next, after] = [figures[index - 2], figures[index - 1], figures[index + 1], figures[index + 2]];
  for (const [from, to] of [
    [last, next],
    [before, last],
    [next, after],
  ] as const)
    if (from && to && from.family === '%' && to.family === '%' && isFromTo(text, from, to, figure) && differBy(from, to, figure)) return 'sure';
  if (!figure.movement || figure.movement.to) return undefined;
  const isRate = (each: Quantity): boolean => each.family === '%' && !each.movement && rate.test(text.slice(Math.max(0, each.span[0] - 16), each.span[0]));
  if (last && isRate(last) && andChange.test(text.slice(last.span[1], figure.span[0]))) return 'likely';
  const subject = /([^，,。；]{0,20}?)(?:同比|环比|(?:比|较)[^，,。]{0,10}?)(?:提高|提升|上升|下降|降低|减少|回落)了?$/.exec(
    text.slice(Math.max(0, figure.span[0] - 40), figure.span[0]),
  );
  if (subject && rate.test(subject[1] as string) && next?.family === '%' && andValue.test(text.slice(figure.span[1], next.span[0]))) return 'likely';
  return undefined;
}

/** 由52%…到55%, from 52% to 55%, with the change before, between or behind them. */
function isFromTo(text: string, from: Quantity, to: Quantity, change: Quantity): boolean {
  const lead = /(?:由|从)[^，。；%]{0,12}$|from $/.test(text.slice(Math.max(0, from.span[0] - 14), from.span[0]));
  const link = /(?:到|至|为)$| to $/.test(text.slice(Math.max(0, to.span[0] - 4), to.span[0]));
  const near = Math.min(Math.abs(change.span[0] - to.span[1]), Math.abs(from.span[0] - change.span[1])) < 24;
  return lead && link && near;
}

function differBy(from: Quantity, to: Quantity, change: Quantity): boolean {
  const difference = subtract(to.interval, from.interval);
  return meet(difference, change.interval) || meet(negate(difference), change.interval);
}
