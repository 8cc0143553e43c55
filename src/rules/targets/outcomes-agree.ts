import { outcomeFindings } from '../../chain/outcome-findings.ts';
import { answered, planned } from '../example-drafts.ts';
import type { Rule } from '../rule.ts';

export const outcomesAgree: Rule = {
  id: 'outcomes-agree',
  severity: 'error',
  compares: true,
  figures: true,
  summary: { en: 'Outcomes agree with what was reached, and when.', zh: '结果要与完成值、日期相符。' },
  why: {
    en: 'An outcome is a word beside two figures and two dates: “met” with less than was asked, or after the day, is the first thing an auditor looks for. What was reached after its due date is late: it counts as met and is listed apart. A metric that keeps less than its level (“at most 3%”, direction: lower) is met by less. Figures count in the rounding that they show.',
    zh: '结果旁边有数字也有日期：没达到目标值、过了时限还写“完成”，审计一对就穿。过了时限才达到的是“逾期完成”，计入完成，另列项数。目标值写“3%以内”或方向为“越低越好”的，越低越算完成。数字按所示位数的舍入范围比较。',
  },
  messages: {
    short: {
      en: ({ target, outcome, actual, level, interval }) =>
        `“${target}” is said to be ${outcome}, but ${actual}${interval} does not reach ${level}`,
      zh: ({ target, outcome, actual, level, intervalZh }) =>
        `“${target}”写作“${outcome}”，完成值${actual}${intervalZh}没有达到目标值${level}`,
      help: { en: () => 'correct the outcome, or the figure', zh: () => '核对结果，或核对数字' },
    },
    reached: {
      en: ({ target, outcome, actual, level, interval }) =>
        `“${target}” is said to be ${outcome}, but ${actual}${interval} reaches ${level} in time`,
      zh: ({ target, outcome, actual, level, intervalZh }) =>
        `“${target}”写作“${outcome}”，完成值${actual}${intervalZh}已按时达到目标值${level}`,
      help: {
        en: () =>
          'correct the outcome, or the figure; one that was rounded up to the level needs more digits',
        zh: () => '核对结果，或核对数字；四舍五入后才达到的，多写几位',
      },
    },
    late: {
      en: ({ target, outcome, date, due }) =>
        `“${target}” is said to be ${outcome}, but ${date} is after its due date: ${due}`,
      zh: ({ target, outcome, date, dueZh: due }) =>
        `“${target}”写作“${outcome}”，完成日期${date}已过时限${due}`,
      help: {
        en: ({ late, revised }) =>
          `write “${late}”, with a reason; a date that was put off stands under “${revised}”`,
        zh: ({ late, revised }) => `写“${late}”并写明原因；时限推迟过的，用“${revised}”写明`,
      },
    },
    'late-since': {
      en: ({ target, outcome, due, year }) =>
        `“${target}” is said to be ${outcome}, but it was due by ${due} and still open when ${year} began`,
      zh: ({ target, outcome, dueZh: due, yearZh }) =>
        `“${target}”写作“${outcome}”，但时限是${due}，${yearZh}初还没有完成`,
      help: {
        en: ({ late, revised }) =>
          `write “${late}”, with the date and a reason; a due date that was put off stands under “${revised}”`,
        zh: ({ late, revised }) => `写“${late}”，写明日期和原因；时限推迟过的，用“${revised}”写明`,
      },
    },
    'in-time': {
      en: ({ target, outcome, date, due }) =>
        `“${target}” is said to be ${outcome}, but ${date} is not after its due date: ${due}`,
      zh: ({ target, outcome, date, dueZh: due }) =>
        `“${target}”写作“${outcome}”，但完成日期${date}没有过时限${due}`,
      help: {
        en: ({ met }) => `correct the date, or write “${met}”`,
        zh: ({ met }) => `核对日期；没有逾期的写“${met}”`,
      },
    },
    undated: {
      en: ({ target, outcome }) =>
        `“${target}” is said to be ${outcome}, but nothing says when it was reached`,
      zh: ({ target, outcome }) => `“${target}”写作“${outcome}”，没有写哪一天完成`,
      help: { en: ({ dateKey }) => `add “${dateKey}: …”`, zh: ({ dateKey }) => `补上“${dateKey}: ……”` },
    },
    'not-yet': {
      en: ({ target, date, today }) => `“${target}” is dated ${date}, and the report speaks from ${today}`,
      zh: ({ target, date, today }) => `“${target}”的日期是${date}，本稿只写到${today}`,
      help: { en: () => 'correct the date, or the outcome', zh: () => '核对日期，或核对结果' },
    },
    'too-early': {
      en: ({ target, date, year }) =>
        `“${target}” is dated ${date}, but it was still open when ${year} began`,
      zh: ({ target, date, yearZh }) => `“${target}”的日期是${date}，但${yearZh}初还没有完成`,
      help: { en: () => 'correct the year', zh: () => '更正年份' },
    },
    dated: {
      en: ({ target, outcome, date }) =>
        `“${target}” is said to be ${outcome}, but has a date of completion: ${date}`,
      zh: ({ target, outcome, date }) => `“${target}”写作“${outcome}”，又写了完成日期${date}`,
      help: { en: () => 'correct the outcome, or take the date out', zh: () => '核对结果，或删去日期' },
    },
    measured: {
      en: ({ target, outcome, actual }) =>
        `“${target}” is said to be ${outcome}, but there is a figure: ${actual}`,
      zh: ({ target, outcome, actual }) => `“${target}”写作“${outcome}”，却有数字${actual}`,
      help: { en: () => 'correct the outcome, or take the figure out', zh: () => '核对结果，或删去数字' },
    },
    differs: {
      en: ({ target, actual, value }) =>
        `“${target}” reached ${actual}, but the metric that measures it is ${value}`,
      zh: ({ target, actual, value }) => `“${target}”完成值写作${actual}，对应指标是${value}`,
      help: {
        en: ({ key }) => `take “${key}” out: the metric says it`,
        zh: ({ key }) => `删去“${key}”，以指标为准`,
      },
    },
    units: {
      en: ({ target, actual, level }) =>
        `“${target}” has ${actual} against a level of ${level}: these units cannot be compared`,
      zh: ({ target, actual, level }) => `“${target}”完成值${actual}与目标值${level}单位不同，无法比较`,
      help: { en: () => 'give both one unit', zh: () => '两处用同一单位' },
    },
    'below-progress': {
      en: ({ target, actual, last, noted }) =>
        `“${target}” reached ${actual}, less than its progress of ${noted}: ${last}`,
      zh: ({ target, actual, last, noted }) => `“${target}”完成值是${actual}，少于${noted}的进展${last}`,
      help: { en: () => 'correct the one that is wrong', zh: () => '核对两处，改正写错的一处' },
    },
    'unlike-progress': {
      en: ({ target, actual, last, noted }) =>
        `“${target}” reached ${actual}, and its progress of the same day, ${noted}, says ${last}`,
      zh: ({ target, actual, last, noted }) =>
        `“${target}”完成值是${actual}，同一天（${noted}）的进展写作${last}`,
      help: { en: () => 'correct the one that is wrong', zh: () => '核对两处，改正写错的一处' },
    },
    'text-differs': {
      en: ({ target, said, reached }) =>
        `the text says ${said} for “${target}”, and its result says ${reached}`,
      zh: ({ target, said, reached }) => `“${target}”正文写作${said}，完成情况里是${reached}`,
      help: { en: () => 'make both the same', zh: () => '核实后改成一致' },
    },
    unsaid: {
      en: ({ target, outcome, level }) =>
        `“${target}” is said to be ${outcome}, but nothing says what was reached of ${level}`,
      zh: ({ target, outcome, level }) => `“${target}”写作“${outcome}”，目标值是${level}，却没有写完成了多少`,
      help: {
        en: ({ key }) => `add “${key}: …”, or a metric of that name`,
        zh: ({ key }) => `补上“${key}: ……”，或声明同名指标`,
      },
    },
  },

  on: { report: (reading, context) => outcomeFindings(reading, context) },

  examples: {
    en: {
      previous: planned.en`
        spending: $2 million
        floor space: 30,000 m²
        rise in energy use: at most 3%
        roof closed: { due: 2017-07 }
        road to the gate: { due: 2017-09 }
      `,
      good: answered.en`
        spending: { outcome: missed, actual: $1.8 million, reason: The land came late., remedy: The rest is spent by June 2018. }
        floor space: { outcome: met, actual: '30,200 m²' }
        rise in energy use: { outcome: met, actual: 2.6% }
        roof closed: { outcome: met, date: 2017-06-28 }
        road to the gate: { outcome: late, date: 2017-10-20, reason: The June storm stopped work. }
      `,
      bad: answered.en`
        spending: { outcome: met, actual: $1.8 million }
        floor space: { outcome: missed, actual: '30,200 m²', reason: Time was short., remedy: A second shift. }
        rise in energy use: met
        roof closed: { outcome: met, date: 2017-08-02 }
        road to the gate: { outcome: late, date: 2017-09-20, reason: The June storm stopped work. }
      `,
      finds: ['10:30 short', '11:33 reached', '12:29 unsaid', '13:44 late', '14:50 in-time'],
    },
    zh: {
      previous: planned.zh`
        年度投资: 2亿元
        校舍面积: 3万平方米
        能耗增幅: 3%以内
        主体结构封顶: { 完成时限: 2017-07 }
        校门道路: { 完成时限: 2017-09 }
      `,
      good: answered.zh`
        年度投资: { 结果: 未完成, 完成值: 1.8亿元, 原因: 征地延后, 措施: 2018年上半年补齐 }
        校舍面积: { 结果: 完成, 完成值: 30200平方米 }
        能耗增幅: { 结果: 完成, 完成值: 2.6% }
        主体结构封顶: { 结果: 完成, 日期: 2017-06-28 }
        校门道路: { 结果: 逾期完成, 日期: 2017-10-20, 原因: 汛期停工 }
      `,
      bad: answered.zh`
        年度投资: { 结果: 完成, 完成值: 1.8亿元 }
        校舍面积: { 结果: 未完成, 完成值: 30200平方米, 原因: 工期紧, 措施: 加快施工 }
        能耗增幅: 完成
        主体结构封顶: { 结果: 完成, 日期: 2017-08-02 }
        校门道路: { 结果: 逾期完成, 日期: 2017-09-20, 原因: 汛期停工 }
      `,
      finds: ['10:21 short', '11:21 reached', '12:15 unsaid', '13:31 late', '14:31 in-time'],
    },
  },
};
