import type { SourceDocument, UnreadPiece } from '../../block.ts';
import { flatten } from '../block-tree.ts';
import { belowTitle } from '../below-title.ts';
import { readXml } from '../docx/xml.ts';
import { Zip } from '../docx/zip.ts';
import { refusal } from '../refusals.ts';
import { OdtBody } from './odt-body.ts';
import { OdtLists } from './odt-lists.ts';
import { OdtStyles } from './odt-styles.ts';

/**
 * What an OpenDocument text says (OASIS OpenDocument 1.3), as LibreOffice and WPS write it: headings, lists with their numbers, tables, notes; changes taken
 * as accepted.
 * @throws UserError where it is none, damaged, protected by a password, or unpacks to far too much
 */
export function readOdt(bytes: Uint8Array): SourceDocument {
  const zip = new Zip(bytes);
  const manifest = zip.read('META-INF/manifest.xml');
  const content = zip.read('content.xml');
  if (manifest && isEncrypted(manifest)) throw refusal('encrypted');
  if (!content) throw refusal('notText');
  const lists = new OdtLists();
  const styles = new OdtStyles(lists);
  for (const part of [zip.read('styles.xml'), content]) if (part) readXml(part, styles);
  const body = new OdtBody(styles, lists);
  readXml(content, body);
  const unread: UnreadPiece[] = [];
  const blocks = flatten(body.root, unread);
  return {
    blocks: belowTitle(blocks),
    isWhole: true,
    ...(unread.length > 0 && { unread }),
    ...(body.notes.size > 0 && { notes: body.notes }),
  };
}

function isEncrypted(manifest: Uint8Array): boolean {
  let found = false;
  readXml(manifest, { open: (name) => void (found ||= name === 'encryption-data'), close: () => undefined });
  return found;
}
