import Fraction from './fraction.ts';
import { Prefixes, type Group } from '../word-table.ts';
import { ONE } from './fractions.ts';

/** Shares, rates and multiples: 55% is 11/20, 2倍 is 2. */
export const RATIO = '%';
/** Differences between rates, in points of a hundred. */
export const POINTS = '百分点';
/** Points of a score: 93.6分. */
export const SCORE = '分';

const hundredth = '1/100';
const thousandth = '1/1000';

/**
 * Families with the words of their units and what one is worth in the first of them. Measures by GB 3100–3102; feet,
 * miles and acres by the international yard of 1959. Tons and gallons differ between countries and stand by themselves.
 * What is no whole number is written as a fraction.
 */
const families: readonly (readonly [
  family: string,
  ...units: (readonly [words: string, factor: string | number])[],
])[] = [
  ['元', ['元 块钱 元人民币 yuan renminbi ¥ ￥ RMB CNY', 1], ['角', '1/10'], ['分/', hundredth]],
  ['$', ['$ dollars dollar 美元 US$ USD US_dollars US_dollar', 1], ['cents cent', hundredth]],
  ['港元', ['港元 港币 HK$ HKD Hong_Kong_dollars', 1]],
  ['欧元', ['欧元 € euros euro EUR', 1]],
  ['£', ['£ 英镑 GBP pounds_sterling', 1]],
  ['日元', ['日元 JPY yen', 1]],
  ['CHF', ['CHF 瑞士法郎 Swiss_francs Swiss_franc', 1]],
  ['A$', ['A$ AU$ AUD Australian_dollars', 1]],
  ['C$', ['C$ CA$ CAD Canadian_dollars', 1]],
  ['NZ$', ['NZ$ NZD New_Zealand_dollars', 1]],
  ['S$', ['S$ SGD Singapore_dollars', 1]],
  ['₹', ['₹ INR rupees rupee', 1]],
  ['₩', ['₩ KRW 韩元', 1]],
  ['SEK', ['SEK Swedish_kronor', 1]],
  ['NOK', ['NOK Norwegian_kroner', 1]],
  ['DKK', ['DKK Danish_kroner', 1]],
  ['R$', ['R$ BRL', 1]],
  ['ZAR', ['ZAR', 1]],
  ['人', ['人 位 名 员', 1]],
  ['人次', ['人次 名次', 1]],
  [
    RATIO,
    ['% ％ 百分比 percent per\u00A0cent per_cent', hundredth],
    ['‰', thousandth],
    ['成', '1/10'],
    ['倍 ×', 1],
  ],
  [
    POINTS,
    ['个百分点 百分点 percentage_points percentage_point points_of_a_percent pp', 1],
    ['个基点 基点 basis_points basis_point', hundredth],
    ['个千分点 千分点', '1/10'],
  ],
  [
    '米',
    ['米 m metres metre meters meter', 1],
    ['公里 千米 km kilometres kilometre kilometers kilometer', 1000],
    ['厘米 cm centimetres centimeters', hundredth],
    ['毫米 mm millimetres millimeters', thousandth],
    ['miles mile mi 英里', '1609.344'],
    ['feet foot ft 英尺', '0.3048'],
    ['inches inch 英寸', '0.0254'],
    ['yards yard yd', '0.9144'],
    ['mph', '1609.344'],
    ['kph', 1000],
  ],
  [
    '克',
    ['克 g grams gram', 1],
    ['公斤 千克 kg kilograms kilogram', 1000],
    ['吨 t tonnes tonne metric_tons metric_ton metric_tonnes', 1_000_000],
    ['毫克 mg milligrams', thousandth],
    ['微克 µg μg micrograms', '1/1000000'],
  ],
  ['ton', ['tons ton short_tons', 1]],
  ['lb', ['pounds pound lbs lb', 1], ['ounces ounce oz', '1/16']],
  [
    '平方米',
    ['平方米 ㎡ m² m2 平米 米² square_metres square_metre square_meters square_meter sq_m sq._m', 1],
    [
      '平方公里 km² km2 公里² 千米² square_kilometres square_kilometre square_kilometers square_kilometer sq_km sq._km',
      1_000_000,
    ],
    ['公顷 hectares hectare ha', 10_000],
    ['亩', '2000/3'],
    ['square_feet square_foot sq_ft sq._ft. sq._ft ft²', '0.09290304'],
    ['square_miles square_mile sq_mi sq._mi mi²', '2589988.110336'],
    ['acres acre 英亩', '4046.8564224'],
  ],
  [
    '立方米',
    ['立方米 m³ m3 方 cubic_metres cubic_metre cubic_meters cubic_meter', 1],
    ['升 litres litre liters liter L', thousandth],
    ['毫升 ml mL millilitres milliliters', '1/1000000'],
    ['megalitres megalitre megaliters ML', 1000],
    ['cubic_feet cubic_foot ft³', '0.028316846592'],
  ],
  ['gallon', ['gallons gallon gal', 1]],
  ['acre-foot', ['acre-feet acre-foot acre_feet', 1]],
  [
    '千瓦时',
    ['千瓦时 kWh 度 kilowatt-hours kilowatt-hour kilowatt_hours', 1],
    ['兆瓦时 MWh megawatt-hours megawatt_hours', 1000],
    ['吉瓦时 GWh gigawatt-hours gigawatt_hours', 1_000_000],
    ['TWh terawatt-hours terawatt_hours', 1_000_000_000],
    ['MJ', '5/18'],
    ['GJ gigajoules', '2500/9'],
    ['TJ terajoules', '2500000/9'],
  ],
  [
    '千瓦',
    ['千瓦 kW kilowatts kilowatt', 1],
    ['兆瓦 MW megawatts megawatt', 1000],
    ['吉瓦 GW gigawatts gigawatt', 1_000_000],
  ],
  ['Mbps', ['Mbps M 兆 Mbit/s Mb/s', 1], ['Gbps Gbit/s Gb/s', 1000]],
  ['GB', ['GB gigabytes', 1], ['TB terabytes', 1000], ['PB petabytes', 1_000_000]],
  [
    '小时',
    ['小时 个小时 hours hour hrs hr 课时', 1],
    ['分钟 minutes minute mins min', '1/60'],
    ['seconds second', '1/3600'],
  ],
  ['天', ['天 days day', 1], ['周 weeks week', 7]],
  ['月', ['个月 months month', 1], ['年 years year', 12], ['个季度 季度 quarters quarter', 3]],
  ['工作日', ['工作日 个工作日', 1]],
  ['岁', ['岁 周岁', 1]],
  ['吨标准煤', ['吨标准煤', 1]],
  [
    'CO2e',
    [
      'tCO2e tCO₂e tCO2 tCO₂ t_CO2e t_CO₂e t_CO2 t_CO₂ tonnes_CO2e tonnes_CO₂e tonnes_of_CO2e tonnes_of_CO₂e tonnes_of_CO2 tonnes_of_CO₂ metric_tons_CO2e metric_tons_of_CO2e 吨二氧化碳当量 吨二氧化碳',
      1,
    ],
    ['kgCO2e kgCO₂e kg_CO2e kg_CO₂e kg_of_CO2e kg_CO2', thousandth],
    ['ktCO2e kt_CO2e ktCO₂e', 1000],
    ['MtCO2e Mt_CO2e MtCO₂e', 1_000_000],
  ],
  // points of a score; what stands behind the word tells them from 分钟 and 分别
  [SCORE],
  ['°C', ['°C ℃ 摄氏度 degrees_Celsius', 1]],
  ['°F', ['°F ℉ degrees_Fahrenheit', 1]],
];

