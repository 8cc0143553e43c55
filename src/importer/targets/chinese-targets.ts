import type { Quantity } from '../../quantity/value/quantity.ts';
import { deedsBefore, isDeed } from '../../reading/names/chinese-name-words.ts';
import { parallelNames } from '../../reading/names/parallel-names.ts';
import { chineseDeed } from './chinese-deed.ts';
import { deedVerb, withoutChange, withoutLeads } from './chinese-plan-words.ts';
import { targetName, type GoingOn } from './chinese-target-name.ts';
import type { Clause, FoundTarget } from './plan-clauses.ts';
import { dueIn, spanOfYears, type PlanContext } from './plan-dates.ts';
import { plannedIn } from './planned-clauses.ts';

/** A stretch of a clause that says one thing, with its figures: 新建公厕3座 and 驿站2个 of 新建公厕3座、驿站2个. */
interface Item {
  readonly start: number;
  readonly end: number;
  readonly figures: readonly Quantity[];
}

/** As much of a clause around a figure names it. */
const NEAR = 120;

const soft = /力争|争取|努力|力求/;

/** The targets that a sentence of a plan sets. */
export function chineseTargets(
  clauses: readonly Clause[],
  context: PlanContext,
  isLevel: (figure: Quantity) => boolean,
): FoundTarget[] {
  const found: FoundTarget[] = [];
  const earlier: Level[] = [];
  let forAll = context.horizon?.toString();
  let above = '';
  for (const clause of plannedIn(clauses, context.year)) {
    const date = dueIn(clause.words, context);
    forAll = date?.isForAll ? date.due : lastYear(clause.words, context, forAll);
    const due = (date?.isLimit ? date.due : undefined) ?? forAll;
    const aimed = soft.test(clause.words);
    const levels = levelsIn(clause, isLevel, above, earlier);
    earlier.push(...levels);
    above = baseOf(levels);
    found.push(
      ...levels.map(({ name, figure }) => ({
        name,
        level: figure.text,
        due: plannedDue(due, clause.words, context),
        aimed,
      })),
    );
    if (levels.length > 0 || date?.due === undefined) continue;
    const deed = chineseDeed(clause.words, date);
    if (deed !== undefined) found.push({ name: deed, due: date.due, aimed });
  }
  return found;
}

/** The year in which what a clause says is to be done ends, where it opens with five years or goes back to this one. */
const lastYear = (words: string, { horizon }: PlanContext, before: string | undefined): string | undefined =>
  /^\s*(?:今年|本年)/u.test(words) ? horizon?.toString() : (spanOfYears(words)?.toString() ?? before);

/** The end of the plan’s own year goes without saying, unless the words say it. */
const plannedDue = (due: string | undefined, words: string, { year }: PlanContext): string | undefined =>
  (due === String(year) || due === `FY${year}`) && !/20\d{2}/.test(words) ? undefined : due;

interface Level {
  readonly name: string;
  readonly figure: Quantity;
}

/** What a name is of, without what is done with it or by how much: 营业收入 of 营业收入增长. */
const baseOf = ([only, ...more]: readonly Level[]): string =>
  only === undefined || more.length > 0 ? '' : withoutChange(only.name).replace(/^(?:完成|实现)/, '');

/**
 * @param above what the clause before is about, for “达到12亿元”
 * @param earlier the levels of the sentence up to the clause, for “新开工35个” behind “实施项目86个”
 */
function levelsIn(
  clause: Clause,
  isLevel: (figure: Quantity) => boolean,
  above: string,
  earlier: readonly Level[],
): Level[] {
  const parallel = parallelLevels(clause, isLevel);
  if (parallel !== undefined) return parallel;
  const levels: Level[] = [];
  let verb = '';
  for (const item of itemsOf(clause)) {
    const figure = item.figures.at(-1);
    if (figure === undefined) continue;
    const level =
      deedAgain(clause, item, isLevel, [...earlier, ...levels]) ??
      levelOf(clause, item, isLevel, { verb, above });
    if (level === undefined) continue;
    verb = deedVerb.exec(level.name)?.[0] ?? verb;
    levels.push(level);
  }
  return withSharedWork(levels, clause);
}

