import { isUnit } from '../quantity/value/unit.ts';

/** What heads a row or column of a table, as it is read. */
export interface TableLabel {
  /** Its words, without the unit in brackets. */
  readonly name: string;
  /** The words of merged cells that it is under, from the outermost: 小学, 班级 of 小学 班级. */
  readonly levels: readonly string[];
  /** The unit of the cells below or beside it, in brackets: 经费（万元）, Spent (£m). */
  readonly unit: string | undefined;
}

const brackets = /[（(](?:计量)?(?:单位[:：]?)?([^（）()]{1,12})[)）]$/;
const afterSlash = /^(.{1,20})[/／]([^/／\d\s]{1,6})$/;
/** Money in an order of magnitude: £m, $ million, £000. */
const money = /^(?:US|A|C|NZ|HK)?[$£€¥]\s?(?:k|mn?|bn?|million|billion|thousand|'?000s?)?$/i;
const english = /^(?:people|persons|staff|pupils|students|points?|percentage points?|pp|number|no\.)$/i;

/** An order of magnitude of what the name counts: Passengers (million), Visits (’000). */
const scale = /^(?:in )?(?:thousands?|millions?|billions?|['’]?000s?)$/i;

const isUnitWord = (word: string): boolean =>
  isUnit(word) || money.test(word) || english.test(word) || scale.test(word);

/** The order of magnitude that a unit is, as it stands behind a number: million of (in millions), thousand of (’000). */
export const magnitudeOf = (unit: string): string | undefined =>
  scale.test(unit) ? (/thousand|million|billion/.exec(unit.toLowerCase())?.[0] ?? 'thousand') : undefined;

/** The label that words over or before cells are; `outer` are those of merged cells that they stand under. */
export function labelOf(words: string, ...outer: readonly string[]): TableLabel {
  const text = plainCell(words).replace(/(?<=[合小总共])\s+(?=计)/g, '');
  const inBrackets = brackets.exec(text);
  const [, sliced = '', behind = ''] = inBrackets ? [] : (afterSlash.exec(text) ?? []);
  const unit = inBrackets?.[1]?.trim() ?? behind;
  const isGiven = unit !== '' && isUnitWord(unit);
  const own = isGiven ? (inBrackets ? text.slice(0, inBrackets.index) : sliced).trim() : text;
  const above = outer
    .map((each) => plainCell(each).replace(/(?<=[合小总共])\s+(?=计)/g, ''))
    .filter((each) => each !== '');
  const inner = own === '' ? [] : [own];
  // a name of one cell may be that of two, joined: 城区 小计
  const levels = [...above, ...inner].flatMap((each) =>
    /\p{Script=Han}/u.test(each) ? each.split(/\s+/) : [each],
  );
  return {
    name: [...above, ...inner].join(' '),
    levels,
    unit: isGiven ? unit : (unitAbove(above) ?? unitAlone(own)),
  };
}

/** The unit that a name is by itself: Hours; and % where it holds the sign. */
const unitAlone = (name: string): string | undefined =>
  /[%％]/.test(name)
    ? '%'
    : /^[A-Za-z]{3,}s$/.test(name) && isUnit(name.toLowerCase())
      ? name.toLowerCase()
      : undefined;

const unitAbove = (outer: readonly string[]): string | undefined => {
  const unit = brackets.exec(outer.at(-1) ?? '')?.[1]?.trim();
  return unit !== undefined && isUnitWord(unit) ? unit : undefined;
};

/** Whether a column gives the units of its rows: 单位, Unit. */
export const isUnitHead = (words: string): boolean =>
  /^(?:计量)?单\s?位$|^units?(?: of measure)?$/i.test(words.trim());

/** A label whose cells have a unit that stands elsewhere. */
export const withUnitOf = (label: TableLabel, unit: string): TableLabel =>
  unit === '' || !isUnitWord(unit) ? label : { ...label, unit: label.unit ?? unit };

/** Words without the marks that Markdown puts around them; few have any. */
const withoutMarks = (text: string): string =>
  /[*_~`]/.test(text) ? text.replace(/\*\*|__|~~|`|(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])/gu, '') : text;

/** The words of a cell without Markdown and marks of notes. */
export const plainCell = (text: string): string =>
  withoutMarks(text.replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1').replace(/\[\^[^\]\s]+\]|<br ?\/?>/g, ' '))
    .replace(/\\([|\\*_~`#[\]])/g, '$1')
    .replace(/(?<![①-⑳†‡])[①-⑳†‡]{1,4}$/u, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
