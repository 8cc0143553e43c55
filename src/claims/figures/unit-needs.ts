import type { Quantity } from '../../quantity/value/quantity.ts';
import { wordsBefore } from '../../quantity/scan/qualifiers.ts';
import { unitOf } from '../../quantity/value/unit.ts';
import type { Prose } from '../../reading/prose.ts';

/** What a figure without a unit must be a figure of, and a unit that would fit. */
export interface UnitNeed {
  readonly kind: 'money' | 'measure' | 'count';
  readonly unit: string;
}

interface Noun extends UnitNeed {
  /** How the words before the figure end. */
  readonly pattern: RegExp;
}

const grown = '(?:到位)?(?:增加|新增|提高|扩大|增长)?[到至]?$';
const money = new RegExp(
  `(?:经费|资金|捐款|善款|拨款|贷款|款项|金额|总额|投资额?|投入|收入|支出|补贴|补助|津贴|奖金|奖补|工资|薪酬|月薪|学费|预算|费用|产值|税收|利润|销售额|交易额|营业额|成本|(?:补助|补贴|津贴|低保|工资|收费|奖励|供养|救助|拨款|资助)标准)${grown}`,
);
const built =
  '(?:改造|新建|修复|硬化|铺设|整治|疏浚|维修|建设|拓宽|养护|清淤|新修|改建|扩建|修建|建成|完成|通车|检修)';
const ways = '(?:道路|公路|村道|里程|管网|管道|渠道|河道|绿道|步道|堤防|海堤|线路|光缆|沟渠)';
/** What only a verb makes sure of: 项目12 may be the twelfth. */
const acts =
  '(?:培训|发现|排查|整改|办理|办结|新建|改建|扩建|举办|开展|组织|走访|检查|抽查|慰问|配备|招聘|招收|录用|录取|引进|帮扶|资助|救助|新增|购置|采购|建成|受理|查处|调解|接待|安置|表彰|选派|发展|创建|召开|改造|更换|种植|惠及|覆盖|共有|现有)';
const counted: readonly (readonly [unit: string, nouns: string])[] = [
  [
    '人',
    '教师|学生|党员|干部|职工|人员|群众|农民工|志愿者|学员|居民|村民|医生|护士|教职工|人才|老人|儿童|毕业生',
  ],
  ['所', '学校|幼儿园|医院|卫生院|中学|小学'],
  ['家', '企业|单位|机构|门店|公司'],
  ['件', '案件|提案|建议|议案|信访件|诉求|投诉'],
  ['处', '隐患|危房|窨井'],
  ['场', '活动|讲座|招聘会|演练'],
  ['次', '会议|督查'],
  ['辆', '车辆|校车|公交车'],
  ['个', '项目|岗位|站点|社区|问题|学位|车位'],
  ['张', '床位'],
  ['台', '设备|电脑'],
  ['套', '住房|公租房|保障房'],
  ['盏', '路灯'],
  ['棵', '树木'],
];
const nouns: readonly Noun[] = [
  { kind: 'money', unit: '元', pattern: money },
  {
    kind: 'measure',
    unit: '公里',
    pattern: new RegExp(
      `${ways}${built}(?:里程)?$|${built}[^，。；：、\\d]{0,8}${ways}$|(?:全长|总长|长度|里程)${grown}`,
    ),
  },
  { kind: 'measure', unit: '平方米', pattern: new RegExp(`(?:面积|占地)${grown}`) },
  { kind: 'measure', unit: '吨', pattern: new RegExp(`(?:产量|重量|总重|载重|排放量)${grown}`) },
  { kind: 'measure', unit: '立方米', pattern: new RegExp(`(?:库容|供水量|用水量|蓄水量|土方)${grown}`) },
  { kind: 'measure', unit: '千瓦时', pattern: new RegExp(`(?:用电量|发电量|售电量)${grown}`) },
  ...counted.map(([unit, words]): Noun => ({
    kind: 'count',
    unit,
    pattern: new RegExp(`${acts}[^，。；：、\\d]{0,10}(?:${words})$`),
  })),
];

/** What ends a figure: 补助20万学生 counts pupils. */
const end = /^(?:[，。；、）),;\s]|用于|其中|$)/;
/** What says the unit for all figures of a text. */
const given = /(?:^|[^\p{Script=Han}]|计量|金额|货币)单位 ?[：:为]|以[百千]?[万亿]?元(?:计|为单位)/u;
/** What leads from one figure to the next, so that both have one unit: 由800提高到900元. */
const linked =
  /^(?:多|余|左右)?(?:[—–\-－～~至到、和或]|(?:提高|增加|上升|增长|降低|减少|下降|扩大|上调)[到至])$/;

