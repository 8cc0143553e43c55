import { grouped, mark, trimmed, type Dice, type Patterns } from './dice.ts';
import { amounts, around, goods, people, places, things, towns, within, type Counted } from './nouns.ts';

const any = (dice: Dice): Counted => dice.pick(dice.pick([people, amounts, things]));

/** A plan that was met or not, far from it. */
function reached(dice: Dice, bad: boolean): { plan: number; actual: number } {
  const [plan, less, more] = [dice.int(20, 400), dice.int(2, 12), dice.int(1, 12)];
  return { plan, actual: plan + (bad ? -less : more) };
}

/** A share of a few things with one decimal: one that a whole number of them gives, or one that none gives. */
function share(dice: Dice, bad: boolean): { count: number; percent: string } {
  const count = dice.int(12, 60);
  const possible = new Set(Array.from({ length: count + 1 }, (_, part) => ((part * 100) / count).toFixed(1)));
  const start = dice.int(Math.ceil(count * 0.6), count - 1);
  const right = ((start * 100) / count).toFixed(1);
  let wrong = Math.round(Number(right) * 10) + dice.int(3, 8);
  while ([-1, 0, 1].some((step) => possible.has(((wrong + step) / 10).toFixed(1)))) wrong -= 1;
  return { count, percent: bad ? (wrong / 10).toFixed(1) : right };
}

/** A shorter and a longer period of something that only grows. */
function nested(dice: Dice, bad: boolean): { part: number; whole: number } {
  const [part, off] = [dice.int(20, 90) * 10, dice.int(3, 15) * 10];
  return { part, whole: bad ? part - off : part + off * 4 };
}

/** A mean, its two figures, and what is said of it. */
function mean(dice: Dice, bad: boolean): { count: number; total: number; said: number } {
  const [count, each, off] = [dice.int(12, 90), dice.int(12, 80), dice.pick([-5, -4, 4, 6])];
  return { count, total: count * each, said: bad ? each + off : each };
}

/** Two levels in percent and the gap between them, or another gap. */
function gap(dice: Dice, bad: boolean): { here: string; there: string; by: string } {
  const [there, by, off] = [dice.int(600, 880), dice.int(12, 95), dice.int(8, 20)];
  return {
    here: trimmed((there + by) / 10),
    there: trimmed(there / 10),
    by: trimmed((by + (bad ? off : 0)) / 10),
  };
}

const RATES = [
  '抽检合格率',
  '广电覆盖率',
  '按期办结率',
  '床位使用率',
  '学生巩固率',
  '垃圾清运率',
  '标准达标率',
] as const;
const ENGLISH_RATES = [
  'pass rate',
  'attendance rate',
  'coverage',
  'occupancy rate',
  'on-time rate',
  'employment rate',
] as const;

/** Years of a figure; one of them with a digit too many or too few. */
function years(dice: Dice, bad: boolean): number[] {
  const [first, step, which, up] = [dice.int(30, 70), dice.int(1, 3), dice.int(1, 3), dice.int(0, 1) === 1];
  const values = [0, 1, 2, 3].map((at) => (first + at * step) / 10);
  if (bad) values[which] = (values[which] ?? 0) * (up ? 10 : 0.1);
  return values.map((value) => Number(value.toFixed(2)));
}

/** Sentences of twenty characters and more, as people write them once. */
const saying = (dice: Dice): string =>
  `${dice.pick(['抽调业务骨干组成专班', '逐户上门宣讲补助政策', '会同属地乡镇摸清底数'])}，${dice.pick(['对排查出的问题当场登记', '把办理进度张榜公布', '请群众代表全程监督'])}，${dice.pick(['每个环节都留下影像资料', '做到件件有着落', '确保资金不出差错'])}。`;
const englishSaying = (dice: Dice): string =>
  `${dice.pick(['Wardens walked every lane of the ward', 'Engineers opened each chamber by hand', 'Advisers sat down with every family'])} and ${dice.pick(['wrote down what the people there had asked for', 'agreed on a day for the repair with the owners', 'told them in plain words what the fund would pay'])}.`;

const two = (heading: string, first: string, second: string): string => `${first}\n§ ${heading}\n${second}`;

