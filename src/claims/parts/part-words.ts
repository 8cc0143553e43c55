import { isNumeral } from '../../quantity/scan/number.ts';
import { unitWordAt } from '../../quantity/value/unit.ts';

/** Words that tell how the parts of a total stand to each other. */

/** What makes of figures beside a total no parts of it: other years, plans, conversions, averages, selections. */
const besides =
  /等(?![级候待次])|其中|包括|包含|[不内]?含(?!量)|除|各(?!类|级|科|项|有关|部门)|分别|均|同比|环比|比上|比去|比20|较上|较去|上年|去年|前年|上一年|同期|目标|计划|任务数|预算|原|每|平均|人均|户均|最[高低大小长短多少]|折合|相当于|约合|即|另|其余|剩余|重复|次均|\d{4}年|累计|共|合计|总计|由|从|至|到|增|减|升|降|提高|以上|以下|including|such as|\be\.?g\b|\beach\b|average|median|last year|previous|target|planned|budget|compared|\bup\b|\bdown\b|\bfrom\b|which|respectively|another|other than|excluding|at least|per |20\d\d|equivalent|times|total/i;

/** Standing names that hold such a word and say nothing by it: 一般公共预算收入 is what came in. */
const standing =
  /减税|降费|减负|上年度?结转|(?:一般公共|政府性基金|国有资本经营|社会保险基金)预算(?=收入|支出)|公共|共(?:青团|享|产党)|共同(?=富裕)|增值税|增值(?=服务)|从业|升级|原[料油煤木奶]|到[期位岗达]|降[落雨水雪]|(?<=\p{Script=Han})及以[上下]|报到|均衡|[解拆免清消扫废]除|除(?:险|草|雪|尘)|减免|提[升高](?=工程|改造|项目)/gu;

export const isBeside = (words: string): boolean => besides.test(words.replaceAll(standing, ''));

/** When parts were, which tells them apart where each has one. */
export const partTimes = /(?:19|20)\d{2}年度?|[上下]半年|[一二三四]季度|\b(?:19|20)\d\d\b/g;

const ownTime =
  /(?<!\d)\d{1,2}月|[年季]末|年[底初]|(?:19|20)\d{2}年|[上下]半年|[一二三四]季度|\b(?:by|in|at the end of) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** Whether some of what stands behind a figure says when it was: 100件，6月末累计化解60件，剩余30件 is of several days. */
export const areOfOwnTimes = (
  parts: readonly { readonly words: string; readonly label: string }[],
): boolean => parts.some(({ words, label }) => ownTime.test(`${words} ${label}`));

/** What a label says of a part, without by whom it was done, and who did it. */
export const tellingOf = (label: string): string =>
  label
    .replace(/[一二三四五六七八九十](?:年一贯制?|年制|[级类等甲乙期产本])/gu, '')
    .replace(
      /^分别(?:来自|用于|投向|投入|安排)(?=\p{Script=Han}{2})|^由(?=\p{Script=Han}{2,8}$)|^(?:由|从)(?=.{2,12}的$)|[收接达得取]到|新增|增[设派发]/gu,
      '',
    )
    .replace(
      /^[^,;.\d]*\b(?:[a-z]+ed|sold|held|gave|made|ran|built|met|took|won|lent|let|has|have|had|are)(?: up of)?(?: |$)/i,
      '',
    )
    .replace(/(?:^| )from(?= [a-z])/i, '');

/** Traits that one thing can have together with others, so that their counts overlap. */
const overlapping =
  /党员|团员|民族|博士|硕士|研究生|本科|学历|学位|职称|高级|中级|初级|正高|副高|骨干|岁|留守|残疾|随迁|贫困|困难|寄宿|农民工|归侨|侨眷|代表|委员|重点|示范(?![村镇园区点校户社街])|优秀|特级|先进|首次|新增|新任|获|women|female|disabled|aged|over |under |senior|graduates|speak|award|new\b/i;
const stages: readonly RegExp[] = [
  /开工|启动|立项|动工|受理|发现|签约|报名|started|begun|received|opened/i,
  /竣工|完工|建成|投用|完成|投产|整改|办结|通过|finished|completed|closed|answered/i,
];

const genders = [/(?:^|[^a-z])(?:男|(?<!wo)men\b|male\b|boys)/i, /女|women|female|girls/i] as const;

/** Grades of one scale, of which a thing has one. */
const scales: readonly RegExp[] = [
  /博士|硕士|研究生|本科|专科|大专|中专|高中|初中/,
  /正高|副高|高级|中级|初级/,
  /国家级|省级|市级|县级|区级/,
  /未开工|待建|在建|停工|完工|竣工|未整改|正在整改|已整改|整改完成|未办结|在办|正在办理|已?办结/,
];

/** Whether each label names another grade of one scale: 博士, 硕士, 本科. */
const areGrades = (labels: readonly string[]): boolean =>
  scales.some((scale) => {
    const grades = labels.map((label) => scale.exec(label)?.[0]);
    return !grades.includes(undefined) && new Set(grades).size === labels.length;
  });

