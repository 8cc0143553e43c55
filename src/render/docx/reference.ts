import { strFromU8, unzipSync } from 'fflate';
import { UserError } from '../../errors.ts';
import type { House } from './house.ts';
import { edit, textOf, type PackageParts } from './package.ts';

/** What an office’s own file gives: its styles and theme, and the size and margins of its paper. */
export interface HouseFile {
  readonly styles: string;
  readonly theme: string | undefined;
  /** `w:pgSz` and `w:pgMar` as they stand there. */
  readonly paper: readonly string[];
}

const wanted = ['word/styles.xml', 'word/document.xml', 'word/theme/theme1.xml'];
/** No part with styles is as large; a file that unpacks to more is none of an office. */
const largest = 64 * 1024 * 1024;

/** Reads an office’s own Word file or template. @throws UserError where it is none, or is protected or damaged */
export function readHouseFile(bytes: Uint8Array): HouseFile {
  let parts: Readonly<Record<string, Uint8Array>>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.includes(name) && originalSize < largest,
    });
  } catch {
    throw notWord();
  }
  const [styles, document, theme] = wanted.map((name) => parts[name] && transitional(strFromU8(parts[name])));
  if (!styles?.includes('<w:styles') || !document?.includes('<w:document')) throw notWord();
  // no Word file declares a document type, and entities lead elsewhere
  if ([styles, document, theme].some((part) => part?.includes('<!DOCTYPE'))) throw notWord();
  const sheet = [...document.matchAll(/<w:sectPr\b[^]*?<\/w:sectPr>/g)].at(-1)?.[0] ?? '';
  const paper = ['pgSz', 'pgMar'].flatMap(
    (name) => new RegExp(`<w:${name}\\b[^>]*/>`).exec(sheet)?.[0] ?? [],
  );
  return { styles, theme, paper };
}

/** A file that was saved as strict Open XML, in the names and units of the usual kind: twips, and half points for sizes of letters. */
function transitional(xml: string): string {
  if (!xml.includes('http://purl.oclc.org/ooxml/')) return xml;
  return xml
    .replaceAll(
      'http://purl.oclc.org/ooxml/officeDocument/',
      'http://schemas.openxmlformats.org/officeDocument/2006/',
    )
    .replaceAll(
      /http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\/main/g,
      'http://schemas.openxmlformats.org/$1/2006/main',
    )
    .replaceAll(
      /(<a:\w+\b[^>]*")(-?\d[\d.]*)%"/g,
      (_, before: string, share: string) => `${before}${Number(share) * 1000}"`,
    )
    .replaceAll(/<w:(\w+)\b[^>]*"-?\d[\d.]*(?:pt|in|cm|mm|pc)"[^>]*>/g, (tag: string, name: string) =>
      tag.replaceAll(/"(-?\d[\d.]*)(pt|in|cm|mm|pc)"/g, (_, length: string, unit: string) => {
        const perPoint = /^(?:sz|szCs|position|kern)$/.test(name) ? 2 : 20;
        return `"${Math.round(Number(length) * (points[unit] ?? 1) * perPoint)}"`;
      }),
    );
}

const points: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12 };

/** The house on the paper of the file, so that tables and pictures are as wide as its text. */
export function onItsPaper(house: House, { paper }: HouseFile): House {
  const length = (name: string, usual: number): number => {
    const [, written] = new RegExp(` w:${name}="(\\d+)"`).exec(paper.join('')) ?? [];
    return written === undefined ? usual : Number(written);
  };
  const { page, margin } = house;
  return {
    ...house,
    page: { width: length('w', page.width), height: length('h', page.height) },
    margin: {
      top: length('top', margin.top),
      right: length('right', margin.right),
      bottom: length('bottom', margin.bottom),
      left: length('left', margin.left),
    },
  };
}

const notWord = (): UserError =>
  new UserError({
    en: 'this is no Word file that styles could be taken from (--reference); name a .docx or .dotx without a password',
    zh: '这不是可读的 Word 文件，取不出样式（--reference）；请写一个没有密码的 .docx 或 .dotx',
  });

interface Style {
  readonly id: string;
  readonly name: string;
  readonly xml: string;
}

const stylesIn = (xml: string): Style[] =>
  [...xml.matchAll(/<w:style\b[^>]*>[^]*?<\/w:style>/g)].map(([style]) => ({
    id: /^<w:style\b[^>]*w:styleId="([^"]*)"/.exec(style)?.[1] ?? '',
    name: (/<w:name w:val="([^"]*)"/.exec(style)?.[1] ?? '').toLowerCase(),
    xml: style,
  }));

/**
 * Sets a document in the styles and on the paper of an office’s own file. Styles are found by their names, which Word keeps in
 * English in every language; those that the file does not have are added, in the face of its Normal.
 */
export function inHouse(parts: PackageParts, { styles, theme, paper }: HouseFile): void {
  const theirs = stylesIn(styles);
  const names = new Map(theirs.map(({ name, id }) => [name, id]));
  const taken = new Set(theirs.map(({ id }) => id));
  const ids = new Map<string, string>();
  const own = stylesIn(textOf(parts, 'word/styles.xml'));
  for (const { id, name } of own) ids.set(id, names.get(name) ?? (taken.has(id) ? `report${id}` : id));
  const added = own.filter(({ name }) => !names.has(name)).map(({ xml }) => renamed(plain(xml), ids));
  const base = styles.replace(/<w:numPr\b[^]*?<\/w:numPr>/g, '');
  edit(parts, 'word/styles.xml', () => base.replace('</w:styles>', () => `${added.join('')}</w:styles>`));
  if (theme !== undefined) edit(parts, 'word/theme/theme1.xml', () => theme);
  for (const path of [...parts.keys()].filter(
    (each) => /^word\/[^/]+\.xml$/.test(each) && each !== 'word/styles.xml',
  ))
    edit(parts, path, (xml) => renamed(xml, ids));
  edit(parts, 'word/document.xml', (xml) => onPaper(xml, paper));
}

/** A style of ours without its face, size and lines: those are the office’s. */
const plain = (style: string): string =>
  style
    .replace(/<w:(?:rFonts|sz|szCs|numPr)\b[^>]*\/>|<w:numPr>[^]*?<\/w:numPr>/g, '')
    .replace(/ w:line="[^"]*"| w:lineRule="[^"]*"/g, '')
    .replace(/<w:spacing w:val="[^"]*"\/>/g, '')
    .replace(/ w:default="1"/, '');

const renamed = (xml: string, ids: ReadonlyMap<string, string>): string =>
  xml
    .replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]*)/g,
      (_, before: string, id: string) => before + (ids.get(id) ?? id),
    )
    .replace(
      /(<w:style\b[^>]*w:styleId=")([^"]*)/g,
      (_, before: string, id: string) => before + (ids.get(id) ?? id),
    );

/** Pages that are not turned lie on the office’s paper; its lines are its own everywhere. */
const onPaper = (xml: string, paper: readonly string[]): string =>
  xml.replace(/<w:sectPr\b[^]*?<\/w:sectPr>/g, (section) => {
    const set = section.replace(/<w:docGrid\b[^>]*\/>/, '');
    if (set.includes('w:orient="landscape"')) return set;
    return paper.reduce((made, sheet) => {
      const [, name = ''] = /^<w:(\w+)/.exec(sheet) ?? [];
      return made.replace(new RegExp(`<w:${name}\\b[^>]*/>`), () => sheet);
    }, set);
  });
