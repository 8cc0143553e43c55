import { emptyGroup, type BlockGroup } from '../block-tree.ts';
import { HtmlList } from './html-list.ts';
import { boldOf, isApart, isBlock, isHidden, isMachinery, isVoidElement } from './html-marks.ts';
import { HtmlTable } from './html-table.ts';
import type { HtmlSink } from './html-tokens.ts';
import { OpenElements } from './open-elements.ts';
import type { Traced } from '../../text/traced.ts';
import { lowered, raised } from '../scripts.ts';
import { Runs } from '../runs.ts';
import { isMark, markSign, type PageMark } from './html-notes.ts';

type Attributes = ReadonlyMap<string, string>;

/** An open element with what holds within it. */
interface Frame {
  readonly name: string;
  readonly into: BlockGroup;
  /** Whether nobody sees its text: what is for the browser, or what is hidden from readers. */
  readonly hidden: 'machinery' | 'text' | undefined;
  readonly apart: boolean;
  readonly bold: boolean;
  readonly pre: boolean;
  /** Whether its text is set above or below the line. */
  readonly script: 'sup' | 'sub' | undefined;
  readonly heading: number | undefined;
  readonly list: HtmlList | undefined;
  /** How many lists it stands in. */
  readonly lists: number;
  /** The number of the item it stands in, until its first text takes it. */
  readonly item: { number: string | undefined } | undefined;
  readonly table: HtmlTable | undefined;
}

const han = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’';
const betweenHan = new RegExp(`(?<=[${han}])[ \\t\\f]*[\\n\\r][ \\t\\f\\n\\r]*(?=[${han}])`, 'gu');
/** A break in a heading, beside a Han character: a title on two lines. */
const besideHan = new RegExp(
  `(?<=[${han}])[ \\t]*\u000b[ \\t]*(?=[${han}\\d])|(?<=\\d)[ \\t]*\u000b[ \\t]*(?=[${han}])`,
  'gu',
);
/** White space as HTML has it, a line break between Han characters being none. Blanks that do not break are blanks. */
export const tidyHtml = (text: string): string =>
  text
    .replaceAll(betweenHan, '')
    .replaceAll(besideHan, '')
    .replaceAll('\u000b', ' ')
    .replaceAll(/[ \t\n\f\r]+/g, ' ')
    .replaceAll('\u00a0', ' ')
    .trim();

/** The same of a text with its origin. */
export const tidyTraced = (text: Traced): Traced => text.becoming(tidyHtml(text.text));

const structure = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption']);
const lists = new Set(['ol', 'ul', 'dir', 'menu']);
const preformatted = new Set(['pre', 'textarea', 'xmp', 'plaintext', 'listing']);
/** Any end tag of a heading ends a heading. */
const nameOf = (tag: string): string => (/^h[1-6]$/.test(tag) ? 'heading' : tag);
const hiddenBy = (tag: string, attributes: Attributes): Frame['hidden'] =>
  isMachinery(tag) ? 'machinery' : isHidden(attributes) ? 'text' : undefined;
/** More names than these lead to no paragraph. */
const MOST_ANCHORS = 20;
const outside = { list: undefined, lists: 0, item: undefined, heading: undefined } as const;

