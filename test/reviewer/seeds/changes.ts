import { grouped, mark, trimmed, type Dice, type Patterns } from './dice.ts';
import { amounts, around, goods, people, things, within, type Counted } from './nouns.ts';

/** A figure and a change by whole percent that leads from one whole number to another. */
function change(dice: Dice): { old: number; now: number; percent: number; off: number } {
  const [old, percent, off] = [dice.int(12, 90) * 100, dice.int(5, 48), dice.int(6, 20)];
  return { old, percent, off, now: (old * (100 + percent)) / 100 };
}

const any = (dice: Dice): Counted => dice.pick(dice.pick([people, amounts, things]));

/** Parts and their total, or another. */
function parts(dice: Dice, bad: boolean, count: number): { values: number[]; total: number } {
  const values = Array.from({ length: count }, () => dice.int(12, 160));
  const off = dice.pick([-10, -3, -2, -1, 1, 2, 5, 10]);
  return { values, total: values.reduce((sum, value) => sum + value, 0) + (bad ? off : 0) };
}

/** Shares that make a hundred, or not. */
function shares(dice: Dice, bad: boolean): number[] {
  const [first, second, off] = [dice.int(20, 45), dice.int(12, 35), dice.pick([-9, -6, -4, 3, 5, 8])];
  return [first, second, 100 - first - second + (bad ? off : 0)];
}

/** A plan, what came of it, and the rate of that. */
function planned(dice: Dice, bad: boolean): { plan: number; actual: number; rate: number } {
  const [plan, rate, off] = [dice.int(3, 30) * 100, dice.int(62, 96), dice.pick([-7, -4, -3])];
  return { plan, actual: (plan * rate) / 100, rate: bad ? rate + off : rate };
}

