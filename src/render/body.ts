import type { MarkedToken, Token, Tokens } from 'marked';
import type { Language } from '../diagnostic.ts';
import { notesIn, type NoteSource } from '../model/markdown-source.ts';
import { addressOf, targetOf } from '../model/published-files.ts';
import { plainText, type Block, type Inline } from './block.ts';
import type { DelimiterRun } from './emphasis.ts';
import { joinLines, paragraphsOf } from './lines.ts';
import { safeAddress } from './link.ts';
import { lexBlocks, lexLine, type BodyToken, type NoteToken } from './markdown/markdown-lexer.ts';
import type { BodyNotes, Notes } from './notes.ts';
import { pairRuns } from './pairs.ts';
import type { Files } from './renderer.ts';
import type { Leaf } from './resolve.ts';
import { Veil } from './reference-mask.ts';
import { missingPicture } from './words.ts';

/** What a body is read with: its notes join those of the document. */
export interface BodyOptions {
  readonly language: Language;
  readonly notes: Notes;
  readonly files?: Files | undefined;
  /** The anchors of the page by the names of its places. */
  readonly places?: ReadonlyMap<string, string>;
}

/** Parses the Markdown of a body. References are put in afterwards: what they print is never read as Markdown. */
export function parseBody(leaves: readonly Leaf[], options: BodyOptions): Block[] {
  const veil = new Veil(leaves);
  const { source, notes } = withoutNotes(veil.source);
  const labels = new Map(notes.map(({ label, text }) => [label, (): Block[] => body.read(text)]));
  const own = options.notes.body(labels);
  const body = new Body(veil, own, options);
  const blocks = body.read(source);
  own.close();
  return blocks;
}

/** A body without the notes that it defines; of two notes of one label the second stays in the text. */
function withoutNotes(text: string): { source: string; notes: readonly NoteSource[] } {
  const seen = new Set<string>();
  const notes = notesIn(text).filter(({ label }) => !seen.has(label) && seen.add(label));
  let source = '';
  let at = 0;
  for (const { span } of notes) {
    source += text.slice(at, span[0]);
    at = span[1];
  }
  return { source: source + text.slice(at), notes };
}

/** Turns marked’s tokens into blocks. */
class Body {
  readonly #veil: Veil;
  readonly #notes: BodyNotes;
  readonly #language: Language;
  readonly #files: Files | undefined;
  readonly #places: ReadonlyMap<string, string> | undefined;

  constructor(veil: Veil, notes: BodyNotes, { language, files, places }: BodyOptions) {
    this.#veil = veil;
    this.#notes = notes;
    this.#language = language;
    this.#files = files;
    this.#places = places;
  }

  read(source: string): Block[] {
    return this.blocks(lexBlocks(source));
  }

