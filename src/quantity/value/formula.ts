/**
 * Formulas: `+ - * / × ÷ ( ) sum(a, b)`, unary minus, constants with or without a unit, names, `name.previous`.
 * Operators may be full-width, and a formula may begin with `=`. Full-width brackets behind a word belong to its name,
 * and enclose where they belong to none; a declared name may hold spaces; one with operators in it stands in `"…"`.
 */

/** Characters of the formula, end excluded. */
export type Span = readonly [start: number, end: number];

export type Operator = '+' | '-' | '*' | '/';

export type Expression =
  | { readonly kind: 'constant'; readonly text: string; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'negation'; readonly of: Expression; readonly span: Span }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'sum'; readonly items: readonly Expression[]; readonly span: Span };

/** Why a formula cannot be read, and where. */
export interface FormulaProblem {
  readonly message:
    | 'formula-empty'
    | 'formula-operand'
    | 'formula-operator'
    | 'formula-bracket'
    | 'formula-quote'
    | 'formula-deep';
  readonly span: Span;
  readonly found: string;
}

export type Formula = { readonly expression: Expression } | { readonly problem: FormulaProblem };

interface Token {
  readonly kind: 'operator' | 'open' | 'close' | 'comma' | 'word' | 'quoted' | 'end';
  readonly text: string;
  readonly span: Span;
}

const operators: Readonly<Record<string, Operator>> = {
  '+': '+',
  '＋': '+',
  '-': '-',
  '−': '-',
  '－': '-',
  '*': '*',
  '＊': '*',
  '×': '*',
  '/': '/',
  '／': '/',
  '÷': '/',
};
const marks: Readonly<Record<string, Token['kind']>> = {
  '(': 'open',
  ')': 'close',
  ',': 'comma',
  '，': 'comma',
};
const wide: Readonly<Record<string, Token['kind']>> = { '（': 'open', '）': 'close' };
const MAX_DEPTH = 200;

class Stop extends Error {
  readonly problem: FormulaProblem;
  constructor(message: FormulaProblem['message'], { text, span }: Token) {
    super(message);
    this.problem = { message, span, found: text };
  }
}

/** A hyphen inside a word (`road-safety`) belongs to it; a minus has white space or an operator before or after it. */
const isInnerHyphen = (text: string, at: number, start: number): boolean =>
  text[at] === '-' &&
  at > start &&
  !/\d/.test(text[start] as string) &&
  /[^\s+*/＊／×÷(),，"]/.test(text[at + 1] ?? ' ');

const endsWord = (text: string, at: number, start: number): boolean => {
  const character = text[at] as string;
  return (
    !isInnerHyphen(text, at, start) &&
    (/[\s"]/.test(character) || character in operators || character in marks)
  );
};

/** Where a word ends: at an operator or mark, and at a full-width bracket that is no part of a name. */
function wordEnd(
  text: string,
  start: number,
  before: Token | undefined,
  { isName, isSum }: Vocabulary,
): number {
  let end = start + 1;
  while (end < text.length && !endsWord(text, end, start)) end++;
  const bracket = /[（）]/.exec(text.slice(start, end));
  const goesOn = text[start] === '（' && before?.kind === 'word' && !isSum(before.text);
  if (bracket === null || goesOn || isName(text.slice(start, end))) return end;
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '（' && (at === start || isSum(text.slice(start, at)))) return Math.max(at, start + 1);
    if (text[at] === '）' && depth-- === 0) return Math.max(at, start + 1);
    if (text[at] === '（') depth++;
  }
  return end;
}

function tokenize(text: string, vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = [];
  // a formula as a spreadsheet has it
  let at = /^\s*[=＝]?/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (/\s/.test(character)) at++;
    else if (character === '"') {
      const end = text.indexOf('"', at + 1);
      const token: Token = {
        kind: 'quoted',
        text: text.slice(at + 1, end === -1 ? undefined : end),
        span: [at, end === -1 ? text.length : end + 1],
      };
      if (end === -1) throw new Stop('formula-quote', token);
      tokens.push(token);
      at = token.span[1];
    } else {
      const kind = character in operators ? 'operator' : marks[character];
      const end = kind === undefined ? wordEnd(text, at, tokens.at(-1), vocabulary) : at + 1;
      const alone = end === at + 1 ? wide[character] : undefined;
      tokens.push({ kind: kind ?? alone ?? 'word', text: text.slice(at, end), span: [at, end] });
      at = end;
    }
  }
  tokens.push({ kind: 'end', text: '', span: [text.length, text.length] });
  return tokens;
}

/** What a formula’s words mean: the word for a sum (`sum`, `求和`), and names, which may begin with a digit. */
export interface Vocabulary {
  readonly isSum: (word: string) => boolean;
  readonly isName: (word: string) => boolean;
}

