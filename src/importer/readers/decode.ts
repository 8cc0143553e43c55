import { refusal } from './refusals.ts';

export { checkSize, LARGEST_FILE } from './refusals.ts';

/** A text with the encoding it was in, by its name in the WHATWG standard. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const codes = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const magic = [
  ['pdf', codes('%PDF-')],
  ['rtf', codes('{\\rtf')],
  ['zip', codes('PK\u0003\u0004')],
  ['picture', codes('\u0089PNG')],
  ['picture', codes('GIF8')],
  ['picture', [0xff, 0xd8, 0xff]],
] as const;

/** What an OLE file is, by the streams that it names. A file of WPS has the stream of Word, and one of its own. */
const streams = [
  ['WpsCustomData', 'wps'],
  ['WordDocument', 'oldWord'],
  ['Workbook', 'oldSheet'],
  ['PowerPoint Document', 'oldSlides'],
] as const;

/** Refuses an OLE file: an old .doc, or a .docx that a password protects, each by the streams it names in UTF-16. @throws UserError */
export function refuseOle(bytes: Uint8Array): void {
  if (!startsWith(bytes, OLE)) return;
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => names.includes(Buffer.from(name, 'utf16le'));
  throw refusal(
    holds('EncryptedPackage') ? 'encrypted' : (streams.find(([stream]) => holds(stream))?.[1] ?? 'ole'),
  );
}

/** Refuses what is no text by its first bytes. @throws UserError */
function refuseMagic(bytes: Uint8Array): void {
  refuseOle(bytes);
  const kind = magic.find(([, start]) => startsWith(bytes, start))?.[0];
  if (kind) throw refusal(kind);
}

/** Decodes strictly, without a byte order mark; undefined where the bytes are not of that encoding, or there is none of that name. */
function strictly(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return undefined;
  }
}

/** UTF-16 without a byte order mark shows in its high bytes: most units are ASCII, Han or East Asian punctuation in one order only. */
function utf16(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
  const likely = { le: 0, be: 0 };
  const usual = (high: number, low: number): boolean =>
    (high === 0 && (low === 9 || low === 10 || low === 13 || (low >= 0x20 && low < 0x7f))) ||
    (high >= 0x4e && high <= 0x9f) ||
    high === 0x30 ||
    high === 0xff;
  const units = Math.min(bytes.length, 65536) / 2;
  for (let index = 0; index < units * 2; index += 2) {
    const [first, second] = [bytes[index] as number, bytes[index + 1] as number];
    if (usual(second, first)) likely.le += 1;
    if (usual(first, second)) likely.be += 1;
  }
  const best = likely.le >= likely.be ? 'utf-16le' : 'utf-16be';
  return Math.max(likely.le, likely.be) >= 0.9 * units ? best : undefined;
}

/** Whether most of the high bytes stand in pairs of GB2312, as in Chinese text; Latin text with a few accents or curly quotes has them alone. */
function looksChinese(bytes: Uint8Array): boolean {
  let pairs = 0;
  let others = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const first = bytes[index] as number;
    if (first < 0x80) continue;
    const second = bytes[index + 1] ?? 0;
    if (first >= 0xa1 && first <= 0xf7 && second >= 0xa1) pairs += 1;
    else others += 1;
    if (second >= 0x40) index += 1;
  }
  return pairs >= others;
}

/** What Windows-1252 has at 0x80–0x9F; Node 20 decodes it as Latin-1, which has control characters there. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const western = (bytes: Uint8Array): DecodedText => ({
  text: Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (control) => windows[control.charCodeAt(0) - 0x80] as string),
  encoding: 'windows-1252',
});

function withMark(bytes: Uint8Array): DecodedText | undefined {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return strictly(bytes, 'utf-8');
  if (startsWith(bytes, [0xff, 0xfe])) return strictly(bytes, 'utf-16le');
  return startsWith(bytes, [0xfe, 0xff]) ? strictly(bytes, 'utf-16be') : undefined;
}

/**
 * The text of a file, without its byte order mark: UTF-8 and UTF-16, with or without a mark; else what the file says of itself (`hint`), else GB18030, else
 * Windows-1252 for Latin text. Nothing is replaced: bytes that are of no such text are refused.
 * @throws UserError where the file is binary, or its text cannot be decoded as a whole
 */
export function decodeText(bytes: Uint8Array, hint?: string): DecodedText {
  refuseMagic(bytes);
  const decoded = withMark(bytes) ?? strictly(bytes, 'utf-8');
  if (decoded && !decoded.text.includes('\0')) return decoded;
  const wide = utf16(bytes);
  const found = (wide && strictly(bytes, wide)) ?? (bytes.includes(0) ? undefined : eightBit(bytes, hint));
  if (!found || found.text.includes('\0')) throw refusal(bytes.includes(0) ? 'binary' : 'undecodable');
  return found;
}

function eightBit(bytes: Uint8Array, hint: string | undefined): DecodedText | undefined {
  const hinted =
    hint === undefined || /^(?:utf-?(?:8|16)|gb|windows-1252$|iso-8859-1$)/i.test(hint)
      ? undefined
      : strictly(bytes, hint);
  return hinted ?? (looksChinese(bytes) ? strictly(bytes, 'gb18030') : western(bytes));
}
