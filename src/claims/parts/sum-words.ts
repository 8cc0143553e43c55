/** Words that make of a figure the sum of those before it, or of those behind it the rest. */

/** Nothing before a figure but that it is a sum: 共, 三项合计, 以上四类共计; a total of, in all, together. */
const bare =
  /^(?:以上|上述|前述)?(?:[二两三四五六七八九十][\u3400-\u9fff]{1,3})?(?:合计|共计|总计|总共|一共|共)(?:有|为|达|是)?$|^(?:(?:and|or|for|giving|making|bringing|with|which makes|that makes) )?(?:(?:a|the) )?(?:(?:grand|combined|overall) )?(?:total (?:of|is|was)|in all|in total|altogether|all together|together|or|making|totalling|totaling),?(?: of)?$/i;
/** Words among others that say so: 全区垃圾中转站共, 两站总排水量, 合计办理. */
const among =
  /合计|共计|总计|总共|一共|累计|(?<![公])共(?![同享建产青振])|总(?![部经理书局会是体在])|\b(?:total|altogether|in all|together|combined)\b/i;
/** The same behind a figure: 21 in total. */
const behind = /^[^,;.，。；]{0,30}\b(?:in all|in total|altogether|all told|combined|overall|together)\b/i;

/** Words that begin a sentence as the sum of those before it. */
export const beginsSum =
  /^\s*(?:以上|上述)?(?:[二两三四五六七八九十][\u3400-\u9fff]{1,3})?(?:合计|共计|总计|总共|一共)|^\s*(?:in all|in total|altogether|together|that makes|this makes|the total)\b/i;

/** Whether the words before a figure say nothing but that it is a sum. */
export const isBareSum = (before: string, after: string): boolean =>
  bare.test(before.trim()) ||
  (/^(?:(?:and|or|for|giving|making|bringing)\b)?\s*(?:it to )?$/i.test(before.trim()) && behind.test(after));

/** Whether words before a figure, or behind it, say that it is a sum, of whatever. */
export const isSum = (before: string, after: string): boolean =>
  (among.test(before) && !/^其[他它余]/.test(before)) || behind.test(after);

/** Words after which a figure is what is left of a total: 其余14处, the remaining 14. */
const rest =
  /(?:其余|剩余|剩下|余下|尚余|还剩|尚有)[\u3400-\u9fff]{0,8}$|^(?:缺席|缺勤|缺考|弃权)$|^其[他它][\u3400-\u9fff]{0,6}[合共总]计$|\bthe (?:remaining|other|last|rest,?|balance of)(?: of)? $|\bleav(?:es|ing) $/i;

export const isRest = (before: string): boolean => rest.test(before);

/** What tells behind a sum that some things are counted twice or left out. */
export const isLoose = (text: string): boolean =>
  /重复|去重|两次|多次|剔除|扣除|兼[有任顾]|交叉|部分|合并|抵消|overlap|twice|both|more than one|net of|less |excluding/i.test(
    text,
  );
