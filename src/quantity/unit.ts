import Fraction from 'fraction.js';

/** A unit as a text writes it: figures of one family can be compared, and `factor` turns one of it into the family’s base unit. */
export interface Unit {
  readonly written: string;
  readonly family: string;
  readonly factor: Fraction;
  readonly per: readonly string[];
}

/** Shares, rates and multiples: 55% is 11/20, 2倍 is 2. */
export const RATIO = '%';
/** Differences between rates, in points of a hundred. */
export const POINTS = '百分点';

const one = new Fraction(1);
const hundredth = new Fraction(1, 100);

/** Families with the words of their units and what one is worth in the first of them. Measures by GB 3100–3102. */
const families: readonly (readonly [family: string, ...units: (readonly [words: string, factor: Fraction | number])[]])[] = [
  ['元', ['元 块钱 元人民币 yuan', 1], ['角', new Fraction(1, 10)], ['分/', hundredth]],
  ['美元', ['美元 US$ USD', 1]],
  ['港元', ['港元 港币 HK$', 1]],
  ['欧元', ['欧元 € euros euro', 1]],
  ['$', ['$ dollars dollar', 1]],
  ['£', ['£', 1]],
  ['人', ['人 位 名 员', 1]],
  ['人次', ['人次 名次', 1]],
  [RATIO, ['% ％ 百分比 percent per\u00A0cent per_cent', hundredth], ['‰', new Fraction(1, 1000)], ['成', new Fraction(1, 10)], ['倍 ×', 1]],
  [POINTS, ['个百分点 百分点 percentage_points percentage_point points_of_a_percent pp', 1], ['个基点 基点 basis_points', hundredth]],
  ['米', ['米 m', 1], ['公里 千米 km', 1000], ['厘米 cm', hundredth], ['毫米 mm', new Fraction(1, 1000)], ['miles mile 英里', new Fraction('1609.344')]],
  ['克', ['克 g', 1], ['公斤 千克 kg', 1000], ['吨 t tonnes tonne', 1_000_000], ['毫克 mg', new Fraction(1, 1000)], ['微克 µg μg', new Fraction(1, 1_000_000)]],
  ['平方米', ['平方米 ㎡ m² m2 平米', 1], ['平方公里 km² km2', 1_000_000], ['公顷 hectares hectare ha', 10_000], ['亩', new Fraction(2000, 3)]],
  ['立方米', ['立方米 m³ m3 方', 1], ['升 litres L', new Fraction(1, 1000)]],
  ['千瓦时', ['千瓦时 kWh 度', 1], ['兆瓦时 MWh', 1000]],
  ['千瓦', ['千瓦 kW', 1], ['兆瓦 MW', 1000]],
  ['Mbps', ['Mbps M 兆 Mbit/s Mb/s', 1], ['Gbps Gbit/s Gb/s', 1000]],
  ['小时', ['小时 个小时 hours hour 课时', 1], ['分钟 minutes minute', new Fraction(1, 60)]],
  ['天', ['天 days day', 1], ['周 weeks week', 7]],
  ['月', ['个月 months month', 1], ['年 years year', 12], ['个季度 季度 quarters quarter', 3]],
  ['吨标准煤', ['吨标准煤', 1]],
];

/** Measure words of Chinese, each a family of its own: 25项 and 25所 are different things. */
const measures =
  '项 次 所 条 件 家 户 辆 艘 架 列 期 处 起 个 座 台 套 本 篇 份 张 门 场 间 栋 幢 批 班 班次 校 镇 村 街 镇街 县 市 区 组 队 支 场次 辆次 架次 车次 课 节 节次 科次 部 册 幅 首 株 棵 头 只 羽 台次 台套 床 床位 项次 例 宗 单 笔 起次 人天 轮 层 点 枚 颗 块 片 段 对 双 副 根 支队 户次 件次 家次 遍 趟 种 类 档 箱 包 袋 瓶 票 席 行 款 盏 扇 口 眼 孔 斤 道 任 篇次 个次 场地';

const byWord: ReadonlyMap<string, Omit<Unit, 'written' | 'per'>> = new Map([
  ...measures.split(' ').map((word) => [word, { family: word, factor: one }] as const),
  ...families.flatMap(([family, ...units]) =>
    units.flatMap(([words, factor]) => words.split(' ').map((word) => [word.replaceAll('_', ' '), { family, factor: new Fraction(factor) }] as const)),
  ),
]);