/** What is done with all things of a list, named behind the last: 实施3000个老旧小区、120个老旧街区改造. */
function withSharedWork(levels: readonly Level[], { words, start }: Clause): Level[] {
  const work = /(?:改造|建设|治理|整治|修缮|加固|修复|更新)$/u.exec(levels.at(-1)?.name ?? '')?.[0];
  const isAll = levels.every(
    ({ name, figure }) =>
      /^(?:加快)?(?:实施|完成|推进|启动|开展)/u.test(name) &&
      /^\p{Script=Han}/u.test(words.slice(figure.span[1] - start)),
  );
  if (work === undefined || !isAll) return [...levels];
  return levels.map((level) =>
    isWork.test(level.name) ? level : { name: level.name + work, figure: level.figure },
  );
}

const isWork = /(?:改造|建设|治理|整治|修缮|加固|修复|更新|项目|工程|任务|行动)$/u;

/** Of 新开工35个 behind 实施重点项目86个: what is done with things named before, and counted alike. */
function deedAgain(
  { words, start }: Clause,
  { start: from, end, figures }: Item,
  isLevel: (figure: Quantity) => boolean,
  earlier: readonly Level[],
): Level | undefined {
  const [figure, more] = figures;
  if (figure === undefined || more !== undefined) return undefined;
  const last = earlier.findLast((each) => each.figure.family === figure.family);
  const deed = withoutLeads(words.slice(from, figure.span[0] - start));
  const behind = words
    .slice(figure.span[1] - start, end)
    .replace(/^(?:以上|左右)/, '')
    .trim();
  const thing = last?.name.replace(deedsBefore, '') ?? '';
  if (behind !== '' || !isDeed(deed) || thing === last?.name || thing.length < 2 || !isLevel(figure))
    return undefined;
  return { name: deed + thing, figure };
}

/** 城市、农村低保标准分别提高5%、7%: a name for each; empty where the words leave it open which is whose. */
function parallelLevels(
  { words, start, figures }: Clause,
  isLevel: (figure: Quantity) => boolean,
): Level[] | undefined {
  const at = words.indexOf('分别');
  if (at < 0) return undefined;
  const own = figures.filter(({ span }) => span[0] - start >= at && span[0] - start < at + 40);
  const verb = words.slice(at + 2, (own[0]?.span[0] ?? start + at + 2) - start);
  const names = parallelNames(withoutLeads(words.slice(0, at)), own.length);
  if (names === undefined || !own.every(isLevel)) return [];
  const change = /(?:年均)?(?:增长|提高|下降|减少|增加|提升|降低|上升)$/.exec(verb)?.[0] ?? '';
  return own.map((figure, index) => ({ name: `${names[index]}${change}`, figure }));
}

/** The items of a clause: parted at 、 and 和 behind a figure. */
function itemsOf({ words, start, figures }: Clause): Item[] {
  const items: Item[] = [];
  let from = 0;
  let own: Quantity[] = [];
  for (const [index, figure] of figures.entries()) {
    own.push(figure);
    const next = figures[index + 1];
    const end = next === undefined ? words.length : next.span[0] - start;
    const behind = words
      .slice(figure.span[1] - start, end)
      .replaceAll(/[（(][^（()）]*[）)]/g, (all) => '　'.repeat(all.length));
    const cut = next === undefined ? -1 : cutIn(behind);
    if (next !== undefined && cut < 0) continue;
    const stop = next === undefined ? words.length : figure.span[1] - start + cut;
    items.push({ start: from, end: stop, figures: own });
    from = stop + 1;
    own = [];
  }
  return items;
}

/** Where what stands between two figures parts what they say: at the last 、 or at 和 right before a figure; else -1. */
function cutIn(between: string): number {
  if (/(?:和|及|与)$/.test(between)) return between.length - 1;
  return between.lastIndexOf('、');
}