/** Puts the blocks of a page together as its tags come, in time that grows with its length, whatever its depth. */
export class HtmlBlocks implements HtmlSink {
  readonly root = emptyGroup();
  title: string | undefined;
  language: string | undefined;
  readonly #runs = new Runs(tidyTraced);
  readonly #open = new OpenElements<Frame>(
    {
      ...outside,
      name: '',
      into: this.root,
      hidden: undefined,
      apart: false,
      bold: false,
      pre: false,
      script: undefined,
      table: undefined,
    },
    (frame) => this.#closing(frame),
  );
  #title: string[] | undefined;
  /** The text that was added last. */
  #last = '';
  /** Text that the page hides, until it shows some again. */
  #hidden = '';
  /** Short links within the page, by the signs that stand for them. */
  readonly marks: PageMark[] = [];
  /** The link within the page that is open, with the pieces of its text. */
  #link:
    | { readonly target: string; readonly pieces: { readonly text: string; readonly bold: boolean }[] }
    | undefined;
  /** Names that lead to the paragraph that comes. */
  #anchors: string[] = [];
  /** The outermost header of the page while it is open, and its links. */
  #header: { readonly into: BlockGroup; readonly depth: number; links: number } | undefined;

  readonly #hasMarks: boolean;

  /** @param hasMarks whether signs may stand for short links */
  constructor(hasMarks = true) {
    this.#hasMarks = hasMarks;
  }

  open(tag: string, attributes: Attributes): void {
    this.#note(tag, attributes);
    if (tag === 'a' || isBlock(tag) || tag === 'br') this.#endLink();
    if (tag === 'br' && this.#open.top.heading !== undefined) this.#runs.add('\u000b', false);
    else if (isBlock(tag)) this.#flush();
    if (isVoidElement(tag)) return;
    if (isBlock(tag)) this.#open.close('p');
    this.#lead(tag, attributes);
    if (structure.has(tag) && (tag === 'table' || this.#open.top.table)) this.#openTable(tag, attributes);
    else this.#openPlain(tag, attributes);
  }

  /** Where links lead to, and the start of one. */
  #lead(tag: string, attributes: Attributes): void {
    for (const name of [attributes.get('id'), tag === 'a' ? attributes.get('name') : undefined])
      if (name && this.#anchors.length < MOST_ANCHORS) this.#anchors.push(name);
    const href = attributes.get('href') ?? '';
    if (tag === 'a' && this.#hasMarks && /^#./.test(href) && !this.#open.top.hidden)
      this.#link = { target: href.slice(1), pieces: [] };
  }

  /** The end of a link: a short one is a mark, of which it is seen when the page is read whether it is of a note. */
  #endLink(): void {
    const link = this.#link;
    this.#link = undefined;
    if (!link) return;
    const text = link.pieces.map((piece) => piece.text).join('');
    const sign = isMark(text.normalize('NFKC')) ? markSign(this.marks.length) : undefined;
    if (sign === undefined) for (const piece of link.pieces) this.#runs.add(piece.text, piece.bold);
    else {
      this.marks.push({ target: link.target, text });
      this.#runs.add(
        sign,
        link.pieces.every(({ bold }) => bold),
      );
    }
  }

  /** What a tag says of the page rather than of its text. */
  #note(tag: string, attributes: Attributes): void {
    if (tag === 'html') this.language ??= attributes.get('lang') || attributes.get('xml:lang');
    if (tag === 'title' && this.title === undefined && !this.#open.has('svg')) this.#title = [];
    if (tag === 'a' && attributes.has('href') && this.#header) this.#header.links += 1;
    if (tag === 'img' && !this.#open.top.apart && !this.#open.top.hidden) this.#picture(attributes);
  }

  close(tag: string): void {
    if (tag === 'a' || isBlock(tag)) this.#endLink();
    if (tag === 'br' || tag === 'p') this.#flush();
    if (!structure.has(tag) || !this.#open.top.table) return this.#open.close(nameOf(tag));
    const { table } = this.#open.top;
    this.#open.leaveCell();
    if (tag === 'table') this.#open.closeTo(this.#open.scope.start);
    else if (tag === 'tr') table.endRow();
    else if (tag === 'thead') table.section('');
  }

  text(characters: string): void {
    const { hidden, pre, bold, script } = this.#open.top;
    this.#title?.push(characters);
    if (hidden) return this.#hide(characters);
    if (!pre) {
      const high = script === 'sup' ? raised(characters) : characters;
      const shown = script === 'sub' ? lowered(high, this.#last) : high;
      if (this.#link) this.#link.pieces.push({ text: shown, bold });
      else this.#runs.add(shown, bold);
      this.#last = characters;
      return;
    }
    characters.split(/\r\n?|\n/).forEach((line, index) => {
      if (index > 0) this.#flush();
      this.#runs.add(line, bold);
    });
  }

  /** Text that is hidden from readers is said to be unread, where that ends. */
  #hide(characters: string): void {
    if (this.#open.top.hidden === 'text') this.#hidden += characters;
  }

  #leaveHidden(frame: Frame): void {
    if (this.#hidden === '' || frame.hidden !== 'text') return;
    const text = tidyHtml(this.#hidden);
    if (text !== '') this.root.items.push({ kind: 'unread', text, why: 'hidden' });
    this.#hidden = '';
  }

  /** Pictures are not taken over, but said by their words or their file. */
  #picture(attributes: Attributes): void {
    const source = attributes.get('src') ?? '';
    const file = source.startsWith('data:') ? '' : (source.split(/[?#]/)[0]?.split('/').at(-1) ?? '');
    this.root.items.push({ kind: 'unread', text: tidyHtml(attributes.get('alt') || file), why: 'picture' });
  }

  /** Ends everything that is open. */
  end(): void {
    this.#endLink();
    this.#flush();
    this.#open.closeTo(1);
  }

  #openPlain(tag: string, attributes: Attributes): void {
    const { list } = this.#open.top;
    if (tag !== 'li') return this.#open.push(this.#frame(tag, attributes));
    if (list?.item !== undefined) this.#open.closeTo(list.item);
    if (list) list.item = this.#open.depth;
    const item = { number: list?.count(attributes) };
    this.#open.push({ ...this.#frame(tag, attributes), item, lists: Math.max(1, this.#open.top.lists) });
  }

  #frame(tag: string, attributes: Attributes): Frame {
    const above = this.#open.top;
    const inList = lists.has(tag) ? { list: new HtmlList(tag, attributes), lists: above.lists + 1 } : {};
    return {
      ...above,
      ...inList,
      name: nameOf(tag),
      into:
        tag === 'header' && !this.#header && !this.#open.has('article') && !this.#open.has('main')
          ? this.#openHeader()
          : above.into,
      hidden: above.hidden ?? hiddenBy(tag, attributes),
      apart: above.apart || isApart(tag, attributes),
      bold: boldOf(tag, attributes) ?? above.bold,
      script: tag === 'sup' || tag === 'sub' ? tag : above.script,
      pre: above.pre || preformatted.has(tag),
      heading: nameOf(tag) === 'heading' ? Number(tag[1]) : above.heading,
    };
  }

  #openHeader(): BlockGroup {
    const into = emptyGroup();
    this.#open.top.into.items.push(into);
    this.#header = { into, depth: this.#open.depth, links: 0 };
    return into;
  }

  #openTable(tag: string, attributes: Attributes): void {
    if (tag === 'table')
      return this.#open.push(
        { ...this.#frame(tag, attributes), ...outside, table: new HtmlTable(attributes) },
        'table',
      );
    this.#open.leaveCell();
    const table = this.#open.top.table as HtmlTable;
    if (tag === 'tr') table.row();
    else if (tag === 'td' || tag === 'th') this.#openCell(tag, attributes, table.cell(tag, attributes));
    else if (tag === 'caption') this.#openCell(tag, attributes, table.caption());
    else table.section(tag);
  }

  #openCell(tag: string, attributes: Attributes, into: BlockGroup): void {
    this.#open.push({ ...this.#frame(tag, attributes), ...outside, into }, 'cell');
  }

  /** What an element’s end means, while it is still the innermost. */
  #closing(frame: Frame): void {
    this.#leaveHidden(frame);
    if (frame.name === 'title' && this.#title) {
      this.title = tidyHtml(this.#title.join('')) || undefined;
      this.#title = undefined;
    }
    if (frame.name === 'heading' || isBlock(frame.name)) this.#flush();
    if (frame.name === 'li' && frame.list) frame.list.item = undefined;
    if (frame.name === 'table' && frame.table && this.#open.scope.kind === 'table')
      frame.into.items.push(frame.table.end());
    if (this.#header && this.#header.depth === this.#open.depth - 1) {
      if (this.#header.links > 0) frame.into.apart = true;
      this.#header = undefined;
    }
  }

  #flush(): void {
    const plain = this.#runs.take();
    if (!plain) return;
    const { into, heading, item, lists: depth, apart } = this.#open.top;
    const number = item?.number;
    const anchors = this.#anchors;
    this.#anchors = [];
    if (item) item.number = undefined;
    into.items.push({
      kind: 'paragraph',
      ...plain,
      ...(heading !== undefined && { heading }),
      ...(number !== undefined && { number }),
      ...(item && { item: depth - 1 }),
      ...(apart && { apart }),
      ...(anchors.length > 0 && { anchors }),
    });
  }
}
