import { distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant: at most two edits away, and sharing at least one character with what was
 * written; undefined where none is near.
 */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= least) continue;
    const edits = distance(written, name);
    if (edits < least && edits < Math.max(name.length, written.length)) {
      best = name;
      least = edits;
    }
  }
  return best;
}
