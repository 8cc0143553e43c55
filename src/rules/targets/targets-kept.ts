import type { Finding, Path } from '../../diagnostic.ts';
import { yearData, yearPeriod } from '../../dates/calendar.ts';
import { commitmentsOf, type Commitment } from '../../chain/commitments.ts';
import type { RevisionData } from '../../model/data.generated.ts';
import { dueWords, isSameDue, isSameLevel, movedDue, movedLevel, revisedOf } from '../../chain/revisions.ts';
import { yearBefore } from '../../chain/open-targets.ts';
import { en, lastYear, zh, type Rule, type RuleContext } from '../rule.ts';

export const targetsKept: Rule = {
  id: 'targets-kept',
  severity: 'error',
  compares: true,
  summary: { en: 'Change no target without saying so.', zh: '目标值、完成时限改了要写“调整”。' },
  why: {
    en: 'A level that drops or a date that slips between the plan and the report turns a miss into a success. Levels and dates may change, but “revised” says to what, when, who approved it and why. 2亿元 and 20000万元, 2018-07 and 2018年7月 are the same.',
    zh: '计划定的数和时限，到总结时悄悄变了，没完成就成了完成。确实调整的，用“调整”写明改成多少、何时、谁批准、什么原因。2亿元与20000万元、2018-07与2018年7月是一回事。',
  },
  messages: {
    'level-moved': {
      en: ({ target, level, before, year }) =>
        `“${target}” has the level ${level}, and the report of ${year} set ${before}`,
      zh: ({ target, level, before, yearZh }) =>
        `“${target}”目标值写作${level}，${yearZh}稿子定的是${before}`,
      help: {
        en: ({ before, revised }) => `write ${before}, or say with “${revised}: …” who changed it and why`,
        zh: ({ before, revised }) => `改回${before}；确实调整的，用“${revised}: ……”写明谁批准、为什么`,
      },
    },
    'level-added': {
      en: ({ target, level, year }) =>
        `“${target}” has the level ${level}, and the report of ${year} set none`,
      zh: ({ target, level, yearZh }) => `“${target}”目标值写作${level}，${yearZh}稿子没有定目标值`,
      help: {
        en: ({ revised }) => `leave it out, or say with “${revised}: …” who set it and why`,
        zh: ({ revised }) => `删去；确实后定的，用“${revised}: ……”写明谁批准、为什么`,
      },
    },
    'due-moved': {
      en: ({ target, due, before, year }) =>
        `“${target}” has the due date ${due}, and the report of ${year} set ${before}`,
      zh: ({ target, due, beforeZh: before, yearZh }) =>
        `“${target}”完成时限写作${due}，${yearZh}稿子定的是${before}`,
      help: {
        en: ({ revised }) => `write the date as it was, or say with “${revised}: …” who changed it and why`,
        zh: ({ revised }) => `改回原来的时限；确实调整的，用“${revised}: ……”写明谁批准、为什么`,
      },
    },
    reasonless: {
      en: ({ target, key }) => `a revision of “${target}” does not say why: “${key}” is missing`,
      zh: ({ target, key }) => `“${target}”的调整没有写${key}`,
    },
    unapproved: {
      en: ({ target, key }) => `a revision of “${target}” does not say everything: ${key} is missing`,
      zh: ({ target, key }) => `“${target}”的调整没有写${key}`,
    },
  },

  *check(report, context) {
    const last = yearBefore(report, context.previous);
    const commitments = commitmentsOf(report, last);
    const earlier = new Map(
      commitments.flatMap((each) =>
        each.open && each.set === 'earlier' ? [[each.open.id, each] as const] : [],
      ),
    );
    for (const commitment of commitments) {
      if (commitment.set === 'earlier') yield* inResult(commitment, report.data.year ?? 0, context);
      const { target } = commitment;
      const before =
        commitment.set === 'next' && target
          ? (earlier.get(target.data.was ?? target.id) ?? earlier.get(target.id))
          : undefined;
      if (before) yield* inPlan(commitment, before, report.data.year ?? 0, context);
    }
    for (const { id, path, data } of [...report.targets, ...report.results])
      for (const [index, revision] of (data.revised ?? []).entries())
        yield* inRevision(id, [...path, 'revised', index], revision, context);
  },

  examples: {
    en: {
      previous: lastYear(en`
        plan:
          sections:
            - title: New depot
              targets:
                spending: { level: $2 million, due: 2017-12 }
                roof closed: { due: 2017-07 }
                floor space: { level: 90,000 m², due: 2019 }
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: met, level: '$2,000,000', due: 2017, actual: $2.1 million }
                roof closed:
                  outcome: pending
                  due: 2017-07
                  revised: [{ due: 2018-03, date: 2017-06-20, by: Board, reason: The June storm stopped work. }]
                floor space: { outcome: pending, level: '90,000 m²', due: 2019-12 }
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: New depot
              results:
                spending: { outcome: met, level: $1.8 million, due: 2017, actual: $1.8 million }
                roof closed: { outcome: pending, due: 2018-03 }
                floor space: { outcome: pending, revised: [{ due: 2020, date: 2017-06-20, by: Board }] }
      `,
      finds: ['10:42 level-moved', '11:47 due-moved', '12:54 reasonless'],
    },
    zh: {
      previous: lastYear(zh`
        计划:
          章节:
            - 标题: 学校建设
              目标:
                年度投资: { 目标值: 2亿元, 完成时限: 2017年底 }
                主体结构封顶: { 完成时限: 2017-07 }
                新校区建成: { 目标值: 9万平方米, 完成时限: 2019 }
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 完成, 目标值: 20000万元, 完成时限: 2017, 完成值: 2.1亿元 }
                主体结构封顶:
                  结果: 进行中
                  完成时限: 2017年7月
                  调整: [{ 完成时限: 2018-03, 日期: 2017-06-20, 批准: 市政府, 原因: 台风停工 }]
                新校区建成: { 结果: 进行中, 目标值: 9万平方米, 完成时限: 2019年底 }
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 学校建设
              完成情况:
                年度投资: { 结果: 完成, 目标值: 1.8亿元, 完成时限: 2017, 完成值: 1.8亿元 }
                主体结构封顶: { 结果: 进行中, 完成时限: 2018-03 }
                新校区建成: { 结果: 进行中, 调整: [{ 完成时限: 2020, 日期: 2017-06-20, 批准: 市政府 }] }
      `,
      finds: ['10:30 level-moved', '11:34 due-moved', '12:34 reasonless'],
    },
  },
};

/** What a result repeats otherwise than it was set. */
function* inResult(commitment: Commitment, year: number, { own }: RuleContext): Generator<Finding> {
  const { result, promised } = commitment;
  if (result === undefined || promised === undefined) return;
  const [level, due] = [movedLevel(commitment), movedDue(commitment)];
  if (level !== undefined)
    yield levelMoved(commitment, [...result.path, 'level'], level, promised.level, year, own);
  if (due !== undefined) yield dueMoved(commitment, [...result.path, 'due'], due, promised.due, year, own);
}

/** What this year’s plan sets otherwise than the target of several years that it keeps: it follows what was revised meanwhile. */
function* inPlan(
  commitment: Commitment,
  before: Commitment,
  year: number,
  { own }: RuleContext,
): Generator<Finding> {
  const { target } = commitment;
  const { promised, result } = before;
  if (target === undefined || promised === undefined || before.target?.section.part.kind !== 'plan') return;
  if (lastDayOf(before) <= yearPeriod(year, before.calendar).last) return;
  const { level, due, revised } = target.data;
  const unit = before.metric?.data.unit;
  const levels =
    revisedOf(result?.data.revised, 'level').length > 0
      ? [before.level?.text]
      : [promised.level?.text, before.level?.text];
  if (
    level !== undefined &&
    revisedOf(revised, 'level').length === 0 &&
    !levels.some((text) => text !== undefined && isSameLevel(text, level, unit))
  )
    yield levelMoved(before, [...target.path, 'level'], level, before.level, year, own, target.id);
  const dues =
    revisedOf(result?.data.revised, 'due').length > 0
      ? [before.due.last]
      : [promised.due.last, before.due.last];
  if (
    due !== undefined &&
    revisedOf(revised, 'due').length === 0 &&
    !dues.some((text) => isSameDue(text, due, before.calendar))
  )
    yield dueMoved(before, [...target.path, 'due'], due, before.due, year, own, target.id);
}

/** The last day of a target as it was set or as it has been revised, whichever is later; one that was moved without a word does not count. */
const lastDayOf = (commitment: Commitment): string =>
  [commitment.promised?.due.last ?? '', movedDue(commitment) === undefined ? commitment.due.last : '']
    .sort()
    .at(-1) ?? '';

function levelMoved(
  { id, open, setCalendar }: Commitment,
  path: Path,
  level: string,
  before: Commitment['level'],
  year: number,
  own: RuleContext['own'],
  name = id,
): Finding {
  const place = before?.path ?? (open?.result ?? open?.target)?.path;
  const data = {
    target: name,
    level,
    before: before?.text ?? '',
    ...yearData(year - 1, setCalendar),
    revised: own('revised'),
  };
  const note = {
    en: before ? `set as ${before.text}` : 'set without a level',
    zh: before ? `定的是${before.text}` : '没有定目标值',
  };
  return {
    path,
    message: before ? 'level-moved' : 'level-added',
    data,
    ...(place && { related: [{ path: place, note }] }),
  };
}

function dueMoved(
  { id, open, setCalendar }: Commitment,
  path: Path,
  due: string,
  before: Commitment['due'],
  year: number,
  own: RuleContext['own'],
  name = id,
): Finding {
  const words = dueWords(before);
  const place = (open?.result ?? open?.target)?.path;
  const data = {
    target: name,
    due,
    before: words.en,
    beforeZh: words.zh,
    ...yearData(year - 1, setCalendar),
    revised: own('revised'),
  };
  return {
    path,
    message: 'due-moved',
    data,
    ...(place && {
      related: [{ path: [...place, 'due'], note: { en: `set as ${words.en}`, zh: `定的是${words.zh}` } }],
    }),
  };
}

/** A revision that says to what, but not why; less weighs when and by whom. */
function* inRevision(
  target: string,
  path: Path,
  revision: RevisionData,
  { own, isWhole }: RuleContext,
): Generator<Finding> {
  if (!isWhole({ path })) return;
  if (revision.reason === undefined)
    yield { path, message: 'reasonless', data: { target, key: own('reason') }, severity: 'warning' };
  else {
    const missing = (['date', 'by'] as const)
      .filter((key) => revision[key] === undefined)
      .map((key) => `“${own(key)}”`);
    if (missing.length > 0)
      yield { path, message: 'unapproved', data: { target, key: missing.join('') }, severity: 'info' };
  }
}
