import type { MarkedToken, Token, Tokens } from 'marked';
import type { Paragraph, SourceBlock, SourceDocument, UnreadPiece } from '../../block.ts';
import { noteSign } from '../../notes/note-signs.ts';
import { frontMatter } from './front-matter.ts';
import { partMarkdown } from './markdown-parts.ts';
import { addressesIn, BREAK, marked, type InlinePiece, inlinePieces } from './markdown-inline.ts';
import { tidyTraced } from '../html/html-blocks.ts';
import { readHtmlText } from '../html/read-html.ts';
import { Runs } from '../runs.ts';

/** What a paragraph gets from where it stands. */
type Marks = Pick<Paragraph, 'heading' | 'item'> & { number?: string };

/** A line that begins so is a paragraph, though no blank line stands before it. */
const numbered =
  /^\s*(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百\d]+）|\d{1,3}(?:、|．)|[①-⑳]|第[一二三四五六七八九十百]+[章节条部])/;
/** Deeper indents are cut to so many blanks, and so many quotes and lists within one another on one line are text: marked takes time with the square of the depth. */
const DEEPEST = 200;
const indents = /^[ \t]{200,}/gm;
const nested = /^((?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){40}[ \t]*\d*)([>.)*+-])/gm;

/**
 * What a Markdown text says: its blocks by the lines that they begin in, as they are rendered, without marks. Raw HTML is read as HTML, `---` front matter gives
 * title and language. Texts that marked cannot read are paragraphs line by line.
 */
export function readMarkdown(markdown: string): SourceDocument {
  const matter = frontMatter(markdown.replaceAll(/\r\n?/g, '\n'));
  const { title, language, dated } = matter;
  const { body, notes, unread } = partMarkdown(matter.body, matter.line);
  const taken: Taken = {
    labels: new Set(notes.keys()),
    signs: new Map(),
    unread: [...matter.said, ...unread],
  };
  const blocks = blocksOf(body, matter.line, taken);
  const noted = [...taken.signs].map(
    ([label, sign]) => [sign, { text: noteOf(notes.get(label) ?? '') }] as const,
  );
  return {
    blocks: title === undefined ? blocks : belowOwnTitle(blocks, title),
    ...(taken.unread.length > 0 && { unread: taken.unread.sort((a, b) => a.at - b.at) }),
    ...(noted.length > 0 && { notes: new Map(noted) }),
    ...(title && { title }),
    ...((language ?? dated) && { told: { ...(language && { language }), ...(dated && { dated }) } }),
  };
}

/** What stands beside the blocks. */
interface Taken {
  /** Of the notes that the text has. */
  readonly labels: ReadonlySet<string>;
  /** The sign of each label, in the order of the text. */
  readonly signs: Map<string, string>;
  readonly unread: UnreadPiece[];
}

/** The text of a note without marks. */
const noteOf = (markdown: string): string =>
  marked
    .lexer(markdown)
    .map((token) => inlinePieces('tokens' in token ? (token.tokens ?? []) : []))
    .map((pieces) => pieces.map(({ text }) => text.replaceAll(BREAK, ' ')).join(''))
    .join(' ');

/** The title that the author gives before the text is its first heading; a heading that says the same again is none. */
function belowOwnTitle(blocks: readonly SourceBlock[], title: string): SourceBlock[] {
  const [first, ...rest] = blocks;
  const isSame =
    first?.kind === 'paragraph' && first.heading !== undefined && first.text.trim() === title.trim();
  const below = isSame ? rest : blocks;
  const isTop = below.some((block) => block.kind === 'paragraph' && block.heading === 1);
  const lower = (block: SourceBlock): SourceBlock =>
    isTop && block.kind === 'paragraph' && block.heading !== undefined
      ? { ...block, heading: block.heading + 1 }
      : block;
  return [{ kind: 'paragraph', text: title, heading: 1, at: 1 }, ...below.map(lower)];
}

function blocksOf(body: string, line: number, taken: Taken): SourceBlock[] {
  try {
    const reader = new MarkdownBlocks(taken);
    reader.read(
      marked.lexer(body.replaceAll(nested, '$1\\$2').replaceAll(indents, ' '.repeat(DEEPEST))),
      line,
      {},
    );
    return reader.blocks;
  } catch (error) {
    // too deep for marked, which calls itself
    if (!(error instanceof RangeError)) throw error;
    return body
      .split('\n')
      .flatMap((text, index): SourceBlock[] =>
        text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim(), at: line + index }],
      );
  }
}

const linesIn = (text: string): number => text.split('\n').length - 1;

/** Tokens whose own tokens are blocks, which are read one by one. */
const containers = new Set(['blockquote', 'list', 'list_item']);

class MarkdownBlocks {
  readonly blocks: SourceBlock[] = [];
  #box = '';
  readonly #taken: Taken;

  constructor(taken: Taken) {
    this.#taken = taken;
  }

