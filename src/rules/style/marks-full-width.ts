import type { Finding } from '../../diagnostic.ts';
import { markWidths } from '../../style/wide-marks.ts';
import { zh, type Rule } from '../rule.ts';
import { amissFindings } from '../amiss-findings.ts';

export const marksFullWidth: Rule = {
  id: 'marks-full-width',
  severity: 'warning',
  languages: ['zh'],
  summary: { en: 'Chinese sentences have full-width punctuation.', zh: '中文句子用全角标点。' },
  why: {
    en: 'GB/T 15834 gives every mark of a Chinese text the width of a character; a narrow comma or bracket among wide ones shows that a sentence was pasted. Figures, times, addresses, codes and Latin phrases keep their own marks. A text that was folded as a whole, as web pages and text exports are, is told once.',
    zh: 'GB/T 15834 规定中文标点占一个字的位置，全角里夹着半角，多半是粘贴留下的。数字、时间、网址、代码和外文词语里的标点不算。全文都是半角的（网页、文本导出常见），只提示一次。',
  },
  messages: {
    narrow: {
      en: ({ found }) => `“${found}” is a half-width mark in a Chinese sentence`,
      zh: ({ found }) => `中文句子里用了半角“${found}”`,
      help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `改为“${insert}”` },
    },
    folded: {
      en: ({ count }) => `the whole text has half-width punctuation, ${count} marks of it`,
      zh: ({ count }) => `全文用的是半角标点，共${count}处`,
      help: {
        en: () => 'type full-width marks; where an export folded them, export anew',
        zh: () => '改用全角标点；导出时被转成半角的，重新导出',
      },
    },
  },

  on: {
    *report(reading): Generator<Finding> {
      const { texts, report } = reading;
      let [narrow, wide] = [0, 0];
      for (const prose of texts) {
        const widths = prose.once(markWidths);
        narrow += widths.narrow.length;
        wide += widths.wide;
      }
      if (narrow >= MANY && narrow > wide * FOLDED) {
        yield { path: report.path, message: 'folded', data: { count: narrow }, severity: 'info' };
        return;
      }
      for (const prose of narrow === 0 ? [] : texts)
        yield* amissFindings(prose, prose.once(markWidths).narrow, () => ({ message: 'narrow' }));
    },
  },

  examples: {
    zh: {
      good: zh`
        总结: { 导语: '9:30开会，投入1,234万元（PM2.5为30），见 https://example.org/a,b。' }
      `,
      bad: zh`
        总结: { 导语: '全年办结25项,其中会办10项(含续办).' }
      `,
      finds: ['5:19 narrow', '5:27 narrow', '5:31 narrow', '5:32 narrow'],
    },
  },
};

/** From so many narrow marks on, and so many times as many as there are wide ones, a text was folded as a whole. */
const MANY = 10;
const FOLDED = 4;
