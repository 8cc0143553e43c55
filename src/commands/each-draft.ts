import type { Failure } from '../diagnostic.ts';
import { UserError } from '../errors.ts';

/** Reads drafts one after another; one that cannot be read stops none of the others, and why joins the failures. */
export async function eachDraft(
  names: readonly string[],
  failures: Failure[],
  read: (name: string) => Promise<void>,
): Promise<void> {
  for (const name of names)
    try {
      await read(name);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      failures.push({ ...error.words, file: name });
    }
}
