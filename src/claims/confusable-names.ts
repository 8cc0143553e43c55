/** Characters of given names that sound alike, a group a word: one is typed for another. */
const groups =
  '明民敏铭鸣名 刚钢岗纲 小晓筱 华桦骅 建健剑见 伟玮纬卫炜 志智治致 成诚程城 平萍苹 红宏洪鸿虹弘 军君俊均钧 文雯 丽莉利立力 英瑛颖莹 霞侠 娟鹃绢涓 杰洁捷 芳方 清青卿 彪飚飙 永勇咏 辉晖徽慧惠 峰锋丰 波博 涛韬 云芸 静婧靖竞 玲琳林霖 珍贞真 生升声胜盛 新欣鑫心 兴星 亮良梁 佳嘉家 梅美 兰岚 荣蓉容 斌彬宾滨 浩昊皓 宇雨羽玉 子紫梓 振震镇 东冬栋 飞菲 艳燕雁彦 金锦进 中忠仲 义艺毅 光广 福富 贵桂 瑞睿 凯恺 怡仪宜 恒衡 继纪季 国帼 强墙 海 江疆 超朝 翔祥 鹏朋 磊蕾 婷亭 阳洋扬 旭绪 春纯 秋邱 运韵 传川 学雪 根跟 元源园 维唯 思斯 泽则 洲舟周 顺舜';
const groupOf = new Map(groups.split(' ').flatMap((group, index) => [...group].map((sign) => [sign, index])));

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
    : name.charAt(0) + [...name.slice(1)].map((sign) => groupOf.get(sign) ?? sign).join(' ');

/** The first letters, that of a first name which has variants by its group. */
function initials(name: string): string {
  const [first = '', ...others] = name.split(' ');
  return [variantOf.get(first) ?? first.charAt(0), ...others.map((word) => word.charAt(0))].join(' ');
}

/** Whether two names of persons are one, mistyped: of one surname, with one character for another that sounds alike; in English, one letter more, less or other. */
export function areConfusable(a: string, b: string): boolean {
  if (a === b) return false;
  if (/[A-Za-z]/.test(a)) return areConfusableWords(a.split(' '), b.split(' '));
  if (a.length !== b.length || a[0] !== b[0]) return false;
  const others = [...a].flatMap((sign, at) => (sign === b[at] ? [] : [at]));
  const [at] = others;
  if (at === undefined || others.length > 1) return false;
  const group = groupOf.get(a.charAt(at));
  return group !== undefined && group === groupOf.get(b.charAt(at));
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
