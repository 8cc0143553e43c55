import { chineseNumeral, circledNumeral } from '../../../quantity/scan/numeral.ts';
import { bracketed, index, power } from '../scripts.ts';

/** A piece of what an EQ field says: text, or a switch with its options and arguments. */
interface Switch {
  readonly name: string;
  readonly options: string;
  readonly items: readonly string[];
}

/** No field nests deeper. */
const DEEPEST = 20;

/**
 * What an EQ field shows, on one line (Word’s help, “Field codes: EQ”): `\o\ac(○,1)` is ①, `\F(1,3)` is 1/3. Word keeps no result for it,
 * so that whoever reads results only loses it.
 */
export function equation(code: string): string {
  return new Equation(code).all(0);
}

class Equation {
  readonly #code: string;
  #at = 0;

  constructor(code: string) {
    this.#code = code;
  }

  /** Text up to a separator or the end of an argument. */
  all(depth: number): string {
    let text = '';
    for (let sign = this.#code[this.#at]; sign !== undefined; sign = this.#code[this.#at]) {
      if (depth > 0 && /[,;)]/.test(sign)) break;
      if (sign === '\\') text += this.#command(depth);
      else {
        text += sign;
        this.#at += 1;
        // brackets within an argument belong to it
        if (sign === '(' && depth > 0) text += this.#bracket(depth);
      }
    }
    return text.trim();
  }

  #bracket(depth: number): string {
    if (depth > DEEPEST) return '';
    let text = '';
    for (; this.#at < this.#code.length; this.#at += 1) {
      text += this.all(depth + 1);
      const sign = this.#code[this.#at];
      text += sign ?? '';
      if (sign === ')') break;
    }
    this.#at += 1;
    return text;
  }

  /** A switch, or a sign that a backslash takes its meaning. */
  #command(depth: number): string {
    const found = /^\\([a-z]+)/i.exec(this.#code.slice(this.#at, this.#at + 20));
    if (!found || depth > DEEPEST) {
      this.#at += 2;
      return this.#code[this.#at - 1] ?? '';
    }
    this.#at += found[0].length;
    return shown(this.#switch((found[1] as string).toLowerCase(), depth));
  }

  #switch(name: string, depth: number): Switch {
    let options = '';
    // options follow without arguments of their own: \o\ac( or \s\up8(
    for (let next = this.#option(); next !== undefined; next = this.#option()) options += next;
    const items: string[] = [];
    if (this.#code[this.#at] === '(') {
      do {
        this.#at += 1;
        items.push(this.all(depth + 1));
      } while (/[,;]/.test(this.#code[this.#at] ?? ''));
      this.#at += 1;
    }
    return { name, options, items };
  }

  #option(): string | undefined {
    const found =
      /^\s*(?:\\[a-z]+\d*(?:\\.)?)?\s*/i.exec(this.#code.slice(this.#at, this.#at + 30))?.[0] ?? '';
    if (found === '') return undefined;
    this.#at += found.length;
    return found.trim();
  }
}

const circles = /^[○◯〇Oo⭕]$/;
const squares = /^[□◻口]$/;

/** How each switch is read on a line. */
const forms: Readonly<Record<string, (items: readonly string[], options: string) => string>> = {
  o: (items) => overstruck(items),
  f: ([over = '', under = '']) => `${bracketed(over)}/${bracketed(under)}`,
  r: ([first = '', second]) =>
    second === undefined ? `√${bracketed(first)}` : `${power(first)}√${bracketed(second)}`,
  s: ([first = '', second], options) =>
    second === undefined ? script(first, options) : power(first) + index(second),
  b: ([first = ''], options) =>
    `${/\\[lb]c\\(.)/.exec(options)?.[1] ?? '('}${first}${/\\rc\\(.)/.exec(options)?.[1] ?? ')'}`,
  i: ([first = '', second = '', third = '']) => `∫${index(first)}${power(second)} ${third}`,
  l: (items) => items.join(','),
};

const shown = ({ name, options, items }: Switch): string => forms[name]?.(items, options) ?? items.join(' ');

const script = (text: string, options: string): string =>
  /\\do/.test(options) ? index(text) : /\\up/.test(options) ? power(text) : text;

/** Signs upon each other: a circle with a number in it is one sign, with a word in it the word in brackets. */
function overstruck(items: readonly string[]): string {
  const inside = items.filter((item) => !circles.test(item) && !squares.test(item));
  const [word = ''] = inside;
  if (inside.length !== 1 || items.length !== 2) return items.join('');
  if (!items.some((item) => circles.test(item))) return `[${word}]`;
  if (/^(?:[1-9]|[1-4]\d|50)$/.test(word)) return circledNumeral(Number(word));
  const chinese = Array.from({ length: 10 }, (_, at) => chineseNumeral(at + 1)).indexOf(word);
  return chinese === -1 ? `(${word})` : String.fromCodePoint(0x3280 + chinese);
}
