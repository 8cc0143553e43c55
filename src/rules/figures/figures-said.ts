import { saidFigureFindings } from '../../claims/figures/said-figures.ts';
import { en, zh, type Rule } from '../rule.ts';

export const figuresSaid: Rule = {
  id: 'figures-said',
  draftOnly: true,
  severity: 'error',
  figures: true,
  summary: {
    en: 'Say every declared figure in the text of its section, as declared.',
    zh: '声明的数字，本节正文要写到，而且一致。',
  },
  why: {
    en: 'A declared figure that the text does not say, or says otherwise, is printed wrong. A metric with a source, and the cells of tables, may go unsaid. Equal figures of one section are counted, and each needs a place of its own.',
    zh: '声明了的数字，正文没有写或写成别的数，印出来就是错的。注明来源的指标和表格里的数可以不写。同一章节里相等的数字按个数核对，每个都要有自己的出处。',
  },
  messages: {
    unsaid: {
      en: ({ name, value }) => `the text of this section does not say “${name}”, ${value}`,
      zh: ({ name, value }) => `本节正文没有写“${name}”${value}`,
      help: {
        en: ({ name, key }) =>
          `write the figure or {{${name}}} in the text; a figure from elsewhere takes “${key}: …”`,
        zh: ({ name, key }) => `在正文写上这个数或 {{${name}}}；正文不写的，注明“${key}: ……”`,
      },
    },
    fewer: {
      en: ({ name, value, count, said }) =>
        `${count} figures of this section are ${value}, but the text says it ${said === 1 ? 'once' : `${said} times`}: “${name}” is missing`,
      zh: ({ name, value, count, said }) =>
        `本节有${count}个数字都是${value}，正文只写了${said}处，缺“${name}”`,
    },
    differs: {
      en: ({ name, value, said }) => `the text says ${said} for “${name}”, which is declared as ${value}`,
      zh: ({ name, value, said }) => `“${name}”正文写作${said}，声明的是${value}`,
      help: {
        en: () => 'make both the same, or refer to the figure with {{…}}',
        zh: () => '核实后改成一致，或在正文用 {{…}} 引用',
      },
    },
  },

  on: { report: (reading, { own }) => saidFigureFindings(reading, own('source')) },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691. There were no fatal accidents all year.
              metrics:
                hazards found: 695
                hazards closed: 691
                fatal accidents: 0
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 659 hazards and had all of them closed.
              metrics:
                hazards found: 695
                inspectors: 24
      `,
      finds: ['10:24 unsaid', '11:21 unsaid'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，已整改691处，全年未发生安全责任事故。
              指标:
                发现隐患: 695处
                已整改: 691处
                安全责任事故: 0起
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患659处，全部整改。
              指标:
                发现隐患: 695处
                排查小组: 24个
      `,
      finds: ['8:15 differs', '11:15 unsaid'],
    },
  },
};
