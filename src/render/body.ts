import { Marked, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Language } from '../diagnostic.ts';
import type { Block, Inline } from './block.ts';
import { runAt, type Run } from './emphasis.ts';
import { joinLines, paragraphsOf } from './lines.ts';
import { safeAddress } from './link.ts';
import { pairRuns } from './pairs.ts';
import type { Leaf } from './resolve.ts';
import { Veil } from './veil.ts';

const never = (): undefined => undefined;

/**
 * The Markdown of a body: paragraphs, lists, GFM tables, quotes, fenced code, emphasis, links. Left out on purpose, and printed as typed:
 * HTML and entities, link definitions (`[注]: 说明` is a note), indented code (an indent is a paragraph’s), underlined headings,
 * bare addresses (`http://a.cn，详见` has no end), single `~` (10~20人).
 */
const marked = new Marked({
  tokenizer: { html: never, tag: never, def: never, code: never, lheading: never, url: never, del: never, emStrong: never },
  extensions: [
    {
      name: 'run',
      level: 'inline',
      start: (source) => source.search(/[*_~]/),
      tokenizer: (source, before) => {
        const run = runAt(
          before.slice(-2).reduce((text, { raw }) => text + raw, ''),
          source,
        );
        return run && { type: 'run', raw: run.mark.repeat(run.length), run };
      },
    },
  ],
});

/** Parses the Markdown of a body. References are put in afterwards: what they print is never read as Markdown. */
export function parseBody(leaves: readonly Leaf[], language: Language): Block[] {
  const veil = new Veil(leaves);
  return new Body(veil, language).blocks(marked.lexer(veil.source));
}

/** What the extension above adds to marked’s tokens. */
interface RunToken {
  readonly type: 'run';
  readonly run: Run;
}

/** Turns marked’s tokens into blocks. */
class Body {
  readonly #veil: Veil;
  readonly #language: Language;

  constructor(veil: Veil, language: Language) {
    this.#veil = veil;
    this.#language = language;
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
      text: this.#line(source === text && tokens ? tokens : marked.Lexer.lexInline(source, marked.defaults)),
    }));
  }

  #list({ ordered, start, loose, items }: Tokens.List): Block {
    return { kind: 'list', start: ordered ? Number(start) : undefined, loose, items: items.map((item) => this.#item(item)) };
  }

  /** `[x]` of a task is text. */
  #item({ task, checked, tokens }: Tokens.ListItem): Block[] {
    const [first, ...rest] = this.blocks(tokens);
    if (!task || first?.kind !== 'paragraph' || tokens[0]?.type !== 'checkbox') return first ? [first, ...rest] : [];
    return [{ kind: 'paragraph', text: [{ kind: 'text', text: checked === true ? '[x] ' : '[ ] ' }, ...first.text] }, ...rest];
  }

  #table({ header, rows }: Tokens.Table): Block {
    const row = (cells: readonly Tokens.TableCell[]): Inline[][] => cells.map(({ tokens }) => this.#line(tokens));
    return { kind: 'table', caption: [], unit: '', head: row(header), rows: rows.map((cells) => ({ name: undefined, cells: row(cells) })) };
  }

  #line(tokens: readonly Token[]): Inline[] {
    return joinLines(this.#inlines(tokens), this.#language);
  }

  #inlines(tokens: readonly Token[]): Inline[] {
    const items = (tokens as readonly (MarkedToken | RunToken)[]).flatMap((token): (Inline | Run)[] =>
      token.type === 'run' ? [token.run] : this.#inline(token),
    );
    return pairRuns(items);
  }

  #inline(token: MarkedToken): Inline[] {
    switch (token.type) {
      case 'codespan':
        return [{ kind: 'code', text: this.#veil.liftText(token.text.replaceAll('\n', ' ')) }];
      case 'br':
        return [{ kind: 'break' }];
      case 'link': {
        const href = safeAddress(this.#veil.liftText(token.href));
        const content = token.autolink === true ? this.#veil.lift(token.text) : this.#inlines(token.tokens);
        return href === undefined ? content : [{ kind: 'link', href, content }];
      }
      case 'image':
        return this.#inlines(token.tokens);
      case 'escape':
        return this.#veil.lift(token.text);
      default:
        // as typed: marked decodes `&#42;` in its text
        return this.#veil.lift(token.raw);
    }
  }
}
