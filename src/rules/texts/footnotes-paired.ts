import { noteMarksIn, notesIn } from '../../model/markdown-source.ts';
import { en, zh, type Rule } from '../rule.ts';

export const footnotesPaired: Rule = {
  id: 'footnotes-paired',
  severity: 'error',
  summary: {
    en: 'Give each mark of a note its note, and each note its mark.',
    zh: '注号有注文，注文有注号。',
  },
  why: {
    en: 'A mark without a note sends readers nowhere, and is printed as `[^1]`. Notes belong to the text in which they stand: each body has its own, and they are numbered through the report when it is rendered.',
    zh: '有注号没有注文，读者无处可查，还会把`[^1]`原样印出来。注文写在同一段正文里；各章节的注号互不相干，输出时全文统一编号。',
  },
  messages: {
    'note-missing': {
      en: ({ label }) => `“[^${label}]” has no note in this text`,
      zh: ({ label }) => `“[^${label}]”在本段正文中没有注文`,
      help: {
        en: ({ label }) => `write “[^${label}]: …” below the text, on a line of its own behind a blank one`,
        zh: ({ label }) => `在正文末尾空一行，写上“[^${label}]: 注文”`,
      },
    },
    'mark-missing': {
      en: ({ label }) => `nothing refers to the note “${label}”`,
      zh: ({ label }) => `注文“${label}”没有地方引用`,
      help: {
        en: ({ label }) => `put “[^${label}]” where the note belongs, or take the note out`,
        zh: ({ label }) => `在要加注的地方写“[^${label}]”，或者删去注文`,
      },
    },
    'note-twice': {
      en: ({ label }) => `there are two notes “${label}” in this text`,
      zh: ({ label }) => `本段正文有两条注文“${label}”`,
      help: { en: () => 'give one of them another label', zh: () => '给其中一条换个注号' },
    },
  },

  on: {
    *body({ path, text, masked }) {
      const notes = notesIn(text);
      const marks = noteMarksIn(masked);
      const defined = new Set(notes.map(({ label }) => label));
      const used = new Set(marks.map(({ label }) => label));
      for (const { label, span } of marks)
        if (!defined.has(label)) yield { path, span, message: 'note-missing', data: { label } };
      for (const [index, { label, mark: span }] of notes.entries()) {
        if (notes.findIndex((note) => note.label === label) < index)
          yield { path, span, message: 'note-twice', data: { label } };
        else if (!used.has(label))
          yield { path, span, message: 'mark-missing', data: { label }, severity: 'warning' };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Schools
              body: |
                The roof was closed in July[^1].

                [^1]: By the building office.
      `,
      bad: en`
        summary:
          sections:
            - title: Schools
              body: |
                The roof was closed in July[^1].

                [^2]: By the building office.
      `,
      finds: ['9:36 note-missing', '11:9 mark-missing'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 建设
              正文: |
                主体结构七月封顶[^1]。

                [^1]: 据基建科。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 建设
              正文: |
                主体结构七月封顶[^1]。

                [^2]: 据基建科。
      `,
      finds: ['9:17 note-missing', '11:9 mark-missing'],
    },
  },
};
