import { UserError } from '../errors.ts';
import type { SourceDocument } from './block.ts';
import { withinExtent } from './outline/extent.ts';
import { decodeText, refuseOle } from './readers/decode.ts';
import { refusal } from './readers/refusals.ts';

/** What each kind of file is read by, by the ending of its name; each loads its own code. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<SourceDocument>>> = {
  docx: async (bytes) => (await import('./readers/docx/read-docx.ts')).readDocx(bytes),
  odt: async (bytes) => (await import('./readers/odt/read-odt.ts')).readOdt(bytes),
  ofd: async (bytes) => (await import('./readers/ofd/read-ofd.ts')).readOfd(bytes),
  html: async (bytes) => (await import('./readers/html/read-html.ts')).readHtml(bytes),
  md: async (bytes) =>
    (await import('./readers/markdown/read-markdown.ts')).readMarkdown(decodeText(bytes).text),
  txt: async (bytes) =>
    (await import('./readers/read-text.ts')).readPlainText(decodeText(bytes).text.replaceAll(/\r\n?/g, '\n')),
};

const endings: Readonly<Record<string, string>> = {
  htm: 'html',
  xhtml: 'html',
  markdown: 'md',
  text: 'txt',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  ott: 'odt',
};

/**
 * Reads a document by the ending of its name, and by what it is: office files are zips whose parts tell them apart, so that one with the ending of
 * another, or none, is read as what it is.
 * @throws UserError where it cannot be read as what it claims to be
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = endings[ending] ?? ending;
  if (kind === 'wps' && isOle(bytes)) throw refusal('wps');
  const packed = isZip(bytes) ? await packedKind(bytes) : undefined;
  const read = readers[packed ?? kind] ?? readers[kindOf(bytes)];
  if (
    packed === undefined &&
    !(kind in readers) &&
    /^(?:yaml|yml|json|csv|xlsx?|pptx?|pdf|doc|rtf|wps|et|dps)$/.test(kind)
  ) {
    // what it is by its first bytes says best what to do
    decodeText(bytes);
    throw unread(kind);
  }
  return withinExtent(await (read as (bytes: Uint8Array) => Promise<SourceDocument>)(bytes));
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

function isOle(bytes: Uint8Array): boolean {
  try {
    refuseOle(bytes);
    return false;
  } catch {
    return true;
  }
}

/** What kind of document a zip is, by its parts; undefined where it is none that is known. @throws UserError where it is one that is not read, or damaged */
async function packedKind(bytes: Uint8Array): Promise<'docx' | 'odt' | 'ofd' | undefined> {
  const zip = new (await import('./readers/docx/zip.ts')).Zip(bytes);
  if (zip.has('OFD.xml')) return 'ofd';
  if (zip.has('xl/workbook.xml')) throw refusal('sheet');
  if (zip.has('ppt/presentation.xml')) throw refusal('slides');
  const type = new TextDecoder().decode(zip.read('mimetype') ?? new Uint8Array());
  if (/opendocument\.(?:spreadsheet|presentation)/.test(type))
    throw refusal(type.includes('spreadsheet') ? 'sheet' : 'slides');
  if (zip.has('content.xml')) return 'odt';
  return zip.has('word/document.xml') || zip.has('_rels/.rels') ? 'docx' : undefined;
}

/** What kind of document begins like this. */
function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  return /^\s*<(?:!doctype html|html|head|body|div|p|h1)\b/i.test(start.replace(/^\u00EF\u00BB\u00BF/, ''))
    ? 'html'
    : 'txt';
}

const unread = (kind: string): UserError =>
  new UserError({
    en: `files of this kind (.${kind}) are not imported; import .docx, .docm, .odt, .ofd, .html, .md or .txt`,
    zh: `不能导入这种文件（.${kind}）；可导入 .docx、.docm、.odt、.ofd、.html、.md、.txt`,
  });
