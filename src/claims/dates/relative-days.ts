import type { Span } from '../../quantity/value/formula.ts';
import type { Reading } from '../../reading/reading.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { claimsInTexts, type TextReportClaim } from '../claim.ts';

/** What follows a day on which something happens, and no metaphor: 明天召开, not 明天的教育. */
const happens =
  '(?=[上下中]午|早上|晚|凌晨|召开|举行|起|前|将(?!更|会|是|越|属)|开[工始业放]|启动|到|赴|组织|实施|完成|公布|报|已|移交|印发|拨付|验收|发布|的(?:统计|数据|监测|通报|会议|大会|调度会|报告|发布会)(?:[，,：:显]|上|数据|表明|$))';
/** A day has something behind it, and is not spoken of: 后天召开, not 后天努力 or 明天，会更好. */
const goesOn =
  '(?![的更会是越属数气然津台桥花猫河府使地晴性再早成也、，,。；：”"’」》·]|努力|形成|培养|养成|环境|教育|缺陷|$)';
/** What follows a morning or an evening on which something happens. */
const clocked = `(?:(?=\\d|[五六七八九十]点|举|开展)|${happens})`;
/** What was or will be done in a month, and is no count of what was done. */
const deeds = '(?=(?:完成|建成|竣工|交付|投用|通车|投入使用|开展)(?!情况|[数率额值量]|任务数|进度))';
const week = '[上下本这]个?(?:周|星期|礼拜)';
const numbered = '[一二三四五六日天]';

const chinese = new RegExp(
  [
    `(?<!美好|更好|走向|面向|赢得|拥抱|创造|开创|着眼|放眼|展望|奔向|迈向|为了?|的|·|[与比同和较文昆光说证声黎透清雨先日年月周会节以之午天此最])(?:[明后昨]天|[明昨]日(?=[上下]午))${goesOn}`,
    `(?<=截[至止]到?)昨[天日]|(?<=[将已应须定拟]于)(?:[明昨后]天|[明昨]日)|(?<![黎文昆光说声先以·])[明昨]日(?=\\d{1,2}[时点])|(?<![黎文昆光说声先以·])明日${happens}`,
    `(?<![日目当以之提此年月周会午生史空超底])大?前天${goesOn}`,
    `(?<!到|[如至的]|·)今[天日]${happens}(?!起来|到)`,
    `昨[晚夜](?!的)|(?<![文说证昆光声])明[早晚](?!报)${clocked}|(?<![如至迄])今[早晚](?!报)${clocked}`,
    `(?<![以比较与基早晚线网路每逢身船车])${week}(?:${numbered}(?![至期制]|到(?:下?周|${numbered}))|末|内|[初中底](?![期间])|${happens}|(?=之?前|召|举|完|新|又|再|还|正式|对))`,
    `(?<![以比较与基])(?:[本下这]个?月(?:[初底末内]|[上中下]旬|\\d{1,2}[日号]|(?=将|起|召开|举行|启动|完成))|下(?:个月|月(?=${happens.slice(3, -1)}|投入使用|投用|通车|交付))(?![的比较])|上个?月(?:[初底](?!的)|[上中下]旬|\\d{1,2}[日号]|(?=已|移交|召开|举行|印发|启动)|${deeds}))`,
  ].join('|'),
  'gu',
);

/** One of these stands in every text with such a day. */
const mayTell =
  /[今明后昨前]天|[今明昨]日|[今明昨][早晚夜]|[本下上这]个?(?:[周月]|星期|礼拜)|tomorrow|yesterday|tonight|today|coming|ago\b|after next|day (?:week|fortnight)|(?:week|fortnight) (?:on|from)|['’] time|(?:[Nn]ext|[Ll]ast|[Tt]his) [MTWFSwmae]/;

const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const english = new RegExp(
  `\\b(?:the (?:week|month) after next|(?:${weekdays}) (?:week|fortnight)(?=[,.;)]|$)|a (?:week|fortnight) (?:on (?:${weekdays})|from (?:today|tomorrow|now))|tomorrow|yesterday|the day (?:after tomorrow|before yesterday)|tonight|later today|earlier today|this (?:morning|afternoon|evening)|(?:this|the) coming (?:${weekdays}|week|weekend|month)|in (?:two|three|four|a few|a couple of) (?:days|weeks)['’] time|(?:two|three|four|a few) (?:days|weeks) ago)\\b(?!['’]s|-)|\\b(?:[Nn]ext|[Ll]ast|[Tt]his) (?:${weekdays}|week|weekend|month)\\b(?! of\\b|['’]s|-)`,
  'g',
);
/** Before such words: another time is meant, or no day at all. */
const another =
  /(?:\b(?:better|brighter|of|for|the|a|our|their|about|into|and|or|towards?|than|with|on|over|from|each|every|whose|to|as|very|that|when|if) |[“"'‘])$/i;

/** A part of a week or a month: by the end of this week. */
const partOf = /\b(?:end|start|beginning|middle|course) of $/i;

/** What comes again, and so is said of any week or month. */
const regular =
  /[每逢]|机制|制度|逐(?=[年月周日季])|按月|次月|当月|月度|月报|\b(?:each|every|weekly|monthly|regularly|whenever)\b/i;

/** Days that are set against each other stand for times: 昨天 … 今天 …. */
const contrast = /昨天.{0,40}[今明]天|今天.{0,40}明天|明天.{0,40}今天/;

/** The days that a published report tells from the day of writing: 明天召开, 本周五前, next Friday. */
export const relativeDayClaims = (
  reading: Reading,
): readonly ({ readonly span: Span } & TextReportClaim)[] =>
  reading.report.final
    ? claimsInTexts(reading, (prose) => prose.once(relativeDaysIn).map((span) => ({ span })))
    : [];

const relativeDaysIn = ({ text }: TextAlone): readonly Span[] => [...relativeDays(text)];

/** Linear in the length of the text. */
function* relativeDays(text: string): Generator<Span> {
  if (!mayTell.test(text)) return;
  for (const pattern of [chinese, english])
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const around = text.slice(Math.max(0, index - 80), index);
      const sentence = around.slice(
        Math.max(around.lastIndexOf('。'), around.lastIndexOf('\n'), around.lastIndexOf('. ')) + 1,
      );
      const rest = text.slice(index + words.length, index + words.length + 40).split(/[。\n]|\. /)[0] ?? '';
      if (pattern === english && another.test(around) && !partOf.test(around)) continue;
      if (regular.test(sentence) || regular.test(rest)) continue;
      if (/^[昨今明]/.test(words) && /天/.test(words) && contrast.test(`${sentence}${words}${rest}`))
        continue;
      if (isInside(sentence, '“', '”') || isInside(sentence, '《', '》')) continue;
      yield [index, index + words.length];
    }
}

const isInside = (before: string, open: string, close: string): boolean =>
  before.lastIndexOf(open) > before.lastIndexOf(close);
