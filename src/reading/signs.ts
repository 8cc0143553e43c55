/**
 * Signs: words of which a text must hold one to concern a reader of claims. Each reader declares its own beside it; all are sought in one
 * pass over a text, so that what has none of them is asked nothing more.
 */

/** Words of which a stretch of text holds one or none, in whatever case. */
export interface Sign {
  readonly bit: number;
}

/** The signs that a stretch of text holds, a bit for each. */
export type Signs = number;

const MOST = 31;

interface Word {
  readonly codes: readonly number[];
  readonly bit: number;
}

const words: Word[] = [];
let signs = 0;
/** Words by the character that they begin with; made anew where more are declared. */
let byFirst: readonly (readonly Word[] | undefined)[] | undefined;

/** Declares a sign. @throws Error where there are more than a number has bits: a bug of ours. */
export function signOf(...spellings: readonly string[]): Sign {
  if (signs === MOST) throw new Error(`there are more than ${MOST} signs`);
  const bit = 1 << signs++;
  for (const spelling of spellings)
    words.push({ codes: Array.from({ length: spelling.length }, (_, at) => spelling.charCodeAt(at)), bit });
  byFirst = undefined;
  return { bit };
}

/** A letter of ASCII as a small one. */
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

function tableOf(): readonly (readonly Word[] | undefined)[] {
  const table: Word[][] = [];
  for (const word of words) (table[slotOf(word.codes[0] as number)] ??= []).push(word);
  return Array.from({ length: SLOTS }, (_, slot) => table[slot]);
}

/** Some characters share a slot; that all of a word stands there is looked at anyway. */
const SLOTS = 4096;
const slotOf = (code: number): number => code & (SLOTS - 1);

/** The signs in a stretch of text, in one pass. */
export function signsIn(text: string, from = 0, to = text.length): Signs {
  const table = (byFirst ??= tableOf());
  // what is only declared later may be there
  let found = -1 << signs;
  for (let at = from; at < to; at++) {
    const first = small(text.charCodeAt(at));
    const here = table[slotOf(first)];
    if (here === undefined) continue;
    for (const { codes, bit } of here)
      if ((found & bit) === 0 && codes[0] === first && stands(codes, text, at, to)) found |= bit;
  }
  return found;
}

function stands(codes: readonly number[], text: string, at: number, to: number): boolean {
  if (at + codes.length > to) return false;
  for (let index = 1; index < codes.length; index++)
    if (small(text.charCodeAt(at + index)) !== codes[index]) return false;
  return true;
}

/** Whether a sign is among some. */
export const hasSign = (among: Signs, { bit }: Sign): boolean => (among & bit) !== 0;
