import type { Finding, Words } from '../../diagnostic.ts';
import { calculationOf, operandPlaces } from '../../reading/calculation.ts';
import { figuresOf, type Figure, type Figures } from '../../reading/figures.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Metric, Report } from '../../model/report.ts';
import { dimensionText, fits, isPoints, isShare } from '../../quantity/value/dimension.ts';
import type { Expression } from '../../quantity/value/formula.ts';
import type { EvaluationProblem } from '../../quantity/value/evaluate.ts';
import { meet, scale } from '../../quantity/value/interval.ts';
import { measuredOf, type Measured } from '../../quantity/value/arithmetic.ts';
import { printInterval, printMeasured } from '../../quantity/value/print.ts';
import { en, zh, type Rule } from '../rule.ts';

export const formulasHold: Rule = {
  id: 'formulas-hold',
  severity: 'error',
  figures: true,
  summary: { en: 'A figure equals what its formula makes.', zh: '数值与算式要相符。' },
  why: {
    en: 'Figures are recomputed with the rounding that the text shows: 1.7 million stands for anything from 1.65 to 1.75 million, a whole number for itself, and claims of 0 and 100% are exact. A sum or a rate that does not hold means that one of its figures was changed and another was not.',
    zh: '程序按正文写出的精度重算：1.7亿元指1.65亿至1.75亿元，整数就是本数，0和100%不打折扣。对不上，说明有的数改了，有的没改。',
  },
  messages: {
    differs: {
      en: ({ name, computed, value }) => `${name} should be ${computed}, not ${value}`,
      zh: ({ name, computedZh, value }) =>
        `${name}应${/^[超不]/.test(String(computedZh)) ? '' : '为'}${computedZh}，写作${value}`,
      help: {
        en: ({ computed }) => `write ${computed}, or check the figures that it is computed from`,
        zh: ({ computedZh }) => `改为${computedZh}，或核对参与计算的各数`,
      },
    },
    'unit-differs': {
      en: ({ name, value, computed, unit }) =>
        `${name} is given as ${value}, but its formula makes ${computed}${unit === '' ? ', a number without a unit' : ''}`,
      zh: ({ name, value, computedZh, unit }) =>
        `${name}写作${value}，算式得出的却是${computedZh}${unit === '' ? '，没有单位' : ''}`,
      help: {
        en: ({ points }) =>
          points === 1
            ? 'the difference of two rates is in percentage points'
            : 'check the unit and the formula',
        zh: ({ points }) => (points === 1 ? '两个百分率之差，单位是百分点' : '核对计量单位和算式'),
      },
    },
    units: {
      en: ({ left, right }) => `${left} and ${right} cannot be added or subtracted: their units differ`,
      zh: ({ leftZh, rightZh }) => `${leftZh}与${rightZh}单位不同，不能相加减`,
      help: {
        en: () => 'check the formula, or the units of these figures',
        zh: () => '核对算式，或核对这些数的单位',
      },
    },
    zero: {
      en: ({ divisor }) => `nothing can be divided by ${divisor}: it is zero, or may be`,
      zh: ({ divisorZh }) => `除数${divisorZh}是0或可能是0，不能相除`,
      help: { en: () => 'check the figure that is divided by', zh: () => '核对除数' },
    },
    unreadable: {
      en: ({ name, text }) =>
        text === ''
          ? `“${name}” is no number that can be reckoned with`
          : `${name} is given as “${text}”, which is no figure to reckon with`,
      zh: ({ name, text }) =>
        text === '' ? `“${name}”不是可以计算的数` : `${name}写作“${text}”，不是可以计算的数`,
      help: { en: () => 'write a number with its unit', zh: () => '写成数字加单位' },
    },
    circular: {
      en: ({ circle }) => `these formulas need each other: ${circle}`,
      zh: ({ circle }) => `算式互相引用，无从算起：${circle}`,
      help: {
        en: () => 'one of them must do without the others',
        zh: () => '其中一个要去掉算式，或改用别的指标来算',
      },
    },
    'too-large': {
      en: () => 'the formula multiplies up to a number that is too long to be computed',
      zh: () => '算式连乘得出的数太长，无法计算',
      help: { en: () => 'check the formula', zh: () => '核对算式' },
    },
  },

  check: (report) => formulaFindings(report),

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691, or 99.4%.
              metrics:
                hazards found: 695
                hazards closed: 691
                share closed: { value: 99.4%, formula: hazards closed / hazards found }
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found 695 hazards and closed 691, or 100%. The work took $250,000 and 125 hours.
              metrics:
                hazards found: 695
                hazards closed: 691
                share closed: { value: 100%, formula: hazards closed / hazards found }
                cost: $250,000
                time: 125 hours
                total: { formula: cost + time }
      `,
      finds: ['12:32 differs', '15:27 units'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，完成整改691处，整改率99.4%。
              指标:
                发现隐患: 695处
                完成整改: 691处
                整改率: { 数值: 99.4%, 算式: 完成整改 / 发现隐患 }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患695处，完成整改691处，整改率100%；投入25万元，走访125人。
              指标:
                发现隐患: 695处
                完成整改: 691处
                整改率: { 数值: 100%, 算式: 完成整改 / 发现隐患 }
                投入: 25万元
                走访: 125人
                总数: { 算式: 投入 + 走访 }
      `,
      finds: ['12:20 differs', '15:19 units'],
    },
  },
};

