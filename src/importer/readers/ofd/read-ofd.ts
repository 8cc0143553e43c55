import { posix } from 'node:path';
import type { SourceDocument, UnreadPiece } from '../../block.ts';
import { readXml, type XmlAttributes } from '../docx/xml.ts';
import { Zip } from '../docx/zip.ts';
import { readPlainText } from '../read-text.ts';
import { refusal } from '../refusals.ts';

/** A piece of text where it stands on its page, in millimetres from its upper left. */
interface Piece {
  readonly x: number;
  /** The line that it stands on. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly text: string;
}

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
  const lines = pages.flatMap((page) => withoutNumber(linesOf(piecesOf(page)), unread));
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

const numbersOf = (text = ''): number[] => text.trim().split(/\s+/).map(Number);

function piecesOf(page: Uint8Array): Piece[] {
  const pieces: Piece[] = [];
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
      const [left = 0, top = 0, width = 0] = numbersOf(object['Boundary']);
      const size = Number(object['Size'] ?? 4) || 4;
      pieces.push({
        x: left + (Number(code['X'] ?? 0) || 0),
        y: top + (Number(code['Y'] ?? 0) || 0),
        width,
        size,
        text,
      });
      code = undefined;
    },
    text: (characters) => void (code && (text += characters)),
  });
  return pieces;
}

/** Pieces as lines, from top to bottom and from left to right; a line that begins further in than the page does is indented. */
function linesOf(pieces: readonly Piece[]): string[] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && Math.abs(piece.y - first.y) < Math.min(first.size, piece.size) / 2) row.push(piece);
    else rows.push([piece]);
  }
  const edge = pieces.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  return rows.map((row) => {
    const [first] = row.sort((a, b) => a.x - b.x);
    const isIndented = first !== undefined && first.x - edge > first.size * 1.2;
    return (isIndented ? '\u3000\u3000' : '') + joined(row);
  });
}

/** The pieces of a line; where the page leaves more than the width of a sign between them, a blank stands. */
function joined(row: readonly Piece[]): string {
  let text = '';
  let end = Number.POSITIVE_INFINITY;
  for (const piece of row) {
    text += (piece.x - end > piece.size * 0.8 ? ' ' : '') + piece.text;
    end = piece.x + Math.max(piece.width, 0);
  }
  return text.trim();
}

/** The lines of a page without its number, which parts a paragraph that runs on. */
function withoutNumber(lines: readonly string[], unread: UnreadPiece[]): readonly string[] {
  const last = lines.at(-1) ?? '';
  if (!/^\s*(?:[-—–－]\s*)?\d{1,4}(?:\s*[-—–－])?\s*$/.test(last) || lines.length < 2) return lines;
  unread.push({ at: 0, text: last.trim(), why: 'page-number' });
  return lines.slice(0, -1);
}
