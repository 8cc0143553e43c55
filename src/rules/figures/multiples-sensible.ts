import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { multiplesIn, valuesOfMultiple } from '../../claims/multiples.ts';
import type { Prose } from '../../reading/prose.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import { divide, meet } from '../../quantity/value/interval.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import { en, zh, type Rule } from '../rule.ts';

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

export const multiplesSensible: Rule = {
  id: 'multiples-sensible',
  severity: 'error',
  figures: true,
  summary: {
    en: 'Use multiples that can be, and that fit the figures beside them.',
    zh: '倍数要讲得通，并与前后数字相符。',
  },
  why: {
    en: 'Nothing becomes less by more than all of it. 增加了两倍 is three times as much, 增加到两倍 twice; 翻一番 is twice, 翻两番 four times.',
    zh: '减少不会超过全部，不能用倍。“增加了两倍”是原来的三倍，“增加到两倍”是原来的两倍；翻一番是两倍，翻两番是四倍。',
  },
  messages: {
    less: {
      en: ({ words }) => `“${words}” cannot be: nothing falls by more than all of it`,
      zh: ({ words }) => `“${words}”讲不通，减少不会超过全部`,
      help: {
        en: () => 'give a percentage below 100, or a fraction',
        zh: () => '减少不用倍，改用百分之几（不超过100%）或几分之几',
      },
    },
    differs: {
      en: ({ figure, from, to, times }) =>
        `“${figure}” does not fit the figures beside it: ${to} is ${times} times ${from}`,
      zh: ({ figure, from, to, times }) => `“${figure}”与前后数字不符：由${from}到${to}，是原来的${times}倍`,
      help: {
        en: ({ figure }) =>
          `check the three figures${/\p{Script=Han}/u.test(String(figure)) ? '; 增加了N倍 is N + 1 times as much' : ''}`,
        zh: () => '核对这三个数；“增加了N倍”是原来的N+1倍，“增加到N倍”是N倍',
      },
    },
  },

  on: {
    *text(prose) {
      if (!['倍', 'times', 'fold'].some((word) => prose.text.includes(word))) return;
      for (const { 0: words, index } of prose.text.matchAll(less))
        yield { ...prose.place([index, index + words.length]), message: 'less', data: { words } };
    },
    *statement({ prose, statement }, { reading }) {
      yield* pastNothing(prose, statement);
      yield* differing(prose, statement, reading);
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Child care
              body: The number of places tripled from 1,000 to 3,000. Energy use fell by half.
      `,
      bad: en`
        summary:
          sections:
            - title: Child care
              body: Energy use fell by 150%.
      `,
      finds: ['8:32 less'],
    },
    zh: {
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
  },
};

/** 下降120%: more than there was. */
function* pastNothing({ text, place }: Prose, { span, figures }: FigureStatement): Generator<Finding> {
  for (const { family, unit, movement, number: share, interval, span: at, text: words } of figures) {
    const isFall = movement?.direction === 'down' && !movement.to && isPercent({ family, unit });
    if (
      isFall &&
      share.compare(1) > 0 &&
      (interval.low === undefined || interval.low.value.compare(1) > 0) &&
      !belowNothing.test(text.slice(Math.max(span[0], at[0] - 60), at[1]))
    )
      yield { ...place(at), message: 'less', data: { words } };
  }
}

/** Multiples beside two values that show another one. */
function* differing(prose: Prose, sentence: FigureStatement, reading: Reading): Generator<Finding> {
  for (const multiple of multiplesIn(prose, sentence)) {
    const step = valuesOfMultiple(prose, sentence, multiple, reading);
    const ratio = step && divide(step.after.interval, step.before.interval);
    if (ratio === undefined || multiple.times.some((each) => meet(ratio, each))) continue;
    const times = String(Number(step?.after.number.div(step.before.number).round(2).toString()));
    const data = {
      figure: prose.text.slice(...multiple.span),
      from: step?.before.text ?? '',
      to: step?.after.text ?? '',
      times,
    };
    yield { ...prose.place(multiple.span), message: 'differs', data };
  }
}