/** A figure of a text with the unit that it needs. */
export interface NeedyFigure extends UnitNeed {
  readonly figure: Quantity;
}

const mayNeedUnit = ({ family, kind }: Quantity): boolean => family === '' && kind === 'figure';

/** The figures of a text that lack their unit: where the sentence, the text or the noun gives it, or where that is not sure, none. */
export function* unitNeeds(prose: Prose): Generator<NeedyFigure> {
  const { text } = prose;
  if (!prose.figures.some(mayNeedUnit)) return;
  const isChinese = /\p{Script=Han}/u.test(text);
  if ((isChinese ? given : inMoney).test(text)) return;
  for (const { span, figures } of prose.statements) {
    if (!figures.some(mayNeedUnit)) continue;
    const families = new Set(figures.map(({ family }) => family));
    for (const [index, figure] of figures.entries()) {
      if (!mayNeedUnit(figure)) continue;
      const need = isChinese
        ? unitNeed(text, figure, figures[index + 1], families)
        : currencyNeed(text, figure, span[1], families);
      if (need) yield { figure, ...need };
    }
  }
}

function unitNeed(
  text: string,
  figure: Quantity,
  next: Quantity | undefined,
  families: ReadonlySet<string>,
): UnitNeed | undefined {
  const { unit, digits, span, movement } = figure;
  if (!end.test(text.slice(span[1], span[1] + 2))) return undefined;
  if (next && next.family !== '' && linked.test(text.slice(span[1], next.span[0]))) return undefined;
  const { rest } = wordsBefore(text, digits[0]);
  const noun = nouns.find(({ pattern }) => pattern.test(rest));
  // 万 without 元 is never meant; a bare number may be the mark of an item, or be told its unit by another
  if (noun === undefined || (noun.kind === 'money' && unit !== '')) return noun;
  const isSure =
    isTelling(figure) && !/[\s|]/.test(text[digits[0] - 1] ?? '') && (movement === undefined || unit !== '');
  return isSure && !families.has(unitOf(noun.unit).family) ? noun : undefined;
}

/** Whether a number is more than the mark of an item: 项目2. */
const isTelling = ({ number, step, factor }: Quantity): boolean =>
  number.compare(10) >= 0 || step.compare(factor) < 0;

const spent =
  /\b(?:spent|invested|paid|raised|awarded|(?:spending|investment|budget|revenue|income|expenditure|turnover|funding|grants|fees|fines|costs?|savings) (?:of|was|were|totalled|reached|rose to|fell to)|cost|costing)(?: a total of)?$/i;
const aim =
  /^ (?:on|to (?=[a-z]{1,15}ing\b|the\b|a\b|build|repair|improve|replace|train|support)|for|in (?:grants|fees|donations|fines|funding|[a-z]{3,15}ing\b))/;
const done = /^(?: (?:in|during) (?:the )?(?:19|20)\d\d)?(?:[,.;:)]|$| (?:was|were|is|has|had)\b)/;
const sizes: readonly Noun[] = [
  { kind: 'measure', unit: 'km', pattern: /\ba (?:total )?(?:length|distance) of$/i },
  { kind: 'measure', unit: 'hectares', pattern: /\b(?:an|a total) area of$/i },
  { kind: 'measure', unit: 'tonnes', pattern: /\ba (?:total )?weight of$/i },
];
const inMoney =
  /\b(?:amounts?|figures?|sums?)\b[^.]{0,20}\bin\b|[(（]in (?:thousands|millions|[$£€]|[A-Z]{3})/i;
const currencies = ['元', '美元', '欧元', '港元', '$', '£'];

/** The same in English: spent 1.2 million on …, a length of 35. */
function currencyNeed(
  text: string,
  { digits, span: [, last] }: Quantity,
  stop: number,
  families: ReadonlySet<string>,
): UnitNeed | undefined {
  const before = wordsBefore(text, digits[0]).rest.trimEnd();
  const after = text.slice(last, Math.min(stop + 1, last + 40));
  const size = sizes.find(({ pattern }) => pattern.test(before));
  if (size) return done.test(after) ? size : undefined;
  if (!spent.test(before) || currencies.some((family) => families.has(family))) return undefined;
  // what was raised, paid or awarded by itself may be counted; a sum is one with a purpose
  const isSure =
    aim.test(after) || (done.test(after) && !/\b(?:raised|paid|awarded)(?: a total of)?$/i.test(before));
  return isSure ? { kind: 'money', unit: '$' } : undefined;
}
