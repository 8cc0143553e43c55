import { referenceFindings } from '../../claims/names/reference-findings.ts';
import { en, zh, type Rule } from '../rule.ts';

export const referencesKnown: Rule = {
  id: 'references-known',
  draftOnly: true,
  severity: 'error',
  scope: 'draft',
  summary: { en: 'Refer only to what the draft declares.', zh: '引用的名称都要有出处。' },
  why: {
    en: 'A reference that leads nowhere would print as a gap. Names stand between {{ and }}, in formulas, and under “metric” of a target.',
    zh: '引用落空，印出来就是空白。引用写在 {{ }} 里、算式里，以及目标的“指标”里。',
  },
  messages: {
    unknown: { en: ({ name }) => `nothing is called “${name}”`, zh: ({ name }) => `没有叫“${name}”的内容` },
    near: {
      en: ({ name, near }) => `nothing is called “${name}”; “${near}” was probably meant`,
      zh: ({ name, near }) => `没有叫“${name}”的内容，应是“${near}”`,
      help: { en: ({ near }) => `change it to “${near}”`, zh: ({ near }) => `改为“${near}”` },
    },
    alike: {
      en: ({ name }) => `nothing is called “${name}”`,
      zh: ({ name }) => `没有叫“${name}”的内容`,
      help: {
        en: ({ near }) => `if “${near}” is meant, write that; else declare it`,
        zh: ({ near }) => `若是指“${near}”，请改过来；若是另一项，请先声明`,
      },
    },
    spaced: {
      en: ({ name, near }) => `nothing is called “${name}”; for a difference write “${near}”`,
      zh: ({ name, near }) => `没有叫“${name}”的内容；若是相减，写成“${near}”`,
      help: { en: () => 'put a space on either side of the minus', zh: () => '减号两边各空一格' },
    },
    unclosed: {
      en: () => 'this reference is not closed',
      zh: () => '引用没有写完',
      help: {
        en: () => 'close it with }}, or write \\{{ for two braces',
        zh: () => '以 }} 结束；要印出花括号，写 \\{{',
      },
    },
    braces: {
      en: ({ written }) => `“${written}” is no reference, and would be printed as it stands`,
      zh: ({ written }) => `“${written}”不是引用，会照原样印出来`,
      help: {
        en: ({ name }) => `write “{{${name}}}”, with two half-width braces on either side`,
        zh: ({ name }) => `写成“{{${name}}}”，前后各两个英文花括号`,
      },
    },
    silent: {
      en: ({ name }) => `“${name}” has nothing to print: the draft does not give it`,
      zh: ({ name }) => `“${name}”没有可印的内容：稿中没有给出`,
    },
  },

  on: { report: (reading) => referenceFindings(reading) },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found {{hazards found}} hazards.
              metrics:
                hazards found: 695
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found {{hazard found}} hazards; see {{annex}}.
              metrics:
                hazards found: 695
      `,
      finds: ['8:32 near', '8:62 unknown'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患{{发现隐患}}。
              指标:
                发现隐患: 695处
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患{{发现隐换}}，见{{附表}}。
              指标:
                发现隐患: 695处
      `,
      finds: ['8:17 near', '8:27 unknown'],
    },
  },
};
