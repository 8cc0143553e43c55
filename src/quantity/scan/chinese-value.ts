import type { Quantity } from '../value/quantity.ts';
import { withChanges } from '../value/stated-quantity.ts';
import { isMoney, POINTS, RATIO } from '../value/unit-table.ts';

/** The name of what is counted, or a unit that no table has: 树, 二氧化碳当量, 标箱; no words that say something of the figure. */
const noun = /^[\p{Script=Han}A-Za-z]{1,12}(?:[/／]\p{Script=Han}{1,6})?$/u;
const saying = /[的了是为由在和与及或等未已无不共约超近可待拟其含]|左右|上下|以[上下内外]|完成|多/;

/**
 * A value with what it counts behind its measure word, or with a unit that no table has: 25棵树, 1.2万标箱, 90分.
 * `only` is its number with the unit that was read, if any. Undefined where the text is no such value.
 */
export function chineseValue(text: string, only: Quantity | undefined): Quantity | undefined {
  if (only === undefined || only.span[0] !== 0 || only.kind !== 'figure' || only.qualifier === 'vague')
    return undefined;
  const rest = text.slice(only.span[1]).replace(/^ /, '');
  if (
    !noun.test(rest) ||
    saying.test(rest) ||
    only.family === RATIO ||
    only.family === POINTS ||
    isMoney(only.family)
  )
    return undefined;
  const whole = { text, span: [0, text.length] as const, unit: only.unit + rest };
  if (only.family === '') return withChanges(only, { ...whole, family: rest });
  return only.per.length === 0 ? withChanges(only, whole) : undefined;
}
