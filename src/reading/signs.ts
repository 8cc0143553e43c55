/**
 * Signs: words of which a text must hold one to concern a reader of claims. Each reader declares its own beside it; all are sought in one
 * pass over a text, so that what has none of them is asked nothing more.
 */

/** Words of which a stretch of text holds one or none, in whatever case. */
export interface Sign {
  readonly word: number;
  readonly bit: number;
}

/** The signs that a stretch of text holds, a bit for each, in words of as many as a number holds. What lies beyond the last word may be there. */
export type Signs = readonly number[];

/** As if every sign were there. */
export const ALL_SIGNS: Signs = [];

const BITS = 32;

interface Spelling extends Sign {
  readonly codes: readonly number[];
}

const spellings: Spelling[] = [];
let signs = 0;
/** Spellings by the character that they begin with; made anew where more are declared. */
let byFirst: readonly (readonly Spelling[] | undefined)[] | undefined;

/** Declares a sign, as many as there are readers. */
export function signOf(...words: readonly string[]): Sign {
  const sign: Sign = { word: Math.floor(signs / BITS), bit: 1 << (signs % BITS) };
  signs++;
  for (const word of words)
    spellings.push({ ...sign, codes: Array.from({ length: word.length }, (_, at) => word.charCodeAt(at)) });
  byFirst = undefined;
  return sign;
}

/** A letter of ASCII as a small one. */
const small = (code: number): number => (code >= 0x41 && code <= 0x5a ? code + 0x20 : code);

function tableOf(): readonly (readonly Spelling[] | undefined)[] {
  const table: Spelling[][] = [];
  for (const each of spellings) (table[slotOf(each.codes[0] as number)] ??= []).push(each);
  return Array.from({ length: SLOTS }, (_, slot) => table[slot]);
}

/** Some characters share a slot; that all of a word stands there is looked at anyway. */
const SLOTS = 4096;
const slotOf = (code: number): number => code & (SLOTS - 1);

/** The signs in a stretch of text, in one pass. */
export function signsIn(text: string, from = 0, to = text.length): Signs {
  const table = (byFirst ??= tableOf());
  const found: number[] = [];
  for (let word = 0; word * BITS < signs; word++) found.push(0);
  // what is only declared later may be there
  if (signs % BITS > 0) found[found.length - 1] = -1 << (signs % BITS);
  for (let at = from; at < to; at++) {
    const first = small(text.charCodeAt(at));
    const here = table[slotOf(first)];
    if (here === undefined) continue;
    for (const { codes, word, bit } of here)
      if (((found[word] as number) & bit) === 0 && codes[0] === first && stands(codes, text, at, to))
        (found[word] as number) |= bit;
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
export const hasSign = (among: Signs, { word, bit }: Sign): boolean => ((among[word] ?? bit) & bit) !== 0;
