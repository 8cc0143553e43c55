import type { XmlAttributes } from '../readers/docx/xml.ts';

/** Content that something else writes anew: a choice, a date, what data are bound to. */
const bound: ReadonlySet<string> = new Set([
  ...['w:dataBinding', 'w:dropDownList', 'w:comboBox', 'w:date'],
  ...['dataBinding', 'checkbox', 'w:docPartList', 'w:docPartObj'],
]);
const locks: ReadonlySet<string> = new Set(['contentLocked', 'sdtContentLocked']);
/** Moved words are the same in two places; formulas have no revisions that all programs know. */
const whole: ReadonlySet<string> = new Set(['w:moveTo', 'm:oMath', 'm:oMathPara', 'mc:AlternateContent']);
/** The words of a link are those of its author; of any other field Word writes them anew. */
const isLink = (instruction: string): boolean => /^\s*HYPERLINK\b/i.test(instruction);

/** An element, or a complex field, that is open. */
interface Open {
  isFirm: boolean;
}

/**
 * Where in a part a change of the words would be lost or unsound, told as its elements come: what a field or a bound control shows is
 * written anew, a locked one takes none, and moved words stand in two places.
 */
export class FirmPlaces {
  readonly #elements: Open[] = [];
  readonly #controls: Open[] = [];
  readonly #fields: { instruction: string }[] = [];
  #firm = 0;

  /** Whether words that come now are to be left. */
  get isFirm(): boolean {
    return this.#firm > 0 || this.#fields.some(({ instruction }) => !isLink(instruction));
  }

  open(name: string, { fldCharType, instr = '', val = '' }: XmlAttributes): void {
    const opened = { isFirm: whole.has(name) || (name === 'w:fldSimple' && !isLink(instr)) };
    if (opened.isFirm) this.#firm += 1;
    this.#elements.push(opened);
    if (name === 'w:sdt') this.#controls.push(opened);
    const control = this.#controls.at(-1);
    if (control && !control.isFirm && (bound.has(name) || (name === 'w:lock' && locks.has(val)))) {
      control.isFirm = true;
      this.#firm += 1;
    }
    if (fldCharType === 'begin') this.#fields.push({ instruction: '' });
    if (fldCharType === 'end') this.#fields.pop();
  }

  close(name: string): void {
    if (name === 'w:sdt') this.#controls.pop();
    if (this.#elements.pop()?.isFirm) this.#firm -= 1;
  }

  /** More of what the field that is open is to show. */
  instruct(text: string): void {
    const field = this.#fields.at(-1);
    if (field) field.instruction += text;
  }
}
