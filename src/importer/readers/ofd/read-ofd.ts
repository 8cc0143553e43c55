import { posix } from 'node:path';
import type { SourceDocument, UnreadPiece } from '../../block.ts';
import { readXml, type XmlAttributes } from '../docx/xml.ts';
import { Zip } from '../docx/zip.ts';
import { readPlainText } from '../read-text.ts';
import { refusal } from '../refusals.ts';
import { pageLines, type PagePiece } from './ofd-lines.ts';

/**
 * What an OFD file says (GB/T 33190-2016): the text of its pages, line by line as they are read, since the format holds neither paragraphs nor headings. Lines
 * that were broken at the width of the page are joined, as those of a plain text are.
 * @throws UserError where it is none, damaged, or holds no text but pictures
 */
export function readOfd(bytes: Uint8Array): SourceDocument {
  const zip = new Zip(bytes);
  const pages = documentsOf(zip).flatMap((document) => pagesOf(zip, document));
  if (pages.length === 0) throw refusal('notOfd');
  const unread: UnreadPiece[] = [];
  const lines = pages.flatMap((page) => withoutNumber(pageLines(piecesOf(page)), unread));
  if (lines.every((line) => line.trim() === '')) throw refusal('noTextInOfd');
  return { ...readPlainText(lines.join('\n')), isWhole: true, ...(unread.length > 0 && { unread }) };
}

/** The path that a text of one part names, from the part it stands in or from the top. */
const pathFrom = (part: string, named: string): string =>
  named.startsWith('/') ? named.slice(1) : posix.join(posix.dirname(part), named.trim());

function documentsOf(zip: Zip): string[] {
  const entry = zip.read('OFD.xml');
  const roots: string[] = [];
  let inside = false;
  if (entry)
    readXml(entry, {
      open: (name) => void (inside = name === 'DocRoot'),
      close: () => void (inside = false),
      text: (characters) => void (inside && roots.push(pathFrom('OFD.xml', characters))),
    });
  return roots;
}

function pagesOf(zip: Zip, document: string): Uint8Array[] {
  const bytes = zip.read(document);
  const pages: Uint8Array[] = [];
  if (!bytes) return pages;
  readXml(bytes, {
    open: (name, { BaseLoc = '' }) => {
      const page = name === 'Page' ? zip.read(pathFrom(document, BaseLoc)) : undefined;
      if (page) pages.push(page);
    },
    close: () => undefined,
  });
  return pages;
}

const numberOf = (text: string | undefined, none = 0): number => Number(text ?? none) || none;

/** A text where its object puts it, by the matrix of the object as well. */
function pieceOf(object: XmlAttributes, code: XmlAttributes, text: string): PagePiece {
  const [left = 0, top = 0, width = 0] = numbersOf(object['Boundary']);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(object['CTM'] ?? '1 0 0 1 0 0');
  const [x, y] = [numberOf(code['X']), numberOf(code['Y'])];
  return {
    x: left + a * x + c * y + e,
    y: top + b * x + d * y + f,
    width,
    size: numberOf(object['Size'], 4) * (Math.hypot(c, d) || 1),
    text,
  };
}

const numbersOf = (text = ''): number[] => text.trim().split(/\s+/).map(Number);

function piecesOf(page: Uint8Array): PagePiece[] {
  const pieces: PagePiece[] = [];
  let object: XmlAttributes = {};
  let code: XmlAttributes | undefined;
  let text = '';
  readXml(page, {
    open: (name, attributes) => {
      if (name === 'TextObject') object = attributes;
      code = name === 'TextCode' ? attributes : undefined;
      text = '';
    },
    close: (name) => {
      if (name !== 'TextCode' || code === undefined) return;
      pieces.push(pieceOf(object, code, text));
      code = undefined;
    },
    text: (characters) => void (code && (text += characters)),
  });
  return pieces;
}

/** The lines of a page without its number, which parts a paragraph that runs on. */
function withoutNumber(lines: readonly string[], unread: UnreadPiece[]): readonly string[] {
  const last = lines.at(-1) ?? '';
  if (!/^\s*(?:[-—–－]\s*)?\d{1,4}(?:\s*[-—–－])?\s*$/.test(last) || lines.length < 2) return lines;
  unread.push({ at: 0, text: last.trim(), why: 'page-number' });
  return lines.slice(0, -1);
}
