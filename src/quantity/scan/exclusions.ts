/**
 * What looks like a figure and is none: dates, ordinals, names, document numbers, ages, classes, versions, telephone numbers
 * (GB/T 15835-2011 §4; 十九大, 第七届, 粤教师〔2017〕7号, “三二一”工程, 附件1).
 */

const FILLER = '\uE000';
const filled = (match: string): string => FILLER.repeat(match.length);

/** A text of the same length in which titles of documents, references, short quoted names and addresses are filled with a character that is no figure. */
export const maskNames = (text: string): string =>
  text
    .replaceAll(/\{\{[^{}\n]{1,200}\}\}/g, filled)
    .replaceAll(/《[^《》\n]{1,120}》/g, filled)
    .replaceAll(/“[^“”，。；！？\n]{1,12}”/g, filled)
    .replaceAll(/「[^「」，。；！？\n]{1,12}」/g, filled)
    .replaceAll(/〔\d{4}〕\s?\d{1,5}号/g, filled)
    .replaceAll(/https?:\/\/[^\s，。；）)]{1,200}/g, filled);

const year = '(?:1[89]|20)\\d{2}';
const to = '[—–\\-－～~至]{1,2}';
const months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)';

/** What begins at a number and is a date or a place in a text; each is bounded, so that the scan stays linear. */
const dates: readonly RegExp[] = [
  new RegExp(`${year}年?(?:${to}(?:${year}|\\d{2}))(?:学年|年度|年)?`, 'y'),
  new RegExp(`${year} ?(?:学年|年度|年)(?:\\d{1,2}月(?:份|\\d{1,2}(?:日?${to}\\d{1,2})?日)?)?`, 'y'),
  new RegExp(`${year}(?:[-/]\\d{1,2}(?:[-/]\\d{1,2})?|\\.\\d{1,2}\\.\\d{1,2})(?![\\d%％])`, 'y'),
  new RegExp(
    `\\d{1,2} ?月(?:份|(?:上|中|下)旬|\\d{1,2}(?:日?${to}(?:\\d{1,2}月)?\\d{1,2})?日)?(?:${to}\\d{1,2}月(?:\\d{1,2}日)?)?`,
    'y',
  ),
  new RegExp(`\\d{1,2}(?:${to}\\d{1,2})?日(?!均)`, 'y'),
  new RegExp(`\\d{1,2}(?:st|nd|rd|th)?(?: ?[-–] ?\\d{1,2})? (?:of )?${months}\\b(?: ${year})?`, 'y'),
  /\d{1,4}(?:st|nd|rd|th)\b/y,
  /\d{1,2}[:：]\d{2}(?![\d:：∶.％%])(?=[ 时分前后至—–\-，。；、)）]|$)/y,
  /\d{1,2}时(?![间长段])(?:\d{1,2}分)?/y,
  /0\d{2,3}-\d{7,8}|1\d{10}(?!\d)|0\d{4,}/y,
  /\d{1,3}(?:\.\d{1,3}){2,}/y,
];

/** The end of a date, time or number of a telephone that begins at a place of a text; undefined where none does. `ratio` is whether a ratio may stand there. */
export function dateEnd(text: string, at: number): number | undefined {
  const inRatio = /比[为是例调整\p{Script=Han}]{0,3}$/u.test(text.slice(Math.max(0, at - 5), at));
  for (const pattern of dates) {
    pattern.lastIndex = at;
    const [match] = pattern.exec(text) ?? [];
    if (match !== undefined && !(inRatio && /^\d+[:：]/.test(match))) return at + match.length;
  }
  return undefined;
}

const counted =
  /(?:附件|附表|附图|附录|专栏|(?:(?<!\p{Script=Han})|(?<=[见如下上据由按和及与或]))(?:图|表|注|例)|公式|编号|代码|No\.?|no\.?|[Ss]ections?|[Cc]hapters?|[Aa]rticles?|[Tt]ables?|[Ff]igures?|[Aa]nnex|[Aa]ppendix|[Pp]ages?|[Pp]aragraphs?|[Gg]oals?|[Oo]bjectives?|[Pp]hases?|[Gg]rades?|[Rr]outes?|[Vv]ersions?|[Ll]evels?|[Tt]ier|[Ss]tages?|[Yy]ears?|[Pp]arts?) ?$/u;
const classes = /^ ?(?:周?岁|级|型|号|版|路|款机|千伏|伏|届|中全会|线城市|师\p{Script=Han}{0,2}大)/u;
const month = new RegExp(`${months} $`);
/** What a number behind the name of a month is: its day or its year. */
const dayOrYear = /^(?:0?[1-9]|[12]\d|3[01]|(?:1[89]|20)\d{2})$/;
/** What makes a figure of it all the same: in December 25% of the cases. */
const measured = /^ ?(?:[%％]|per ?cent|(?:thousand|million|billion|trillion)\b)/;

/** Whether a number, written from `at` to `end`, is part of a name, an ordinal or a class. */
export function isName(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 16), at);
  const after = text.slice(end, end + 8);
  if (/第 ?$|[A-Za-z_.#@\-/]$/.test(before) && !/(?:US|HK|RMB|CNY)$|[\d/]$|(?:^|[\s(（])[-–]$/.test(before))
    return !/第 ?$/.test(before) || !/^(?:位|名)/.test(after);
  if (/〔$|[(（]$/.test(before) && /^[〕)）]/.test(after) && !/[%％]/.test(after)) return true;
  if (counted.test(before) || classes.test(after)) return true;
  if (month.test(before) && dayOrYear.test(text.slice(at, end)) && !measured.test(text.slice(end, end + 12)))
    return true;
  if (/^(?:\+[A-Za-zX]|[A-Z](?![A-Za-z])(?!$)(?!bps))/.test(after) && !/^M(?![A-Za-z])/.test(after))
    return true;
  // the number of a list: at the start of a line, with its mark
  return startsLine(text, at) && /^(?:[.．、)）](?!\d))/.test(after);
}

function startsLine(text: string, at: number): boolean {
  let start = at - 1;
  while (start >= 0 && at - start < 8 && /[ \t\u3000（(]/.test(text[start] ?? '')) start--;
  return start < 0 || text[start] === '\n';
}

/** Whether a bare whole number is a year. */
export const isYear = (digits: string): boolean => /^(?:19|20)\d{2}$/.test(digits);

const countOf = /(?:^|[^$£€¥\d.,])\d[\d,]* (?:out )?of $/;
/** What stands behind a year, and not behind a count: 118 of 2019 levels. */
const noCounted =
  /^ (?:levels?|prices|values?|figures?|terms|totals?|budgets?|plans?|targets?|graduates|rates|in|on|at|by|for|to|from|of|and|or|but|was|were|is|are|had|has|have)\b/;

/** Whether a number that looks like a year is one of two counts: of “1,740 of 2000 hazards” both, and of “2000 of 1,800 files”. */
export function isOfCounts(text: string, [start, end]: readonly [number, number]): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 16)];
  if (countOf.test(before)) return /^ [a-z]{3,}/.test(behind) && !noCounted.test(behind);
  return (
    /^ (?:out )?of \d[\d,]*(?!\d| [A-Z])/.test(behind) &&
    !/\b(?:in|since|by|until|from|of|for|during|to|on|than|year) $/i.test(before)
  );
}
