import { eastAsianWidth } from 'get-east-asian-width';

let graphemes: Intl.Segmenter | undefined;

/** The characters of a text as a reader counts them; text of Han, kana, Latin letters and plain punctuation needs no segmenter. */
export function charactersOf(text: string): string[] {
  if (
    /^[\u0020-\u007E\u2010-\u2026\u3000-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uFF01-\uFF5E]*$/.test(
      text,
    )
  )
    return text.split('');
  graphemes ??= new Intl.Segmenter();
  return [...graphemes.segment(text)].map(({ segment }) => segment);
}

/**
 * Cells that a character takes on a terminal (UAX #11): two for Han, full-width forms and emoji, none for marks that
 * combine or join, one for the rest.
 */
export function cellWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (character.includes('\u200D') || character.includes('\uFE0F')) return 2;
  const point = character.codePointAt(0) ?? 0;
  return /^[\p{Mn}\p{Me}\u200B-\u200D]/u.test(character) ? 0 : eastAsianWidth(point);
}

/** Cells of many characters. */
export const cellsIn = (characters: readonly string[]): number =>
  characters.reduce((sum, character) => sum + cellWidth(character), 0);

/** As many characters from the start as fit into so many cells. */
export function takeStart(all: readonly string[], cells: number): string[] {
  const taken: string[] = [];
  let used = 0;
  for (const each of all) {
    used += cellWidth(each);
    if (used > cells) break;
    taken.push(each);
  }
  return taken;
}
