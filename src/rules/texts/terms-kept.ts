import { avoidedAt, avoidedIn } from '../../model/avoided-terms.ts';
import { en, zh, type Rule } from '../rule.ts';

export const termsKept: Rule = {
  id: 'terms-kept',
  severity: 'warning',
  summary: { en: 'Do not use spellings that are listed under “avoid”.', zh: '不用术语里列为“不用”的写法。' },
  why: {
    en: 'One name in several spellings reads as several things. What stands under “terms”, in the draft or in the configuration, says which spelling holds.',
    zh: '同一名称写法不一，会被当成不同的事物。“术语”（稿中或配置里）写明用哪一种写法。',
  },
  messages: {
    avoided: {
      en: ({ written }) => `“${written}” is not to be used`,
      zh: ({ written }) => `“${written}”是不用的写法`,
      help: {
        en: ({ term, full }) => (full === '' ? `write “${term}”` : `write “${term}”, or in full “${full}”`),
        zh: ({ term, full }) => (full === '' ? `写“${term}”` : `写“${term}”，或用全称“${full}”`),
      },
    },
  },

  on: {
    *report(reading) {
      const { report } = reading;
      const avoided = avoidedIn(report);
      if (avoided.length === 0) return;
      for (const { path, text } of reading.scalars.texts)
        for (const { span, of } of avoidedAt(text, avoided)) {
          const { written, term, full = '' } = of;
          // which of two names was meant is the author’s to say
          const fix = full === '' ? { fix: { path, span, insert: term, safe: false } } : {};
          yield { path, span, message: 'avoided', data: { written, term, full }, ...fix };
        }
    },
  },

  examples: {
    en: {
      good: en`
        terms: { KSI: { full: killed or seriously injured, avoid: [K&SI] } }
        summary:
          sections:
            - title: Roads
              body: KSI fell again; the K&SIs of other years are in the annex.
      `,
      bad: en`
        terms: { KSI: { full: killed or seriously injured, avoid: [K&SI] } }
        summary:
          sections:
            - title: Roads
              body: K&SI fell again.
      `,
      finds: ['9:13 avoided'],
    },
    zh: {
      good: zh`
        术语: { 智慧水务平台: { 不用: [水务智慧平台] } }
        总结:
          章节:
            - 标题: 信息化
              正文: 智慧水务平台上线运行，印发《水务智慧平台管理办法》。
      `,
      bad: zh`
        术语: { 智慧水务平台: { 不用: [水务智慧平台] } }
        总结:
          章节:
            - 标题: 信息化
              正文: 水务智慧平台上线运行。
      `,
      finds: ['9:11 avoided'],
    },
  },
};
