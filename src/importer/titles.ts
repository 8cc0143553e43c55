import type { PartKind } from '../assets.ts';

const kinds: readonly (readonly [kind: PartKind, words: RegExp])[] = [
  [
    'problems',
    /存在的?(?:主要|突出)?(?:问题|困难|不足)|问题和不足|困难和问题|主要问题|\b(?:problems|shortcomings|challenges)\b/i,
  ],
  [
    'plan',
    /计划|打算|思路|安排|谋划|设想|要点|展望|重点工作|主要任务|目标任务|下一步|下一年|明年|\b(?:plan|plans|outlook|next year|priorities)\b/i,
  ],
  [
    'summary',
    /总结|回顾|完成情况|工作情况|成绩|成效|成就|\b(?:summary|review|achievements|performance|results|highlights)\b/i,
  ],
];

/** What part of a report a title speaks of; undefined where it speaks of none, or of several as the title of the whole does. */
export function partOfTitle(title: string): PartKind | undefined {
  if (/总结|回顾/.test(title) && /计划|打算|思路|安排|要点|谋划/.test(title)) return undefined;
  return kinds.find(([, words]) => words.test(title))?.[0];
}

/** A line without a number that is the title of a part: 2017年工作总结, 下一步工作打算, Plan for 2018. */
export function isPartTitle(text: string): boolean {
  const title = text.trim();
  return (
    (/^(?:20\d{2}(?:年(?:度|上半年)?|财年|财政年度)|今年|本年度?|明年|下一?年|下一?步|下一?阶段)?(?:的)?(?:主要|重点)?(?:工作)?(?:总结|回顾|情况|计划|打算|思路|安排|要点|谋划|设想)$/u.test(
      title,
    ) &&
      partOfTitle(title) !== undefined) ||
    /^(?:(?:FY ?|(?:fiscal|financial) year )?20\d{2}(?:[/–-]\d{2,4})? )?(?:summary|review|overview|plan|outlook|priorities)(?: (?:of|for|in) (?:the )?(?:FY ?|(?:fiscal |financial )?year )?(?:20)?\d{2}(?:[/–-]\d{2,4})?)?$/i.test(
      title,
    ) ||
    /^(?:problems|shortcomings|(?:management )?challenges)$/i.test(title) ||
    /^存在的?(?:主要|突出)?(?:问题|困难|不足)(?:[和与及]\p{Script=Han}{2,6})?$/u.test(title)
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
  const figures = whole.match(/\d+(?:\.\d+)?/g)?.length ?? 0;
  if (isSentence && figures > 1) return false;
  if (whole.length <= LONGEST_TITLE && !/[，,].*[，,]/.test(whole)) return true;
  return !isSentence && whole.length <= 2 * LONGEST_TITLE && !/[，：]/.test(whole);
}

/** Whether a sentence states a figure, years and what stands in brackets aside. */
const states = (sentence: string): boolean =>
  /\d/.test(sentence.replaceAll(/20\d{2}(?:[—-]20\d{2})?年?|[“《〔（][^“《〔（”》〕）]*[”》〕）]/g, ''));
