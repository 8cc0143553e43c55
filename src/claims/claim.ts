import type { Path } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from '../reading/prose.ts';
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
