import { twoForms, type TwoForms } from '../../style/two-forms.ts';
import { en, zh, type Rule } from '../rule.ts';

export const namesSingle: Rule = {
  id: 'names-single',
  severity: 'info',
  scope: 'draft',
  summary: { en: 'A name has one form.', zh: '同一名称只用一种形式。' },
  why: {
    en: 'A project with quotes here and without there, a title quoted from memory, 江门智慧平台 beside 江门市智慧平台: readers and search take them for two things. Compared are names that differ by quotes, by 市 behind a place, by 与 and 和, by words left out, by a bracket, by a single character, or in English by “&” and a plural. Quotes at the first mention only are let pass.',
    zh: '同一项目这里加引号、那里不加，文件名凭记忆写漏几个字，“江门智慧平台”与“江门市智慧平台”并存，读者和检索都会当成两样东西。比较的是：引号、地名后的“市”“县”、“与”和“和”、漏写的词、括号、只差一字的名称。只在首次出现时加引号的，不报。',
  },
  messages: {
    quotes: {
      en: ({ form }) => `“${form}” stands here without quotes, and with them further down`,
      zh: ({ form }) => `“${form}”这里没有加引号，后文加了`,
      help: {
        en: () => 'quote it throughout, or at its first mention only',
        zh: () => '全文统一加引号，或只在首次出现时加',
      },
    },
    form: {
      en: ({ form, other }) => `“${form}” is written “${other}” elsewhere`,
      zh: ({ form, other }) => `此处写“${form}”，别处写“${other}”`,
      help: {
        en: () => 'if they are one, write one form; if they are two, let it stand',
        zh: () => '指同一事物的，按规范名称统一；确是两回事的，不必改',
      },
    },
  },

  on: {
    *report(reading) {
      for (const { kind, odd, usual } of reading.once(twoForms)) {
        yield {
          ...odd.prose.place(odd.span),
          message: kind === 'quotes' ? 'quotes' : 'form',
          data: { form: shown(odd), other: shown(usual) },
          related: [{ ...usual.prose.place(usual.span), note: { en: 'the other form', zh: '另一种写法' } }],
        };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: The Parks and Recreation Department hired. The Parks Department of the county did not. }
      `,
      bad: en`
        summary: { intro: The Parks and Recreation Department grew. The Parks & Recreation Department hired 12. }
      `,
      finds: ['5:65 form'],
    },
    zh: {
      good: zh`
        总结: { 导语: “清洁家园”行动铺开，清洁家园行动整治村庄32个。 }
      `,
      bad: zh`
        总结: { 导语: 清洁家园行动铺开，“清洁家园”行动整治村庄32个，漳平市水务平台、漳平水务平台上线。 }
      `,
      finds: ['5:11 quotes', '5:44 form'],
    },
  },
};

/** A form as a message quotes it, its own quotes within. */
const shown = ({ prose, span }: TwoForms['odd']): string =>
  prose.text
    .slice(...span)
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
