import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Paragraph,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import type { Block, Inline, Note, NumberedTitle } from '../block.ts';
import type { Type } from './house.ts';
import { runningLines } from '../running-lines.ts';
import { TurnedPages, unturned, type DocxPiece, type DocxPrinting } from './printing.ts';
import { headingLevel, isCentred, typeOf } from './styles.ts';
import { docxTable } from './table.ts';
import type { Setting } from './text.ts';
import { widthIn } from './width.ts';

type Frame = Pick<IParagraphOptions, 'style' | 'indent' | 'numbering' | 'keepNext' | 'keepLines'>;

/** Prints blocks as paragraphs and tables of Word. */
export class DocxPrinter {
  readonly #options: DocxPrinting;

  constructor(options: DocxPrinting) {
    this.#options = options;
  }

  print(blocks: readonly Block[]): DocxPiece[] {
    const pieces = blocks.map((block, index) => {
      // a signature never stands on a page by itself
      const isLast = blocks[index + 1]?.kind === 'signature';
      return this.#block(block, { style: 'BodyText', ...(isLast && { keepNext: true, keepLines: true }) });
    });
    return pieces.flatMap((own, index) => {
      const block = blocks[index];
      const above = pieces[index - 1]?.at(-1);
      // what is said of a table stands on its page
      return block?.kind === 'paragraph' && block.ofTable === true && above instanceof TurnedPages
        ? [new TurnedPages(unturned(own))]
        : own;
    });
  }

