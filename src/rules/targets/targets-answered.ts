import type { Finding, Path, Words } from '../../diagnostic.ts';
import { yearName, yearPeriod } from '../../dates/calendar.ts';
import { commitmentsOf, resultsOf, type Commitment } from '../../chain/commitments.ts';
import { planGaps } from '../../chain/plan-in-text.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Report, Section } from '../../model/report.ts';
import { suggest } from '../../source/suggest/suggest.ts';
import { answered, planned } from '../example-drafts.ts';
import type { Rule } from '../rule.ts';

/** How many results that no target asked for are held against the targets without one. */
const RENAMED = 200;

export const targetsAnswered: Rule = {
  id: 'targets-answered',
  draftOnly: ['unanswered', 'unanswered-own', 'invented', 'renamed'],
  severity: 'error',
  compares: true,
  summary: {
    en: 'Give a result for every target of last year’s plan, and for nothing else.',
    zh: '上年计划的目标要逐项交账。',
  },
  why: {
    en: 'A target that nobody answers is a promise that nobody kept. Each target of last year’s plan, and each result that was still pending then, needs a result under the same name; a result that answers nothing hides one that is missing.',
    zh: '上年计划写了的目标，今年总结里都要有结果；上年还在进行中的，也要接着交账。名称要与上年一致；对不上任何目标的结果，往往是另一项没有交账。',
  },
  messages: {
    unanswered: {
      en: ({ target, year }) => `“${target}” of the report of ${year} has no result`,
      zh: ({ target, yearZh }) => `${yearZh}稿子里的目标“${target}”没有写完成情况`,
      help: {
        en: ({ target, key, outcome }) =>
          `add “${target}: { ${outcome}: … }” under “${key}” of its section; what is still open is pending`,
        zh: ({ target, key, outcome }) =>
          `在相应章节的“${key}”补上“${target}: { ${outcome}: …… }”；还没办完的写“进行中”`,
      },
    },
    'unanswered-own': {
      en: ({ target }) => `“${target}” was set and due during the year, and has no result`,
      zh: ({ target }) => `“${target}”是当年下达、当年到期的目标，没有写完成情况`,
      help: {
        en: ({ target, key }) => `add “${target}” under “${key}”`,
        zh: ({ target, key }) => `在“${key}”补上“${target}”`,
      },
    },
    invented: {
      en: ({ target, year }) =>
        `“${target}” answers no target: neither the report of ${year} nor the summary of this one sets it`,
      zh: ({ target, yearZh }) => `完成情况“${target}”对不上任何目标：${yearZh}的稿子没有，本稿总结也没有`,
      help: {
        en: ({ key }) =>
          `take the name from last year’s plan; a task given during the year stands under “${key}” of its section`,
        zh: ({ key }) => `名称照上年计划写；年中新增的任务，在本节“${key}”写明`,
      },
    },
    unmentioned: {
      en: ({ target, year, level }) =>
        `the plan of the report of ${year} has “${target}”${level}, and this text says nothing of it`,
      zh: ({ target, yearZh, levelZh }) => `${yearZh}的报告计划“${target}”${levelZh}，这里没有提到`,
      help: {
        en: () => 'say what came of it; where it goes by another name now, nothing is amiss',
        zh: () => '写明完成情况；换了说法的，不必理会',
      },
    },
    short: {
      en: ({ target, year, asked, actual }) =>
        `the plan of the report of ${year} has “${target}” at ${asked}, and ${actual} does not reach it`,
      zh: ({ target, yearZh, asked, actual }) =>
        `${yearZh}的报告计划“${target}”为${asked}，这里是${actual}，没有达到`,
      help: {
        en: () => 'correct the figure, or say why less was reached and what is done about it',
        zh: () => '核对数字；确实没有达到的，写明原因和措施',
      },
    },
    renamed: {
      en: ({ target, year }) => `“${target}” is not a target in the report of ${year}`,
      zh: ({ target, yearZh }) => `${yearZh}的稿子没有目标“${target}”`,
      help: {
        en: ({ near }) => `“${near}” has no result yet: name it so`,
        zh: ({ near }) => `“${near}”还没有写完成情况，应是“${near}”`,
      },
    },
  },

  on: {
    *report(reading, { own, isDocument }) {
      const { report, names } = reading;
      const year = yearName((report.data.year ?? 0) - 1, report.calendar);
      const years = { year: year.en, yearZh: year.zh };
      if (isDocument) return yield* gapsOf(reading, years);
      const commitments = commitmentsOf(reading);
      const missing = commitments.filter(
        ({ id, result, set }) => result === undefined && set !== 'next' && !names.isLost(id),
      );
      const renamed = new Set<string>();
      let unasked = 0;
      for (const {
        commitment: { id },
        result,
        isAsked,
      } of resultsOf(reading)) {
        if (isAsked) continue;
        // of very many each may be any other
        const left =
          ++unasked > RENAMED
            ? []
            : missing.filter((each) => each.open && !renamed.has(each.id)).map((each) => each.id);
        const near = suggest(id, left);
        if (near !== undefined) renamed.add(near);
        const data = { target: id, ...years, near: near ?? '', key: own('targets') };
        yield {
          path: result.path,
          at: 'key',
          message: near === undefined ? 'invented' : 'renamed',
          data,
          ...(near && related(commitments, near, year)),
        };
      }
      for (const each of missing) {
        const { id, open } = each;
        const lack = open && renamed.has(id) ? undefined : lackOf(each, report);
        const data = { target: id, ...years, key: own('results'), outcome: own('outcome') };
        if (lack) yield { ...lack, data, ...(open && related(commitments, id, year)) };
      }
    },
  },

  examples: {
    en: {
      previous: planned.en`
        spending on buses: $2 million
        roof closed: { due: 2017-07 }
      `,
      good: answered.en`
        spending on buses: { outcome: met, actual: $2.1 million }
        roof closed: { outcome: met, date: 2017-06-28 }
      `,
      bad: answered.en`
        spending on busses: { outcome: met, actual: $2.1 million }
        new shelters: { outcome: met, actual: 3 }
      `,
      finds: ['8:14 unanswered', '10:9 renamed', '11:9 invented'],
    },
    zh: {
      previous: planned.zh`
        年度投资: 2亿元
        主体结构封顶: { 完成时限: 2017-07 }
      `,
      good: answered.zh`
        年度投资: { 结果: 完成, 完成值: 2.1亿元 }
        主体结构封顶: { 结果: 完成, 日期: 2017-06-28 }
      `,
      bad: answered.zh`
        年度总投资: { 结果: 完成, 完成值: 2.1亿元 }
        新增校车: { 结果: 完成, 完成值: 3辆 }
      `,
      finds: ['8:11 unanswered', '10:9 renamed', '11:9 invented'],
    },
  },
};