  /** Reads tokens one after another. @param line where the first begins; each begins where the one before has ended */
  read(tokens: readonly Token[], line: number, marks: Marks): void {
    let at = line;
    for (let index = 0; index < tokens.length; index += 1) {
      let { raw } = tokens[index] as MarkedToken;
      const token = tokens[index] as MarkedToken;
      if (token.type === 'html') {
        // a blank line within HTML ends it for Markdown, but not for HTML
        for (; /^(?:html|space)$/.test(tokens[index + 1]?.type ?? ''); index += 1)
          raw += tokens[index + 1]?.raw ?? '';
        this.#html(raw, at);
      } else {
        this.#noteAddresses(token, at);
        this.#read(token, at, marks);
      }
      at += linesIn(raw);
    }
  }

  #noteAddresses(token: MarkedToken, at: number): void {
    if (token.type === 'def') this.#taken.unread.push({ at, text: token.raw.trim(), why: 'address' });
    else if ('tokens' in token && token.tokens && !containers.has(token.type)) this.#note(token.tokens, at);
  }

  #read(token: MarkedToken, at: number, marks: Marks): void {
    switch (token.type) {
      case 'space':
      case 'hr':
      case 'def':
        return;
      case 'checkbox':
        // the box of a task is text
        this.#box = token.checked ? '☑ ' : '☐ ';
        return;
      case 'heading':
        return this.#paragraphs(inlinePieces(token.tokens), at, { ...marks, heading: token.depth });
      case 'blockquote':
        return this.read(token.tokens, at, marks);
      case 'list':
        return this.#list(token, at, marks);
      case 'table':
        return this.#table(token, at);
      case 'code': {
        const fence = /^ {0,3}(?:`{3}|~{3})/.test(token.raw) ? 1 : 0;
        return token.text
          .split('\n')
          .forEach((text, index) => this.#paragraphs([{ text, bold: false }], at + fence + index, marks));
      }
      default:
        return this.#paragraphs(
          'tokens' in token && token.tokens ? inlinePieces(token.tokens) : [{ text: token.raw, bold: false }],
          at,
          marks,
        );
    }
  }

  #list({ ordered, start, items }: Tokens.List, line: number, { item = -1 }: Marks): void {
    let at = line;
    items.forEach((each, index) => {
      const sign = /^\s*\d+([.)])/.exec(each.raw)?.[1] ?? '.';
      const before = this.blocks.length;
      this.read(each.tokens, at, {
        item: item + 1,
        ...(ordered && { number: `${Number(start) + index}${sign}` }),
      });
      // `2018.` on a line of its own is an item without a text
      if (ordered && this.blocks.length === before)
        this.#paragraphs([{ text: each.raw, bold: false }], at, { item: item + 1 });
      at += linesIn(each.raw);
    });
  }

  /** Paragraphs of what stands between breaks; lines run on, but for those that begin with a number of their own. The first takes the number of its item. */
  #paragraphs(pieces: readonly InlinePiece[], line: number, marks: Marks): void {
    const runs = new Runs(tidyTraced);
    let [at, begun, fresh] = [line, line, false];
    runs.add(this.#box, false);
    this.#box = '';
    const flush = (): void => {
      const plain = runs.take();
      if (plain) this.blocks.push({ kind: 'paragraph', ...plain, ...marks, at: begun });
      if (plain) delete marks.number;
      begun = at;
    };
    for (const { text: written, bold } of pieces) {
      const text = this.#withSigns(written);
      for (const part of text.split(/(?<=[\n\u2028])/)) {
        const meant = part.endsWith(BREAK);
        if (fresh && marks.heading === undefined && numbered.test(part)) flush();
        if (/\S/.test(part)) fresh = false;
        runs.add(part.replaceAll(BREAK, '\n'), bold);
        if (part.endsWith('\n')) at += 1;
        fresh ||= part.endsWith('\n');
        if (meant && marks.heading === undefined) flush();
      }
    }
    flush();
  }

  /** A text in which signs stand for the marks of notes. */
  #withSigns(text: string): string {
    const { labels, signs } = this.#taken;
    if (labels.size === 0 || !text.includes('[^')) return text;
    return text.replaceAll(/\[\^([^\]\s^]{1,60})\]/g, (mark, label: string) => {
      if (!labels.has(label)) return mark;
      const sign = signs.get(label) ?? noteSign(signs.size + 1);
      signs.set(label, sign);
      return sign;
    });
  }

  /** Where its links lead, and its pictures. */
  #note(tokens: readonly Token[], at: number): void {
    for (const piece of addressesIn(tokens)) this.#taken.unread.push({ at, ...piece });
  }

  #table({ header, rows }: Tokens.Table, at: number): void {
    const cells = (row: readonly Tokens.TableCell[]): string[] =>
      row.map(({ tokens }) => {
        this.#note(tokens, at);
        return this.#withSigns(cellText(inlinePieces(tokens)));
      });
    const names = cells(header);
    const named = names.some((name) => name !== '');
    this.blocks.push({
      kind: 'table',
      rows: [...(named ? [names] : []), ...rows.map(cells)],
      header: named,
      at,
    });
  }

  #html(html: string, at: number): void {
    const { blocks, unread = [] } = readHtmlText(html);
    for (const block of blocks) this.blocks.push({ ...block, at });
    for (const piece of unread) this.#taken.unread.push({ ...piece, at });
  }
}

const cellText = (pieces: readonly InlinePiece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .split(BREAK)
    .map((text) => text.trim())
    .join('\n');
