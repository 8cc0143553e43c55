import { allKeys } from '../grammar.ts';
import type { LineEnds } from './line-ends.ts';
import { quoteTrap } from './quotes.ts';
import type { Trap } from './repair.ts';

/** A plain text of a flow collection: where it begins, and what surrounds it. */
interface Surroundings {
  readonly text: string;
  readonly ends: LineEnds;
  readonly start: number;
  /** What closes the collection. */
  readonly closer: string;
  /** Whether the text began in a line above. */
  readonly goesOn: boolean;
}

/** One plain scalar of a flow collection, key or value: finds its end as the author meant it and what YAML would make of it. */
export const scalarEnd = (around: Surroundings, traps: Trap[]): number => new FlowScalar(around, traps).end();

/** What ends a text where it stands. */
const HERE = -1;

class FlowScalar {
  readonly #around: Surroundings;
  readonly #traps: Trap[];
  #index: number;
  /** How many brackets are open. */
  #depth = 0;
  /** From where on YAML would cut or misread the text, and why. */
  #lost: { readonly at: number; readonly message: string } | undefined;

  constructor(around: Surroundings, traps: Trap[]) {
    const { text, start } = around;
    this.#around = around;
    this.#traps = traps;
    this.#index = start;
    if (isSpecial(text, start)) this.#lose(start, 'start-special');
  }

  end(): number {
    const { text, start } = this.#around;
    for (; this.#index < text.length; this.#index++) {
      const end = this.#character(text[this.#index] as string);
      if (end === HERE) break;
      if (end !== undefined) return end;
    }
    if (this.#lost) {
      const end = start + text.slice(start, this.#index).trimEnd().length;
      this.#traps.push(quoteTrap(text, start, end, this.#lost.at, this.#lost.message));
    }
    return Math.max(this.#index, start + 1);
  }

  #lose(at: number, message: string): void {
    this.#lost ??= { at, message };
  }

  /** Takes in a character: the offset behind the text, or `HERE`, where the text ends with it; else undefined. */
  #character(character: string): number | undefined {
    const { text } = this.#around;
    const index = this.#index;
    if (character === '\n') return HERE;
    if (text.startsWith('{{', index)) return this.#reference();
    if (character === ',') return this.#comma();
    if (character === '，') return this.#wideComma();
    if (/[{}[\]]/.test(character) || closesWide(text, index)) return HERE;
    if (character === '：') return this.#wideColon();
    if (character === ':') return this.#colon();
    if (character === '(') this.#depth++;
    else if (character === ')') this.#depth = Math.max(this.#depth - 1, 0);
    else if (character === ' ' && text[index + 1] === '#' && /\S/.test(text[index + 2] ?? ' '))
      this.#lose(index + 1, 'comment-cut');
    return undefined;
  }