/** Whether two labels deny each other, so that nothing is left beside them: 合格, 不合格; 男, 女; passed, failed. */
export function areContrary(labels: readonly string[]): boolean {
  const [one = '', two = '', more] = labels.map((label) =>
    label.replace(/^[其中，,已均共有]{1,6}|(?<![的有共\s])[的有共\s]+$/gu, ''),
  );
  if (more !== undefined || one === two) return false;
  const without = (label: string): string => label.replace(/[不未没非无尚]|\bnot\b/gu, '').trim();
  if (one !== '' && without(one) === without(two)) return true;
  const isPair = (a: RegExp, b: RegExp): boolean =>
    (a.test(one) && b.test(two)) || (b.test(one) && a.test(two));
  return contraries.some(([a, b]) => isPair(a, b));
}

const contraries: readonly (readonly [RegExp, RegExp])[] = [
  genders,
  [/^(?:室|境|校|省|市|国)内/, /^(?:室|境|校|省|市|国)外/],
  [/线上/, /线下/],
  [/^(?:日间|白天|昼间)/, /^夜间/],
  [/长期/, /短期/],
  [/^(?:发送|出发|离[港站]|出港|起飞)/, /^(?:到达|抵达|[到进]港|到站|降落)/],
  [/^(?:迁入|流入|入境|上行)/, /^(?:迁出|流出|出境|下行)/],
  [/城区|城镇|城市/, /乡镇|农村|乡村|镇村/],
  [/\bpassed\b/, /\bfailed\b/],
  [/\bindoor\b/, /\boutdoor\b/],
  [/\b(?:were|are|did|had|have)(?! not)\b/, /\b(?:were|are|did|had|have) not\b/],
  [/full[- ]time/, /part[- ]time/],
  [/\bpermanent\b/, /\btemporary\b/],
  [/\badults?\b/, /\bchildren\b/],
];

/** Whether some labels may name the same things twice: 女教师, 党员; 开工, 竣工. */
export function mayOverlap(labels: readonly string[]): boolean {
  if (areGrades(labels)) return false;
  if (labels.some((label) => overlapping.test(label) && !genders[1].test(label))) return true;
  const hasWomen = labels.some((label) => genders[1].test(label));
  if (hasWomen && !labels.some((label) => genders[0].test(label.replace(/women|female/gi, '')))) return true;
  return stages.every((stage) => labels.some((label) => stage.test(label)));
}

/** Whether labels say what some are and what others have, which may be the same: 31 are full time, 25 have a degree. */
export const areAndHave = (labels: readonly string[]): boolean =>
  labels.some((label) => /^(?:are|were|is|was)\b/.test(label)) &&
  labels.some((label) => /^(?:have|has|had|hold|held|speak|own)\b/.test(label));

/** Groups of words of which each excludes the others. */
const kinds: readonly RegExp[] = [
  /牵头|会办|承办|协办|主办|配合/,
  /男|女/,
  /城[镇市区]|农村|乡村|乡镇/,
  /公办|民办|国有|民营|集体/,
  /新建|改建|扩建|续建/,
  /[一二三]等奖|特等奖/,
  /[市县区镇乡省州级局办园]$|国家|省|街道$/,
  /第[一二三]产业|[一二三]产|^(?:农|工|林|牧|渔|服务|建筑|种植|畜牧|制造|采矿)业$/,
  /小学|初中|高中|中学|大学|幼儿园|学前|中职|高职|特教/,
  /办结|未办|在办|已整改|未整改|正在整改/,
  /main|local|side|minor|major/i,
  /north|south|east|west|city|suburban|night|rural|urban/i,
  /primary|junior|secondary|high schools?|nursery/i,
  /filled|vacant/i,
];

const trimmed = (label: string): string => label.replace(/(?<![的有为是达共\s])[的有为是达共\s]+$/u, '');

/** Whether labels exclude each other by a word of one kind in each: 城镇, 农村; 小学, 初中. */
export const areOfOneKind = (labels: readonly string[]): boolean => {
  const names = labels.map(trimmed);
  return (
    !names.includes('') &&
    new Set(names).size === names.length &&
    !mayOverlap(names) &&
    kinds.some((kind) => names.every((name) => kind.test(name)))
  );
};

/** Whether labels clearly name different things: of one kind, or alike in their last character (市级文件, 县级文件). */
export function areApart(labels: readonly string[]): boolean {
  const names = labels.map(trimmed);
  if (names.some((name) => name === '') || new Set(names).size < names.length || mayOverlap(names))
    return false;
  if (kinds.some((kind) => names.every((name) => kind.test(name)))) return true;
  const last = names[0]?.at(-1) ?? '';
  return /\p{Script=Han}/u.test(last) && names.every((name) => name.at(-1) === last);
}

/** Whether a label holds a count that the scanner leaves alone: 一所, 三个. */
export function holdsCount(words: string): boolean {
  for (let at = 0; at < words.length; at++)
    if (
      isNumeral(words[at]) &&
      !isNumeral(words[at + 1]) &&
      words[at - 1] !== '第' &&
      unitWordAt(words, at + 1) !== undefined
    )
      return true;
  return /[几数多若干半][个所项家名人次]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|several|some|half)\b/i.test(
    words,
  );
}
