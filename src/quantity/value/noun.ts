/** Plurals that no rule makes, by their singular. */
const irregular: Readonly<Record<string, string>> = {
  person: 'people',
  child: 'children',
  man: 'men',
  woman: 'women',
  foot: 'feet',
  tooth: 'teeth',
  goose: 'geese',
  mouse: 'mice',
  ox: 'oxen',
  life: 'lives',
  wife: 'wives',
  knife: 'knives',
  half: 'halves',
  shelf: 'shelves',
  leaf: 'leaves',
  loaf: 'loaves',
  calf: 'calves',
  wolf: 'wolves',
  bus: 'buses',
  gas: 'gases',
  lens: 'lenses',
  virus: 'viruses',
  campus: 'campuses',
  bonus: 'bonuses',
  status: 'statuses',
  menu: 'menus',
  analysis: 'analyses',
  crisis: 'crises',
  basis: 'bases',
  thesis: 'theses',
  criterion: 'criteria',
  phenomenon: 'phenomena',
  potato: 'potatoes',
  tomato: 'tomatoes',
  hero: 'heroes',
};
const singulars: ReadonlyMap<string, string> = new Map(
  Object.entries(irregular).map(([one, many]) => [many, one]),
);
/** Nouns that look like plurals, or whose plural only takes an s. */
const unchanged =
  /(?:^|-)(?:series|species|news|means|headquarters|staff|personnel|offspring|sheep|deer|elk|moose|bison|salmon|trout|aircraft|fish|percent)$/;
const inIe = /^(?:movie|cookie|calorie|zombie|selfie|tie|pie|lie|die|brownie|rookie|eerie)s$/;

/** What stands behind the last space or hyphen. */
const lastWord = (noun: string): string =>
  noun.slice(Math.max(noun.lastIndexOf(' '), noun.lastIndexOf('-')) + 1);

/** The form of an English noun that stands for one: beds → bed, people → person, boxes → box, cities → city, FTEs → FTE. */
export function singular(noun: string): string {
  if (/^[A-Z]{2,}s$/.test(noun)) return noun.slice(0, -1);
  const word = /^[A-Z][a-z]/.test(noun) ? noun.toLowerCase() : noun;
  const last = lastWord(word);
  const known = singulars.get(last);
  if (known !== undefined) return word.slice(0, word.length - last.length) + known;
  if (
    unchanged.test(word) ||
    last in irregular ||
    !last.endsWith('s') ||
    /(?:ss|us|is)$/.test(last) ||
    last.length < 3
  )
    return word;
  if (word.endsWith('ies') && !inIe.test(last)) return `${word.slice(0, -3)}y`;
  return /(?:[sx]|ch|sh|zz)es$/.test(word) && !/(?:[^s]ses|aches)$/.test(word)
    ? word.slice(0, -2)
    : word.slice(0, -1);
}

/** The form of an English noun that stands for several, from its singular or itself. */
export function plural(noun: string): string {
  const one = singular(noun);
  const last = lastWord(one);
  if (last === '' || unchanged.test(one)) return one;
  const known = irregular[last];
  if (known !== undefined) return one.slice(0, one.length - last.length) + known;
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(?:[sxz]|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

/** Words of units that have no other form. */
const abbreviations = /^(?:mph|kph|lbs?|oz|hrs?|mins?|gal|yd|mol|ppm|ppb|pp|per|cent)$/;

/** A unit as it goes with a number: beds, but 1 bed; hours worked, but 1 hour worked. Abbreviations stay as they are. */
export function unitFor(number: string, unit: string): string {
  const [head = '', ...by] = unit.split(
    /(?= per | an? (?=(?:hour|day|week|month|quarter|season|year)\b)|\/)/,
  );
  const noun = headNoun(head.trimEnd());
  if (
    /^(?:out of|head of) /.test(unit) ||
    !/^[a-z]{3,}$/.test(noun) ||
    abbreviations.test(noun) ||
    /^ ?(?:thousand|million|billion|trillion)$/.test(head)
  )
    return unit;
  const at = head.replace(behind, '').lastIndexOf(noun);
  return (
    head.slice(0, at) +
    (number === '1' ? singular(noun) : plural(noun)) +
    head.slice(at + noun.length) +
    by.join('')
  );
}

/** Where what only describes a noun begins: schools in the north, pupils enrolled. */
const behind = /(?: (?:of|in|for|with|under|on|at|from|who|that|worked|[a-z]{3,}ed)\b.*)$/;

/** The noun that a phrase counts, without the words around it: schools of “primary schools in the north”. */
export const headNoun = (phrase: string): string => phrase.replace(behind, '').split(' ').at(-1) ?? phrase;
