import { isDigitAt, isOneOf } from '../characters.ts';

const DASHES = '—–-－～~至';
// each begins at a place and is bounded, so that the scan stays linear; V8 compiles an expression when it is first tried
const yearRange = /(?:1[89]|20)\d{2}年?[—–\-－～~至]{1,2}(?:(?:1[89]|20)\d{2}|\d{2})(?:学年|年度|年)?/y;
const yearDate =
  /(?:1[89]|20)\d{2} ?(?:学年|年度|年)(?:\d{1,2}月(?:份|\d{1,2}(?:日?[—–\-－～~至]{1,2}\d{1,2})?日)?)?/y;
const numericDate = /(?:1[89]|20)\d{2}(?:[-/]\d{1,2}(?:[-/]\d{1,2})?|\.\d{1,2}\.\d{1,2})(?![\d%％])/y;
const monthDate =
  /\d{1,2} ?月(?:份|(?:上|中|下)旬|\d{1,2}(?:日?[—–\-－～~至]{1,2}(?:\d{1,2}月)?\d{1,2})?日)?(?:[—–\-－～~至]{1,2}\d{1,2}月(?:\d{1,2}日)?)?/y;
const day = /\d{1,2}(?:[—–\-－～~至]{1,2}\d{1,2})?日(?!均)/y;
const englishDate =
  /\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\d{1,2})? (?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b(?: (?:1[89]|20)\d{2})?/y;
const ordinal = /\d{1,4}(?:st|nd|rd|th)\b/y;
const time = /\d{1,2}[:：]\d{2}(?![\d:：∶.％%])(?=[ 时分前后至—–\-，。；、)）]|$)/y;
const hour = /\d{1,2}时(?![间长段])(?:\d{1,2}分)?/y;
const version = /\d{1,3}(?:\.\d{1,3}){2,}/y;

/** Where what an expression describes ends, if that begins at a place. */
function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The end of a date, time or number of a telephone that begins at a place of a text; undefined where none does. */
export function dateEnd(text: string, at: number): number | undefined {
  let end = at;
  while (isDigitAt(text, end)) end++;
  const count = end - at;
  if (count === 0) return undefined;
  const next = text[end] ?? '';
  return (
    (count === 4 ? yearEnd(text, at, next) : undefined) ??
    (count <= 2 ? (dayEnd(text, at, end, next) ?? timeEnd(text, at, next)) : undefined) ??
    (count <= 4 && isOneOf('snrt', next, 0) ? endOf(ordinal, text, at) : undefined) ??
    telephoneEnd(text, at, end) ??
    (count <= 3 ? versionEnd(text, at, end, next) : undefined)
  );
}

function yearEnd(text: string, at: number, next: string): number | undefined {
  const begin = text.slice(at, at + 2);
  if (begin !== '20' && begin !== '19' && begin !== '18') return undefined;
  const isYear = next === '年';
  return (
    (isYear || isOneOf(DASHES, next, 0) ? endOf(yearRange, text, at) : undefined) ??
    (isYear || next === '学' || next === ' ' ? endOf(yearDate, text, at) : undefined) ??
    (next === '-' || next === '/' || next === '.' ? endOf(numericDate, text, at) : undefined)
  );
}

function dayEnd(text: string, at: number, end: number, next: string): number | undefined {
  const isMonth = next === '月' || (next === ' ' && text[end + 1] === '月');
  return (
    (isMonth ? endOf(monthDate, text, at) : undefined) ??
    (next === '日' || isOneOf(DASHES, next, 0) ? endOf(day, text, at) : undefined) ??
    (mayBeEnglish(text, end, next) ? endOf(englishDate, text, at) : undefined)
  );
}

/** Whether what an English date goes on with stands behind its day: 3 May, 3rd of May, 3–5 May. */
const mayBeEnglish = (text: string, end: number, next: string): boolean =>
  next === ' ' ? isOneOf('JFMASONDo-–', text, end + 1) : isOneOf('snrt-–', next, 0);

function timeEnd(text: string, at: number, next: string): number | undefined {
  if (next === '时') return endOf(hour, text, at);
  // a ratio is written like a time: 比为 12:10
  return (next === ':' || next === '：') && !isRatioBefore(text, at) ? endOf(time, text, at) : undefined;
}

const isRatioBefore = (text: string, at: number): boolean =>
  /比[为是例调整\p{Script=Han}]{0,3}$/u.test(text.slice(Math.max(0, at - 5), at));

const versionEnd = (text: string, at: number, end: number, next: string): number | undefined =>
  next === '.' && isDigitAt(text, end + 1) ? endOf(version, text, at) : undefined;

function telephoneEnd(text: string, at: number, end: number): number | undefined {
  const count = end - at;
  if (text[at] === '1') return count === 11 ? end : undefined;
  if (text[at] !== '0') return undefined;
  if (count >= 5) return end;
  if ((count !== 3 && count !== 4) || text[end] !== '-') return undefined;
  let last = end + 1;
  while (last < end + 9 && isDigitAt(text, last)) last++;
  return last - end - 1 >= 7 ? last : undefined;
}

/** The months by their names, for a day or year behind one: May 3, December 2017. */
export const monthWords: ReadonlySet<string> = new Set(
  (
    'January February March April May June July August September October November December ' +
    'Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec'
  ).split(' '),
);
