import {
  COLON,
  DASH,
  DEEPEST,
  flowCollection,
  HASH,
  isLineEnd,
  NEWLINE,
  plainScalar,
  quotedScalar,
  RETURN,
  SPACE,
  UNSURE,
} from './fast-scalars.ts';
import { literalLines, literalScalar } from './fast-literal.ts';
import type { Entry, ScalarNode, TreeNode } from '../tree.ts';

/**
 * Reads YAML as drafts are written, in one pass: block mappings and lists, plain, quoted and flow values on one line, `|`.
 * Undefined wherever that is not certain to be what the library reads, mistakes above all: those are the library’s.
 */
export function parseFast(text: string): TreeNode | undefined {
  if (text.includes('\uFEFF', 1) || STRANGE.test(text) || LONE_SURROGATE.test(text)) return undefined;
  try {
    const reader = new Reader(text);
    return reader.document();
  } catch (error) {
    if (error === UNSURE) return undefined;
    throw error;
  }
}

/** Characters that no text may hold, a return without its feed, and marks of a document. */
const STRANGE = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F]|\r(?!\n)|^(?:---|\.\.\.)|^%/m;

const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const TAB = 9;
/** A byte order mark. */
const MARK = 0xfeff;

/** Reads line by line. `at` is the first visible character of the line that comes next, `indent` its column; -1 behind the last one. */
class Reader {
  readonly #text: string;
  #at: number;
  #indent = 0;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === MARK ? 1 : 0;
  }

  document(): TreeNode | undefined {
    this.#findLine();
    // a list behind a byte order mark is read in its own way
    if (this.#indent !== 0 || (this.#at > 0 && this.#text.charCodeAt(0) === MARK && this.#isItem()))
      throw UNSURE;
    const root = this.#node(0);
    return this.#isOver() ? root : undefined;
  }

  #isOver(): boolean {
    return this.#indent === -1;
  }

  /** A mapping or list at the column of the line that comes next. */
  #node(depth: number): TreeNode {
    if (depth > DEEPEST) throw UNSURE;
    return this.#isItem() ? this.#list(this.#indent, depth) : this.#map(this.#indent, depth);
  }

  #map(column: number, depth: number): TreeNode {
    const entries: Entry[] = [];
    const start = this.#at;
    let end = start;
    while (this.#indent === column) {
      if (this.#isItem()) throw UNSURE;
      const key = this.#key();
      if (key === undefined) throw UNSURE;
      const value = this.#value(this.#afterColon(key), column, depth, true);
      entries.push({ key, value });
      end = value.end;
    }
    if (this.#indent > column) throw UNSURE;
    return { kind: 'map', entries, start, end };
  }

  #list(column: number, depth: number): TreeNode {
    const items: TreeNode[] = [];
    const start = this.#at;
    let end = start;
    while (this.#indent === column && this.#isItem()) {
      const item = this.#item(column, depth);
      items.push(item);
      end = item.end;
    }
    if (this.#indent > column) throw UNSURE;
    return { kind: 'list', items, start, end };
  }

  /** What stands behind a dash: a mapping or list may begin on its line. */
  #item(column: number, depth: number): TreeNode {
    const dash = this.#at;
    const at = this.#spaces(dash + 1);
    if (!isLineEnd(this.#text.charCodeAt(at)) && this.#text.charCodeAt(at) !== HASH) {
      this.#at = at;
      if (this.#isItem() || this.#key() !== undefined) {
        this.#indent = column + at - dash;
        return this.#node(depth + 1);
      }
    }
    return this.#value(dash + 1, column, depth, false);
  }

  #isItem(): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    return this.#text.charCodeAt(this.#at) === DASH && (next === SPACE || isLineEnd(next));
  }

  /** The key that begins at `at`; undefined where no colon follows. */
  #key(): ScalarNode | undefined {
    const code = this.#text.charCodeAt(this.#at);
    if (code === 123 || code === 91) return undefined;
    const key =
      quotedScalar(this.#text, this.#at) ??
      (code === 124 || code === 62 ? undefined : plainScalar(this.#text, this.#at, false));
    if (key === undefined || key.end - key.start > 1000) return undefined;
    const colon = this.#spaces(key.end);
    const next = this.#text.charCodeAt(colon + 1);
    return this.#text.charCodeAt(colon) === COLON && (next === SPACE || isLineEnd(next)) ? key : undefined;
  }

  #afterColon(key: ScalarNode): number {
    return this.#spaces(key.end) + 1;
  }

  /** A value from behind a colon or dash: on the same line, or on the lines that follow and are indented further (a list below a key need not be). */
  #value(from: number, column: number, depth: number, ofKey: boolean): TreeNode {
    const text = this.#text;
    const at = this.#spaces(from);
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || (code === HASH && at > from)) {
      this.#nextLine(at);
      if (this.#indent > column || (ofKey && this.#indent === column && this.#isItem()))
        return this.#nested(depth + 1);
      return { kind: 'scalar', value: '', style: 'plain', start: at, end: at };
    }
    if (code === 124) return this.#literal(at, column);
    const value =
      flowCollection(text, at, depth + 1) ?? quotedScalar(text, at) ?? plainScalar(text, at, false);
    this.#nextLine(this.#restOfLine(value.end));
    if (this.#indent > column) throw UNSURE;
    return value;
  }

  /** What stands on lines of its own below its key or dash: a collection; a scalar there is left to the library. */
  #nested(depth: number): TreeNode {
    if (!this.#isItem() && this.#key() === undefined) throw UNSURE;
    return this.#node(depth);
  }

  /** `|`, `|-` or `|+` and the lines that are indented further than `column`. */
  #literal(start: number, column: number): ScalarNode {
    const sign = this.#text[start + 1];
    const chomp = sign === '-' || sign === '+' ? sign : '';
    const first = this.#lineAfter(this.#restOfLine(start + 1 + chomp.length));
    const lines = literalLines(this.#text, first, column, chomp);
    this.#at = lines.at;
    this.#findLine();
    if (this.#indent > column) throw UNSURE;
    return literalScalar(this.#text, start, chomp, lines);
  }

  #spaces(at: number): number {
    while (this.#text.charCodeAt(at) === SPACE) at++;
    return at;
  }

  /** The end of the line, if only blanks and a comment stand before it. */
  #restOfLine(from: number): number {
    const at = this.#spaces(from);
    const code = this.#text.charCodeAt(at);
    if (!isLineEnd(code) && !(code === HASH && at > from)) throw UNSURE;
    return at;
  }

  /** Where the line after that place begins. */
  #lineAfter(at: number): number {
    const feed = this.#text.indexOf('\n', at);
    return feed === -1 ? this.#text.length : feed + 1;
  }

  #nextLine(at: number): void {
    this.#at = this.#lineAfter(at);
    this.#findLine();
  }

  /** Goes to the next line that holds something else than a comment, from the beginning of one. */
  #findLine(): void {
    const text = this.#text;
    let line = this.#at;
    while (line < text.length) {
      const at = this.#spaces(line);
      const code = text.charCodeAt(at);
      if (code === TAB) throw UNSURE;
      if (code !== HASH && code !== NEWLINE && code !== RETURN && at < text.length) {
        this.#indent = at - line;
        this.#at = at;
        return;
      }
      line = this.#lineAfter(at);
    }
    this.#at = text.length;
    this.#indent = -1;
  }
}
