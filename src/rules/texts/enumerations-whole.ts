import { brokenRunClaims, type BrokenRun } from '../../claims/counts/enumerations.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Prose } from '../../reading/prose.ts';
import { ofText } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const enumerationsWhole: Rule = {
  id: 'enumerations-whole',
  severity: 'warning',
  summary: { en: 'Number the points of a text without gaps.', zh: '文中列举的序号要连着。' },
  why: {
    en: 'First, second, fourth: a point was lost, or one was taken out and the rest kept their numbers. A run in a text (first …, (1) …, (a) …) is followed from its first point; one that begins again is another, and one whose first point is not in the text is let alone.',
    zh: '一是、二是、四是，不是漏了一点，就是删了一点没有改号。文中的一是、一要、第一、（一）、（1）、①，从头数起；重新从一数起的是另一组，第一点不在这段文字里的不管。',
  },
  messages: {
    missing: {
      en: ({ mark, before }) => `“${mark}” follows “${before}”`,
      zh: ({ mark, before }) => `“${before}”后面接着“${mark}”`,
      help: {
        en: () => 'put in what is missing, or number the points anew',
        zh: () => '补上漏掉的一点，或重新编号',
      },
    },
    repeated: {
      en: ({ mark }) => `“${mark}” stands twice in a row`,
      zh: ({ mark }) => `“${mark}”接连出现两次`,
      help: { en: () => 'number the points anew', zh: () => '重新编号' },
    },
  },

  on: { claims: [ofText(brokenRunClaims, (claim, prose) => [found(prose, claim)])] },

  examples: {
    en: {
      good: en`
        summary: { intro: 'First, routes were cut. Second, fares were frozen. Third, buses came.' }
      `,
      bad: en`
        summary: { intro: 'First, routes were cut. Second, fares were frozen. Fourth, buses came.' }
      `,
      finds: ['5:71 missing'],
    },
    zh: {
      good: zh`
        总结: { 导语: 一是建台账；二是压责任；三是严督查。 }
      `,
      bad: zh`
        总结: { 导语: 一是建台账；二是压责任；二是严督查；五是强保障。 }
      `,
      finds: ['5:23 repeated', '5:29 missing'],
    },
  },
};

function found({ text, place }: Prose, { before, mark, fault }: BrokenRun): Finding {
  const words = (span: BrokenRun['mark']['span']): string => text.slice(...span).replace(/[，,：]$/, '');
  return {
    ...place(mark.span),
    message: fault,
    data: { mark: words(mark.span), before: words(before.span) },
    related: [{ ...place(before.span), note: { en: 'the point before', zh: '前一点' } }],
  };
}
