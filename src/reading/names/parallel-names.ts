import { shortNames } from './chinese-name-words.ts';

/** Ends of words that name what is measured: 产量, 标准, 收入. */
const measure =
  /(?:产量|产值|比例|比重|标准|率|收入|支出|增加值|占比|浓度|数量|规模|面积|投资|总额|总量|水平|能力|寿命|指数|人数|强度|价格|消费|出口|进口|生产总值|利润|税收|用量|里程|存量)$/;

/** Groups that are told apart before what is measured of both. */
const group =
  /^(?:国家级|城市|农村|城镇|乡村|城区|镇区|县城|职工|居民|国有|民营|公办|民办|市级|区级|县级|省级|小学|初中|高中|中学|本科|专科|男性|女性|工业|农业|国内|国外|境内|境外|一产|二产|三产|年初|年末)/;
/** What is reckoned of goods that a list names one by one. */
const output = /(?:综合|总)?(?:产量|产值|增加值|销量|出口额|进口额|价格|库存|播种面积|种植面积)$/;

/**
 * The names of what a list before 分别 speaks of, whole: 城市低保标准 and 农村低保标准 of 城市、农村低保标准, as well as of
 * 城乡低保标准. Undefined where the words leave it open.
 */
export function parallelNames(words: string, count: number): readonly string[] | undefined {
  const text = words
    .replace(/(?:要|将)$/, '')
    .replace(/(?:力争|争取|确保)$/, '')
    .trim();
  if (count < 2) return undefined;
  const listed = text
    .split(/、|以及|[和与]|(?<![普涉危触])及(?!其?相关|[格时第])/)
    .filter((each) => each !== '');
  if (listed.length === 1) return count === 2 ? bothOf(text) : undefined;
  if (listed.length !== count) return undefined;
  const last = listed.at(-1) as string;
  if (listed.every((each) => measure.test(each)) || areWhole(listed) || endAlike(listed)) return listed;
  const rest = sharedRest(listed, last);
  return rest === undefined ? undefined : [...listed.slice(0, -1).map((each) => each + rest), last];
}

/** Names that end alike and are long enough to be whole share no head: 自来水普及率、燃气普及率. */
const endAlike = (listed: readonly string[]): boolean =>
  new Set(listed.map((each) => each.at(-1))).size === 1 &&
  listed.every((each) => each.length >= 3 || shortNames.test(each));

/** Things that are counted and named whole, one by one: 家庭农场、农民合作社. */
const thing =
  /(?:农场|合作社|大户|企业|公司|机构|中心|基地|平台|协会|团队|人才|人员|干部|教师|医师|护士|专家|党员|党支部|社区|小区|项目|工程|车站|学校|医院|诊所|卫生院|卫生室|幼儿园|图书馆|文化馆|博物馆|公园|市场|商户|示范社|园区)$/;
const areWhole = (listed: readonly string[]): boolean =>
  listed.every((each) => each.length >= 4 && thing.test(each)) &&
  // of 养老、托育服务机构 the last says for both what they are
  new Set(listed.map((each) => thing.exec(each)?.[0])).size === listed.length;

/** 城乡居民 is 城镇居民 and 农村居民. */
function bothOf(text: string): readonly string[] | undefined {
  const at = text.indexOf('城乡');
  if (at < 0 || text.includes('城乡', at + 1)) return undefined;
  const behind = text.slice(at + 2);
  return [behind.startsWith('居民') ? '城镇' : '城市', '农村'].map(
    (each) => text.slice(0, at) + each + behind,
  );
}

/** What the last of a list says for all: what follows the end that they share, the group that each is, or the kind of goods. */
function sharedRest(listed: readonly string[], last: string): string | undefined {
  const others = listed.slice(0, -1);
  if (others.some((each) => measure.test(each) || /^[A-Z]+$/.test(each))) return undefined;
  const [first = ''] = others;
  for (let length = Math.min(first.length, 8); length >= 2; length--) {
    const end = first.slice(-length);
    const at = last.indexOf(end);
    if (at >= 0 && others.every((each) => each.endsWith(end))) return last.slice(at + length);
  }
  const [head] = group.exec(last) ?? [];
  if (head !== undefined && others.every((each) => group.exec(each)?.[0] === each))
    return last.slice(head.length);
  const [made] = output.exec(last) ?? [];
  return made !== undefined &&
    others.every((each) => /^\p{Script=Han}{2,4}$/u.test(each)) &&
    last.length - made.length <= 4
    ? made
    : undefined;
}
