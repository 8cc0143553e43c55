import type { Span } from '../quantity/value/formula.ts';
import { signOf } from '../reading/signs.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { behindSign, type Claim } from './claim.ts';
import { enumerationMarksIn, type Mark } from './enumerations.ts';

/** A count that is announced and what is counted behind it: between `least` and `most` things. */
export interface WrongCount {
  /** The count with what is counted. */
  readonly span: Span;
  readonly announced: number;
  readonly found: number;
}

const numerals = '一二三四五六七八九十';
const number = '(?:\\d{1,2}|十[一二三四五六七八九]|[二两三四五六七八九十])';
const chinese = new RegExp(
  `(?<![第\\d.一二三四五六七八九十百千万几数多余前后等其])(${number})(?:个方面|[大项个条类点件步种])(?!一|百分)([^，。；：:、\\n（(]{0,16})(?:[：:]|——|，即|，分别是)`,
  'gu',
);
/** Between count and colon: not what is listed, but what became of it. */
const outcomes =
  /取得|实现|完成|达到|达标|居|位|均|全部|下降|增长|有所|进展|明显|获|被|通过|其中|之一|合格|不|以上|左右|余/;

/** 四项制度（考勤制度、轮训制度）: what stands in a bracket behind a count may be what is counted. */
const bracketed = new RegExp(
  `(?<![第\\d.一二三四五六七八九十百千万几数多余前后等其])“?(${number})(?:(?:个|大|项|类|种|家|条|所|座|支|期|门)([^，。；：:、\\n（()”]{1,12})|(部门|单位|县区|乡镇|街道))”?[（(]([^（()）\\n。；]{4,120})[）)]`,
  'gu',
);

const words = 'two three four five six seven eight nine ten'.split(' ');
const nouns =
  'priorities|goals|objectives|measures|steps|pillars|aims|areas|themes|tasks|actions|projects|programs|programmes|principles|strategies|initiatives|reasons|lessons|changes|strands|parts|problems|challenges|risks|questions|options|phases|stages|commitments|outcomes|topics';
const english = new RegExp(
  `\\b(${words.join('|')}|[2-9]) (?:[a-z-]{2,15} ){0,3}(?:${nouns})(?: (?!were|was|are|is)[a-z]{2,12})?: `,
  'gi',
);
const times = 'years|months|weeks|days|hours|minutes|times|points|percentage|dollars|pounds|euros|quarters';
/** The same of any things, whose names follow, or marks: four clinics: Selby, Whitby and Thirsk; five depots (Hexham, …). */
const englishThings = new RegExp(
  `\\b(${words.join('|')}|[2-9]) (?:[a-z-]{2,15} ){0,2}(?!(?:${times})\\b)([a-z]{3,15}s)((?: (?:were|was|have been|has been|are))? [a-z]{3,14})?(?:: | (\\())`,
  'gi',
);

/** One of these stands between a count and what is counted. */
const announcing = signOf('：', ':', '——', '，即', '，分别是', '（', '(');

/** Counts that a text announces in front of a list of more or fewer things. */
export const countAnnouncements = behindSign(announcing, (text): readonly (WrongCount & Claim)[] =>
  [...wrongCounts(text)].map((each) => ({ ...each, figures: [] })),
);

