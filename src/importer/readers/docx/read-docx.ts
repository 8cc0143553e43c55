import { basename } from 'node:path';
import type { Paragraph, SourceDocument, UnreadPiece } from '../../block.ts';
import { noteSign } from '../../notes/note-signs.ts';
import { type BlockGroup, flatten, type LooseBlock } from '../block-tree.ts';
import { belowTitle } from '../below-title.ts';
import { cellLines } from '../cell-text.ts';
import { refuseOle } from '../decode.ts';
import { DocxBody, type NoteReference } from './docx-body.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { partsOf, relatedTo } from './docx-parts.ts';
import { DocxStyles } from './docx-styles.ts';
import { refusal } from '../refusals.ts';
import { textAndOrigin } from '../../text/traced-blocks.ts';
import { Traced } from '../../text/traced.ts';
import { readXml } from './xml.ts';
import { Zip } from './zip.ts';

/**
 * What a Word file says: its blocks with the numbers that Word counts, changes taken as accepted, text boxes after their paragraphs; then its headers and
 * footers, which stand apart, each text once. Its notes are given beside them, by the signs that stand in the text. Hidden text, pictures and what else is no text is
 * said to be unread. Where a paragraph is styled as the
 * title it is the heading of level 1, and the others go down by one.
 * @throws UserError where it is no Word file, damaged, protected by a password, or unpacks to far too much
 */
export function readDocx(bytes: Uint8Array): SourceDocument {
  refuseOle(bytes);
  const zip = new Zip(bytes);
  const parts = partsOf(zip);
  const part = (name: string | undefined): Uint8Array | undefined =>
    name === undefined ? undefined : zip.read(name);
  const styles = new DocxStyles(part(parts.styles));
  const numbering = new DocxNumbering(part(parts.numbering), styles);
  const references: NoteReference[] = [];
  const names: string[] = [];
  const read = (name: string | undefined, apart = false): DocxBody => {
    const related = relatedIn(zip, name);
    const body = new DocxBody({ styles, numbering, apart, part: names.length, related }, references);
    if (name !== undefined) names.push(name);
    const content = part(name);
    if (content) readXml(content, body);
    return body;
  };
  const body = read(parts.document);
  if (body.kind !== 'w:document') throw refusal('notWord');
  const noted = new Map([...read(parts.footnotes).notes, ...read(parts.endnotes).notes]);
  const margins = parts.margins.map((name) => read(name, true).root);
  const title = titleOf(part(parts.core));
  const unread: UnreadPiece[] = [];
  const blocks = flatten({ items: [body.root, distinct(margins)] }, unread);
  const notes = references.map((reference, index): [string, NoteText] => [
    noteSign(index + 1),
    noteText(noted.get(reference)),
  ]);
  return {
    blocks: belowTitle(blocks),
    parts: names,
    isWhole: true,
    ...(unread.length > 0 && { unread }),
    ...(notes.length > 0 && { notes: new Map(notes) }),
    ...(title && { title }),
  };
}

/** What a part is related to, as a reader is told: the text of a diagram, the name of any other file. */
function relatedIn(zip: Zip, part: string | undefined): (id: string) => string {
  const related = part === undefined ? new Map<string, string>() : relatedTo(zip, part);
  return (id) => {
    const target = related.get(id);
    if (target === undefined) return '';
    const bytes = /\bdiagrams?\//.test(target) ? zip.read(target) : undefined;
    return bytes ? diagramText(bytes) : basename(target);
  };
}

/** The words of a diagram, one after another. */
function diagramText(bytes: Uint8Array): string {
  const texts: string[] = [];
  let inside = false;
  readXml(bytes, {
    open: (name) => void (inside = name === 't'),
    close: () => void (inside = false),
    text: (characters) => void (inside && texts.push(characters)),
  });
  return texts.join(' ');
}

type NoteText = Pick<Paragraph, 'text' | 'origin'>;

/** The text of a note on one line. */
const noteText = (note: BlockGroup | undefined): NoteText =>
  textAndOrigin(
    Traced.join(
      cellLines(note ?? { items: [] }).map((line) => line.trim()),
      ' ',
    ),
  );

/** First pages, odd and even ones often have the same header: it is given once. */
function distinct(groups: readonly BlockGroup[]): BlockGroup {
  const seen = new Set<string>();
  const blocks: LooseBlock[] = groups
    .flatMap((group) => flatten(group))
    .filter((block) => {
      const text = block.kind === 'table' ? JSON.stringify(block.rows) : block.text;
      return seen.size < seen.add(text).size;
    });
  return { items: blocks };
}

/** The title among the properties of a document, `docProps/core.xml`. */
function titleOf(bytes: Uint8Array | undefined): string | undefined {
  let inside = false;
  let title = '';
  if (!bytes) return undefined;
  readXml(bytes, {
    open: (name) => void (inside = name === 'title'),
    close: () => void (inside = false),
    text: (characters) => void (title += inside ? characters : ''),
  });
  return title.trim() || undefined;
}
