import type { Span } from '../../quantity/value/formula.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';

/** Words before a name that leave it what it is: the scope of the report, its year, a verb that says that there are so many. */
const scope =
  /(?:全[市省县区镇乡校局院国州盟旗系年]|[我本][市省县区镇乡校局院州系]|今年|当年|本年度?|年内|年[末底]|期末|目前|公司|学校|医院|集团|(?:19|20)\d{2}年(?:底|末)?|[共现已]有|共计?|总|的|其|有|为|是|了|现|我们|完成|实现|达到?|已|全部|各类?)$/;
/** Where a clause begins, or a list goes on. */
const opening = /(?:^|[，。；：、,;:.!?！？\s（(—\n“\uE000-\uE001*#·])$/;

/** A word that leads a list and makes all of it something else: 新增国家级企业5户、省级企业103户. */
const leads = /(?:[新净]增|新[建设认]|改[造建扩]|扩建|减少|更新|引进|培育|年均|每年|其中|另有)[^，。；\n]*$/;

/** Words that an English name can stand behind and be the same: the share of …, our share, total spending. */
const scopeEn =
  /(?:^|[.,;:!?(“"–—-]|\b(?:the|our|its|their|a|an|this|total|overall|all|of|and|as|that|whose|with|to|year|where|when|while|but|annual|agency’s|council’s|year’s))$/i;

/** How many words of scope are looked through. */
const MOST = 6;

/** Whether a name at a place of a text is the whole name there: 养老床位 is not in 新增养老床位, and revenue is not in ticket revenue. */
export function isWholeName(text: string, [start, end]: Span): boolean {
  if (!/\p{Script=Han}/u.test(text.slice(start, end)))
    return scopeEn.test(text.slice(Math.max(0, start - 40), start).trimEnd());
  let at = start;
  for (let count = 0; count < MOST; count++) {
    const before = text.slice(Math.max(0, at - 12), at);
    if (opening.test(before))
      return before.at(-1) !== '、' || !leads.test(text.slice(Math.max(0, at - 80), at));
    const found = scope.exec(before)?.[0];
    if (found === undefined) return false;
    at -= found.length;
  }
  return false;
}

/** Whether a name opens its sentence, with no subject before it that could be whose it is. */
export function opensSentence(text: string, [start, end]: Span): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const words = before.slice(
    Math.max(
      before.lastIndexOf('。'),
      before.lastIndexOf('\n'),
      ...[...before.matchAll(/[.!?]\s/g)].map(({ index }) => index + 1),
    ) + 1,
  );
  if (/[，；：,;:]/.test(words.replace(/^\s*(?:(?:19|20)\d{2}年|今年|全年)[，,]/, ''))) return false;
  return isWholeName(text, [start, end]) && !/[A-Za-z]{3}.*[A-Za-z]{3}/.test(words);
}

const ends =
  /^(?: ?[-–—%％]| (?:in|on|at|by|for|to|from|of|and|or|but|while|with|during|per|last|this|a|an|the|compared|against|than|more|fewer|less|higher|lower|up|down|over|under|across|as|after|before|since|who|which|that|were|was|is|are|have|had|has|each|every|respectively|not|including|both|out)\b)/;

/** Whether a figure without a unit counts what is named behind it, and not what stands before it: of “meals at 9 sites” 9 counts sites. */
export const countsWhatFollows = (text: string, { family, span: [, end] }: Quantity): boolean => {
  const behind = text.slice(end, end + 24);
  return family === '' && /^ [A-Za-z’-]{2,}/.test(behind) && !ends.test(behind);
};
