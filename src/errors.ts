import type { Words } from './diagnostic.ts';

/** What the user can mend: one line that says what is wrong and what to do. Ends the run with exit code 2. */
export class UserError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = 'UserError';
    this.words = words;
  }
}
