import { proseOf, type Prose } from '../model/prose.ts';
import { figureSentences } from '../model/sentence-spans.ts';
import { around, divide, exactly, meet, subtract } from '../quantity/interval.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { zh, type Rule } from './rule.ts';

const less =
  /(?<![不至最])(?:减少|下降|降低|缩小|缩减|压减|回落|下滑)了?(?:近|约|超过)?(?:\d+(?:\.\d+)?|[一二三四五六七八九十两]+)(?:多|余)?倍|\b(?:\d+(?:\.\d+)?|two|three|four|five|ten) times (?:less|fewer|lower|smaller)\b/gi;

export const multiplesSensible: Rule = {
  id: 'multiples-sensible',
  severity: 'error',
  figures: true,
  summary: { en: 'Use multiples that can be, and that fit the figures beside them.', zh: '倍数要讲得通，并与前后数字相符。' },
  why: {
    en: 'Nothing becomes less by more than all of it. 增加了两倍 is three times as much, 增加到两倍 twice; 翻一番 is twice, 翻两番 four times.',
    zh: '减少不会超过全部，不能用倍。“增加了两倍”是原来的三倍，“增加到两倍”是原来的两倍；翻一番是两倍，翻两番是四倍。',
  },
  messages: {
    less: {
      en: ({ words }) => `“${words}”: nothing can become less by a multiple`,
      zh: ({ words }) => `“${words}”讲不通，减少不能用倍`,
      help: { en: () => 'give a percentage or a fraction', zh: () => '改用百分之几或几分之几' },
    },
    differs: {
      en: ({ figure, from, to, times }) => `“${figure}” does not fit: from ${from} to ${to} is ${times} times as much`,
      zh: ({ figure, from, to, times }) => `“${figure}”与前后数字不符：由${from}到${to}，是原来的${times}倍`,
      help: { en: () => 'check the three figures; 增加了N倍 is N + 1 times as much', zh: () => '核对这三个数；“增加了N倍”是原来的N+1倍，“增加到N倍”是N倍' },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names)) {
      for (const { 0: words, index } of prose.text.matchAll(less)) yield { ...prose.place([index, index + words.length]), message: 'less', data: { words } };
      for (const { figures } of figureSentences(prose))
        for (const [index, figure] of figures.entries()) {
          const [from, to] = [figures[index - 2], figures[index - 1]];
          if (!from || !to || (figure.unit !== '倍' && figure.unit !== '番') || !isFromTo(prose, from, to, figure)) continue;
          const ratio = divide(to.interval, from.interval);
          if (ratio === undefined || meet(ratio, timesOf(figure))) continue;
          const times = String(Number(to.number.div(from.number).round(2).toString()));
          yield { ...prose.place(figure.span), message: 'differs', data: { figure: figure.text, from: from.text, to: to.text, times } };
        }
    }
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 学位
            正文: 学位由1000个增加到3000个，增加2倍；经费由20万元增加到40万元，翻了一番。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 学位
            正文: 学位由1000个增加到3000个，增加3倍；能耗下降2倍。
    `,
    finds: ['8:30 differs', '8:35 less'],
  },
};

/** How many times the first figure the second is, by the words: 增加2倍 is 3 times, 翻一番 about twice. */
function timesOf({ interval, number, unit, movement }: Quantity): Quantity['interval'] {
  if (unit === '番') return around(number, number.div(10));
  return movement && !movement.to ? subtract(interval, exactly(number.div(number).neg())) : interval;
}

/** 由1000个增加到3000个，增加2倍: both values of one kind, and the multiple of them next. */
function isFromTo({ text }: Prose, from: Quantity, to: Quantity, figure: Quantity): boolean {
  if (from.family !== to.family || from.number.compare(0) <= 0 || !/(?:由|从)[^，。；]{0,12}$/.test(text.slice(Math.max(0, from.span[0] - 14), from.span[0])))
    return false;
  return (
    /(?:到|至|为)$/.test(text.slice(from.span[1], to.span[0])) &&
    /^[，,（(]?(?:同比|共|约|实现)?(?:增长|增加|提高|扩大|翻|上升)[了到至]?$/.test(text.slice(to.span[1], figure.span[0]))
  );
}
