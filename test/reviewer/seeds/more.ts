import { grouped, mark, type Dice, type Pattern, type Patterns } from './dice.ts';
import { amounts, around, goods, people, places, things, towns, within, type Counted } from './nouns.ts';

const any = (dice: Dice): Counted => dice.pick(dice.pick([people, amounts, things]));
const done = (dice: Dice, { verb, noun, unit }: Counted): string =>
  `${verb}${noun}${dice.int(12, 480)}${unit}`;

/** A share with no decimal of a count for which not every whole percent is possible. */
function wholeShare(dice: Dice, bad: boolean): { count: number; percent: number } {
  const count = dice.int(11, 30);
  const given = Array.from({ length: count - 1 }, (_, at) => Math.round(((at + 1) * 100) / count));
  const not = Array.from({ length: 40 }, (_, at) => 55 + at).filter((percent) =>
    Array.from({ length: count + 1 }, (_, at) => (at * 100) / count).every(
      (each) => Math.abs(each - percent) > 1,
    ),
  );
  const [right, wrong] = [dice.pick(given.filter((each) => each > 50)), dice.pick(not)];
  return { count, percent: bad ? wrong : right };
}

const table = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** A table with the share of each row; one share is off. */
function sharesTable(
  dice: Dice,
  bad: boolean,
  names: readonly string[],
  heads: readonly string[],
  total: string,
): string {
  const parts = dice.pick([
    [20, 30, 50],
    [25, 35, 40],
    [15, 25, 60],
    [10, 40, 50],
  ]);
  const [each, which, off] = [dice.int(2, 9), dice.int(0, 2), dice.pick([-8, -5, 6, 9])];
  return table([
    heads,
    heads.map(() => '---'),
    ...names.map((name, at) => {
      const [part, wrong] = [parts[at] ?? 0, bad && at === which];
      return [name, String(part * each), mark(wrong, `${part + (wrong ? off : 0)}%`)];
    }),
    [total, String(100 * each), mark(bad, '100%')],
  ]);
}

const TITLES = ['农村公路养护规程', '老年食堂补助细则', '地下管线管理办法', '青年驿站运营规范'] as const;
const OFFICES = ['淮交', '吉民函', '浦城管', '陇财社'] as const;

const numbersOfOne: Pattern = (d, bad) => {
  const [title, office, number, other, name] = [
    d.pick(TITLES),
    d.pick(OFFICES),
    d.int(5, 60),
    d.pick(OFFICES),
    any(d),
  ];
  const second = bad ? `${office}〔2025〕${number + d.int(1, 9)}号` : `${office}〔2025〕${number}号`;
  return `《${title}》（${mark(bad, `${office}〔2025〕${number}号`)}）施行后，${done(d, name)}。\n§ 制度建设\n宣讲《${title}》（${mark(bad, second)}）${d.int(3, 30)}场，另有${other}〔2024〕${number}号文件到期废止。`;
};

