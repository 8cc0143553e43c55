import type { SourceBlock, SourceDocument, UnreadPiece } from '../../block.ts';
import { flatten } from '../block-tree.ts';
import { decodeText } from '../decode.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { hasMarkSigns, withPageNotes } from './html-notes.ts';
import { tokenizeHtml } from './html-tokens.ts';

/** The encoding that a page declares within its first 4096 bytes. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return (
    /<meta[^<>]{0,200}?charset\s{0,9}=["'\s]{0,9}([\w.:-]+)/i.exec(start)?.[1] ??
    /<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1]
  );
}

/** What an HTML file says, in its own encoding. @throws UserError where it is no text */
export const readHtml = (bytes: Uint8Array): SourceDocument =>
  readHtmlText(decodeText(bytes, declaredEncoding(bytes)).text);

/**
 * What an HTML text says: its blocks as a reader sees them, the title and the language that it declares. Line breaks end paragraphs, but in headings. Tables that
 * lay out a page (they hold tables, headings, one column or long texts) give their blocks one after another.
 */
export function readHtmlText(html: string): SourceDocument {
  const sink = new HtmlBlocks(!hasMarkSigns(html));
  tokenizeHtml(html, sink);
  sink.end();
  const unread: UnreadPiece[] = [];
  const { blocks, notes, unread: marks } = withPageNotes(flatten(sink.root, unread), sink.marks);
  unread.push(...marks);
  return {
    blocks: blocks.every(isApart) ? blocks.map(together) : blocks,
    ...(notes && { notes }),
    ...(unread.length > 0 && { unread }),
    ...(sink.title !== undefined && { title: sink.title }),
    ...(sink.language && { language: sink.language }),
  };
}

const isApart = (block: SourceBlock): boolean => block.kind === 'paragraph' && block.apart === true;

/** Where everything stands apart, the marks say nothing. */
function together(block: SourceBlock): SourceBlock {
  if (block.kind === 'table') return block;
  const { apart: _, ...rest } = block;
  return rest;
}
