import type { Span } from '../quantity/value/formula.ts';
import type { Reading } from '../reading/reading.ts';
import type { TextAlone } from '../reading/text-alone.ts';
import { claimsInTexts, type TextReportClaim } from './claim.ts';

/** What follows a day on which something happens, and no metaphor: 明天召开, not 明天的教育. */
const happens =
  '(?=[上下中]午|早上|晚|凌晨|召开|举行|起|前|将(?!更|会|是|越|属)|开[工始业放]|启动|到|赴|组织|实施|完成|公布|报)';

const chinese = new RegExp(
  [
    `(?<!美好|更好|走向|面向|赢得|拥抱|创造|开创|的|·)(?:[明后昨]天|(?<!日)前天|[明昨]日(?=[上下]午))${happens}`,
    `(?<![以基早晚线网路每逢])[本下上]个?周(?:[一二三四五六日天](?![至期制]|到(?:下?周|[一二三四五六日]))|末|内|(?=前|起|将|召|举|完|开[工始业]|启动))`,
    `(?<![以比较与基])(?:[本下]个?月(?:[初底末内]|[上中下]旬|\\d{1,2}[日号]|(?=将|起|召开|举行|启动|完成))|上个?月(?:[初底](?!的)|[上中下]旬|\\d{1,2}[日号]))`,
  ].join('|'),
  'gu',
);

/** One of these stands in every text with such a day. */
const mayTell =
  /[明后昨前]天|[明昨]日|[本下上]个?[周月]|tomorrow|yesterday|tonight|today|coming|ago\b|['’] time|(?:[Nn]ext|[Ll]ast|[Tt]his) [MTWFSwmae]/;

const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday';
const english = new RegExp(
  `\\b(?:tomorrow|yesterday|the day (?:after tomorrow|before yesterday)|tonight|later today|earlier today|this (?:morning|afternoon|evening)|(?:this|the) coming (?:${weekdays}|week|weekend|month)|in (?:two|three|four|a few|a couple of) (?:days|weeks)['’] time|(?:two|three|four|a few) (?:days|weeks) ago)\\b(?!['’]s|-)|\\b(?:[Nn]ext|[Ll]ast|[Tt]his) (?:${weekdays}|week|weekend|month)\\b(?! of\\b|['’]s|-)`,
  'g',
);
/** Before such words: another time is meant, or no day at all. */
const another =
  /(?:\b(?:better|brighter|of|for|the|a|our|their|about|into|and|or|towards?|than|with|on|over|from|each|every|whose|to|as|very|that|when|if) |[“"'‘])$/i;

/** A part of a week or a month: by the end of this week. */
const partOf = /\b(?:end|start|beginning|middle|course) of $/i;

/** What comes again, and so is said of any week or month. */
const regular =
  /[每逢]|逐(?=[年月周日季])|按月|次月|当月|月度|月报|\b(?:each|every|weekly|monthly|regularly|whenever)\b/i;

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
      if (isInside(sentence, '“', '”') || isInside(sentence, '《', '》')) continue;
      yield [index, index + words.length];
    }
}

const isInside = (before: string, open: string, close: string): boolean =>
  before.lastIndexOf(open) > before.lastIndexOf(close);
