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
};
