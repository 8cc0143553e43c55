import type { Edit } from '../../diagnostic.ts';
import { scalarEnd, spaceEnd } from './flow-scalars.ts';
import { LineEnds } from './line-ends.ts';
import { quotedEnd, quoteTrap } from './quotes.ts';
import type { Trap } from './repair.ts';

/** Traps inside `{ }` and `[ ]`, and where the collection ends; -1 where it never does. */
export interface FlowScan {
  readonly traps: readonly Trap[];
  readonly end: number;
}

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '｛': '}', '［': ']' };
const wideBrackets: Readonly<Record<string, string>> = { '｛': '{', '｝': '}', '［': '[', '］': ']' };

/** Scans a flow collection that begins at `at`. Linear: every character is looked at once, but for the end of a scalar. */
export const scanFlow = (text: string, at: number): FlowScan => new FlowScanner(text, at).scan();

class FlowScanner {
  readonly #text: string;
  readonly #start: number;
  readonly #ends: LineEnds;
  readonly #traps: Trap[] = [];
  readonly #open: { readonly closer: string; readonly edits: Edit[] }[] = [];
  /** A line that goes on with a plain text begins nothing. */
  #goesOn = false;
  #index: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#start = at;
    this.#index = at;
    this.#ends = new LineEnds(text);
  }

  scan(): FlowScan {
    while (this.#index < this.#text.length) {
      const end = this.#next();
      if (end !== undefined) return { traps: this.#traps, end };
    }
    return { traps: this.#traps, end: -1 };
  }

  /** Passes over what stands here; where the collection ends with it, the offset behind, or -1 where it never ends. */
  #next(): number | undefined {
    const character = this.#text[this.#index] as string;
    const plain = wideBrackets[character] ?? character;
    if (!/[\s#]/.test(plain)) {
      const inside = this.#goesOn && !/[,{}[\]]/.test(plain);
      this.#goesOn = false;
      if (inside) return this.#plainText(true);
    }
    if (plain === '{' && this.#text.startsWith('{{', this.#index) && this.#open.length > 0)
      return this.#scalar(false);
    if (plain === '{' || plain === '[') return this.#opens(character, plain);
    if (plain === '}' || plain === ']') return this.#closes(character, plain);
    if (plain === '"' || plain === "'") return this.#quoted();
    return this.#sign(plain);
  }

  #opens(character: string, plain: string): undefined {
    const edits: Edit[] = [];
    const at = this.#index++;
    if (plain !== character) {
      edits.push({ start: at, end: at + 1, insert: plain });
      const fix = { edits, safe: true };
      this.#traps.push({
        start: at,
        end: at + 1,
        message: 'bracket-wide',
        data: { insert: plain },
        fix,
      });
    }
    this.#open.push({ closer: closers[plain] as string, edits });
  }

  /** Both brackets of a pair are one mistake. */
  #closes(character: string, plain: string): number | undefined {
    const opener = this.#open.pop();
    const at = this.#index++;
    if (plain !== character) opener?.edits.push({ start: at, end: at + 1, insert: plain });
    return this.#open.length === 0 ? this.#index : undefined;
  }

  #quoted(): number | undefined {
    const text = this.#text;
    const end = quotedEnd(text, this.#index);
    if (end === -1) return -1;
    const behind = /^[^\s,:：，#[\]{}｛｝［］"'][^,，{}[\]\r\n]*/
      .exec(text.slice(end, this.#ends.after(end)))?.[0]
      .trimEnd();
    if (behind !== undefined)
      this.#traps.push(quoteTrap(text, this.#index, end + behind.length, end, 'quote-inside'));
    this.#index = end + (behind?.length ?? 0);
    return undefined;
  }

  /** What is neither bracket nor quotation mark. */
  #sign(plain: string): undefined {
    const text = this.#text;
    const at = this.#index;
    if (/[\s,:]/.test(plain)) this.#index++;
    else if (plain === '，' && this.#parts()) this.#wideComma();
    else if (plain === '#' && /\s/.test(text[at - 1] ?? ' ')) this.#index = this.#ends.after(at);
    // an anchor, an alias or a tag
    else if (/[&*!]/.test(plain) && /^.[^\s,{}[\]*]+(?=[\s,}\]])/.test(text.slice(at, at + 80)))
      this.#index += /^[^\s,{}[\]]+/.exec(text.slice(at, at + 80))?.[0].length ?? 1;
    else this.#plainText(false);
  }

  /** Whether a full-width comma stands behind a bracket or a quotation mark, where it can only part two things. */
  #parts(): boolean {
    const [text, at] = [this.#text, this.#index];
    return (
      /["'}\]]\s*$/.test(text.slice(Math.max(this.#start, at - 20), at)) &&
      /^\s*[^\s}\]｝］]/.test(text.slice(at + 1, at + 80))
    );
  }

  #wideComma(): void {
    const at = this.#index;
    const end = spaceEnd(this.#text, at + 1);
    this.#traps.push({
      start: at,
      end: at + 1,
      message: 'comma-wide',
      fix: { edits: [{ start: at, end, insert: ', ' }], safe: true },
    });
    this.#index = end;
  }

  #plainText(goesOn: boolean): undefined {
    this.#scalar(goesOn);
    this.#goesOn = breaksOff(this.#text, this.#index, this.#traps.at(-1));
  }

  #scalar(goesOn: boolean): undefined {
    const closer = this.#open.at(-1)?.closer ?? '}';
    const around = { text: this.#text, ends: this.#ends, start: this.#index, closer, goesOn };
    this.#index = scalarEnd(around, this.#traps);
  }
}

/** Whether a plain text ends with its line, rather than behind a colon or comma, mended perhaps, and may go on in the next. */
const breaksOff = (text: string, at: number, trap: Trap | undefined): boolean =>
  text[at] === '\n' &&
  text[at - 1] !== ':' &&
  !(trap !== undefined && trap.end === at && /^(?:comma|colon)-wide$/.test(trap.message));
