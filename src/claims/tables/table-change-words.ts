/** What the cells of a line of changes are: amounts, rates, or what nobody says. */
export type ColumnChange = 'amount' | 'rate' | 'either';

const amounts =
  /^(?:(?:比|较|与)(?:上年|去年|上期|同期)(?:同期)?(?:相比)?|同比)?(?:增减|增加|净增|变化|变动|增长|差额|增量)(?:额|量|数|值|情况)$|^(?:增减|净增|增加|减少|差额|差异|增量|结余|超支)(?:数|额|量)?$|^(?:absolute |net )?(?:change|difference|variance|increase)$|^\+ ?\/ ?[-–−]$|^[±Δ]$/i;
const rates =
  /增长率|增速|(?:增减|变动|变化|升降)(?:比例|比率|百分比|幅度)|同比增减|增幅|增减率|同比增长|增减幅|降幅|变化率|变动率|[%％]|% ?change|change,? ?%|growth(?: rate)?$|percent(?:age)? (?:change|growth|increase)/i;
const either =
  /同比|环比|^(?:比|较)(?:上年|去年|上期|同期)|增长$|增减$|升降|变化$|变动$|^(?:change|increase|decrease)\b/i;

/** Whether the name of a line says that it holds changes, and of what kind. */
export function columnChange(name: string): ColumnChange | undefined {
  if (amounts.test(name)) return 'amount';
  if (rates.test(name) && /[增减升降变同环]|change|growth|increase|decrease/i.test(name)) return 'rate';
  return either.test(name) ? 'either' : undefined;
}

/** Whether a name says itself that something fell. */
export const declines = (name: string): boolean =>
  /减少|下降|降幅|降低|decrease|reduction|fall|decline/i.test(name) && !/增|increase/i.test(name);

const last =
  /^(?:上年|去年|上期|上年同期|去年同期|年初|期初|上一年|上年末)(?:数|值|度|完成|实绩)?$|^(?:last|previous|prior) (?:year|period)$|^(?:previous|before)$/i;
const now =
  /^(?:本年|今年|本期|当年|年末|期末|本年末|当期)(?:数|值|度|完成|实绩)?$|^(?:this|current) (?:year|period)$|^(?:current|now)$/i;
const year =
  /^(?:FY ?|财年)?(?:((?:19|20)\d{2})|(\d{2}))(?:[-–/]\d{2,4})?(?:年度?|财年)?(?:末|底|数|值|实绩|完成|决算数?)?$/i;

/** What a name has in brackets behind it: the year, 上年度（2018年）, or a unit, 2019年（万元）. */
const behindName = /\s?[（(](?:(?:19|20)\d{2}年?度?|[%％万亿元人次个户件所家吨公里亩]{1,4})[）)]$/;

/** Which of several times a line is of, as a number that rises with time; undefined where its name is no time. */
export function orderInTime(named: string): number | undefined {
  const name = named.replace(behindName, '');
  if (last.test(name)) return 0;
  if (now.test(name)) return 1;
  const [, full, short] = year.exec(name) ?? [];
  if (full !== undefined) return Number(full);
  return short !== undefined && /^FY/i.test(name) ? 2000 + Number(short) : undefined;
}

/** Whether a line is of what was planned. */
export const isPlanned = (name: string): boolean =>
  /(?:计划|目标|任务|预算|应)(?:数|值|量|额|总数|完成数?)?$|^(?:年初|年度|全年)?(?:计划|目标|任务|预算)|^(?:planned|plan|targets?|budget(?:ed)?|goals?)\b/i.test(
    name,
  ) && !/率|比例|%/.test(name);

/** Whether a line is of what came about. */
export const isActual = (name: string): boolean =>
  /^(?:实际|完成|已|累计|执行|决算|实绩|支出|全年完成)|(?:完成|执行|支出|实际)(?:数|值|量|额)?$|^(?:actual|achieved|completed|delivered|spent|results?|outturn|done)\b/i.test(
    name,
  ) && !/率|比例|%|计划/.test(name);
