import { blankCount, blankName, blanks, startsNew, wideBlank, widthOf } from '../line-starts.ts';
import { blockBelow, moveInto, type OpenBlock } from './block-lines.ts';
import { blankLength, entryAt, isAside, entryKey } from './line-parts.ts';
import { keyKind } from '../grammar.ts';
import type { Edit } from '../../diagnostic.ts';
import { behindMark } from './list-marks.ts';
import { propertyNames, type NamesIn } from './property-traps.ts';
import type { Trap } from './repair.ts';
import { scanValue } from './value-traps.ts';

/**
 * What people who have never seen YAML type, in a Chinese input method, and what YAML would make of it: an error far
 * away, or text lost in silence. Each trap is found at its character, with the change that makes YAML read what was meant.
 */
export function findTraps(text: string): readonly Trap[] {
  const scanner = new Scanner(text);
  return scanner.scan();
}

/** A key on its way down: the column it begins in, and what may stand below it. */
interface Level {
  readonly column: number;
  readonly kind: 'text' | 'words' | 'container';
  /** Whether something stands behind its colon. */
  filled: boolean;
}

class Scanner {
  readonly #text: string;
  readonly #names: NamesIn;
  readonly #traps: Trap[] = [];
  readonly #levels: Level[] = [];
  /** The lines indented with each kind of blank that is no space. */
  readonly #indented = new Map<string, { safe: boolean; readonly edits: Edit[] }>();
  #block: OpenBlock | undefined;
  /** Columns in which lines around the current one begin, and things behind their list marks. */
  #columns: number[] = [];
  /** Whether the line above has nothing behind its colon or list mark, so that a deeper column begins below it. */
  #opened = true;

  constructor(text: string) {
    this.#text = text;
    this.#names = propertyNames(text);
  }

  scan(): readonly Trap[] {
    const text = this.#text;
    let at = text.startsWith('\uFEFF') ? 1 : 0;
    while (at < text.length) {
      const feed = text.indexOf('\n', at);
      const end = feed === -1 ? text.length : feed;
      const resume = this.#line(at, text[end - 1] === '\r' ? end - 1 : end);
      at = Math.max(end, resume) + 1;
      if (resume > end) at = text.indexOf('\n', resume) + 1 || text.length;
    }
    return this.#traps;
  }

