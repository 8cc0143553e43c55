import { distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant: at most two slips away (a character more, less, another, or two that changed
 * places), and one where both are shorter than four characters (two turn 做完 into 未完成); undefined where none is near.
 */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= 3) continue;
    const edits = slips(written, name);
    const length = Math.max(name.length, written.length);
    if (edits < least && edits < length && edits <= (length > 3 ? 2 : 1)) {
      best = name;
      least = edits;
    }
  }
  return best;
}

/**
 * The key that was most likely meant. Keys are few, so that a short one may be two slips away where no other is as near:
 * 数量植 can only be 数值.
 */
export function suggestKey(written: string, known: readonly string[]): string | undefined {
  const near = suggest(written, known);
  if (near !== undefined || written.length > 3) return near;
  const all = known.filter((name) => slips(written, name) <= 2 && Math.max(name.length, written.length) === 3);
  return all.length === 1 ? all[0] : undefined;
}

/** How many slips lie between two words. Of one slip, that two characters changed places is the likeliest: nothing else is wrong. */
function slips(written: string, name: string): number {
  const edits = distance(written, name);
  if (edits < 2 || edits > 3) return edits;
  let least = edits;
  for (let at = 0; at + 1 < written.length; at++) {
    const swapped = written.slice(0, at) + written[at + 1] + written[at] + written.slice(at + 2);
    least = Math.min(least, swapped === name ? 0.5 : 1 + distance(swapped, name));
  }
  return least;
}
