/** Words that a name has in common with the one before it in its statement, and what it leaves to the words around it. */

/** Things that come in twos: of 铁路客运量, 货运量 is that of the railway as well. */
const twos = ['客货', '存贷', '进出', '产销', '内外', '男女', '收支', '入出'];

/**
 * The name that goes on from the one before, of which it is the other half: 水路货运量 behind 水路客运量; as it stands where it is none.
 *
 * @param before the name of the figure before, without what was done
 */
export function asOtherHalf(name: string, before: string): string {
  const shared = before.length - name.length;
  if (shared < 2 || name.length < 2 || name.length > 4) return name;
  const half = before.slice(shared);
  const isOther = [...name].some((sign, at) => {
    const other = half[at] ?? '';
    return (
      sign !== other &&
      twos.some((pair) => pair === sign + other || pair === other + sign) &&
      restOf(name, at) === restOf(half, at)
    );
  });
  return isOther || /^支出收入$|^收入支出$/.test(name + half) ? before.slice(0, shared) + name : name;
}

const restOf = (word: string, at: number): string => word.slice(0, at) + word.slice(at + 1);

/** Who did something, before it, where the next name of the list says neither: 市属企业 in 市属企业完成投资5亿元、研发投入1亿元. */
const doer =
  /^(.{1,8}(?:企业|集团|公司|单位|医院|学校|高校|部门|园区|开发区|机构|银行|法院))(?:完成|实现|取得|获得|达到)\p{Script=Han}{2,}$/u;

/** A name that goes on from one that begins with who did it. */
export const withDoer = (name: string, before: string): string => {
  const who = doer.exec(before)?.[1];
  return who !== undefined &&
    /(?:投入|收入|支出|利润|税收|产值|增加值|投资|营收|贷款|存款|负债|资产)$/u.test(name)
    ? who + name
    : name;
};

/** What every place has. */
const ofPlaces =
  /^(?:经济总量|(?:地区)?生产总值|GDP|(?:常住|户籍)?(?:总?人口|人口)|(?:工业)?总产值|(?:工业)?增加值|(?:财政|税收)收入|税收)$/u;
const district =
  /(?:经济圈|经济区|经济带|都市圈|城市群|新区|新城|开发区|高新区|园区|自贸区|片区|组团|示范区)(?:[^，。；\d]{1,24})，[^，。；\d]{0,6}$/u;

/** Whether a name says of which place it is only by a clause before it, which speaks of another than the report: 城市群建设提速，经济总量达到9万亿元. */
export const isOfOtherPlace = (name: string, before: string): boolean =>
  ofPlaces.test(name) && district.test(before.slice(0, Math.max(0, before.lastIndexOf(name))).slice(-60));

/** Two names of which the second begins with the end of the first, as one: 城镇居民人均可支配收入. */
export function overlapped(first: string, second: string): string {
  for (let length = Math.min(first.length, second.length); length > 1; length--)
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length);
  return first + second;
}
