import { ONE } from '../value/fractions.ts';
import { singular } from '../value/noun.ts';
import { RATIO } from '../value/unit-table.ts';
import { familyOf, noUnit, unitAt, unitOf, type Unit } from '../value/unit.ts';

/** What makes of a phrase something other than the name of what is counted. */
const noUnitWords =
  /[\d,;:()"“”?!]|\b(?:to|if|when|until|unless|not|no|is|are|was|were|be|been|or|but|than|by|tbc|tbd|n\/a|unknown|later|pending)\b/i;
const MOST_WORDS = 6;

/**
 * The unit that a phrase behind a number is: a noun of whatever kind (meals, hospital beds), a measure (square feet), either with what it
 * is counted by (per person, /m², per 100,000), or a scale (out of 5). Behind a currency only what it is counted by is left.
 */
export function phraseUnit(phrase: string, currency: string): Unit | undefined {
  const rest = phrase.replace(/^[ \u00A0-](?=\S)/, '');
  const scale = /^(?:out of |\/)(\d{1,3})$/.exec(rest);
  if (scale && currency === '') return { written: rest, family: `out of ${scale[1]}`, factor: ONE, per: [] };
  const [head = '', ...by] = ` ${rest}`.split(/ ?\/ ?| per /).map((part) => part.trim());
  const base = currency === '' ? unitOfPhrase(head) : head === '' ? unitOf(currency) : undefined;
  const per = by.map(perOf);
  if (!base || !per.every((each) => each !== undefined)) return undefined;
  return {
    ...base,
    written: currency === '' ? rest : currency + phrase,
    per: [...base.per, ...per],
  };
}

/** A unit without what it is counted by. */
function unitOfPhrase(phrase: string): Unit | undefined {
  if (phrase === '') return noUnit;
  const known = unitAt(phrase, 0);
  if (known?.written === phrase) return known;
  const share = known?.family === RATIO || known?.family === '百分点';
  // 62% of households; 3.5 tons of salt
  if (known && (share || known.per.length === 0) && isOfWhat(phrase, known.written.length))
    return { ...known, written: share ? known.written : phrase };
  return share || !isPhrase(phrase) ? undefined : nounUnit(phrase);
}

/** Whether a phrase goes on with what its unit measures: tons of salt. */
const isOfWhat = (phrase: string, at: number): boolean =>
  /^ of [A-Za-z]/.test(phrase.slice(at)) && isPhrase(phrase);

/** The unit that the noun of a phrase is: hot meals, volunteer hours. */
function nounUnit(phrase: string): Unit {
  const family = familyOf(phrase);
  const measure = unitOf(family);
  const word = lastKnown(phrase);
  return { written: phrase, family, factor: word?.factor ?? measure.factor, per: word?.per ?? [] };
}

/** The measure that a phrase counts by its noun: hours of “volunteer hours”. */
function lastKnown(phrase: string): Unit | undefined {
  const noun =
    phrase
      .replace(/ (?:of|in|for|with|worked)\b.*$/, '')
      .split(' ')
      .at(-1) ?? '';
  const unit = noun.length > 1 ? unitAt(noun, 0) : undefined;
  return unit?.written === noun ? unit : undefined;
}

const isPhrase = (phrase: string): boolean =>
  /^[A-Za-z°µμ$][A-Za-z°µμ²³₂0-9'’.&$ -]*$/.test(phrase) &&
  !noUnitWords.test(phrase.replace(/CO2e?|[mk]m?[23]|-19\b/g, 'x')) &&
  phrase.split(' ').length <= MOST_WORDS;

/** What a unit is counted by, in one form: person of people, 小时 stays hour, 100,000 people. */
function perOf(words: string): string | undefined {
  const [, many, what = ''] = /^(\d[\d,]*|thousand|million|hundred)(?: (.+))?$/.exec(words) ?? [];
  if (many !== undefined) {
    const number = { hundred: '100', thousand: '1,000', million: '1,000,000' }[many] ?? many;
    return what === '' ? number : isPhrase(what) ? `${number} ${familyOf(what)}` : undefined;
  }
  const known = unitAt(words, 0);
  if (known?.written === words) return /^[a-z]/.test(words) ? singular(words) : words;
  return isPhrase(words)
    ? lastKnown(words)
      ? singular(words.split(' ').at(-1) as string)
      : familyOf(words)
    : undefined;
}
