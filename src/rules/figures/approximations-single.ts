import type { Finding } from '../../diagnostic.ts';
import { isExactCount, isUnitTwice } from '../../claims/counts/exact-count.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { en, zh, type Rule } from '../rule.ts';

const before =
  /^(?:大约|大概|约合|约为|约|将近|接近|近|超过|超出|超|逾|突破|高于|多于|不低于|不少于|至少|不超过|至多|低于|不足|不到|[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly|[Nn]early|[Aa]lmost|[Oo]ver|[Mm]ore than|[Aa]t least)/;
const behind = /(?:左右|上下|及?以上|及?以下|以内|之内| or so| or more)$|(?<=[\d万亿])[多余](?=[^\d]*$)/;
const same =
  /^(?:大约|大概|约合|约为|约|[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly).*(?:左右|上下| or so)$/;

export const approximationsSingle: Rule = {
  id: 'approximations-single',
  severity: 'warning',
  figures: true,
  summary: {
    en: 'Say once that a figure is approximate, and of round figures only.',
    zh: '概数只说一次，只用于整数。',
  },
  why: {
    en: 'Saying “about … or so” repeats itself, 近…以上 contradicts itself, and 超过109人 makes a reader ask what the exact count is.',
    zh: '“约……左右”重复，“近……以上”自相矛盾；“超过109人”既知精确数，又说超过，读者不知究竟多少。',
  },
  messages: {
    twice: {
      en: ({ figure, first, second }) => `“${figure}” is qualified twice, by “${first}” and by “${second}”`,
      zh: ({ figure, first, second }) => `“${figure}”前有“${first}”，后有“${second}”，概数说了两次`,
      help: { en: () => 'keep one of the two', zh: () => '两个词只留一个' },
    },
    precise: {
      en: ({ figure, number }) => `“${figure}” calls an exact count approximate: ${number}`,
      zh: ({ figure, number }) => `“${figure}”里的${number}是精确数，不像概数`,
      help: { en: () => 'give the exact count by itself, or round it', zh: () => '精确数直接写，概数写整数' },
    },
  },

  // what is exact has no such word
  on: { figure: ({ prose, figure }) => (figure.qualifier === 'exact' ? [] : inFigure(prose, figure)) },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Training
              body: About 3,400 people were trained, at a cost of around $200,000.
      `,
      bad: en`
        summary:
          sections:
            - title: Training
              body: About 3,467 people were trained, at a cost of around $200,000 or so.
      `,
      finds: ['8:13 precise', '8:59 twice'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 培训约3400人，投入20万元左右。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 培训
              正文: 培训约3467人，投入约20万元左右。
      `,
      finds: ['8:13 precise', '8:22 twice'],
    },
  },
};

function* inFigure({ text, place, isTyped }: Prose, quantity: Quantity): Generator<Finding> {
  const { span, digits } = quantity;
  const figure = text.slice(...span);
  const first = before.exec(figure)?.[0];
  const second = behind.exec(figure);
  if (first !== undefined && second) {
    const from = span[0] + second.index;
    const cut = [from, from + second[0].length] as const;
    const fix = { ...place(cut), insert: '', safe: same.test(figure) };
    yield {
      ...place(span),
      message: 'twice',
      data: { figure, first, second: second[0].trim() },
      ...(isTyped(cut) && { fix }),
    };
    // 人次超过109人 is one mistake, which units-given tells whole
  } else if (isExactCount(text, quantity) && !isUnitTwice(quantity))
    yield {
      ...place(span),
      message: 'precise',
      data: { figure, number: text.slice(...digits) },
      severity: 'info',
    };
}
