import type { Span } from '../quantity/formula.ts';
import { sentenceAround } from './sentence-spans.ts';

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const dates = new RegExp(
  [
    '(?<![\\d—–～~/-])((?:19|20)\\d{2})年(?:\\d{1,2}月(?:\\d{1,2}日)?|[底末初]|上半年|下半年)?',
    '(?<![\\d年])\\d{1,2}月\\d{1,2}日',
    `\\b\\d{1,2} ${month}(?: ((?:19|20)\\d{2}))?\\b`,
    `\\b${month} (?:\\d{1,2}(?:, ((?:19|20)\\d{2}))?|((?:19|20)\\d{2}))\\b`,
    '\\b[Ii]n ((?:19|20)\\d{2})\\b',
  ].join('|'),
  'g',
);

/** What is no event of its year: comparisons, beginnings and ends of periods, what recurs, the history of a thing, names of documents. */
const before = /(?:比|较|与|同|和|自|从|由|继|每年|历年|\b(?:than|since|from|until|before|after|with|to|against|every|each))\s*$/i;
const behind = /^(?:起|以来|以后|之后|至|到|[—–～~-]|为|相比|同期|[^，。；]{0,4}(?:印发|发布|施行|实施|生效|成立|建校)| ?(?:onwards?|to\b))/;
const history = /成立于|始建于|建校|施行|生效|印发|\b(?:founded|established|in force|entered into force|since)\b/i;

/** The characters around a date that have to be the same: enough that they tell of one event. */
const AROUND = 10;
const AROUND_LATIN = 24;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** The words of some texts, in which a place of another is looked for. */
export const wordsOfAll = (texts: readonly string[]): string => texts.map(plain).join('\n');

/**
 * Dates of a year, or of a day without a year, that stand in another report in the same words. `last` is the year that must not be
 * left over, `known` what that report says, as made by `wordsOfAll`.
 */
export function leftDates(text: string, last: number, known: string): readonly { readonly span: Span; readonly text: string }[] {
  const masked = text.replaceAll(/《[^》\n]*》|〔[^〕\n]*〕|\([^()\n]{0,6}\d{4}[^()\n]{0,6}\)/g, (name) => '\uE000'.repeat(name.length));
  return [...masked.matchAll(dates)].flatMap((match) => {
    const written = match[1] ?? match[2] ?? match[3] ?? match[4] ?? match[5];
    if (written !== undefined && Number(written) !== last) return [];
    const [from, to] = [match.index, match.index + match[0].length];
    const [start, end] = sentenceAround(text, [from, to]);
    if (before.test(text.slice(Math.max(start, from - 12), from)) || behind.test(text.slice(to, to + 12)) || history.test(text.slice(start, end))) return [];
    return known.includes(plain(around(text, [start, end], [from, to]))) ? [{ span: [from, to] as const, text: match[0] }] : [];
  });
}

/** A date with the words behind it, and with those before it where there are too few. */
function around(text: string, [start, end]: Span, [from, to]: Span): string {
  const reach = /[A-Za-z]/.test(text.slice(from, to)) || !/\p{Script=Han}/u.test(text.slice(start, end)) ? AROUND_LATIN : AROUND;
  const behindTo = Math.min(end, to + reach);
  const lacking = reach - (behindTo - to);
  return text.slice(Math.max(start, from - lacking), behindTo);
}