/** Parses a formula. Linear in the length of the text. */
export function parseFormula(text: string, vocabulary: Vocabulary): Formula {
  try {
    const tokens = tokenize(text, vocabulary);
    const parser = new Parser(text, tokens, vocabulary);
    return { expression: parser.whole() };
  } catch (error) {
    if (error instanceof Stop) return { problem: error.problem };
    throw error;
  }
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #vocabulary: Vocabulary;
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[], vocabulary: Vocabulary) {
    this.#text = text;
    this.#tokens = tokens;
    this.#vocabulary = vocabulary;
  }

  get #token(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #next(): Token {
    return this.#tokens[this.#at++] as Token;
  }

  whole(): Expression {
    if (this.#tokens.length === 1) throw new Stop('formula-empty', this.#token);
    const expression = this.#additive();
    if (this.#token.kind === 'close') throw new Stop('formula-bracket', this.#token);
    if (this.#token.kind !== 'end') throw new Stop('formula-operator', this.#token);
    return expression;
  }

  #additive(): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#unary()));
  }

  /** From `start` to the end of what was read last: brackets around an operand belong to what it is an operand of. */
  #span(start: number): Span {
    return [start, (this.#tokens[this.#at - 1] as Token).span[1]];
  }

  #chain(accepted: readonly Operator[], operand: () => Expression): Expression {
    const [start] = this.#token.span;
    let left = operand();
    for (;;) {
      const operator = this.#token.kind === 'operator' ? operators[this.#token.text] : undefined;
      if (operator === undefined || !accepted.includes(operator)) return left;
      this.#next();
      const right = operand();
      left = { kind: 'operation', operator, left, right, span: this.#span(start) };
    }
  }

  #unary(): Expression {
    const token = this.#token;
    if (token.kind !== 'operator' || operators[token.text] !== '-') return this.#primary();
    this.#next();
    const of = this.#nested(token, () => this.#unary());
    return { kind: 'negation', of, span: this.#span(token.span[0]) };
  }

  #nested<T>(token: Token, inner: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw new Stop('formula-deep', token);
    const value = inner();
    this.#depth--;
    return value;
  }

  #primary(): Expression {
    const token = this.#next();
    const { text, span } = token;
    if (token.kind === 'quoted') return { kind: 'name', name: text, span };
    if (token.kind === 'open') return this.#nested(token, () => this.#bracketed(token));
    if (token.kind !== 'word') throw new Stop('formula-operand', token);
    if (this.#vocabulary.isSum(text) && this.#token.kind === 'open')
      return this.#nested(token, () => this.#sum(token));
    return this.#words(token);
  }

  /** Words without an operator between them: the longest declared name, else a constant with its unit, else one unknown name. */
  #words(first: Token): Expression {
    const words = [first];
    for (let at = this.#at; this.#tokens[at]?.kind === 'word'; at++) words.push(this.#tokens[at] as Token);
    const joined = (count: number): { readonly text: string; readonly span: Span } => {
      const span: Span = [first.span[0], (words[count - 1] as Token).span[1]];
      return { text: this.#text.slice(...span), span };
    };
    let count = words.length;
    while (count > 0 && !this.#vocabulary.isName(joined(count).text)) count--;
    const declared = count > 0;
    const { text, span } = joined(declared ? count : words.length);
    this.#at += (declared ? count : words.length) - 1;
    return !declared && /^[0-9０-９]/.test(text)
      ? { kind: 'constant', text, span }
      : { kind: 'name', name: text, span };
  }

  #bracketed(open: Token): Expression {
    const inner = this.#additive();
    this.#close(open);
    return inner;
  }

  /** The partner of a bracket; what stands in its place is either the end or lacks an operator. */
  #close(open: Token): void {
    const token = this.#next();
    if (token.kind === 'end') throw new Stop('formula-bracket', open);
    if (token.kind !== 'close') throw new Stop('formula-operator', token);
  }

  #sum(word: Token): Expression {
    const open = this.#next();
    const items = [this.#additive()];
    while (this.#token.kind === 'comma') {
      this.#next();
      items.push(this.#additive());
    }
    this.#close(open);
    return { kind: 'sum', items, span: this.#span(word.span[0]) };
  }
}

/** Every name in a formula, with its place, in the order of the text. */
export function namesIn(expression: Expression): readonly { readonly name: string; readonly span: Span }[] {
  const names: { readonly name: string; readonly span: Span }[] = [];
  // no recursion: a sum of thousands of terms is a tree as deep as it is long
  const open: Expression[] = [expression];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.kind === 'name') names.push(next);
    else if (next.kind === 'negation') open.push(next.of);
    else if (next.kind === 'operation') open.push(next.right, next.left);
    else if (next.kind === 'sum') for (const item of next.items.toReversed()) open.push(item);
  }
  return names;
}
