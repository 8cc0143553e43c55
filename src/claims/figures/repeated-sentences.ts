import type { Span } from '../../quantity/value/formula.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import { isSentenceEnd } from '../../reading/sentence-ends.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import type { ReportClaim } from '../claim.ts';

/** A stretch of a text that stands in the report before. */
export interface Repeated extends ReportClaim {
  readonly prose: Prose;
  readonly span: Span;
  readonly first: { readonly prose: Prose; readonly span: Span };
}

/** A sentence by what it says, without its marks and what only leads to it. */
interface Said {
  readonly words: string;
  readonly span: Span;
}

/** As many characters or words make a sentence that nobody writes twice by chance. */
const LONG = 20;
const LONG_WORDS = 8;
/** The same within one text, of a sentence with a figure. */
const SHORT = 8;

const marks =
  /^(?:\s|[-*+>#|]|\d{1,3}[.．、)]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，)+/u;
const leads =
  /^(?:今年以来|一年来|今年|全年|同时|此外|另外|目前|近年来|年内|为此|对此)，|^[\p{Script=Han}]{2,12}[：:]|^[A-Z][a-z ]{2,24}: /u;
/** What is said again and again by its nature: who is responsible, where figures are from. */
const formulas =
  /^(?:责任|牵头|配合|承办|数据来源|资料来源|来源|注意?[：:释]|说明|备注|单位|联系|完成时限|填报|附[件：:]|详见|参见)|^(?:notes?|sources?|responsible|lead|contact|see|for more|deadline|owner)\b/i;
/** Words of others, and names of documents and campaigns. */
const quoted = /“[^“”]*(?:”|$)|《[^《》]*》|"[^"]*"|‘[^‘’]*’/gu;

/** What a text says, sentence by sentence, as far as it is long enough to be noticed twice. */
const sayings = ({ text }: TextAlone): readonly Said[] => {
  const found: Said[] = [];
  let [start, line] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (!isSentenceEnd(text, at)) continue;
    const isLineEnd = text[at] === '\n';
    // a line without a mark is a title or an item, a line with bars the row of a table
    const said =
      isLineEnd || /^\s{0,3}\|/.test(text.slice(line, line + 4)) ? undefined : sayingOf(text, start, at);
    if (said) found.push(said);
    start = at + 1;
    if (isLineEnd) line = start;
  }
  return found;
};

function sayingOf(text: string, start: number, end: number): Said | undefined {
  const from = start + (marks.exec(text.slice(start, end))?.[0].length ?? 0);
  const said = text.slice(from, end);
  const words = said.replace(leads, '').trim();
  return words.length < SHORT || formulas.test(said) || isForm(words) || isQuote(words)
    ? undefined
    : { words: words.toLowerCase(), span: [from, end] };
}

/** Whether words are a form to be filled in. */
const isForm = (words: string): boolean =>
  /[（(]\s*(?:签[字章名]|盖章|公章)|_{3,}|\s{4,}|[xX×]{4,}/.test(words);

/** Whether words are mostly those of others, or a sentence that a reference has to fill. */
const isQuote = (words: string): boolean => {
  const own = words.replaceAll(quoted, '').replaceAll(/[“”"‘’《》]/g, '');
  return own.length < words.length && own.length < LONG / 2;
};

const isLong = (words: string): boolean =>
  /\p{Script=Han}/u.test(words) ? words.length >= LONG : words.split(' ').length >= LONG_WORDS;

/** Sentences that a report has twice: long ones anywhere in its bodies and introductions, with a figure in one text also short ones. */
export function repeatedSentences(reading: Reading): readonly Repeated[] {
  const first = new Map<string, { readonly prose: Prose; readonly span: Span }>();
  const found: Repeated[] = [];
  for (const prose of reading.texts) {
    if (!prose.part || !/^(?:body|intro)$/.test(String(prose.path.at(-1)))) continue;
    for (const { words, span } of prose.once(sayings)) {
      const before = first.get(words);
      if (before === undefined) first.set(words, { prose, span });
      else if (isLong(words) || (before.prose === prose && /\d/.test(words)))
        addTo(found, { prose, span, first: before, figures: [] });
    }
  }
  return found;
}

/** Adds a repeated sentence, as one stretch with the one before it where they stand together in both places. */
function addTo(found: Repeated[], each: Repeated): void {
  const last = found.at(-1);
  const isNext = (a: Span, b: Span): boolean => b[0] - a[1] >= 0 && b[0] - a[1] <= 3;
  if (
    last?.prose === each.prose &&
    last.first.prose === each.first.prose &&
    isNext(last.span, each.span) &&
    isNext(last.first.span, each.first.span)
  ) {
    found[found.length - 1] = {
      ...last,
      span: [last.span[0], each.span[1]],
      first: { prose: last.first.prose, span: [last.first.span[0], each.first.span[1]] },
    };
  } else found.push(each);
}