/** What stands around a figure so that it is no level to be reached. */
const attribute =
  /^(?:的|级(?!别)|名单|周年|号|期(?!间)|岁以|分钟(?:[\p{Script=Han}]{0,4})圈|方面|领域|环节|维度|大|项重点任务|个方面)/u;
const areas = /^(?:方面|领域|环节|维度|关键|重点任务|主要方面)/;
const unitless = /^(?:大|方面|条|点|号|期|届|章|月|日|天前|项措施)?$/;

function levelOf(
  { words, start }: Clause,
  item: Item,
  isLevel: (figure: Quantity) => boolean,
  carried: GoingOn,
): Level | undefined {
  const figure = item.figures.at(-1) as Quantity;
  const first = item.figures.length > 1 ? earlierFigure(words, start, item) : item.start;
  if (first === undefined || !isLevel(figure)) return undefined;
  const [at, end] = [figure.span[0] - start, figure.span[1] - start];
  const before = words.slice(Math.max(first, at - NEAR), at);
  const behind = words.slice(end, Math.min(item.end, end + NEAR)).trim();
  if (isUncounted(figure, before) || attribute.test(behind) || areas.test(behind) || isQuoted(before, behind))
    return undefined;
  if (figure.unit === '年' && !/年限|寿命|期限/.test(before)) return undefined;
  if (figure.unit.endsWith('周') && behind.startsWith('年')) return undefined;
  const name = targetName(before, behind, figure, carried);
  return name === undefined ? undefined : { name, figure };
}

/** Whether nothing says what a figure counts, or its unit is none of a level; coefficients have none: 利用系数达到0.66. */
const isUncounted = ({ unit }: Quantity, before: string): boolean =>
  unitless.test(unit) &&
  !isLong(unit, before) &&
  !(unit === '' && /(?:系数|指数|评分|得分|比率|容积率)[\p{Script=Han}]{0,4}$/u.test(before));

/** Whether lines are counted that one counts by 条, or classes and papers by 期. */
const isLong = (unit: string, before: string): boolean =>
  (unit === '条' &&
    /(?:线|线路|[道公马铁]路|街|巷|河|河道|沟|渠|通道|隧道|管道|步道|绿道|产业链|信息)$/u.test(before)) ||
  (unit === '期' && /(?:培训|培训班|讲座|简报|专栏|专刊|公报|沙龙|论坛)$/u.test(before));

/** Where the name may begin in an item of more than one figure; undefined where the others are not told apart. */
function earlierFigure(words: string, start: number, { start: from, figures }: Item): number | undefined {
  const [earlier, last] = figures.slice(-2) as [Quantity, Quantity];
  const between = words.slice(earlier.span[1] - start, last.span[0] - start);
  const before = words.slice(from, earlier.span[0] - start);
  // 由50%提高到80%: its name stands before the level that was
  if (/(?:从|由)$/.test(before)) return /(?:到|至|为|升|降)$/.test(between.trim()) ? from : undefined;
  // 公交站点500米覆盖率达到95%: how far belongs to the name
  if (
    /^[\p{Script=Han}]{0,8}(?:率|占比|比例|比重)(?:要|将)?(?:[提升]高?[到至]|达到?|不低于|(?:稳定|保持)在)?$/u.test(
      between,
    )
  )
    return /[米里钟时岁]$/.test(earlier.unit) ? from : undefined;
  // 在14个乡镇新建…2座
  const verb =
    /(?:增补|新建|建设|建成|改造|新增|完成|培育|开展|布局|实施|安排|增加|打造)(?=\p{Script=Han}{2})/u.exec(
      between,
    );
  return verb ? earlier.span[1] - start + verb.index : undefined;
}

/** Whether a figure stands in a name of its own: “15分钟生活圈”. */
const isQuoted = (before: string, behind: string): boolean =>
  before.lastIndexOf('“') > before.lastIndexOf('”') && behind.includes('”');
