import { dayForm, isUnread, monthForm, partForm, plainDate, type DateForm, type UnreadDate } from './form.ts';
import { isNextYear } from './numeric.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

/** Dates in English: September 2025, Sept 30, 2025, end of June 2025, Q4 FY2025; undefined where a text is none. */
export function readEnglish(written: string): DateForm | UnreadDate | undefined {
  if (!/[a-z]/i.test(written) || /\p{Script=Han}/u.test(written)) return undefined;
  const text = plainWords(written);
  if (
    /^(?:ongoing|continuous|continuously|continuing|permanent|permanently|always|indefinitely|monthly|quarterly|annually|yearly|every .*|each .*)$/.test(
      text,
    )
  )
    return { fault: 'endless' };
  if (/\b(?:this|next|last|coming|current|previous|tomorrow|today)\b/.test(text))
    return { fault: 'relative' };
  const [, by, rest = ''] =
    /^(by|on or before|no later than|not later than|until|till|before|as of|as at|in|on|at)? ?(.*)$/.exec(
      text,
    ) ?? [];
  const form = readLimited(rest);
  if (form === undefined || isUnread(form) || by === undefined || /^(?:as of|as at|in|on|at)$/.test(by))
    return form;
  if (by === 'before' && !form.end) return { fault: 'exclusive', form };
  return { ...form, limit: true };
}

