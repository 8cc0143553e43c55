import { lostReferences, type Referred } from '../../claims/names/typed-references.ts';
import type { Words } from '../../diagnostic.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

const names: Readonly<Record<Referred, Words>> = {
  annex: { en: 'annexes', zh: '附件' },
  part: { en: 'parts', zh: '部分' },
  table: { en: 'tables', zh: '表' },
  figure: { en: 'figures', zh: '图' },
};

export const referencesTyped: Rule = {
  id: 'references-typed',
  severity: 'warning',
  needs: ['附件', '部分', '表', '图', 'annex', 'appendix', 'section', 'part', 'table', 'fig'],
  scope: 'draft',
  summary: { en: 'Refer only to what the report has.', zh: '“见附件几”“见表几”要真有。' },
  why: {
    en: 'Where a report has two annexes, “see annex 5” leads nowhere. References typed by hand are counted against the annexes, parts, tables and figures of the report; those to other documents (section 9 of the Act) are let alone, and so are annexes of a draft that has none.',
    zh: '只有两个附件，却写“详见附件5”，读者无处可查。手写的“见附件几”“见第几部分”“见表几”“见图几”，按本稿实有的附件、部分、表、图核对；指别的文件的（《规划》第六部分、按通知附件2）不算，草稿里一个附件也没有的不查附件。',
  },
  messages: {
    lost: {
      en: ({ found, count, things }) => `“${found}” is not there: the report has ${count} ${things}`,
      zh: ({ found, count, thingsZh }) => `没有“${found}”所指的内容：本稿共有${thingsZh}${count}个`,
      help: {
        en: () => 'correct the number; of another document, name that document',
        zh: () => '改正序号；指别的文件的，写出文件名',
      },
    },
  },

  on: {
    claims: [
      ofReport(lostReferences, ({ prose, span, kind, count }) =>
        prose.isTyped(span)
          ? [
              {
                ...prose.place(span),
                message: 'lost',
                data: {
                  found: prose.text.slice(...span),
                  count,
                  things: names[kind].en,
                  thingsZh: names[kind].zh,
                },
              },
            ]
          : [],
      ),
    ],
  },

  examples: {
    en: {
      good: en`
        summary: { intro: 'The list is in Annex A. Section 9 of the Act applies.' }
        annexes: [{ title: List, intro: Names. }]
      `,
      bad: en`
        summary: { intro: 'The list is in Annex C.' }
        annexes: [{ title: List, intro: Names. }]
      `,
      finds: ['5:35 lost'],
    },
    zh: {
      good: zh`
        总结: { 导语: 名单见附件1；按《规划》第六部分执行。 }
        附件: [{ 标题: 名单, 导语: 略。 }]
      `,
      bad: zh`
        总结: { 导语: 名单见附件3，经费见表2。 }
        附件: [{ 标题: 名单, 导语: 略。 }]
      `,
      finds: ['5:13 lost', '5:20 lost'],
    },
  },
};
