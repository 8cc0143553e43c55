import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, RATIO } from '../../quantity/value/unit.ts';
import { signOf } from '../../reading/signs.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { statementAround } from '../../reading/statements.ts';
import { behindSign, type Claim, type ClaimReader } from '../claim.ts';
import { mayBeNegative, mayExceedAll } from './rates.ts';

/** A share or rate of a text, by its name, that lies between nothing and all. */
export interface BoundedRate extends Claim {
  readonly name: string;
  readonly rate: Quantity;
  /** Whether the text writes it below nothing. */
  readonly isNegative: boolean;
  /** Whether more than all of it, or less than nothing, may be meant. */
  readonly mayExceed: boolean;
  readonly maySink: boolean;
  /** Whether the name alone does not settle it: what was spent may be more than the budget. */
  readonly isLoose: boolean;
}

/** What a rate is called in Chinese, at the end of the words before it. */
const chineseName =
  /([\p{Script=Han}A-Za-z]{0,12}(?:率|比例|比重|占比|满意度))(?:已|均|约|[为达是至在]|达到|达至|降[至到]|提高[到至]|提升[到至]|上升[到至]|升[到至]|保持在|稳定在|控制在|首次|高达|仅|了){0,3}\s?$/u;
/** Chinese rates that may leave the range from 0 to 100%. */
const chineseOpen =
  /自给|上座|到位|拨备|流动性|充足|结案|收结|清[偿欠]|征[收缴]|收缴|入库|供给|储蓄|投资率|偿债|存贷|依存|性别比|抚养|达产|蓄水|贡献|误差|偏差|弹性|通胀|汇率|利率|税率|毛利|净利|盈余|结余|净流|缺口|差率|折旧|换手|转化|增加率|下降率|提升率|增幅|杠杆|超标|超载|负荷|饱和|产销|开工率|投入产出|电话|手机|移动|宽带|(?:存款|贷款|债务|融资|进出口|外贸|市值|投资|支出|负债)[^，。]{0,8}占|抗震|加成|溢价|偏离|对比|库容比|库存比|师生比/u;
/** What leads from an earlier level of a rate. */
const fromOne =
  /[由从](?:(?:上年|去年|20\d\d年|年初)(?:同期)?的?)?\d{1,3}(?:\.\d{1,3})?[%％](?=(?:提高|提升|上升|升高?|下降|降低?|回落)[到至])/u;
/** Words around it that hold it against something else than all. */
const against =
  /同比|环比|比上|较上|比去|去年|上年|上一年|计划|任务|目标|预算|基[期准]|相当于|倍|指数|环[增减]|最大|进度|增[长幅加]|提[高升](?!到|至)|上升|下降(?!到|至)|说法/u;

/** What an English rate is called, and what leads from it to its figure. */
const englishName =
  /\b(?:rates?|share|proportion|percentage|attendance|satisfaction|compliance|coverage|turnout|performance|punctuality|literacy|employment)\b|\b(?:retention|participation|uptake|take-up|survival) of (?:[a-z-]+ ){0,3}(?:students|pupils|staff|patients|members|children|women|men|residents)\b/i;
const englishLead =
  /\b(?:was|were|is|are|been|stood at|stands at|reached|hit|rose to|fell to|climbed to|dropped to|came to|averaged|remained at)(?: (?:about|only|just|over))? $/i;
const englishOpen =
  /\b(?:replacement|return|interest|exchange|conversion|cover of|bad loans|liquidity|inflation|vacanc|birth|fertility|margin|tax|real|savings?|investment|load|capacity|use of|against|growth|change|productivity|collection|recovery|swap|dependency|solvency|reserve)/i;
