import type { Quantity } from '../../quantity/value/quantity.ts';
import type { Figures } from '../../reading/figures.ts';
import type { Section } from '../../model/report.ts';
import { isSame } from '../../reading/declared.ts';

/**
 * Whether a figure of a section’s text is a metric of it, or of one above it, that a formula holds: what its words say of
 * it is then checked where it is declared, and found once.
 */
export function isReckoned(figure: Quantity, section: Section | undefined, figures: Figures): boolean {
  for (let at = section; at; at = at.parent)
    for (const metric of at.metrics) {
      const { declared, formula } = figures.of(metric) ?? {};
      if (declared && formula && isSame(declared, figure)) return true;
    }
  return false;
}
