import { distance } from 'fastest-levenshtein';

/** How many slips lie between two words. Of one slip, that two characters changed places is the likeliest: nothing else is wrong, and it counts half. */
export function slips(written: string, name: string): number {
  const edits = distance(written, name);
  if (edits < 2 || edits > 3) return edits;
  let least = edits;
  for (let at = 0; at + 1 < written.length; at++) {
    const swapped = written.slice(0, at) + written[at + 1] + written[at] + written.slice(at + 2);
    least = Math.min(least, swapped === name ? 0.5 : 1 + distance(swapped, name));
  }
  return least;
}
