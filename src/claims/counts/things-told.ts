import { isHan } from '../../quantity/characters.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent, POINTS } from '../../quantity/value/unit.ts';
import type { TextAlone } from '../../reading/text-alone.ts';
import { englishThing } from './english-things-told.ts';
import { tailOf } from './sentence-tails.ts';

/** A figure with the words of what was done, as a text says them: 组织安全培训, “volunteers planted trees”. */
export interface ThingTold {
  readonly figure: Quantity;
  /** In lower case, without when and in all. */
  readonly words: string;
  /** Whether another figure leads to it, of which it may tell: 招聘会8场，提供岗位1200个. */
  readonly isBehind: boolean;
}

/** What was done, with its figure, where no word limits it to a time, a place, a part or a plan: of the same words another figure is another answer. */
export const thingsTold = (alone: TextAlone): readonly ThingTold[] =>
  alone.figures.flatMap((figure) => {
    if (!isCount(figure, alone.text)) return [];
    const words = chineseThing(alone.text, figure) ?? englishThing(alone.text, figure);
    return words === undefined ? [] : [{ figure, words, isBehind: isLed(alone.text, figure) }];
  });

/** 新建86个 and 新增发明专利授权86件 count what is new, and are no change of anything. */
const isNew = (text: string, { span: [start] }: Quantity): boolean =>
  /[新改扩]建$|(?:^|[，。；])新增\p{Script=Han}{4,10}$/u.test(text.slice(Math.max(0, start - 13), start));

const isCount = (figure: Quantity, text: string): boolean =>
  figure.kind === 'figure' &&
  (figure.qualifier === 'exact' || (figure.qualifier === 'about' && /^some /i.test(figure.text))) &&
  (figure.movement === undefined || figure.movement.to || isNew(text, figure)) &&
  figure.per.length === 0 &&
  figure.family !== POINTS &&
  (!isPercent(figure) || isRate(text, figure));

/** Whether a share is that of a rate with a name of its own: 森林覆盖率达61.2%. */
const isRate = (text: string, { span: [start], text: own }: Quantity): boolean =>
  own.endsWith('%') &&
  /(?:^|[，。；])[^，。；]{0,8}[\p{Script=Han}]{4}(?<!满意|合格|达标|完成|增长|报销|办结|及时|正确|执行)率(?:达到?|为)?$/u.test(
    text.slice(Math.max(0, start - 20), start),
  );

/** Whether a figure stands before one in its sentence. */
const isLed = (text: string, { span: [start] }: Quantity): boolean =>
  /\d(?!G)/.test(tailOf(text, start, '。；\n').replaceAll(/(?:19|20)\d\d年/g, ''));

/** What leads to a thing and limits it to nothing: when in the year, and that all are meant. */
const fillers =
  /^(?:同时|此外|并且?|还|(?:19|20)\d{2}年|全年|年内|本年度?|一年来?|今年以?来?|报告期内|年[末底](?=全|[我本])|截[至止](?:今年|20\d\d年)?(?:年底|年末|12月底|12月31日)|[我本][省市区县局校院所行厅站馆]|(?:我们|公司|学校|医院|集团|法院|检察院|支队|会议|常委会|街道|支部|党支部|党委)(?!化|工|治理|书记|成员|建设|班子)|全系统|全行业|全[省市区县局校院行系线站矿](?:各级|\p{Script=Han}{0,6}?(?:机关|系统|法院|部门))?){0,4}(?:共计?|一共|总共)?(?:为(?:广大)?(?:企业|群众|市场主体|经营主体|纳税人|农户|职工|居民|农民工|学生|市民|老年人|参保人员|困难家庭)|依法)?/u;
const trailing = /(?:共计?|合计|总计|达到?|了|约)$/;
/** What limits it. */
const limits =
  /其中|[上下]半年|季度|\d月|[年月]初|月[底末]|[上去前明后次]年|(?:19|20)\d{2}|十[一二三四]五|计划|目标|任务|拟|将|预计|力争|第[一二三四五六七八九\d]|[首末次两]轮|批|阶段|期间|针对|对于|面向|方面|联合|会同|配合|协助|每|平均|各|另|分别|先后|新增|再|以来|[：:“”《》]|比|较|由|从/u;
/** Words with those signs that limit nothing. */
const unlimited = /各[项级类]|从[严快优重实细]|审批|批准|较[好大快高]|[理自]由|再生|再次/gu;
/** What a sentence begins with to say in which field all this is; limits what is told in few words. */
const topic = /^(?:在)?\p{Script=Han}{2,8}(?:方面|工作中|上|部分|领域|板块|环节)[，,]/u;
/** How it was done, which limits nothing: 深化“一站式”调解, 财政保障有力. */
const manner =
  /(?:深化|坚持|践行|完善|健全|创新|加强|强化|推行|弘扬)[^，。；、：]{2,20}[，,]|[\p{Script=Han}]{4,10}(?:有力|加快推进|扎实推进|稳步推进|持续加强|成效明显|成效显著|不断提升|持续提升|持续深化|更加有力)[，,]/gu;
/** As many characters tell a thing whatever the field. */
const TELLING = 6;
/** A place or a body ahead of what was done, or by which it was done. */
const places =
  /(?<![全我本各地城园景社小辖库灾山校片省])(?:省|市|区|县)(?![场级域外内民长委政容])|镇|乡(?!村振兴)|村(?![级民庄])|街道|社区(?![矫治服工])|片|局(?![面部势])|站|(?<![有场无])所(?![有以需在得谓属占])|(?<![排归列])队(?![伍员列])|园(?![林艺])|公司|学校|中心(?!工作|任务)/u;
