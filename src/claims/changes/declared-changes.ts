import { changeKind } from '../../quantity/value/change.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { nameBefore, NameIndex } from '../../reading/names/name-index.ts';
import {
  directionOf,
  insideBracket,
  isOnOtherBase,
  isPlain,
  leavesSubject,
  moves,
  type Before,
  type ChangeClaim,
} from './change-claims.ts';
import type { Figures } from '../../reading/figures.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Metric } from '../../model/report.ts';
import { between, BRACKET, type Sentence } from '../../reading/sentences.ts';
import { areLike, isPercent } from '../../quantity/value/unit.ts';

/** Changes beside a declared metric’s value in its own section, against its value of last year. */
export function* declaredChanges(
  sentence: Sentence,
  prose: Prose,
  figures: Figures,
  year: number,
): Generator<ChangeClaim> {
  // a value, and how it has changed
  if (sentence.figures.length < 2) return;
  for (const metric of prose.section?.metrics ?? []) {
    const now = figures.of(metric)?.declared;
    if (now === undefined) continue;
    const same = sentence.figures.filter((figure) => isValue(figure, now));
    const before = same.length === 0 ? undefined : lastYearOf(metric, figures);
    if (!before || !areLike(before.family, now.family)) continue;
    for (const after of chosen(same, metric, prose, sentence))
      for (const told of changesBehind(sentence, after, year))
        if (followsFrom(before, told.change, metric, sentence))
          yield { ...told, before, after, metric, years: 1 };
  }
}

/** Whether a change follows from the two values: growth that may be told on another base does not. */
function followsFrom(before: Before, change: Quantity, { id }: Metric, { text }: Sentence): boolean {
  const kind = changeKind(before, change);
  return kind !== undefined && (kind === 'difference' || !isOnOtherBase(text + id));
}

const isValue = (figure: Quantity, now: Quantity): boolean =>
  figure.qualifier === now.qualifier &&
  figure.movement?.to !== false &&
  figure.number.equals(now.number) &&
  areLike(figure.family, now.family);

function lastYearOf(metric: Metric, figures: Figures): Before | undefined {
  const last = figures.lastYear(metric);
  const read = last && figures.read(last.text, last.unit === '' ? undefined : last.unit);
  return (
    read && {
      number: read.number,
      interval: read.interval,
      family: read.family,
      text: read.text,
      path: last.path,
    }
  );
}

/** Of several figures with a metric’s value those that bear its name, else the one next to the name; none where nothing tells. */
function chosen(
  same: readonly Quantity[],
  { id, data }: Metric,
  prose: Prose,
  sentence: Sentence,
): readonly Quantity[] {
  if (same.length < 2) return same;
  const names = [id, ...(data.name === undefined ? [] : [data.name])];
  const index = new NameIndex(names.map((name) => [name, true] as const));
  const bearing = same.filter((figure) => nameBefore(prose, figure, index));
  if (bearing.length > 0) return bearing;
  const ends = names.flatMap((name) => [...placesOf(sentence, name)]);
  if (ends.length === 0) return [];
  const distances = same.map(({ span }) =>
    Math.min(...ends.map((end) => (end <= span[0] ? span[0] - end : Infinity))),
  );
  const least = Math.min(...distances);
  return least === Infinity ? [] : same.filter((_, at) => distances[at] === least);
}

/** Where a name ends, each time that a sentence has it. */
function* placesOf({ text, start }: Sentence, name: string): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    yield start + at + name.length;
}

const chinese =
  /^[，,（( ]*(?:\p{Script=Han}{0,4}(?:同比|比上年|比去年|较上年|较去年|[比较]20\d\d年)|in (?:20\d\d),)?[^，。；,;.]{0,8}$/u;
const english = new RegExp(
  `^(?: [a-z’'-]+){0,4}(?: ?,? ?(?:in|during) 20\\d\\d)?, (?:which (?:is|was) |or )?(?:an? (?:[a-z]+ )?)?(?:${moves}(?: (?:by|of))? )?$`,
  'i',
);
/** What a change is told of: (…, 9.7% more than in) 2016, (…, 120 more than) planned. */
const based = /^(?: [a-z]+){0,2} (?:than|on|over|from|against|compared with) (?:in |the )?(20\d\d)\b/;
const another =
  /^(?: [a-z]+){0,2} (?:than|on|over|from|against|above|below|of) (?:the |its |their )?(?:plan|target|budget|forecast|expected|average|national|month|quarter)/;
const times = /(?:是|为|相当于|达到?)(?:上年|去年|20\d\d年)(?:同期)?的$/;

/** Whether words lead from a value to its change and no further. */
const isShort = (gap: string): boolean => gap.length <= 60 && (chinese.test(gap) || english.test(gap));

/** Whether the words around a change say that it is told of anything but the year before, or as an average. */
const isOfAnother = (gap: string, behind: string): boolean =>
  /年均|环比|月均|比年初|计划|目标|预算|任务|全[国省市]|平均/.test(gap) ||
  another.test(behind) ||
  /^ (?:a|per|each|every) year(?! (?:earlier|before|ago))|^ on average|^ annually/.test(behind);

/** The changes that follow a figure directly, up to the next figure that is none; those against another year are left out. */
function* changesBehind(
  sentence: Sentence,
  after: Quantity,
  year: number,
): Generator<Pick<ChangeClaim, 'change' | 'direction'>> {
  let at = after.span[1];
  for (const figure of sentence.figures.slice(sentence.figures.indexOf(after) + 1)) {
    const gap = between(sentence, at, figure.span[0]).replaceAll(BRACKET, '');
    const behind = between(sentence, figure.span[1], figure.span[1] + 50).replaceAll(BRACKET, '');
    const direction = directionTold(sentence, figure, after, gap);
    if (direction === undefined || !isPlain(figure) || !isShort(gap)) return;
    if (!leavesSubject(gap, between(sentence, sentence.start, after.span[0]))) return;
    if (isOfAnother(gap, behind)) return;
    const base = /(20\d\d)年/.exec(gap)?.[1] ?? based.exec(behind)?.[1];
    if (base !== undefined && Number(base) !== year - 1) return;
    yield { change: figure, direction };
    const inside = insideBracket(sentence, figure);
    if (inside && isPercent(inside)) yield { change: inside, direction };
    at = figure.span[1];
  }
}

/** Which way a figure behind a value says that it went; 翻一番 and 是上年的2倍 say how many times. */
function directionTold(
  sentence: Sentence,
  figure: Quantity,
  after: Quantity,
  gap: string,
): 'up' | 'down' | undefined {
  if (figure.unit !== '番' && figure.unit !== '倍') return directionOf(sentence, figure);
  // between two figures of the text, another rule holds the multiple against these
  if (/[由从][^，。；]{0,40}$/.test(between(sentence, after.span[0] - 40, after.span[0]))) return undefined;
  if (figure.unit === '番' || times.test(gap)) return 'up';
  return directionOf(sentence, figure);
}
