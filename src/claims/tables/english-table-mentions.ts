import type { Quantity } from '../../quantity/value/quantity.ts';
import { isPercent } from '../../quantity/value/unit.ts';
import type { Prose } from '../../reading/prose.ts';
import { statementAround } from '../../reading/statements.ts';
import type { TableFact } from './table-facts.ts';

/** Words that leave what a figure is of what it is, where a sentence tells a figure of a table. */
const neutral = new Set(
  (
    'a an the this that these it its our we they their there of for in on at by with from to into as and or per under over during throughout within among about ' +
    'was were is are be been being has have had having stood stands stand reached reach came comes come numbered number numbers totalled totaled totals total totalling ' +
    'amounted amounts rose risen rise rises grew grown grow climbed increased increase fell fallen fall dropped declined decreased decrease shrank went up down remained was ' +
    'in all altogether together overall year years end year-end now still today also only just already once again shows show table figure figures ' +
    'run runs ran operate operates operated own owns owned manage manages managed maintain maintains maintained employ employs employed keep keeps kept look looks looked after ' +
    'hold holds held serve serves served receive receives received record records recorded register registered welcomed welcome carried carry made make makes got gave give took brought spent spend cost costs ' +
    'agency council authority department borough district county city town region office service company trust charity university college bureau commission ministry organisation organization state parish fund foundation court hospital museum railway library ' +
    'million billion thousand bn m k pounds dollars euros per cent percent points accounted accounts account represented made ' +
    'largest biggest smallest greatest highest lowest most least common frequent frequently main leading busiest followed follow far ' +
    'group groups category categories item items field fields kind kinds type types work activity heading cause causes reason reasons source sources single ' +
    'spending expenditure where which alone around some about roughly nearly almost just again still one year’s our own whole all'
  ).split(' '),
);

/** A word as the names of tables may have it as well: without its plural. */
const stem = (word: string): string =>
  word
    .replace(/[’']s?$/, '')
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=[a-z]{2}(?:s|x|ch|sh))es$/, '')
    .replace(/(?<=[a-z]{2}[^s])s$/, '');