/** Linear in the length of the text. */
function* wrongCounts(alone: TextAlone): Generator<WrongCount> {
  const { text } = alone;
  let marks: readonly Mark[] | undefined;
  const judge = (
    found: RegExpExecArray | RegExpMatchArray,
    announced: number,
    counted: (text: string, from: number) => Counted | undefined,
  ): WrongCount | undefined => {
    const start = found.index ?? 0;
    const from = start + found[0].length;
    const run = countMarks(text, (marks ??= alone.once(enumerationMarksIn)), from);
    const count = run ?? counted(text, from);
    if (count === undefined || count === 'unknown') return undefined;
    if (isWithin(announced, count)) return undefined;
    const [, most] = count;
    const shown = found[0].replace(/(?:[：:] ?|——|，即|，分别是)$/, '');
    return { span: [start, start + shown.length], announced, found: most };
  };
  for (const found of text.matchAll(chinese)) {
    const { 1: written = '', 2: between = '' } = found;
    if (outcomes.test(between)) continue;
    const wrong = judge(found, numberOf(written), listedZh);
    if (wrong) yield wrong;
  }
  for (const found of text.matchAll(bracketed)) {
    const [whole, written = '', noun = found[3] ?? '', , list = ''] = found;
    const count = listedIn(list, noun.replace(/”$/, ''), numberOf(written));
    if (count === undefined || isWithin(numberOf(written), count)) continue;
    const start = found.index + (whole.startsWith('“') ? 1 : 0);
    const shown = whole.slice(0, whole.search(/”?[（(]/)).replace(/^“/, '');
    yield { span: [start, start + shown.length], announced: numberOf(written), found: count[1] };
  }
  if (!/[a-z](?:: | \()/.test(text)) return;
  for (const found of text.matchAll(englishThings)) {
    const wrong = wrongThings(text, found, (marks ??= alone.once(enumerationMarksIn)));
    if (wrong) yield wrong;
  }
  for (const found of text.matchAll(english)) {
    if (
      /\b(?:of|the (?:first|last|other)) (?:the |its |our )?$/i.test(
        text.slice(Math.max(0, found.index - 12), found.index),
      )
    )
      continue;
    const announced = numberOfEnglish(found[1] ?? '');
    const wrong = judge(found, announced, listedEn);
    if (wrong) yield wrong;
  }
}

const isWithin = (announced: number, [least, most]: Exclude<Counted, 'unknown'>): boolean =>
  announced >= least && announced <= most;

/** What is listed in a bracket behind a count and what it counts; undefined where the bracket says something else of it. */
function listedIn(list: string, noun: string, announced: number): Exclude<Counted, 'unknown'> | undefined {
  if (/等|如|含|包括|其中|\d|[，,：:…]/.test(list)) return undefined;
  const items = list.replaceAll(/“[^”]{1,30}”|《[^》]{1,30}》/g, '甲乙').split('、');
  if (items.some((item) => item.length > 12 || item.length < 2)) return undefined;
  const areOfKind = items.every((item) => item.length > 2 && noun.endsWith(item.slice(-2)));
  // （线上、线下） says how, （优质、示范） says what of them; names are about as many as are said
  const areNames = items.length > 2 && Math.abs(items.length - announced) < 3;
  if (items.length < 2 || !(areOfKind || areNames)) return undefined;
  return [items.length, items.length + (list.match(/[和与及]/g) ?? []).length];
}

/** What stands behind a count of English things, in marks or as names: capitals, or a, an and the. */
function wrongThings(
  text: string,
  found: RegExpExecArray | RegExpMatchArray,
  marks: readonly Mark[],
): WrongCount | undefined {
  const { 0: whole, 1: written = '', 3: verb = '', 4: bracket, index: start = 0 } = found;
  const announced = numberOfEnglish(written);
  if (
    /\b(?:of|the (?:first|last|other)) (?:the |its |our )?$/i.test(text.slice(Math.max(0, start - 12), start))
  )
    return undefined;
  const from = start + whole.length;
  const isKnown = new RegExp(`(?:${nouns})$`, 'i').test(found[2] ?? '') && !/were|was|are|been/.test(verb);
  const run = isKnown && bracket === undefined ? undefined : countMarks(text, marks, from);
  const count =
    run ?? ((isKnown && bracket === undefined) || verb !== '' ? undefined : namedThings(text, from, bracket));
  if (count === undefined || count === 'unknown' || isWithin(announced, count)) return undefined;
  const shown = whole.replace(/(?:: | \()$/, '');
  return { span: [start, start + shown.length], announced, found: count[1] };
}

/** A list of names up to the end of a sentence or a bracket. */
function namedThings(text: string, from: number, bracket: string | undefined): Counted | undefined {
  const rest = text.slice(from, from + 200);
  const end = rest.search(bracket === undefined ? /[.;:(\n]|$/ : /\)|$/);
  if (bracket !== undefined && rest[end] !== ')') return undefined;
  const list = rest.slice(0, end);
  const items = list.split(/,? and |, /);
  const isName =
    /^(?:(?:a|an|the) [a-z’' -]{3,30}|(?:(?:a|an|the) )?\p{Lu}[\p{L}’'-]+(?: (?:of |the )?\p{Lu}[\p{L}’'-]+){0,3})$/u;
  if (!/ and /.test(list) || items.length < 3 || !items.every((item) => isName.test(item))) return undefined;
  return listedEn(`${list}.`, 0);
}

type Counted = readonly [least: number, most: number] | 'unknown';

const numberOfEnglish = (written: string): number =>
  /\d/.test(written) ? Number(written) : words.indexOf(written.toLowerCase()) + 2;

function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  return [...written.replace('两', '二')].reduce((sum, each) => sum + numerals.indexOf(each) + 1, 0);
}

/** The run of marks that begins at a place; undefined where none does. */
function countMarks(text: string, marks: readonly Mark[], from: number): Counted | undefined {
  const first = marks.findIndex(({ span }) => span[0] >= from);
  const begin = marks[first];
  if (begin === undefined || begin.number !== 1 || text.slice(from, begin.span[0]).trim() !== '')
    return undefined;
  const family = (kind: string): string => (/^[是要抓靠]$/.test(kind) ? '是' : kind);
  let count = 1;
  let end = begin.span[1];
  for (const { kind, number: own, span } of marks.slice(first + 1)) {
    if (family(kind) !== family(begin.kind)) continue;
    if (own === 1) break;
    // what is not whole is told by itself
    if (own !== count + 1) return 'unknown';
    count++;
    end = span[1];
  }
  // the last may be told in other words
  if (count === 1 || /最后|此外|另外|还有|其次|\b(?:finally|last|lastly)\b/i.test(text.slice(end)))
    return 'unknown';
  return [count, count];
}

/** A list of names parted by 、 up to the next mark of punctuation. */
function listedZh(text: string, from: number): Counted | undefined {
  const end = from + text.slice(from).search(/[。；;\n！]|$/);
  const list = text
    .slice(from, Math.min(end, from + 200))
    .replaceAll(/“[^”]{1,30}”|《[^》]{1,30}》|（[^）]{1,30}）/g, '甲');
  const [names = '', ...rest] = list.split(/[，,]/);
  if (rest.some((each) => each.includes('、')) || /等|\d|…|[:：]/.test(names)) return undefined;
  const items = names.split('、');
  if (items.length < 2 || items.some((item) => item.length > 12 || item.length < 2)) return undefined;
  // 抓产业、育主体，强基础，优环境: the list goes on
  if (rest.filter((each) => each.length < 7).length > 1) return undefined;
  return [items.length, items.length + (names.match(/[和与及]/g) ?? []).length];
}

/** A list of short names parted by commas up to the end of the sentence. */
function listedEn(text: string, from: number): Counted | undefined {
  const rest = text.slice(from, from + 300);
  const list = rest.slice(0, rest.search(/[.;:\n]|$/));
  if (
    /\d|[()]|\b(?:which|who|that|where|including|such as|like|for example|etc|was|were|is|are|has|have|than)\b/i.test(
      list,
    )
  )
    return undefined;
  // a list in a list, or adjectives: cleaner air, water and soil, and better parks
  const final = list.indexOf(', and ');
  if (final >= 0 && (list.indexOf(' and ') < final || list.lastIndexOf(', ') > final)) return undefined;
  const items = list.split(/, (?:and |or )?/);
  if (items.some((item) => item.split(' ').length > 7)) return undefined;
  const joined = (list.replaceAll(', and ', ', ').match(/ and /g) ?? []).length;
  if (items.length + joined < 2) return undefined;
  // without “, and” the last “and” joins the last thing to the list
  const isPlain = items.length > 1 && final < 0 && joined === 1 && / and /.test(items.at(-1) ?? '');
  return [items.length + (isPlain ? 1 : 0), items.length + joined];
}