const doers =
  /^\p{Script=Han}{1,5}(?:省|市|区|县|镇|乡|村|街道|社区|片|局|站|所|队|园|公司|学校|企业|中心)\p{Script=Han}{2}/u;

/** What holds the word of a place and is none. */
const common =
  /乡村|城乡|农村|城市|市场|社区|园林|村级|县域|区域|地区|站点|场所|队伍|局部|镇区|小区|景区|校园|公园|市政|市民/gu;

/** 组织安全培训 of 全年组织安全培训46期， and of 全年组织46期安全培训，. */
function chineseThing(text: string, figure: Quantity): string | undefined {
  const [start, end] = figure.span;
  if (!isHan(text.charCodeAt(start - 1))) return undefined;
  const behind = isHan(text.charCodeAt(end)) ? nounBehind(text, end) : '';
  if (
    behind === undefined ||
    !/^(?:$|[，。；、\n])/.test(text.slice(end + behind.length, end + behind.length + 1))
  )
    return undefined;
  const sentence = tailOf(text, start, '。；\n');
  const clause = tailOf(text, start, '。；\n，、');
  // 对12家单位开展审计: what was done stands behind, and to whom
  if (behind.length > 10 && !(clause.length === 1 && TO_WHOM.includes(clause))) return undefined;
  const thing = clause.length + behind.length < SHORTEST ? undefined : thingOf(clause, behind);
  if (thing === undefined) return undefined;
  const ahead = sentence.slice(0, sentence.length - clause.length);
  if (isOfOneBody(thing) && !(opensWithBody.test(thing) && isTopic(ahead))) return undefined;
  return isLimited(isTelling(thing, ahead) ? ahead.replace(topic, '') : ahead) ? undefined : thing;
}

/** What leads to those for whom something was done. */
const TO_WHOM = '对为向';
/** As many characters tell a thing. */
const SHORTEST = 4;

/** The words of a clause and those behind its figure as a thing, without when and in all; undefined where they are too few or limit it. */
function thingOf(clause: string, behind: string): string | undefined {
  const whole = clause.replace(fillers, '').replace(trailing, '') + behind;
  const thing = whole.includes('年') || whole.includes('了') ? whole.replaceAll(inside, '') : whole;
  // 5G基站, HPV疫苗
  const words = thing.toLowerCase() === thing ? thing : thing.replace(/[45]G|[A-Z]{2,5}/, '某某');
  if (!/^\p{Script=Han}{4,18}$/u.test(words)) return undefined;
  return isLimitedBy(thing.startsWith('新增') && thing.length > 5 ? thing.slice(2) : thing)
    ? undefined
    : thing;
}

/** Whether words begin with a place or a body of which they tell. */
const isOfOneBody = (thing: string): boolean =>
  doers.test((TO_WHOM.includes(thing.charAt(0)) ? thing.slice(1) : thing).replaceAll(common, '甲甲'));

/** Whether words tell a thing whatever the field: long ones, rates, and what the field itself names. */
const isTelling = (thing: string, ahead: string): boolean =>
  thing.length >= TELLING ||
  /\p{Script=Han}{4}率$/u.test(thing) ||
  (thing.length > 3 && thing.includes(ahead.replace(/^在/, '').slice(0, 2)));

/** What stands within the words and limits them to nothing: 县医院全年完成手术, 开展了审计. */
const inside =
  /(?<=\p{Script=Han}{3})(?:全年|今年)(?:累计|共计?)?(?=\p{Script=Han}{4})|了(?=\p{Script=Han}{4})/gu;
/** A body that is named itself, so that the same words tell of the same. */
const opensWithBody =
  /^\p{Script=Han}{1,8}(?:医院|法院|检察院|中心|[局厅站馆]|学校|学院|公司|集团)(?:受理|完成|接待|办理|审结|调解|检查|排查|查处|组织|开展|新建|建成|新铺|改造|发放|招录|招收|培训|救助|新签)\p{Script=Han}{2}/u;
/** Whether nothing leads to a clause, or only in which field all this is. */
const isTopic = (ahead: string): boolean => ahead.replace(topic, '').replaceAll(manner, '') === '';

/** Whether words hold one that limits, and that says so here. */
const isLimitedBy = (words: string): boolean =>
  limits.test(words) && limits.test(words.replaceAll(unlimited, ''));

/** The noun behind a figure, up to the end of its clause: 村级图书室 of 新建86个村级图书室，. */
const nounBehind = (text: string, end: number): string | undefined =>
  /^\p{Script=Han}{2,14}(?=[，。；\n]|$)/u.exec(text.slice(end, end + 16))?.[0];

/** Whether words ahead of a clause say of what time, place, body or part it tells. */
function isLimited(ahead: string): boolean {
  if (ahead === '' || !(limits.test(ahead) || places.test(ahead))) return false;
  const words = ahead
    .replaceAll(/截至年[底末]|今年以来|一年来|报告期内|全[省市区县局校]/g, '')
    .replaceAll(manner, '')
    .replaceAll(unlimited, '');
  return limits.test(words) || places.test(words);
}
