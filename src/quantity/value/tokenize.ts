import { isHan, isLetterAt } from '../characters.ts';
/** Characters of the formula, end excluded. */
type Span = readonly [start: number, end: number];

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

/** A word, operator or mark of a formula. */
export interface Token {
  readonly kind: 'operator' | 'open' | 'close' | 'comma' | 'word' | 'quoted' | 'end';
  readonly text: string;
  readonly span: Span;
}

/** Operators as they are written, of either width. */
export const operators: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
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
/** What ends the reading of a formula. */
export class Stop extends Error {
  readonly problem: FormulaProblem;
  constructor(message: FormulaProblem['message'], { text, span }: Token) {
    super(message);
    this.problem = { message, span, found: text };
  }
}

/** What a formula’s words mean: the word for a sum (`sum`, `求和`), and names, which may begin with a digit. */
export interface Vocabulary {
  readonly isSum: (word: string) => boolean;
  readonly isName: (word: string) => boolean;
}

/** A hyphen inside a word (`road-safety`) belongs to it; a minus has white space or an operator before or after it. */
const isInnerHyphen = (text: string, at: number, start: number): boolean =>
  text[at] === '-' &&
  at > start &&
  !/\d/.test(text[start] as string) &&
  /[^\s+*/＊／×÷(),，"]/.test(text[at + 1] ?? ' ');

const endsWord = (text: string, at: number, start: number): boolean => {
  if (isHan(text.charCodeAt(at)) || isLetterAt(text, at)) return false;
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
  return bracket === null || goesOn || isName(text.slice(start, end))
    ? end
    : bracketEnd(text, start, end, isSum);
}

/** Where a word ends before a full-width bracket that opens it or follows a sum, or that nothing in it has opened. */
function bracketEnd(text: string, start: number, end: number, isSum: Vocabulary['isSum']): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === '（' && (at === start || isSum(text.slice(start, at)))) return Math.max(at, start + 1);
    if (text[at] === '）' && depth-- === 0) return Math.max(at, start + 1);
    if (text[at] === '（') depth++;
  }
  return end;
}

/** The words, operators and marks of a formula, with its end. @throws Stop at a quote that is not closed */
export function tokenize(text: string, vocabulary: Vocabulary): Token[] {
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
