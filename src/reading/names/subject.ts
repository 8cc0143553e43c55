import type { Quantity } from '../../quantity/value/quantity.ts';
import { reserved } from '../../source/grammar.ts';
import { chineseSubject } from './chinese-subject.ts';
import { englishSubject } from './english-subject.ts';
import type { SubjectText } from '../figure-at.ts';
import { statementAround } from '../statements.ts';

/** As many characters around a figure tell the language of its text. */
const NEAR = 1000;

/**
 * What a figure is a figure of, in the words of its text, whole and as a reader would say it: 学前三年毛入园率 in 学前三年毛入园率达113.4%,
 * 投放校车 in 投放68辆校车, “trees planted” in “We planted 34,500 trees”. Where the words leave a doubt (分别, an earlier level such as 从A in
 * 从A增加到B, another year, a part of a name) there is none. Never a word of the format.
 *
 * @param year of the report: a figure of another year has no subject
 */
export function figureSubject(
  prose: SubjectText,
  figure: Quantity,
  year?: number | undefined,
): string | undefined {
  const { text } = prose;
  const { span } = figure;
  if (isPartOfName(text, figure)) return undefined;
  const statement = statementAround(prose, span);
  const near = text.slice(Math.max(statement[0], span[0] - NEAR), Math.min(statement[1], span[1] + NEAR));
  const name = /\p{Script=Han}/u.test(near)
    ? chineseSubject(prose, figure, statement, year)
    : englishSubject(prose, figure, statement, year);
  if (name === undefined) return undefined;
  return reserved.has(name) ? `${name}${/\p{Script=Han}/u.test(name) ? '数' : ' value'}` : name;
}

/** Whether digits belong to a power, a fraction, a code or a name rather than to a figure: 2.4×10⁸, 10^6, 1/3, 30周年, 721工作法, [2]. */
function isPartOfName(text: string, { span: [start, end], unit }: Quantity): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 2), start), text.slice(end, end + 4)];
  return (
    /[×xX*^⁰¹²³⁴-⁹/\\[〔#№]\s?$/.test(before) ||
    /[×^]$/.test(text.slice(start, end)) ||
    /^\s?(?:[×^/〕]|\\[.)]|周?年(?!度)[^，。；、）]|[a-z]*号|[版期届](?!内))/.test(behind) ||
    (/[A-Za-z0-9]$/.test(before) && unit === '') ||
    isOfUnknownUnit(text, end, unit) ||
    // 42.6p: the unit stands behind it and is none that is known
    (unit === '' && /^[A-Za-z]/.test(behind)) ||
    (unit.endsWith('周') && behind.startsWith('年')) ||
    // behind a word that is counted it is the mark of a note
    (/^[⁻⁰¹²³⁴-⁹]/.test(behind) && (unit === '' || isLength.test(unit)))
  );
}

/** A unit that a raised digit makes one of areas or volumes. */
const isLength =
  /^(?:\p{Script=Han}*[米里尺寸丈]|[a-zμ]?m|ft|in|mi|yd|yards?|miles?|feet|inch(?:es)?|met(?:re|er)s?)$/u;

/** Whether a number of a Chinese text counts what nobody can say: behind it stands a measure word that is not known, as in 12艇, or none, as in 35万. */
const isOfUnknownUnit = (text: string, end: number, unit: string): boolean =>
  /\p{Script=Han}/u.test(text.slice(Math.max(0, end - 40), end)) &&
  (/^[万亿]$/.test(unit) || (unit === '' && /^[\p{Script=Han}A-Za-z]/u.test(text.slice(end, end + 1))));
