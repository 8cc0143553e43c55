import type { Finding } from '../../diagnostic.ts';
import { both, reachWords, spoken, spokenWords, standsNote, withName } from '../../claims/claim-words.ts';
import { listClaims, partsClaims, ratioClaims, sharesClaims } from '../../claims/parts/part-claims.ts';
import { flowClaims, flowHolds, resultOf, type FlowClaim } from '../../claims/parts/flows.ts';
import { spanOf } from '../../claims/parts/breakdowns.ts';
import { sumOf, type Breakdown } from '../../claims/parts/part-lists.ts';
import type { Prose } from '../../reading/prose.ts';
import { isReckoned } from '../../claims/rates/derived-figures.ts';
import type { Shares } from '../../claims/parts/share-lists.ts';
import { meet } from '../../quantity/value/interval.ts';
import { addsToHundred, reachOf, sharesTotal } from '../../quantity/value/hundred.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { withChanges } from '../../quantity/value/stated-quantity.ts';
import { printLike } from '../../quantity/value/print-like.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const partsAddUp: Rule = {
  id: 'parts-add-up',
  severity: 'error',
  figures: true,
  summary: { en: 'A total in the text equals the parts that follow it.', zh: '正文中的合计数与分项相符。' },
  why: {
    en: 'Parts in brackets behind a total, or behind a colon, claim to be all of it, and so do figures with their sum (“12 ponds and 9 orchards, 21 in all”) or with what is left (“83 of the 96 are repaired, the remaining 13 are in hand”); parts after “of which” or “including” can only be as large as the total. A total that its parts do not make, shares that cannot add up to 100%, and a list with more names than its numeral says mean that something was changed in one place and not in the other. Where no mark sets the parts off, only a small slip is reported: what is far from the total is taken for another thing. In Chinese texts, what was there at first, what came in and went out, and what is left are reckoned as well, and so are net figures (exports, imports, surplus). Rounding is allowed for.',
    zh: '合计数后面用括号或冒号列出的分项，加起来就应当是合计数；“水厂12座、泵站8座，共20座”“应整改96处，已整改83处，其余13处”这样的写法也是；“其中”引出的分项，不能比合计数大。分项与合计对不上、各项占比加不到100%、“三地”列了两个名称，都说明一处改了、另一处没改。没有标点明确引出分项的，只在相差很小时提示，相差大的当作另一回事。年初结存、本年收入、本年支出、年末结存这样的收支账，出口、进口、顺差这样的差额，也一并验算。四舍五入的误差已经留出。',
  },
  messages: {
    sum: {
      en: ({ total, sum, result, reach, count }) =>
        `the ${count} parts add up to ${result}${reach}, not ${total}${sum === '' ? '' : `: ${sum}`}`,
      zh: ({ name, value, sum, result, reachZh, count }) =>
        `${sum === '' ? `${count}个分项合计` : `${sum} = `}${result}${reachZh}，${name}写作${value}`,
      help: {
        en: ({ long, result }) =>
          `${long === '' ? '' : `${long} = ${result}; `}correct the total or a part; where the list is not complete, say “including”`,
        zh: ({ long, result }) =>
          `${long === '' ? '' : `${long} = ${result}；`}核对总数和各分项；分项没有列全的，写明“其中”`,
      },
    },
    exceeds: {
      en: ({ total, sum, result, reach, count }) =>
        count === 1
          ? `${result} is more than the whole, ${total}`
          : `the ${count} parts add up to ${result}${reach}, more than ${total}${sum === '' ? '' : `: ${sum}`}`,
      zh: ({ totalZh, name, sum, result, reachZh, count }) =>
        count === 1
          ? `${sum}，大于${name === '' ? '总数' : ''}${totalZh}`
          : `${sum === '' ? `${count}个分项合计` : `${sum} = `}${result}${reachZh}，大于${name === '' ? '总数' : ''}${totalZh}`,
      help: {
        en: ({ long, result }) => `${long === '' ? '' : `${long} = ${result}; `}correct the total or a part`,
        zh: ({ long, result }) => `${long === '' ? '' : `${long} = ${result}；`}核对总数和各分项`,
      },
    },
    flow: {
      en: ({ sum, result, closing }) => `${sum} makes ${result}, not ${closing}`,
      zh: ({ sum, result, words, closing }) => `${sum} = ${result}，${words}写作${closing}`,
      help: {
        en: () => 'check what was there at first, what came in, what went out and what is left',
        zh: () => '核对期初数、增加数、减少数和结余数',
      },
    },
    shares: {
      en: ({ sum, result, reach }) => `the shares add up to ${result} (${reach}), not 100%: ${sum}`,
      zh: ({ sum, result, reachZh }) => `${sum} = ${result}（${reachZh}），不是100%`,
      help: { en: () => 'check each share', zh: () => '逐项核对占比' },
    },
    numeral: {
      en: ({ words, names, listed }) => `“${words}” goes with a list of ${listed}: ${inEnglish(names)}`,
      zh: ({ words, names, listed }) => `“${words}”与所列名称不符，列了${listed}个：${names}`,
      help: { en: () => 'correct the numeral or the list', zh: () => '核对数目和名单' },
    },
    respective: {
      en: ({ said, listed, names }) => `there are ${said} figures for ${listed} names: ${inEnglish(names)}`,
      zh: ({ said, listed, names }) => `“分别”前列了${listed}个名称，后面却有${said}个数：${names}`,
      help: { en: () => 'give one figure for each name', zh: () => '名称和数要一一对应' },
    },
  },

  on: {
    claims: [
      ofText(partsClaims, (parts, prose, { reading }) =>
        isReckoned(parts.total, prose.section, reading.figures) ? [] : unequal(parts, prose),
      ),
      ofText(flowClaims, (flow, prose) => (flowHolds(flow) ? [] : [unbalanced(flow, prose)])),
      ofText(sharesClaims, notHundred),
      ofText(ratioClaims, ({ ratio }, prose) => (addsToHundred(ratio) ? [] : [unequalRatio(ratio, prose)])),
      ofText(listClaims, ({ span, words, names, said, listed, kind }, prose) => [
        { ...prose.place(span), message: kind, data: { words, names, said, listed } },
      ]),
    ],
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Tasks
              body: The office took on 25 tasks (15 as lead, 10 in support). Of these, 24 were finished.
      `,
      bad: en`
        summary:
          sections:
            - title: Tasks
              body: The office took on 25 tasks (15 as lead, 11 in support), of which 26 were finished.
      `,
      finds: ['8:32 sum', '8:79 exceeds'],
    },
    zh: {
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
  },
};

const inEnglish = (names: string | number | undefined): string => String(names).replaceAll('、', ', ');

function* unequal({ total, parts, complete, apart }: Breakdown, prose: Prose): Generator<Finding> {
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

/** Sums that are longer are written out in the help. */
const LONGEST = 48;

function finding(
  message: string,
  at: Quantity,
  total: Quantity,
  parts: Breakdown['parts'],
  prose: Prose,
): Finding {
  const sum = parts.map(({ words }) => words).join(' + ');
  const result = parts.map(({ figure }) => figure.number).reduce((a, b) => a.add(b));
  // a part may have more decimals than the total
  const step = parts.reduce(
    (finest, { figure }) => (figure.step.compare(finest) < 0 ? figure.step : finest),
    total.step,
  );
  const like = step === total.step ? total : withChanges(total, { step });
  const found = spoken(prose, total);
  const [words, reach, isLong] = [
    spokenWords(found),
    reachWords(sumOf(parts), total),
    sum.length > LONGEST && parts.length > 1,
  ];
  return {
    ...prose.place(at.span),
    message,
    data: {
      total: words.en,
      totalZh: words.zh,
      ...found,
      sum: isLong ? '' : sum,
      long: isLong ? sum : '',
      count: parts.length,
      result: printLike(result, like),
      reach: reach.en,
      reachZh: reach.zh,
    },
    related: [
      ...(at === total
        ? []
        : [{ ...prose.place(total.span), note: { en: `total: ${words.en}`, zh: `总数${words.zh}` } }]),
      ...standsNote(prose.place(total.span), total, total.interval),
      ...parts
        .filter(({ figure }) => figure !== at)
        .map(({ figure, words }) => ({ ...prose.place(figure.span), note: { en: words, zh: words } })),
    ],
  };
}

function unbalanced(flow: FlowClaim, prose: Prose): Finding {
  const { closing, steps } = flow;
  return {
    ...prose.place(closing.span),
    message: 'flow',
    data: {
      sum: steps
        .map(
          ({ figure, sign, words }, index) =>
            `${index === 0 ? '' : sign === 1 ? ' + ' : ' − '}${words}${figure.text}`,
        )
        .join(''),
      result: printLike(resultOf(flow).number, closing),
      words: spoken(prose, closing).name,
      closing: closing.text,
    },
    related: steps.map(({ figure }) => ({ ...prose.place(figure.span), note: both(figure.text) })),
  };
}

function* notHundred({ figures, labels, complete }: Shares, prose: Prose): Generator<Finding> {
  const { low, high } = sharesTotal(figures);
  if (low !== 'over' && !(complete !== false && high === 'under')) return;
  const words = figures.map(({ text }, index) => withName(both(labels[index] ?? ''), text));
  const named = words.map(({ zh }) => zh).join(' + ');
  yield {
    ...prose.place(spanOf(figures)),
    message: 'shares',
    // a list that does not say that it is whole may leave something out
    ...(low !== 'over' && complete === 'likely' && { severity: 'info' as const }),
    data: {
      sum: named.length > LONGEST ? figures.map(({ text }) => text).join(' + ') : named,
      ...reachOf(figures),
    },
    related: figures.map((figure, index) => ({
      ...prose.place(figure.span),
      note: words[index] ?? both(figure.text),
    })),
  };
}

const unequalRatio = (figure: Quantity, prose: Prose): Finding => ({
  ...prose.place(figure.span),
  message: 'shares',
  data: { sum: prose.text.slice(...figure.digits).replaceAll(/ ?[：:∶︰] ?/g, ' + '), ...reachOf(figure) },
});
