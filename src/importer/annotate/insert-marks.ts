import type { Edit } from '../../diagnostic.ts';
import type { CommentReach, MarkPlace } from './place-comments.ts';
import type { AddedText, PlacedRevision, RemovedText } from './place-revisions.ts';
import type { XmlTag } from './scan-xml.ts';
import { keeping, signed, WordWriter, type CommentAuthor } from './write-xml.ts';
import type { RunPiece } from './word-runs.ts';

/** A comment by its id, and where it stands. */
export interface PlacedComment {
  readonly id: number;
  readonly reach: CommentReach;
}

/** What is put into a part. */
export interface Insertions {
  readonly comments: readonly PlacedComment[];
  readonly revisions: readonly PlacedRevision[];
  readonly author: CommentAuthor;
  /** A number for a revision, that nothing else of the part has. */
  readonly nextId: () => number;
}

/** The marks of comments and revisions, and the cuts of runs that they need, as changes of a part from its start on. */
export const wordMarks = (xml: string, word: string, insertions: Insertions): Edit[] =>
  new MarkWriter(xml, word, insertions).edits();

/** A text that is carried out from changes in their order. */
export function changed(text: string, edits: readonly Edit[]): string {
  let [done, at] = ['', 0];
  for (const { start, end, insert } of edits) {
    done += text.slice(at, start) + insert;
    at = end;
  }
  return done + text.slice(at);
}

/** What goes in at one place: words, what ends there, then what begins. */
interface Marks {
  readonly place: MarkPlace;
  readonly added: AddedText[];
  readonly ends: number[];
  readonly starts: number[];
}

class MarkWriter {
  readonly #xml: string;
  readonly #word: string;
  readonly #author: CommentAuthor;
  readonly #nextId: () => number;
  readonly #marks: readonly Marks[];
  readonly #removed: readonly RemovedText[];
  readonly #blanks: ReadonlySet<RunPiece>;

  constructor(xml: string, word: string, insertions: Insertions) {
    this.#xml = xml;
    this.#word = word;
    this.#author = insertions.author;
    this.#nextId = insertions.nextId;
    this.#removed = insertions.revisions.flatMap(({ removed }) => removed);
    this.#marks = marksOf(insertions);
    this.#blanks = piecesWithBlanks(xml, this.#marks);
  }

