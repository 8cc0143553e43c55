import { grouped, mark, type Dice, type Patterns, type Seeded } from './dice.ts';
import { amounts, goods, people, places, things, towns } from './nouns.ts';

const rows = (lines: readonly (readonly string[])[]): string =>
  lines.map((line) => `| ${line.join(' | ')} |`).join('\n');

/** A table of places with a total, one figure of which is off. */
function totals(
  dice: Dice,
  bad: boolean,
  names: readonly string[],
  total: string,
  heads: readonly string[],
): string {
  const values = names.map(() => [dice.int(12, 160), dice.int(12, 160)]);
  const [column, off] = [dice.int(0, 1), dice.pick([-10, -2, -1, 1, 3, 10])];
  const sums = [0, 1].map((at) => values.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  return rows([
    heads,
    heads.map(() => '---'),
    ...names.map((name, at) => [name, ...(values[at] ?? []).map(String)]),
    [
      mark(bad, total),
      ...sums.map((sum, at) => (at === column ? mark(bad, String(sum + (bad ? off : 0))) : String(sum))),
    ],
  ]);
}

/** A table whose last column is the total of each row. */
function across(dice: Dice, bad: boolean, names: readonly string[], heads: readonly string[]): string {
  const [which, off] = [dice.int(0, names.length - 1), dice.pick([-10, -2, -1, 1, 3, 10])];
  return rows([
    heads,
    heads.map(() => '---'),
    ...names.map((name, at) => {
      const [a, b] = [dice.int(12, 160), dice.int(12, 160)];
      const wrong = bad && at === which;
      return [name, String(a), String(b), mark(wrong, String(a + b + (wrong ? off : 0)))];
    }),
  ]);
}

/** A table with last year, this year and what changed. */
function changed(dice: Dice, bad: boolean, names: readonly string[], heads: readonly string[]): string {
  const [which, off] = [dice.int(0, names.length - 1), dice.pick([-10, -3, 2, 3, 10])];
  return rows([
    heads,
    heads.map(() => '---'),
    ...names.map((name, at) => {
      const [old, more] = [dice.int(60, 160), dice.int(12, 50)];
      const wrong = bad && at === which;
      return [name, String(old), String(old + more), mark(wrong, String(more + (wrong ? off : 0)))];
    }),
  ]);
}

/** A table and a sentence that gives one of its cells, or another figure. */
function beside(dice: Dice, bad: boolean): Seeded {
  const [[a, b], value, off, other] = [
    dice.some(things, 2),
    dice.int(40, 400),
    dice.int(1, 9),
    dice.int(40, 400),
  ];
  const said = `全市共有${mark(bad, `${a?.noun}${value + (bad ? off : 0)}${a?.unit}`)}，群众反映较好。`;
  const table = rows([
    ['名称', '数量'],
    ['---', '---'],
    [`${a?.noun}（${a?.unit}）`, mark(bad, String(value))],
    [`${b?.noun}（${b?.unit}）`, String(other)],
  ]);
  return { text: dice.int(0, 1) === 1 ? `${said}\n\n${table}` : `${table}\n\n${said}` };
}

function twoTables(dice: Dice, bad: boolean): Seeded {
  const [thing, [a, b], value, off, other] = [
    dice.pick(things),
    dice.some(places, 2),
    dice.int(40, 400),
    dice.int(1, 9),
    dice.int(40, 400),
  ];
  const head = ['片区', `${thing.noun}（${thing.unit}）`];
  const table = (first: number, more: readonly string[], cells: readonly string[]): string =>
    rows([
      [...head, ...more],
      [...head, ...more].map(() => '---'),
      [`${a}片区`, mark(bad, String(first)), ...cells],
      [`${b}片区`, String(other), ...cells],
    ]);
  return {
    text: `${table(value, [], [])}\n§ 附表\n${table(value + (bad ? off : 0), ['工期（月）'], ['9'])}`,
  };
}

function besideEnglish(dice: Dice, bad: boolean): Seeded {
  const [[a = '', b = ''], value, off, other] = [
    dice.some(goods, 2),
    dice.int(40, 4000),
    dice.int(1, 9),
    dice.int(40, 400),
  ];
  const said = `The city has ${mark(bad, `${grouped(value + (bad ? off : 0))} ${a}`)}, as residents had asked.`;
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const table = rows([
    ['Kind', 'Number'],
    ['---', '---'],
    [capital(a), mark(bad, grouped(value))],
    [capital(b), String(other)],
  ]);
  return { text: dice.int(0, 1) === 1 ? `${said}\n\n${table}` : `${table}\n\n${said}` };
}

function twoTablesEnglish(dice: Dice, bad: boolean): Seeded {
  const [noun, [a = '', b = ''], value, off, other] = [
    dice.pick(goods),
    dice.some(towns, 2),
    dice.int(40, 400),
    dice.int(1, 9),
    dice.int(40, 400),
  ];
  const head = ['Town', noun.charAt(0).toUpperCase() + noun.slice(1)];
  const table = (first: number, more: readonly string[], cells: readonly string[]): string =>
    rows([
      [...head, ...more],
      [...head, ...more].map(() => '---'),
      [a, mark(bad, String(first)), ...cells],
      [b, String(other), ...cells],
    ]);
  return { text: `${table(value, [], [])}\n§ Annex\n${table(value + (bad ? off : 0), ['Months'], ['9'])}` };
}

/** A draft with progress of a sum that only grows, and what was reached in the end. */
function progress(dice: Dice, bad: boolean, english: boolean): Seeded {
  const [{ noun, unit }, start] = [dice.pick(amounts), dice.int(100, 300)];
  const [second, third, fault] = [start + dice.int(60, 200), dice.int(60, 200), dice.int(0, 1) === 1];
  const values = [start, second, second + third];
  if (bad) values[fault ? 2 : 1] = start - dice.int(10, 60);
  const name = english ? dice.pick(goods) : noun;
  const figures = values.map((value) => (english ? String(value) : `${value}${unit}`));
  const target = Math.min(...values) - 20;
  const entry = (at: number, date: string): string =>
    english ? `{ date: ${date}, value: ${figures[at]} }` : `{ 日期: ${date}, 数值: ${figures[at]} }`;
  const last = mark(bad && fault, figures[2] ?? '');
  const draft = english
    ? `schema: 1\ntitle: Annual report 2025\norganization: Westmere Council\nyear: 2025\nsummary:\n  sections:\n    - title: Services\n      body: The year went well.\n      results:\n        ${name} delivered:\n          level: ${target}\n          due: 2025-12\n          outcome: met\n          actual: ${last}\n          date: 2025-12-20\n          progress:\n            - ${entry(0, '2025-04-30')}\n            - ${mark(bad && !fault, entry(1, '2025-08-31'))}\n`
    : `格式: 1\n标题: 云岭市2025年工作报告\n编制单位: 云岭市人民政府办公室\n年度: 2025\n总结:\n  章节:\n    - 标题: 年度任务\n      正文: 各项工作有序推进。\n      完成情况:\n        累计${name}:\n          目标值: ${target}${unit}\n          完成时限: 2025-12\n          结果: 完成\n          完成值: ${last}\n          日期: 2025-12-20\n          进展:\n            - ${entry(0, '2025-04-30')}\n            - ${mark(bad && !fault, entry(1, '2025-08-31'))}\n`;
  return { draft };
}

/** Tables in bodies, and progress. */
export const tables: Readonly<Record<string, Patterns>> = {
  'tables-add-up': {
    zh: [
      (d, bad) =>
        totals(d, bad, d.some(places, d.int(2, 4)), d.pick(['合计', '总计', '共计', '小计']), [
          '片区',
          '开工（个）',
          '完工（个）',
        ]),
      (d, bad) =>
        across(d, bad, d.some(places, d.int(2, 4)), [
          '片区',
          '城区',
          '乡镇',
          d.pick(['合计', '小计', '总计']),
        ]),
      (d, bad) =>
        changed(
          d,
          bad,
          d.some(people, 3).map(({ noun, unit }) => `${noun}（${unit}）`),
          ['项目', '2024年', '2025年', d.pick(['增减', '增加'])],
        ),
    ],
    en: [
      (d, bad) =>
        totals(d, bad, d.some(towns, d.int(2, 4)), d.pick(['Total', 'Subtotal']), ['Town', 'Begun', 'Done']),
      (d, bad) => across(d, bad, d.some(towns, d.int(2, 4)), ['Town', 'Urban', 'Rural', 'Total']),
      (d, bad) => changed(d, bad, d.some(goods, 3), ['Item', '2024', '2025', 'Change']),
    ],
  },
  'tables-agree': { zh: [beside, twoTables], en: [besideEnglish, twoTablesEnglish] },
  progress: { zh: [(d, bad) => progress(d, bad, false)], en: [(d, bad) => progress(d, bad, true)] },
};
