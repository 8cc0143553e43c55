import { grouped, mark, trimmed, type Dice, type Patterns } from './dice.ts';
import { amounts, around, goods, people, places, things, within, type Counted } from './nouns.ts';

const any = (dice: Dice): Counted => dice.pick(dice.pick([people, amounts, things]));

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

/** Levels: periods, means, and what stands beside others. */
export const levels: Readonly<Record<string, Patterns>> = {
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
};
