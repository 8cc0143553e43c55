import { posix } from 'node:path';
import { scanXml, type XmlTag } from './scan-xml.ts';
import { escaped, signed, WordWriter, type CommentAuthor } from './write-xml.ts';

/** A comment in words: a paragraph a line. */
export interface CommentText {
  readonly id: number;
  readonly lines: readonly string[];
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The part of comments, with more of them; a new one where there was none. @param word the namespace of the document */
export function withComments(
  xml: string | undefined,
  comments: readonly CommentText[],
  author: CommentAuthor,
  word: string,
): string {
  const old =
    xml ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${word}"></w:comments>`;
  return inRoot(old, (root) => {
    const writer = new WordWriter({ around: root.inside }, word);
    return comments
      .map(({ id, lines }) => {
        const paragraphs = lines.map((line) =>
          writer.element('p', {}, writer.element('r', {}, writer.text(line))),
        );
        return writer.element('comment', signed(id, author), paragraphs.join(''));
      })
      .join('');
  });
}

/** The relations of a document, with one to its comments. @param target the part, beside the document */
export function withRelation(xml: string | undefined, target: string, word: string): string {
  const type = `${word.includes('purl.oclc.org') ? STRICT : TRANSITIONAL}/comments`;
  const old = xml ?? `<Relationships xmlns="${RELATIONS}"></Relationships>`;
  const ids = new Set<string>();
  scanXml(old, { open: ({ attributes: { Id = '' } }) => void ids.add(Id), close: () => undefined });
  let number = ids.size;
  while (ids.has(`rId${number}`)) number += 1;
  return inRoot(
    old,
    ({ prefix }) => `<${prefix}Relationship Id="rId${number}" Type="${type}" Target="${escaped(target)}"/>`,
  );
}

/** The types of parts, with that of a part of comments. */
export function withType(xml: string | undefined, part: string): string {
  const old = xml ?? `<Types xmlns="${TYPES}"></Types>`;
  return inRoot(
    old,
    ({ prefix }) => `<${prefix}Override PartName="/${escaped(part)}" ContentType="${COMMENTS}"/>`,
  );
}

/** The part of the comments of a document that it names. */
export function commentsPart(relations: string | undefined, document: string): string | undefined {
  let found: string | undefined;
  scanXml(relations ?? '', {
    open({ name, attributes: { Type = '', Target = '', TargetMode } }) {
      if (!name.endsWith('Relationship') || TargetMode === 'External' || !Type.endsWith('/comments')) return;
      found ??= Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(document), Target);
    },
    close: () => undefined,
  });
  return found;
}

/** What is known of an outermost element: its prefix with the colon, the namespaces within it. */
interface Root {
  readonly prefix: string;
  readonly inside: ReadonlyMap<string, string>;
}

/** Puts something at the end of the outermost element. */
function inRoot(xml: string, content: (root: Root) => string): string {
  let root: XmlTag | undefined;
  let close = xml.length;
  let depth = 0;
  scanXml(xml, {
    open(tag) {
      root ??= tag;
      depth += 1;
    },
    close(_, { start }) {
      depth -= 1;
      if (depth === 0) close = start;
    },
  });
  if (!root) return xml;
  const { written, isEmpty, start, end, inside } = root;
  const made = content({ prefix: written.slice(0, written.indexOf(':') + 1), inside });
  if (!isEmpty) return xml.slice(0, close) + made + xml.slice(close);
  const opening = `${xml.slice(start, end - 2).trimEnd()}>`;
  return `${xml.slice(0, start)}${opening}${made}</${written}>${xml.slice(end)}`;
}
