import type { Place } from '../../diagnostic.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { chineseMarks } from './chinese-secrecy.ts';

/** A mark of secrecy, or one that keeps a document inside, with its place. */
export interface SecrecyMark extends Pick<Place, 'path' | 'span'> {
  readonly written: string;
}

/** Every mark of secrecy in a report, in order. */
export const secrecyMarksOf = (reading: Reading): readonly SecrecyMark[] => reading.once(findMarks);

const findMarks = (reading: Reading): readonly SecrecyMark[] =>
  reading.scalars.texts.flatMap(({ path, text }) =>
    reading
      .alone(text)
      .once(marksIn)
      .map((span) => ({ path, span, written: text.slice(...span) })),
  );

/** Without one of these a text has no mark. */
const mayBeMarked =
  /[绝机秘]密|内部|公开|外传|传播|翻印|参阅|传阅|阅知|[阅用会]后|复[制印]|扩散|提供|转[发载]|[内导][使用参传审]|confidential|secret|official|internal|public|distribut|circulat|releas|classified|disclos|shared|do not |use only|embargo/i;

/** What must stand in a text for a kind of mark to be sought in it: what finds one is long, and seldom needed. */
const mayStand = {
  inside: /内部(?:[文资材刊使参掌发]|传阅)|领导(?:干部|同志)?(?:参|传阅|阅知)/,
  alone:
    /密|内部(?:[文资材刊使参掌发]|传阅)|领导(?:干部|同志)?(?:参|传阅|阅知)|(?:公开(?:发布)?|外传|传播|翻印)[.*_\s]{0,9}$|confidential|secret|classified/i,
  english: /not|only|confidential|secret|sensitive|restricted|embargo/i,
};

/** GB/T 9704 7.2.2: the degree, a star and the time, as in 机密★1年. */
const starred = /(?:绝密|机密|秘密) ?[★☆] ?(?:\d{1,3} ?(?:年|个月|天)|[一二三四五六七八九十]{1,3}年|长期)?/g;
/** What stands alone: in a line, a bracket or a sentence of its own. */
const stretches = /[^\n。！!()（）【】[\]]+/g;
const quiet = '(?:公开|外传|外泄|传播|转发|复制|翻印|扩散|上网)';
const ban = `[，,、 　·—]{0,3}(?:(?:不得|请勿|严禁|禁止|不准|切勿|勿|不予)(?:对外)?(?:向?外?${quiet})|(?:请)?(?:注意|妥善)(?:保存|保密|保管))`;
const own = '(?:此件|本件|该件|本文|本报告|本资料|本材料|本文件)';
const inside =
  '(?:单位|系统|机关|局|本局)?内部(?:文件|资料|材料|刊物|使用|参考|参阅|传阅|掌握|发行)|领导(?:干部|同志)?(?:参阅|参考|传阅|阅知)';
const alone = new RegExp(
  `^(?:(?:密级[：: ]{1,2})?(?:绝密|机密|秘密)|绝密件|机密件|秘密件|${own}(?:不予|不|不得|不宜)(?:对外)?公开(?:发布)?|${own}?(?:属于?|[为是系])?(?:仅供|[仅只]限于?|限于?|供)?(?:${inside})(?:${ban})?|(?:请勿|严禁|不得|禁止)(?:对外)?(?:外传|传播|翻印|公开))$`,
);
/** What keeps a document inside by two words, wherever it begins a clause: 内部资料，请勿外传：; of one alone a text may tell. */
const banned = new RegExp(
  `(?:^|(?<=[\n。！；：:，,（(【[—]))[ *#>]{0,4}(${own}?(?:属于?|[为是系])?(?:仅供|[仅只]限于?|限于?)?(?:${inside})${ban}|${own}?(?:属于?|[为是系])?(?:仅供|仅限于?)(?:${inside}))(?=[ *]{0,3}(?:[：:。！）)】\\]\n]|$))`,
  'g',
);
const shared = '(?:distribut|circulat|publish|copi|releas|shar|disclos)ed';
const notFor =
  'not for (?:(?:public|general|wider) )?(?:release|distribution|publication|circulation|disclosure)';
const useOnly = '(?:for )?(?:internal|official|office|staff) (?:use|circulation|distribution) only';
const doNot = 'do not (?:distribute|copy|circulate|publish|forward|share|disclose)';
const secret = '(?:(?:strictly|company|business|commercially|highly) )?(?:private (?:and|&) )?confidential';
const draft = '(?:draft ?[-–—:,] ?)?';
const kept = `${notFor}|${useOnly}|${doNot}|not to be ${shared}(?: (?:outside|beyond|with|to) [a-z ’']{3,40})?`;
/** Marks that no sentence begins with. */
const englishMark = new RegExp(
  `(?:this (?:report|document|paper) is )?(?:${draft}(?:${kept})|${secret}(?= ?[-–—:,] ?(?:${kept})| and (?:${kept}))|(?:restricted|sensitive|secret|classified)(?= ?[-–—:,] ?(?:${kept}))|(?:strictly|commercially|highly) confidential|(?:strictly )?private (?:and|&) confidential|top secret|official ?[-–—:, ] ?sensitive|restricted distribution|this (?:report|document|paper|draft) is (?:restricted|confidential) to [a-z ’']{3,60})(?:(?: ?[-–—:,] ?| and )(?:${kept}|confidential))?|this (?:report|document|paper|draft) (?:must|may|should|can|is) ?not (?:to )?be ${shared}(?: (?:outside|beyond|with|to) [a-z ’']{3,40})?`,
  'gi',
);
const singleMark = /^(?:(?:this (?:report|document|paper) is )?confidential|secret|classified)$/i;

