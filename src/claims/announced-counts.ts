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

const words = 'two three four five six seven eight nine ten'.split(' ');
const nouns =
  'priorities|goals|objectives|measures|steps|pillars|aims|areas|themes|tasks|actions|projects|programs|programmes|principles|strategies|initiatives|reasons|lessons|changes|strands|parts|problems|challenges|risks|questions|options|phases|stages|commitments|outcomes|topics';
const english = new RegExp(
  `\\b(${words.join('|')}|[2-9]) (?:[a-z-]{2,15} ){0,3}(?:${nouns})(?: (?!were|was|are|is)[a-z]{2,12})?: `,
  'gi',
);

/** One of these stands between a count and what is counted. */
const announcing = signOf('：', ':', '——', '，即', '，分别是');

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
    const [least, most] = count;
    if (announced >= least && announced <= most) return undefined;
    const shown = found[0].replace(/(?:[：:] ?|——|，即|，分别是)$/, '');
    return { span: [start, start + shown.length], announced, found: most };
  };
  for (const found of text.matchAll(chinese)) {
    const { 1: written = '', 2: between = '' } = found;
    if (outcomes.test(between)) continue;
    const wrong = judge(found, numberOf(written), listedZh);
    if (wrong) yield wrong;
  }
  if (!/[a-z]: /.test(text)) return;
  for (const found of text.matchAll(english)) {
    if (
      /\b(?:of|the (?:first|last|other)) (?:the |its |our )?$/i.test(
        text.slice(Math.max(0, found.index - 12), found.index),
      )
    )
      continue;
    const written = (found[1] ?? '').toLowerCase();
    const announced = /\d/.test(written) ? Number(written) : words.indexOf(written) + 2;
    const wrong = judge(found, announced, listedEn);
    if (wrong) yield wrong;
  }
}

type Counted = readonly [least: number, most: number] | 'unknown';

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
