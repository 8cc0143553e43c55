import type { Span } from '../quantity/value/formula.ts';

/** Units that stand behind a figure: where it is still to come, signs stand before them. */
const unit =
  '(?=\\s?(?:[万亿元%％人个所项名家户次]|公里|million\\b|billion\\b|per ?cent\\b|people\\b))(?!\\s?[人个所项名家户次]{2})';
/** What a name that is left open is the name of. */
const named =
  '(?=[省市县区镇乡村局厅处科路]|公司|集团|企业|单位|部门|学校|中学|小学|大学|学院|医院|中心|项目|工程|小区|社区|街道|园区|同志|机构|协会|基地)';
const anyCase = (words: string): string =>
  words.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const toCome = '(?:completed|confirmed|added|filled in|supplied|inserted|provided)';

/**
 * What templates and reposted models leave open, by kind. Each is linear: no run is matched by two of its parts. Letters are
 * known by their number and by what stands beside them: 5XX is a status, Chapter XX a number, XXL a size.
 */
const kinds: readonly string[] = [
  '【(?!\\d{4}】)[^【】]{0,200}】',
  `\\[(?:${anyCase('(?:fill in|to be filled|insert|tbd|tbc|todo|placeholder|enter)')}\\b[^[\\]]{0,200}|(?:请|此处)?(?:填写|填入|补充|插入)[^[\\]]{0,60}|${anyCase('(?:name|date|number|amount|figure|year|title|company|organization|organisation)')})\\](?![([:])`,
  `<${anyCase('(?:insert|enter|fill in)')} [^<>\\n]{1,60}>`,
  '[（(](?:此处|请|待)(?:填写|填入|补充|插入|替换|添加)[^（）()\\n]{0,40}[）)]',
  '\\b(?:TBD|TODO|FIXME|tbd)\\b|(?<=[:(] ?)(?:TBC|TBA)\\b',
  `\\b${anyCase('lorem ipsum')}|\\b${anyCase('your')} (?:text|name|title|logo) here\\b|\\bClick (?:or tap )?here to enter text\\b`,
  `\\bN/A[,:;]? (?:[–—-] )?to be ${toCome}`,
  `(?<=\\b${anyCase('(?:figure|amount|number|name|data|text|total)')}s? (?:(?:is|are|still) ){0,2})to be ${toCome}(?=[.;,)]|$)`,
  '[XxＸ×]{1,4}年[XxＸ×]{1,4}月(?:[XxＸ×]{1,4}日)?',
  '(?:(?:19|20|２０)[XxＸ×]{2}|(?:19|20)\\d[XxＸ×](?=年))(?![A-Za-z0-9])|(?<![\\d,.])20\\*\\*(?=年)',
  `(?<![A-Za-z\\dXxＸ×])[XxＸ×]{1,8}${unit}`,
  `\\*{2,8}(?:${unit}|${named})`,
  '(?<=\\$)[XxＸ](?![A-Za-z])',
  '[×✕╳]{2,}',
  `(?<![A-Za-z\\dＸ])[XＸ]{2,}(?![A-Za-z\\dＸ]|[码号]|染色体| chromosome| axis)(?<!\\b${anyCase('(?:chapter|title|part|article|section|volume|vol.|book|schedule|annex|appendix|bowl|class|type|size|model|group|grade|phase|table|figure|louis|division|level)')}s? XXX?)`,
  '(?<![A-Za-z\\d])(?:xx|ｘｘ){1,4}(?=[\\u3400-\\u9fff])',
  `(?<![?？])[?？]{2,8}${unit}|(?:…{1,2}|\\.{3,6})(?=[万亿]?元)|_{3,}`,
  `(?<=^|[^\\u3400-\\u9fff]|[在由与和对到向于为给请经从赴及送往访至驻抵省市县区镇])某某${named}`,
  '待补充?(?=[）)。，；]|$)',
];
const pattern = (sought: readonly string[]): RegExp => new RegExp(sought.join('|'), 'g');
const placeholders = pattern(kinds);

/** What a text must hold to hold one of these. */
const mark =
  /[【[×✕╳XxＸｘ*]|TB[ACD]|tbd|TODO|FIXME|_{3}|待[补填插替添]|[?？]{2}|…|\.{3}|某某|[（(](?:此处|请)|<[IiEeFf]|[Ll][Oo][Rr][Ee][Mm]|here|N\/A|to be [acfips]/;

/** Where a text has something left open. */
export const placeholdersIn = (text: string): readonly Span[] =>
  mark.test(text) ? standing(text, placeholders) : [];

/** What finds the same and some further phrases, the longest first. */
export function placeholderFinder(phrases: readonly string[]): (text: string) => readonly Span[] {
  if (phrases.length === 0) return placeholdersIn;
  const longestFirst = phrases.toSorted((a, b) => b.length - a.length);
  const sought = pattern([...longestFirst.map(literal), ...kinds]);
  return (text) => standing(text, sought);
}

const standing = (text: string, sought: RegExp): readonly Span[] =>
  [...text.matchAll(sought)]
    .map(({ 0: found, index }): Span => [index, index + found.length])
    .filter(([start, end]) => text.charAt(start) !== '*' || isMask(text, start, end));

/** Whether a text has something left open. */
export const hasPlaceholder = (text: string): boolean => placeholdersIn(text).length > 0;

const literal = (phrase: string): string => phrase.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Whether asterisks stand for a name or a figure (**公司, **万元) and do not make bold: their line has no other, or one that stands for a name, too. */
function isMask(text: string, start: number, end: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', start) + 1).split('\n', 1)[0] as string;
  const at = start - (text.lastIndexOf('\n', start) + 1);
  const runs = [...line.matchAll(/\*+/g)];
  const own = runs.findIndex(({ index }) => index <= at && at < index + end - start);
  const partner = runs[own % 2 === 0 ? own + 1 : own - 1];
  return partner === undefined || maskedName.test(line.slice(partner.index + partner[0].length));
}
const maskedName = new RegExp(`^(?:${unit}|${named})`);

/** What stands where a value is still to come: signs alone (…, ？, （）), or a word for it (待定, TBC). */
const open =
  /^(?:[^\p{L}\p{N}]+|待(?:[定填报补核统查]|确[定认]|核实|统计|补充|更新)[\p{Script=Han}]{0,4}|暂[未缺空]|未[知定填报]|(?:to be |not yet )(?:added|announced|confirmed|decided|determined|filled in|supplied|known|available)|TB[ACDN]|pending|unknown)[。.]?$/iu;

/** What no such thing begins with: a digit, a letter of another word, or another Han character. */
const valued = /^\s*[\dA-MOQ-SV-Za-moq-sv-z\u4E00-\u5F84\u5F86-\u6681\u6683-\u6729\u672B-\u9FA5]/;

/** Whether a value that was written is none: it waits for one. */
export const isOpenValue = (text: string): boolean => !valued.test(text) && open.test(text.trim());
