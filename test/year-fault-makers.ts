import { Reading } from '../src/reading/reading.ts';
import { commitmentsOf, type Commitment } from '../src/chain/commitments.ts';
import { calendarYears } from '../src/dates/calendar.ts';
import { periodOf } from '../src/dates/dates.ts';
import type { Result, Target } from '../src/model/report.ts';
import type { Path } from '../src/diagnostic.ts';
import type { Dice } from './random-draft.ts';
import {
  edited,
  flow,
  written,
  type Fault,
  type Planted,
  type TextEdit,
  type YearPair,
} from './year-pair.ts';

/** A commitment with its result. */
export type Answered = Commitment & { readonly result: Result };

export const commitments = ({ now, last }: YearPair): readonly Commitment[] =>
  commitmentsOf(new Reading(now, { before: new Reading(last) }));
export const isAnswered = (each: Commitment): each is Answered => each.result !== undefined;

/** One of the results that a fault can be put into. */
export function oneOf(pair: YearPair, dice: Dice, fits: (each: Answered) => boolean): Answered | undefined {
  const all = commitments(pair).filter(isAnswered).filter(fits);
  return all.length === 0 ? undefined : dice.pick(all);
}

/** One of the targets of the new plan. */
export function planned(pair: YearPair, dice: Dice, fits: (each: Target) => boolean): Target | undefined {
  const all = pair.now.targets.filter((target) => target.section.part.kind === 'plan' && fits(target));
  return all.length === 0 ? undefined : dice.pick(all);
}

export const planted = (
  pair: YearPair,
  what: string,
  path: Path,
  ...edits: readonly TextEdit[]
): Planted => ({
  texts: edited(pair.texts, ...edits),
  place: { path },
  what,
});

/** A result written anew with changes; what is undefined goes. */
export const rewritten = (pair: YearPair, { result }: Answered, changes: object): TextEdit =>
  written(pair, result.path, flow({ ...result.data, ...changes }, pair.language));

/** A kind of fault that writes one result anew. */
export const inResult = (
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
    const found = planted(
      pair,
      `${each.id} ${JSON.stringify(changes)}`,
      place,
      rewritten(pair, each, changes),
    );
    return at.length === 0 ? { ...found, place: { path: place, at: 'key' } } : found;
  },
});

/** A day so many days after another. */
export const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
export const lastDay = (written: string | undefined): string =>
  periodOf(written ?? '', calendarYears)?.last ?? '';
export const nextYear = (written: string): string =>
  written.replace(/^\d{4}/, (year) => String(Number(year) + 1));
export const yearBefore = (written: string): string =>
  written.replace(/^\d{4}/, (year) => String(Number(year) - 1));
/** A figure with its first number multiplied. */
export const times = (text: string, factor: number): string =>
  text.replace(/\d[\d,]*(?:\.\d+)?/, (number) =>
    String(Number((Number(number.replaceAll(',', '')) * factor).toFixed(3))),
  );

export const explained = (pair: YearPair): object =>
  pair.language === 'zh'
    ? { reason: '雨季延长工期', remedy: '明年一季度补齐' }
    : { reason: 'Rain stopped the work', remedy: 'Catch up by March' };

export const isMet = ({ result }: Answered): boolean => result.data.outcome === 'met';
export const isFigured = (each: Answered): boolean =>
  each.level?.quantity !== undefined && each.actual?.quantity !== undefined;
export const isReached = (each: Answered): boolean => isMet(each) && isFigured(each);
export const hasOwnActual = (each: Answered): boolean =>
  each.metric === undefined && each.result.data.actual !== undefined && each.level !== undefined;
export const isLong = ({ due, set }: Commitment): boolean => set === 'earlier' && due.last > '2018-12-31';

/** The level of a result’s target as both years have it, multiplied. */
export function levelsIn(pair: YearPair, { open, result }: Answered, factor: number): TextEdit[] {
  const places = [open?.target, result].filter((each) => each?.data.level !== undefined);
  return places.flatMap((each) =>
    each
      ? [written(pair, [...each.path, 'level'], flow(times(each.data.level ?? '', factor), pair.language))]
      : [],
  );
}

/** A kind of fault in one milestone of the new plan. */
export const inMilestone = (
  kind: string,
  fits: (target: Target, pair: YearPair) => boolean,
  change: (target: Target, index: number) => string | undefined,
  choose: (count: number) => number,
): Fault => ({
  kind,
  rule: 'milestones-dated',
  plant(pair, dice) {
    const target = planned(
      pair,
      dice,
      (each) => (each.data.milestones?.length ?? 0) > choose(2) && fits(each, pair),
    );
    if (target === undefined) return undefined;
    const index = choose(target.data.milestones?.length ?? 0);
    const due = change(target, index);
    const step: Path = [...target.path, 'milestones', index];
    const { goal } = target.data.milestones?.[index] ?? {};
    return planted(
      pair,
      `${target.id} ${due}`,
      due === undefined ? step : [...step, 'due'],
      written(pair, step, flow({ due, goal }, pair.language)),
    );
  },
});

/** A kind of fault in one entry of progress. */
export const inProgress = (
  kind: string,
  least: number,
  change: (dates: readonly string[], index: number, pair: YearPair) => string,
): Fault => ({
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

export function hasOwnActualAndEnds(each: Answered): boolean {
  return (
    hasOwnActual(each) &&
    each.level?.quantity !== undefined &&
    /^(?:met|missed|partly)$/.test(each.result.data.outcome)
  );
}

export function isExplained({ result }: Answered, key: 'reason' | 'remedy'): boolean {
  return (
    result.data[key] !== undefined &&
    (key === 'reason' ? true : /^(?:missed|partly)$/.test(result.data.outcome))
  );
}

/** Whether a target runs on from last year’s plan. */
export function isKept({ id, data }: Target, { last }: YearPair): boolean {
  return last.targets.some(
    (target) => target.id === (data.was ?? id) && lastDay(target.data.due) > '2018-12-31',
  );
}
