import { distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant: at most two edits away, and one where both are shorter than four characters
 * (two turn 做完 into 未完成); undefined where none is near.
 */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const edits = distance(written, name);
    const length = Math.max(name.length, written.length);
    if (edits < least && edits < length && edits <= (length > 3 ? 2 : 1)) {
      best = name;
      least = edits;
    }
  }
  return best;
}
