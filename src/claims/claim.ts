import type { Path } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Sign } from '../reading/signs.ts';
import type { TextAlone } from '../reading/text-alone.ts';

/**
 * What a text says of some of its figures, so that one can be wrong: of each other, of a year, of a formula. A claim that nobody can judge is
 * none.
 */
export interface Claim {
  /** The figures that are held against something when it is judged. */
  readonly figures: readonly Quantity[];
}

/** A claim that only a report makes: of several of its texts, or of a text and what the draft declares. */
export interface ReportClaim {
  /** The figures that are held against something when it is judged. */
  readonly figures: readonly HeldFigure[];
}

/** A figure by its place: in a text, or as a value of the draft, such as that of a metric or of a cell. */
export type HeldFigure =
  { readonly prose: Prose; readonly figure: Pick<Quantity, 'span'> } | { readonly path: Path };

/** A reader of the claims of a text by itself. */
export interface ClaimReader<C extends Claim> {
  (text: TextAlone): readonly C[];
  /** Words without one of which it finds nothing in a text. */
  readonly sign?: Sign;
}

/** A reader that is asked only of texts with a sign. */
export const behindSign = <C extends Claim>(
  sign: Sign,
  read: (text: TextAlone) => readonly C[],
): ClaimReader<C> => Object.assign((text: TextAlone) => read(text), { sign });

/** A claim of a text that takes its report to judge, and holds no figure. */
export interface TextReportClaim extends ReportClaim {
  readonly prose: Prose;
}

/** What a reader finds in the texts of a report, each with its text. */
export function claimsInTexts<C extends object>(
  { texts }: Reading,
  read: (prose: Prose) => Iterable<C>,
): readonly (C & TextReportClaim)[] {
  const found: (C & TextReportClaim)[] = [];
  for (const prose of texts) for (const claim of read(prose)) found.push({ ...claim, prose, figures: [] });
  return found;
}
