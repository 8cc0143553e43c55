import type { XmlAttributes } from './xml.ts';

/** Properties as they were before a change, what was taken out or moved away, and readings above a text. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:rt',
  ...['pPr', 'rPr', 'sectPr', 'tblPr', 'trPr', 'tcPr', 'tblGrid'].map((name) => `w:${name}Change`),
]);

/** What of mc:Choice is understood: text boxes, groups and what else newer Word writes; of anything else the fallback is read. */
const understood = /^(?:wp[scgi]|wp14|w\d{2}|a14|c14|pic14|v|o|m)$/;

/** What of a part of a Word file is left out, told as its elements come: the same for all who count its characters. */
export class DocxSkips {
  /** For each open `mc:AlternateContent`, whether one of its choices is taken. */
  readonly #chosen: boolean[] = [];
  /** How many elements are open within one that is left out. */
  #depth = 0;

  /** Whether what comes now is left out. */
  get isSkipping(): boolean {
    return this.#depth > 0;
  }

  /** An element begins; whether it is left out. */
  open(name: string, parent: string, attributes: XmlAttributes): boolean {
    if (this.#depth > 0 || this.#begins(name, parent, attributes)) this.#depth += 1;
    else if (name === 'mc:AlternateContent') this.#chosen.push(false);
    return this.#depth > 0;
  }

  /** An element ends; whether it was left out. */
  close(name: string): boolean {
    if (this.#depth > 0) {
      this.#depth -= 1;
      return true;
    }
    if (name === 'mc:AlternateContent') this.#chosen.pop();
    return false;
  }

  #begins(name: string, parent: string, { Requires = 'w14' }: XmlAttributes): boolean {
    if (name === 'mc:Choice' && !Requires.split(/\s+/).every((each) => understood.test(each))) return true;
    if (name === 'mc:Choice' || name === 'mc:Fallback') {
      const taken = this.#chosen.at(-1) === true;
      this.#chosen.splice(-1, 1, true);
      return taken;
    }
    // within properties, w:del and w:moveFrom say that a mark or a row is taken out
    return skipped.has(name) && !(parent === 'w:rPr' || parent === 'w:trPr');
  }
}
