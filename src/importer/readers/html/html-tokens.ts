import { type Token, Tokenizer, TokenizerMode } from 'parse5';
import { refusal } from '../refusals.ts';

/** What the tags and the text of an HTML file are told to, in the order of the source. Names are in lower case. */
export interface HtmlSink {
  open(name: string, attributes: ReadonlyMap<string, string>): void;
  close(name: string): void;
  text(characters: string): void;
}

/** Elements whose content is no markup, by how it is read on; the tree builder of a browser would say so. */
const modes: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
};

/** Each attribute of a tag is held against those before it, so that their number is bounded, between pieces of the text. */
const MOST_ATTRIBUTES = 2000;
const PIECE = 4096;

class BoundedTokenizer extends Tokenizer {
  /** @throws UserError where a tag has far too many attributes */
  writeAll(html: string): void {
    for (let at = 0; at < html.length || at === 0;) {
      // neither a character of two units nor a line break of two is cut
      const end = at + PIECE + (/[\uD800-\uDBFF\r]/.test(html[at + PIECE - 1] ?? '') ? 1 : 0);
      this.write(html.slice(at, end), end >= html.length);
      const { currentToken } = this;
      if (currentToken && 'attrs' in currentToken && currentToken.attrs.length > MOST_ATTRIBUTES)
        throw refusal('tooManyAttributes');
      at = end;
    }
  }
}

/**
 * Tells a sink the tags and texts of an HTML text, by the tokenizer of the HTML standard. No tree is built: that takes time with the square of the depth, and
 * blocks need none. `<title>` within `<svg>` and self-closing tags are left to the sink.
 */
export function tokenizeHtml(html: string, sink: HtmlSink): void {
  const tokenizer: BoundedTokenizer = new BoundedTokenizer(
    {},
    {
      onStartTag: ({ tagName, attrs }: Token.TagToken) => {
        const mode = modes[tagName];
        if (mode !== undefined) tokenizer.state = mode;
        sink.open(tagName, new Map(attrs.map(({ name, value }) => [name, value])));
      },
      onEndTag: ({ tagName }: Token.TagToken) => sink.close(tagName),
      onCharacter: ({ chars }: Token.CharacterToken) => sink.text(chars),
      onWhitespaceCharacter: ({ chars }: Token.CharacterToken) => sink.text(chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.writeAll(html);
}
