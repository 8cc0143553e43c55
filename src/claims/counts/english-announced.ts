import type { Span } from '../../quantity/value/formula.ts';
import { countBullets, countMarks, isAsMany, listedEn, type Counted } from './counted-lists.ts';
import {
  isOfNames,
  itemsIn,
  likeItems,
  listBehind,
  namedThings,
  nounsIn,
  plainThings,
} from './english-lists.ts';
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

/** The words of counts. */
export const countWords = 'two three four five six seven eight nine ten eleven twelve'.split(' ');
const words = countWords;
const count = `(?<![\\d.,-])(both|${words.join('|')}|[2-9]|1[0-2])`;
/** What is told by what it is, so that a list behind it is a list of it. */
const nouns =
  'priorities|goals|objectives|measures|steps|pillars|aims|areas|themes|tasks|actions|projects|programs|programmes|principles|strategies|initiatives|reasons|lessons|changes|strands|parts|problems|challenges|risks|questions|options|phases|stages|commitments|outcomes|topics|recommendations|findings|conclusions|groups|categories|elements|components|aspects|factors|functions|duties|roles|responsibilities|criteria|concerns|issues|considerations|benefits|requirements|conditions|reforms|improvements|proposals|innovations|values|campaigns|sectors|fields|streams|workstreams|milestones|achievements|ambitions|subjects|sources|services|units|departments|divisions|languages|crops|things|causes|ways|effects|results|partnerships|awards|honours|duties|purposes|ideas|messages|promises|pledges|demands|trends|hazards|threats|strengths|weaknesses|gaps|skills|matters|items|points|tools|schemes|types|forms|kinds|features|advantages|obstacles|barriers|decisions|missions|undertakings|obligations|interventions|targets|questions|arguments|grounds|respects|ways|routes|stakeholders|directions|products|tests|stages';
const times = 'years|months|weeks|days|hours|minutes|times|points|percentage|dollars|pounds|euros|quarters';
/** Words that say no other number and lead to no other list. */
const word = `(?!(?:${words.join('|')}|and|or|of which|including|such)\\b)(?:[a-z’'-]{1,15}|1[3-9]|[2-9]\\d|\\d{3,}|\\d[\\d,]{4,})`;

/** “Three priorities guided the year: ”; what stands behind the noun says what is done with them. */
const known = new RegExp(
  `\\b${count} (?:[a-z-]{2,15} ){0,3}(?:${nouns})((?: ${word}){0,7})(:(?=[\\n ])| \\(|, namely,? | [–—-] (?:namely )?|[.;] (?:(?:these|they) (?:are|were) (?:the )?|(?=first,? ))|, (?:for|on) (?!example|instance)|, which (?:are|were) (?:the )?|, (?=[^.;:()\\n]{3,120}, (?:were|are|was|is|have|had)\\b))`,
  'gi',
);
/** The same of any things, whose names follow, or marks: four clinics: Selby, Whitby and Thirsk; five depots (Hexham, …). */
const things = new RegExp(
  `\\b${count} (?:[a-z-]{2,15} ){0,2}(?!(?:${times}|this|was|has|thus|across|always)\\b)([a-z]{3,15}s|people|men|women|children)((?: (?:were|was|have been|has been|are|had))? [a-z]{3,14}(?: ${word}){0,5})?(:(?=[\\n ])| \\(|, namely,? | [–—-] (?:namely )?|[.;] (?:these|they) (?:are|were) (?:the )?|, (?:(?:at|in) )?(?=\\p{Lu}))`,
  'giu',
);

/** Without such words nothing is announced. */
const mayCount = new RegExp(`\\b(?:(?:both|${words.join('|')}|[2-9]|1[0-2])[ -][a-z]|[a-z]+fold\\b)`, 'i');

/** What is found of an announcement: all of it, its count, and the rest. */
type Found = Readonly<Record<number, string | undefined>> & { readonly 0: string; readonly index: number };

/** Counts of English texts: “three priorities: …”, “four clinics: Selby, …”, “five depots (Hexham, …)”. */
export function* englishAnnouncements(text: string, marks: () => readonly Mark[]): Generator<WrongCount> {
  if (!mayCount.test(text)) return;
  const told = new Set<number>();
  for (const found of text.matchAll(known)) {
    const counted = knownBehind(text, found, marks);
    if (counted !== undefined) told.add(found.index);
    yield* judged(text, found, counted);
  }
  for (const found of text.matchAll(things))
    if (!told.has(found.index)) yield* judged(text, found, thingsBehind(text, found, marks));
  yield* inOtherWords(text);
  yield* inOrdinals(text);
  yield* afterLists(text);
}

