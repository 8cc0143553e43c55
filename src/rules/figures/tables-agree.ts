import type { Agreement } from '../../claims/tables/fact-index.ts';
import { tableAgreements } from '../../claims/tables/table-agreements.ts';
import type { Finding } from '../../diagnostic.ts';
import { ofReport } from '../claims.ts';
import { en, zh, type Rule } from '../rule.ts';

export const tablesAgree: Rule = {
  id: 'tables-agree',
  severity: 'error',
  figures: true,
  scope: 'draft',
  summary: { en: 'Tables and text give one thing one figure.', zh: '表与文、表与表，同一个数要一致。' },
  why: {
    en: 'A table with 35 nurseries beside a sentence with 36 makes a reader doubt both. A figure of the text is held against the cell whose row or column, or both, its words name, of the same year and the same kind of unit, with the rounding of both; and a cell against that of another table with the same row and column. What the text calls a part (of these, new), a plan, about so many, or tells of another time or place, is let alone, and so are two tables of which most cells differ.',
    zh: '表里幼儿园35所，文中写36所，读者两处都不敢信。正文写明了行名或列名（或两个都写）的数字，与同一年、同类计量单位的那一格核对，按两边的精度留舍入余地；两张表行名、列名相同的格也互相核对。写了其中、新建、计划、约数，或者说的是别的时间、别的地方的，不算；两张表多数格都不同的，是两回事，也不算。',
  },
  messages: {
    text: {
      en: ({ row, column, cell, said }) =>
        `${said} in the text; in the table, “${column}” of “${row}” is ${cell}`,
      zh: ({ row, column, cell, said }) => `文中写${said}，表中“${row}”的“${column}”是${cell}`,
      help: {
        en: () => 'correct the text or the table; of another time, place or part, say which in the sentence',
        zh: () => '改正正文或表格；说的是别的时间、别的地方或其中一部分的，在句中写明',
      },
    },
    table: {
      en: ({ row, column, cell, said }) =>
        `“${column}” of “${row}” is ${said} here, and ${cell} in another table`,
      zh: ({ row, column, cell, said }) => `“${row}”的“${column}”这里是${said}，另一张表是${cell}`,
      help: {
        en: () => 'correct one of them; tables of different things say so in their captions',
        zh: () => '改正其中一处；两张表说的不是一回事的，在表题里写明',
      },
    },
  },

  on: { claims: [ofReport(tableAgreements, (claim) => (claim.holds ? [] : [differing(claim)]))] },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Schools
              body: |
                The borough has 35 nurseries; 6 new nurseries are being built.

                | Type            | Number |
                | --------------- | ------ |
                | Nurseries       | 35     |
                | Primary schools | 41     |
      `,
      bad: en`
        summary:
          sections:
            - title: Schools
              body: |
                The borough has 36 nurseries.

                | Type            | Number |
                | --------------- | ------ |
                | Nurseries       | 35     |
                | Primary schools | 41     |
      `,
      finds: ['9:25 text'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 学校
              正文: |
                全市现有幼儿园35所，新建幼儿园6所。

                | 学段   | 学校数（所） |
                | ------ | ------------ |
                | 幼儿园 | 35           |
                | 小学   | 41           |
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 学校
              正文: |
                全市现有幼儿园36所。

                | 学段   | 学校数（所） |
                | ------ | ------------ |
                | 幼儿园 | 35           |
                | 小学   | 41           |
      `,
      finds: ['9:16 text'],
    },
  },
};

function differing({ fact: { cell }, other }: Agreement): Finding {
  const { row, column } = cell;
  const note = { en: `${row}, ${column}: ${cell.text}`, zh: `${row}、${column}：${cell.text}` };
  const data = { row, column, cell: cell.text };
  const related = [{ ...cell.place, note }];
  return 'cell' in other
    ? { ...other.cell.place, message: 'table', data: { ...data, said: other.cell.text }, related }
    : {
        ...other.prose.place(other.figure.span),
        message: 'text',
        data: { ...data, said: other.figure.text },
        related,
      };
}
