import { operators, Stop, tokenize, type FormulaProblem, type Token, type Vocabulary } from './tokenize.ts';

/**
 * Formulas: `+ - * / × ÷ ( ) sum(a, b)`, unary minus, constants with or without a unit, names, `name.previous`.
 * Operators may be full-width, and a formula may begin with `=`. Full-width brackets behind a word belong to its name,
 * and enclose where they belong to none; a declared name may hold spaces; one with operators in it stands in `"…"`.
 */

/** Characters of a text or formula in UTF-16 units, end excluded. */
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

export type Formula = { readonly expression: Expression } | { readonly problem: FormulaProblem };

const MAX_DEPTH = 200;

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
