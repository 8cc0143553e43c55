import type { Edit } from '../../diagnostic.ts';
import type { MarkPlace, CommentReach } from './place-comments.ts';
import type { XmlTag } from './scan-xml.ts';
import type { RunPiece } from './word-runs.ts';

/** A comment by its id, and where it stands. */
export interface PlacedComment {
  readonly id: number;
  readonly reach: CommentReach;
}

/** What goes in at one place: what ends there, then what begins. */
interface Marks {
  readonly place: MarkPlace;
  readonly ends: number[];
  readonly starts: number[];
}

/** The marks of comments, and the cuts of runs that they need, as changes of a part from its start on. */
export function commentMarks(xml: string, comments: readonly PlacedComment[], word: string): Edit[] {
  const all = new Map<number, Marks>();
  const at = (place: MarkPlace): Marks => {
    const known = all.get(place.at) ?? { place, ends: [], starts: [] };
    all.set(place.at, known);
    return known;
  };
  for (const { id, reach } of comments) {
    at(reach.start).starts.push(id);
    at(reach.end).ends.push(id);
  }
  const marks = [...all.values()].sort((a, b) => a.place.at - b.place.at);
  const blanks = piecesWithBlanks(xml, marks);
  return [
    ...[...blanks].map(({ tag }) => ({ ...spanOf(tag), insert: keeping(xml.slice(tag.start, tag.end)) })),
    ...marks.map((each) => insertion(xml, each, word, blanks)),
  ].sort((a, b) => a.start - b.start);
}

/** A text that is carried out from changes in their order. */
export function changed(text: string, edits: readonly Edit[]): string {
  let [done, at] = ['', 0];
  for (const { start, end, insert } of edits) {
    done += text.slice(at, start) + insert;
    at = end;
  }
  return done + text.slice(at);
}

function insertion(
  xml: string,
  { place, ends, starts }: Marks,
  word: string,
  blanks: ReadonlySet<RunPiece>,
): Edit {
  const { at, beside, cut } = place;
  const tag = elements(beside, word);
  const between = [
    ...ends.map((id) => tag('commentRangeEnd', id)),
    ...ends.map((id) => tag('r', undefined, tag('commentReference', id))),
    ...starts.map((id) => tag('commentRangeStart', id)),
  ].join('');
  if (!cut) return { start: at, end: at, insert: between };
  const { run, text } = cut;
  const before = `${text ? `</${text.tag.written}>` : ''}</${run.tag.written}>`;
  const after = xml.slice(run.head.start, run.head.end) + (text ? textTag(xml, text, blanks) : '');
  return { start: at, end: at, insert: before + between + after };
}

/** Writes elements of Word beside another one, by the prefix that its namespace has there. */
export function elements(
  { around }: Pick<XmlTag, 'around'>,
  word: string,
): (name: string, id?: number, content?: string) => string {
  const known = [...around].find(([prefix, uri]) => prefix !== '' && uri === word)?.[0];
  const prefix = known ?? 'w';
  const declared = known === undefined ? ` xmlns:w="${word}"` : '';
  return (name, id, content) => {
    const head = `${prefix}:${name}${declared}${id === undefined ? '' : ` ${prefix}:id="${id}"`}`;
    return content === undefined ? `<${head}/>` : `<${head}>${content}</${prefix}:${name}>`;
  };
}

const blank = /[ \t\r\n]/;
const keeps = /\sxml:space\s*=\s*["']preserve["']/;
const spaced = /\sxml:space\s*=\s*(?:"[^"]*"|'[^']*')/;
const spanOf = ({ start, end }: XmlTag): Pick<Edit, 'start' | 'end'> => ({ start, end });
const keeping = (tag: string): string => `${tag.replace(spaced, '').slice(0, -1)} xml:space="preserve">`;

/** The start tag of the text behind a cut. */
function textTag(xml: string, text: RunPiece, blanks: ReadonlySet<RunPiece>): string {
  const tag = xml.slice(text.tag.start, text.tag.end);
  return blanks.has(text) ? keeping(tag) : tag;
}

/** Texts that are cut at a blank, which would be lost at an end of one that does not say that it stays. */
function piecesWithBlanks(xml: string, marks: readonly Marks[]): ReadonlySet<RunPiece> {
  const found = marks.flatMap(({ place: { at, cut } }) => {
    const text = cut?.text;
    if (!text || !(blank.test(xml.charAt(at - 1)) || blank.test(xml.charAt(at)))) return [];
    return keeps.test(xml.slice(text.tag.start, text.tag.end)) ? [] : [text];
  });
  return new Set(found);
}
