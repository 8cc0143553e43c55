import { UserError } from '../errors.ts';
import type { SourceDocument } from './block.ts';
import { withinExtent } from './extent.ts';
import { decodeText } from './readers/decode.ts';

/** What each kind of file is read by, by the ending of its name; each loads its own code. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => Promise<SourceDocument>>> = {
  docx: async (bytes) => (await import('./readers/docx/read-docx.ts')).readDocx(bytes),
  html: async (bytes) => (await import('./readers/html/read-html.ts')).readHtml(bytes),
  md: async (bytes) =>
    (await import('./readers/markdown/read-markdown.ts')).readMarkdown(decodeText(bytes).text),
  txt: async (bytes) =>
    (await import('./readers/read-text.ts')).readPlainText(decodeText(bytes).text.replaceAll(/\r\n?/g, '\n')),
};

const endings: Readonly<Record<string, string>> = { htm: 'html', xhtml: 'html', markdown: 'md', text: 'txt' };

/**
 * Reads a document by the ending of its name; one without an ending, and what comes from another program, by how it begins.
 * @throws UserError where it cannot be read as what it claims to be
 */
export async function readDocument(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = endings[ending] ?? ending;
  const read = readers[kind] ?? readers[kindOf(bytes)];
  if (!(kind in readers) && /^(?:yaml|yml|json|csv|xlsx?|pptx?|pdf|docm?|rtf|wps|odt)$/.test(kind)) {
    // what it is by its first bytes says best what to do
    decodeText(bytes);
    throw unread(kind);
  }
  return withinExtent(await (read as (bytes: Uint8Array) => Promise<SourceDocument>)(bytes));
}

/** What kind of document begins like this. */
function kindOf(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  if (start.startsWith('PK')) return 'docx';
  return /^\s*<(?:!doctype html|html|head|body|div|p|h1)\b/i.test(start.replace(/^\u00EF\u00BB\u00BF/, ''))
    ? 'html'
    : 'txt';
}

const unread = (kind: string): UserError =>
  new UserError({
    en: `files of this kind (.${kind}) are not imported; import .docx, .html, .md or .txt`,
    zh: `不能导入这种文件（.${kind}）；可导入 .docx、.html、.md、.txt`,
  });
