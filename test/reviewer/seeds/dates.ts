import { mark, type Dice, type Patterns } from './dice.ts';
import { around, goods, places, things, within } from './nouns.ts';

const LAST: Readonly<Record<number, number>> = { 2: 28, 4: 30, 6: 30, 9: 30, 11: 30 };
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The last day of a short month, or the one after it. */
const lastDay = (dice: Dice, bad: boolean): [month: number, day: number] => {
  const month = dice.pick([2, 4, 6, 9, 11]);
  return [month, (LAST[month] ?? 0) + (bad ? (month === 2 ? 2 : 1) : 0)];
};
const inEnglish = (month: number): string => MONTHS[month - 1] ?? '';
const done = (dice: Dice): string => {
  const { verb, noun, unit } = dice.pick(things);
  return `${verb}${noun}${dice.int(12, 480)}${unit}`;
};
const made = (dice: Dice): string => `${dice.int(12, 480)} ${dice.pick(goods)}`;

/** A day of 2025 with its day of the week, or another one. */
function weekday(dice: Dice, bad: boolean): { month: number; day: number; week: number } {
  const [month, day, off] = [dice.int(1, 12), dice.int(1, 28), dice.int(1, 6)];
  const week = new Date(Date.UTC(2025, month - 1, day)).getUTCDay();
  return { month, day, week: bad ? (week + off) % 7 : week };
}
const weekName = (dice: Dice, week: number): string =>
  `${dice.pick(['星期', '周'])}${'日一二三四五六'.charAt(week)}`;

/** Two months or days in order, or not. */
const ordered = (dice: Dice, bad: boolean, from: number, to: number): [number, number] => {
  const first = dice.int(from, to - 3);
  const second = dice.int(first + 2, to);
  return bad ? [second, first] : [first, second];
};

/** Days that are named from today, each with what names one that comes again and again. */
const NAMED = [
  ['明天上午', '每天上午'],
  ['后天', '每天'],
  ['昨天', '去年'],
  ['本周四前', '每周四前'],
  ['下周一', '每周一'],
  ['下月中旬', '每月中旬'],
  ['上月底', '每月底'],
] as const;
const NAMED_ENGLISH = [
  ['tomorrow', 'each morning'],
  ['next Monday', 'every Monday'],
  ['last Thursday', 'every Thursday'],
  ['next week', 'every week'],
  ['yesterday', 'every year'],
  ['next month', 'each month'],
] as const;

