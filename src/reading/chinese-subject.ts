import type { Quantity } from '../quantity/value/quantity.ts';
import type { Span } from '../quantity/value/formula.ts';
import { indexAt } from './figure-at.ts';
import type { SubjectText } from './subject.ts';

/** The longest name that a reader takes for one. */
const LONGEST = 22;

/** As many characters before a figure are looked at. */
const FARTHEST = 200;

/** What only leads from a name to its figure. */
const leadsToFigure =
  /(?:[\s:：了]|(?<!公)共|达到?了?|(?<=[值额量入润])实现|(?<![行作认成])为|[拥现设建享]有|(?<![国私所固专])有|是|已|仅|(?<![签节条预契违])约|(?<![附接邻])近|首次|超过?|突破|跨[越上过]|[迈站跃]上|合计|总计|共计|分别|预计|(?:保持|稳定|维持|控制)在|(?:增长?|增加|提高?|提升|上升|升|扩大|扩建|更新|拓展|回升|降|下降|降低|回落|减少|压减|缩短|压缩|精简)(?:至|到了?)|(?:增|升|降)至|不低于|不少于|不超过)+$/u;

/** What tells that the figure before which it stands is an earlier or another level, or one of many. */
const otherLevel =
  /(?:[从由较占按每第自于将把对在以距至及的]|(?<![费信作应使])用|(?<!参)与|(?<!方)向|(?<!总)和|(?<![报签])到|(?<!占)比|(?<![高初])中|全部|整个|每\p{Script=Han}{1,2}|低于|高于|少于|多于|超出|相当于|不足|连续|双双|年均|一度|先后|多次|其中|[^累]计划|等|目标|最高|最低|最多|最少|平均|人均|户均|生均|校均|各|均|另|只|也|实现|又|再|电话|传真|邮编|邮政编码|热线|账号|帐号|编号|代码|证号|网址|门牌|注|附件|附表|表|图)$/u;