/** More builds of some kinds. */
export const more: Readonly<Record<string, Patterns>> = {
  'one-number': { zh: [numbersOfOne] },
  claims: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, plan, less] = [any(d), d.int(30, 400), d.int(2, 15)];
        return around(
          d,
          `下达${noun}任务${plan}${unit}，${verb}${bad ? plan - less : plan + less}${unit}，${mark(bad, '全面完成')}年度任务`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [from, step] = [d.int(38, 44), d.int(2, 5)];
        return within(
          d,
          `the share of electric ${d.pick(['vans', 'ferries', 'buses'])} rose from ${from}% to ${bad ? from + step : 50 + step}%, ${mark(bad, 'more than half for the first time')}`,
        );
      },
    ],
  },
  'possible-shares': {
    zh: [
      (d, bad) => {
        const [{ noun, unit }, { count, percent }] = [d.pick(things), wholeShare(d, bad)];
        return around(d, `${count}${unit}${noun}中，带病运行的${mark(bad, `占${percent}%`)}`);
      },
    ],
    en: [
      (d, bad) => {
        const { count, percent } = wholeShare(d, bad);
        return within(d, `${mark(bad, `${percent}% of the ${count} ${d.pick(goods)}`)} need repair`);
      },
    ],
  },
  'periods-nest': {
    en: [
      (d, bad) => {
        const [noun, part, off] = [d.pick(goods), d.int(20, 90) * 10, d.int(3, 15) * 10];
        return within(
          d,
          `by the end of September crews had replaced ${part} ${noun}; ${mark(bad, `in the full year they replaced ${grouped(bad ? part - off : part + off)} ${noun}`)}`,
        );
      },
    ],
  },
  averages: {
    zh: [
      (d, bad) => {
        const [count, each, off] = [d.int(12, 60), d.int(20, 90), d.pick([-9, -7, 8, 11])];
        return around(
          d,
          `${count}支施工队全年整修路面${count * each}公里，${mark(bad, `平均每队${each + (bad ? off : 0)}公里`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [count, each, off] = [d.int(12, 60), d.int(20, 90) * 10, d.pick([-90, -70, 80, 110])];
        return within(
          d,
          `grants of $${grouped(count * each)} went to ${count} clubs, ${mark(bad, `or $${grouped(each + (bad ? off : 0))} each on average`)}`,
        );
      },
    ],
  },
  gaps: {
    zh: [
      (d, bad) => {
        const [here, gap, off] = [d.int(380, 560) * 100, d.int(12, 60) * 100, d.int(8, 30) * 100];
        return around(
          d,
          `居民人均可支配收入${here}元，全省${here - gap}元，${mark(bad, `高于全省${gap + (bad ? off : 0)}元`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [there, by, off] = [d.int(60, 88), d.int(2, 9), d.int(2, 5)];
        return within(
          d,
          `attendance was ${there}%, ${mark(bad, `${by + (bad ? off : 0)} points below the county average of ${there + by}%`)}`,
        );
      },
    ],
  },
  'references-typed': {
    en: [
      (d, bad) =>
        `${within(d, `the ${d.pick(goods)} are listed in ${mark(bad, `Annex ${bad ? d.pick(['C', 'D', 'E']) : 'A'}`)}`)}\n\nAnnex A. ${d.pick(towns)}`,
    ],
  },
  repeats: {
    zh: [
      (d, bad) => {
        const [{ noun }, place, name] = [d.pick(things), d.pick(places), any(d)];
        const said = `针对${place}片区${noun}老化失修的情况，邀请专家实地会诊，分类拿出维修、更换和停用的意见。`;
        return `${done(d, name)}。${said}\n§ 抓好整改\n${bad ? mark(true, said) : ''}${done(d, any(d))}。`;
      },
    ],
    en: [
      (d, bad) => {
        const said = `The ${d.pick(goods)} of ${d.pick(towns)} were measured, cleaned and put back in the order in which they had stood.`;
        return `${said} Rain held the work up.\n§ Upkeep\nTwo crews did the rest. ${bad ? mark(true, said) : ''}`;
      },
    ],
  },
  once: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, first, step] = [any(d), d.int(120, 480), d.int(3, 60)];
        const said = (value: number): string => mark(bad, `${verb}${noun}${value}${unit}`);
        return `组织督查26次，${said(first)}，召开现场会3次。\n\n截至年底共${said(bad ? first + step : first)}，资金拨付率95%。`;
      },
    ],
    en: [
      (d, bad) => {
        const [noun, first, step] = [d.pick(goods), d.int(120, 480), d.int(3, 60)];
        return `The council replaced ${mark(bad, `${first} ${noun}`)} and held 26 audits.\n§ Accounts\nIt cost $1.4 million to have ${mark(bad, `${bad ? first + step : first} ${noun}`)} replaced by the council.`;
      },
    ],
  },
  'tables-add-up': {
    zh: [
      (d, bad) =>
        sharesTable(d, bad, d.some(places, 3), ['片区', '数量（件）', '占比'], d.pick(['合计', '总计'])),
    ],
    en: [(d, bad) => sharesTable(d, bad, d.some(towns, 3), ['Town', 'Requests', 'Share'], 'Total')],
  },
};
