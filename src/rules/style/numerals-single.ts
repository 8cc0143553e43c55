import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { mixedLists, numeralForms, type NumeralForm } from '../../style/numeral-forms.ts';
import { en, zh, type Rule } from '../rule.ts';

export const numeralsSingle: Rule = {
  id: 'numerals-single',
  severity: 'info',
  scope: 'draft',
  summary: { en: 'Like numbers are written in one form.', zh: '同类数字用同一种形式。' },
  why: {
    en: 'Where like things are counted, a text keeps to one form (GB/T 15835-2011, 5.2): 十余处 beside 10余处, 三月 beside 5月, 百分之九十 beside 5%, and in English 3 percent beside 4%, March 3, 2017 beside 4 May 2017, show that texts of several hands were put together. Each is told once.',
    zh: '同类数字，形式要统一（GB/T 15835—2011，5.2）。“十余处”与“10余处”、“三月”与“5月”、“百分之九十”与“5%”混用，一看就是几个人的稿子拼起来的。每一类只提示一次。',
  },
  messages: {
    mixed: {
      en: ({ found, other, count }) =>
        `“${found}” and “${other}” are two forms of like numbers (${count} of the first)`,
      zh: ({ found, other, count }) => `“${found}”与“${other}”写法不一（前一种全文${count}处）`,
      help: { en: () => 'keep to one form', zh: () => '统一写法' },
    },
    list: {
      en: ({ found }) => `“${found}” stands in a list with digits`,
      zh: ({ found }) => `并列的数量有的用数字，这里写“${found}”`,
      help: { en: () => 'write digits here as well', zh: () => '这里也用阿拉伯数字' },
    },
  },

  on: {
    *report(reading) {
      for (const [[odd, ...others], [usual]] of reading.once(mixedNumerals))
        if (odd && usual)
          yield {
            ...odd.prose.place(odd.span),
            message: 'mixed',
            data: { found: wordsOf(odd), other: wordsOf(usual), count: others.length + 1 },
            related: [{ ...usual.prose.place(usual.span), note: { en: 'the other form', zh: '另一种写法' } }],
          };
    },
    *text(prose) {
      for (const span of prose.once(mixedLists))
        if (prose.isTyped(span))
          yield { ...prose.place(span), message: 'list', data: { found: prose.text.slice(...span) } };
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'Visits rose by 3 percent, loans by 4 percent.' }
      `,
      bad: en`
        summary: { intro: 'Visits rose by 3 percent, loans by 4%.' }
      `,
      finds: ['5:35 mixed'],
    },
    zh: {
      good: zh`
        总结: { 导语: 3月启动改造，拆除违建十余处，建成公园5个、车站12个，百分之百完成整改。 }
      `,
      bad: zh`
        总结: { 导语: 三月启动改造，5月完工，建成公园五个、车站12个。 }
      `,
      finds: ['5:11 mixed', '5:27 list'],
    },
  },
};

interface Placed extends NumeralForm {
  readonly prose: Prose;
}
const wordsOf = ({ prose, span }: Placed): string => prose.text.slice(...span);

/** Like numbers in two forms: all of the rarer form, then of the other; of as many, the later. */
function mixedNumerals({ texts }: Reading): readonly (readonly [readonly Placed[], readonly Placed[]])[] {
  const things = new Map<string, [Placed[], Placed[]]>();
  for (const prose of texts)
    for (const form of prose.once(numeralForms)) {
      if (!prose.isTyped(form.span)) continue;
      const ways = things.get(form.thing) ?? [[], []];
      ways[form.way].push({ ...form, prose });
      things.set(form.thing, ways);
    }
  return [...things.values()].flatMap(([digits, words]): [Placed[], Placed[]][] => {
    if (digits.length === 0 || words.length === 0) return [];
    return digits.length < words.length ? [[digits, words]] : [[words, digits]];
  });
}
