import { openEnds } from '../../style/line-ends.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const paragraphsStopped: Rule = {
  id: 'paragraphs-stopped',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'A paragraph ends with a stop.', zh: '段末有标点。' },
  why: {
    en: 'A paragraph that breaks off without a stop may have lost its end. Headings, labels, captions, signatures and items of lists are let pass.',
    zh: '段末没有标点，可能漏了后半句。小标题、标签、图表题、落款、列表项不算。',
  },
  messages: {
    open: {
      en: () => `the paragraph ends without a stop`,
      zh: () => `段末没有标点`,
      help: { en: () => `add the stop, or what is missing`, zh: () => `补上标点或缺的内容` },
    },
  },

  on: {
    *text(prose) {
      if (prose.path.at(-1) === 'body' || prose.path.at(-1) === 'intro')
        yield* amissFindings(prose, prose.once(openEnds), ({ kind }) => ({ message: kind }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: 全年修复路灯96盏，更换座椅40张。群众满意。 }
      `,
      bad: zh`
        总结: { 导语: 全年修复路灯96盏，更换座椅40张。群众满意 }
      `,
      finds: ['5:32 open'],
    },
  },
};
