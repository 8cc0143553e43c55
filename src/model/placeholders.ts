/** What templates and reposted models leave open. Each pattern is linear: no run is matched by two of its parts. */
export const placeholders =
  /【[^【】]{0,200}】|\[(?:fill in|to be filled|insert|tbd|todo)\b[^[\]]{0,200}\]|\b(?:TBD|TODO|FIXME)\b|[×✕╳]{2,}|(?:(?<![A-Za-z])[XxＸ]{1,8}|\*{2,8})(?=[万亿]|元|人|个|所|项|％|%)(?<!\*\*(?=[^*\n]{1,60}\*\*(?![万亿元人个所项％%])))|(?:20|２０)(?:[XxＸ×]{2}(?![A-Za-z0-9])|(?<![\d,.]20)\*\*(?=年))|(?<![A-Za-z])[XＸ]{2,}(?![A-Za-z])|_{3,}|待补充?(?=[）)。，；]|$)/g;

/** What a text must hold to hold one of these: all that they begin with, but for the years. */
const mark = /[【[×✕╳XxＸ*_待]|TBD|TODO|FIXME/;

/** Whether a text may have something left open: one look at its characters. */
export const mayHavePlaceholder = (text: string): boolean => mark.test(text);

/** Whether a text has something left open. */
export const hasPlaceholder = (text: string): boolean => mark.test(text) && text.search(placeholders) !== -1;

/** What stands where a value is still to come: signs alone (…, ？, （）), or a word for it (待定, TBC). */
const open =
  /^(?:[^\p{L}\p{N}]+|待(?:[定填报补核统查]|确[定认]|核实|统计|补充|更新)[\p{Script=Han}]{0,4}|暂[未缺空]|未[知定填报]|(?:to be |not yet )(?:added|announced|confirmed|decided|determined|filled in|supplied|known|available)|TB[ACDN]|pending|unknown)[。.]?$/iu;

/** What no such thing begins with: a digit, a letter of another word, or another Han character. */
const valued = /^\s*[\dA-MOQ-SV-Za-moq-sv-z\u4E00-\u5F84\u5F86-\u6681\u6683-\u6729\u672B-\u9FA5]/;

/** Whether a value that was written is none: it waits for one. */
export const isOpenValue = (text: string): boolean => !valued.test(text) && open.test(text.trim());
