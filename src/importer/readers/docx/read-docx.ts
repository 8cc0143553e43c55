import type { SourceDocument } from '../../block.ts';
import { emptyGroup, flatten, type BlockGroup, isGroup, type LooseBlock } from '../block-tree.ts';
import { refuseOle } from '../decode.ts';
import { DocxBody, type NoteReference } from './docx-body.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { partsOf } from './docx-parts.ts';
import { DocxStyles } from './docx-styles.ts';
import { refusal } from '../refusals.ts';
import { textAndOrigin, tracedText } from '../../traced-blocks.ts';
import { Traced } from '../../traced.ts';
import { readXml } from './xml.ts';
import { Zip } from './zip.ts';

/**
 * What a Word file says: its blocks with the numbers that Word counts, changes taken as accepted, text boxes after their paragraphs; then its notes as
 * `[1] text`, to which the same mark in the text refers; then its headers and footers, which stand apart, each text once. Where a paragraph is styled as the
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
    const body = new DocxBody({ styles, numbering, apart, part: names.length }, references);
    if (name !== undefined) names.push(name);
    const content = part(name);
    if (content) readXml(content, body);
    return body;
  };
  const body = read(parts.document);
  if (body.kind !== 'w:document') throw refusal('notWord');
  const notes = new Map([...read(parts.footnotes).notes, ...read(parts.endnotes).notes]);
  const margins = parts.margins.map((name) => read(name, true).root);
  const title = titleOf(part(parts.core));
  const items = [
    body.root,
    ...references.map((reference, index) => noteText(notes.get(reference), index + 1)),
    distinct(margins),
  ];
  return { blocks: belowTitle(flatten({ items })), parts: names, ...(title && { title }) };
}

/** A note with its mark before its first paragraph. */
function noteText(note: BlockGroup | undefined, mark: number): BlockGroup {
  const [first, ...rest] = note?.items ?? [];
  if (!first || isGroup(first) || first.kind === 'table') return note ?? emptyGroup();
  const marked = Traced.join([new Traced(`[${mark}] `), tracedText(first)]);
  return { items: [{ ...first, ...textAndOrigin(marked) }, ...rest] };
}

/** First pages, odd and even ones often have the same header: it is given once. */
function distinct(groups: readonly BlockGroup[]): BlockGroup {
  const seen = new Set<string>();
  const blocks: LooseBlock[] = groups.flatMap(flatten).filter((block) => {
    const text = block.kind === 'table' ? JSON.stringify(block.rows) : block.text;
    return seen.size < seen.add(text).size;
  });
  return { items: blocks };
}

/** Makes room above headings for the title, which readers of paragraphs give as level 0. */
function belowTitle(blocks: SourceDocument['blocks']): SourceDocument['blocks'] {
  const titled = blocks.some((block) => block.kind === 'paragraph' && block.heading === 0);
  return titled
    ? blocks.map((block) =>
        block.kind === 'paragraph' && block.heading !== undefined
          ? { ...block, heading: block.heading + 1 }
          : block,
      )
    : blocks;
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
