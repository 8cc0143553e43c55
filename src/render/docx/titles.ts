import type { ILevelsOptions, INumberingOptions } from 'docx';
import type { Block, NumberedTitle } from '../block.ts';
import { readings, type CountedNumber } from './title-numerals.ts';

/** Word has nine levels. */
const DEEPEST = 9;

/** One list of Word: what its levels look like, and where each starts. */
interface List {
  readonly levels: (ILevelsOptions | undefined)[];
  readonly counts: (number | undefined)[];
  /** Levels that no title was counted at yet: programs differ in what the first one there would be. */
  readonly implied: Set<number>;
  /** Levels that run on below the next title above, which Word has to be told of. */
  readonly runsOn: readonly number[];
  readonly name: string;
}

/** Where a title is counted: the name of its list and the level in it, from 0. */
export interface TitlePlace {
  readonly reference: string;
  readonly level: number;
}

/**
 * Native multilevel numbering: each numbered title becomes an item of a list whose levels are the grades, where Word then counts
 * exactly the number that is printed elsewhere; where it would not, another list begins. What Word cannot count stays text.
 */
export class TitleNumbers {
  readonly #lists: List[] = [];
  readonly #places = new Map<NumberedTitle, TitlePlace>();

  constructor(blocks: readonly Block[]) {
    const titles = blocks.filter((block) => block.kind === 'heading' || block.kind === 'run-in');
    for (const stretch of stretchesOf(titles)) {
      const runsOn = levelsRunningOn(stretch);
      const lists: List[] = [];
      for (const title of stretch) this.#place(title, lists, runsOn);
    }
  }

  /** Undefined where the number is text, or there is none. */
  placeOf(title: NumberedTitle): TitlePlace | undefined {
    return this.#places.get(title);
  }

  /** Of each list the levels that run on, in the order of `config`. */
  get runsOn(): readonly (readonly number[])[] {
    return this.#lists.map(({ runsOn }) => runsOn);
  }

  /** @param styles of titles, by the level of the first list that they belong to @param firstLine how far titles stand in */
  config(styles: ReadonlyMap<number, string>, firstLine: number): INumberingOptions['config'] {
    return this.#lists.map(({ name, levels }, index) => ({
      reference: name,
      levels: levels
        .flatMap((level) => level ?? [])
        .map((each) => {
          const style = index === 0 ? styles.get(each.level) : undefined;
          // the level says how titles stand in, which otherwise LibreOffice takes for not at all
          const paragraph = { indent: { left: 0, firstLine } };
          return { ...each, style: style === undefined ? { paragraph } : { style, paragraph } };
        }),
    }));
  }

  /** @param lists of the stretch so far */
  #place(title: NumberedTitle, lists: List[], runsOn: readonly number[]): void {
    const level = title.grade - 1;
    if (title.number === '' || level < 0 || level >= DEEPEST) return;
    for (const list of lists)
      for (const number of readings(title.number, list.counts[level] === undefined))
        if (counts(list, level, number)) {
          this.#places.set(title, { reference: list.name, level });
          return;
        }
    const [number] = readings(title.number, true);
    if (number === undefined || number.values.length > level + 1) return;
    const list = this.#begin(level, number, lists.at(-1), runsOn);
    lists.push(list);
    this.#places.set(title, { reference: list.name, level });
  }

  /** A list that goes on where the last one ended, but for this number. */
  #begin(level: number, number: CountedNumber, last: List | undefined, runsOn: readonly number[]): List {
    const first = level - number.values.length + 1;
    const levels = Array.from({ length: level }, (_, above) => {
      const value = above >= first ? number.values[above - first] : last?.counts[above];
      return { ...(last?.levels[above] ?? filler(above)), start: value ?? 1 };
    });
    const own = levelOf(level, number, number.values.at(-1) ?? 1);
    const reached = [...levels.map(({ start }) => start), own.start];
    // what a draft may hold can never be the name of a list: U+FFFF stands in no text
    const list: List = {
      name: `\uFFFFtitles${this.#lists.length + 1}`,
      levels: [...levels, own],
      counts: reached,
      implied: new Set(levels.keys()),
      runsOn,
    };
    this.#lists.push(list);
    return list;
  }
}