/** Rates whose level goes on with the verb of another before it: occupancy was 88% and the literacy rate 103%. */
const elliptic =
  /^(?: [a-z’'-]+){0,4},? (?:and|but|while|whereas) ((?:[a-z]+ ){0,3}?(?:rate|turnout|attendance|literacy|satisfaction|punctuality|compliance|coverage|employment)(?: rate)?) (?:at |of |only )?$/i;
/** … were 86% in the city and 121% in the county: of the rate before it. */
const alsoOf = /^ (?:in|at|for|among) [^,;:.\d]{1,40}(?:,|,? and|,? but) $/;
/** 2% of callers were dissatisfied and 104% satisfied: of the same. */
const alsoAre =
  /^ of (?:the |our |its )?([a-z]{3,}s|people|staff|children|women|men) (?:were|are|was|is|felt|feel)(?: [a-z]+){1,2}?,? (?:and|but|while) (?:only |just )?$/i;
const subject =
  /(?:^\s*|[.;:,] |\b(?:that|and|but|while|where|when|whereas|with|about|only|nearly|almost|some) )$/i;
/** 108% of tenants feel safe: of things no more than all can be or do something. */
const ofThings =
  /^ of (?:all |the |our |its |their |those )?(?:[a-z-]+ ){0,2}?((?!sales|costs|goods|funds|revenues|forecasts|levels|plans|targets|budgets|places)[a-z]{3,}s|people|children|women|men|staff) (?:who (?:replied|answered|responded) )?(?:were|are|was|is|had|have|feel|felt|said|say|think|thought|know|knew|live|lived|work|worked|use|used|passed|failed|took|take|left|found|agreed?|wanted?|received?|reported|attended|answered|completed|met|got)\b/i;
const englishAgainst =
  /\b(?:target|plan(?:ned)?|budget|capacity|last year|previous|baseline|level|index|against|growth|goal|forecast|average)\b/i;
/** 112% of residents were: people and things of which no more than all can be. */
const ofAll =
  /^ of (?:all |the |our |its |their )?(?:\d[\d,]* )?(?:[a-z-]+ )?(residents|people|staff|pupils|students|calls|households|patients|homes|schools|teachers|members|respondents|users|customers|trains|buses|cases|samples|applications|employees|workers|children|parents|firms|businesses|voters|women|men|families|villages|towns|sites|requests|complaints)\b(?!’|')/i;

const sign = signOf('率', '比例', '比重', '占比', '满意度', '占', '%', 'percent', 'per cent');

/** Shares and rates of a text of which the words say that they are of all there is. */
export const boundedRates: ClaimReader<BoundedRate> = behindSign(sign, (text) =>
  text.figures.flatMap((rate) => {
    if (rate.family !== RATIO || rate.kind !== 'figure' || rate.unit === '倍' || rate.unit.endsWith('成'))
      return [];
    if (rate.movement?.to === false || rate.qualifier === 'range') return [];
    const [start, end] = statementAround(text, rate.span);
    const words = text.text.slice(Math.max(start, rate.span[0] - 90), rate.span[0]);
    const minus = /\p{Script=Han}[-−－]$/u.test(words);
    const before = minus ? words.slice(0, -1) : words;
    const behind = text.text.slice(rate.span[1], Math.min(end, rate.span[1] + 60));
    const named = nameOf(before, behind, text) ?? nameAbove(rate, before, behind, text);
    if (named === undefined) return [];
    const [name, clause] = named;
    return [
      {
        name,
        rate,
        isNegative: minus || rate.number.compare(0) < 0,
        mayExceed: mayExceedAll(clause) && !/执行率/.test(clause),
        maySink: mayBeNegative(clause),
        isLoose: /执行率/.test(name),
        // its bounds are no other figure
        figures: [],
      },
    ];
  }),
);

/** What a rate is called, with the clause that leads to it. */
type NamedRate = readonly [name: string, clause: string];

function nameOf(before: string, behind: string, { text }: TextAlone): NamedRate | undefined {
  return /\p{Script=Han}/u.test(before + behind) || (before === '' && /\p{Script=Han}/u.test(text))
    ? chineseRate(before, behind)
    : englishRate(before, behind);
}

/** A survey showed that …. */
const asked =
  /\b(?:survey|respondents|poll|questionnaire|asked|interviewed|tenants|residents|customers)\b.*\bthat (?:only |about |some |just )?$/i;

/** What things a percentage is of that begins its clause: 108% of tenants feel safe. */
const thingsIn = (clause: string, behind: string): string | undefined =>
  (clause === '' || subject.test(clause)) && !/\b(?:exceed|more than)/.test(clause)
    ? (ofThings.exec(behind)?.[1] ??
      (asked.test(clause) && /^ (?:were|are|felt|agreed|said|would|thought|rated|supported)\b/.test(behind)
        ? 'share'
        : undefined))
    : undefined;

/** The name of a rate that goes on with what an earlier one of its clause has said. */
function nameAbove(rate: Quantity, before: string, behind: string, text: TextAlone): NamedRate | undefined {
  const at = rate.span[0] - before.length;
  const last = text.figures.findLast(({ span }) => span[1] <= rate.span[0] && span[0] >= at);
  if (!last || !isPercent(last) || /\p{Script=Han}/u.test(before)) return undefined;
  const gap = text.text.slice(last.span[1], rate.span[0]);
  if (englishAgainst.test(gap) || englishAgainst.test(/^[^,;:()]*/.exec(behind)?.[0] ?? '')) return undefined;
  const things = alsoAre.exec(gap)?.[1];
  if (things !== undefined) return [things, ''];
  const name = elliptic.exec(gap)?.[1];
  const told = /\b(?:was|were|is|are|stood at|reached)(?: (?:about|only|just|over))? $/.test(
    before.slice(0, last.span[0] - at),
  );
  if (name !== undefined && told) return englishOpen.test(name) ? undefined : [name.trim(), name];
  return alsoOf.test(gap) ? englishRate(before.slice(0, last.span[0] - at), gap) : undefined;
}

function chineseRate(before: string, behind: string): NamedRate | undefined {
  const clause = (/(?<![^，,；;：:。])[^，,；;：:。]*$/u.exec(before)?.[0] ?? '')
    .replace('增加值', '产值')
    // 率由82%提高到112% leads from one to the other
    .replace(fromOne, '');
  const rest = /^[^，,；;：:。]*/u.exec(behind)?.[0] ?? '';
  if (against.test(clause) || against.test(rest) || chineseOpen.test(clause)) return undefined;
  const share = /占[\p{Script=Han}]{2,12}的$/u.exec(clause)?.[0];
  const name = share ?? chineseName.exec(clause)?.[1];
  return name === undefined ? undefined : [name, clause];
}

function englishRate(before: string, behind: string): NamedRate | undefined {
  const clause = /(?<![^,;:()])[^,;:()]*$/.exec(before)?.[0] ?? '';
  const rest = /^[^,;:()]*/.exec(behind)?.[0] ?? '';
  if (englishOpen.test(clause) || englishAgainst.test(clause) || englishAgainst.test(rest)) return undefined;
  const noun = ofAll.exec(behind)?.[1] ?? thingsIn(clause, behind);
  if (noun !== undefined) return [noun, ''];
  const lead = /^ of\b/i.test(behind) ? null : englishLead.exec(clause);
  const words = lead ? clause.slice(0, lead.index).trim() : '';
  const at = words.search(englishName);
  return at < 0 ? undefined : [words.replace(/^.*\b(?:the|its|our|their|in) (?=\S)/i, '').slice(-40), clause];
}
