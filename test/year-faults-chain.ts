import { commitmentsOf, type Commitment } from '../src/model/commitments.ts';
import { periodOf } from '../src/model/dates.ts';
import type { Result, Target } from '../src/model/report.ts';
import type { Path } from '../src/diagnostic.ts';
import type { Dice } from './random-draft.ts';
import { edited, flow, NOW, removed, renamed, written, type Fault, type Planted, type TextEdit, type YearPair } from './year-pair.ts';

/** A commitment with its result. */
type Answered = Commitment & { readonly result: Result };

const commitments = ({ now, last }: YearPair): readonly Commitment[] => commitmentsOf(now, last);
const isAnswered = (each: Commitment): each is Answered => each.result !== undefined;

/** One of the results that a fault can be put into. */
function oneOf(pair: YearPair, dice: Dice, fits: (each: Answered) => boolean): Answered | undefined {
  const all = commitments(pair).filter(isAnswered).filter(fits);
  return all.length === 0 ? undefined : dice.pick(all);
}

/** One of the targets of the new plan. */
function planned(pair: YearPair, dice: Dice, fits: (each: Target) => boolean): Target | undefined {
  const all = pair.now.targets.filter((target) => target.section.part.kind === 'plan' && fits(target));
  return all.length === 0 ? undefined : dice.pick(all);
}

const planted = (pair: YearPair, what: string, path: Path, ...edits: readonly TextEdit[]): Planted => ({
  texts: edited(pair.texts, ...edits),
  place: { path },
  what,
});

/** A result written anew with changes; what is undefined goes. */
const rewritten = (pair: YearPair, { result }: Answered, changes: object): TextEdit =>
  written(pair, result.path, flow({ ...result.data, ...changes }, pair.language));

/** A kind of fault that writes one result anew. */
const inResult = (
  kind: string,
  rule: string,
  fits: (each: Answered) => boolean,
  change: (each: Answered, pair: YearPair) => object,
  at: readonly (string | number)[],
): Fault => ({
  kind,
  rule,
  plant(pair, dice) {
    const each = oneOf(pair, dice, fits);
    if (each === undefined) return undefined;
    const changes = change(each, pair);
    const place: Path = [...each.result.path, ...at];
    const found = planted(pair, `${each.id} ${JSON.stringify(changes)}`, place, rewritten(pair, each, changes));
    return at.length === 0 ? { ...found, place: { path: place, at: 'key' } } : found;
  },
});

/** A day so many days after another. */
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const lastDay = (written: string | undefined): string => periodOf(written ?? '')?.last ?? '';
const nextYear = (written: string): string => written.replace(/^\d{4}/, (year) => String(Number(year) + 1));
const yearBefore = (written: string): string => written.replace(/^\d{4}/, (year) => String(Number(year) - 1));
/** A figure with its first number multiplied. */
const times = (text: string, factor: number): string =>
  text.replace(/\d[\d,]*(?:\.\d+)?/, (number) => String(Number((Number(number.replaceAll(',', '')) * factor).toFixed(3))));

const explained = (pair: YearPair): object =>
  pair.language === 'zh' ? { reason: '雨季延长工期', remedy: '明年一季度补齐' } : { reason: 'Rain stopped the work', remedy: 'Catch up by March' };

const isMet = ({ result }: Answered): boolean => result.data.outcome === 'met';
const isFigured = (each: Answered): boolean => each.level?.quantity !== undefined && each.actual?.quantity !== undefined;
const isReached = (each: Answered): boolean => isMet(each) && isFigured(each);
const hasOwnActual = (each: Answered): boolean => each.metric === undefined && each.result.data.actual !== undefined && each.level !== undefined;
const isLong = ({ due, set }: Commitment): boolean => set === 'earlier' && due.last > '2018-12-31';

/** The level of a result’s target as both years have it, multiplied. */
function levelsIn(pair: YearPair, { open, result }: Answered, factor: number): TextEdit[] {
  const places = [open?.target, result].filter((each) => each?.data.level !== undefined);
  return places.flatMap((each) => (each ? [written(pair, [...each.path, 'level'], flow(times(each.data.level ?? '', factor), pair.language))] : []));
}

/** A kind of fault in one milestone of the new plan. */
const inMilestone = (
  kind: string,
  fits: (target: Target, pair: YearPair) => boolean,
  change: (target: Target, index: number) => string | undefined,
  choose: (count: number) => number,
): Fault => ({
  kind,
  rule: 'milestones-dated',
  plant(pair, dice) {
    const target = planned(pair, dice, (each) => (each.data.milestones?.length ?? 0) > choose(2) && fits(each, pair));
    if (target === undefined) return undefined;
    const index = choose(target.data.milestones?.length ?? 0);
    const due = change(target, index);
    const step: Path = [...target.path, 'milestones', index];
    const { goal } = target.data.milestones?.[index] ?? {};
    return planted(pair, `${target.id} ${due}`, due === undefined ? step : [...step, 'due'], written(pair, step, flow({ due, goal }, pair.language)));
  },
});

