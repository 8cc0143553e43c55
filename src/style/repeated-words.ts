import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { proseOf, punctuationOf } from './punctuation.ts';
import { isAcrossWords, standsAlone } from './word-edges.ts';

export type RepeatFault = 'phrase' | 'particle' | 'word';

const particles: ReadonlySet<string> = new Set('的了和与及对将把被由在是');
/** Words that are doubled on purpose. */
const meant = /^(?:实实在在|大大小小|方方面面|点点滴滴|.)$/;
const said = new Set(['had', 'that', 'very', 'so', 'bye', 'no', 'ha', 'well', 'Duran', 'Walla', 'New']);

/**
 * Words that stand twice in a row: a phrase (加大培训力度，加大培训力度), a particle (的的), an English word (“the the”). Doubled on purpose are
 * 实实在在, 研究研究 and 一项一项; those are let pass.
 */
export function repeatedWords(words: TextAlone): readonly Amiss<RepeatFault>[] {
  const prose = proseOf(words);
  const found = [...repeatedPhrases(prose)];
  for (let at = 1; at < prose.length; at++) {
    if (prose.charCodeAt(at) !== prose.charCodeAt(at - 1)) continue;
    const span = [at - 1, at + 1] as const;
    const isTwice = particles.has(prose.charAt(at)) ? !isWord(prose, span) : isTypedTwice(prose, at);
    if (isTwice) found.push({ kind: 'particle', span, insert: prose.charAt(at) });
    at++;
  }
  if (words.once(punctuationOf).has.latin) found.push(...repeatedLatin(prose));
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** Two words apart by blanks alone, neither of Han characters. */
const inARow = /[^\s\d\u3400-\u9fff][ \t]+[^\s\d\u3400-\u9fff]/;

/** Words of many sentences, of which the first character is typed twice: 发发展; not where it ends another word, as in 激发发展. */
const usual = new Set(
  '发展 加强 推进 提升 完善 落实 开展 实施 创新 深入 坚持 强化 提高 加快 加大 促进 健全 优化 推动 确保 实现 取得 积极 认真 扎实 解决'.split(
    ' ',
  ),
);

/** Whether a character is typed twice by mistake: 我们们, 第四次次会议, 发发展. */
function isTypedTwice(prose: string, at: number): boolean {
  const char = prose.charAt(at);
  if (char === '们') return true;
  if ('次届批期'.includes(char))
    return (
      /第[一二三四五六七八九十\d]{1,4}$/.test(prose.slice(Math.max(0, at - 6), at - 1)) &&
      !/[要生级品数均]/.test(prose.charAt(at + 1))
    );
  return usual.has(prose.slice(at, at + 2)) && standsAlone(prose, at - 1);
}

function* repeatedLatin(prose: string): Generator<Amiss<RepeatFault>> {
  if (!inARow.test(prose)) return;
  for (const { 0: run, 1: word = '', 2: again = '', index } of prose.matchAll(
    /(?<![\p{L}\p{N}'’.-])(\p{Script=Latin}+)(?:[ \t]+(\1)(?![\p{L}\p{N}'’-]))+/giu,
  ))
    if (
      (again === word || again === word.toLowerCase()) &&
      !said.has(word) &&
      (word === word.toLowerCase() || /^(?:The|A|An|In|Of|We|It)$/.test(word))
    )
      yield { kind: 'word', span: [index + word.length, index + run.length], insert: '' };
}

/** Whether a phrase repeats itself, as in 天天天. */
const isRepetition = (phrase: string): boolean => (phrase + phrase).indexOf(phrase, 1) < phrase.length;

/** How long a repeated phrase is, in characters. */
const [SHORTEST, LONGEST] = [3, 12];

/** Phrases of Han characters that stand twice in a row, with 、 or a comma between them or none. One pass. */
function* repeatedPhrases(prose: string): Generator<Amiss<RepeatFault>> {
  for (let at = 0; at + 2 * SHORTEST <= prose.length; at++) {
    const first = prose.charCodeAt(at);
    if (first < 0x3400 || first > 0x9fff) continue;
    for (let step = LONGEST + 1; step >= SHORTEST; step--) {
      if (prose.charCodeAt(at + step) !== first) continue;
      const repeat = repeatAt(prose, at, step);
      if (repeat === undefined) continue;
      yield repeat;
      at = repeat.span[1] - 1;
      break;
    }
  }
}

/** A phrase at a place that stands again so many characters further. */
function repeatAt(prose: string, at: number, step: number): Amiss<RepeatFault> | undefined {
  const mark = '，、,'.includes(prose.charAt(at + step - 1)) ? 1 : 0;
  const length = step - mark;
  const phrase = prose.slice(at, at + length);
  if (length < SHORTEST || length > LONGEST || !prose.startsWith(phrase, at + step)) return undefined;
  if (/[^\u3400-\u9fff]/.test(phrase) || meant.test(phrase) || isMeasured(phrase) || isRepetition(phrase))
    return undefined;
  if (mark === 1 && !isWhole(prose, at, at + step + length)) return undefined;
  const isList = mark === 1 && prose.charAt(at + length) === '、';
  return {
    kind: 'phrase',
    span: [at + length, at + step + length],
    ...(!isList && { insert: '' }),
  };
}

/** Whether clauses begin and end at two places: in 按期答复，按期答复率 and 无保留意见、保留意见 words that are alike stand for different things. */
const isWhole = (prose: string, from: number, to: number): boolean =>
  (from === 0 || isMark.test(prose.charAt(from - 1))) &&
  (to === prose.length || isMark.test(prose.charAt(to)));
const isMark = /[\s，。；：、！？,;:（）()“”]/;

/** 一户一户, 一件一件: counted one by one. */
const isMeasured = (phrase: string): boolean => /^[一逐每][\u3400-\u9fff]{1,2}$/.test(phrase);

/** Whether doubled particles belong to words: 目的的确 by 目的 and 的确, 实在在于, 了了 of a name. */
const isWord = (prose: string, [start, end]: readonly [number, number]): boolean =>
  isAcrossWords(prose, [start, end]) ||
  /^(?:实实在在|是是非非|目的的确|对对碰)/.test(prose.slice(Math.max(0, start - 2), end + 2)) ||
  /(?:目的的|为了了|除了了)/.test(prose.slice(Math.max(0, start - 1), end)) ||
  isAcrossWords(prose, [start + 1, end]) ||
  isAcrossWords(prose, [start, start + 1]);