/** Small letters without articles, commas, dots and ordinal endings; quarters, halves and years as q3, h1, fy2025. */
function plainWords(written: string): string {
  return written
    .toLowerCase()
    .replaceAll(/[,.]/g, ' ')
    .replaceAll(/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1')
    .replaceAll(/\b(?:the|of)\b/g, ' ')
    .replaceAll(/(\d)-(?=[a-z])|([a-z])-(?=[a-z\d])/g, '$1$2 ')
    .replaceAll(/\b(?:fiscal|financial)(?: years?)?\b/g, 'fy')
    .replaceAll(/\bcalendar(?: year)?\b/g, 'cy')
    .replaceAll(
      /\b(fy|cy)[ ']{0,3}(\d{4}|\d{2})(?:[-/](\d{4}|\d{2})\b)?/g,
      (_, owner: string, year: string, until?: string) =>
        ` ${owner}${year}${until === undefined ? '' : `_${until}`} `,
    )
    .replaceAll(
      /\b(first|second|third|fourth|[1-4]) ?(quarter|half|q|h)\b/g,
      (_, which: string, part: string) => part.charAt(0) + (Number(which) || ordinals.indexOf(which) + 1),
    )
    .replaceAll(/\b(?:quarter|q) ?(\d)/g, ' q$1')
    .replaceAll(/\b(\d{4}) ?([qh]\d)\b/g, '$1 $2')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const ordinals = ['first', 'second', 'third', 'fourth'];

function readLimited(text: string): DateForm | UnreadDate | undefined {
  const [, how, rest = ''] =
    /^(mid|middle|early|late|beginning|start|around|about|approximately|circa) (.*)$/.exec(text) ?? [];
  if (how !== undefined) return vague(how, rest);
  const season = /^(?:spring|summer|autumn|fall|winter)\b/.test(text);
  if (season) return { fault: 'vague' };
  const [, end, of = ''] = /^(end|close) (.*)$/.exec(text) ?? [];
  if (end === undefined) return readTokens(text);
  const form = readTokens(of);
  return form === undefined || isUnread(form) ? form : { ...form, end: true };
}

/** Mid-2025 is the half that ends there, early and late 2025 are quarters, as near as anyone can say. */
function vague(how: string, rest: string): UnreadDate | undefined {
  const form = readTokens(rest);
  if (form === undefined || isUnread(form)) return form;
  if (form.unit !== 'year') return { fault: 'vague', form };
  const { year, of } = form;
  const whole = { year, ...(of && { of }) };
  if (how.startsWith('mid')) return { fault: 'vague', form: { unit: 'half', number: 1, ...whole } };
  if (/^(?:around|about|approximately|circa)$/.test(how)) return { fault: 'vague', form };
  return { fault: 'vague', form: { unit: 'quarter', number: how === 'late' ? 4 : 1, ...whole } };
}

interface Tokens {
  month?: number;
  part?: readonly [unit: 'half' | 'quarter', number: number];
  year?: number;
  of?: DateForm['of'];
  until?: number;
  whole?: true;
  end?: true;
  readonly days: number[];
}

/** The words of a date in any order, each kind at most once. */
function readTokens(text: string): DateForm | UnreadDate | undefined {
  const found: Tokens = { days: [] };
  const words = text.replace(/\byear end\b/, 'year_end').split(' ');
  const named = words.filter((word) => monthWord.test(word));
  if (named.length > 1) return rangeUntil(words.slice(0, -1), words.at(-1) ?? '');
  return words.every((word) => take(word, found)) ? tokenForm(found) : undefined;
}

/** The date that some words make; undefined where they make none. */
function tokenForm(found: Tokens): DateForm | UnreadDate | undefined {
  const { month, part, year, of, until, whole, end, days } = found;
  const owner = { year, ...(of && { of }), ...(until !== undefined && { until }) };
  if (part)
    return month === undefined && days.length === 0 && !whole ? partForm(part[0], part[1], owner) : undefined;
  if (month !== undefined) return whole || until !== undefined ? undefined : monthOrDay(month, days, owner);
  if (days.length > 0 || (year === undefined && !whole)) return undefined;
  return { unit: 'year', ...owner, ...(end && { end }) };
}

function monthOrDay(
  month: number,
  days: readonly number[],
  { year, of }: Pick<DateForm, 'year' | 'of'>,
): DateForm | UnreadDate | undefined {
  const [day, short] = days;
  if (short !== undefined)
    return year === undefined && days.length === 2 ? { fault: 'short-year' } : undefined;
  const form = day === undefined ? monthForm(year, month) : dayForm(year, month, day);
  return isUnread(form) || of === undefined ? form : { ...form, of };
}

function take(word: string, found: Tokens): boolean {
  const [, unit, number] = /^([qh])(\d)$/.exec(word) ?? [];
  if (monthWord.test(word) && found.month === undefined) found.month = months.indexOf(word.slice(0, 3)) + 1;
  else if (unit !== undefined && found.part === undefined)
    found.part = [unit === 'q' ? 'quarter' : 'half', Number(number)];
  else if (/^\d{1,2}$/.test(word)) found.days.push(Number(word));
  else if (word === 'year' && !found.whole) found.whole = true;
  else if (word === 'year_end' && !found.whole) found.whole = found.end = true;
  else return found.year === undefined && takeYear(word, found);
  return true;
}

/** 2025, fy2025, fy24, cy2025, fy2024_25. */
function takeYear(word: string, found: Tokens): boolean {
  if (/^\d{4}$/.test(word)) {
    found.year = Number(word);
    return true;
  }
  const [, owner, first = '', second] = /^(fy|cy)(\d{4}|\d{2})(?:_(\d{2,4}))?$/.exec(word) ?? [];
  if (first === '') return false;
  found.year = first.length === 2 ? 2000 + Number(first) : Number(first);
  found.of = owner === 'fy' ? 'fiscal' : 'calendar';
  if (second === undefined) return true;
  if (owner !== 'fy' || !isNextYear(found.year, Number(second))) return false;
  found.until = found.year + 1;
  return true;
}

/** June to August 2025, 1 June to 15 July 2025: what is due then is due at its end. */
function rangeUntil(words: readonly string[], year: string): UnreadDate {
  const at = words.findLastIndex((word) => monthWord.test(word));
  const month = months.indexOf(words[at]?.slice(0, 3) ?? '') + 1;
  const days = words
    .slice(words.findIndex((word) => monthWord.test(word)) + 1)
    .filter((word) => /^\d{1,2}$/.test(word));
  // before the month it may be the day of either: 1 June to 15 July, June 1 to July
  const day = /^\d{1,2}$/.test(words.at(-1) ?? '') ? words.at(-1) : days.at(-1);
  const form = day === undefined ? monthForm(Number(year), month) : dayForm(Number(year), month, Number(day));
  const isSure = day === undefined || at === words.length - 2 || words[at - 1] === day;
  return {
    fault: 'range',
    ...(/^\d{4}$/.test(year) && isSure && !isUnread(form) && { instead: [plainDate(form)] }),
  };
}