/** Measure words of Chinese, each a family of its own: 25项 and 25所 are different things. */
const measures =
  '项 次 所 条 件 家 户 辆 艘 架 列 期 处 起 个 座 台 套 本 篇 份 张 门 场 间 栋 幢 批 班 班次 校 镇 村 街 镇街 县 市 区 组 队 支 场次 辆次 架次 车次 课 节 节次 科次 部 册 幅 首 株 棵 头 只 羽 台次 台套 床 床位 项次 例 宗 单 笔 起次 人天 轮 层 点 枚 颗 块 片 段 对 双 副 根 支队 户次 件次 家次 遍 趟 种 类 档 箱 包 袋 瓶 票 席 行 款 盏 扇 口 眼 孔 斤 道 任 篇次 个次 场地 堂 页 册次 种次 字 卷 剂 剂次 针次 桶 尾 匹 桌 幕 座次 批次';

/** What a word of the table counts, and what one of it is worth in the base unit of its family. */
export class Known {
  readonly family: string;
  readonly #worth: string | number;
  #factor: Fraction | undefined;

  constructor(family: string, worth: string | number) {
    this.family = family;
    this.#worth = worth;
  }

  get factor(): Fraction {
    return (this.#factor ??= this.#worth === 1 ? ONE : new Fraction(this.#worth));
  }
}

function* groups(): Generator<Group<Known>> {
  for (const [family, ...units] of families)
    for (const [words, worth] of units) yield [new Known(family, worth), words];
  for (const word of measures.split(' ')) yield [new Known(word, 1), word];
}

/** Every word that is a unit. */
export const unitWords = new Prefixes(groups);

/** Families that measure, and do not count. */
export const measured: ReadonlySet<string> = new Set(
  families.map(([family]) => family).filter((family) => family !== '人' && family !== '人次'),
);

const money: ReadonlySet<string> = new Set(
  '元 $ 港元 欧元 £ 日元 CHF A$ C$ NZ$ S$ ₹ ₩ SEK NOK DKK R$ ZAR'.split(' '),
);

/** Whether a family is one of money. */
export const isMoney = (family: string): boolean => money.has(family);

/** Signs and codes of money that stand before a number: US$, €, EUR. */
export const currencies: readonly string[] = families
  .filter(([family]) => isMoney(family))
  .flatMap(([, ...units]) => units.flatMap(([words]) => words.split(' ')))
  .filter((word) => /^(?:[A-Z]{0,3}[$€£¥￥₹₩]|[A-Z]{3})$/.test(word));

const known: ReadonlySet<string> = new Set([...families.map(([family]) => family), ...measures.split(' ')]);

/** Whether a family is one of the table: measures, money, shares, and the measure words of Chinese. */
export const isKnownFamily = (family: string): boolean => known.has(family) || family.startsWith('out of ');
