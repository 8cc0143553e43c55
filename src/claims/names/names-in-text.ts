import type { Span } from '../../quantity/value/formula.ts';

/** A name in a text. */
export interface Name {
  readonly name: string;
  readonly span: Span;
}

/** A person by name and post; `body` is what stands before both: 市教育局. */
export interface Holder extends Name {
  readonly post: string;
  readonly body: string;
}
