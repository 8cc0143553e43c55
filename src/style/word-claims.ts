import type { TextAlone } from '../reading/text-alone.ts';
import type { Amiss } from './amiss.ts';
import { certainMisspellings, doubtfulWords, variantWords } from './misspellings.ts';
import { isAcrossWords } from './word-edges.ts';
import { entriesOf, spellingsIn, wordList, type Spelling, type WordList } from './word-list.ts';

/** How sure it is that a word is wrong: wherever it stands, in most sentences, or only by what official texts prefer. */
export type Degree = 'misspelt' | 'doubt' | 'variant';

let dictionary: WordList<Degree> | undefined;

/** Up to so many characters may belong to two words by chance; longer ones are proverbs, which say by themselves where they end. */
const BY_CHANCE = 3;

/** The wrong words of a text, by their degree; not what stands by itself in quotes, where a text speaks of the word. */
export function wrongWords({ text }: TextAlone): readonly Amiss<Degree>[] {
  dictionary ??= wordList([
    ...entriesOf(certainMisspellings, 'misspelt'),
    ...entriesOf(doubtfulWords, 'doubt'),
    ...entriesOf(variantWords, 'variant'),
  ]);
  const found: Amiss<Degree>[] = spellingsIn(text, dictionary)
    .filter((spelling) => isUsed(text, spelling))
    .map(({ span, entry: { degree, right } }) => ({ kind: degree, span, insert: right }));
  const starts = new Set(found.map(({ span }) => span[0]));
  const likely = [...likelyWords(text)].filter(({ span }) => !starts.has(span[0]));
  return [...found, ...likely].sort((a, b) => a.span[0] - b.span[0]);
}

const isUsed = (text: string, { span, entry: { wrong } }: Spelling): boolean =>
  !(/[“"‘「`]/.test(text.charAt(span[0] - 1)) && /[”"’」`]/.test(text.charAt(span[1]))) &&
  !(wrong.length <= BY_CHANCE && isAcrossWords(text, span));

/** What ends at a time: 报名截止12月底. */
const ends = /(?:报名|申报|征集|投稿|登记|受理|投标|提交|报送|缴费|填报)$/;

/** What words beside it say that a word is another: 登陆网站, 群众反应问题, 截止 before a time. */
function* likelyWords(text: string): Generator<Amiss<Degree>> {
  if (text.includes('登陆'))
    for (const { index } of text.matchAll(
      /登陆(?=[^，。；\n海岸岛]{2,10}(?:网站|平台|系统|门户|客户端|APP|账号|网上))/g,
    ))
      yield { kind: 'doubt', span: [index, index + 2], insert: '登录' };
  if (text.includes('反应'))
    for (const { index } of text.matchAll(
      /(?<=(?:群众|市民|居民|村民|职工|企业|代表|家长|业主|来信|来电|投诉|信访人?)(?:向[^，。；\n]{1,8})?(?:集中|普遍|强烈|多次)?)反应(?=(?:的)?(?:问题|困难|诉求|意见|情况|事项|线索))/g,
    ))
      yield { kind: 'doubt', span: [index, index + 2], insert: '反映' };
  if (text.includes('截止')) yield* untilDates(text);
}

/** 截止 before a time: it says that something ends, and stands behind its time; up to a time is 截至. 截止到 is tolerated. */
function* untilDates(text: string): Generator<Amiss<Degree>> {
  const until = /截止[到至于]?(?=\d{4}年|\d{1,2}月|[今去前]年|年底|目前|当前|\d{1,2}日)/g;
  for (const { 0: run, index } of text.matchAll(until))
    if (!text.startsWith('截止目前', index) && !ends.test(text.slice(Math.max(0, index - 4), index)))
      yield { kind: run.length > 2 ? 'variant' : 'doubt', span: [index, index + run.length], insert: '截至' };
}
