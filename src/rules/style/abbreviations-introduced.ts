import { introductions, usesOf } from '../../style/abbreviations.ts';
import { en, zh, type Rule } from '../rule.ts';

export const abbreviationsIntroduced: Rule = {
  id: 'abbreviations-introduced',
  severity: 'info',
  scope: 'draft',
  summary: { en: 'An abbreviation is introduced before it is used.', zh: '简称先说明，后使用。' },
  why: {
    en: 'Whoever reads from the front meets the short name first and has to guess. Headings are let pass.',
    zh: '从头读的人先碰到简称，要猜是什么。标题不算。',
  },
  messages: {
    early: {
      en: ({ short }) => `“${short}” is used here, and introduced only further down`,
      zh: ({ short }) => `“${short}”在此先用，后面才说明是简称`,
      help: {
        en: ({ short }) => `write the full name here, with (${short}) behind it`,
        zh: () => '此处写全称并注明简称，后面的说明删去',
      },
    },
  },

  on: {
    *report({ texts }) {
      const prose = texts.filter(({ path }) => path.at(-1) !== 'title');
      const told = new Set<string>();
      for (const [index, text] of prose.entries())
        for (const introduced of text.once(introductions)) {
          const { short, span } = introduced;
          if (told.has(short)) continue;
          told.add(short);
          for (const earlier of prose.slice(0, index + 1)) {
            const before = earlier === text ? span[0] : earlier.text.length;
            const use = usesOf(introduced, earlier.text, before).find((each) => earlier.isTyped(each));
            if (use === undefined) continue;
            yield { ...earlier.place(use), message: 'early', data: { short } };
            break;
          }
        }
    },
  },

  examples: {
    en: {
      good: en`
        summary: { intro: The Road Safety Fund (RSF) paid for 12 crossings. The RSF grew. }
      `,
      bad: en`
        summary: { intro: The RSF grew. The Road Safety Fund (RSF) paid for 12 crossings. }
      `,
      finds: ['5:23 early'],
    },
    zh: {
      good: zh`
        总结: { 导语: 城市道路建设管理中心（以下简称“道建中心”）挂牌。道建中心修路3条。 }
      `,
      bad: zh`
        总结: { 导语: 道建中心修路3条。城市道路建设管理中心（以下简称“道建中心”）挂牌。 }
      `,
      finds: ['5:11 early'],
    },
  },
};
