import { strToU8, zipSync } from 'fflate';

/** A paragraph of a Word file in the making. Its text is plain: tabs and line breaks become those of Word. */
export interface DocxText {
  readonly text: string;
  /** The id of a style: `Title`, `Heading1` to `Heading9`, or one of `styles`. */
  readonly style?: string;
  /** The list, an index of `lists` from 1, and the level in it. */
  readonly numbering?: { readonly list: number; readonly level?: number };
  readonly bold?: boolean;
}

/** A level of a list: how it counts and what it prints, `%1、`. */
export interface DocxLevel {
  readonly format: string;
  readonly text: string;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const part = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${namespaces}>${content}</w:${name}>`;

/** A run with its text. */
export const run = (text: string, properties = ''): string => {
  const pieces = text
    .split(/([\t\n])/)
    .map(
      (piece) =>
        ({ '\t': '<w:tab/>', '\n': '<w:br/>' })[piece] ?? `<w:t xml:space="preserve">${escape(piece)}</w:t>`,
    );
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`;
};

/** A paragraph of properties and content. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

const paragraphOf = ({ text, style, numbering, bold }: DocxText): string =>
  paragraph(
    run(text, bold ? '<w:b/>' : ''),
    (style ? `<w:pStyle w:val="${style}"/>` : '') +
      (numbering
        ? `<w:numPr><w:ilvl w:val="${numbering.level ?? 0}"/><w:numId w:val="${numbering.list}"/></w:numPr>`
        : ''),
  );

const usualStyles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>',
  ...Array.from({ length: 9 }, (_, level) => {
    const id = level + 1;
    return `<w:style w:type="paragraph" w:styleId="Heading${id}"><w:name w:val="heading ${id}"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="${level}"/></w:pPr></w:style>`;
  }),
].join('');

const listOf = (levels: readonly DocxLevel[], id: number): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels
    .map(
      ({ format, text }, level) =>
        `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;

/** `numbering.xml` of lists, each with its levels; their ids count from 1. */
const numberingOf = (lists: readonly (readonly DocxLevel[])[]): string =>
  lists.map((levels, index) => listOf(levels, index + 1)).join('') +
  lists
    .map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index + 1}"/></w:num>`)
    .join('');

/** A zip of parts as they are, packed. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

/** What a file holds besides its body. */
export interface DocxMore {
  readonly styles?: string;
  readonly lists?: readonly (readonly DocxLevel[])[];
  /** The content of `numbering.xml`, instead of `lists`. */
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly header?: string;
  readonly title?: string;
}

/** A Word file of the XML of its body. */
export function docxOfXml(
  body: string,
  { styles = '', lists, numbering, footnotes, header, title }: DocxMore = {},
): Uint8Array {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (...targets: readonly (readonly [type: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([type, target], index) =>
          `<Relationship Id="rId${index + 1}" Type="${types}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(['officeDocument', 'word/document.xml']),
    'word/_rels/document.xml.rels': relations(
      ['styles', 'styles.xml'],
      ['header', 'header1.xml'],
      ['header', 'header2.xml'],
    ),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', usualStyles + styles),
    'word/numbering.xml': part('numbering', numbering ?? numberingOf(lists ?? [])),
    ...(footnotes !== undefined && { 'word/footnotes.xml': part('footnotes', footnotes) }),
    ...(header !== undefined && {
      'word/header1.xml': part('hdr', header),
      'word/header2.xml': part('hdr', header),
    }),
    ...(title !== undefined && {
      'docProps/core.xml': `<cp:p xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title></cp:p>`,
    }),
  });
}

/** A Word file of paragraphs. */
export const docxOf = (paragraphs: readonly DocxText[], more: DocxMore = {}): Uint8Array =>
  docxOfXml(paragraphs.map(paragraphOf).join(''), more);
