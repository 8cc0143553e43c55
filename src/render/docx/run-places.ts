import type { PrintedPlaces } from '../printed-places.ts';
import { edit, type PackageParts } from './package.ts';

/** A language that no text is in: it marks a run until the order of all runs is known. */
const MARK = '\uFFFFplace';

/** The mark of a run that prints words of the draft, by their number. */
export const placeMark = (number: number): string => `${MARK}${number}`;

const runOrMark = new RegExp(`<w:r[ >]|<w:lang w:val="${MARK}(\\d+)"/>`, 'g');
const mark = new RegExp(`<w:lang w:val="${MARK}\\d+"/>`, 'g');

/** Tells in which run of which part marked words stand, and takes the marks out again. */
export function settlePlaces(parts: PackageParts, places: PrintedPlaces): void {
  for (const part of ['word/document.xml', 'word/footnotes.xml'])
    edit(parts, part, (xml) => {
      let run = -1;
      for (const [, number] of xml.matchAll(runOrMark)) {
        if (number === undefined) run += 1;
        else places.stands(Number(number), part, run);
      }
      return xml.replace(mark, '').replaceAll('<w:rPr></w:rPr>', '');
    });
}
