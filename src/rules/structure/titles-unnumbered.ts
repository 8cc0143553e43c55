import { en, zh, type Rule } from '../rule.ts';

/** Ordinal marks of GB/T 9704-2012 §7.3.3 and their relatives; of English ones those that no title begins with by itself. */
const marks = [
  /^第[一二三四五六七八九十百零\d]+(?:部分|章|节|条)[、.．\s]*/,
  /^[（(][一二三四五六七八九十百零]+[）)][、.．]?\s*/,
  /^[一二三四五六七八九十百零]+[、.．](?!\d)\s*/,
  /^[（(]\d{1,3}[）)]\s*/,
  /^\d{1,3}(?:[、）)]|[.．](?!\d))\s*/,
  /^\d{1,3}(?:\.\d{1,3})+[.)]?\s+(?=\D)/,
  /^[\u2460-\u2473\u3251-\u325F\u32B1-\u32BF]\s*/,
  /^\([a-z]{1,3}\)\s+/,
  /^(?:[IVX]{1,5}|[A-Z])[.)]\s+/,
];

export const titlesUnnumbered: Rule = {
  id: 'titles-unnumbered',
  severity: 'error',
  summary: { en: 'Write titles without their numbers.', zh: '标题里不写序号。' },
  why: {
    en: 'Numbers are computed, so that a section can be moved without renumbering by hand; one that is typed as well would be printed twice.',
    zh: '序号由程序编排，章节挪动不必手工改号；标题里再写一遍，就会印出两个序号。',
  },
  messages: {
    numbered: {
      en: ({ mark }) => `the title begins with the number “${mark}”`,
      zh: ({ mark }) => `标题以序号“${mark}”开头`,
      help: {
        en: ({ title }) => `write “${title}”; the number is added`,
        zh: ({ title }) => `只写“${title}”，序号会自动加上`,
      },
    },
  },

  on: {
    *report({ report: { sections } }) {
      for (const { data, path } of sections) {
        const { title = '' } = data;
        const mark = marks.map((pattern) => pattern.exec(title)?.[0]).find((found) => found !== undefined);
        if (mark === undefined) continue;
        const at = [...path, 'title'] as const;
        const found = { mark: mark.trim(), title: title.slice(mark.length) };
        yield {
          path: at,
          span: [0, mark.trimEnd().length],
          message: 'numbered',
          data: found,
          fix: { path: at, span: [0, mark.length], insert: '', safe: true },
        };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: 20 towns pass the review
              body: The review is finished.
      `,
      bad: en`
        summary:
          sections:
            - title: 1.1 Road safety
              body: A calm year.
      `,
      finds: ['7:14 numbered'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 20个镇街通过复评
              正文: 复评工作完成。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: （一）校园安全
              正文: 全年平稳。
      `,
      finds: ['7:11 numbered'],
    },
  },
};