  edits(): Edit[] {
    const made = [...this.#marks.map((each) => this.#insertion(each)), ...this.#tags()];
    // what comes in before a tag goes before a change of the tag
    return made.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  #insertion({ place: { at, beside, cut }, added, ends, starts }: Marks): Edit {
    const writer = new WordWriter(beside, this.#word);
    const [isBefore, isBehind] = [this.#goes(at, false), this.#goes(at, true)];
    const [opens] = isBehind ? this.#signed(writer, 'del') : [''];
    const closes = writer.tags('del', {})[1];
    const words = added.map((each) => this.#added(each, writer));
    const made = [
      cut?.text ? endTag(cut.text, isBefore) : '',
      cut ? `</${cut.run.tag.written}>` : '',
      isBefore ? closes : '',
      // within the comment on them, where one begins or ends there
      ...(ends.length > 0 ? words : []),
      ...ends.map((id) => writer.element('commentRangeEnd', { id })),
      ...ends.map((id) => writer.element('r', {}, writer.element('commentReference', { id }))),
      ...starts.map((id) => writer.element('commentRangeStart', { id })),
      ...(ends.length > 0 ? [] : words),
      isBehind ? opens : '',
      cut ? this.#xml.slice(cut.run.head.start, cut.run.head.end) : '',
      cut?.text ? this.#startTag(cut.text, isBehind) : '',
    ];
    return { start: at, end: at, insert: made.join('') };
  }

  /** Whether the words right before or behind a place go. */
  #goes(at: number, isBehind: boolean): boolean {
    return this.#removed.some(({ start, end }) =>
      isBehind ? start.at <= at && at < end.at : start.at < at && at <= end.at,
    );
  }

  #signed(writer: WordWriter, name: string): readonly [string, string] {
    return writer.tags(name, signed(this.#nextId(), this.#author));
  }

  /** Words that come in as the run beside them is set, in an insertion of their own: one of somebody else is parted around it. */
  #added({ text, like, beside: { insertion } }: AddedText, writer: WordWriter): string {
    const head = this.#xml.slice(like.head.start, like.head.end).replace(propertiesBefore, '');
    const [opens, closes] = this.#signed(writer, 'ins');
    const made = `${opens}${head}${writer.text(text)}</${like.tag.written}>${closes}`;
    return insertion ? `</${insertion.written}>${made}${this.#again(insertion)}` : made;
  }

  /** The start tag of an insertion that goes on, under a number of its own. */
  #again({ start, end }: XmlTag): string {
    return this.#xml
      .slice(start, end)
      .replace(numbered, (_, before: string, quote: string) => `${before}${quote}${this.#nextId()}${quote}`);
  }

  /** Tags of texts that say more than before: that their blanks stay, or that they go. */
  #tags(): Edit[] {
    const pieces = new Set([...this.#blanks, ...this.#removed.map(({ piece }) => piece)]);
    return [...pieces].flatMap((piece) => {
      const { tag, inner, close, end } = piece;
      const opened = {
        start: tag.start,
        end: tag.end,
        insert: this.#startTag(piece, this.#goes(inner, false)),
      };
      const closed = { start: close, end, insert: endTag(piece, true) };
      return this.#goes(close, true) ? [opened, closed] : [opened];
    });
  }

  #startTag(piece: RunPiece, goes: boolean): string {
    const { start, end, written } = piece.tag;
    const source = this.#xml.slice(start, end);
    const tag = this.#blanks.has(piece) ? keeping(source) : source;
    return goes ? `<${asDeleted(written)}${tag.slice(1 + written.length)}` : tag;
  }
}

/** The name of a text that goes. */
const asDeleted = (written: string): string => written.replace(/t$/, 'delText');
const endTag = ({ tag: { written } }: RunPiece, goes: boolean): string =>
  `</${goes ? asDeleted(written) : written}>`;

/** How a run was set before a change of that: words that come in have no such past. */
const propertiesBefore = /<((?:[\w.-]+:)?rPrChange)[\s>][^]*?<\/\1>/;
const numbered = /(\s(?:[\w.-]+:)?id\s*=\s*)(["'])[^"']*["']/;

/** The places of a part where something goes in, from its start on. */
function marksOf({ comments, revisions }: Insertions): readonly Marks[] {
  const all = new Map<number, Marks>();
  const at = (place: MarkPlace): Marks => {
    const known = all.get(place.at) ?? { place, added: [], ends: [], starts: [] };
    all.set(place.at, known);
    return known;
  };
  for (const { id, reach } of comments) {
    at(reach.start).starts.push(id);
    at(reach.end).ends.push(id);
  }
  for (const { removed, added } of revisions) {
    // runs are cut there
    for (const { start, end } of removed) [start, end].forEach(at);
    if (added) at(added.at).added.push(added);
  }
  return [...all.values()].sort((a, b) => a.place.at - b.place.at);
}

const blank = /[ \t\r\n]/;
const keeps = /\sxml:space\s*=\s*["']preserve["']/;

/** Texts that are cut at a blank, which would be lost at an end of one that does not say that it stays. */
function piecesWithBlanks(xml: string, marks: readonly Marks[]): ReadonlySet<RunPiece> {
  const found = marks.flatMap(({ place: { at, cut } }) => {
    const text = cut?.text;
    if (!text || !(blank.test(xml.charAt(at - 1)) || blank.test(xml.charAt(at)))) return [];
    return keeps.test(xml.slice(text.tag.start, text.tag.end)) ? [] : [text];
  });
  return new Set(found);
}
