import { posix } from 'node:path';
import type { RunSpan } from '../../diagnostic.ts';
import { partsOf } from '../readers/docx/docx-parts.ts';
import { prefixOf } from '../readers/docx/xml.ts';
import { Zip } from '../readers/docx/zip.ts';
import { refusal } from '../readers/refusals.ts';
import { commentsPart, withComments, withRelation, withType, type CommentAuthor } from './comments-part.ts';
import { changed, commentMarks } from './insert-comments.ts';
import { decoded, encoded } from './part-text.ts';
import { reachOfSpans, reachOfNote, reachOfRun, type CommentReach } from './place-comments.ts';
import { partRuns, type PartRuns } from './word-runs.ts';
import { zipWith } from './zip-copy.ts';

/** What is said in a comment, and on which characters; without any, on the first words of the document. */
export interface Remark {
  readonly spans: readonly RunSpan[];
  /** A paragraph each. */
  readonly lines: readonly string[];
}

/**
 * A copy of a Word file in which each remark is a comment on its characters. XML is changed in place: runs that a comment begins or ends
 * in are cut in two of the same properties, and nothing else of the text changes; the other parts are copied as they are packed. Remarks
 * on notes stand on their marks in the text, and those in a text box on the run that holds it: Word has no comments within either.
 * @throws UserError where it is no Word file that can be read
 */
export function annotate(bytes: Uint8Array, remarks: readonly Remark[], author: CommentAuthor): Uint8Array {
  if (remarks.length === 0) return bytes;
  const zip = new Zip(bytes);
  const parts = partsOf(zip);
  const read = (name: string): string | undefined => {
    const content = zip.read(name);
    return content && decoded(content);
  };
  const xml = read(parts.document) ?? '';
  const runs = partRuns(xml, runsIn(remarks, parts.document));
  const notes = new Map<string, PartRuns>();
  for (const name of [parts.footnotes, parts.endnotes])
    if (name !== undefined) notes.set(name, partRuns(read(name) ?? '', new Set()));
  const relations = posix.join(
    posix.dirname(parts.document),
    '_rels',
    `${posix.basename(parts.document)}.rels`,
  );
  const told = commentsPart(read(relations), parts.document);
  const known = told !== undefined && zip.has(told) ? told : undefined;
  const oldComments = known === undefined ? undefined : read(known);
  const first = Math.max(runs.lastComment, partRuns(oldComments ?? '', new Set()).lastComment) + 1;
  const word = namespaceOf(runs);
  const comments = remarks.map(({ spans, lines }, index) => ({
    id: first + index,
    lines,
    reach: reachOfRemark(spans, parts.document, runs, notes),
  }));
  const changes = new Map<string, Uint8Array>();
  const change = (name: string, text: string): void => {
    const old = zip.read(name);
    changes.set(name, encoded(text, old));
  };
  change(parts.document, changed(xml, commentMarks(xml, comments, word)));
  const part = told ?? freeName(zip, posix.dirname(parts.document));
  change(part, withComments(oldComments, comments, author, word));
  if (known === undefined) {
    if (told === undefined) change(relations, withRelation(read(relations), posix.basename(part), word));
    change('[Content_Types].xml', withType(read('[Content_Types].xml'), part));
  }
  return zipWith(bytes, changes);
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