/** What is wrong with the formulas of a report. */
export function* formulaFindings(report: Report): Generator<Finding> {
  const figures = figuresOf(report);
  for (const circle of figures.circles) yield circular(circle);
  for (const figure of figures.all) if (figure.formula) yield* checked(figure, figure.formula, figures);
}

function circular(circle: readonly Metric[]): Finding {
  const [first, ...others] = circle.map(({ id, path }) => ({
    id,
    path: [...path, 'formula'] as Metric['path'],
  }));
  const names = [first, ...others, first].map((each) => each?.id ?? '');
  const shown = names.length > 12 ? [...names.slice(0, 6), '…', ...names.slice(-5)] : names;
  return {
    path: first?.path as Metric['path'],
    message: 'circular',
    data: { circle: shown.join(' → ') },
    related: others.slice(0, 8).map(({ id, path }) => ({ path, note: { en: id, zh: id } })),
  };
}

function* checked(
  { metric, declared, outcome }: Figure,
  formula: Expression,
  figures: Figures,
): Generator<Finding> {
  const { id, path, data } = metric;
  if (outcome === undefined) return;
  if ('problem' in outcome)
    return yield {
      path: [...path, 'formula'],
      ...problemOf(outcome.problem, formula, figures, data.formula ?? ''),
    };
  if (data.value === undefined) return;
  const at: Finding = {
    path: [...path, 'value'],
    message: 'unreadable',
    data: { name: data.name ?? id, text: data.value },
  };
  const value = declared && measuredOf(declared);
  if (value === undefined) {
    if (declared === undefined && !hasPlaceholder(data.value)) yield at;
    return;
  }
  const result = likeValue(outcome.measured, value);
  const step = value.step ?? declared?.step;
  const computed: Words = {
    en: printMeasured(result, 'en', { step }),
    zh: printMeasured(result, 'zh', { step }),
  };
  const fit = fits(value.dimension, result.dimension);
  if (fit && (meet(value.interval, result.interval) || isConverted(data.formula ?? '', value, result)))
    return;
  const calculation = calculationOf(formula, figures);
  const steps: Finding['related'] = [
    { path: [...path, 'formula'], note: withInterval(calculation, computed, result) },
    ...(fit ? valueNote(at, value, data.value) : []),
    ...operandPlaces(formula, figures),
  ];
  const common = { name: data.name ?? id, value: data.value, computed: computed.en, computedZh: computed.zh };
  yield fit
    ? { ...at, message: 'differs', data: common, related: steps }
    : {
        ...at,
        message: 'unit-differs',
        data: {
          ...common,
          unit: dimensionText(result.dimension),
          points: isPoints(result.dimension) ? 1 : 0,
        },
        related: steps,
      };
}

/** Whether a formula turns a share into per cent, or a rate into one per 100,000, by its own constant: closed / found * 100. */
function isConverted(formula: string, value: Measured, result: Measured): boolean {
  const worth = value.unit.factor.inverse();
  if (worth.d !== 1n || worth.n < 100n || !(isShare(value.dimension) || value.dimension.per.length > 0))
    return false;
  const constants: readonly string[] =
    formula.replaceAll(',', '').match(/(?<![\p{L}\d.])\d+(?![\p{L}\d.])/gu) ?? [];
  return (
    constants.includes(String(worth.n)) && meet(value.interval, scale(result.interval, value.unit.factor))
  );
}

/** A result in the unit of the value that it is held against. */
function likeValue(result: Measured, value: Measured): Measured {
  const same =
    result.dimension.of.join() === value.dimension.of.join() ||
    (value.unit.written !== '' && fits(value.dimension, result.dimension));
  return same && value.unit.written !== '' ? { ...result, unit: value.unit } : result;
}

function withInterval(calculation: Words, computed: Words, result: Measured): Words {
  const [en, chinese] = [printInterval(result, 'en'), printInterval(result, 'zh')];
  return {
    en: `${calculation.en} = ${computed.en}${en === undefined ? '' : `, that is ${en}`}`,
    zh: `${calculation.zh} = ${computed.zh}${chinese === undefined ? '' : `，即${chinese}`}`,
  };
}

/** What a rounded value may stand for. */
function valueNote({ path }: Finding, value: Measured, text: string): NonNullable<Finding['related']> {
  const [en, chinese] = [printInterval(value, 'en'), printInterval(value, 'zh')];
  return en === undefined
    ? []
    : [{ path, note: { en: `${text} stands for ${en}`, zh: `“${text}”指${chinese ?? ''}` } }];
}

function problemOf(
  { message, span, sides }: EvaluationProblem,
  formula: Expression,
  figures: Figures,
  text: string,
): Omit<Finding, 'path'> {
  const name = text.slice(...span).replaceAll('"', '');
  const value = figures.operand(name).text;
  const related = operandPlaces(formula, figures);
  const shown: Words = {
    en: value === '' ? `“${name}”` : `${name} (${value})`,
    zh: value === '' ? `“${name}”` : `“${name}”（${value}）`,
  };
  const [left, right] = sides ?? [];
  return {
    span,
    message,
    data: {
      name,
      text: value,
      divisor: shown.en,
      divisorZh: shown.zh,
      ...(left &&
        right && {
          left: printMeasured(left, 'en'),
          right: printMeasured(right, 'en'),
          leftZh: printMeasured(left, 'zh'),
          rightZh: printMeasured(right, 'zh'),
        }),
    },
    related,
  };
}