/** Whether a list counts on to this number; it has then done so. */
function counts(list: List, level: number, number: CountedNumber): boolean {
  if (!isNext(list, level, number)) return false;
  const { levels, implied, runsOn, counts: reached } = list;
  levels[level] ??= levelOf(level, number, 1);
  reached[level] = number.values.at(-1);
  for (let each = 0; each < level; each++) if (reached[each] === undefined) implied.add(each);
  for (let below = level + 1; below < DEEPEST; below++) {
    if (runsOn.includes(below)) continue;
    reached[below] = undefined;
    implied.delete(below);
  }
  return true;
}

function isNext(list: List, level: number, number: CountedNumber): boolean {
  const { levels, implied, runsOn, counts: reached } = list;
  // titles that run on have a list of their own, which no title above them interrupts: not every program knows `w:lvlRestart`
  if (implied.has(level) || (runsOn.includes(level) && !isOnlyImplied(list, level))) return false;
  const known = levels[level];
  if (known && !isAlike(known, levelOf(level, number, 1))) return false;
  const next = (reached[level] ?? (known?.start ?? 1) - 1) + 1;
  const above = number.values.slice(0, -1);
  const first = level - above.length;
  return (
    next === number.values.at(-1) &&
    first >= 0 &&
    above.every((value, index) => (reached[first + index] ?? 1) === value)
  );
}

const isAlike = (one: ILevelsOptions, other: ILevelsOptions): boolean =>
  one.format === other.format && one.text === other.text && one.suffix === other.suffix;

const isOnlyImplied = ({ implied, levels }: List, level: number): boolean =>
  levels.slice(0, level).every((_, above) => implied.has(above));

const filler = (level: number): ILevelsOptions => ({
  level,
  format: 'decimal',
  text: `%${level + 1}.`,
  alignment: 'left',
  suffix: 'nothing',
});

function levelOf(
  level: number,
  { format, before, values, after }: CountedNumber,
  start: number,
): ILevelsOptions & { readonly start: number } {
  const marks = values.map((_, index) => `%${level + 2 - values.length + index}`).join('.');
  const spaced = after.endsWith(' ');
  return {
    level,
    format: format as NonNullable<ILevelsOptions['format']>,
    text: `${before}${marks}${after.trimEnd()}`,
    alignment: 'left',
    start,
    suffix: spaced ? 'space' : 'nothing',
    // 1.1 below a Chinese number counts in digits
    ...(values.length > 1 && { isLegalNumberingStyle: true }),
  };
}

/** Titles from one that is the first of the first level to the next such: the parts of a report, each of which may number in its own way. */
function stretchesOf(titles: readonly NumberedTitle[]): NumberedTitle[][] {
  const stretches: NumberedTitle[][] = [];
  for (const title of titles) {
    const begins = title.grade === 1 && readings(title.number, true)[0]?.values.join() === '1';
    const last = stretches.at(-1);
    if (last && !begins) last.push(title);
    else stretches.push([title]);
  }
  return stretches;
}

/** Levels at which a number goes on from the one before it though a title above stands between. */
function levelsRunningOn(titles: readonly NumberedTitle[]): number[] {
  const last: (number | undefined)[] = [];
  const between = new Set<number>();
  const votes = new Map<number, number>();
  for (const { grade, number } of titles) {
    const [own] = readings(number, false);
    const value = own?.values.length === 1 ? own.values[0] : undefined;
    if (between.has(grade) && value !== undefined)
      votes.set(
        grade,
        (votes.get(grade) ?? 0) + (value === 1 ? -1 : value === (last[grade] ?? 0) + 1 ? 1 : 0),
      );
    between.delete(grade);
    last[grade] = value;
    for (let below = grade + 1; below <= DEEPEST; below++) between.add(below);
  }
  return [...votes].filter(([grade, sum]) => sum > 0 && grade > 1).map(([grade]) => grade - 1);
}
