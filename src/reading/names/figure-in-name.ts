import type { Quantity } from '../../quantity/value/quantity.ts';

/** Whether a figure only tells which thing is meant: 50万元 of 年收入50万元以上的村, 12345热线, 15分钟生活圈, “8+2”. */
export function isInName(text: string, { span: [start, end], unit, qualifier }: Quantity): boolean {
  const behind = text.slice(end, end + 12);
  return (
    (unit === '' && /^(?:[+＋]\d|[”"]|(?:服务)?(?:热线|平台|专线|工程|计划|行动|政策))/u.test(behind)) ||
    /\d[+＋]$/.test(text.slice(Math.max(0, start - 2), start)) ||
    (unit === '分钟' && /^[^，。；、\d]{0,6}圈/u.test(behind)) ||
    (/^(?:at-least|at-most)$/.test(qualifier) &&
      /以[上下内]$/.test(text.slice(start, end)) &&
      /^的?\p{Script=Han}{1,10}\d/u.test(behind)) ||
    /^以[上下]的?\p{Script=Han}{1,8}\d/u.test(behind)
  );
}
