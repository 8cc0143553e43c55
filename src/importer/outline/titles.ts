import type { PartKind } from '../../assets.ts';

const problems =
  /存在的?(?:主要|突出|一些)?(?:问题|困难|不足|短板)|问题[和与及、](?:不足|困难|挑战|短板|建议|对策|原因)|(?:主要|突出)(?:问题|困难|短板)|不足之处|(?:困难|不足|短板)[和与及、](?:问题|挑战|不足)|面临的?(?:主要|突出|新的?|一些)?(?:困难|问题|挑战|不足|短板)|^(?:困难|不足|短板|问题|差距)|薄弱环节|短板弱项|差距[和与及、]不足|(?:主要|存在的?)(?:差距|不足)|(?:需要?|有待|亟待|待)(?:进一步)?(?:改进|解决)的?(?:方面|地方|问题|事项)|\b(?:did(?: not|n.t) go(?: entirely| quite)? to plan|(?:fell|fallen|is|are|was|were) behind plan|problems?|shortcomings|challenges|difficulties|setbacks|lessons(?: learned)?|went (?:less|not) (?:so )?well|went wrong|(?:found|was|were|proved) (?:hard(?:er)?|difficult)|struggled|held us back|(?:did(?: not|n.t)|failed to) (?:work|achieve|deliver)|could (?:have done|do) better|got wrong|disappointments|obstacles|did(?: not|n.t) go (?:so )?well|fell short)\b/i;
/** What a title of the plan says whatever stands around it. */
const ahead =
  /打算|思路|谋划|设想|展望|下一步|下步|下阶段|下一阶段|下一年|明年|来年|今后|总体要求|政策取向|政府工作任务|(?:主要|奋斗|发展|预期|总体)目标|主要考虑|(?:重大|战略)举措|努力方向|改进(?:计划|方向|打算)|\b(?:plans?|outlook|next (?:year|steps)|looking (?:ahead|forward)|year ahead|what(?: comes|.s)? next|priorities (?:for|in)|(?:goals|objectives|targets) (?:for|in) (?:the )?(?:20\d{2}|FY|fiscal|next|coming|year ahead)|future)\b/i;
/** What may as well be the title of what was done. */
const task = /计划|安排|要点|重点工作|(?:主要|重点|目标|工作)任务|重点任务|\b(?:priorities)\b/i;
/** The five years that a plan is made for. */
const fiveYears = /[“"]十[一二三四五六七八九]五[”"](?:时期|期间|规划|发展)?/;
const done =
  /总结|回顾|(?:完成|落实|执行|推进|进展|开展|实施|工作|运行|基本|总体|履职)情况|成绩|成效|成就|\b(?:summary|review|achievements|performance|results|highlights|what we did)\b/i;

/** What part of a report a title speaks of; undefined where it speaks of none, or of several as the title of the whole does. */
export function partOfTitle(title: string): PartKind | undefined {
  if (/总结|回顾/.test(title) && /计划|打算|思路|安排|要点|谋划/.test(title)) return undefined;
  // the plan for what was lacking is a plan
  if (problems.test(title))
    return /打算|计划|思路|下一?步|安排|(?<!(?:to|behind) )\bplans?\b/i.test(title) ? 'plan' : 'problems';
  if (/\bperformance plan\b/i.test(title)) return 'plan';
  if (done.test(title)) return 'summary';
  if (ahead.test(title) || task.test(title)) return 'plan';
  return fiveYears.test(title) && /发展|任务|举措/.test(title) ? 'plan' : undefined;
}

/** Whether a title is one of tasks that may be those of the year itself: 重点工作, behind which the plan comes. */
export const mayBeDone = (title: string): boolean =>
  task.test(title) && !ahead.test(title) && !problems.test(title) && !/20\d{2}|计划|\bplans?\b/i.test(title);

/** Whether a title speaks of the year before without its number: 过去一年, the past year. */
export const isOnPastYear = (title: string): boolean =>
  /过去[一五]年|[去上]一?年(?:的)?(?:工作|主要)|\b(?:the past|last) year\b/i.test(title);

/** Whether a title speaks of the year that has begun, which the plan of a report on the past year is for: 今年工作. */
export const isOnThisYear = (title: string): boolean =>
  /^(?:今年|新的一年)(?:的)?(?:主要|重点|总体)?(?:工作|任务|目标|安排|打算|要求)|^(?:our )?(?:work|priorities|goals|plans?) (?:for|in) this year\b|^this year\b/i.test(
    title,
  );