/** Measures: what figures can be, and what is said of them. */
export const measures: Readonly<Record<string, Patterns>> = {
  claims: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, { plan, actual }] = [any(d), reached(d, bad)];
        return around(
          d,
          `计划${verb}${noun}${plan}${unit}，实际${verb}${actual}${unit}，${mark(bad, '超额完成')}任务`,
        );
      },
      (d, bad) => {
        const [noun, total, left] = [d.pick(['问题', '隐患', '信访件']), d.int(30, 400), d.int(2, 15)];
        return around(
          d,
          `排查${noun}${total}个，已整改${bad ? total - left : total}个，${mark(bad, '全部整改到位')}`,
        );
      },
      (d, bad) => {
        const [from, more] = [d.int(38, 44), d.int(2, 5)];
        return around(
          d,
          `${d.pick(['绿电', '新能源车', '线上办件'])}占比由${from}%提高到${bad ? from + more : 50 + more}%，${mark(bad, '首次超过五成')}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [noun, { plan, actual }] = [d.pick(goods), reached(d, bad)];
        return within(
          d,
          `the plan was ${plan} ${noun} and ${actual} were delivered, so that the target was ${mark(bad, 'exceeded')}`,
        );
      },
      (d, bad) => {
        const [total, left] = [d.int(30, 400), d.int(2, 15)];
        return within(
          d,
          `inspectors found ${total} faults and ${bad ? total - left : total} were mended; ${mark(bad, 'all faults were mended')}`,
        );
      },
    ],
  },
  'possible-shares': {
    zh: [
      (d, bad) => {
        const [{ noun, unit }, { count, percent }] = [d.pick(things), share(d, bad)];
        return around(d, `抽查${count}${unit}${noun}，合格的${mark(bad, `占${percent}%`)}`);
      },
      (d, bad) => {
        const [{ noun, unit }, { count, percent }] = [d.pick(people), share(d, bad)];
        return around(d, `${count}${d.pick([unit, '名'])}${noun}参加考核，${mark(bad, `合格率${percent}%`)}`);
      },
      (d, bad) => {
        const { count, percent } = share(d, bad);
        return around(d, `全县${count}个行政村中，通公交的行政村${mark(bad, `占${percent}%`)}`);
      },
    ],
    en: [
      (d, bad) => {
        const { count, percent } = share(d, bad);
        return within(d, `of ${count} ${d.pick(goods)} checked, ${mark(bad, `${percent}% passed`)}`);
      },
      (d, bad) => {
        const { count, percent } = share(d, bad);
        return within(d, `among the ${count} villages, ${mark(bad, `${percent}% have a bus`)}`);
      },
    ],
  },
  'periods-nest': {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, { part, whole }, when] = [
          any(d),
          nested(d, bad),
          d.pick(['上半年', '前三季度', '1—10月', '一季度']),
        ];
        return around(
          d,
          `${when}${verb}${noun}${part}${unit}，${mark(bad, `全年${verb}${noun}${whole}${unit}`)}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { part, whole }] = [any(d), nested(d, bad)];
        return around(
          d,
          `全年${verb}${noun}${mark(bad, `${whole}${unit}`)}，其中上半年${verb}${noun}${part}${unit}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { part, whole }] = [any(d), nested(d, bad)];
        return around(
          d,
          `截至11月底累计${verb}${noun}${part}${unit}，${mark(bad, `全年累计${verb}${noun}${whole}${unit}`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [noun, { part, whole }] = [d.pick(goods), nested(d, bad)];
        return within(
          d,
          `in the first half we delivered ${part} ${noun}, and ${mark(bad, `in the whole year ${grouped(whole)} ${noun}`)}`,
        );
      },
      (d, bad) => {
        const [noun, { part, whole }] = [d.pick(goods), nested(d, bad)];
        return within(
          d,
          `from January to October we replaced ${part} ${noun}; ${mark(bad, `over the full year we replaced ${grouped(whole)} ${noun}`)}`,
        );
      },
    ],
  },
  averages: {
    zh: [
      (d, bad) => {
        const { count, total, said } = mean(d, bad);
        return around(
          d,
          `${d.pick(places)}片区${count}个社区配备${d.pick(people).noun}${total}人，${mark(bad, `平均每个社区${said}人`)}`,
        );
      },
      (d, bad) => {
        const { count, total, said } = mean(d, bad);
        return around(
          d,
          `发放${d.pick(['交通', '取暖', '助学'])}补贴${total}万元，惠及${count}万人，${mark(bad, `人均${said}元`)}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, each, off] = [any(d), d.int(20, 90), d.pick([-9, -6, 7, 12])];
        return around(
          d,
          `五年累计${verb}${noun}${each * 5}${unit}，${mark(bad, `年均${verb}${each + (bad ? off : 0)}${unit}`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const { count, total, said } = mean(d, bad);
        return within(
          d,
          `the ${count} depots employ ${grouped(total)} fitters, ${mark(bad, `an average of ${said} per depot`)}`,
        );
      },
      (d, bad) => {
        const [noun, each, off] = [d.pick(goods), d.int(20, 90), d.pick([-9, -6, 7, 12])];
        return within(
          d,
          `over five years ${each * 5} ${noun} were added, ${mark(bad, `${each + (bad ? off : 0)} a year on average`)}`,
        );
      },
    ],
  },
  gaps: {
    zh: [
      (d, bad) => {
        const [rate, { here, there, by }] = [d.pick(RATES), gap(d, bad)];
        return around(d, `${rate}${here}%，全省平均${there}%，${mark(bad, `高${by}个百分点`)}`);
      },
      (d, bad) => {
        const [rate, { here, there, by }] = [d.pick(RATES), gap(d, bad)];
        return around(d, `${rate}${there}%，${mark(bad, `比全市平均水平（${here}%）低${by}个百分点`)}`);
      },
      (d, bad) => {
        const [rate, { here, there }] = [d.pick(RATES), gap(d, bad)];
        return around(d, `${rate}${here}%，${mark(bad, `${bad ? '低于' : '高于'}全国${there}%的平均水平`)}`);
      },
    ],
    en: [
      (d, bad) => {
        const [rate, { here, there, by }] = [d.pick(ENGLISH_RATES), gap(d, bad)];
        return within(
          d,
          `the ${rate} was ${here}%, against a national average of ${there}%, ${mark(bad, `${by} percentage points higher`)}`,
        );
      },
      (d, bad) => {
        const [rate, { here, there }] = [d.pick(ENGLISH_RATES), gap(d, bad)];
        return within(
          d,
          `at ${here}%, the ${rate} was ${mark(bad, `${bad ? 'below' : 'above'} the state average of ${there}%`)}`,
        );
      },
    ],
  },
  ranges: {
    zh: [
      (d, bad) =>
        around(
          d,
          `${d.pick(things).noun}${mark(bad, `${d.pick(RATES)}${bad ? d.int(101, 116) : d.int(85, 100)}%`)}`,
        ),
      (d, bad) =>
        around(
          d,
          `${d.pick(places)}片区${mark(bad, `${d.pick(RATES)}${d.pick(['为', '达到', '稳定在'])}${bad ? `10${d.int(1, 9)}.${d.int(1, 9)}` : `9${d.int(1, 9)}.${d.int(1, 9)}`}%`)}`,
        ),
      (d, bad) =>
        around(
          d,
          `${d.pick(places)}片区${mark(bad, `${d.pick(RATES)}${bad ? '-' : ''}${d.int(2, 9)}.${d.int(1, 9)}%`)}`,
        ),
    ],
    en: [
      (d, bad) =>
        within(
          d,
          `in ${d.pick(towns)} ${mark(bad, `the ${d.pick(ENGLISH_RATES)} was ${bad ? d.int(101, 116) : d.int(85, 100)}%`)}`,
        ),
      (d, bad) =>
        within(
          d,
          `the ${mark(bad, `${d.pick(ENGLISH_RATES)} reached ${bad ? '10' : '9'}${d.int(1, 9)}.${d.int(1, 9)}%`)} for ${d.pick(goods)}`,
        ),
    ],
  },
  scales: {
    zh: [
      (d, bad) => {
        const [{ noun, unit }, values] = [d.pick(amounts), years(d, bad)];
        return around(
          d,
          `2022年至2025年，${noun}分别为${mark(bad, values.map((value) => `${value}万${unit.replace('万', '')}`).join('、'))}`,
        );
      },
      (d, bad) => {
        const [{ noun, unit }, values] = [d.pick(amounts), years(d, bad)];
        return around(
          d,
          `${noun}历年数据：${mark(bad, values.map((value, at) => `${2022 + at}年${value}万${unit.replace('万', '')}`).join('，'))}`,
        );
      },
      (d, bad) => {
        const values = years(d, bad).slice(0, 3);
        // the fault may stand in the year that is not told
        const told =
          bad && values.every((value) => value > 2 && value < 10)
            ? [values[0], (values[1] ?? 0) * 10, values[2]]
            : values;
        return around(
          d,
          `近三年${d.pick(['民政', '科技', '文化', '水利'])}支出依次为${mark(bad, told.map((value) => `${trimmed(value ?? 0, 2)}亿元`).join('、'))}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const values = years(d, bad).map((value) => grouped(value * 1000));
        return within(
          d,
          `the numbers of ${d.pick(goods)} in 2022 to 2025 were ${mark(bad, `${values.slice(0, 3).join(', ')} and ${values[3]}`)} respectively`,
        );
      },
      (d, bad) => {
        const [a, b, c, e] = years(d, bad);
        return within(
          d,
          `spending on ${d.pick(goods)} was ${mark(bad, `$${a} million in 2022, $${b} million in 2023, $${c} million in 2024 and $${e} million in 2025`)}`,
        );
      },
    ],
  },
  repeats: {
    zh: [
      (d, bad) => {
        const [said, first, second] = [saying(d), any(d), any(d)];
        const figure = ({ verb, noun, unit }: Counted): string => `${verb}${noun}${d.int(12, 480)}${unit}。`;
        return two('持续巩固', figure(first) + said, figure(second) + (bad ? mark(true, said) : ''));
      },
      (d, bad) => {
        const [said, first] = [saying(d), any(d)];
        return two(
          '下步打算',
          said,
          `${bad ? mark(true, said) : ''}${first.verb}${first.noun}${d.int(12, 480)}${first.unit}。`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [said, noun] = [englishSaying(d), d.pick(goods)];
        return two(
          'Later',
          `${said} They counted ${d.int(12, 480)} ${noun}.`,
          `${d.pick(towns)} was next. ${bad ? mark(true, said) : ''}`,
        );
      },
      (d, bad) => {
        const [said, noun] = [englishSaying(d), d.pick(goods)];
        return two('Later', said, `There are ${d.int(12, 480)} ${noun}. ${bad ? mark(true, said) : ''}`);
      },
    ],
  },
  once: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, first, more] = [any(d), d.int(120, 480), d.int(3, 60)];
        const said = (value: number): string => mark(bad, `${verb}${noun}${value}${unit}`);
        return two(
          '改善民生',
          `${said(first)}，召开现场会3次。`,
          `同时，${said(bad ? first + more : first)}，投入经费260万元。`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, first, more, [here, there]] = [
          any(d),
          d.int(120, 480),
          d.int(3, 60),
          d.some(places, 2),
        ];
        const said = (where: string | undefined, value: number): string =>
          `${bad ? '' : `${where}街道`}${mark(bad, `${verb}${noun}${value}${unit}`)}`;
        return `${said(here, first)}，召开现场会3次。${said(there, first + more)}，媒体报道12次。`;
      },
    ],
    en: [
      (d, bad) => {
        const [noun, first, more, [here, there]] = [
          d.pick(goods),
          d.int(120, 480),
          d.int(3, 60),
          d.some(towns, 2),
        ];
        return two(
          'Later',
          `Crews replaced ${mark(bad, `${first} ${noun}`)}${bad ? '' : ` in ${here}`}.`,
          `During the year, crews replaced ${mark(bad, `${first + more} ${noun}`)}${bad ? '' : ` in ${there}`}.`,
        );
      },
      (d, bad) => {
        const [noun, first, more] = [d.pick(goods), d.int(120, 480), d.int(3, 60)];
        return `The board paid for ${mark(bad, `${first} ${noun}`)}. As the accounts show, the board paid for ${mark(bad, `${bad ? first + more : first} ${noun}`)}.`;
      },
    ],
  },
};
