import { areOpposed } from './opposites.ts';
import { slips } from './slips.ts';
import { areAlikeInHan } from './sounds.ts';

/**
 * The known name that was most likely meant: at most two slips away (a character more, less, another, or two that changed
 * places), and one where both are shorter than four characters (two turn 做完 into 未完成) or one is a short word in letters
 * (sent, spent); undefined where none is near. What says the opposite is no slip, however near: 没完成数 is never 完成数, and
 * a Chinese character stands in the place of another only where they sound or look alike: 立案数 is never 结案数.
 */
export const suggest = (written: string, known: Iterable<string>): string | undefined =>
  nearest(written, known, areAlikeInHan);

/** A name as near as that which may all the same be another one (立案数, 结案数): to be shown to a person, never to be written for one. */
export const alike = (written: string, known: Iterable<string>): string | undefined =>
  nearest(written, known, () => true);

function nearest(
  written: string,
  known: Iterable<string>,
  areAlike: (written: string, name: string) => boolean,
): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= 3) continue;
    const edits = slips(written, name);
    const length = Math.max(name.length, written.length);
    if (
      edits < least &&
      edits < length &&
      edits <= (length > shortest(name) ? 2 : 1) &&
      !areOpposed(written, name) &&
      areAlike(written, name)
    ) {
      best = name;
      least = edits;
    }
  }
  return best;
}

/** Up to which length one slip is all that can be: letters say less than Chinese characters. */
const shortest = (name: string): number => (/^[a-z]+$/i.test(name) ? 5 : 3);

/**
 * The key that was most likely meant. Keys are few, so that a short one may be two slips away where no other is as near:
 * 数量植 can only be 数值.
 */
export function suggestKey(written: string, known: readonly string[]): string | undefined {
  const near = nearest(written, known, () => true);
  if (near !== undefined || written.length > 3) return near;
  const all = known.filter(
    (name) =>
      slips(written, name) <= 2 && Math.max(name.length, written.length) === 3 && !areOpposed(written, name),
  );
  return all.length === 1 ? all[0] : undefined;
}
