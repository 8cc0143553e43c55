import type { Quantity } from '../quantity/quantity.ts';
import { parseQuantity } from '../quantity/scan.ts';
import type { Metric, Section } from './report.ts';
import { isSame } from './said.ts';

/**
 * Whether a figure of a section’s text is a metric of it that a formula holds: what its words say of it is then checked
 * where it is declared, and found once.
 */
export function isReckoned(figure: Quantity, section: Section | undefined): boolean {
  const metrics: Metric[] = [];
  for (let at = section; at; at = at.parent) metrics.push(...at.metrics.filter(({ data }) => data.formula !== undefined && data.value !== undefined));
  return metrics.some(({ data: { value = '', unit } }) => {
    const quantity = parseQuantity(value, { unit });
    return quantity !== undefined && isSame(quantity, figure);
  });
}
