import { withoutEnd } from './plan-clauses.ts';
import { spanOfYears } from './plan-dates.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';

const verbs = [
  '(?:高标准|高质量|加快|免费|统筹|布局|规划|新|再|扩|续|改|提升|完善)?(?:建设|建成|改造|新建|新增|完成|培育|开展|举办|承办|组织|实施|引进|招聘|打造|创建|培养|培训|更换|维修|衬砌|安装|净增|增补|招引|签约|开工|投产|发放|发展|认定|建立|设立|选派|选聘|录用|种植|栽植|修复|治理|整治|修缮|疏浚|清淤|新改建|新签约|新开|推动|推进|支持|资助|救助|帮助|惠及|覆盖|排查|检查|抽检|检测|制定|修订|编制|出台|发布|出版|研发|申请|授权|购置|采购|配备|投放|布设|铺设|架设|加装|拆除|关停|腾退|盘活|供应|筹集|筹措|争取|安置|输转|转移|接待|服务|受理|办理|审查|审结|化解|开发|开通|开行|优化|提升|新引进|新培育|新认定|新入库|引育|孵化|转化|落地|实现|增加|减少|办好|做强做优|吸纳|扩建|改建|迁建|重建|续建|布局|创作|推出|遴选|评选|入库|储备|谋划|植树|造林|输送|新打造)',
  '新[（(]改[)）]建|新建改建|新建[（(]?改扩建[)）]?|改（扩）建|加装（更新）',
].join('|');

/** What is done with a thing, as a clause of a plan begins with it: 改造提升 in 改造提升公厕20座. */
export const deedVerb = new RegExp(`^(?:${verbs}){1,2}(?:全部|所有)?`, '');

const leads = new RegExp(
  [
    '(?:到|至|在|于)?(?:20\\d{2}年度?|今年|本年度?|明年|全年|未来五年|五年|年(?=[底末内初])|\\d{1,2}月(?:\\d{1,2}[日号])?|第?[一二三四]季度|[上下]半年)+[底末内初]?(?:之前|以前|前)?',
    '力争|争取|努力|力求|确保|务必|保证|保障|计划|预计|预期|要(?!素|闻|案)|将|把|使(?!用)|让|拟|按计划|继续|进一步|同时|并且|并(?!网|购|联)|其中|另外|还(?!款|贷)|再(?!生|制|就业|次|保险|担保|融资)',
    '[一二三四五六七八九十]+是|第?[一二三四五六七八九十]+[、，](?![一二三四五六七八九十])|[“"]十[一二三四五六七八九]五[”"](?:时期|期间)|\\d{1,2}[.．、]\\s*',
    '积极|全力|加力|稳步|扎实|深入|大力|着力|有序|持续|全面|加快|重点(?=抓好|建设(?!项目|工程)|推进|打造|实施|支持|完成|培育|改造|新建)|累计|共计|总计|合计|共(?!建|享|有|同|管|治|育)',
    '(?:全|我)(?:[市县区省州盟旗校局院镇乡馆]|社(?!会))',
    '实现(?=\\p{Script=Han}{3})|我们|(?:集团|公司|学校|医院|支部)(?=计划|将|要|拟|力争|争取|确保|预计|全年)',
    '[-—–•●·*#\\s]+',
  ]
    .map((each) => `(?:${each})`)
    .join('|'),
  'uy',
);

/** The words before a figure without what only leads up to its name: 力争全年, 一是, 到2030年; behind a colon only what follows it. */
export function withoutLeads(words: string): string {
  const last = Math.max(words.lastIndexOf('：'), words.lastIndexOf(':'));
  let rest = words.slice(last + 1).replaceAll(/(?:比|较)(?:上年|去年|20\d{2}年)(?:同期|底|末)?/g, '');
  for (;;) {
    leads.lastIndex = 0;
    const lead = leads.exec(rest)?.[0] ?? '';
    if (lead === '') break;
    rest = rest.slice(lead.length);
  }
  return aimedAt(rest.trim());
}

/** What 力争 in the middle of a clause aims at, where it says it itself: 引进 in 城区力争引进. */
function aimedAt(words: string): string {
  const [, behind] = /(?:力争|争取|确保|计划|努力)(?:要|将)?([^力争取确保计划努]{2,})$/.exec(words) ?? [];
  return behind !== undefined && deedVerb.test(behind) && !/[到至为在]$/.test(behind) ? behind : words;
}

const levelVerbs =
  /(?:(?:要|将|均|都|总体|基本|力争|争取|努力|确保|继续|再|同比|同口径|年均|每年)|(?:保持|稳定|控制|维持|巩固|提高|提升|增加|增长|扩大|发展|上升|回升|达|降低|下降|降|压缩|压减|缩短|缩减|减少|下调|增|升|拓展|累计)?(?:在|到|至|为)|达到|达|突破|超过|超|不低于|不少于|不超过|不高于|低于|高于|是|保持|稳定|维持|共|共计|合计|总计|累计|约|近|分别)$/;
const change =
  /(?:年均|每年|平均|同口径)?(?:实际|名义)?(?:增长|提高|下降|减少|增加|提升|降低|上升|压减|压缩|缩减|缩短|增收|回落)$/;

/** A name without by how much it is to change: 营业收入 of 营业收入增长. */
export const withoutChange = (name: string): string => withoutEnd(name, change);

/** The words before a figure without the verb that brings it: 失业率 in 失业率控制在5%以内; 增长 stays where it is by how much. */
export function withoutLevelVerb(words: string, { unit, movement }: Quantity): string {
  let rest = words.trim();
  for (let lead = levelVerbs.exec(rest); lead !== null; lead = levelVerbs.exec(rest))
    rest = rest.slice(0, lead.index).trim();
  const [by] = change.exec(rest) ?? [];
  if (by === undefined || movement?.to) return rest;
  const name = withoutEnd(rest.slice(0, -by.length), /(?:同比|再|要|将|力争|预计)$/);
  return unit === '' ? rest : name + by;
}

/** What is foreseen is no target, unless something is to be done for it: 预计全年完成投资12亿元. */
const isForecast =
  /^预计(?!.*(?:完成|实现|增长|建成|建设|达到|到位|投产|开工|投用|提高|提升|下降|降低|新增|力争|确保))/u;

/** Whether a clause tells what was, not what is to be: 上年末, 2025年 in a plan for 2026, 已建成. */
export function isOfBackground(words: string, year: number | undefined): boolean {
  if (/^(?:去年|上年|上一年|过去|此前|截至|前期|近年来|目前|现有|已经?(?!有))/.test(words.trim()))
    return true;
  if (/(?:去年|上年)(?!末?的?水平)/.test(words.replaceAll(/(?:比|较)(?:上年|去年)/g, ''))) return true;
  const [, typed] = /^(?:截至|到)?(20\d{2})年/.exec(words.trim()) ?? [];
  const said = spanOfYears(words) ?? (typed === undefined ? undefined : Number(typed));
  return (said !== undefined && year !== undefined && said < year) || isForecast.test(words.trim());
}
