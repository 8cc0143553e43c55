import type { Quantity } from '../../quantity/value/quantity.ts';

/** Whether words such as 约 and 超过 stand before a count that is no round number: 超过109人. Percentages and days are told so. */
export const isExactCount = (text: string, { digits, qualifier, factor, family }: Quantity): boolean =>
  (qualifier === 'about' || qualifier === 'over') &&
  factor.equals(1) &&
  family !== '%' &&
  family !== '天' &&
  /^\d{2,}[1-9]$/.test(text.slice(...digits).replaceAll(',', ''));

/** 人次超过109人: a unit before the figure and another behind it. */
export const isUnitTwice = ({ family, unit }: Quantity): boolean => family === '人次' && unit.endsWith('人');
