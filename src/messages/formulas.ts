import type { Message } from '../diagnostic.ts';

/** What can be wrong with what a formula makes, by the message of a finding. */
export const resultMessages: Readonly<Record<string, Message>> = {
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
};

const quoting = {
  en: () => 'a name with operators in it stands in "…"; brackets behind a word belong to its name',
  zh: () => '名称里有运算符时加英文双引号；紧跟在名称后面的全角括号算名称的一部分',
};

/** What can be wrong with how a formula is written, by the problem that its reader gives. */
export const syntaxMessages: Readonly<Record<string, Message>> = {
  'formula-empty': { en: () => 'the formula is empty', zh: () => '算式是空的' },
  'formula-operand': {
    en: ({ found }) =>
      found === ''
        ? 'the formula breaks off: a name or number is missing'
        : `a name or number is missing before “${found}”`,
    zh: ({ found }) => (found === '' ? '算式没有写完，缺指标名或数' : `“${found}”前缺指标名或数`),
    help: quoting,
  },
  'formula-operator': {
    en: ({ found }) => `an operator is missing before “${found}”`,
    zh: ({ found }) => `“${found}”前缺运算符`,
    help: quoting,
  },
  'formula-bracket': { en: () => 'this bracket has no partner', zh: () => '括号不成对', help: quoting },
  'formula-quote': { en: () => 'this quotation mark is not closed', zh: () => '引号没有写完' },
  'formula-deep': { en: () => 'the formula is nested too deeply', zh: () => '算式的括号层次太深' },
};
