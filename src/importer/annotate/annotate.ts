import { posix } from 'node:path';
import type { RunSpan } from '../../diagnostic.ts';
import { partsOf, type DocxParts } from '../readers/docx/docx-parts.ts';
import { prefixOf } from '../readers/docx/xml.ts';
import { Zip } from '../readers/docx/zip.ts';
import { refusal } from '../readers/refusals.ts';
import { commentsPart, withComments, withRelation, withType } from './comments-part.ts';
import { cautionsOf, type Caution } from './cautions.ts';
import { changed, wordMarks } from './insert-marks.ts';
import { decoded, encoded } from './part-text.ts';
import { reachOfSpans, reachOfNote, reachOfRun, type CommentReach } from './place-comments.ts';
import { Revisions, type Revision } from './place-revisions.ts';
import { partRuns, type PartRuns } from './word-runs.ts';
import type { CommentAuthor } from './write-xml.ts';
import { zipWith } from './zip-copy.ts';

/** What is said in a comment, and on which characters; without any, on the first words of the document. */
export interface Remark {
  readonly spans: readonly RunSpan[];
  /** A paragraph each. */
  readonly lines: readonly string[];
  /** How it is mended, and what the comment says of it where that stands in the text as a revision. */
  readonly fix?: { readonly revision: Revision; readonly line: string } | undefined;
}

/** A copy with its comments, and how many of them have a revision beside them. */
export interface Annotated {
  readonly bytes: Uint8Array;
  readonly revisions: number;
  /** What whoever opens the copy has to know. */
  readonly cautions: readonly Caution[];
}

/**
 * A copy of a Word file in which each remark is a comment on its characters, and its fix a revision, where that can be placed. XML is
 * changed in place: runs that a comment or a revision begins or ends in are cut in two of the same properties, and nothing else of the
 * text changes; the other parts are copied as they are packed. Remarks on notes stand on their marks in the text, and those in a text
 * box on the run that holds it: Word has no comments within either.
 * @throws UserError where it is no Word file that can be read
 */
export function annotate(bytes: Uint8Array, remarks: readonly Remark[], author: CommentAuthor): Annotated {
  if (remarks.length === 0) return { bytes, revisions: 0, cautions: [] };
  const zip = new Zip(bytes);
  const parts = partsOf(zip);
  const read = (name: string): string | undefined => {
    const content = zip.read(name);
    return content && decoded(content);
  };
  const texts = textsOf(parts, remarks, read);
  const [document] = texts;
  if (!document) throw refusal('notWord');
  const notes = new Map(texts.slice(1).map(({ name, runs }) => [name, runs]));
  const relations = posix.join(
    posix.dirname(parts.document),
    '_rels',
    `${posix.basename(parts.document)}.rels`,
  );
  const named = commentsPart(read(relations), parts.document);
  // a name that leads out of the package is none
  const told = named?.startsWith('../') === true ? undefined : named;
  const known = told !== undefined && zip.has(told) ? told : undefined;
  const oldComments = known === undefined ? undefined : read(known);
  const first = Math.max(document.runs.lastComment, partRuns(oldComments ?? '', new Set()).lastComment) + 1;
  const word = namespaceOf(document.runs);
  const placed = texts.map((text) => new Revisions(text.runs));
  const comments = remarks.map(({ spans, lines, fix }, index) => {
    const at = texts.findIndex(({ name }) => name === fix?.revision.held[0]?.part);
    const isRevised = fix !== undefined && placed[at]?.place(fix.revision) === true;
    const reach = reachOfRemark(spans, parts.document, document.runs, notes);
    return { id: first + index, lines: isRevised ? [...lines, fix.line] : lines, reach };
  });
  const changes = new Map<string, Uint8Array>();
  const change = (name: string, text: string): void => void changes.set(name, encoded(text, zip.read(name)));
  const nextId = numbersBeside(texts, first + remarks.length);
  texts.forEach(({ name, xml }, index) => {
    const revisions = placed[index]?.placed ?? [];
    const own = index === 0 ? comments : [];
    if (own.length + revisions.length === 0) return;
    change(name, changed(xml, wordMarks(xml, word, { comments: own, revisions, author, nextId })));
  });
  const part = told ?? freeName(zip, posix.dirname(parts.document));
  change(part, withComments(oldComments, comments, author, word));
  if (known === undefined) {
    if (told === undefined) change(relations, withRelation(read(relations), posix.basename(part), word));
    change('[Content_Types].xml', withType(read('[Content_Types].xml'), part));
  }
  const revisions = placed.reduce((sum, each) => sum + each.placed.length, 0);
  return { bytes: zipWith(bytes, changes), revisions, cautions: cautionsOf(zip) };
}

/** A part that carries text. */
interface TextPart {
  readonly name: string;
  readonly xml: string;
  readonly runs: PartRuns;
}

/** The document, then its notes. All characters of a part are asked for where some are to change. */
function textsOf(
  { document, footnotes, endnotes }: DocxParts,
  remarks: readonly Remark[],
  read: (name: string) => string | undefined,
): readonly TextPart[] {
  const revised = new Set(remarks.map(({ fix }) => fix?.revision.held[0]?.part));
  return [document, footnotes, endnotes].flatMap((name) => {
    if (name === undefined) return [];
    const xml = read(name) ?? '';
    const wanted = name === document ? runsIn(remarks, name) : new Set<number>();
    return [{ name, xml, runs: partRuns(xml, revised.has(name) ? undefined : wanted) }];
  });
}

/** Numbers that nothing in the text is known by yet. */
function numbersBeside(texts: readonly TextPart[], first: number): () => number {
  let next = first;
  return () => {
    while (texts.some(({ runs: { ids } }) => ids.has(next))) next += 1;
    return next++;
  };
}

const runsIn = (remarks: readonly Remark[], part: string): ReadonlySet<number> =>
  new Set(remarks.flatMap(({ spans }) => spans.flatMap((span) => (span.part === part ? [span.run] : []))));

/** A name for the part of comments that no other part has. */
function freeName(zip: Zip, folder: string): string {
  let number = 1;
  const name = (): string => posix.join(folder, `comments${number === 1 ? '' : number}.xml`);
  while (zip.has(name())) number += 1;
  return name();
}

/** The namespace of the words of a document, which differs in a strict one. */
function namespaceOf({ root }: PartRuns): string {
  const found = [...(root?.inside.values() ?? [])].find((uri) => prefixOf(uri) === 'w:');
  if (found === undefined) throw refusal('notWord');
  return found;
}

function reachOfRemark(
  spans: readonly RunSpan[],
  document: string,
  runs: PartRuns,
  notes: ReadonlyMap<string, PartRuns>,
): CommentReach {
  const own = reachOfSpans(
    runs,
    spans.filter(({ part }) => part === document),
  );
  if (own) return own;
  for (const { part, run } of spans) {
    const note = notes.get(part)?.runs[run]?.note;
    const mark = note === undefined ? undefined : runs.marks.get(note);
    if (mark) return reachOfNote(mark);
  }
  const first = runs.runs.find(({ pieces }) => pieces.some(({ name }) => name === 'w:t')) ?? runs.runs[0];
  if (!first) throw refusal('notWord');
  return reachOfRun(first);
}
