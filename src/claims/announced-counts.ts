import { signOf } from '../reading/signs.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { behindSign, type Claim } from './claim.ts';
import { countMarks, isAsMany, listedZh, type Counted } from './counted-lists.ts';
import { countWords, englishAnnouncements, type WrongCount } from './english-announced.ts';
import { enumerationMarksIn, type Mark } from './enumerations.ts';

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

/** One of these stands between a count and what is counted. */
const announcing = signOf(
  '：',
  ':',
  '——',
  '，即',
  '，分别是',
  '（',
  '(',
  'both ',
  ...countWords.map((word) => `${word} `),
);

/** Counts that a text announces in front of a list of more or fewer things. */
export const countAnnouncements = behindSign(announcing, (text): readonly (WrongCount & Claim)[] =>
  [...wrongCounts(text)].map((each) => ({ ...each, figures: [] })),
);

/** Linear in the length of the text. */
function* wrongCounts(alone: TextAlone): Generator<WrongCount> {
  const { text } = alone;
  const marks = (): readonly Mark[] => alone.once(enumerationMarksIn);
  for (const found of text.matchAll(chinese)) {
    const { 0: whole, 1: written = '', 2: between = '', index: start } = found;
    if (outcomes.test(between)) continue;
    const from = start + whole.length;
    const count = countMarks(text, marks(), from) ?? listedZh(text, from);
    const announced = numberOf(written);
    if (count === undefined || count === 'unknown' || isAsMany(announced, count)) continue;
    const shown = whole.replace(/(?:[：:] ?|——|，即|，分别是)$/, '');
    yield { span: [start, start + shown.length], announced, found: count[1] };
  }
  yield* inBrackets(text);
  yield* englishAnnouncements(text, marks);
}

/** 四项制度（考勤制度、轮训制度）. */
function* inBrackets(text: string): Generator<WrongCount> {
  for (const found of text.matchAll(bracketed)) {
    const [whole, written = '', noun = found[3] ?? '', , list = ''] = found;
    const count = listedIn(list, noun.replace(/”$/, ''), numberOf(written));
    if (count === undefined || isAsMany(numberOf(written), count)) continue;
    const start = found.index + (whole.startsWith('“') ? 1 : 0);
    const shown = whole.slice(0, whole.search(/”?[（(]/)).replace(/^“/, '');
    yield { span: [start, start + shown.length], announced: numberOf(written), found: count[1] };
  }
}

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

function numberOf(written: string): number {
  if (/\d/.test(written)) return Number(written);
  return [...written.replace('两', '二')].reduce((sum, each) => sum + numerals.indexOf(each) + 1, 0);
}