/** A kind of fault in one entry of progress. */
const inProgress = (kind: string, least: number, change: (dates: readonly string[], index: number, pair: YearPair) => string): Fault => ({
  kind,
  rule: 'milestones-dated',
  plant(pair, dice) {
    const each = oneOf(pair, dice, ({ result }) => (result.data.progress?.length ?? 0) >= least);
    const progress = each?.result.data.progress ?? [];
    if (each === undefined) return undefined;
    const index = progress.length - 1;
    const date = change(
      progress.map((entry) => entry.date ?? ''),
      index,
      pair,
    );
    const path: Path = [...each.result.path, 'progress', index, 'date'];
    return planted(pair, `${each.id} ${date}`, path, written(pair, path, date));
  },
});

/** Faults between a plan and the report that answers it. */
export const chainFaults: readonly Fault[] = [
  {
    kind: 'a target unanswered',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ open }) => open !== undefined);
      const there = (each?.open?.result ?? each?.open?.target)?.section.data.id;
      const section = pair.now.sections.find(({ part, data }) => part.kind === 'summary' && data.id === there);
      return each && section && planted(pair, each.id, section.at, removed(pair, each.result.path));
    },
  },
  {
    kind: 'a target of the year unanswered',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ set }) => set === 'during');
      return each?.target && { ...planted(pair, each.id, each.target.path, removed(pair, each.result.path)), place: { path: each.target.path, at: 'key' } };
    },
  },
  {
    kind: 'a result renamed',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ id, open }) => open !== undefined && id.length > 3);
      if (each === undefined) return undefined;
      const at = dice.number(1, each.id.length - 1);
      const name = each.id.slice(0, at) + dice.pick(pair.language === 'zh' ? ['新', '总', '区'] : ['x', 'e', 's']) + each.id.slice(at);
      const path: Path = [...each.result.path.slice(0, -1), name] as unknown as Path;
      return { ...planted(pair, name, path, renamed(pair, each.result.path, name)), place: { path, at: 'key' } };
    },
  },
  {
    kind: 'an invented result',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, () => true);
      const start = each && pair.sources.get(NOW)?.extent(each.result.path)?.start;
      if (each === undefined || start === undefined) return undefined;
      const name = dice.pick(pair.language === 'zh' ? ['创建文明单位', '开展志愿服务活动', '机关食堂改造'] : ['Volunteers thanked', 'Website redesign']);
      const indent = ' '.repeat(start - (pair.texts[NOW].lastIndexOf('\n', start) + 1));
      const path: Path = [...each.result.path.slice(0, -1), name] as unknown as Path;
      const insert = `${name}: ${flow({ outcome: 'met' }, pair.language)}\n${indent}`;
      return { ...planted(pair, name, path, { file: NOW, start, end: start, insert }), place: { path, at: 'key' } };
    },
  },
  inResult(
    'a miss called met',
    'outcomes-agree',
    (each) => /^(?:missed|partly)$/.test(each.result.data.outcome) && isFigured(each),
    () => ({ outcome: 'met' }),
    ['outcome'],
  ),
  {
    kind: 'a met one short of its level',
    rule: 'outcomes-agree',
    plant(pair, dice) {
      const each = oneOf(pair, dice, (one) => isReached(one) && one.open?.target !== undefined && one.result.data.revised === undefined);
      const factor = each?.direction === 'lower' ? 0.5 : 3;
      return each && planted(pair, `${each.id} × ${factor}`, [...each.result.path, 'outcome'], ...levelsIn(pair, each, factor));
    },
  },
  inResult(
    'a met one after its due date',
    'outcomes-agree',
    (each) => isMet(each) && each.result.data.date !== undefined,
    ({ due }) => ({ date: later(due.last, 3) }),
    ['date'],
  ),
  inResult(
    'a met one with the year mistyped',
    'outcomes-agree',
    (each) => isMet(each) && each.open !== undefined && each.result.data.date !== undefined,
    ({ result }) => ({ date: yearBefore(result.data.date ?? '') }),
    ['date'],
  ),
  inResult('a met one on a day to come', 'outcomes-agree', isMet, () => ({ date: '2019-04-01' }), ['date']),
  inResult('a missed one though reached', 'outcomes-agree', isReached, (_, pair) => ({ outcome: 'missed', ...explained(pair) }), ['outcome']),
  inResult('a partly met one though reached', 'outcomes-agree', isReached, (_, pair) => ({ outcome: 'partly', ...explained(pair) }), ['outcome']),
  inResult('a dropped one though reached', 'outcomes-agree', isReached, (_, pair) => ({ outcome: 'dropped', ...explained(pair) }), ['outcome']),
  inResult('no data beside a figure', 'outcomes-agree', isReached, (_, pair) => ({ outcome: 'no-data', ...explained(pair) }), ['outcome']),
  inResult(
    'a pending one with a date',
    'outcomes-agree',
    (each) => isMet(each) && each.result.data.date !== undefined,
    () => ({ outcome: 'pending' }),
    ['date'],
  ),
  inResult(
    'units that cannot be compared',
    'outcomes-agree',
    (each) => isMet(each) && hasOwnActual(each),
    (_, { language }) => ({ actual: language === 'zh' ? '12张' : '$24' }),
    ['outcome'],
  ),
  inResult(
    'an actual beside a metric that says another',
    'outcomes-agree',
    (each) => isMet(each) && each.metric !== undefined,
    ({ actual }) => ({ actual: times(actual?.text ?? '', 2) }),
    ['actual'],
  ),
  inResult('nothing reached told', 'outcomes-agree', hasOwnActualAndEnds, () => ({ actual: undefined }), ['outcome']),
  inResult(
    'a miss without reason and remedy',
    'misses-explained',
    (each) => isExplained(each, 'remedy'),
    () => ({ reason: undefined, remedy: undefined }),
    [],
  ),
  inResult(
    'a miss without remedy',
    'misses-explained',
    (each) => isExplained(each, 'remedy'),
    () => ({ remedy: undefined }),
    [],
  ),
  inResult(
    'a miss without reason',
    'misses-explained',
    (each) => isExplained(each, 'reason'),
    () => ({ reason: undefined }),
    [],
  ),
  inResult(
    'a level moved',
    'targets-kept',
    (each) => each.open !== undefined && each.result.data.level !== undefined,
    ({ result }) => ({ level: times(result.data.level ?? '', 0.9) }),
    ['level'],
  ),
  inResult(
    'a date moved',
    'targets-kept',
    (each) => each.open !== undefined && each.result.data.due !== undefined,
    ({ result }) => ({ due: nextYear(result.data.due ?? '') }),
    ['due'],
  ),
  inResult(
    'a revision without reason',
    'targets-kept',
    ({ result }) => result.data.revised !== undefined,
    ({ result }) => ({ revised: (result.data.revised ?? []).map((each) => ({ ...each, reason: undefined })) }),
    ['revised', 0],
  ),
  {
    kind: 'a level of several years moved in the plan',
    rule: 'targets-kept',
    plant(pair, dice) {
      const each = oneOf(pair, dice, (one) => isLong(one) && one.level !== undefined);
      const target = each && pair.now.targets.find(({ id, data }) => (data.was ?? id) === each.open?.id);
      // the plan stays, and what it was moved from goes elsewhere
      return each && target && planted(pair, target.id, [...target.path, 'level'], ...levelsIn(pair, each, 2));
    },
  },
  {
    kind: 'a date of several years moved in the plan',
    rule: 'targets-kept',
    plant(pair, dice) {
      const target = planned(pair, dice, ({ id, data }) => commitments(pair).some((each) => isLong(each) && each.open?.id === (data.was ?? id)));
      const path: Path | undefined = target && [...target.path, 'due'];
      return target && path && planted(pair, target.id, path, written(pair, path, nextYear(target.data.due ?? '')));
    },
  },
  inResult(
    'a pending one past its date',
    'pending-in-time',
    (each) => isMet(each),
    () => ({ outcome: 'pending', date: undefined }),
    ['outcome'],
  ),
  {
    kind: 'a pending one due within the year',
    rule: 'pending-in-time',
    plant(pair, dice) {
      const each = oneOf(pair, dice, (one) => isMet(one) && one.due.last === '2018-12-31' && one.open !== undefined);
      const edits = each && [written(pair, [NOW, 'dated'], '2018-12-28'), rewritten(pair, each, { outcome: 'pending', date: undefined })];
      return each && edits && planted(pair, each.id, [...each.result.path, 'outcome'], ...edits);
    },
  },
  inMilestone(
    'a milestone after its due date',
    () => true,
    ({ data }) => later(lastDay(data.due), 20),
    (count) => count - 1,
  ),
  inMilestone(
    'a milestone out of order',
    () => true,
    ({ data }, index) => later(lastDay(data.milestones?.[index - 1]?.due), -40),
    () => 1,
  ),
  inMilestone(
    'a milestone before the year',
    (target, pair) => !isKept(target, pair),
    ({ data }) => yearBefore(data.milestones?.[0]?.due ?? ''),
    () => 0,
  ),
  inMilestone(
    'a milestone without a date',
    () => true,
    () => undefined,
    () => 0,
  ),
  inProgress('progress on a day to come', 1, () => '2019-02-11'),
  inProgress('progress out of order', 2, (dates, index) => later(dates[index - 1] ?? '', -10)),
  inProgress('progress with the year mistyped', 1, (dates, index) => yearBefore(dates[index] ?? '')),
];

function hasOwnActualAndEnds(each: Answered): boolean {
  return hasOwnActual(each) && each.level?.quantity !== undefined && /^(?:met|missed|partly)$/.test(each.result.data.outcome);
}

function isExplained({ result }: Answered, key: 'reason' | 'remedy'): boolean {
  return result.data[key] !== undefined && (key === 'reason' ? true : /^(?:missed|partly)$/.test(result.data.outcome));
}

/** Whether a target runs on from last year’s plan. */
function isKept({ id, data }: Target, { last }: YearPair): boolean {
  return last.targets.some((target) => target.id === (data.was ?? id) && lastDay(target.data.due) > '2018-12-31');
}
