import { listedEn, sumOfItems, type Counted } from './counted-lists.ts';

/** A measure of one thing: 14 km of track. */
const measures = /\b\d[\d,.]* ?(?:km|m|miles|metres|meters|acres|hectares|ha|tonnes|tons)(?= of )/g;

/** A list that goes on beyond what it tells. */
const goesOn = /…|\.{3}|\betc\b|\band so on\b/;

/** A list up to the end of a sentence, of a bracket, of what stands between dashes, or up to the comma behind its last name. */
export function listBehind(text: string, from: number, link: string): string | undefined {
  // the initials of a name end no sentence
  const rest = text.slice(from, from + 300).replaceAll(/\b(\p{Lu})\. (?=\p{Lu})/gu, '$1 ');
  const list = link === ', ' ? listInCommas(rest) : listUpTo(rest, link);
  return list === undefined || goesOn.test(list) ? undefined : list.replaceAll(measures, 'some').trim();
}

/** What stands before the mark that ends a list which begins so; undefined where a bracket opens before it, or none closes. */
function listUpTo(rest: string, link: string): string | undefined {
  const isBracket = link.startsWith(' (');
  const end = rest.search(
    isBracket ? /[()\n]|$/ : / [–—-] /.test(link) ? /[.;:()\n]| [–—-] |$/ : /[.;:()\n]|$/,
  );
  const mark = rest.charAt(end);
  return (isBracket ? mark === ')' : mark !== '(' && mark !== ')') ? rest.slice(0, end) : undefined;
}

/** “Alder, Beech and Cedar” of “Alder, Beech and Cedar, treated …”; undefined where another name follows, as that of a place does. */
function listInCommas(rest: string): string | undefined {
  const end = rest.search(/[.;:()\n]|$/);
  const pieces = rest.slice(0, end).split(', ');
  const last = pieces.findIndex((piece) => /^and | and /.test(piece));
  return last < 0 || /^\p{Lu}/u.test(pieces[last + 1] ?? '')
    ? undefined
    : pieces.slice(0, last + 1).join(', ');
}

const name = "(?:\\p{Lu} )*\\p{Lu}[\\p{L}’'-]+(?: (?:of |the )?\\p{Lu}[\\p{L}’'-]+){0,3}";
const isNamed = new RegExp(
  `^(?:(?:with|for|in|at|by|from) )?(?:(?:a|an|the) [a-z’' -]{3,30}|(?:(?:a|an|the) )?${name})$`,
  'u',
);
const isProper = new RegExp(`^(?:(?:in|at) )?${name}$`, 'u');

/** How many names a list has: capitals, or a, an and the; of two both are capitals. */
export function namedThings(list: string, link: string): Counted | undefined {
  const sum = sumOfItems(list);
  if (sum !== undefined) return sum;
  const items = list.split(/,? and |, /);
  const areSure = items.length > 2 ? isNamed : link === ', ' ? /^$/ : isProper;
  if (!/ and /.test(list) || items.length < 2 || !items.every((item) => areSure.test(item))) return undefined;
  return listedEn(`${list}.`, 0);
}

/** A list of short nouns right behind a colon, about as many as are said: five teams: operations, finance and people. */
export function plainThings(list: string, link: string, announced: number): Counted | undefined {
  const items = list.split(/,? and |, /);
  const areShort = items.every(
    (item) => /^[a-z][a-z-]+(?: [a-z-]+){0,2}$/.test(item) && !/(?:ed|ly)$/.test(item),
  );
  if (link !== ':' || items.length < 3 || !/ and /.test(list) || !areShort) return undefined;
  const counted = listedEn(`${list}.`, 0);
  return counted !== undefined && counted !== 'unknown' && Math.abs(counted[1] - announced) === 1
    ? counted
    : undefined;
}

/** How many things a list tells, by what each begins with, else by its marks. */
export function itemsIn(all: string): Counted | undefined {
  // “and, in the north, dredging the channel”
  const list = all.replaceAll(/ and, [^,]{2,40}, /g, ' and ');
  return sumOfItems(list) ?? likeItems(list) ?? listedEn(`${list}.`, 0);
}

/** “to cut waste, to raise quality and to save money”, “who uses it, what it costs and how long it lasts”: each begins as the first does; so do “restoring confidence and reducing waits”. */
export function likeItems(list: string): Counted | undefined {
  const first =
    /^(?:(to|that|no|on|for|with|in|at|by|more|fewer|less)|who|what|how|why|when|where|whether) /i.exec(list);
  const isDoing = /^[a-z]{3,}ing /i.test(list);
  if (first === null && !isDoing) return undefined;
  const opening = isDoing ? '[a-z]{3,}ing' : (first?.[1] ?? 'who|what|how|why|when|where|whether');
  const items = list.split(new RegExp(`(?:,? and |, )(?=(?:${opening}) )`, 'i'));
  return items.length < 2 || items.some((item) => /, |[()]/.test(item))
    ? undefined
    : [items.length, items.length];
}

/** Whether a list is one of names in capitals. */
export const isOfNames = (list: string): boolean => {
  const items = list.split(/,? and |, /);
  return (
    / and /.test(list) &&
    items.length > 1 &&
    items.every((item) => isProper.test(item) && !item.endsWith('ly'))
  );
};

/** A list of nouns of a word or two: “Safety and training”. */
export const nounsIn = (list: string): Counted | undefined =>
  list.split(/,? and |, /).every((item) => /^[A-Za-z][a-z-]+(?: [a-z-]+)?$/.test(item))
    ? listedEn(`${list}.`, 0)
    : undefined;
