import { repeatedClauses } from '../../claims/figures/repeated-clauses.ts';
import { repeatedSentences } from '../../claims/figures/repeated-sentences.ts';
import { sectionLabel } from '../../model/labels.ts';
import type { Prose } from '../../reading/prose.ts';
import { zh, type Rule } from '../rule.ts';

export const clausesSingle: Rule = {
  id: 'clauses-single',
  severity: 'info',
  scope: 'draft',
  languages: ['zh'],
  summary: {
    en: 'A plan is not written in the words of the summary.',
    zh: '计划不照抄总结，同一件事不写两处。',
  },
  why: {
    en: 'A long clause that two sections share was often copied: a plan that says again what the summary says is done, a document that is issued in two sections. Looked at are Chinese clauses of 18 characters and more without figures, apart from 继续 and 进一步 before them; what reports say by their nature (guiding thought, laws) is let pass. Each text is told once. Whole sentences are a matter of `texts-single`.',
    zh: '两个章节里相同的长分句，常是复制来的：计划重写总结里做完的事，同一份文件在两处“印发”。查的是18字以上、不带数字的分句，“继续”“进一步”不计；指导思想、法律名称等惯用语不查。每段文字只提示一次，整句相同的归 `texts-single`。',
  },
  messages: {
    repeated: {
      en: ({ place }) => `${place} says this in the same words`,
      zh: ({ placeZh }) => `${placeZh}有同样的话`,
      help: {
        en: () => 'if it was copied, say what is new here',
        zh: () => '如是照抄，写出这里新的内容',
      },
    },
  },

  on: {
    *report(reading) {
      const whole = reading.once(repeatedSentences);
      const told = new Set<Prose>();
      for (const { prose, span, first } of reading.once(repeatedClauses)) {
        const isOfSentence = whole.some(
          (each) => each.prose === prose && each.span[0] <= span[0] && each.span[1] >= span[1],
        );
        if (isOfSentence || told.has(prose) || !prose.isTyped(span)) continue;
        told.add(prose);
        const label = first.prose.section ? sectionLabel(first.prose.section) : undefined;
        yield {
          ...prose.place(span),
          message: 'repeated',
          data: { place: label?.en ?? 'the text before it', placeZh: label?.zh ?? '前文' },
          related: [
            { ...first.prose.place(first.span), note: { en: 'stands here first', zh: '先写在这里' } },
          ],
        };
      }
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 组织全县初中数学教师优质课评比展示活动，参赛教师120名。 }
        计划: { 导语: 新增高中物理教师优质课评比，参赛教师不少于80名。 }
      `,
      bad: zh`
        总结: { 导语: 组织全县初中数学教师优质课评比展示活动，参赛教师120名。 }
        计划: { 导语: 继续组织全县初中数学教师优质课评比展示活动。 }
      `,
      finds: ['6:13 repeated'],
    },
  },
};