/** What is told of a report itself, as long as it holds. */
const embargo =
  /\b(?:reports?|figures|data|documents?|chapters?|sections?|results|statistics|findings|tables?|papers?|drafts?|briefings?)\b[^.;\n]{0,60}\b(?:is|are|remains?) (?:strictly )?((?:embargoed|under embargo)(?: (?:until|till) [^,.;\n]{1,24}?(?= and\b|[,.;\n]|$))?)|(?:^|[\n([])[*_#> ]{0,3}((?:under )?embargo(?:ed)?:? (?:until|till) [^,.;\n)\]]{1,24})/gi;

/** The marks of a text. Words about marks and secrets are none, nor is what is quoted. */
export function marksIn({ text }: Pick<TextAlone, 'text'>): readonly Span[] {
  if (!mayBeMarked.test(text)) return [];
  const found: Span[] = [...standingAlone(text)];
  for (const { 0: written, index } of text.includes('密') ? text.matchAll(starred) : [])
    if (!/[“"「『《]$/.test(text.slice(0, index))) found.push([index, index + written.trimEnd().length]);
  for (const { 0: all, 1: written = '', index } of mayStand.inside.test(text) ? text.matchAll(banned) : []) {
    const start = index + all.indexOf(written);
    // 制定规定，内部资料不得外传。 tells what is asked of others
    const isToReader =
      /[：:）)】\]]/.test(text.charAt(start + written.length)) || /仅供|[仅只]限|请勿|本/.test(written);
    if (isToReader || !/[，,：:；]/.test(text.charAt(index - 1))) found.push([start, start + written.length]);
  }
  if (mayStand.english.test(text)) found.push(...inEnglish(text), ...embargoed(text));
  return apart(found);
}

/** What is the whole of a line, a bracket or a sentence. */
function* standingAlone(text: string): Generator<Span> {
  for (const { 0: stretch, index } of text.matchAll(stretches)) {
    if (stretch.length > 80) continue;
    if (isWholeStretch(text, index, stretch.length))
      for (const [from, to] of chineseMarks(stretch)) yield [index + from, index + to];
    if (!mayStand.alone.test(stretch)) continue;
    const words = stretch.trim().replace(/^[#*_> ]{1,6}/, '');
    const mark = words.replace(/[.*_ ]{1,6}$/, '');
    if (mark === '' || !(alone.test(mark) || isSingleMark(mark))) continue;
    const start = index + stretch.indexOf(mark);
    if (isWholeStretch(text, index, stretch.length)) yield [start, start + mark.length];
  }
}

/** What is kept back until a day. */
function* embargoed(text: string): Generator<Span> {
  for (const { 0: all, 1: told, 2: mark = told ?? '', index } of text.matchAll(embargo)) {
    const end = index + all.length;
    yield [end - mark.length, end];
  }
}

/** English marks that begin and end with a mark of punctuation; behind a comma with a capital letter. */
function* inEnglish(text: string): Generator<Span> {
  for (const { 0: written, index } of text.matchAll(englishMark)) {
    const end = index + written.length;
    const before = text.slice(Math.max(0, index - 3), index);
    const isFirst =
      /(?:^|[\n([]|[.!?:;] |[–—-] |(?:^|[\n ])[*_#>]{1,2} ?)$/.test(before) ||
      (before.endsWith(', ') && /^[A-Z]/.test(written));
    if (isFirst && /^(?:[:.!;)\]\n*_]| ?[–—]| - |\s*$)/.test(text.slice(end, end + 3))) yield [index, end];
  }
}

/** Marks in order, of which none stands in another. */
function apart(found: readonly Span[]): readonly Span[] {
  const all = [...found].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return all.filter(
    ([start], at) => at === 0 || start >= Math.max(...all.slice(0, at).map(([, end]) => end)),
  );
}

/** A single small word is a heading or an answer sooner than a mark. */
const isSingleMark = (mark: string): boolean =>
  singleMark.test(mark) && (/[ -]/.test(mark) || mark === mark.toUpperCase());

/** Whether a bracket that a stretch stands in is closed, and no link: [Secret](…). */
function isWholeStretch(text: string, start: number, length: number): boolean {
  const end = start + length;
  return !(text[start - 1] === '[' && text.startsWith('](', end));
}
