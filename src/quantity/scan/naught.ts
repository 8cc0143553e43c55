import { isHan, isOneOf } from '../characters.ts';

/** What did not happen, behind 没有 and 未. */
const happenings = ['发生', '出现', '收到', '查出'] as const;
/** What there was none of, up to some characters behind 没有 and 无. */
const mishaps = ['事故', '案件', '事件', '投诉', '违纪', '上访', '伤亡', '违规', '欠薪'] as const;
const FARTHEST = 14;
/** What there was none of, right behind 零. */
const nones = ['事故', '投诉', '上访', '违纪', '伤亡', '发生', '感染', '差错'] as const;

const startsWithOne = (words: readonly string[], text: string, at: number): boolean =>
  words.some((word) => text.startsWith(word, at));

/** How long the words are that begin at a place and say that something did not happen: 没有发生, 无, 零事故; 0 where none do. */
export function naughtAt(text: string, at: number): number {
  if (text[at] === '零') return startsWithOne(nones, text, at + 1) ? 3 : 0;
  const negation = text.startsWith('没有', at) ? 2 : isOneOf('未无', text, at) ? 1 : 0;
  if (negation === 0) return 0;
  const verb = text[at + negation] === '再' ? at + negation + 1 : at + negation;
  if (text[at] !== '无' && startsWithOne(happenings, text, verb)) return verb + 2 - at;
  return text[at] !== '未' && isBeforeMishap(text, at + negation) ? negation : 0;
}

function isBeforeMishap(text: string, from: number): boolean {
  let at = from;
  for (let count = 0; count <= FARTHEST; count++) {
    if (startsWithOne(mishaps, text, at)) return true;
    const code = text.codePointAt(at);
    if (code === undefined || !isHan(code)) return false;
    at += code > 0xffff ? 2 : 1;
  }
  return false;
}
