import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  Tab,
  TextRun,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import type { Inline } from '../block.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { House, Type } from './house.ts';
import type { PrintedPlaces } from '../printed-places.ts';
import { placeMark } from './run-places.ts';
import { missingPicture } from '../words.ts';
import { sizeOf } from './picture-size.ts';

/** What a run stands in: its type and what is added to it. */
export interface Setting {
  readonly type: Type;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly deleted?: boolean;
  readonly mark?: boolean;
  readonly link?: boolean;
}

/** Full-width in Chinese, though Latin has them as well: without a hint Word sets them in the Western face. */
const shared = /^[“”‘’…—·]+$/;
const sharedOrGap = /([“”‘’…—·]+|[\t\n])/;
const gap = /([\t\n])/;
/** A name that has no value to be printed stays as it was written. */
const unresolved = /^\{\{.*\}\}$/s;

/** What runs are made with. */
export interface TextOptions {
  readonly house: House;
  readonly isChinese: boolean;
  readonly bookmarks: Bookmarks;
  /** Whether what is missing is marked. */
  readonly draft: boolean;
  /** Whether runs have the face of their style, which is an office’s own. */
  readonly plain: boolean;
  /** Is told where texts of the draft stand. */
  readonly places: PrintedPlaces | undefined;
  /** Is told of a picture that Word does not show. */
  readonly lacks: ((name: string) => void) | undefined;
}

/** Running text as runs of Word; the faces are set on each, so that no theme and no Normal of another file takes them. */
export class Text {
  readonly #house: House;
  readonly #isChinese: boolean;
  readonly #bookmarks: Bookmarks;
  readonly #marksGaps: boolean;
  readonly #plain: boolean;
  readonly #places: PrintedPlaces | undefined;
  readonly #lacks: ((name: string) => void) | undefined;
  /** Which notes stand at the foot of a page, by their numbers. */
  readonly notes = new Set<number>();

  constructor({ house, isChinese, bookmarks, draft, plain, places, lacks }: TextOptions) {
    this.#places = places;
    this.#house = house;
    this.#isChinese = isChinese;
    this.#bookmarks = bookmarks;
    this.#marksGaps = draft;
    this.#plain = plain;
    this.#lacks = lacks;
  }

  /** @param atFoot whether the text is a note itself, which can hold no other */
  runs(content: readonly Inline[], setting: Setting, atFoot = false): ParagraphChild[] {
    return content.flatMap((item) => this.#item(item, setting, atFoot));
  }

  /** Words that are no Markdown. @param leaf the piece of running text that they are, where they are one */
  words(text: string, setting: Setting, leaf?: Inline): TextRun[] {
    let at = 0;
    return text.split(this.#isChinese ? sharedOrGap : gap).flatMap((piece) => {
      const number = leaf && this.#places?.print(leaf, at, piece.length);
      at += piece.length;
      if (piece === '') return [];
      return [
        new TextRun({
          ...this.#properties(setting, this.#isChinese && shared.test(piece)),
          ...(number !== undefined && { language: { value: placeMark(number) } }),
          ...written(piece),
        }),
      ];
    });
  }

  #item(item: Inline, setting: Setting, atFoot: boolean): ParagraphChild[] {
    switch (item.kind) {
      case 'text':
      case 'code':
        return this.words(item.text, setting, item);
      case 'reference':
        return this.#reference(item, setting);
      case 'break':
        return [new TextRun({ break: 1 })];
      case 'strong':
      case 'emphasis':
      case 'deleted':
        return this.runs(item.content, { ...setting, [item.kind]: true }, atFoot);
      case 'link':
        return this.#link(item, setting, atFoot);
      case 'image':
        return this.#picture(item, setting);
      case 'note':
        return [this.#note(item, setting, atFoot)];
    }
  }

