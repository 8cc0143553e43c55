import type { Finding } from '../../diagnostic.ts';
import { crossingOf, type Crossing, type WrongLine } from '../../claims/parts/crossing-totals.ts';
import { tableClaims, type TableClaim } from '../../claims/tables/table-claims.ts';
import type { Related } from '../../claims/tables/line-relations.ts';
import type { Line } from '../../claims/tables/table-totals.ts';
import { difference, type Measured } from '../../quantity/value/arithmetic.ts';
import { printMeasured, type PrintOptions } from '../../quantity/value/print.ts';
import type { Cell } from '../../reading/tables.ts';
import { ofReport } from '../claims.ts';
import { tabled } from '../example-drafts.ts';
import type { Rule } from '../rule.ts';

export const tablesAddUp: Rule = {
  id: 'tables-add-up',
  severity: 'error',
  figures: true,
  summary: { en: 'Totals, shares and changes in tables hold.', zh: '表格的合计、占比、增减要对得上。' },
  why: {
    en: 'Tables of the draft and those typed in a body are read alike. A row or column is a total by `totals`, or by its name (Total, Subtotal, All), and is held against the sum of its cells, with the rounding that they show: empty cells count nothing, “of which” counts once, rates, ranks and averages have no sum. A column of shares is held against its total, one of changes against the two years before it, one of what was reached against plan and actual, one of rates against the two counts before it, where most of its cells are right. What only a name calls a total, and its figures show to be none, is let alone.',
    zh: '草稿声明的表和正文里用 Markdown 写的表，读法一样。写了“合计”键的，或者行名、列名叫合计、小计、总计、共计、总数的，逐行逐列相加核对，按写出的精度留舍入余地：空格不计，“其中”不重复计，比率、名次、平均数不相加，百分率的合计也可以是平均数。占比列按总数核对，增减、同比列按前面两年核对，完成率列按计划和实际核对，其他比率列按前面两个数核对，以多数格对得上为前提。只是名叫合计、数字表明并非各项之和的，不算错。',
  },
  messages: {
    differs: {
      en: ({ kind, name, sum, total, by, more }) =>
        `the total of ${kind} “${name}” should be ${sum}, not ${total}: it is ${by} too ${more === 1 ? 'high' : 'low'}`,
      zh: ({ kind, name, sumZh, total, byZh, more }) =>
        `“${name}”一${kind === 'row' ? '行' : '列'}合计应为${sumZh}，写作${total}，${more === 1 ? '多' : '少'}${byZh}`,
      help: {
        en: () => 'correct the total, or the cell that is wrong',
        zh: () => '改正合计，或改正写错的单元格',
      },
    },
    cell: {
      en: ({ row, column, expected, text }) =>
        `“${column}” of “${row}” should be ${expected}, not ${text}: then its row and its column both add up`,
      zh: ({ row, column, expectedZh, text }) =>
        `“${row}”的“${column}”应为${expectedZh}，写作${text}：改正后行、列合计都对得上`,
      help: {
        en: ({ expected }) => `write ${expected}, or check the row and the column`,
        zh: ({ expectedZh }) => `改为${expectedZh}，或逐格核对这一行、这一列`,
      },
    },
    missing: {
      en: ({ kind, name, sum }) => `${kind} “${name}” has no total; its cells add up to ${sum}`,
      zh: ({ kind, name, sumZh }) => `“${name}”一${kind === 'row' ? '行' : '列'}没有合计，各格相加为${sumZh}`,
      help: { en: ({ sum }) => `write ${sum}`, zh: ({ sumZh }) => `填上${sumZh}` },
    },
    text: {
      en: ({ text, more }) =>
        `“${text}” is no figure, so that the total cannot be checked${more === 0 ? '' : ` (${more} more like it)`}`,
      zh: ({ text, more }) => `“${text}”不是数字，合计无从核对${more === 0 ? '' : `（另有${more}处）`}`,
      help: {
        en: ({ totals }) => `write a figure, leave the cell empty, or correct “${totals}”`,
        zh: ({ totals }) => `写成数字，没有就留空；这一行（列）不是合计的，改正“${totals}”`,
      },
    },
    share: {
      en: ({ row, column, expected, text }) =>
        `“${column}” of “${row}” should be ${expected} of the total, not ${text}`,
      zh: ({ row, column, expectedZh, text }) => `“${row}”的“${column}”按总数应为${expectedZh}，写作${text}`,
      help: {
        en: () => 'correct the share, or the figure that it is reckoned from',
        zh: () => '改正占比，或核对据以计算的数',
      },
    },
    change: {
      en: ({ row, column, from, to, expected, text }) =>
        `“${column}” of “${row}” should be ${expected}, from ${from} to ${to}, not ${text}`,
      zh: ({ row, column, from, to, expectedZh, text }) =>
        `“${row}”的“${column}”应为${expectedZh}（由${from}到${to}），写作${text}`,
      help: {
        en: () => 'correct the change, or the figures of the two years',
        zh: () => '改正增减，或核对前后两年的数',
      },
    },
    reached: {
      en: ({ row, column, from, to, expected, text }) =>
        `“${column}” of “${row}” should be ${expected}, ${to} of ${from}, not ${text}`,
      zh: ({ row, column, from, to, expectedZh, text }) =>
        `“${row}”的“${column}”应为${expectedZh}（计划${from}，实际${to}），写作${text}`,
      help: {
        en: () => 'correct the rate, or the figures of plan and actual',
        zh: () => '改正完成率，或核对计划数和实际数',
      },
    },
    rate: {
      en: ({ row, column, from, to, expected, text }) =>
        `“${column}” of “${row}” should be ${expected}, ${to} of ${from}, not ${text}`,
      zh: ({ row, column, from, to, expectedZh, text }) =>
        `“${row}”的“${column}”应为${expectedZh}（${to} ÷ ${from}），写作${text}`,
      help: {
        en: () => 'correct the rate, or the two figures that it is reckoned from',
        zh: () => '改正比率，或核对据以计算的两个数',
      },
    },
    rest: {
      en: ({ row, column, from, to, expected, text }) =>
        `“${column}” of “${row}” should be ${expected}, ${from} less ${to}, not ${text}`,
      zh: ({ row, column, from, to, expectedZh, text }) =>
        `“${row}”的“${column}”应为${expectedZh}（${from}减${to}），写作${text}`,
      help: {
        en: () => 'correct what is left, or the two figures that it is reckoned from',
        zh: () => '改正余数，或核对据以计算的两个数',
      },
    },
    units: {
      en: ({ kind, name, text }) => `${kind} “${name}” cannot be added up: the unit of ${text} is another`,
      zh: ({ kind, name, text }) =>
        `“${name}”一${kind === 'row' ? '行' : '列'}不能相加：${text}的单位与其他各格不同`,
      help: { en: () => 'give all cells one unit, or leave the total out', zh: () => '统一单位，或去掉合计' },
    },
  },

  on: { claims: [ofReport(tableClaims, (claim, { own }) => inTable(claim, own('totals')))] },

  examples: {
    en: {
      good: tabled.en`
        columns: [drivers, mechanics, total]
        rows:
          North depot: [23, 12, 35]
          South depot: [31, '–', 31]
        totals: rows
      `,
      bad: tabled.en`
        columns: [drivers, mechanics, total]
        rows:
          North depot: [23, 12, 36]
          South depot: [31, '–', 31]
        totals: rows
      `,
      finds: ['13:35 differs'],
    },
    zh: {
      good: tabled.zh`
        列: [名校长, 名教师, 合计]
        行:
          省级: [2人, 3人, 5人]
          地市级: [23人, '/', 23人]
        合计: 行
      `,
      bad: tabled.zh`
        列: [名校长, 名教师, 合计]
        行:
          省级: [2人, 3人, 6人]
          地市级: [23人, '/', 23人]
        合计: 行
      `,
      finds: ['13:26 differs'],
    },
  },
};

