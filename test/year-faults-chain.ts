import type { Path } from '../src/diagnostic.ts';
import {
  commitments,
  explained,
  hasOwnActual,
  hasOwnActualAndEnds,
  inMilestone,
  inProgress,
  inResult,
  isExplained,
  isFigured,
  isKept,
  isLong,
  isMet,
  isReached,
  lastDay,
  later,
  levelsIn,
  nextYear,
  oneOf,
  planned,
  planted,
  rewritten,
  times,
  yearBefore,
} from './year-fault-makers.ts';
import { NOW, flow, removed, renamed, written, type Fault } from './year-pair.ts';

/** Faults between a plan and the report that answers it. */
export const chainFaults: readonly Fault[] = [
  {
    kind: 'a target unanswered',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ open }) => open !== undefined);
      const there = (each?.open?.result ?? each?.open?.target)?.section.data.id;
      const section = pair.now.sections.find(
        ({ part, data }) => part.kind === 'summary' && data.id === there,
      );
      return each && section && planted(pair, each.id, section.at, removed(pair, each.result.path));
    },
  },
  {
    kind: 'a target of the year unanswered',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ set }) => set === 'during');
      return (
        each?.target && {
          ...planted(pair, each.id, each.target.path, removed(pair, each.result.path)),
          place: { path: each.target.path, at: 'key' },
        }
      );
    },
  },
  {
    kind: 'a result renamed',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, ({ id, open }) => open !== undefined && id.length > 3);
      if (each === undefined) return undefined;
      const at = dice.number(1, each.id.length - 1);
      const name =
        each.id.slice(0, at) +
        dice.pick(pair.language === 'zh' ? ['新', '总', '区'] : ['x', 'e', 's']) +
        each.id.slice(at);
      const path: Path = [...each.result.path.slice(0, -1), name] as unknown as Path;
      return {
        ...planted(pair, name, path, renamed(pair, each.result.path, name)),
        place: { path, at: 'key' },
      };
    },
  },
  {
    kind: 'an invented result',
    rule: 'targets-answered',
    plant(pair, dice) {
      const each = oneOf(pair, dice, () => true);
      const start = each && pair.sources.get(NOW)?.extent(each.result.path)?.start;
      if (each === undefined || start === undefined) return undefined;
      const name = dice.pick(
        pair.language === 'zh'
          ? ['创建文明单位', '开展志愿服务活动', '机关食堂改造']
          : ['Volunteers thanked', 'Website redesign'],
      );
      const indent = ' '.repeat(start - (pair.texts[NOW].lastIndexOf('\n', start) + 1));
      const path: Path = [...each.result.path.slice(0, -1), name] as unknown as Path;
      const insert = `${name}: ${flow({ outcome: 'met' }, pair.language)}\n${indent}`;
      return {
        ...planted(pair, name, path, { file: NOW, start, end: start, insert }),
        place: { path, at: 'key' },
      };
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
      const each = oneOf(
        pair,
        dice,
        (one) => isReached(one) && one.open?.target !== undefined && one.result.data.revised === undefined,
      );
      const factor = each?.direction === 'lower' ? 0.5 : 3;
      return (
        each &&
        planted(
          pair,
          `${each.id} × ${factor}`,
          [...each.result.path, 'outcome'],
          ...levelsIn(pair, each, factor),
        )
      );
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
  inResult(
    'a missed one though reached',
    'outcomes-agree',
    isReached,
    (_, pair) => ({ outcome: 'missed', ...explained(pair) }),
    ['outcome'],
  ),
  inResult(
    'a partly met one though reached',
    'outcomes-agree',
    isReached,
    (_, pair) => ({ outcome: 'partly', ...explained(pair) }),
    ['outcome'],
  ),
  inResult(
    'a dropped one though reached',
    'outcomes-agree',
    isReached,
    (_, pair) => ({ outcome: 'dropped', ...explained(pair) }),
    ['outcome'],
  ),
  inResult(
    'no data beside a figure',
    'outcomes-agree',
    isReached,
    (_, pair) => ({ outcome: 'no-data', ...explained(pair) }),
    ['outcome'],
  ),
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
  inResult('nothing reached told', 'outcomes-agree', hasOwnActualAndEnds, () => ({ actual: undefined }), [
    'outcome',
  ]),
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
    ({ result }) => ({
      revised: (result.data.revised ?? []).map((each) => ({ ...each, reason: undefined })),
    }),
    ['revised', 0],
  ),
  {
    kind: 'a level of several years moved in the plan',
    rule: 'targets-kept',
    plant(pair, dice) {
      const each = oneOf(pair, dice, (one) => isLong(one) && one.level !== undefined);
      const target = each && pair.now.targets.find(({ id, data }) => (data.was ?? id) === each.open?.id);
      // the plan stays, and what it was moved from goes elsewhere
      return (
        each && target && planted(pair, target.id, [...target.path, 'level'], ...levelsIn(pair, each, 2))
      );
    },
  },
  {
    kind: 'a date of several years moved in the plan',
    rule: 'targets-kept',
    plant(pair, dice) {
      const target = planned(pair, dice, ({ id, data }) =>
        commitments(pair).some((each) => isLong(each) && each.open?.id === (data.was ?? id)),
      );
      const path: Path | undefined = target && [...target.path, 'due'];
      return (
        target && path && planted(pair, target.id, path, written(pair, path, nextYear(target.data.due ?? '')))
      );
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
      const each = oneOf(
        pair,
        dice,
        (one) => isMet(one) && one.due.last === '2018-12-31' && one.open !== undefined,
      );
      const edits = each && [
        written(pair, [NOW, 'dated'], '2018-12-28'),
        rewritten(pair, each, { outcome: 'pending', date: undefined }),
      ];
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
