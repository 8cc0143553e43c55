import type { MarkedToken, Token, Tokens } from 'marked';
import type { Paragraph, SourceBlock, SourceDocument } from '../../block.ts';
import { frontMatter } from './front-matter.ts';
import { BREAK, marked, type InlinePiece, inlinePieces } from './markdown-inline.ts';
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
  const { body, line, title, language } = frontMatter(markdown.replaceAll(/\r\n?/g, '\n'));
  return { blocks: blocksOf(body, line), ...(title && { title }), ...(language && { language }) };
}

function blocksOf(body: string, line: number): SourceBlock[] {
  try {
    const reader = new MarkdownBlocks();
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

class MarkdownBlocks {
  readonly blocks: SourceBlock[] = [];
  #box = '';

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
      } else this.#read(token, at, marks);
      at += linesIn(raw);
    }
  }

  #read(token: MarkedToken, at: number, marks: Marks): void {
    switch (token.type) {
      case 'space':
      case 'hr':
        return;
      case 'checkbox':
        // the box of a task is text
        this.#box = token.raw;
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
    for (const { text, bold } of pieces)
      for (const part of text.split(/(?<=[\n\u2028])/)) {
        const meant = part.endsWith(BREAK);
        if (fresh && marks.heading === undefined && numbered.test(part)) flush();
        if (/\S/.test(part)) fresh = false;
        runs.add(part.replaceAll(BREAK, '\n'), bold);
        if (part.endsWith('\n')) at += 1;
        fresh ||= part.endsWith('\n');
        if (meant && marks.heading === undefined) flush();
      }
    flush();
  }

  #table({ header, rows }: Tokens.Table, at: number): void {
    const cells = (row: readonly Tokens.TableCell[]): string[] =>
      row.map(({ tokens }) => cellText(inlinePieces(tokens)));
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
    for (const block of readHtmlText(html).blocks) this.blocks.push({ ...block, at });
  }
}

const cellText = (pieces: readonly InlinePiece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .split(BREAK)
    .map((text) => text.trim())
    .join('\n');
