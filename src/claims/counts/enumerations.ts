import type { TextAlone } from '../../reading/text-alone.ts';
import type { Span } from '../../quantity/value/formula.ts';
import type { Claim } from '../claim.ts';

/** A mark of an enumeration: 二是, 第三，, （4）, “Fourth,”, (b). */
export interface Mark {
  readonly span: Span;
  /** Marks of one kind make a run. */
  readonly kind: string;
  readonly number: number;
}

/** A mark that stands where another is due. */
export interface BrokenRun {
  readonly before: Mark;
  readonly mark: Mark;
  readonly fault: 'missing' | 'repeated';
}

const numerals = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const bracketed = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽';
const roman = 'i ii iii iv v vi vii viii ix x'.split(' ');
/** What is numbered with its number behind it: stage 1), note 2. */
const labels =
  'stage|room|step|phase|grade|note|section|part|point|item|no|number|level|class|type|group|zone|unit|line|figure|table|page|option|question|year|week|day|paragraph|clause|rule|article|lot|block|tier|band';
/** 再次 may be left out. */
const thens = ['首先', '其次', '再次'];
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** Marks stand at the beginning of a line or behind a mark of punctuation, in English (1) behind a word as well. */
const marks = new RegExp(
  [
    `(?:^|[\\n。；;，,：:！、.!]|(?<=[a-z])(?= \\())[ *-]{0,4}(?:and )?(?:${[
      `(十?[${numerals}])(是|要|抓|靠)`,
      `第([${numerals}])(?=[，：]|、(?!第))`,
      `其([${numerals}])(?=[，：])`,
      `第(?<nth>[${numerals}])(?<noun>步|类|方面|阶段|层面?)(?=[，：]|[为是](?=[\\p{Script=Han}]))`,
      `(?<then>首先|其次|再次)(?=[，、])`,
      `[（(](?:(\\d{1,2})|(十?[${numerals}]))[）)](?=[ *、．.]{0,3}[\\p{Script=Han}“《])`,
      `(\\d{1,2})[.．、）)] ?(?=[\\p{Script=Han}“《])`,
      `\\((?:(\\d{1,2})|([a-j]|[iv]{2,4}|ix))\\) (?!(?:and|or|of|in|is|are|was|above|below)\\b|to [(\\d])(?=[A-Za-z\\d£$€“])`,
      `(${ordinals.map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')})(?:ly)?(?=, )`,
    ].join('|')})`,
    `([${circled}${bracketed}])(?=[\\p{Script=Han}])`,
    `(?:(?:^|[\\n.:;,])[ *-]{0,4}(?:and )?|(?<!\\b(?:${labels})s?)(?<=[a-z]) )(?:(\\d{1,2})\\) |(?<=[:;\\n] ?)(\\d)\\. )(?!(?:and|or|of|in|is|are|was|above|below)\\b|to [(\\d])(?=[A-Za-z\\d£$€“])`,
    `(?:^|[\\n.;])[ *-]{0,4}(?<label>Step|Stage|Phase|Strand|Pillar) (?<order>\\d{1,2})(?=\\*{0,2}(?:[:.]\\*{0,2} | [–—-] ))`,
  ].join('|'),
  'gu',
);

/** Behind these stand clauses, and marks of every kind. */
const weak = /^[，,、]/;

/** One of these stands in every text with a first mark. */
const mayEnumerate =
  /一[是要抓靠]|[第其]一[，：、步类方阶层]|首先|[（(](?:一|1|a|i)[）)]|[①⑴]|1[.．、）)](?!\d)|[Ff]irst|(?:Step|Stage|Phase|Strand|Pillar) 1\b/;

/** The marks of a text. */
export const enumerationMarksIn = ({ text }: TextAlone): readonly Mark[] => enumerationMarks(text);

/** Where the enumerations of a text miss a point, or have one twice. */
export const brokenRunClaims = (text: TextAlone): readonly (BrokenRun & Claim)[] => {
  const marks = text.once(enumerationMarksIn);
  return marks.length < 2 ? [] : [...brokenRuns(text.text, marks)].map((each) => ({ ...each, figures: [] }));
};

/** The marks of a text, in order. Linear in the length of the text. */
export function enumerationMarks(text: string): readonly Mark[] {
  if (!mayEnumerate.test(text)) return [];
  const isRoman = text.includes('(ii)');
  const all = [...text.matchAll(marks)].map((found): Mark & { readonly isWeak: boolean } => {
    const end = found.index + found[0].trimEnd().length;
    const start = end - found[0].trim().replace(/^[。；;，,：:！、.! *-]{1,6}(?:and )?/, '').length;
    const mark = markOf(found, isRoman);
    // 第一，in the middle of a clause: 省内第一，第二
    const isWeak = weak.test(found[0]) && ['第', '其', '1.', 'first'].includes(mark.kind);
    return { span: [start, end] as const, ...mark, isWeak };
  });
  return all.filter(({ isWeak, ...mark }, at) => !isWeak || leads(text, mark, all.slice(at + 1, at + 4)));
}

/** Whether a mark behind a comma is the first of a run whose others stand behind stronger marks: 围绕重建，第一，…；第二，…. */
function leads(text: string, mark: Mark, behind: readonly (Mark & { readonly isWeak: boolean })[]): boolean {
  const next = behind.find(({ kind }) => kind === mark.kind);
  return (
    mark.number === 1 &&
    next !== undefined &&
    !next.isWeak &&
    next.number === 2 &&
    !text.slice(mark.span[1], next.span[0]).includes('\n')
  );
}

function markOf(found: RegExpMatchArray, isRoman: boolean): Omit<Mark, 'span'> {
  const { then, nth: order, noun, label: name, order: at } = found.groups ?? {};
  if (name !== undefined) return { kind: name, number: Number(at) };
  if (then !== undefined) return { kind: '首先', number: thens.indexOf(then) + 1 };
  if (order !== undefined) return { kind: `第${noun ?? ''}`, number: numberOf(order) };
  return markOfNumber([...found.slice(0, 5), ...found.slice(8)], isRoman);
}

function markOfNumber(found: readonly (string | undefined)[], isRoman: boolean): Omit<Mark, 'span'> {
  const [, item, verb = '', nth, its, arabic, bracket, typed, number, letter, word = '', circle] = found;
  const [plain = arabic ?? number, point = typed] = found.slice(12);
  if (item !== undefined) return { kind: verb, number: numberOf(item) };
  if (nth !== undefined) return { kind: '第', number: numberOf(nth) };
  if (its !== undefined) return { kind: '其', number: numberOf(its) };
  if (point !== undefined) return { kind: '1.', number: Number(point) };
  if (bracket !== undefined) return { kind: '（一）', number: numberOf(bracket) };
  if (circle !== undefined) return { kind: '①', number: inCircle(circle) };
  if (letter !== undefined) return lettered(letter, isRoman);
  if (plain !== undefined) return { kind: '(1)', number: Number(plain) };
  return { kind: 'first', number: ordinals.indexOf(word.toLowerCase()) + 1 };
}

const inCircle = (sign: string): number => Math.max(circled.indexOf(sign), bracketed.indexOf(sign)) + 1;

/** (c) is the third, and (iii); (i) is the ninth or the first. */
const lettered = (letter: string, isRoman: boolean): Omit<Mark, 'span'> =>
  isRoman && roman.includes(letter)
    ? { kind: '(i)', number: roman.indexOf(letter) + 1 }
    : { kind: '(a)', number: letter.charCodeAt(0) - 0x60 };

/** 十一 is 11. */
const numberOf = (written: string): number =>
  [...written].reduce((sum, numeral) => sum + numerals.indexOf(numeral) + 1, 0);

/** Where runs of marks that begin with the first miss one or have one twice. A run that begins elsewhere is let alone. */
function* brokenRuns(text: string, found: readonly Mark[]): Generator<BrokenRun> {
  const runs = new Map<string, { last: Mark; around: Mark | undefined }>();
  for (const mark of found) {
    const run = runs.get(mark.kind);
    if (mark.number === 1) {
      // 一是…：一是…，二是…；二是…: a run within a sentence of another
      const isWithin = run !== undefined && !/[。\n]/.test(text.slice(run.last.span[1], mark.span[0]));
      runs.set(mark.kind, { last: mark, around: isWithin ? run.last : undefined });
      continue;
    }
    if (run === undefined) continue;
    const { last: before, around } = run;
    run.last = mark;
    if (mark.number === before.number + 1) continue;
    if (around !== undefined && mark.number === around.number + 1) {
      run.around = undefined;
      continue;
    }
    const fault = faultOf(text, found, before, mark);
    if (fault !== undefined) yield { before, mark, fault };
  }
}

function faultOf(
  text: string,
  found: readonly Mark[],
  before: Mark,
  mark: Mark,
): BrokenRun['fault'] | undefined {
  if (mark.number < before.number) return undefined;
  if (mark.number === before.number) return 'repeated';
  // 首先…再次… may do without 其次
  if (mark.kind === '首先') return undefined;
  const due = before.number + 1;
  const between = text.slice(before.span[1], mark.span[0]);
  // what is missing may be told in other words: 二要, 其次, “then”
  const isTold =
    found.some(({ number, span }) => number === due && span[0] > before.span[0] && span[0] < mark.span[0]) ||
    /其次|再次|再者|然后|\b(?:then|next|also)\b/i.test(between) ||
    (due === 2 && /\bsecond\b/i.test(between)) ||
    ['，', '；', '。', '、', '第', '\n'].some((sign) => between.includes(sign + numerals[due - 1]));
  return isTold ? undefined : 'missing';
}
