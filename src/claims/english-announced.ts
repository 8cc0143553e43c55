import type { Span } from '../quantity/value/formula.ts';
import { countMarks, isAsMany, listedEn, type Counted } from './counted-lists.ts';
import type { Mark } from './enumerations.ts';

/** A count that is announced and what is counted behind it: between `least` and `most` things. */
export interface WrongCount {
  /** The count with what is counted. */
  readonly span: Span;
  readonly announced: number;
  readonly found: number;
  /** Whether what is counted stands before the count. */
  readonly isBefore?: boolean;
}

const words = 'two three four five six seven eight nine ten'.split(' ');
const nouns =
  'priorities|goals|objectives|measures|steps|pillars|aims|areas|themes|tasks|actions|projects|programs|programmes|principles|strategies|initiatives|reasons|lessons|changes|strands|parts|problems|challenges|risks|questions|options|phases|stages|commitments|outcomes|topics';
const english = new RegExp(
  `\\b(${words.join('|')}|[2-9]) (?:[a-z-]{2,15} ){0,3}(?:${nouns})(?: (?!were|was|are|is)[a-z]{2,12})?: `,
  'gi',
);
const times = 'years|months|weeks|days|hours|minutes|times|points|percentage|dollars|pounds|euros|quarters';
/** The same of any things, whose names follow, or marks: four clinics: Selby, Whitby and Thirsk; five depots (Hexham, …). */
const englishThings = new RegExp(
  `\\b(${words.join('|')}|[2-9]) (?:[a-z-]{2,15} ){0,2}(?!(?:${times})\\b)([a-z]{3,15}s)((?: (?:were|was|have been|has been|are))? [a-z]{3,14})?(?:: | (\\())`,
  'gi',
);

type Found = RegExpExecArray | RegExpMatchArray;

/** Counts of English texts: “three priorities: …”, “four clinics: Selby, …”, “five depots (Hexham, …)”. */
export function* englishAnnouncements(text: string, marks: () => readonly Mark[]): Generator<WrongCount> {
  if (!/[a-z](?:: | \()/.test(text)) return;
  for (const found of text.matchAll(englishThings))
    yield* judged(text, found, thingsBehind(text, found, marks));
  for (const found of text.matchAll(english)) {
    const from = found.index + found[0].length;
    yield* judged(text, found, countMarks(text, marks(), from) ?? listedEn(text, from));
  }
}

/** Of a count that is not of all (two of the four measures) nothing is said. */
const ofSome = /\b(?:of|the (?:first|last|other)) (?:the |its |our )?$/i;

function* judged(text: string, found: Found, count: Counted | undefined): Generator<WrongCount> {
  const { 0: whole, 1: written = '', index: start = 0 } = found;
  const announced = numberOfEnglish(written);
  if (count === undefined || count === 'unknown' || isAsMany(announced, count)) return;
  if (ofSome.test(text.slice(Math.max(0, start - 12), start))) return;
  const shown = whole.replace(/(?:: ?| \()$/, '');
  yield { span: [start, start + shown.length], announced, found: count[1] };
}

/** What stands behind a count of English things, in marks or as names: capitals, or a, an and the. */
function thingsBehind(text: string, found: Found, marks: () => readonly Mark[]): Counted | undefined {
  const { 0: whole, 2: noun = '', 3: verb = '', 4: bracket, index: start = 0 } = found;
  const from = start + whole.length;
  // what is announced more often is read by itself
  const isKnown = bracket === undefined && knownNoun.test(noun) && !/were|was|are|been/.test(verb);
  if (isKnown) return undefined;
  const run = countMarks(text, marks(), from);
  return run ?? (verb === '' ? namedThings(text, from, bracket) : undefined);
}

const knownNoun = new RegExp(`(?:${nouns})$`, 'i');

/** A list of names up to the end of a sentence or a bracket. */
function namedThings(text: string, from: number, bracket: string | undefined): Counted | undefined {
  const rest = text.slice(from, from + 200);
  const end = rest.search(bracket === undefined ? /[.;:(\n]|$/ : /\)|$/);
  if (bracket !== undefined && rest[end] !== ')') return undefined;
  const list = rest.slice(0, end);
  const items = list.split(/,? and |, /);
  const isName =
    /^(?:(?:a|an|the) [a-z’' -]{3,30}|(?:(?:a|an|the) )?\p{Lu}[\p{L}’'-]+(?: (?:of |the )?\p{Lu}[\p{L}’'-]+){0,3})$/u;
  if (!/ and /.test(list) || items.length < 3 || !items.every((item) => isName.test(item))) return undefined;
  return listedEn(`${list}.`, 0);
}

const numberOfEnglish = (written: string): number =>
  /\d/.test(written) ? Number(written) : words.indexOf(written.toLowerCase()) + 2;