/** What a document, which has no results of its own, does not say of last year’s plan, or says to be less. */
function* gapsOf(
  reading: Reading,
  years: { readonly year: string; readonly yearZh: string },
): Generator<Finding> {
  for (const { commitment, short } of planGaps(reading)) {
    const { id, level, open } = commitment;
    const asked = level?.text ?? '';
    const target = open?.target;
    const note = { en: `planned in the report of ${years.year}`, zh: `${years.yearZh}报告里的计划` };
    const path: Path | undefined =
      target && (target.data.level === undefined ? target.path : [...target.path, 'level']);
    const common = {
      severity: short ? ('warning' as const) : ('info' as const),
      ...(path && { related: [{ path, note }] }),
    };
    const data = { target: id, ...years, asked };
    if (short)
      yield {
        path: short.path,
        span: short.span,
        message: 'short',
        data: { ...data, actual: short.figure.text },
        ...common,
      };
    else
      yield {
        path: wordsFor(target?.section, reading.report),
        message: 'unmentioned',
        data: { ...data, level: asked && ` (${asked})`, levelZh: asked && `（${asked}）` },
        ...common,
      };
  }
}

/** What is said of a target without a result: of last year’s plan always, of one set during the year once it is due. */
function lackOf({ open, target, due }: Commitment, report: Report): Omit<Finding, 'data'> | undefined {
  const { data, calendar, final } = report;
  if (open) return { path: placeFor((open.result ?? target)?.section, report), message: 'unanswered' };
  // what is not due yet is carried into next year
  if (!target || data.year === undefined || due.last > yearPeriod(data.year, calendar).last) return undefined;
  return { path: target.path, at: 'key', message: 'unanswered-own', severity: final ? 'error' : 'info' };
}

/** Where last year’s report says what is open. */
function related(
  commitments: readonly Commitment[],
  id: string,
  year: Words,
): { related?: { path: Path; at: 'key'; note: { en: string; zh: string } }[] } {
  const open = commitments.find((each) => each.id === id)?.open;
  const path = (open?.result ?? open?.target)?.path;
  return path
    ? {
        related: [
          { path, at: 'key', note: { en: `set in the report of ${year.en}`, zh: `${year.zh}稿子里的目标` } },
        ],
      }
    : {};
}

/** Where a result should stand: in the section of the same id or title, or of one above it; else in the summary. */
function placeFor(there: Section | undefined, { sections, parts, path }: Report): Path {
  const own = sections.filter(({ part }) => part.kind === 'summary');
  for (let at = there; at; at = at.parent) {
    const { id, title } = at.data;
    const here =
      own.find(({ data }) => id !== undefined && data.id === id) ??
      own.find(({ data }) => title !== undefined && data.title === title);
    if (here) return here.at;
  }
  return parts.find(({ kind }) => kind === 'summary')?.path ?? path;
}

/** The same in a text that has words there: of the summary as a whole its title, else its first section. */
function wordsFor(there: Section | undefined, report: Report): Path {
  const path = placeFor(there, report);
  const summary = report.parts.find((part) => part.path.join() === path.join());
  if (!summary) return path;
  return summary.data.title === undefined ? (summary.sections[0]?.at ?? path) : [...path, 'title'];
}
