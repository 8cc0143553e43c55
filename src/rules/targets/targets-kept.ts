import type { Finding, Path } from '../../diagnostic.ts';
import type { RevisionData } from '../../model/data.generated.ts';
import { movedTargets } from '../../chain/moved-targets.ts';
import { answered, planned } from '../example-drafts.ts';
import { type Rule, type RuleContext } from '../rule.ts';

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

  on: {
    *report(reading, context) {
      yield* movedTargets(reading, context.own);
      const { report } = reading;
      for (const { id, path, data } of [...report.targets, ...report.results])
        for (const [index, revision] of (data.revised ?? []).entries())
          yield* inRevision(id, [...path, 'revised', index], revision, context);
    },
  },

  examples: {
    en: {
      previous: planned.en`
        spending: { level: $2 million, due: 2017-12 }
        roof closed: { due: 2017-07 }
        floor space: { level: 90,000 m², due: 2019 }
      `,
      good: answered.en`
        spending: { outcome: met, level: '$2,000,000', due: 2017, actual: $2.1 million }
        roof closed:
          outcome: pending
          due: 2017-07
          revised: [{ due: 2018-03, date: 2017-06-20, by: Board, reason: The June storm stopped work. }]
        floor space: { outcome: pending, level: '90,000 m²', due: 2019-12 }
      `,
      bad: answered.en`
        spending: { outcome: met, level: $1.8 million, due: 2017, actual: $1.8 million }
        roof closed: { outcome: pending, due: 2018-03 }
        floor space: { outcome: pending, revised: [{ due: 2020, date: 2017-06-20, by: Board }] }
      `,
      finds: ['10:42 level-moved', '11:47 due-moved', '12:54 reasonless'],
    },
    zh: {
      previous: planned.zh`
        年度投资: { 目标值: 2亿元, 完成时限: 2017年底 }
        主体结构封顶: { 完成时限: 2017-07 }
        新校区建成: { 目标值: 9万平方米, 完成时限: 2019 }
      `,
      good: answered.zh`
        年度投资: { 结果: 完成, 目标值: 20000万元, 完成时限: 2017, 完成值: 2.1亿元 }
        主体结构封顶:
          结果: 进行中
          完成时限: 2017年7月
          调整: [{ 完成时限: 2018-03, 日期: 2017-06-20, 批准: 市政府, 原因: 台风停工 }]
        新校区建成: { 结果: 进行中, 目标值: 9万平方米, 完成时限: 2019年底 }
      `,
      bad: answered.zh`
        年度投资: { 结果: 完成, 目标值: 1.8亿元, 完成时限: 2017, 完成值: 1.8亿元 }
        主体结构封顶: { 结果: 进行中, 完成时限: 2018-03 }
        新校区建成: { 结果: 进行中, 调整: [{ 完成时限: 2020, 日期: 2017-06-20, 批准: 市政府 }] }
      `,
      finds: ['10:30 level-moved', '11:34 due-moved', '12:34 reasonless'],
    },
  },
};

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
