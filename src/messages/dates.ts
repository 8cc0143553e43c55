import type { Data, Message, Words } from '../diagnostic.ts';

const either = (data: Data, or: string, comma: string): string =>
  String(data['instead'] ?? '')
    .split('\n')
    .join(String(data['instead']).split('\n').length === 2 ? or : comma);
const one = (data: Data): Words => ({ en: either(data, ' or ', ', '), zh: either(data, ' 或 ', '、') });
const hasInstead = ({ instead = '' }: Data): boolean => instead !== '';

/** What a date is written as, for help. */
export const dateForms: Words = {
  en: 'write 2018, 2018-H1, 2018-Q3, 2018-07, 2018-07-31 or July 2018',
  zh: '可写：2018、2018年上半年、2018年三季度、2018-07、2018年7月底、2018年7月31日',
};

/**
 * What is wrong with a date, by fault. The data are the text as `found`, what it may be instead as `instead`, one a line, `key`
 * as the draft calls year-start, and of a day that no month has `year`, `month`, `number` and how many `days` there are.
 */
export const dateMessages: Readonly<Record<string, Message>> = {
  'date-unknown': {
    en: ({ found }) => `“${found}” is not a date`,
    zh: ({ found }) => `“${found}”不是日期`,
    help: { en: () => dateForms.en, zh: () => dateForms.zh },
  },
  'date-not-day': {
    en: ({ found }) => `“${found}” is not a day`,
    zh: ({ found }) => `“${found}”不是年月日`,
    help: {
      en: () => 'write it as 2018-01-17 or January 17, 2018',
      zh: () => '写成 2018-01-17 或 2018年1月17日',
    },
  },
  'date-ambiguous': {
    en: (data) => `“${data['found']}” may be ${one(data).en}`,
    zh: (data) => `“${data['found']}”可以是 ${one(data).zh}`,
    help: { en: () => 'write the one that is meant', zh: () => '写明是哪一个' },
  },
  'date-vague': {
    en: ({ found }) => `“${found}” does not say by which day`,
    zh: ({ found }) => `“${found}”没有说到哪一天为止`,
    help: {
      en: (data) =>
        `write a month, quarter or half-year${hasInstead(data) ? `, such as ${one(data).en}` : ''}`,
      zh: (data) => `写到月、季或半年${hasInstead(data) ? `，例如 ${one(data).zh}` : ''}`,
    },
  },
  'date-exclusive': {
    en: ({ found }) => `“${found}” leaves open whether the time that it names still counts`,
    zh: ({ found }) => `“${found}”说不清算不算在内`,
    help: {
      en: (data) => `write the last day: ${one(data).en}`,
      zh: (data) => `写最后一天：${one(data).zh}`,
    },
  },
  'date-short-year': {
    en: ({ found }) => `the year of “${found}” needs four digits`,
    zh: ({ found }) => `“${found}”的年份要写四位`,
    help: {
      en: (data) => `write ${hasInstead(data) ? one(data).en : 'the year in full, such as 2018-07-31'}`,
      zh: (data) => `写成 ${hasInstead(data) ? one(data).zh : '2018-07-31'}`,
    },
  },
  'date-range': {
    en: ({ found }) => `“${found}” is a stretch of time, and a date is due at one end of it`,
    zh: ({ found }) => `“${found}”是一段时间，日期只能写一个`,
    help: {
      en: (data) => `write its end${hasInstead(data) ? `: ${one(data).en}` : ''}`,
      zh: (data) => `写到期的那一个${hasInstead(data) ? `：${one(data).zh}` : ''}`,
    },
  },
  'date-relative': {
    en: ({ found }) => `“${found}” means another time next year`,
    zh: ({ found }) => `“${found}”过了年就说不清是哪一年`,
    help: { en: () => 'write the year in figures', zh: () => '用数字写明年份' },
  },
  'date-endless': {
    en: ({ found }) => `“${found}” is no date: nothing is ever due then`,
    zh: ({ found }) => `“${found}”不是时限，永远不会到期`,
    help: {
      en: () => 'write by when this year’s part is done; without a date, the end of the year is implied',
      zh: () => '写明今年这一步何时完成；不写时限的，视为年底',
    },
  },
  'date-no-day': {
    en: ({ found, year, month, days }) =>
      `there is no day “${found}”: month ${month} of ${year} has ${days} days`,
    zh: ({ found, year, month, days }) => `没有“${found}”这一天：${year}年${month}月只有${days}天`,
    help: { en: () => 'correct the day or the month', zh: () => '核对日期' },
  },
  'date-no-month': {
    en: ({ found, number }) => `there is no month ${number}: “${found}”`,
    zh: ({ found, number }) => `没有${number}月：“${found}”`,
    help: { en: () => 'months are 1 to 12', zh: () => '月份是1至12' },
  },
  'date-no-quarter': {
    en: ({ found, number }) => `there is no quarter ${number}: “${found}”`,
    zh: ({ found, number }) => `没有第${number}季度：“${found}”`,
    help: { en: () => 'quarters are 1 to 4', zh: () => '季度是一至四' },
  },
  'date-no-half': {
    en: ({ found, number }) => `there is no half-year ${number}: “${found}”`,
    zh: ({ found, number }) => `没有H${number}：“${found}”`,
    help: { en: () => 'halves are H1 and H2', zh: () => '上半年是H1，下半年是H2' },
  },
  'date-year-range': {
    en: ({ found }) => `the year of “${found}” is not between 1900 and 2999`,
    zh: ({ found }) => `“${found}”的年份不在1900至2999之间`,
    help: { en: () => 'correct the year', zh: () => '核对年份' },
  },
  'date-yearless': {
    en: ({ found }) => `“${found}” does not say of which year`,
    zh: ({ found }) => `“${found}”没有写年份`,
    help: {
      en: (data) => `write the year${hasInstead(data) ? `: ${one(data).en}` : ', such as 2018-07'}`,
      zh: (data) => `写上年份${hasInstead(data) ? `：${one(data).zh}` : '，例如 2018-07'}`,
    },
  },
  'date-fiscal-unknown': {
    en: ({ found }) =>
      `“${found}” names a year of the organization, and nothing says in which month that begins`,
    zh: ({ found }) => `“${found}”说的是本单位的年度，但没有写年度从几月算起`,
    help: {
      en: ({ key }) =>
        `add “${key}: 10” to the draft, or year-start to report.config.yaml; 10 is October, 1 that it is the calendar year`,
      zh: ({ key }) =>
        `在稿子里补上“${key}: 10”（从10月算起；写1就是日历年），或在 report.config.yaml 写 year-start`,
    },
  },
  'year-written': {
    en: ({ found, year }) => `“${found}” should be the number of the year alone: ${year}`,
    zh: ({ found, year }) => `年度只写数字${year}，不写“${found}”`,
    help: { en: ({ year }) => `write ${year}`, zh: ({ year }) => `改为 ${year}` },
  },
  'month-range': {
    en: ({ name, found }) => `“${name}” is a month from 1 to 12, not ${found}`,
    zh: ({ name, found }) => `“${name}”写1至12的月份，不能写${found}`,
    help: { en: () => 'write the month as a number: 10 is October', zh: () => '只写月份数字，如 10' },
  },
};

/** What is wrong with a date in one line, for a command line. */
export function dateWords(fault: string, data: Data): Words {
  const message = dateMessages[`date-${fault}`] ?? dateMessages['date-unknown'];
  const words = (language: 'en' | 'zh'): string =>
    [message?.[language](data), message?.help?.[language](data)]
      .filter(Boolean)
      .join(language === 'zh' ? '；' : '; ');
  return { en: words('en'), zh: words('zh') };
}