/** What figures of a text say of each other. */
export const changes: Readonly<Record<string, Patterns>> = {
  changes: {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, { old, now, percent, off }] = [any(d), change(d)];
        return around(
          d,
          `${verb}${noun}${now}${unit}，比上年的${old}${unit}${mark(bad, `增长${percent + (bad ? off : 0)}%`)}`,
        );
      },
      (d, bad) => {
        const [{ noun, unit }, { old, now, percent, off }] = [any(d), change(d)];
        return around(
          d,
          `${noun}由${old}${unit}增加到${now}${unit}，${mark(bad, `增幅${percent + (bad ? off : 0)}%`)}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { old, now, percent, off }] = [any(d), change(d)];
        return around(
          d,
          `2024年${verb}${noun}${old}${unit}，2025年${verb}${now}${unit}，${mark(bad, `增长${percent + (bad ? off : 0)}%`)}`,
        );
      },
      (d, bad) => {
        const [{ noun, unit }, { old, now, off }] = [any(d), change(d)];
        return around(
          d,
          `去年${noun}${old}${unit}，今年达到${now}${unit}，${mark(bad, `净增${now - old + (bad ? off * 10 : 0)}${unit}`)}`,
        );
      },
      (d, bad) => {
        const [{ noun, unit }, { old, now }] = [any(d), change(d)];
        return around(d, `${noun}${mark(bad, `从${old}${unit}${bad ? '下降' : '上升'}到${now}${unit}`)}`);
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { old, now, off }] = [any(d), change(d)];
        return around(
          d,
          `${verb}${noun}${now}${unit}，与上年${old}${unit}相比，${mark(bad, `多${now - old + (bad ? off * 10 : 0)}${unit}`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [noun, { old, now, percent, off }] = [d.pick(goods), change(d)];
        return within(
          d,
          `the number of ${noun} rose from ${grouped(old)} to ${grouped(now)}, ${mark(bad, `an increase of ${percent + (bad ? off : 0)}%`)}`,
        );
      },
      (d, bad) => {
        const [noun, { old, now, percent, off }] = [d.pick(goods), change(d)];
        return within(
          d,
          `in 2024 we had ${grouped(old)} ${noun}; in 2025 we had ${grouped(now)}, ${mark(bad, `up ${percent + (bad ? off : 0)}%`)}`,
        );
      },
      (d, bad) => {
        const [noun, { old, now }] = [d.pick(goods), change(d)];
        return within(
          d,
          `the count of ${noun} ${mark(bad, `${bad ? 'fell' : 'rose'} from ${grouped(old)} to ${grouped(now)}`)}`,
        );
      },
      (d, bad) => {
        const [noun, { old, now, off }] = [d.pick(goods), change(d)];
        return within(
          d,
          `there were ${grouped(now)} ${noun}, ${mark(bad, `${grouped(now - old + (bad ? off * 10 : 0))} more than the ${grouped(old)} of 2024`)}`,
        );
      },
    ],
  },
  'plan-actual': {
    zh: [
      (d, bad) => {
        const [{ verb, noun, unit }, { plan, actual, rate }] = [any(d), planned(d, bad)];
        return around(
          d,
          `计划${verb}${noun}${plan}${unit}，实际${verb}${actual}${unit}，${mark(bad, `完成率${rate}%`)}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { plan, actual, rate }] = [any(d), planned(d, bad)];
        return around(
          d,
          `年度任务为${verb}${noun}${plan}${unit}，已${verb}${actual}${unit}，${mark(bad, `占年度计划的${rate}%`)}`,
        );
      },
      (d, bad) => {
        const { plan, actual, rate } = planned(d, bad);
        return around(
          d,
          `应参保${d.pick(people).noun}${plan}人，已参保${actual}人，${mark(bad, `参保率${rate}%`)}`,
        );
      },
      (d, bad) => {
        const [{ verb, noun, unit }, { plan, actual, rate }] = [any(d), planned(d, bad)];
        return around(
          d,
          `${verb}${noun}目标${plan}${unit}，完成${actual}${unit}，${mark(bad, `完成目标的${rate}%`)}`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [noun, { plan, actual, rate }] = [d.pick(goods), planned(d, bad)];
        return within(
          d,
          `the plan was ${grouped(plan)} ${noun}; ${grouped(actual)} were delivered, ${mark(bad, `a completion rate of ${rate}%`)}`,
        );
      },
      (d, bad) => {
        const [noun, { plan, actual, rate }] = [d.pick(goods), planned(d, bad)];
        return within(
          d,
          `of a target of ${grouped(plan)} ${noun}, ${grouped(actual)} were delivered, ${mark(bad, `or ${rate}% of the target`)}`,
        );
      },
      (d, bad) => {
        const [noun, { plan, actual, rate }] = [d.pick(goods), planned(d, bad)];
        return within(
          d,
          `we planned ${grouped(plan)} ${noun} and delivered ${grouped(actual)}, ${mark(bad, `${rate}% of the plan`)}`,
        );
      },
    ],
  },
  parts: {
    zh: [
      (d, bad) => {
        const [{ values, total }, [a, b, c]] = [parts(d, bad, 3), d.some(things, 3)];
        const unit = d.pick(['处', '项', '个']);
        return around(
          d,
          `${d.pick(['共', '合计', '共计', '总计'])}${mark(bad, `${total}${unit}`)}：${[a, b, c].map((each, at) => `${each?.noun}${values[at]}${unit}`).join('、')}`,
        );
      },
      (d, bad) => {
        const [{ values, total }, { verb, noun, unit }] = [parts(d, bad, 2), d.pick(people)];
        return around(
          d,
          `${verb}${noun}${mark(bad, `${total}${unit}`)}（男${values[0]}${unit}、女${values[1]}${unit}）`,
        );
      },
      (d, bad) => {
        const [{ values, total }, [a, b, c]] = [parts(d, bad, 3), d.some(things, 3)];
        const unit = d.pick(['处', '项', '个']);
        return around(
          d,
          `${[a, b, c].map((each, at) => `${each?.noun}${values[at]}${unit}`).join('、')}，${mark(bad, `${d.pick(['共', '合计', '共计', '总计'])}${total}${unit}`)}`,
        );
      },
      (d, bad) => {
        const [{ values, total }, { verb, noun, unit }] = [parts(d, bad, 2), any(d)];
        return around(
          d,
          `${verb}${noun}${mark(bad, `${total}${unit}`)}，其中城区${values[0]}${unit}、乡镇${values[1]}${unit}`,
        );
      },
      (d, bad) => {
        const { values, total } = parts(d, bad, 2);
        return around(
          d,
          `排查问题${total}个，已整改${values[0]}个，${mark(bad, `其余${values[1]}个`)}限期整改`,
        );
      },
    ],
    en: [
      (d, bad) => {
        const [{ values, total }, names] = [parts(d, bad, 3), d.some(goods, 3)];
        return within(
          d,
          `we bought ${values[0]} ${names[0]}, ${values[1]} ${names[1]} and ${values[2]} ${names[2]}, ${mark(bad, `${total} in total`)}`,
        );
      },
      (d, bad) => {
        const { values, total } = parts(d, bad, 2);
        return within(
          d,
          `the service has ${mark(bad, `${total} ${d.pick(goods)}`)} (${values[0]} urban and ${values[1]} rural)`,
        );
      },
      (d, bad) => {
        const { values, total } = parts(d, bad, 3);
        return within(
          d,
          `of ${mark(bad, `${total} claims`)}, ${values[0]} were accepted, ${values[1]} refused and ${values[2]} withdrawn`,
        );
      },
      (d, bad) => {
        const { values, total } = parts(d, bad, 2);
        return within(
          d,
          `of ${total} ${d.pick(goods)} inspected, ${values[0]} passed and ${mark(bad, `the remaining ${values[1]}`)} were taken away`,
        );
      },
    ],
  },
  shares: {
    zh: [
      (d, bad) =>
        around(
          d,
          `窗口、网站、热线受理量占比分别为${mark(
            bad,
            shares(d, bad)
              .map((share) => `${share}%`)
              .join('、'),
          )}`,
        ),
      (d, bad) => {
        const [a, b, c] = shares(d, bad);
        return around(
          d,
          `${d.pick(amounts).noun}中，${mark(bad, `财政资金占${a}%，银行贷款占${b}%，自有资金占${c}%`)}`,
        );
      },
      (d, bad) =>
        around(
          d,
          `${d.pick(people).noun}中，35岁以下、36至50岁、51岁以上的分别占${mark(
            bad,
            shares(d, bad)
              .map((share) => `${share}%`)
              .join('、'),
          )}`,
        ),
    ],
    en: [
      (d, bad) => {
        const [a, b, c] = shares(d, bad);
        return within(
          d,
          `online, counter and phone requests accounted for ${mark(bad, `${a}%, ${b}% and ${c}%`)} respectively`,
        );
      },
      (d, bad) => {
        const [a, b, c] = shares(d, bad);
        return within(
          d,
          `by age, ${d.pick(['trainees', 'carers', 'wardens'])} under 35, from 36 to 50 and over 50 made up ${mark(bad, `${a}%, ${b}% and ${c}%`)} respectively`,
        );
      },
      (d, bad) => {
        const [a, b, c] = shares(d, bad);
        return within(
          d,
          `${mark(bad, `rents made up ${a}% of income, grants ${b}% and fees ${c}%`)}, and income was $${trimmed(d.int(20, 90) / 10)} million`,
        );
      },
    ],
  },
};
