import type { TableLabel } from '../../reading/table-labels.ts';

/** What a row or column is to the others of its table, by its name. */
export type Role =
  /** One of what adds up. */
  | 'part'
  /** A part of a part: 其中：女性, of which residential. */
  | 'within'
  /** What has no sum, whatever stands before it: rates, ranks, averages, codes, dates, remarks. */
  | 'apart'
  /** A sum on the way: 小计, Subtotal. */
  | 'subtotal'
  /** A sum of a group, by its name: 收入合计, Total income. */
  | 'group'
  /** A sum of all: 合计, Total. */
  | 'total'
  /** 全市, All schools: a sum only where the figures say so. */
  | 'whole';

const totals =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]\s?)?(?:总\s*计|合\s*计|共\s*计|总\s*数|总合计|累计)[:：]?$/;
const totalsEn =
  /^(?:grand |overall )?totals?:?$|^all:?$|^sum$|^(?:grand |overall )?total \(.*\)$|^in total$/i;
const subtotals = /小\s*计$|^sub-?\s?totals?\b/i;
const groups = /^[\p{Script=Han}（）()、]{1,12}(?:合\s*计|总\s*计|共\s*计)$/u;
const groupsEn =
  /^total (?:[a-z]+ ){0,2}(?:income|revenues?|receipts|expenditures?|expenses|spending|costs?|payments|assets|liabilities|grants|funding|budget|outlays|investment)$|^[a-z ]{2,24} total$/i;
const wholes =
  /^(?:全|我|本)(?:市|省|县|区|州|盟|国|校|局|院|系统|镇|旗)(?:平均)?$|^[\u3400-\u9fff]{1,4}(?:市|省|县)总计$|^total [a-z ]{2,30}$|^all [a-z ]{2,30}$|^overall$|^(?:whole|entire) [a-z]+$/i;
const within = /^其\s*中|^[#＃]|^(?:of which|including|incl\.|thereof)\b/i;
const withinByDash = /^[-–—·•]\s?\p{L}/u;

/** The whole of quarters and months, where the figures say so. */
const years = /^(?:全年|年度)(?:合计|累计|总计)?$|^(?:full |whole )?year$|^year to date$/i;
const once = /去重|不重复|剔重|剔除重复|\b(?:unique|unduplicated|distinct)\b/i;

/** Figures that have no sum, by the words of a row or column. */
const apart =
  /[%％‰]|率$|占比|比重|比例|构成比|增长$|增速|增幅|增减|增长[率额量]|升降|涨跌|变化$|差额$|同比|环比|排名|名次|位次|位列|(?:序|编)号$|[代编]码$|(?:年份|年度)$|(?:指|系)数$|平均|人均|均价|均值|户均|校均|生均|亩均|单价|价格$|进度$|得分$|评分$|分数$|成绩$|等级$|评级$|年龄$|[浓密温强]度$|速度$|水平$|目标$|标准$|最[高低大小]|中位/;
const apartEn =
  /\b(?:rate|ratio|shares?|rank|ranking|change|growth|average|mean|median|per|price|percent|percentage|proportion|difference|variance|rating|maximum|minimum|highest|lowest|satisfaction|temperature|speed|density|index)\b|^(?:code|targets?|scores?|grade|age|id|no\.|date|\+\/[-–−]|±|Δ|#)$|[%‰]/i;

/** The role of a row or column; of a total in merged cells the words of any of them tell it. */
export function roleOf({ name, levels }: TableLabel): Role {
  const words = levels.length === 0 ? [name] : levels;
  const some = (pattern: RegExp): boolean => words.some((each) => pattern.test(each));
  if (
    words.some((each) => within.test(each) || ('-–—·•'.includes(each.charAt(0)) && withinByDash.test(each)))
  )
    return 'within';
  // of those who came several times each is one
  if (some(once)) return 'apart';
  if (some(subtotals)) return 'subtotal';
  if (words.every((each) => totals.test(each) || totalsEn.test(each))) return 'total';
  if (some(totals) || some(totalsEn)) return words.length === 1 || isTotalName(words) ? 'total' : 'group';
  return years.test(name) ? 'whole' : namedRole(name);
}

function namedRole(name: string): Role {
  if (apart.test(name) || apartEn.test(name)) return 'apart';
  if (groups.test(name) || groupsEn.test(name)) return 'group';
  return wholes.test(name) ? 'whole' : 'part';
}

/** Whether the outermost words name a total: 合计 before a blank, 总计 with the unit it is in. */
const isTotalName = ([first = '']: readonly string[]): boolean => totals.test(first) || totalsEn.test(first);

/** Whether a row or column names shares of a whole. */
export const isShareName = (name: string): boolean =>
  /占比|比重|所占比例|占总|构成|份额|百分比|^比例$|^%$|\bshares?\b|% of|percentage of|percent of|proportion/i.test(
    name,
  );