  blocks(tokens: readonly Token[]): Block[] {
    return (tokens as readonly MarkedToken[]).flatMap((token) => this.#block(token));
  }

  #block(token: MarkedToken): Block[] {
    switch (token.type) {
      case 'paragraph':
      case 'text':
        return this.#paragraphs(token);
      case 'heading':
        return [{ kind: 'paragraph', text: [{ kind: 'strong', content: this.#line(token.tokens) }] }];
      case 'list':
        return [this.#list(token)];
      case 'blockquote':
        return [{ kind: 'quote', blocks: this.blocks(token.tokens) }];
      case 'code':
        return [{ kind: 'code', text: this.#veil.liftText(token.text) }];
      case 'table':
        return [this.#table(token)];
      case 'hr':
        return [{ kind: 'rule' }];
      case 'space':
      case 'checkbox':
        return [];
      default:
        return [{ kind: 'paragraph', text: this.#veil.lift(token.raw.trim()) }];
    }
  }

  #paragraphs({ text, tokens }: Tokens.Paragraph | Tokens.Text): Block[] {
    return paragraphsOf(text, this.#language).map((source) => ({
      kind: 'paragraph',
      text: this.#line(source === text && tokens ? tokens : lexLine(source)),
    }));
  }

  #list({ ordered, start, loose, items }: Tokens.List): Block {
    return {
      kind: 'list',
      start: ordered ? Number(start) : undefined,
      loose,
      items: items.map((item) => this.#item(item)),
    };
  }

  /** `[x]` of a task is text. */
  #item({ task, checked, tokens }: Tokens.ListItem): Block[] {
    const [first, ...rest] = this.blocks(tokens);
    if (!task || first?.kind !== 'paragraph' || tokens[0]?.type !== 'checkbox')
      return first ? [first, ...rest] : [];
    return [
      {
        kind: 'paragraph',
        text: [{ kind: 'text', text: checked === true ? '[x] ' : '[ ] ' }, ...first.text],
      },
      ...rest,
    ];
  }

  #table({ header, align, rows }: Tokens.Table): Block {
    const row = (cells: readonly Tokens.TableCell[]): Inline[][] =>
      cells.map(({ tokens }) => this.#line(tokens));
    const lines = rows.map((cells) => ({ name: undefined, cells: row(cells) }));
    const aligned = align.some((each) => each !== null) && { align: align.map((each) => each ?? undefined) };
    return { kind: 'table', caption: [], unit: '', head: row(header), rows: lines, ...aligned };
  }

  #line(tokens: readonly Token[]): Inline[] {
    return joinLines(this.#inlines(tokens), this.#language);
  }

  #inlines(tokens: readonly Token[]): Inline[] {
    const items = (tokens as readonly BodyToken[]).flatMap((token): (Inline | DelimiterRun)[] =>
      token.type === 'run' ? [token.run] : token.type === 'note' ? this.#note(token) : this.#inline(token),
    );
    return pairRuns(items);
  }

  /** The mark of a note; one without a note is text. */
  #note({ raw, label }: NoteToken): Inline[] {
    const mark = this.#notes.mark(label);
    return mark ? [{ kind: 'note', ...mark }] : this.#veil.lift(raw);
  }

  /** Where a link leads from the rendering; undefined where it is not to be followed. */
  #address(href: string): string | undefined {
    const target = targetOf(href);
    if (target.kind === 'anchor')
      return safeAddress(`#${this.#places?.get(target.place) ?? href.trim().slice(1)}`);
    if (target.kind === 'remote') return safeAddress(href);
    return target.kind === 'file'
      ? this.#fileAddress(target.path) + (safeAddress(`#${target.rest}`) ?? '#').slice(1)
      : undefined;
  }

  #fileAddress = (path: string): string => this.#files?.address(path) ?? addressOf(path);

  /** A picture of the draft’s folder; one that is not there is said to be missing, one of another site is a link to it: nothing is fetched. */
  #image(href: string, { tokens, text }: Tokens.Image): Inline[] {
    const content = this.#inlines(tokens);
    const alt = plainText(content);
    const target = targetOf(href);
    const address = target.kind === 'remote' ? safeAddress(href) : undefined;
    if (address !== undefined)
      return [
        { kind: 'link', href: address, content: text === '' ? [{ kind: 'text', text: href }] : content },
      ];
    const path = target.kind === 'file' ? target.path : href;
    const picture = target.kind === 'file' ? this.#files?.picture(path) : undefined;
    if (picture === undefined || 'lack' in picture) {
      this.#files?.lacks(path);
      return [{ kind: 'text', text: missingPicture(alt, path, this.#language) }];
    }
    return [{ kind: 'image', alt, address: this.#fileAddress(path), ...picture }];
  }

  #inline(token: MarkedToken): Inline[] {
    switch (token.type) {
      case 'codespan':
        return [{ kind: 'code', text: this.#veil.liftText(token.text.replaceAll('\n', ' ')) }];
      case 'br':
        return [{ kind: 'break' }];
      case 'link': {
        const href = this.#address(this.#veil.liftText(token.href));
        const content = token.autolink === true ? this.#veil.lift(token.text) : this.#inlines(token.tokens);
        return href === undefined ? content : [{ kind: 'link', href, content }];
      }
      case 'image':
        return this.#image(this.#veil.liftText(token.href), token);
      case 'escape':
        return this.#veil.lift(token.text);
      default:
        // as typed: marked decodes `&#42;` in its text
        return this.#veil.lift(token.raw);
    }
  }
}
