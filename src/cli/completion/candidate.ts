/** A word that may stand where one is being written, and what it means, in the language of the run. */
export interface Candidate {
  /** The whole word. One that ends in `/`, `:` or `=` is written on. */
  readonly word: string;
  readonly note?: string;
}

/** What fits where a word is being written. */
export interface Completion {
  readonly candidates: readonly Candidate[];
  /** Whether these are paths, which a shell quotes. */
  readonly arePaths: boolean;
}

export const nothing: Completion = { candidates: [], arePaths: false };
