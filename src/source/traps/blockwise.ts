import { parse } from '../parse.ts';

/** Shorter blocks are read as they are. */
const SMALL = 400;
/** What is shorter may be read as often as this. */
const SHORT = 4_000;
/** How much of a long text is read first. */
const BEGINNING = 800;
/** More levels than this are read in one. */
const DEEP = 16;

/** What reaches beyond its block: marks of a document, directives, a return without its feed, a second byte order mark. */
const FAR = /^(?:---|\.\.\.|%)|\r(?!\n)|(?!^)\uFEFF/m;
/** So do aliases, where there are anchors. */
const [ANCHOR, ALIAS] = [/(?<![^\s,:[{])&[^\s&]/, /(?<![^\s,:[{])\*[^\s*]/];
/** The beginning of an entry, as far as its colon. What begins otherwise is left to the block above it. */
const ENTRY = /[\p{L}\p{N}_][^:#'"\r\n]{0,200}:(?=[ \r\n]|$)/uy;
/** What may stand behind the colon of a key that holds a block, up to the line below it. */
const NOTHING = / *(?:#[^\n]*|\r)?\n/y;

/**
 * Tells whether YAML can read a text, of which many versions are asked for that differ in a line or two. A line that begins
 * an entry or item ends whatever stands above it deeper or as deep (YAML 1.2.2 §6.1), an open bracket or quote above all; so
 * a text can be read where each of its blocks can, and a block that was read before is not read again. Texts in one piece, as
 * with anchors, are read whole each time: after a few of these no further version is, and counts as one that cannot be read.
 */
export class BlockwiseCheck {
  readonly #known = new Map<string, boolean>();
  readonly #most: number;
  #length = 0;
  #read = 0;

  /** Whether some version was left unread: then nothing that follows from the answers is certain. */
  isSpent = false;

  /** @param most how many times the length of the text is read in all */
  constructor(most = Infinity) {
    this.#most = most;
  }

  /** Whether nothing is wrong with a text. */
  reads(text: string): boolean {
    this.#length ||= text.length;
    return FAR.test(text) || (ANCHOR.test(text) && ALIAS.test(text))
      ? this.#whole(text)
      : this.#block(text, 0);
  }

  /** A text that is in one piece for all that is known. */
  #whole(text: string): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    if (this.#read > this.#most * Math.max(this.#length, SHORT)) {
      this.isSpent = true;
      return false;
    }
    this.#read += text.length;
    const is = !failsEarly(text) && parse(text).problems.length === 0;
    this.#known.set(text, is);
    return is;
  }

  /** A mapping or list, with nothing around it. */
  #block(text: string, depth: number): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const parts = text.length < SMALL || depth > DEEP ? undefined : partsOf(text);
    if (parts === undefined) return this.#whole(text);
    const is = parts !== 'wrong' && parts.every((part) => this.#part(part, depth + 1));
    this.#known.set(text, is);
    return is;
  }

  /** One entry or item, with all that stands below it. */
  #part(text: string, depth: number): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const { line, at } = firstSaid(text, 0);
    const inner = text.length < SMALL ? undefined : innerOf(text);
    const is =
      inner !== undefined
        ? this.#block(inner, depth)
        : // what is no entry at first sight may be a text if it stood alone
          this.#whole(begins(text, at) ? text : `${' '.repeat(at - line)}a: 1\n${text}`);
    this.#known.set(text, is);
    return is;
  }
}

/** What a key or the mark of an item holds, where that is a mapping or list of its own; undefined where it may be a text. */
function innerOf(text: string): string | undefined {
  const { at, line } = firstSaid(text, 0);
  if (isItem(text, at)) {
    const inner = `${text.slice(line, at)} ${text.slice(at + 1)}`;
    return begins(inner, firstSaid(inner, 0).at) ? inner : undefined;
  }
  ENTRY.lastIndex = at;
  if (!ENTRY.test(text)) return undefined;
  NOTHING.lastIndex = ENTRY.lastIndex;
  if (!NOTHING.test(text)) return undefined;
  const below = firstSaid(text, NOTHING.lastIndex);
  const [outer, column] = [at - line, below.at - below.line];
  const isBelow = column > outer || (column === outer && isItem(text, below.at));
  return isBelow && begins(text, below.at) ? text.slice(NOTHING.lastIndex) : undefined;
}

/**
 * Whether the beginning of a long text is wrong before its last line: what follows cannot mend that. An open bracket or quote
 * is told where the text ends, and may be closed further down.
 */
function failsEarly(text: string): boolean {
  if (text.length < 2 * BEGINNING) return false;
  const beginning = text.slice(0, text.lastIndexOf('\n', BEGINNING) + 1);
  const last = beginning.lastIndexOf('\n', beginning.length - 2);
  return parse(beginning).problems.some(
    ({ start, data }) => start < last && data?.['code'] !== 'MISSING_CHAR',
  );
}

/** The entries or items of a block; undefined where it is not one of either, or only one; wrong where a line fits nothing. */
function partsOf(text: string): readonly string[] | 'wrong' | undefined {
  const { line, at } = firstSaid(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (!begins(text, at)) return undefined;
  const column = at - line;
  const ofList = isItem(text, at);
  const starts = [0];
  for (let next = lineAfter(text, at); next < text.length;) {
    const said = firstSaid(text, next);
    if (said.at >= text.length) break;
    next = lineAfter(text, said.at);
    const role = roleOf(text, said, column, ofList);
    if (role === 'wrong' || role === undefined) return role;
    if (role === 'part') starts.push(said.line);
  }
  return starts.length === 1 && innerOf(text) === undefined
    ? undefined
    : starts.map((start, index) => text.slice(start, starts[index + 1]));
}

/** What a line is to a block whose parts begin in `column`: the next part, inside one, or wrong; undefined where nobody knows. */
function roleOf(
  text: string,
  { line, at }: Said,
  column: number,
  ofList: boolean,
): 'part' | 'inside' | 'wrong' | undefined {
  const indent = at - line;
  if (indent > column) return 'inside';
  const item = isItem(text, at);
  const mark = text[at] as string;
  // a value without its key, or that of a key some lines above; a tab may belong to the text above it
  if (/[:\t]/.test(mark)) return undefined;
  const goesOn = indent === column && /[}\]]/.test(mark);
  if (indent < column || (ofList && !item && !goesOn)) return 'wrong';
  // the items of a list may stand right below its key
  return !goesOn && (ofList || !item) ? 'part' : 'inside';
}

/** A line that says something: where it begins, and its first visible character. */
interface Said {
  readonly line: number;
  readonly at: number;
}

/** The first line from `line` on that is neither empty nor a note. */
function firstSaid(text: string, line: number): Said {
  let at = line;
  for (;;) {
    while (text[at] === ' ') at++;
    if (at < text.length && !/[\r\n#]/.test(text[at] as string)) return { line, at };
    if (at >= text.length) return { line, at };
    line = at = lineAfter(text, at);
  }
}

const lineAfter = (text: string, at: number): number => text.indexOf('\n', at) + 1 || text.length;

const isItem = (text: string, at: number): boolean =>
  text[at] === '-' && /^(?:[ \r\n]|$)/.test(text.slice(at + 1, at + 2));

function isEntry(text: string, at: number): boolean {
  ENTRY.lastIndex = at;
  return ENTRY.test(text);
}

const begins = (text: string, at: number): boolean => isItem(text, at) || isEntry(text, at);
