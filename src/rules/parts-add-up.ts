import type { Finding } from '../diagnostic.ts';
import { wrongListsIn } from '../model/name-lists.ts';
import { partsIn, spanOf, sumOf, type Parts } from '../model/parts.ts';
import { proseOf, type Prose } from '../model/prose.ts';
import { sentencesOf } from '../model/sentences.ts';
import { isSharesRatio, sharesIn, type Shares } from '../model/shares.ts';
import { meet } from '../quantity/interval.ts';
import { addsToHundred, reachOf, sharesTotal } from '../quantity/hundred.ts';
import type { Quantity } from '../quantity/quantity.ts';
import { showLike, showReach } from '../quantity/shown.ts';
import { zh, type Rule } from './rule.ts';

export const partsAddUp: Rule = {
  id: 'parts-add-up',
  severity: 'error',
  figures: true,
  summary: { en: 'A total in the text equals the parts that follow it.', zh: '正文中的合计数与分项相符。' },
  why: {
    en: 'Parts in brackets behind a total, or behind a colon, claim to be all of it; parts after “of which” or “including” can only be as large as the total. A total that its parts do not make, shares that cannot add up to 100%, and a list with more names than its numeral says mean that something was changed in one place and not in the other. Rounding is allowed for.',
    zh: '合计数后面用括号或冒号列出的分项，加起来就应当是合计数；“其中”引出的分项，不能比合计数大。分项与合计对不上、各项占比加不到100%、“三地”列了两个名称，都说明一处改了、另一处没改。四舍五入的误差已经留出。',
  },
  messages: {
    sum: {
      en: ({ total, sum, result, reach }) => `${total} is not the sum of its parts: ${sum} = ${result}${reach === '' ? '' : ` (with rounding ${reach})`}`,
      zh: ({ total, sum, result, reach }) => `${total}与分项之和不符：${sum} = ${result}${reach === '' ? '' : `（计入四舍五入为${reach}）`}`,
      help: {
        en: () => 'correct the total or a part; where the list is not complete, say “including”',
        zh: () => '核对合计数和各分项；分项没有列全的，写明“其中”',
      },
    },
    exceeds: {
      en: ({ total, sum, result, count }) =>
        count === 1 ? `a part, ${sum}, is more than the total, ${total}` : `the parts are more than the total, ${total}: ${sum} = ${result}`,
      zh: ({ total, sum, result, count }) => (count === 1 ? `分项${sum}大于总数${total}` : `分项之和大于总数${total}：${sum} = ${result}`),
      help: { en: () => 'correct the total or the part', zh: () => '核对总数和分项' },
    },
    shares: {
      en: ({ sum, result, reach }) => `these shares cannot add up to 100%: ${sum} = ${result} (with rounding ${reach})`,
      zh: ({ sum, result, reach }) => `各项占比加不到100%：${sum} = ${result}（计入四舍五入为${reach}）`,
      help: { en: () => 'check each share', zh: () => '逐项核对占比' },
    },
    numeral: {
      en: ({ words, names, listed }) => `“${words}” stands with a list of ${listed}: ${names}`,
      zh: ({ words, names, listed }) => `“${words}”与所列名称不符，列了${listed}个：${names}`,
      help: { en: () => 'correct the numeral or the list', zh: () => '核对数目和名单' },
    },
    respective: {
      en: ({ said, listed, names }) => `${said} figures for ${listed} names: ${names}`,
      zh: ({ said, listed, names }) => `“分别”前列了${listed}个名称，后面却有${said}个数：${names}`,
      help: { en: () => 'give one figure for each name', zh: () => '名称和数要一一对应' },
    },
  },

  *check(report, { names }) {
    for (const prose of proseOf(report, names)) yield* inProse(prose);
  },

  examples: {
    good: zh`
      总结:
        章节:
          - 标题: 任务
            正文: |
              承办任务25项（牵头15项，会办10项），其中已办结24项。台山、开平、恩平三地投入31.2亿元。
    `,
    bad: zh`
      总结:
        章节:
          - 标题: 任务
            正文: |
              承办任务25项（牵头15项，会办11项），其中已办结26项。台山、开平、恩平四地投入31.2亿元。
    `,
    finds: ['9:13 sum', '9:35 exceeds', '9:47 numeral'],
  },
};

function* inProse(prose: Prose): Generator<Finding> {
  const sentences = sentencesOf(prose);
  for (const parts of partsIn(sentences)) yield* unequal(parts, prose);
  for (const shares of sharesIn(sentences)) yield* notHundred(shares, prose);
  for (const sentence of sentences)
    for (const figure of sentence.figures) if (isSharesRatio(sentence, figure) && !addsToHundred(figure)) yield ratio(figure, prose);
  for (const { span, words, names, said, listed, kind } of wrongListsIn(sentences))
    yield { ...prose.place(span), message: kind, data: { words, names, said, listed } };
}

function* unequal({ total, parts, complete, apart }: Parts, prose: Prose): Generator<Finding> {
  if (complete) {
    if (!meet(sumOf(parts), total.interval)) yield finding('sum', total, total, parts, prose);
    return;
  }
  const larger = parts.find(({ figure: { interval } }) => exceeds(interval, total));
  if (larger) yield finding('exceeds', larger.figure, total, [larger], prose);
  else if (apart && exceeds(sumOf(parts), total)) yield finding('exceeds', total, total, parts, prose);
}

/** Whether every number of an interval is more than a total can be. */
const exceeds = (interval: Quantity['interval'], { interval: { high } }: Quantity): boolean =>
  high !== undefined && interval.low !== undefined && interval.low.value.compare(high.value) > 0;

function finding(message: string, at: Quantity, total: Quantity, parts: Parts['parts'], prose: Prose): Finding {
  const sum = sumOf(parts);
  const result = parts.map(({ figure }) => figure.number).reduce((a, b) => a.add(b));
  return {
    ...prose.place(at.span),
    message,
    data: {
      total: total.text,
      sum: parts.map(({ words }) => words).join(' + '),
      result: showLike(result, total),
      reach: showReach(sum, total),
      count: parts.length,
    },
    related: [
      ...(at === total ? [] : [{ ...prose.place(total.span), note: { en: 'the total', zh: '总数' } }]),
      ...parts.filter(({ figure }) => figure !== at).map(({ figure, words }) => ({ ...prose.place(figure.span), note: { en: words, zh: words } })),
    ],
  };
}

function* notHundred({ figures, complete }: Shares, prose: Prose): Generator<Finding> {
  const { low, high } = sharesTotal(figures);
  if (low === 'over' || (complete && high === 'under'))
    yield {
      ...prose.place(spanOf(figures)),
      message: 'shares',
      data: { sum: figures.map(({ text }) => text).join(' + '), ...reachOf(figures) },
      related: figures.map((figure) => ({ ...prose.place(figure.span), note: { en: figure.text, zh: figure.text } })),
    };
}

const ratio = (figure: Quantity, prose: Prose): Finding => ({
  ...prose.place(figure.span),
  message: 'shares',
  data: { sum: prose.text.slice(...figure.digits).replaceAll(/ ?[：:∶︰] ?/g, ' + '), ...reachOf(figure) },
});