/** Of a count that is not of all (two of the four measures), or of no certain number (one or two causes), nothing is said. */
const ofSome =
  /\b(?:(?:of|among|the (?:first|last|other)) (?:the |its |our |these |those |all )?|(?:or|(?<=\b(?:one|two|three|four|five|six|\d{1,2}) )to|least|than|about|around|nearly|almost|over|some|every|another) )$/i;

const madeOf = /\b(?:consist(?:s|ed|ing)?|made up|composed|a total) of $/i;

function* judged(text: string, found: Found, counted: Counted | undefined): Generator<WrongCount> {
  const { 0: whole, 1: written = '', index: start } = found;
  const announced = numberOfEnglish(written);
  if (counted === undefined || counted === 'unknown' || isAsMany(announced, counted)) return;
  const before = text.slice(Math.max(0, start - 24), start);
  if (ofSome.test(before) && !madeOf.test(before)) return;
  const shown = whole
    .trimEnd()
    .replace(
      /(?:[:,(.;]| [–—-]|, namely,?| namely|[.;] (?:these|they) (?:are|were)(?: the)?|, (?:for|on))$/i,
      '',
    )
    .trimEnd();
  yield { span: [start, start + shown.length], announced, found: counted[1] };
}

/** What stands behind a noun that is told by what it is: marks, lines, or a list. */
function knownBehind(text: string, found: Found, marks: () => readonly Mark[]): Counted | undefined {
  const { 0: whole, 1: written = '', 2: between = '', 3: link = '', index } = found;
  const from = index + whole.length;
  const inMarks = countMarks(text, marks(), from) ?? countBullets(text, from);
  if (inMarks !== undefined) return /^[.;]/.test(link) ? nearly(numberOfEnglish(written), inMarks) : inMarks;
  const list = listBehind(text, from, link);
  const counted = list === undefined ? undefined : itemsIn(list);
  if (counted === undefined || counted === 'unknown') return counted;
  // with words between, the list may be of them: ten actions cut costs: heating, lighting and travel
  const isFar = Math.abs(numberOfEnglish(written) - counted[1]) > (between === '' ? 4 : 2);
  return isFar || (link.endsWith(' (') && counted[1] < 3) ? undefined : counted;
}

/** Of points in sentences of their own the others may come later; one that is left out may have been forgotten. */
const nearly = (announced: number, counted: Counted): Counted =>
  counted !== 'unknown' && (counted[0] > announced || (counted[0] > 1 && counted[0] === announced - 1))
    ? counted
    : 'unknown';

/** What leads to names with no mark but a comma. */
const isApposed = /^, (?:at |in )?$/;

/** What stands behind a count of English things, in marks, in lines, or as names: capitals, or a, an and the. */
function thingsBehind(text: string, found: Found, marks: () => readonly Mark[]): Counted | undefined {
  const { 0: whole, 3: verb = '', 4: link = '', index: start } = found;
  const from = start + whole.length;
  const run = countMarks(text, marks(), from);
  if (run !== undefined) return run;
  if (isApposed.test(link) && !/^\p{Lu}/u.test(text.slice(from, from + 2))) return undefined;
  const announced = numberOfEnglish(found[1] ?? '');
  const list = listBehind(text, from, link.replace(/^, (?:at|in) $/, ', ')) ?? '';
  if (link.includes('namely') && !plurals.test(verb)) return near(itemsIn(list), announced);
  if (verb !== '' && !acting.test(verb)) return undefined;
  const bullets = countBullets(text, from);
  return bullets ?? namedThings(list, link) ?? plainThings(list, link, announced);
}

/** A count that is not far from what was announced: of a list of other things it would be. */
const near = (counted: Counted | undefined, announced: number): Counted | undefined =>
  counted !== undefined && counted !== 'unknown' && Math.abs(counted[1] - announced) < 3
    ? counted
    : undefined;

/** Other things that stand between, which a list may be of. */
const plurals =
  / (?!(?:was|has|this|its|his|across|towards|always|perhaps|business|process|access|address|campus)\b)[a-z]{3,}s\b/i;
/** What is done by things whose names follow: “took part in the pilot”, “were opened this year”. */
const acting =
  /^ (?:(?:last|this) year|in all|abroad|overseas|so far|in (?:19|20)\d\d)$|^ (?:(?:were|was|have been|has been|are|had) (?:[a-z]+ly )?(?:[a-z]+ed|built|chosen|sold|bought|won|made|held)|[a-z]+ed|took part|won|came|ran|met|left|began|grew|fell|rose|remain)(?! (?:by|with|from|to|for|against) )(?:(?! [a-z]{2,}[^s]s\b) [a-z’'-]+){0,6}$/i;

/** “A three-point plan: fewer forms, shorter queues”; “the task was threefold: safety and training”. */
const folded = new RegExp(
  `\\b(${words.join('|')})(?:-(?:point|part|step|stage|strand|pronged|pillar) [a-z]+(?: ${word}){0,5}|-?fold): `,
  'gi',
);

/** “Our two aims were to cut waste, to raise quality and to save money”. */
const copula = new RegExp(
  `\\b(?:the|our|its|their|these) ${count} (?:[a-z-]{2,15} ){0,3}[a-z]{3,15}s (?:were|are) (?=to |the |a |an |\\p{Lu}|[a-z]+(?: [a-z]+)?, [a-z]+)([^.;:()\\n–—]{6,240})[.;]`,
  'giu',
);

/** Counts whose things follow without a mark, or that are part of a word. */
function* inOtherWords(text: string): Generator<WrongCount> {
  for (const found of text.matchAll(folded)) {
    const list = listBehind(text, found.index + found[0].length, ': ');
    if (list !== undefined) yield* judged(text, found, itemsIn(list));
  }
  for (const { 0: whole, 1: written = '', 2: list = '', index } of text.matchAll(copula)) {
    const shown = whole.slice(0, -list.length - 1).replace(/^[a-z]+ | (?:were|are) $/gi, '');
    const counted =
      likeItems(list) ??
      (/ and /.test(list) && /, /.test(list) ? namedThings(list, ', ') : undefined) ??
      plainThings(list, ':', numberOfEnglish(written));
    yield* judged(text, { 0: shown, 1: written, index: index + whole.indexOf(' ') + 1 }, counted);
  }
}

/** “Safety and training were our three priorities”; “Leeds, Hull and York, our four depots, …”: the list stands first. */
const behindList = new RegExp(
  `( were| are|,) (?:the|our|its|their|these|all) ${count} (?:[a-z-]{2,15} ){0,2}([a-z]{3,15}s)(?=[,.]| (?:of|in|for|this)\\b)`,
  'gi',
);

function* afterLists(text: string): Generator<WrongCount> {
  for (const { 0: whole, 1: link = '', 2: written = '', 3: noun = '', index } of text.matchAll(behindList)) {
    const list =
      /(?:^|[.!?:;\n] )([^.!?:;()\n–—]{5,200})$/.exec(text.slice(Math.max(0, index - 202), index))?.[1] ?? '';
    const counted = isOfNames(list)
      ? listedEn(`${list}.`, 0)
      : knownNoun.test(noun) && link !== ','
        ? nounsIn(list)
        : undefined;
    // of those that stand in a list the last may be meant
    const isFewer = counted !== undefined && counted !== 'unknown' && counted[1] < numberOfEnglish(written);
    const shown = whole.slice(link.length + 1);
    if (link !== ',' || isFewer)
      yield* judged(text, { 0: shown, 1: written, index: index + link.length + 1 }, counted);
  }
}

const knownNoun = new RegExp(`^(?:${nouns})$`, 'i');

const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** “… five goals. The first was …, the second …, the third …”, in a sentence or in several. */
const inOrder = new RegExp(
  `\\b${count} (?:[a-z-]{2,15} ){0,3}[a-z]{3,15}s(?: ${word}){0,7}\\. (?=The first )`,
  'gi',
);
const nth = /(?:^|[.,;] |\band )the (first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b/gi;
/** What may tell the rest in other words. */
const others = /\b(?:last|final|finally|lastly|others?|remaining|rest|also|another)\b/i;

/** Things that are told one by one. One that is left out may have been forgotten; of more only some are told. */
function* inOrdinals(text: string): Generator<WrongCount> {
  if (!text.includes('. The first ')) return;
  for (const { 0: whole, 1: written = '', index } of text.matchAll(inOrder)) {
    const from = index + whole.length;
    const [behind = ''] = text.slice(from, from + 800).split('\n');
    const told = [...behind.matchAll(nth)].map(([, each = '']) => ordinals.indexOf(each.toLowerCase()));
    if (told.length < 2 || !told.every((each, at) => each === at) || others.test(behind)) continue;
    const counted = nearly(numberOfEnglish(written), [told.length, told.length]);
    yield* judged(text, { 0: whole.replace(/\. $/, ''), 1: written, index }, counted);
  }
}

const numberOfEnglish = (written: string): number =>
  /\d/.test(written) ? Number(written) : /both/i.test(written) ? 2 : words.indexOf(written.toLowerCase()) + 2;