/** Dates. */
export const dates: Readonly<Record<string, Patterns>> = {
  'dates-real': {
    zh: [
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return around(d, `各单位于${mark(bad, `${m}月${day}日`)}前上报清单，${done(d)}`);
      },
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return around(
          d,
          `${d.pick(places)}片区工程2025年3月8日开工，${mark(bad, `2025年${m}月${day}日`)}通过验收，${done(d)}`,
        );
      },
      (d, bad) =>
        around(d, `${mark(bad, `${bad ? d.int(2021, 2023) : 2024}年2月29日`)}签订的协议执行到位，${done(d)}`),
      (d, bad) =>
        around(d, `夜间服务延长到${mark(bad, `${d.int(bad ? 25 : 21, bad ? 29 : 23)}时`)}，${done(d)}`),
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return around(d, `${done(d)}，自${mark(bad, `${m}月${day}日`)}起转入运行维护`);
      },
      (d, bad) =>
        around(
          d,
          `定于${mark(bad, `${d.int(bad ? 13 : 8, bad ? 19 : 12)}月${d.int(3, 27)}日`)}组织复查，${done(d)}`,
        ),
    ],
    en: [
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return within(d, `the scheme closed on ${mark(bad, `${day} ${inEnglish(m)}`)} with ${made(d)}`);
      },
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return within(
          d,
          `by ${mark(bad, `${inEnglish(m)} ${day}, 2025`)}, the council had replaced ${made(d)}`,
        );
      },
      (d, bad) =>
        within(
          d,
          `the lease of ${mark(bad, `29 February ${bad ? d.int(2021, 2023) : 2024}`)} covers ${made(d)}`,
        ),
      (d, bad) => {
        const [m, day] = lastDay(d, bad);
        return within(
          d,
          `between 3 January and ${mark(bad, `${day} ${inEnglish(m)} 2025`)} crews checked ${made(d)}`,
        );
      },
    ],
  },
  'weekdays-right': {
    zh: [
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return around(
          d,
          `2025年${month}月${day}日（${mark(bad, weekName(d, week))}）举行集中签约，${done(d)}`,
        );
      },
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return around(
          d,
          `${month}月${day}日${mark(bad, weekName(d, week))}，在${d.pick(places)}举办专场活动，${done(d)}`,
        );
      },
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return around(d, `${done(d)}，并于${month}月${day}日（${mark(bad, weekName(d, week))}）开放参观`);
      },
    ],
    en: [
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return within(
          d,
          `the depot opened on ${mark(bad, `${DAYS[week]}`)}, ${day} ${inEnglish(month)} 2025, with ${made(d)}`,
        );
      },
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return within(
          d,
          `on ${mark(bad, `${DAYS[week]}`)}, ${inEnglish(month)} ${day}, 2025, volunteers counted ${made(d)}`,
        );
      },
      (d, bad) => {
        const { month, day, week } = weekday(d, bad);
        return within(
          d,
          `${made(d)} were handed over on ${day} ${inEnglish(month)} 2025 (${mark(bad, `a ${DAYS[week]}`)})`,
        );
      },
    ],
  },
  'periods-forward': {
    zh: [
      (d, bad) => {
        const [month, [from, to]] = [d.int(1, 12), ordered(d, bad, 1, 28)];
        return around(d, `${mark(bad, `${month}月${from}日至${month}月${to}日`)}，开展专项行动，${done(d)}`);
      },
      (d, bad) => {
        const [from, to] = ordered(d, bad, 1, 12);
        return around(d, `实施期为${mark(bad, `2025年${from}月—2025年${to}月`)}，${done(d)}`);
      },
      (d, bad) => {
        const [from, to] = ordered(d, bad, 1, 12);
        return around(d, `自${mark(bad, `2024年${from}月至2024年${to}月`)}进行摸底，${done(d)}`);
      },
      (d, bad) => {
        const [from, to] = ordered(d, bad, 2011, 2025);
        return around(d, `在${mark(bad, `${from}年至${to}年`)}的规划期内，累计${done(d)}`);
      },
    ],
    en: [
      (d, bad) => {
        const [from, to] = ordered(d, bad, 1, 12);
        return within(
          d,
          `from ${mark(bad, `${inEnglish(from)} 2025 to ${inEnglish(to)} 2025`)} teams mended ${made(d)}`,
        );
      },
      (d, bad) => {
        const [month, [from, to]] = [d.int(1, 12), ordered(d, bad, 1, 28)];
        return within(
          d,
          `the count ran from ${mark(bad, `${from} ${inEnglish(month)} to ${to} ${inEnglish(month)} 2025`)} and found ${made(d)}`,
        );
      },
      (d, bad) => {
        const [from, to] = ordered(d, bad, 2011, 2025);
        return within(d, `the plan for ${mark(bad, `${from}–${to}`)} paid for ${made(d)}`);
      },
    ],
  },
  'days-named': {
    setting: { published: '2026-01-20' },
    zh: [
      (d, bad) => around(d, `${mark(bad, d.pick(NAMED)[bad ? 0 : 1])}公布进度，${done(d)}`),
      (d, bad) =>
        around(d, `${done(d)}，${mark(bad, d.pick(NAMED)[bad ? 0 : 1])}到${d.pick(places)}现场查看`),
      (d, bad) =>
        around(d, `${d.pick(places)}分局${mark(bad, d.pick(NAMED)[bad ? 0 : 1])}报送台账，${done(d)}`),
    ],
    en: [
      (d, bad) =>
        within(
          d,
          `the depot publishes its list ${mark(bad, d.pick(NAMED_ENGLISH)[bad ? 0 : 1])} and has ${made(d)}`,
        ),
      (d, bad) => within(d, `${mark(bad, d.pick(NAMED_ENGLISH)[bad ? 0 : 1])} inspectors look at ${made(d)}`),
      (d, bad) =>
        within(d, `there are ${made(d)}, and crews return ${mark(bad, d.pick(NAMED_ENGLISH)[bad ? 0 : 1])}`),
    ],
  },
};