  /** A figure is marked where a metric first stands, so that other documents can refer to it. */
  #reference(item: Extract<Inline, { kind: 'reference' }>, setting: Setting): ParagraphChild[] {
    const { text, to, name } = item;
    const isOpen = this.#marksGaps && unresolved.test(text);
    const children = this.words(text, isOpen ? { ...setting, mark: true } : setting, item);
    const id = to === 'metric' && name !== undefined ? this.#bookmarks.metric(name) : undefined;
    return id === undefined ? children : [new Bookmark({ id, children })];
  }

  #link(
    { href, content }: Extract<Inline, { kind: 'link' }>,
    setting: Setting,
    atFoot: boolean,
  ): ParagraphChild[] {
    const children = this.runs(content, { ...setting, link: true }, true);
    // a note is no part of a link
    if (atFoot || content.some(({ kind }) => kind === 'note')) return this.runs(content, setting, atFoot);
    if (!href.startsWith('#')) return [new ExternalHyperlink({ link: href, children })];
    const anchor = this.#bookmarks.named(decoded(href.slice(1)));
    return anchor === undefined
      ? this.runs(content, setting, atFoot)
      : [new InternalHyperlink({ anchor, children })];
  }

  #note(
    { number, mark }: Extract<Inline, { kind: 'note' }>,
    setting: Setting,
    atFoot: boolean,
  ): ParagraphChild {
    const stands = mark === 1 && !atFoot && !this.notes.has(number);
    if (!stands)
      return new TextRun({ ...this.#properties(setting, false), superScript: true, text: String(number) });
    this.notes.add(number);
    return new FootnoteReferenceRun(number);
  }

  /** A picture that Word can show, at most as wide as the text; else what it shows, in words. */
  #picture(
    { alt, address, type, bytes }: Extract<Inline, { kind: 'image' }>,
    setting: Setting,
  ): ParagraphChild[] {
    const kind = pictureTypes[type];
    const size = kind && sizeOf(type, bytes);
    if (kind === undefined || size === undefined) return this.#lacking(alt, address, setting);
    const { page, margin } = this.#house;
    const widest = (page.width - margin.left - margin.right) / 15;
    const highest = (page.height - margin.top - margin.bottom) / 15 / 2;
    const scale = Math.min(1, widest / size.width, highest / size.height);
    return [
      new ImageRun({
        type: kind,
        data: bytes,
        transformation: { width: Math.round(size.width * scale), height: Math.round(size.height * scale) },
        altText: { name: alt, title: alt, description: alt },
      }),
    ];
  }

  #lacking(alt: string, address: string, setting: Setting): TextRun[] {
    this.#lacks?.(address);
    const words = missingPicture(alt, address, this.#isChinese ? 'zh' : 'en');
    return this.words(words, { ...setting, mark: this.#marksGaps });
  }

  #properties({ type, strong, emphasis, deleted, mark, link }: Setting, isShared: boolean): IRunOptions {
    const hint = isShared ? { hint: 'eastAsia' } : {};
    return {
      ...(this.#plain ? isShared && { font: hint } : face(type, hint)),
      ...((strong === true || (!this.#plain && type.bold === true)) && { bold: true }),
      // slanted Chinese is hard to read; dots below it stress
      ...(emphasis === true && (this.#isChinese ? { emphasisMark: { type: 'dot' } } : { italics: true })),
      ...(deleted === true && { strike: true }),
      ...(mark === true && { highlight: 'yellow' }),
      ...(link === true ? { style: 'Hyperlink' } : color(type)),
    };
  }
}

const face = ({ east, west, size }: Type, hint: { readonly hint?: string }): IRunOptions => ({
  font: { ascii: west, hAnsi: west, eastAsia: east, cs: west, ...hint },
  size,
});
const color = (type: Type): IRunOptions => (type.color === undefined ? {} : { color: type.color });

const pictureTypes: Readonly<Record<string, 'png' | 'jpg' | 'gif' | 'bmp'>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/bmp': 'bmp',
};

/** A text of one line; tabs and line ends in it are elements of their own in Word. What stands among `children` as a string may be a field to `docx`. */
const written = (text: string): IRunOptions =>
  text === '\t' ? { children: [new Tab()] } : text === '\n' ? { break: 1 } : { text };

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