const stemsOf = (words: string): readonly string[] =>
  (words.toLowerCase().match(/[a-z][a-z’'-]*/g) ?? []).map(stem);

/** Whether two stems are one word, or the verb and its noun: calls, calling; satisfied, satisfaction. */
const areOne = (a: string, b: string): boolean =>
  a === b ||
  a === `${b}ing` ||
  b === `${a}ing` ||
  (a.length > 6 &&
    b.length > 6 &&
    a.slice(0, 6) === b.slice(0, 6) &&
    (isDone(a) ? isDoing(b) : isDoing(a) && isDone(b)));
const isDone = (word: string): boolean => word.endsWith('ed');
const isDoing = (word: string): boolean => /(?:[ts]ion|ance|ment)$/.test(word);

const includes = (among: readonly string[], word: string): boolean =>
  among.some((each) => areOne(each, word));

/** Facts of tables by the words of their names, for sentences in English. */
export class FactWords {
  readonly #byWord = new Map<string, TableFact[]>();
  readonly #about = new Map<unknown, readonly string[]>();

  constructor(facts: readonly TableFact[]) {
    for (const fact of facts) {
      const words = fact.names.flatMap((names) => names.flatMap(stemsOf));
      for (const word of new Set(words)) {
        const known = this.#byWord.get(word);
        if (known) known.push(fact);
        else this.#byWord.set(word, [fact]);
      }
    }
  }

  /** Facts of which a name holds one of these words. */
  of(words: readonly string[]): readonly TableFact[] {
    return [...new Set(words.flatMap((word) => this.#with(word)))];
  }

  #with(word: string): readonly TableFact[] {
    const facts =
      this.#byWord.get(word) ??
      (isDoing(word) ? this.#byWord.get(`${word.replace(/(?:action|ation|ion)$/, '')}ed`) : undefined) ??
      [];
    return facts.length > MOST ? [] : facts;
  }

  /** All words of a table: what it is about, and the names of its rows and columns. */
  about({ table }: TableFact): readonly string[] {
    const known = this.#about.get(table);
    if (known) return known;
    const labels = [...table.columns, ...table.rows.map(({ label }) => label)];
    const words = [table.body?.table.stub ?? '', captionOf(table.caption), ...labels.map(({ name }) => name)];
    const all = [...new Set(words.flatMap(stemsOf))];
    this.#about.set(table, all);
    return all;
  }
}

/** A caption names what a table is about; a sentence above it is none. */
const captionOf = (caption: string): string => (/[.:]$|\d{2}/.test(caption) ? '' : caption);

/** What more cells than this have a word of is told by none. */
const MOST = 200;

/** Where what is counted behind a figure ends. */
const ends =
  /[,;:()–—\n]|\.(?:\s|$)| (?:but|while|whereas|which|who|that|compared|against|versus|than|up|down|and)\b|$/;
/** “And” that goes on with another figure or with what was done, and not with more of what is counted. */
const goesOn = /^ and (?:\d|[£$€]\d|[a-z]+ed\b|held|had|has|is|was|were|are|gave|made|those?\b|that of)/;
/** Words that make a figure one of some, of a plan, of an other time. */
const limits =
  /\b(?:of (?:these|which|them|those)|plan|plans|planned|targets?|will|would|should|could|expect(?:s|ed)?|aims?|next|last|previous|forecast|if|each|every|per|average|another|more|less|fewer|extra|additional|first|second|third|half|quarter|months?|weeks?|new|other|not|no|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|ago|earlier|before|since|elsewhere)\b/i;
const total = /\b(?:total|totals|totall?ed|altogether|in all|overall)\b/i;
const share = /\b(?:made up|makes? up|account(?:s|ed) for|represent(?:s|ed)|shares?)\b/i;
const own =
  /^(?:in \d{4},? )?(?:the (?:agency|council|authority|department|borough|district|county|city|town|region|office|service|company|trust|charity|university|college|bureau|commission|ministry|organi[sz]ation|state|parish|fund|foundation|court|hospital|museum|railway|library)|we|there) /i;
const introduces =
  /^(?:as (?:the|this) table (?:below |above )?shows?|in all|altogether|today|now|this year|in (?:19|20)\d\d|at the end of the year),? /i;

/** What an English sentence says around a figure. */
interface Told {
  /** All of it, and what belongs to the figure alone, in stems. */
  readonly all: readonly string[];
  readonly own: readonly string[];
  readonly isTotal: boolean;
  readonly isShare: boolean;
  readonly isPercent: boolean;
  /** The year named right behind the figure. */
  readonly year: number | undefined;
}

/** The facts of tables that a figure of an English sentence tells: all its words are names of one, of what its table is about, or neutral. */
export function factsTold(
  prose: Prose,
  figure: Quantity,
  facts: FactWords,
): { readonly facts: readonly TableFact[]; readonly year: number | undefined } {
  const told = toldAround(prose, figure);
  if (told === undefined) return { facts: [], year: undefined };
  const found = facts.of(told.own).filter((fact) => tells(told, fact, facts.about(fact)));
  const cells = new Set(found.map(({ cell }) => `${cell.row}\n${cell.column}`));
  const years = new Set(found.map(({ year }) => year));
  // of two rows or columns nobody knows which is told
  return { facts: cells.size > Math.max(1, years.size) ? [] : found, year: told.year };
}

function toldAround(prose: Prose, figure: Quantity): Told | undefined {
  const { text } = prose;
  const [from] = statementAround(prose, figure.span);
  const [start, end] = figure.span;
  const behind = wordsBehind(text, figure);
  if (start - from > 160 || behind === undefined) return undefined;
  const before = text.slice(from, start).trimStart().replace(introduces, '');
  if (limits.test(before) || limits.test(behind)) return undefined;
  const year = /^ ?(?:in )?((?:19|20)\d\d)\b/.exec(text.slice(end, end + 10))?.[1];
  // what it was before is of another time: from 160 to 175
  if (year === undefined && wasBefore.test(before)) return undefined;
  return {
    all: stemsOf(`${before} ${behind}`),
    own: stemsOf(`${leadOf(prose, figure, from, before)} ${behind}`),
    isTotal: total.test(before) || own.test(before),
    isShare: share.test(before),
    isPercent: isPercent(figure) && figure.movement === undefined,
    year: year === undefined ? undefined : Number(year),
  };
}

const wasBefore = /\b(?:from|than|of the|against|compared with|ago[^.]*|earlier[^.]*) $/;

/** What is counted behind a figure, and its unit; undefined where more is counted with it: 36 museums and galleries. */
function wordsBehind(text: string, { span: [, end], digits }: Quantity): string | undefined {
  const window = text.slice(end, end + 100);
  const at = window.search(ends);
  const rest = window.slice(at);
  return /^ and\b/.test(rest) && !goesOn.test(rest)
    ? undefined
    : `${text.slice(digits[1], end)} ${window.slice(0, at)}`;
}

/** What leads to a figure alone: of the second of a list what stands between the two; of what a level reached all of its sentence. */
function leadOf(prose: Prose, { span: [start] }: Quantity, from: number, before: string): string {
  const last = prose.figures.findLast(({ span }) => span[0] >= from && span[1] <= start);
  if (last === undefined) return before;
  const gap = prose.text.slice(last.span[1], start);
  if (/ to (?:the )?$/.test(gap) && /\bfrom\b/.test(before)) return before;
  return /(?:,? and |, |; |: |\()([^,;:(]*)$/.exec(gap)?.[1] ?? gap;
}

/** Whether a sentence tells a fact and nothing else. */
function tells(told: Told, fact: TableFact, about: readonly string[]): boolean {
  const isSaid = (names: readonly string[], among: readonly string[]): boolean =>
    names.some(
      (name) =>
        stemsOf(name).every((word) => neutral.has(word) || includes(among, word)) &&
        stemsOf(name).some((word) => includes(among, word)),
    );
  if (!fact.names.every((names) => isSaid(names, told.all))) return false;
  if (!fact.names.some((names) => isSaid(names, told.own))) return false;
  if (fact.isTotal && !(told.isTotal && !namesRow(told, fact))) return false;
  if (fact.isShare !== told.isShare && !(fact.isShare && told.isPercent)) return false;
  return told.all.every((word) => neutral.has(word) || includes(about, word));
}

/** Whether a sentence names a row of a table whose total is looked at. */
const namesRow = ({ all }: Told, { table, cell }: TableFact): boolean =>
  table.rows.some(
    ({ label }) =>
      label.name !== cell.row && stemsOf(label.name).some((word) => !neutral.has(word) && all.includes(word)),
  );
