import { scanFlow } from './flow-traps.ts';
import { quotedEnd } from './quotes.ts';
import { isKey, isUnder, keyKind, shapeOf, type Is } from '../grammar.ts';
import { widthOf } from '../line-starts.ts';
import { isKnownEntry, isOtherEntry, type EntryLine, type KeyLevel, type EntryPlace } from './entry-lines.ts';
import { isCutKey, isSentence, keyAt, markOf, type Key } from './key-lines.ts';

/** A line of a text: where it begins and ends (its break left out), and how many spaces it begins with. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** Its blanks of every kind. */
  readonly white: string;
  readonly content: string;
}

/** A key behind which a text begins: the column of the key, and how the text is written. */
export interface Opener {
  readonly key: string;
  readonly column: number;
  readonly style: 'block' | 'plain' | 'empty' | 'quoted';
  /** The offset at which what stands behind the colon begins. */
  readonly value: number;
  /** The digit of a block header, which says how far the text is indented. */
  readonly said: number | undefined;
  /** Of a quoted text of several lines, the offset behind it. */
  readonly end: number | undefined;
}

const header = /^[|>](?:[+-]?(\d)?|(\d)[+-])[ \t]*(?:#.*)?$/;
/** Texts of which a paragraph is pasted; a title is none. */
const titles: ReadonlySet<string> = new Set(['title', '标题', 'name', '名称']);

/** More levels than this no draft has. */
const DEPTH = 200;

/** The keys and list marks around a line of a draft, by their columns, as far as lines tell without a parser. */
export class KeyOutline {
  readonly #text: string;
  readonly #levels: KeyLevel[] = [];
  #pending: Is | undefined;
  /** The offset up to which a collection or quoted text of several lines reaches. */
  #until = 0;
  #isBroken = false;
  /** Whether nothing stands behind the latest colon or list mark, so that a deeper column may begin below it. */
  #opened = true;

  constructor(text: string, is: Is) {
    this.#text = text;
    this.#pending = is;
  }

  /** Takes in a line that is no text; the text that begins in it, if one does. */
  read(line: TextLine): Opener | undefined {
    if (
      this.#levels.length > DEPTH ||
      line.start < this.#until ||
      line.content === '' ||
      line.content.startsWith('#')
    )
      return undefined;
    let [at, column] = [line.start + line.white.length, widthOf(line.white)];
    const marked = markOf(this.#text, at, line.end) > 0;
    // a line in a column of its own is out of place, and tells nothing of those around it
    if (!this.#fits(column, marked)) return undefined;
    this.#leave(column, marked);
    this.#opened = true;
    for (let mark = markOf(this.#text, at, line.end); mark > 0; mark = markOf(this.#text, at, line.end)) {
      const list = this.#open(column, true);
      this.#pending = list.is === undefined ? undefined : shapeOf(list.is)?.items;
      at += mark;
      column += mark;
    }
    return this.#entry(line, at, column);
  }

  #entry(line: TextLine, at: number, column: number): Opener | undefined {
    const found = keyAt(this.#text, at, line.end);
    if (found === undefined) {
      this.#opened = at >= line.end;
      return void this.#skip(at);
    }
    this.#enter(found.key, column);
    const { opener, behind, said } = valueBehind(this.#text, found, line.end);
    this.#opened = /^(?:[&!][^\s]*[ \t]*)?(?:#|$)/.test(behind);
    const isText = this.#pending === undefined ? keyKind(found.key) === 'text' : this.#pending === ':text';
    if (said) return { ...opener, column };
    if (/^["']/.test(behind)) {
      this.#skip(opener.value);
      const isLong = this.#until > line.end && isText;
      return isLong ? { ...opener, column, style: 'quoted', end: this.#until } : undefined;
    }
    if (!isText || titles.has(found.key) || /^[{[｛［&*!|>%@`]/.test(behind))
      return void this.#skip(opener.value);
    return { ...opener, column };
  }

  /** A key in its column; what stands behind it is what is pending. */
  #enter(key: string, column: number): void {
    const level = this.#open(column, false);
    level.written.add(key);
    const shape = level.is === undefined ? undefined : shapeOf(level.is);
    this.#pending = level.under = shape && isUnder(shape, key);
  }

  /** A collection or quoted text may go on over lines that say nothing of their columns. */
  #skip(at: number): void {
    if (this.#isBroken || !/["'{[]/.test(this.#text[at] ?? '')) return;
    const end = /["']/.test(this.#text[at] ?? '') ? quotedEnd(this.#text, at) : scanFlow(this.#text, at).end;
    if (end === -1) this.#isBroken = true;
    else this.#until = end;
  }

  #fits(column: number, marked: boolean): boolean {
    const last = this.#levels.at(-1);
    if (last === undefined || this.#levels.some((level) => level.column === column && level.list === marked))
      return true;
    return this.#opened && (column > last.column || (marked && column === last.column && !last.list));
  }

  #leave(column: number, marked: boolean): void {
    const isOver = (level: KeyLevel): boolean =>
      level.column > column || (level.column === column && level.list && !marked);
    for (let last = this.#levels.at(-1); last && isOver(last); last = this.#levels.at(-1)) this.#levels.pop();
    const last = this.#levels.at(-1);
    if (last?.column === column && !last.list) this.#pending = last.under;
  }

  #open(column: number, list: boolean): KeyLevel {
    const same = this.#levels.at(-1);
    if (same?.column === column && same.list === list) return same;
    const level: KeyLevel = { column, list, is: this.#pending, written: new Set(), under: undefined };
    this.#levels.push(level);
    return level;
  }

  /**
   * Whether a line that stands no deeper than the key of a text is the next key or item rather than a line of that text
   * which lost its indentation. `begun` is whether such lines stand above it.
   */
  continues(line: TextLine, next: TextLine | undefined, opener: Opener, begun: boolean): boolean {
    const { content } = line;
    const indent = widthOf(line.white);
    if (indent === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(content)) return true;
    const item = /^(?:-[ \t]+|[-—–－‒―−•●▪]+[ \t\u3000]*(?=\S)|-$)/.exec(content)?.[0];
    const at = line.start + line.white.length + (item?.length ?? 0);
    const found = keyAt(this.#text, at, line.end);
    const here = this.#levels.findLast(
      (level) => level.column === indent && level.list === (item !== undefined),
    );
    if (item !== undefined) return this.#isItem(item, found, here, at === line.end || !begun);
    if (found === undefined) return isCutKey(content, here);
    const holds =
      next !== undefined &&
      next.indent > indent &&
      (keyAt(this.#text, next.start + next.indent, next.end) !== undefined ||
        /^-(?:\s|$)/.test(next.content));
    return this.#isEntry(found, this.#text.slice(found.end, line.end), here, {
      column: opener.column,
      begun,
      holds,
    });
  }

  #isItem(mark: string, found: Key | undefined, list: KeyLevel | undefined, isSure: boolean): boolean {
    const items = list?.is === undefined ? undefined : shapeOf(list.is)?.items;
    if (items?.startsWith(':') === true) return mark.startsWith('-');
    const isKnown = found !== undefined && isKey(found.key);
    return list === undefined ? isKnown && !found.wide && mark.startsWith('- ') : isSure || isKnown;
  }

  #isEntry(key: Key, behind: string, here: KeyLevel | undefined, stand: EntryPlace): boolean {
    if (key.key === '<<') return true;
    const value = behind.trim();
    const line: EntryLine = {
      key: key.key,
      value,
      spaced: !key.wide && (value === '' || /^\s/.test(this.#text[key.end] ?? '')),
      isProse: isSentence(key.key, value),
      shape: here?.is === undefined ? undefined : shapeOf(here.is),
    };
    if (isKey(key.key)) return isKnownEntry(line, here, stand);
    return here !== undefined && isOtherEntry(line, here, stand);
  }
}

/** What stands behind the colon of a key, in a line that ends at `end`. */
function valueBehind(
  text: string,
  { key, end: colon }: Key,
  end: number,
): { readonly opener: Omit<Opener, 'column'>; readonly behind: string; readonly said: boolean } {
  const value = colon + (/^[ \t\u00A0\u3000]*/.exec(text.slice(colon, end))?.[0].length ?? 0);
  const behind = text.slice(value, end).trimEnd();
  const said = header.exec(behind);
  const style = said ? 'block' : /^(?:#|$)/.test(behind) ? 'empty' : 'plain';
  return {
    behind,
    said: said !== null,
    opener: {
      key,
      style,
      value: style === 'empty' ? colon : value,
      said: Number(said?.[1] ?? said?.[2]) || undefined,
      end: undefined,
    },
  };
}