  /** A note as paragraphs of its own part, where nothing else can stand. */
  note({ blocks }: Note): Paragraph[] {
    const setting: Setting = { type: this.#options.house.note };
    return runningLines(blocks).map(
      (content) =>
        new Paragraph({ style: 'FootnoteText', children: this.#options.text.runs(content, setting, true) }),
    );
  }

  #block(block: Block, frame: Frame): DocxPiece[] {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block);
      case 'run-in':
        return this.#runIn(block, frame);
      case 'item':
        return [this.#item(block)];
      case 'paragraph':
        return [this.#paragraph(block.text, frame)];
      case 'list':
        return this.#list(block, 0, frame);
      case 'quote':
        return block.blocks.flatMap((each) => this.#block(each, { style: 'Quote' }));
      case 'code':
        return [this.#code(block.text)];
      case 'rule':
        return [new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1 } } })];
      case 'table':
        return docxTable(block, this.#options);
      case 'signature':
        return this.#signature(block);
      case 'internal':
        return this.#internal(block);
      case 'notes':
        return this.#rest(block.notes);
      case 'gap':
        return this.#gap(block.label, block.places);
    }
  }

  /** What is for the office only. */
  get #aside(): Setting {
    return { type: { ...this.#options.house.table, color: '7F7F7F' } };
  }

  get #body(): Setting {
    return { type: this.#options.house.body };
  }

  #paragraph(content: readonly Inline[], frame: Frame): Paragraph {
    const isPicture = content.some(({ kind }) => kind === 'image');
    return new Paragraph({
      ...(isPicture && frame.style === 'BodyText' ? { style: 'Picture' } : frame),
      ...(isPicture && { spacing: { line: 240, lineRule: 'auto' } }),
      children: this.#options.text.runs(content, frame.style === 'Internal' ? this.#aside : this.#body),
    });
  }

  #heading(block: Extract<Block, { kind: 'heading' }>): Paragraph[] {
    const { house, text } = this.#options;
    const type = typeOf(house, block);
    // an annex begins a page
    const pageBreakBefore = block.depth === 0 && /^annex-\d+$/.test(block.id);
    const title = { ...this.#titled(block), children: this.#title(block, type) };
    if (block.label === '') return [new Paragraph({ ...title, pageBreakBefore })];
    const children = text.words(block.label, { type: house.part });
    return [new Paragraph({ style: 'AnnexLabel', pageBreakBefore, children }), new Paragraph(title)];
  }

  /** The title is a paragraph whose end is hidden, so that its text goes on in the line (a style separator): the pane takes the title alone. */
  #runIn(block: Extract<Block, { kind: 'run-in' }>, frame: Frame): Paragraph[] {
    const { house, text } = this.#options;
    const type = typeOf(house, block);
    const stop = text.words(block.stop, { type });
    const space = /[.!?:;,]$/.test(block.stop) ? [{ kind: 'text' as const, text: ' ' }] : [];
    return [
      new Paragraph({
        ...this.#titled(block),
        run: { vanish: true, specVanish: true },
        children: [...this.#title(block, type), ...stop],
      }),
      new Paragraph({ ...frame, children: text.runs([...space, ...block.text], this.#body) }),
    ];
  }

  /** The style of a title, and how it is counted; one that the style alone would count, and is not, says so. */
  #titled(block: NumberedTitle): Pick<IParagraphOptions, 'style' | 'numbering'> {
    const { titles, types, house } = this.#options;
    const place = titles.placeOf(block);
    const level = headingLevel(block);
    const centred = isCentred(house, block) && types.get(level) !== undefined;
    return {
      style: centred && level === 1 ? 'PartTitle' : `Heading${level}`,
      numbering: place ? { ...place, instance: 0 } : false,
    };
  }

  #title(block: NumberedTitle, type: Type): ParagraphChild[] {
    const { titles, text, bookmarks } = this.#options;
    const number = titles.placeOf(block) ? [] : text.words(block.number, { type });
    return [this.#anchor(bookmarks.named(block.id), [...number, ...text.runs(block.title, { type })])].flat();
  }

  #anchor(id: string | undefined, children: ParagraphChild[]): ParagraphChild[] {
    return id === undefined ? children : [new Bookmark({ id, children })];
  }

  #item({ id, number, text: content }: Extract<Block, { kind: 'item' }>): Paragraph {
    const { text, bookmarks } = this.#options;
    const children = [
      ...this.#anchor(bookmarks.named(id), text.words(number, this.#body)),
      ...text.runs(content, this.#body),
    ];
    return new Paragraph({ style: 'BodyText', children });
  }

  #list({ start, items }: Extract<Block, { kind: 'list' }>, depth: number, frame: Frame): DocxPiece[] {
    const list = this.#options.lists.open(start, depth);
    const step = this.#options.house.indent || 360;
    return items.flatMap((blocks) => {
      const [first, ...rest] = blocks;
      const opens = first?.kind === 'paragraph';
      const style = frame.style === 'Internal' ? 'Internal' : 'ListText';
      const head = opens
        ? this.#paragraph(first.text, { style, numbering: list })
        : new Paragraph({ style, numbering: list });
      return [
        head,
        ...(opens ? rest : blocks).flatMap((block) =>
          block.kind === 'list'
            ? this.#list(block, depth + 1, frame)
            : this.#block(block, { style, indent: { left: step * (depth + 2) } }),
        ),
      ];
    });
  }

  #code(code: string): Paragraph {
    const { house, text } = this.#options;
    const type = { ...house.body, west: 'Courier New', size: house.table.size };
    return new Paragraph({ style: 'Code', children: text.words(code, { type }) });
  }

  /** The date begins two characters right of the name, the name two from the edge where it is the shorter (GB/T 9704-2012 §7.3.5). */
  #signature({ organization, date }: Extract<Block, { kind: 'signature' }>): Paragraph[] {
    const { house, text } = this.#options;
    const character = house.indent / 2;
    const over = widthIn(organization) - widthIn(date);
    const name = over >= 0 ? 2 : 4 - over;
    const day = over >= 0 ? over : 2;
    const line = (words: string, right: number, before: number): Paragraph =>
      new Paragraph({
        style: 'Signature',
        keepNext: words === organization,
        indent: { right: Math.round(Math.max(0, right) * character) },
        ...(before > 0 && { spacing: { before } }),
        children: text.words(words, this.#body),
      });
    const gap = house.line ?? 240;
    if (organization === '') return [line(date, 2, gap)];
    return [line(organization, name, gap), line(date, day, 0)];
  }

  #internal({ label, blocks }: Extract<Block, { kind: 'internal' }>): DocxPiece[] {
    const { text } = this.#options;
    const title = new Paragraph({
      style: 'Internal',
      keepNext: true,
      children: text.words(label, { ...this.#aside, strong: true }),
    });
    const pieces = blocks.flatMap((block) => this.#block(block, { style: 'Internal' }));
    // a label and what is said of a table stand on its page
    return pieces.some((piece) => piece instanceof TurnedPages)
      ? [new TurnedPages([title, ...unturned(pieces)])]
      : [title, ...pieces];
  }

  /** Notes without a mark at the foot of a page close the document. */
  #rest(notes: readonly Note[]): DocxPiece[] {
    const { text } = this.#options;
    return notes
      .filter(({ number }) => !text.notes.has(number))
      .flatMap(({ number, blocks }) =>
        runningLines(blocks).map((content, index) => {
          const mark: Inline[] = index === 0 ? [{ kind: 'text', text: `[${number}] ` }] : [];
          return this.#paragraph([...mark, ...content], { style: 'BodyText' });
        }),
      );
  }

  #gap(label: string, places: readonly string[]): Paragraph[] {
    const { house, text } = this.#options;
    const setting: Setting = { type: { ...house.body, color: 'C00000' }, mark: true };
    return [label, ...places].map(
      (words) =>
        new Paragraph({
          style: 'BodyText',
          alignment: AlignmentType.LEFT,
          children: text.words(words, setting),
        }),
    );
  }
}
