/** Whether a metric’s name says that it is a share or a rate of a whole: 整改率, 占比, closure rate. */
export const namesRate = (name: string): boolean =>
  /(?:率|比例|占比|比重|百分比|覆盖面)(?:（[^）]*）|\([^)]*\))?$|\b(?:rate|share|proportion|percentage)\b/i.test(
    name,
  );

/** Rates that may be above 100%: gross ones, growth, completion of a plan, indexes, use of capacity. */
const unbounded =
  /毛[^，。]{0,12}率|增长|增速|增幅|涨幅|升幅|变化|增减|同比|环比|比上年|完成|达成|实现率|执行率|兑现|指数|倍|超额|使用率|利用率|周转|产销|负债|杠杆|负荷|满载|回报|收益|利润率|\b(?:growth|change|increase|rise|completion|achievement|attainment|index|gross|occupancy|utilisation|utilization|turnover|return|debt)\b/i;

/** Rates that may be below 0: what grows may shrink. */
const signed =
  /增长|增速|增幅|涨幅|升幅|降幅|变化|增减|同比|环比|比上年|回报|收益|利润率|\b(?:growth|change|increase|decrease|rise|fall|return|margin|inflation)\b/i;

/** Whether a rate of that name may be above 100%. */
export const mayExceedAll = (name: string): boolean => unbounded.test(name);

/** Whether a rate of that name may be negative. */
export const mayBeNegative = (name: string): boolean => signed.test(name);