  #reference(): number | undefined {
    const { text, ends } = this.#around;
    const close = text.indexOf('}}', this.#index);
    if (close === -1 || close > ends.after(this.#index)) return HERE;
    this.#lose(this.#index, 'reference-unquoted');
    this.#index = close + 1;
    return undefined;
  }

  #comma(): number | undefined {
    if (!isInside(this.#around, this.#index, this.#depth)) return HERE;
    this.#lose(this.#index, 'comma-in-text');
    return undefined;
  }

  #wideComma(): number | undefined {
    const { text, closer, goesOn } = this.#around;
    if ((goesOn && closer === ']') || !isSeparator(this.#around, this.#index)) return undefined;
    return this.#mend('comma-wide', this.#index, spaceEnd(text, this.#index + 1), ', ');
  }

  #wideColon(): number | undefined {
    const { text, closer } = this.#around;
    if (closer !== '}' || !isKey(this.#around, this.#index)) return undefined;
    return this.#mend('colon-wide', this.#index, spaceEnd(text, this.#index + 1), ': ');
  }

  #colon(): number | undefined {
    const { text, closer } = this.#around;
    const behind = this.#index + 1;
    if (/[\s,}\]]/.test(text[behind] ?? '')) return behind;
    if (closer !== '}' || !isKey(this.#around, this.#index) || text.startsWith('//', behind))
      return undefined;
    return this.#mend('colon-space', behind, behind, ' ');
  }

  /** Notes a sign that ends the text, and its change; the offset behind it. */
  #mend(message: string, start: number, end: number, insert: string): number {
    const { text, start: from } = this.#around;
    const at = this.#index;
    this.#traps.push({
      start: at,
      end: at + 1,
      message,
      ...(message !== 'comma-wide' && { data: { key: text.slice(from, at).trim() } }),
      fix: { edits: [{ start, end, insert }], safe: true },
    });
    return end;
  }
}

/** Whether a value begins with a sign that no plain text may begin with; anchors, aliases and tags have been passed over. */
function isSpecial(text: string, start: number): boolean {
  if (!/[|>%@`*&!]/.test(text[start] ?? '')) return false;
  let before = start - 1;
  while (/\s/.test(text[before] ?? '')) before--;
  // in a line that goes on with a text it means nothing
  return /[{[,:，：]/.test(text[before] ?? '');
}

/** Whether a full-width bracket closes one that was opened in the same line. */
const closesWide = (text: string, at: number): boolean => {
  const opener = { '｝': '｛', '］': '［' }[text[at] ?? ''];
  return opener !== undefined && text.slice(text.lastIndexOf('\n', at) + 1, at).includes(opener);
};

/** Whether a comma belongs to the text before it: within brackets, between thousands, or with no key after it. */
function isInside({ text, ends, start, closer }: Surroundings, comma: number, depth: number): boolean {
  if (closer !== '}') return false;
  if (depth > 0 && /^,[^(){}[\]:"']*\)/.test(text.slice(comma, ends.after(comma)))) return true;
  if (
    /\d$/.test(text.slice(Math.max(start, comma - 1), comma)) &&
    /^,\d{3}(?!\d)/.test(text.slice(comma, comma + 5))
  )
    return true;
  const rest = text.slice(comma + 1, ends.after(comma));
  const segment = /^[^,，{}"'[\]]*/.exec(rest)?.[0] ?? '';
  // an entry has a colon; a comma at the very end of the collection is only a comma
  return !/[:：]/.test(segment) && segment.trim() !== '' && !/^\s*["']/.test(rest);
}

/** Whether a full-width comma stands where `, ` was meant: a key with a colon follows, or it parts the names of a list. */
function isSeparator({ text, ends, start, closer }: Surroundings, at: number): boolean {
  const rest = text.slice(at + 1, ends.after(at));
  if (closer === ']' && at > start && /^\s*(["'])[^"'\n]*\1\s*[,，\]]/.test(rest)) return true;
  if (closer === ']') {
    const names = /^[^,\]{}[\r\n]*(?=[,\]])/.exec(rest)?.[0].trimEnd();
    if (names === undefined) return false;
    return /^[\p{L}\p{N}（）.%—]+(?: [\p{L}\p{N}]+)*(?:， ?[\p{L}\p{N}（）.%—]+(?: [\p{L}\p{N}]+)*)+$/u.test(
      text.slice(start, at + 1) + names,
    );
  }
  const key = /^\s*([^\s:：,，{}[\]"'。；]{1,20})[:：](?:\s|[^/])/.exec(rest)?.[1];
  return key !== undefined && (allKeys.zh.has(key) || allKeys.en.has(key));
}

/** Whether the text from `start` to a colon is a key: nothing before it but the key itself, and no other colon behind it. */
const isKey = ({ text, ends, start }: Surroundings, colon: number): boolean =>
  /[{,，｛]\s*$/.test(text.slice(Math.max(0, start - 20), start)) &&
  !/[。；！？，,]/.test(text.slice(start, colon)) &&
  !/^[^,，{}\n]*:\s/.test(text.slice(colon + 1, ends.after(colon)));

/** The offset behind the blanks at a place. */
export const spaceEnd = (text: string, at: number): number => {
  let end = at;
  while (/[ \t\u00A0\u3000]/.test(text[end] ?? '')) end++;
  return end;
};