/** Whether a family counts things, people or occasions; an empty one counts as well, a measure, money or a share does not. */
export const isCount = (family: string): boolean => family === '人' || family === '人次' || !measured.has(family);
const measured: ReadonlySet<string> = new Set(families.map(([family]) => family));

/** Words that make a unit of the measure word before them: 8万台次 counts 台次. */
const LONGEST = Math.max(...[...byWord.keys()].map((word) => word.length));

/** Latin words and letters count as a unit only where no letter follows. */
const isCut = (text: string, end: number): boolean => /[A-Za-z]/.test(text[end - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '');

/** The longest word of the table, or of `more`, at a place of a text; undefined where none stands there. */
export function unitWordAt(text: string, at: number, more: readonly string[] = []): string | undefined {
  const own = more.filter((word) => word !== '' && text.startsWith(word, at)).sort((a, b) => b.length - a.length)[0];
  for (let length = LONGEST; length > (own?.length ?? 0); length--) {
    const word = text.slice(at, at + length);
    if (word.length === length && byWord.has(word) && !isCut(text, at + length)) return word;
  }
  return own;
}

/** The unit that begins at a place of a text, with what it is counted by (元/月, 微克/立方米); undefined where none does. */
export function unitAt(text: string, at: number, more: readonly string[] = []): Unit | undefined {
  // a hundredth of 元 only in prices: 5分/千瓦时, never 得5分
  const word = /^分[/／]/.test(text.slice(at, at + 2)) ? '分' : unitWordAt(text, at, more);
  if (word === undefined) return undefined;
  let end = at + word.length;
  const known = byWord.get(word) ?? (word === '分' ? byWord.get('分/') : undefined);
  let family = known?.family ?? word;
  // 辆（艘、架、列）次: what stands in brackets are other words for the same
  const bracketed = /^（[\p{Script=Han}、]{1,12}）(次?)|^\([\p{Script=Han}、]{1,12}\)(次?)/u.exec(text.slice(end, end + 16));
  if (bracketed?.[1] === '次' || bracketed?.[2] === '次') {
    end += bracketed[0].length;
    family = `${word}次`;
  }
  const factor = known?.factor ?? one;
  const per: string[] = [];
  for (;;) {
    const slash = /^ ?[/／] ?(人均|千人|万人|人)?/.exec(text.slice(end, end + 6));
    const by = slash && (slash[1] ?? unitWordAt(text, end + slash[0].length) ?? /^(?:月|年|日|天|人|万元)/.exec(text.slice(end + slash[0].length))?.[0]);
    if (!slash || !by) break;
    per.push(by);
    end += slash[0].length + (slash[1] === undefined ? by.length : 0);
  }
  return { written: text.slice(at, end), family, factor, per };
}

/** The unit of that name: known words, else a family of its own. */
export function unitOf(word: string): Unit {
  const scaled = /^(万亿|亿|万|千)(.+)$/.exec(word);
  const found = unitAt(word, 0);
  if (found?.written === word) return found;
  const inner = scaled ? unitAt(scaled[2] as string, 0) : undefined;
  if (scaled && inner && inner.written === scaled[2]) return { ...inner, written: word, factor: inner.factor.mul(scaleOf(scaled[1] as string)) };
  return { written: word, family: word, factor: one, per: [] };
}

/** Whether a word is a unit that is known: 万元, 人次, km. */
export function isUnit(word: string): boolean {
  const bare = word.replace(/^(?:万亿|亿|万|千)(?=.)/, '');
  return [word, bare].some((each) => unitAt(each, 0)?.written === each);
}

const scales: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  万亿: 1e12,
  千亿: 1e11,
  百亿: 1e10,
  十亿: 1e9,
};
const scalesEn: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, bn: 1e9, m: 1e6 };

/** What a word of magnitude multiplies by: 万, 亿, million. @throws Error on any other word: a bug of ours. */
export function scaleOf(word: string): Fraction {
  const factor = scales[word] ?? scalesEn[word.toLowerCase()];
  if (factor === undefined) throw new Error(`“${word}” is no word of magnitude`);
  return new Fraction(factor);
}
