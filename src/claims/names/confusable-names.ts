import { soundGroups } from './name-sounds.ts';

/** Surnames that are heard, or written for short, as one another. */
const surnames =
  '傅付 肖萧 阎闫 戴代 邱丘 张章 李黎 徐许 余于俞佘 程成 沈申 江姜 何贺 陆路 梁良 严颜 卢鲁 石史 魏卫 袁原 秦覃 兰蓝 詹占 谢解 吴伍武 王汪';
const byGroup = (all: string): ReadonlyMap<string, number> =>
  new Map(all.split(' ').flatMap((group, index) => [...group].map((sign) => [sign, index])));
let sounds: ReadonlyMap<string, number> | undefined;
/** The group of characters that sound like one; undefined where it has none. */
export const groupOf = (sign: string): number | undefined => (sounds ??= byGroup(soundGroups)).get(sign);
const surnameOf = byGroup(surnames);

/** First names of one sound with other letters. */
const variants =
  'Geoffrey Jeffrey,Geoff Jeff,Catherine Katherine Kathryn Katharine Catharine,Steven Stephen,Karl Carl,Karen Caren,Sean Shaun Shawn,Kristina Christina,Kristine Christine,Kris Chris,Zoe Zoë,Gerard Jerard,Gerry Jerry,Jill Gill,Graham Graeme,Brian Bryan,Lesley Leslie,Marc Mark,Philip Phillip,Nicholas Nicolas,Vivien Vivian,Theresa Teresa,Deborah Debra,Elisabeth Elizabeth,Isabel Isobel,Cathy Kathy,Erik Eric';
const variantOf = new Map(
  variants.split(',').flatMap((group, index) => group.split(' ').map((name) => [name, index])),
);

/** What names that can be taken for each other have in common. */
export const soundOf = (name: string): string =>
  /[A-Za-z]/.test(name)
    ? initials(name)
    : String(surnameOf.get(name.charAt(0)) ?? name.charAt(0)) +
      [...name.slice(1)].map((sign) => groupOf(sign) ?? sign).join(' ');

/** The first letters, that of a first name which has variants by its group. */
function initials(name: string): string {
  const [first = '', ...others] = name.split(' ');
  return [variantOf.get(first) ?? first.charAt(0), ...others.map((word) => word.charAt(0))].join(' ');
}

/** Whether two names of persons are one, mistyped: with one character for another that sounds alike; in English, one letter more, less or other. */
export function areConfusable(a: string, b: string): boolean {
  if (a === b) return false;
  if (/[A-Za-z]/.test(a)) return areConfusableWords(a.split(' '), b.split(' '));
  if (a.length !== b.length) return false;
  const others = [...a].flatMap((sign, at) => (sign === b[at] ? [] : [at]));
  const [at] = others;
  // of a surname only a whole name tells
  if (at === undefined || others.length > 1 || (at === 0 && a.length < 3)) return false;
  const among = at === 0 ? (sign: string) => surnameOf.get(sign) : groupOf;
  const group = among(a.charAt(at));
  return group !== undefined && group === among(b.charAt(at));
}

function areConfusableWords(
  [first = '', last = '']: readonly string[],
  [other = '', otherLast = '']: readonly string[],
): boolean {
  if (last === otherLast)
    return (
      areVariants(first, other) ||
      (Math.max(first.length, other.length) >= 4 && !isOfWoman(first, other) && isNear(first, other))
    );
  return first === other && Math.min(last.length, otherLast.length) >= 5 && areNearSurnames(last, otherLast);
}

const areVariants = (a: string, b: string): boolean =>
  variantOf.has(a) && variantOf.get(a) === variantOf.get(b);

/** Whether two English names differ in a first name that is written in several ways. */
export const haveVariants = (a: string, b: string): boolean => {
  const [[first = '', ...last], [other = '', ...otherLast]] = [a.split(' '), b.split(' ')];
  return last.join(' ') === otherLast.join(' ') && areVariants(first, other);
};

/** Eric and Erica are two people. */
const isOfWoman = (a: string, b: string): boolean => `${a}a` === b || `${b}a` === a;

/** Mac and Mc are one, and so is a letter in the midst. */
function areNearSurnames(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => name.replace(/^Mac(?=[A-Z])/, 'Mc').replace(/’/g, "'"));
  return one === two || isNear(a, b);
}

/** Whether two words differ by one letter in the midst, or by two that stand the other way round. */
export function isNear(a: string, b: string): boolean {
  if (a.charAt(0) !== b.charAt(0)) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  if (Math.max(a.length, b.length) - start - end <= 1) return true;
  const [one, two] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return one.length === 2 && two.length === 2 && one[0] === two[1] && one[1] === two[0];
}
