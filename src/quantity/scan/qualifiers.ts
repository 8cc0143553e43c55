import type { Movement, Qualifier } from '../value/quantity.ts';

/** What the words before a number say of it, and where the first of those that qualify it stands. */
export interface Before {
  readonly qualifier: Qualifier | undefined;
  /** Where what belongs to the figure begins. */
  readonly start: number;
  readonly per: readonly string[];
  readonly movement: Movement | undefined;
  /** The words left of all that. */
  readonly rest: string;
}

const before: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'at-least',
    /(?:不低于|不少于|不小于|不下于|至少|最少|≥|>=|[Aa]t least |[Nn]ot? (?:less|fewer) than |[Aa] minimum of )$/,
  ],
  [
    'at-most',
    /(?:不超过|不多于|不高于|不大于|至多|最多|≤|<=|[Uu]p to |[Aa]t most |[Nn]ot? more than |[Aa] maximum of )$/,
  ],
  [
    'about',
    /(?:大约|大概|约合|约为|(?<![节合制集预违签条公契履邀续简特失])约|[Aa]bout |[Aa]round |[Aa]pproximately |[Rr]oughly |[Ss]ome |~)$/,
  ],
  ['nearly', /(?:将近|接近|(?<![邻附最靠临亲贴远就])近|不足|不到|[Nn]early |[Aa]lmost |[Jj]ust under )$/],
  [
    'over',
    /(?:超过|超出|(?<![赶反高])超|(?<![通经度渡越胜审路穿验跨透错难太熬悔改])过|逾|突破|高于|多于|大于|[Oo]ver |[Mm]ore than |[Aa]bove |[Ee]xceeding |[Ee]xceeded |＞|>)$/,
  ],
  ['below', /(?:低于|少于|小于|未满|[Uu]nder |[Bb]elow |[Ll]ess than |[Ff]ewer than |＜|<)$/],
];

const per =
  /(?:平均)?(人均|户均|年均|月均|校均|日均|每(?:千|万)?(?:人口?|个?月|学?年|天|日|周|学期|季度|公斤|吨|户|所|校|平方米|亩|公里|次|期))$/;
const neutral = /(?:[\s的了]|达到?|平均|已有|共有|共计|合计|累计|总计|分别|均|仅|只|共|有|为|是|计)$/;

/** Reads the words before a number, at most some twenty characters back. */
export function wordsBefore(text: string, at: number): Before {
  const floor = Math.max(0, at - 40);
  let rest = text.slice(floor, at);
  let qualifier: Qualifier | undefined;
  let start = at;
  const by: string[] = [];
  for (;;) {
    const found = qualifier === undefined ? before.find(([, pattern]) => pattern.test(rest)) : undefined;
    const counted = per.exec(rest);
    if (found) {
      qualifier = found[0];
      rest = rest.slice(0, found[1].exec(rest)?.index);
      start = floor + rest.length;
    } else if (counted) {
      by.unshift((counted[1] as string).replace(/^每个?|均$/g, ''));
      rest = rest.slice(0, counted.index);
    } else if (neutral.test(rest) && !/[增减]为$/.test(rest)) rest = rest.slice(0, neutral.exec(rest)?.index);
    else break;
  }
  return { qualifier, start, per: by, movement: movementIn(text.slice(floor, at), rest), rest };
}

/** Whether words before a figure only say what it is counted by, or nothing: 平均每人每月, 共. */
export const isLead = (words: string): boolean =>
  words === '' || wordsBefore(words, words.length).rest === '';

const up =
  '增长|增加|上升|提高|提升|上涨|攀升|递增|增|涨|扩大|多|高出|rose|risen|increased?|grew|grown|climbed|up|raised';
const down =
  '下降|减少|降低|回落|下滑|缩减|缩小|收窄|压减|降|减|跌|少|低|fell|fallen|decreased?|declined?|dropped|down|cut|reduced';
const toward = new RegExp(`(${up}|${down})(到|至|为| to)$`);
const along = new RegExp(`(${up}|${down})(?: by)?$`);
const isUp = new RegExp(`^(?:${up})$`);

/** The verb of change before a number, with or without the words between. */
function movementIn(all: string, rest: string): Movement | undefined {
  for (const words of [rest.trimEnd(), all.trimEnd()]) {
    const moved = toward.exec(words) ?? along.exec(words);
    if (moved && !/^up to$/.test(moved[0]))
      return { direction: isUp.test(moved[1] as string) ? 'up' : 'down', to: moved[2] !== undefined };
  }
  return undefined;
}

const after: readonly (readonly [Qualifier, RegExp])[] = [
  ['at-least', /^(?:及?以上|或以上|起步| or (?:more|above|over|higher|better|greater|longer)|\+)/],
  ['at-most', /^(?:及?以下|以内|之内|或以下| or (?:less|fewer|below|under|lower|shorter))/],
  ['about', /^(?:左右|上下| or so)/],
  ['odd', /^(?:多|余|开外|有余)(?!样|元化|种形式)/],
];

/** The word behind a number and its unit that qualifies it, and its length. */
export function wordsAfter(
  text: string,
  at: number,
): { readonly qualifier: Qualifier; readonly length: number } | undefined {
  const following = text.slice(at, at + 12);
  for (const [qualifier, pattern] of after) {
    const match = pattern.exec(following);
    if (match) return { qualifier, length: match[0].length };
  }
  return undefined;
}

/** The words that qualify a figure behind the noun that it counts: 40 beds or more. They stay outside of it. */
export function wordsAfterNoun(
  text: string,
  at: number,
): { readonly qualifier: Qualifier; readonly length: 0 } | undefined {
  const noun = /^ [a-z]{3,20}(?= or (?:more|fewer|less)\b)/.exec(text.slice(at, at + 32))?.[0];
  const found =
    noun === undefined || /^ (?:one|two|with|and|per)$/.test(noun)
      ? undefined
      : wordsAfter(text, at + noun.length);
  return found && { qualifier: found.qualifier, length: 0 };
}

/** `4.3% more than`: a change told behind its figure. */
export function movementAfter(text: string, at: number): Movement | undefined {
  const match = /^ (?:(more|higher|better|greater|above)|fewer|less|lower|worse|below) (?:than|in|the)/.exec(
    text.slice(at, at + 20),
  );
  return match ? { direction: match[1] === undefined ? 'down' : 'up', to: false } : undefined;
}