function* inTable({ table, lines, related }: TableClaim, totals: string): Generator<Finding> {
  const wrong = lines.filter((line): line is WrongLine => line.verdict.is === 'differs');
  const single = crossingOf(wrong);
  if (single) yield atCrossing(single);
  else for (const line of wrong) yield differs(line);
  for (const each of related) yield* unlike(each);
  if (table.declared?.data.totals === undefined) return;
  for (const { verdict, ...line } of lines)
    if (verdict.is === 'missing')
      yield {
        ...line.total.place,
        message: 'missing',
        data: { kind: line.kind, name: line.name, ...both('sum', verdict.sum) },
      };
  yield* oncePerTable(lines, 'text', totals);
  yield* oncePerTable(lines, 'units', totals);
}

/** A cell that is not what others of its line make it. */
function* unlike({ kind, cell, from, expected }: Related): Generator<Finding> {
  if (expected === undefined) return;
  const [first, second] = from;
  yield {
    ...cell.place,
    message: kind,
    data: {
      row: cell.row,
      column: cell.column,
      text: cell.text,
      from: first?.text ?? '',
      to: second?.text ?? '',
      ...both('expected', expected),
    },
    related: from.map(noteOf),
  };
}

/** A cell that a finding is reckoned from. */
const noteOf = ({ place, row, column, text }: Cell): NonNullable<Finding['related']>[number] => ({
  ...place,
  note: { en: `${row}, ${column}: ${text}`, zh: `${row}、${column}：${text}` },
});

/** What is wrong with the cells of a table is said at the first of them. */
function* oncePerTable(lines: readonly Line[], is: 'text' | 'units', totals: string): Generator<Finding> {
  const found = lines.flatMap(({ verdict, kind, name }) =>
    verdict.is === is && 'cell' in verdict ? [{ cell: verdict.cell, kind, name }] : [],
  );
  const cells = new Set(found.map(({ cell }) => cell));
  const [first] = found;
  if (first)
    yield {
      ...first.cell.place,
      message: is,
      data: { kind: first.kind, name: first.name, text: first.cell.text, totals, more: cells.size - 1 },
    };
}

const both = (name: string, measured: Measured, options?: PrintOptions): Record<string, string> => ({
  [name]: printMeasured(measured, 'en', options),
  [`${name}Zh`]: printMeasured(measured, 'zh', options),
});

function differs({ kind, name, parts, total, verdict: { sum, stated } }: WrongLine): Finding {
  const more = stated.number.compare(sum.number) > 0;
  const by = more ? difference(stated, sum) : difference(sum, stated);
  return {
    ...total.place,
    message: 'differs',
    data: {
      kind,
      name,
      total: total.text,
      more: more ? 1 : 0,
      ...both('sum', { ...sum, unit: stated.unit }),
      ...both('by', { ...by, unit: stated.unit, loose: false }, { keepUnit: true }),
    },
    related: parts
      .filter(({ operand }) => operand.kind === 'figure')
      .slice(0, 8)
      .map((cell) => {
        const label = kind === 'row' ? cell.column : cell.row;
        return { ...cell.place, note: { en: `${label}: ${cell.text}`, zh: `${label}：${cell.text}` } };
      }),
  };
}

function atCrossing({ cell, lines, expected }: Crossing): Finding {
  return {
    ...cell.place,
    message: 'cell',
    data: { row: cell.row, column: cell.column, text: cell.text, ...both('expected', expected) },
    related: lines.map(({ total }) => ({
      ...total.place,
      note: { en: `total: ${total.text}`, zh: `合计：${total.text}` },
    })),
  };
}
