import type { TextAlone } from '../reading/text-alone.ts';

/** Words that only say that more of the same is meant. */
const vague =
  /加强|推进|完善|进一步|加大|深化|提升|强化|抓好|做好|\b(?:continue|strengthen|improve|enhance|promote|foster|support|deepen|further)/i;

/** A figure, a day, a document or something that is there or not at the end of the year. */
const measurable =
  /\d|[一二三四五六七八九十百两](?:所|个|项|条|座|家|次|场|期|批|户|人|名|处|件|公里|万|%)|年底|月底|季度|上半年|下半年|《|建成|竣工|投用|投入使用|通车|封顶|完工|开工|启用|开业|挂牌|出台|制定|印发|修订|编制|举办|召开|评选|申报|验收|全覆盖|清零|百分之|\b(?:by (?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|the end)|one|two|three|four|five|six|seven|eight|nine|ten|open|build|publish|launch|complete|adopt|appoint|hire|replace|close|all|every|half)\b/i;

/** Whether a text only says that something will be strengthened or promoted, and nothing that can be checked a year later. */
export const isVaguePlan = ({ text }: TextAlone): boolean => vague.test(text) && !measurable.test(text);

/** What is to go on, at its place in a plan. */
export interface PlanContinuation {
  readonly what: string;
  readonly span: readonly [start: number, end: number];
}

const general =
  /推进|加强|做好|抓好|深化|完善|实施|开展|加大|落实|提升|强化|保持|发挥|扩大|优化|推动|坚持|深入|全面|大力|全力|扎实|积极|着力|进一步|力度|工作|建设|发展|水平|管理|组织|支持|严格|狠抓|加快|提高|不断|努力/g;

/** 继续…: what a plan means to go on with, without the words that go with anything. */
export function continuations({ text }: TextAlone): readonly PlanContinuation[] {
  const found: PlanContinuation[] = [];
  for (const { 1: object = '', index } of text.matchAll(/继续([\u3400-\u9fff“”]{2,24})/g)) {
    const what = object.replaceAll(/[“”]/g, '').replaceAll(general, ' ');
    found.push({ what, span: [index, index + 2 + object.length] });
  }
  return found;
}

/** Whether any two characters of what goes on stand together in a text; of a single character none can tell. */
export const isTouchedOn = ({ what }: PlanContinuation, text: string): boolean => {
  let pairs = 0;
  for (let at = 0; at + 1 < what.length; at++) {
    const pair = what.slice(at, at + 2);
    if (pair.includes(' ')) continue;
    pairs++;
    if (text.includes(pair)) return true;
  }
  return pairs < 2;
};
