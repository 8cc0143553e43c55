import type { Calendar } from '../dates/calendar.ts';
import { liesInYear } from '../dates/fiscal-text.ts';
import type { Span } from '../quantity/value/formula.ts';
import { statementAround, statementEnds } from '../reading/statements.ts';

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
const before =
  /(?:比|较|与|同|和|自|从|由|继|每年|历年|\b(?:than|since|from|until|before|after|with|to|against|every|each))\s*$/i;
const behind =
  /^(?:起|以来|以后|之后|至|到|[—–～~-]|为|相比|同期|[^，。；]{0,4}(?:印发|发布|施行|实施|生效|成立|建校)| ?(?:onwards?|to\b))/;
const history =
  /成立于|始建于|建校|施行|生效|印发|\b(?:founded|established|in force|entered into force|since)\b/i;

/** The characters around a date that have to be the same: enough that they tell of one event. */
const AROUND = 10;
const AROUND_LATIN = 24;

const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** How far a sentence is looked at on either side of a date. */
const WINDOW = 80;

/** A date of a text: the year that it names, and the words around it by which it is known again. */
interface DateInText {
  readonly span: Span;
  readonly text: string;
  readonly year: number | undefined;
  readonly words: string;
  /** The same without the year. */
  readonly yearless: string;
}

/** The dates of a text that tell of an event; those of comparisons, periods, documents and the history of a thing are left out. */
function eventsIn(text: string): readonly DateInText[] {
  const masked = text.replaceAll(
    /《[^》\n]{1,120}》|〔[^〕\n]{1,20}〕|[（(][^()（）\n]{0,6}\d{4}[^()（）\n]{0,6}[)）]/g,
    (name) => '\uE000'.repeat(name.length),
  );
  return [...masked.matchAll(dates)].flatMap((match) => {
    const written = match.slice(1).find((group) => group !== undefined);
    const span = [match.index, match.index + match[0].length] as const;
    const from = Math.max(0, span[0] - WINDOW);
    const around = text.slice(from, span[1] + WINDOW);
    const [start, end] = statementAround({ text: around, ends: statementEnds(around) }, [
      span[0] - from,
      span[1] - from,
    ]);
    const [lead, rest] = [around.slice(start, span[0] - from), around.slice(span[1] - from, end)];
    if (before.test(lead) || behind.test(rest) || history.test(around.slice(start, end))) return [];
    return [
      {
        span,
        text: match[0],
        year: written === undefined ? undefined : Number(written),
        words: wordsAround(lead, match[0], rest),
        yearless: wordsAround(lead, match[0].replace(/^\d{4}年(?=\d+月\d)|,? \d{4}$/, ''), rest),
      },
    ];
  });
}

/** A date with the words behind it, and with those before it where there are too few. */
function wordsAround(lead: string, date: string, rest: string): string {
  const reach = /\p{Script=Han}/u.test(date + rest + lead) ? AROUND : AROUND_LATIN;
  const after = rest.slice(0, reach);
  const lacking = reach - after.length;
  return plain((lacking > 0 ? lead.slice(-lacking) : '') + date + after);
}

/** The dates of some texts with the words around them, by which they are found again in others. */
export const datesOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => eventsIn(text).flatMap(({ words, yearless }) => [words, yearless])));

/** Dates of the year `last`, or of a day without a year, that another report gives in the same words; `known` are that report’s, as made by `datesOf`. */
export const leftDates = (
  text: string,
  last: number,
  calendar: Calendar,
  known: ReadonlySet<string>,
): readonly { readonly span: Span; readonly text: string }[] =>
  known.size === 0
    ? []
    : eventsIn(text).filter(
        (each) =>
          (each.year === undefined || liesInYear(each.text, each.year, last, calendar)) &&
          known.has(each.words),
      );