/** A line without a number that is the title of a part: 2017年工作总结, 下一步工作打算, Plan for 2018. */
export function isPartTitle(text: string): boolean {
  const title = text.trim();
  return (
    (/^(?:20\d{2}(?:年(?:度|上半年)?|财年|财政年度)|今年|本年度?|明年|下一?年|下一?步|下一?阶段)?(?:的)?(?:主要|重点)?(?:工作)?(?:总结|回顾|情况|计划|打算|思路|安排|要点|谋划|设想)$/u.test(
      title,
    ) &&
      partOfTitle(title) !== undefined) ||
    /^(?:(?:FY ?|(?:fiscal|financial) year )?20\d{2}(?:[/–-]\d{2,4})? )?(?:summary|review|overview|plans?|outlook|priorities|goals|objectives|targets)(?: (?:of|for|in) (?:the )?(?:FY ?|(?:fiscal |financial )?year )?(?:20)?\d{2}(?:[/–-]\d{2,4})?)?$/i.test(
      title,
    ) ||
    /^(?:our )?(?:(?:plans?|outlook|priorities|goals|objectives) (?:for (?:the )?)?(?:year ahead|coming year|next year|future|(?:FY ?|(?:fiscal|financial) year )?20\d{2}(?:[/–-]\d{2,4})?)|(?:looking (?:ahead|forward)|next steps|the year ahead|next year)(?: (?:to|for|in) (?:FY ?)?20\d{2}(?:[/–-]\d{2,4})?)?|what(?: comes|.s)? next)$/i.test(
      title,
    ) ||
    /^(?:problems|shortcomings|(?:management )?challenges|lessons learned|what (?:went|did(?: not|n.t) go) (?:less |not )?(?:so )?(?:well|to plan)|where we (?:fell short|struggled)|what (?:we found (?:hard|difficult)|was (?:hard|difficult)|we struggled with|held us back|went wrong)|disappointments|obstacles)$/i.test(
      title,
    ) ||
    /^(?:存在的?(?:主要|突出)?(?:问题|困难|不足|差距|短板)(?:[和与及]\p{Script=Han}{2,6})?|(?:困难|问题|短板|差距)[和与及](?:不足|问题|困难|挑战|短板)|主要不足|薄弱环节)$/u.test(
      title,
    )
  );
}

export const isAnnexTitle = (text: string): boolean =>
  /^(?:附件|附录|附表|名词解释|名词术语解释|Annex\b|Appendix\b|Glossary\b)/.test(text.trim()) &&
  text.trim().length <= 60;

const LONGEST_TITLE = 45;

/** What a numbered or marked paragraph is: a title, a title with the text that follows it in the same paragraph, or text alone. */
export interface Heading {
  readonly title: string | undefined;
  /** The text behind a run-in title. */
  readonly text: string | undefined;
}

/**
 * Tells title and text of a paragraph apart. A short paragraph is a title; of a longer one its first sentence, if it is
 * short, states no figure and goes on in the same paragraph, or as far as it is set in bold.
 */
export function headingOf(text: string, bold: number | undefined): Heading {
  const whole = text.trim();
  if (bold !== undefined && bold > 1 && bold < whole.length)
    return { title: whole.slice(0, bold).trim(), text: whole.slice(bold).trim() };
  if (whole.includes('\n')) return { title: undefined, text: whole };
  const end = /[。！？；]|[.!?](?= )/.exec(whole);
  if (end === null || end.index + 1 === whole.length)
    return isTitle(whole, end !== null)
      ? { title: whole, text: undefined }
      : { title: undefined, text: whole };
  const [first, rest] = [whole.slice(0, end.index + 1), whole.slice(end.index + 1).trim()];
  return /[。.]/.test(end[0]) && rest !== '' && first.length <= LONGEST_TITLE && !states(first)
    ? { title: first, text: rest }
    : { title: undefined, text: whole };
}

/** Whether a paragraph of one sentence, or of words without an end, is a title. */
function isTitle(whole: string, isSentence: boolean): boolean {
  // a line that ends within quotation marks or brackets was broken
  const count = (marks: RegExp): number => whole.match(marks)?.length ?? 0;
  if (count(/[“（《]/g) > count(/[”）》]/g)) return false;
  const figures = whole.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  if (isSentence && figures > 1) return false;
  if (whole.length <= LONGEST_TITLE && !/[，,].*[，,]/.test(whole)) return true;
  return !isSentence && whole.length <= 2 * LONGEST_TITLE && !/[，：]/.test(whole);
}

/** Whether a sentence states a figure, years and what stands in brackets aside. */
const states = (sentence: string): boolean =>
  /\d/.test(
    sentence
      .replaceAll(named, '')
      .replaceAll(/20\d{2}(?:[—-]20\d{2})?年?|[“《〔（][^“《〔（”》〕）]*[”》〕）]/g, ''),
  );

/** Numbers that are names: 12345热线, 110警情, 5G+, “721”工作法, 3.5+2就业之家. */
const named =
  /(?<!\d)(?:12\d{3}|1(?:10|19|20|22))(?=[”"]?(?:热线|平台|市民|政务|便民|服务|投诉|举报|报警|接处警|警情|急救|消防|火警|工单|诉求))|\d[GD](?![A-Za-z])|\d{1,3}(?:\.\d{1,2})?\+(?:\d{1,3}|[NX])?|\d{2,4}(?=[”"]?(?:工作法|模式|机制|工程|行动|计划))/g;
