import type { TextAlone } from '../reading/text-alone.ts';
import { isHanAt, type Amiss } from './amiss.ts';
import { punctuationOf, type Point } from './punctuation.ts';

export type DashFault = 'range' | 'wave' | 'dash' | 'lone' | 'dots' | 'dots-etc';

/**
 * Dashes and dots that are not as long as they should be: a hyphen in a range, for which stands — or ～ (GB/T 15834-2011, 4.13.3), a narrow
 * wave, -- ... and a lone … for ……, and …… beside 等, which says the same.
 */
export function dashFaults(words: TextAlone): readonly Amiss<DashFault>[] {
  const { text } = words;
  const found: Amiss<DashFault>[] = [];
  let end = 0;
  for (const mark of words.once(punctuationOf).marks) {
    if (!sought.has(mark.char) || mark.at < end || !mark.chinese || mark.paragraph.kind === 'row') continue;
    const fault = rangeAt(text, mark) ?? dashAt(text, mark) ?? dotsAt(text, mark);
    if (fault === undefined) continue;
    found.push(fault);
    end = fault.span[1];
  }
  return found;
}

const sought: ReadonlySet<string> = new Set('-–—~.。…');

/** A code, a telephone number, a house, a day: what a hyphen belongs to. */
const isCode = (text: string, at: number): boolean => {
  const [before, behind] = [
    tokenBefore(text, at),
    /^[A-Za-z\d/.-]*/.exec(text.slice(at + 1, at + 25))?.[0] ?? '',
  ];
  return (
    /[A-Za-z/-]/.test(before + behind) ||
    isNumberOfList(text, at - before.length, before, behind) ||
    (/^\d{3,4}$/.test(before) && /^\d{7,8}$/.test(behind)) ||
    (isYear(behind) && /^\d{3,}$/.test(before) && !isYear(before)) ||
    (isYear(before) &&
      /^0\d$|^1[0-2]$/.test(behind) &&
      !/^[年月日]/.test(text.slice(at + 1 + behind.length))) ||
    /[A-Za-z/]\s?$/.test(text.slice(Math.max(0, at - before.length - 2), at - before.length)) ||
    /^\s?(?:号楼|号院|栋|幢|座|单元|室|房|户型|号房)/.test(text.slice(at + 1 + behind.length))
  );
};
/** 15-1 before a title, at the beginning of a line: the first of what belongs to 15. */
const isNumberOfList = (text: string, start: number, before: string, behind: string): boolean =>
  /(?:^|\n)[\s（(]{0,4}(?:表|图|附件|附表)?$/.test(text.slice(Math.max(0, start - 8), start)) &&
  /^\d{1,3}$/.test(before) &&
  /^\d{1,2}$/.test(behind) &&
  Number(behind) <= Number(before);

/** The letters and digits of a code that end at a place. */
function tokenBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 24 && /[A-Za-z\d/.-]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** 2017-2020年, 11月22-24日, 15%~20%: a hyphen or a narrow wave between two figures of a range. */
function rangeAt(text: string, { at, char }: Point): Amiss<DashFault> | undefined {
  if (!/[-–~]/.test(char) || (char === '-' && text.charAt(at + 1) === '-')) return undefined;
  const left = /\d[%％]?$|\d[年月日时号岁万亿元]+$/.test(text.slice(Math.max(0, at - 6), at));
  const right = /^\d[\d.,]*\s?(?:[%％‰]|[\u3400-\u9fff])/.test(text.slice(at + 1, at + 20));
  if (!left || !right || isCode(text, at)) return undefined;
  if (char === '~') return { kind: 'wave', span: [at, at + 1], insert: '～' };
  return { kind: 'range', span: [at, at + 1], insert: '—' };
}

/** -- between Chinese words. */
function dashAt(text: string, { at, char }: Point): Amiss<DashFault> | undefined {
  if (char === '-' && text.charAt(at + 1) === '-') {
    const [dashes = ''] = /^-+/.exec(text.slice(at)) ?? [];
    const isWithin = isHanAt(text, at - 1) && isHanAt(text, at + dashes.length);
    return isWithin ? { kind: 'dash', span: [at, at + dashes.length], insert: '——' } : undefined;
  }
  return char === '—' ? loneDash(text, at) : undefined;
}

/** “青春心向党—奋进新征程”: one — between the clauses of a slogan or a title, which joins places and times and parts no clauses. */
function loneDash(text: string, at: number): Amiss<DashFault> | undefined {
  const before = text.slice(Math.max(0, at - 30), at);
  const open = Math.max(before.lastIndexOf('“'), before.lastIndexOf('《'));
  const [left, right = ''] = [
    before.slice(open + 1),
    /^[^”》]{0,30}(?=[”》])/.exec(text.slice(at + 1, at + 32))?.[0],
  ];
  const isLone = open !== -1 && clause.test(left) && clause.test(right) && !ends.test(left);
  return isLone ? { kind: 'lone', span: [at, at + 1], insert: '——' } : undefined;
}
const clause = /^[\u3400-\u9fff，]{4,}$/;
/** What ends the name of a place, a time or a stage. */
const ends = /[站城市县区镇乡村路桥港岛山湖河江关州厂院校馆口门园场线段街月日年季期级]$/;

function dotsAt(text: string, { at, char }: Point): Amiss<DashFault> | undefined {
  if (text.charAt(at - 1) === char || (char !== '…' && text.charAt(at + 1) !== char)) return undefined;
  if (!/[.。…]/.test(char)) return undefined;
  const [dots = ''] = /^(?:\.{3,}|。{3,}|…+)/.exec(text.slice(at, at + 20)) ?? [];
  if (dots === '') return undefined;
  const end = at + dots.length;
  if (text.charAt(at - 1) === '等' || text.charAt(end) === '等') return { kind: 'dots-etc', span: [at, end] };
  if (dots === '……' || dots === '…………') return undefined;
  return { kind: 'dots', span: [at, end], insert: '……' };
}
