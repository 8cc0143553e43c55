import type { Section } from '../../model/report.ts';
import { stopOfTitle } from '../../style/line-ends.ts';
import { en, zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const titlesUnstopped: Rule = {
  id: 'titles-unstopped',
  severity: 'warning',
  summary: { en: 'A title ends without a stop.', zh: '标题末尾不用标点。' },
  why: {
    en: 'A title stands on a line of its own, whose end parts it from the text; a stop behind it is a leftover (GB/T 15834). ？ and ！ may be meant.',
    zh: '标题独占一行，末尾不用句号、逗号（GB/T 15834）；问号、叹号不算。',
  },
  messages: {
    title: {
      en: ({ found }) => `the title ends with “${found}”`,
      zh: ({ found }) => `标题末尾有“${found}”`,
      help: { en: () => `remove it`, zh: () => `删去` },
    },
  },

  on: {
    *text(prose) {
      if (prose.path.at(-1) !== 'title') return;
      const found = prose.once(stopOfTitle);
      if (found.length > 0 && !isClause(prose.section))
        yield* amissFindings(prose, found, ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    en: {
      good: en`
        summary: { sections: [{ title: Lamps, body: Mended. }, { title: What next?, body: Bins. }] }
      `,
      bad: en`
        summary: { sections: [{ title: 'Lamps;', body: Mended. }] }
      `,
      finds: ['5:38 title'],
    },
    zh: {
      good: zh`
        总结: { 章节: [{ 标题: 路灯, 正文: 已修复。 }] }
      `,
      bad: zh`
        总结: { 章节: [{ 标题: 路灯。, 正文: 已修复。 }] }
      `,
      finds: ['5:20 title'],
    },
  },
};

/** A clause that is typed as a heading, with nothing below it. */
const isClause = (section: Section | undefined): boolean =>
  section !== undefined &&
  section.sections.length === 0 &&
  (section.data.body ?? '').trim() === '' &&
  section.tables.length === 0 &&
  section.targets.length === 0;