  /** One line; returns the offset up to which the text is dealt with. */
  #line(start: number, end: number): number {
    const text = this.#text;
    blanks.lastIndex = start;
    blanks.test(text);
    const first = Math.min(blanks.lastIndex, end);
    if (first === end) return end;
    const white = text.slice(start, first);
    if (this.#block && this.#inBlock(start, white, end)) return end;
    if (isAside(text, start, first)) return end;
    const column = widthOf(white);
    const spaces = /^ */.exec(white)?.[0].length ?? 0;
    const above = this.#enclosing(column, /[-—–－‒―−•●▪]/.test(text[first] ?? ''));
    if (above && this.#goesOn(above, column, spaces, first)) return end;
    // behind enough spaces one without width belongs to what is written
    if (spaces < white.length && !(above && spaces > above.column && !/[\t\u3000\u00A0]/.test(white)))
      this.#indent(start, white);
    this.#columns = [...this.#columns.filter((each) => each < column), column];
    this.#opened = /[:：-][ \t]*(?:#.*)?$/.test(text.slice(first, end));
    return this.#content(first, end, column, above);
  }

  /** Whether a line belongs to the block text above it. Lines indented with wide spaces only are moved into it. */
  #inBlock(start: number, white: string, end: number): boolean {
    const block = this.#block as OpenBlock;
    const spaces = /^ */.exec(white)?.[0].length ?? 0;
    if (spaces > block.column) return true;
    const content = this.#text.slice(start + white.length, end);
    if (
      spaces === white.length ||
      !wideBlank.test(white) ||
      (widthOf(white) <= block.column && startsNew(content))
    ) {
      this.#block = undefined;
      return false;
    }
    moveInto(block, { start, white, spaces }, this.#traps);
    return true;
  }

  /** Indentation that holds something else than spaces: a full-width space counts for two. */
  #indent(start: number, white: string): void {
    const insert = white.replaceAll(/[\t\u3000]/g, '  ').replaceAll(/[^ ]/g, ' ');
    const edit: Edit = { start, end: start + white.length, insert };
    const name = blankName(white);
    // who indents with tabs does so everywhere: one mistake, mended in every line
    let fix = this.#indented.get(name);
    if (fix === undefined) {
      const at = start + white.search(wideBlank);
      this.#indented.set(name, (fix = { safe: name !== 'tab', edits: [] }));
      this.#traps.push({
        start: at,
        end: at + 1,
        message: 'indent-character',
        data: { name, have: blankCount(white), want: insert.length },
        fix,
      });
    }
    fix.edits.push(edit);
    // a column that fits no line around it may be any, and a tab behind spaces may be a character of a text
    fix.safe &&=
      !white.includes('\t') &&
      (this.#columns.includes(insert.length) ||
        (this.#opened && insert.length > (this.#columns.at(-1) ?? -1)));
  }

  /** Whether a line is the text above it going on; one that YAML would not see below its key is mended all the same. */
  #goesOn(above: Level, column: number, spaces: number, first: number): boolean {
    if (column <= above.column || spaces <= above.column) return false;
    if (above.kind === 'text') above.filled = true;
    return (
      above.kind === 'text' ||
      (above.filled &&
        !/^[-—–－‒―−•●▪]+[ \t\u3000]*[^\s:：][^:：\n]*[:：]/.test(this.#text.slice(first, first + 80)))
    );
  }

  #content(first: number, end: number, column: number, above: Level | undefined): number {
    const text = this.#text;
    let [at, place] = [first, column];
    const parent = above?.column ?? -1;
    // the column that what stands here has to be further in than
    let outer = parent;
    for (;;) {
      const item = behindMark(text, at, end, at === first && above !== undefined, this.#traps);
      if (item === undefined) break;
      outer = place;
      // a mark that is mended takes two columns
      place += /^-[ \t]/.test(text.slice(at, at + 2)) ? item - at : 2;
      at = item;
      this.#columns.push(place);
    }
    if (at >= end) return end;
    const found = above?.kind === 'words' ? undefined : entryAt(text, at, end);
    if (found) return this.#entry(found, at, end, place);
    // lines below that stand further in are the same text
    if (!/[|>"'{[｛［&]/.test(text[at] ?? ''))
      this.#levels.push({ column: at === first ? parent : column, kind: 'text', filled: true });
    return this.#value(at, end, outer, undefined);
  }

  /** The innermost key that a line of this column stands below or beside; deeper ones are over. */
  #enclosing(column: number, marked: boolean): Level | undefined {
    // the items of a list may stand right below its key
    const isOver = (level: Level): boolean =>
      level.column > column ||
      (level.column === column && !(marked && !level.filled && level.kind !== 'text'));
    for (let last = this.#levels.at(-1); last && isOver(last); last = this.#levels.at(-1)) this.#levels.pop();
    return this.#levels.at(-1);
  }

  #entry(found: RegExpExecArray, at: number, end: number, column: number): number {
    const text = this.#text;
    const key = entryKey(found);
    const colon = at + found[0].length - 1;
    const behind = text.slice(colon + 1, end);
    const kind = keyKind(key);
    if (text[colon] === '：') {
      // a key may hold a full-width colon where a half-width one follows
      if (/^[^{"'\n]*:(?:\s|$)/.test(behind) && kind === undefined)
        return this.#value(at, end, column, undefined);
      const space = blankLength(behind);
      const insert = space === behind.length ? ':' : ': ';
      this.#traps.push({
        start: colon,
        end: colon + 1,
        message: 'colon-wide',
        data: { key },
        fix: { edits: [{ start: colon, end: colon + 1 + space, insert }], safe: true },
      });
    } else if (behind !== '' && !/^\s/.test(behind)) {
      if (behind.startsWith('//')) return end;
      this.#traps.push({
        start: colon,
        end: colon + 1,
        message: 'colon-space',
        data: { key },
        fix: { edits: [{ start: colon + 1, end: colon + 1, insert: ' ' }], safe: true },
      });
    }
    const value = colon + 1 + blankLength(behind);
    const filled = value < end && text[value] !== '#';
    const level: Level = { column, kind: kind ?? 'container', filled };
    this.#levels.push(level);
    return filled ? this.#value(value, end, column, level) : end;
  }

  /** What stands behind a colon or a list mark that begins in a column; returns the offset up to which the text is dealt with. */
  #value(at: number, end: number, column: number, level: Level | undefined): number {
    const { traps, resume, block } = scanValue(this.#text, at, end, level?.kind ?? 'container', this.#names);
    for (const trap of traps) this.#traps.push(trap);
    if (block) this.#block = blockBelow(this.#text, column, this.#text.slice(at, end), end);
    return resume;
  }
}