/** Adverbs and times at the start of a clause, which are no part of a name. */
const adverbs =
  /^(?:[\s·•\-*>#☑☒✓✅]|其中[，：:]?|另有|另外|同时|并且|并|且|还|共计?|总计|合计|已经?|有(?![害机关效色线轨限偿])(?=.{3})|也|又|目前|现[有已共]|当前|至此|如今|截至[^，]{0,12}?(?:[底末日月]|目前)|到[^，]{0,8}?[底末]|20\d{2}年度?末?|全年|今年(?:以来)?|本年度?|当年|年内|年末|年底|期末|预计|共计|总计|合计|先后|成功|圆满|顺利|新?我[市省县区校局院]|全[市省县区校局院州旗镇乡村街厂](?=.{3})|[一二三四五六七八九十]是|\d{1,2}[.)、]\s*|一年来|五年来)+/u;

/** What was done, with which a clause ends where the thing itself stands behind its figure: 投放68辆校车. */
const deeds =
  '(?:组织|开展|举办|设立|设置|荣获|获评?得?|建有|参加|完成|派出|投放|开通|募集|发送|建成|新建|改建|扩建|改造|新增|增设|实施|创建|评选?出?|遴选出?|解决|承办|召开|印发|出台|制定|修订|查处|查出|发现|检查|排查|整治|整改|发放|培训|招聘|引进|招收|录取|接待|受理|办理|办结|清理|拆除|更换|安装|栽植|种植|修复|维修|疏通|处置|签约|签订|授牌|认定|发布|推送|编印|采购|配备|购置|拥有|帮扶|走访|慰问|资助|救助|支持|服务|惠及|覆盖|培养|发展|选派|调解|化解|立案|结案|收到|收集|征集|落实|兑现|争取|投入|建立|组建|成立|打造|推出|申报|授权|创作|演出|放映|维护|抽检|抽查|检测|监测|巡查|出动|转移|安置|吸纳|盘活|腾退|推进|打造|建设|纳入|入选|强化|推动|串联|新签|开工|竣工|投产|新获|新设)';
const endsInDeed = new RegExp(`${deeds}了?$`, 'u');
const beginsWithDeed = new RegExp(`^${deeds}`, 'u');

/** Words that name nothing by themselves. */
const bare =
  /^(?:[比较].*|同比.*|[增减][加少长]?|提高|提升|下降|占比|比例|比重|比率|人数|人次|总数|总量|总额|金额|数量|规模|面积|产量|平均|人均|合计|累计|共计|小计|总计|时间|期限|排名|位列|名列|得分|.{0,3}[级类型等档]|其[中他余]|[男女]性?|占.*|(?:超额|提前)?完成.*任务|(?:实现)?(?:增加值|产值)|总指数|贡献率|首次.*|.*之后|(?:利用|占有|增长|转化|完成)率|(?:国家|省|市|县|区|校|院)级.{0,2}|一[般年]级?|整合|开展|提出|要求|达标|重点|相关|有关|各类|全部|任务|情况|.*(?:如下|以来|之[前后内中外]|期间))$/u;

/** How a name of a rate ends. */
const rates = /(?:率|比重|占比|比例|份额|覆盖面|度|指数|系数|水平|成分|含量|浓度|贡献|达标)$/u;
/** How a name of a time ends. */
const times =
  /(?:时间|用时|时长|时限|天数|年限|寿命|工期|周期|时数|服务|培训|授课|学时|课时|耗时|等候|历时)$/u;

/** The year, or another time than the report’s, that words speak of. */
const otherTimes =
  /上年|去年|前年|往年|同期|年初|期初|原来|原有|原为|此前|过去|历年|以来|五年间|计划|(?<![虚模草])拟|力争|目标|到20[3-9]\d/u;

/**
 * The subject of a figure in a Chinese statement: what stands before it in its clause without what only leads to it, else what was done
 * and the thing behind the figure.
 */
export function chineseSubject(
  prose: SubjectText,
  figure: Quantity,
  statement: Span,
  year: number | undefined,
): string | undefined {
  const { text } = prose;
  const [start, end] = figure.span;
  const from = Math.max(statement[0], start - FARTHEST);
  const clause = clauseOf(prose, figure, from);
  if (clause === undefined) return undefined;
  // of 由上年的81.5%提高到92.3% the year is that of the earlier level
  if (!clause.isRisen && isOfOtherTime(text.slice(from, start), clause.words, year)) return undefined;
  if (
    /^[ \u3000]?(?:[—–~～-]|至|到|以?[上下]的|[^，。；、]{0,8}(?:增加?|提高|提升|扩大|降|减少|压减)(?:[至到]))/u.test(
      text.slice(end, end + 14),
    )
  )
    return undefined;
  const name = nameIn(clause, text.slice(end, Math.min(statement[1], end + FARTHEST)));
  if (name === undefined) return undefined;
  const of = isPart(name) ? totalOf(prose, figure, from) : undefined;
  const whole = of && chineseSubject(prose, of, statement, year);
  const full =
    whole === undefined || whole.startsWith(name) || whole.endsWith(name.slice(-2)) ? name : name + whole;
  return isNameOf(full, figure) ? full : undefined;
}

/** Whether a name only tells a part of what the words before it name: 男, 城镇, 市级, 东湖区. */
const isPart = (name: string): boolean =>
  /^(?:男|女|农村|城镇|城市|城区|镇村|乡镇|[国省市县区校院镇村]级|境[内外]|公办|民办|国有|民营|本[市省县]|中央|地方)$/u.test(
    name,
  ) || actors.test(name);

/** The figure of which 其中 or a bracket gives parts, where a figure is one of them. */
function totalOf({ text, figures }: SubjectText, figure: Quantity, from: number): Quantity | undefined {
  const before = text.slice(from, figure.span[0]);
  const open = Math.max(...['（', '('].map((mark) => before.lastIndexOf(mark)));
  const isOpen = open > Math.max(before.lastIndexOf('）'), before.lastIndexOf(')'));
  const at = Math.max(before.lastIndexOf('其中'), isOpen ? open : -1);
  if (at < 0) return undefined;
  for (let index = indexAt(figures, figure.span[0]) - 1; index >= 0; index--) {
    const each = figures[index] as Quantity;
    if (each.span[0] < from) return undefined;
    if (each.span[1] <= from + at && each.movement === undefined)
      return each.family === figure.family ? each : undefined;
  }
  return undefined;
}

/** The words of a clause as a name: those before the figure, else what was done and the thing behind it. */
function nameIn(clause: ClauseWords, behind: string): string | undefined {
  const words = clause.words
    .replace(leadsToFigure, '')
    .replace(adverbs, '')
    .replace(/^实现(?=\p{Script=Han}{4})/u, '')
    .trim();
  const subject = isThingBehind(behind)
    ? deedName(words, behind, /[有共]$/.test(clause.words) || clause.isListed === true)
    : isSubject(words)
      ? words
      : undefined;
  if (subject === undefined) return undefined;
  return tidy(clause.verb && !beginsWithDeed.test(subject) ? clause.verb + subject : subject);
}

const isSubject = (words: string): boolean =>
  words !== '' && !otherLevel.test(words) && (!endsInDeed.test(words) || isNamedDeed(words));

/** Whether the thing that a figure counts stands behind it: 68辆校车. */
const isThingBehind = (behind: string): boolean =>
  /^\s?[余多]?(?!以[上下内]|左右)[\p{Script=Han}“]/u.test(behind);

/** Whether a deed names by itself what is counted: 开展汛前检查9次, and 按期办结15件, which leaves the thing to the words before. */
const isNamedDeed = (words: string): boolean =>
  words.length >= 4 &&
  (words.length - (beginsWithDeed.exec(words)?.[0].length ?? words.length) >= 2 ||
    /^(?:按期|按时|当年|主动|自主|实际|依法)|[\p{Script=Han}]{2}(?:投入|支持|服务|培训|签约)$/u.test(words));

/** The words of a clause before a figure, and the deed that the list began with in which they stand. */
interface ClauseWords {
  readonly words: string;
  readonly verb?: string;
  /** Whether an earlier level stands between them and the figure. */
  readonly isRisen?: true;
  /** Whether they are those of an item of a list, in which a figure may stand before its thing. */
  readonly isListed?: true;
}

/** What stands between two figures of a list: the noun of the first, and 、 or 和. */
const LISTED = /^[\p{Script=Han}]{0,10}(?:[、和与及]|以及)[^，。；、]*$/u;

/** A clause that says a level and not of what. */
const LEVEL_ONLY = /^(?:达到?了?|已?达到?|为|升至|降至|增至)$/u;

const boundaries = '，。；：！？;!?\n—…|,、';

/** The words that belong to a figure alone; undefined where another figure of the clause may claim them. */
function clauseOf({ text, figures }: SubjectText, figure: Quantity, from: number): ClauseWords | undefined {
  const at = figure.span[0];
  const before = withoutBrackets(text.slice(from, at));
  const stop = lastBoundary(before);
  const label = before.slice(stop).trim() === '' && /[：:]\s*$/.test(before) ? labelOf(before) : undefined;
  if (label !== undefined) return { words: label };
  if (LEVEL_ONLY.test(before.slice(stop))) return levelOf(before.slice(0, Math.max(0, stop - 1)));
  const index = indexAt(figures, at);
  const last = figures[index - 1];
  const risen = last && risenName(text, from, last, figure);
  if (risen !== undefined) return { words: risen, isRisen: true };
  if (/分别/.test(before)) return respectively(text, figures, index, from);
  if (last === undefined || last.span[1] <= from) return { words: before.slice(stop) };
  return amongOthers(text, figures, index, from, before.slice(stop));
}

/** The words of a figure behind another one of its statement: its own clause, an item of a list, or a deed behind the other’s noun. */
function amongOthers(
  text: string,
  figures: readonly Quantity[],
  index: number,
  from: number,
  own: string,
): ClauseWords | undefined {
  const [last, figure] = [figures[index - 1] as Quantity, figures[index] as Quantity];
  const between = text.slice(last.span[1], figure.span[0]);
  if (!LISTED.test(between))
    return /[，。；：！？;!?\n（(—…|]/.test(between.replaceAll(/（[^（）]*）|\([^()]*\)/g, ''))
      ? { words: own }
      : behindFigure(between);
  const verb = verbOfList(text, figures, index - 1, from);
  const words = own.replace(/^(?:以及|[、和与及])/, '');
  return { words, isListed: true, ...(verb !== undefined && { verb }) };
}

/** Where the last clause of some words begins. */
function lastBoundary(words: string): number {
  for (let at = words.length; at > 0; at--) {
    const mark = words[at - 1] as string;
    // 、 parts words of one name where no figure stands before it
    if (mark === '、' && !/\d[^，。；]{0,14}、$/u.test(words.slice(Math.max(0, at - 16), at))) continue;
    if (mark === ',' && /\d/.test(words[at] ?? '')) continue;
    if (boundaries.includes(mark)) return at;
  }
  return 0;
}

/** Words without what stands in brackets; an open bracket begins a clause. */
function withoutBrackets(words: string): string {
  const closed = words.replaceAll(/（[^（）]*）|\([^()]*\)|“[^“”]*”(?=[，。；])/g, '');
  const open = Math.max(closed.lastIndexOf('（'), closed.lastIndexOf('('));
  return open < 0 ? closed : closed.slice(open + 1);
}

/** Of 入住率大幅提升，达到92% the clause before the level says what rose. */
function levelOf(before: string): ClauseWords | undefined {
  const clause = before.slice(lastBoundary(before));
  const found =
    /^(.{3,}?)(?:首次|再次|大幅|稳步|明显|显著|持续|进一步|稳中|不断|逐年|快速|较快)*(?:超过|突破|提高|提升|上升|攀升|增长|增加|扩大|改善|向好|下降|降低|回落|减少|压减|再?创新高)\p{Script=Han}{0,4}$/u.exec(
      clause,
    );
  return found?.[1] === undefined || /\d/.test(clause) ? undefined : { words: found[1] };
}

/** The label before a colon. */
function labelOf(before: string): string {
  const words = before.replace(/[：:]\s*$/, '');
  return words.slice(lastBoundary(words));
}

/** Of 规上企业由118家增加到134家 the name before 由; undefined where no earlier level stands before the figure. */
function risenName(text: string, from: number, last: Quantity, figure: Quantity): string | undefined {
  const between = text.slice(last.span[1], figure.span[0]);
  if (!/^[^，。；、]{0,8}$/u.test(between) || !(figure.movement?.to === true || /[至到]了?$/u.test(between)))
    return undefined;
  const before = withoutBrackets(text.slice(from, last.span[0]));
  return /^(.+)[从由][^，。；、]{0,12}$/u.exec(before.slice(lastBoundary(before)))?.[1];
}

/** Of 3个乡镇新建公厕 what is behind the noun of the figure: a deed with its thing. */
function behindFigure(between: string): ClauseWords | undefined {
  const found = new RegExp(`${deeds}\\p{Script=Han}{2,}$`, 'u').exec(between);
  return found && found.index <= 6 ? { words: found[0] } : undefined;
}

/** The deed that a list of figures began with: 新建 in 新建幼儿园3所、小学2所. @param last place of a figure of the list */
function verbOfList(
  text: string,
  figures: readonly Quantity[],
  last: number,
  from: number,
): string | undefined {
  let at = last;
  while (at > 0 && isListedBehind(text, figures[at - 1] as Quantity, figures[at] as Quantity, from)) at--;
  const before = withoutBrackets(text.slice(from, (figures[at] as Quantity).span[0]));
  const words = before.slice(lastBoundary(before)).replace(adverbs, '');
  return beginsWithDeed.exec(words)?.[0];
}

const isListedBehind = (text: string, first: Quantity, next: Quantity, from: number): boolean =>
  first.span[1] >= from && LISTED.test(text.slice(first.span[1], next.span[0]));

/**
 * Of 甲率、乙率分别达X、Y the name that is a figure’s by its place, where there are as many names as figures and all are whole: they end
 * alike, so that no head is shared.
 */
function respectively(
  text: string,
  figures: readonly Quantity[],
  index: number,
  from: number,
): ClauseWords | undefined {
  const at = text.lastIndexOf('分别', (figures[index] as Quantity).span[0]);
  const before = text.slice(from, at);
  const names = before
    .slice(Math.max(...[...'，。；：'].map((mark) => before.lastIndexOf(mark))) + 1)
    .replace(adverbs, '')
    .replace(beginsWithDeed, '')
    .split(/、|以及|[和与]|(?<![普涉危触])及(?![格时第])/u);
  let first = index;
  while (first > 0 && (figures[first - 1] as Quantity).span[0] > at) first--;
  const isWhole =
    new Set(names.map((name) => name.at(-1))).size === 1 && names.every((name) => name.length >= 3);
  if (at < from || !isWhole || seriesLength(text, figures, first) !== names.length) return undefined;
  const name = names[index - first];
  return name === undefined ? undefined : { words: name };
}

/** How many figures of a series stand one behind the other, with nothing but marks between. */
function seriesLength(text: string, figures: readonly Quantity[], first: number): number {
  let at = first;
  for (; at + 1 < figures.length; at++) {
    const [each, next] = [figures[at] as Quantity, figures[at + 1] as Quantity];
    if (!/^\p{Script=Han}{0,4}[、和与及，]\s?(?:以及)?$/u.test(text.slice(each.span[1], next.span[0]))) break;
  }
  return at + 1 - first;
}

/**
 * What was done with the thing that stands behind a figure: 投放校车. Where nothing leads to the figure, the words behind it may be a whole
 * sentence, but for an item of a list.
 */
function deedName(words: string, behind: string, isLed: boolean): string | undefined {
  const [, of = '', found, mark = ''] =
    /^\s?[余多]?(的?)([\p{Script=Han}“”]{2,14})([，。；、：）！？\s,.;]|$)/u.exec(behind) ?? [];
  const noun = found?.replaceAll(/[“”]/g, '');
  const deed = endsInDeed.exec(words);
  if (noun === undefined || sentenceWords.test(noun) || beginsWithDeed.test(noun)) return undefined;
  if (words === '') return isLed || (of === '' && mark === '、') ? noun : undefined;
  const done = deed ? deedAlone(words, deed) : undefined;
  return done && done.replace(/了$/, '') + noun;
}

/** What was done, without who did it; undefined where it was not done, or where the words may be part of a name: 湿地生态修复. */
function deedAlone(words: string, deed: RegExpExecArray): string | undefined {
  const before = words.slice(0, deed.index);
  if (/[未没不无]$/.test(before)) return undefined;
  if (words.length <= 4) return words;
  return /^$|[共已后又还]$/.test(before) ? deed[0] : undefined;
}

/** Words that make more than a noun of what stands behind a figure. */
const sentenceWords =
  /的|^(?:[和与及并等在为比较同占])|[获被均已]|全部|全面|持续|不断|开展|实现|完成|推进|深入|进行|成为|入选|上线|启动|揭牌|运行|投用|建成|考上|参加|参与/u;

/** Names of two characters that are a thing, and no deed. */
const shortNames =
  /^(?:[教幼]师|学生|教室|学校|学院|小学|初中|高中|中职|幼儿|床位|床铺|党员|支部|干部|职工|员工|医生|护士|企业|公园|桥梁|图书|藏书|论文|专利|著作|课题|收入|支出|利润|产值|营收|负债|资产|税收|投资|粮食|蔬菜|水果|生猪|棉花|油料|肉类|存款|贷款|出口|进口|人口|户籍|公厕|车辆|船舶|网点|社区|乡镇|行政村|合同|订单|用户|会员|学员|学位|道路|路灯|树木|林地|耕地|水库|泵站|管网|隧道|本科|大专|升学|就业|引水|供水|发电|用电|参保|出栏|存栏|植树|造林|售电|售水)$/u;

const tidy = (words: string): string =>
  words
    .replaceAll(/["“”'#&*!|>%@`[\]{}\\]/g, '')
    .replace(/^(?:[的了和与及、]|其(?![他中余它实]))+/u, '')
    .trim();

/** Who did something, or where, which says nothing of what. */
const actors =
  /(?:政府|委员会|管委会|办公室|人大|政协|法院|检察院|部门|单位|公司|企业|集团|[局厅委署处科]|开发区|新区|园区|.[市县区旗州盟镇乡])$/u;

/** Whether words are a name that a reader accepts for a figure. */
function isNameOf(name: string, { unit, number }: Quantity): boolean {
  const size = name.length;
  if (size < 2 || size > LONGEST || bare.test(name) || !/\p{Script=Han}/u.test(name)) return false;
  if (/\d$|^\d+(?!\d|岁|年级|G|千伏|届|级)/.test(name) || otherLevel.test(name)) return false;
  if (actors.test(name) && !beginsWithDeed.test(name) && !/^(?:[个家所户座处]|)$/u.test(unit)) return false;
  // of 甲、乙、丙3家 the number counts the names
  if (name.includes('、') && name.split('、').length === number.valueOf()) return false;
  if (/[%‰]$|百分点$/u.test(unit)) return rates.test(name);
  if (/^(?:年|个?月|周|天|日|小时|分钟|秒|岁)$/u.test(unit)) return times.test(name);
  return size >= 3 || shortNames.test(name);
}

/** Whether a statement speaks of another year than the report’s, or of a plan. */
function isOfOtherTime(before: string, clause: string, year: number | undefined): boolean {
  if (otherTimes.test(clause)) return true;
  // 比上年, 是上年的 and 2024年的118家 say what the figure of this year is held against
  const times = [
    ...before.matchAll(
      /(?<![比较是为占同自由从])(?:((?:19|20)\d{2})年(?![^，。；]{0,4}(?:[增减升降]|的\d))|(上年|去年|前年)(?!的|同期)|今年|本年|当年|全年|现有|目前|现在)/gu,
    ),
  ];
  const [, said, other] = times.at(-1) ?? [];
  return other !== undefined || (said !== undefined && year !== undefined && Number(said) !== year);
}
