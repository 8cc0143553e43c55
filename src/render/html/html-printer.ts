import type { Language } from '../../diagnostic.ts';
import {
  plainText,
  type Alignment,
  type Block,
  type NumberedTitle,
  type Inline,
  type Note,
  type TableBlock,
} from '../block.ts';
import { escapeHtml, inlineHtml, markId } from './html-inline.ts';
import { manyColumns, wideColumns } from '../theme.ts';
import { renderWords } from '../words.ts';

/** Prints blocks as HTML; tables are counted through the document for their ids. */
export class HtmlPrinter {
  readonly #language: Language;
  #tables = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  print(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  #block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return heading(block, titleHtml(block));
      case 'run-in':
        return `<div class="run-in">${heading(block, titleHtml(block) + escapeHtml(block.stop))}<p>${inlineHtml(block.text)}</p></div>`;
      case 'item':
        return `<p id="${block.id}">${escapeHtml(block.number)}${inlineHtml(block.text)}</p>`;
      case 'paragraph':
        return `<p>${inlineHtml(block.text)}</p>`;
      case 'list':
        return this.#list(block);
      case 'quote':
        return `<blockquote>\n${this.print(block.blocks)}\n</blockquote>`;
      case 'code':
        return `<pre tabindex="0"><code>${escapeHtml(block.text)}</code></pre>`;
      case 'rule':
        return '<hr>';
      case 'table':
        return this.#table(block);
      case 'signature':
        return `<div class="signature"><p>${escapeHtml(block.organization)}</p><p>${escapeHtml(block.date)}</p></div>`;
      case 'internal':
        return `<div class="internal"><p class="label">${escapeHtml(block.label)}</p>\n${this.print(block.blocks)}\n</div>`;
      case 'notes':
        return this.#notes(block.notes);
      case 'gap':
        return `<div class="gap"><p class="label">${escapeHtml(block.label)}</p>${this.#places(block.places)}</div>`;
    }
  }

  /** The notes in their order, each with the ways back to its marks. */
  #notes(notes: readonly Note[]): string {
    const items = notes.map(({ number, marks, blocks }) => {
      const back = Array.from({ length: marks }, (_, index) => this.#back(number, index + 1, marks));
      const [only] = blocks;
      const text =
        blocks.length === 1 && only?.kind === 'paragraph' ? inlineHtml(only.text) : this.print(blocks);
      return `<li id="note-${number}">${[text, ...back].join(' ')}</li>`;
    });
    return `<section class="notes" role="doc-endnotes" aria-label="${renderWords.notes[this.#language]}">\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
  }

  #back(number: number, mark: number, marks: number): string {
    const label =
      { en: `Back to mark ${number}`, zh: `回到正文注${number}` }[this.#language] +
      (marks > 1 ? ` (${mark})` : '');
    return `<a href="#${markId(number, mark)}" role="doc-backlink" aria-label="${label}">↩</a>`;
  }

  #places(places: readonly string[]): string {
    return places.length === 0
      ? ''
      : `\n<ul>\n${places.map((place) => `<li>${escapeHtml(place)}</li>`).join('\n')}\n</ul>\n`;
  }

  #list({ start, loose, items }: Extract<Block, { readonly kind: 'list' }>): string {
    const tag = start === undefined ? 'ul' : 'ol';
    const from = start === undefined || start === 1 ? '' : ` start="${start}"`;
    const item = (block: Block): string =>
      block.kind === 'paragraph' && !loose ? inlineHtml(block.text) : this.#block(block);
    return `<${tag}${from}>\n${items.map((blocks) => `<li>${blocks.map(item).join('\n')}</li>`).join('\n')}\n</${tag}>`;
  }

  /** A wide table scrolls in a frame of its own, which the keyboard can reach. */
  #table({ caption, unit, head, rows, align = [] }: TableBlock): string {
    const number = ++this.#tables;
    const id = `table-${number}`;
    const named = caption.length > 0;
    const label = named
      ? `aria-labelledby="${id}"`
      : `aria-label="${renderWords.table[this.#language]} ${number}"`;
    const title = named ? `<caption id="${id}">${inlineHtml(caption)}${escapeHtml(unit)}</caption>\n` : '';
    const headRow =
      head.length === 0
        ? ''
        : `<thead>\n<tr>${head.map((content, index) => headCell(content, align[index])).join('')}</tr>\n</thead>\n`;
    const body = rows
      .map(
        ({ name, cells }) =>
          `<tr>${name ? `<th scope="row">${inlineHtml(name)}</th>` : ''}${cells.map((content, index) => cell(content, align[index])).join('')}</tr>`,
      )
      .join('\n');
    const columns = Math.max(head.length, ...rows.map(({ name, cells }) => cells.length + (name ? 1 : 0)));
    const width = `${columns >= wideColumns ? ' wide' : ''}${columns >= manyColumns ? ' many' : ''}`;
    return `<section class="scroll${width}" ${label} tabindex="0">\n<table>\n${title}${headRow}${body === '' ? '' : `<tbody>\n${body}\n</tbody>\n`}</table>\n</section>`;
  }
}

/** Characters from which on a cell is a text to be read, which needs some width beside columns of figures. */
const longFrom = 20;
const cell = (content: readonly Inline[], align: Alignment): string =>
  `<td${classes(align, plainText(content).length >= longFrom && 'long')}>${inlineHtml(content)}</td>`;
const headCell = (content: readonly Inline[], align: Alignment): string =>
  content.length === 0 ? '<td></td>' : `<th scope="col"${classes(align)}>${inlineHtml(content)}</th>`;
const classes = (...names: readonly (string | false | undefined)[]): string => {
  const used = names.filter((name) => name !== undefined && name !== false);
  return used.length === 0 ? '' : ` class="${used.join(' ')}"`;
};

/** Number and title; what an annex is called stands on a line of its own. */
export function titleHtml({ label, number, title }: NumberedTitle): string {
  const text = escapeHtml(number) + inlineHtml(title);
  return label === '' ? text : `<span class="annex">${escapeHtml(label)}</span> ${text}`;
}

/** HTML has six levels; those below are h6 that says its level. */
function heading({ level, grade, depth, id }: NumberedTitle, text: string): string {
  const tag = `h${Math.min(level, 6)}`;
  const below = level > 6 ? ` aria-level="${level}"` : '';
  return `<${tag} id="${id}" class="${depth === 0 && grade === 0 ? 'part' : `grade-${Math.min(grade, 4)}`}"${below}>${text}</${tag}>`;
}
