import { areOpposed } from './opposites.ts';
import { slips } from './slips.ts';

/**
 * The known name that was most likely meant: at most two slips away (a character more, less, another, or two that changed
 * places), and one where both are shorter than four characters (two turn 做完 into 未完成); undefined where none is near.
 * What says the opposite is no slip, however near: 没完成数 is never 完成数.
 */
export function suggest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= 3) continue;
    const edits = slips(written, name);
    const length = Math.max(name.length, written.length);
    if (edits < least && edits < length && edits <= (length > 3 ? 2 : 1) && !areOpposed(written, name)) {
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
  const all = known.filter((name) => slips(written, name) <= 2 && Math.max(name.length, written.length) === 3 && !areOpposed(written, name));
  return all.length === 1 ? all[0] : undefined;
}
