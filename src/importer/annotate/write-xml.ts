import type { XmlTag } from './scan-xml.ts';

/** Signs that XML has none of. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as it stands in XML. */
export const escaped = (text: string): string =>
  text
    .replaceAll(unwritable, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Who comments and changes, and when, where that is said: a day as YYYY-MM-DD. */
export interface CommentAuthor {
  readonly name: string;
  readonly date: string | undefined;
}

/** Writes elements of Word beside another one, by the prefix that its namespace has there. */
export class WordWriter {
  readonly #prefix: string;
  readonly #declared: string;

  /** @param word the namespace of the document */
  constructor({ around }: Pick<XmlTag, 'around'>, word: string) {
    const known = [...around].find(([prefix, uri]) => prefix !== '' && uri === word)?.[0];
    this.#prefix = known ?? 'w';
    this.#declared = known === undefined ? ` xmlns:w="${word}"` : '';
  }

  /** An element with its content, empty without any. */
  element(
    name: string,
    attributes: Readonly<Record<string, string | number>> = {},
    content?: string,
  ): string {
    const head = this.#head(name, attributes);
    return content === undefined ? `<${head}/>` : `<${head}>${content}</${this.#prefix}:${name}>`;
  }

  /** A start tag and its end tag. */
  tags(name: string, attributes: Readonly<Record<string, string | number>>): readonly [string, string] {
    return [`<${this.#head(name, attributes)}>`, `</${this.#prefix}:${name}>`];
  }

  /** A text whose blanks stay. */
  text(words: string): string {
    return this.element('t', {}, escaped(words)).replace('>', ' xml:space="preserve">');
  }

  #head(name: string, attributes: Readonly<Record<string, string | number>>): string {
    const said = Object.entries(attributes).map(
      ([key, value]) => ` ${this.#prefix}:${key}="${escaped(`${value}`)}"`,
    );
    return `${this.#prefix}:${name}${this.#declared}${said.join('')}`;
  }
}

/** What an element says of who wrote it, beside its number. */
export const signed = (
  id: number,
  { name, date }: CommentAuthor,
): Readonly<Record<string, string | number>> => ({
  id,
  author: name,
  ...(date !== undefined && { date: `${date}T00:00:00Z` }),
});

const spaced = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/;

/** A start tag whose text keeps its blanks. */
export const keeping = (tag: string): string =>
  `${tag.replace(spaced, '').slice(0, -1)} xml:space="preserve">`;
