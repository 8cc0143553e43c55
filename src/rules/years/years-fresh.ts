import type { Reading } from '../../reading/reading.ts';
import type { Finding } from '../../diagnostic.ts';
import { copiedPlaces } from '../../chain/copied-texts.ts';
import { formerOf } from '../../chain/previous-year.ts';
import { yearData, type Calendar } from '../../dates/calendar.ts';
import { periodOf } from '../../dates/dates.ts';
import { yearView } from '../../dates/fiscal-text.ts';
import { datesOf, leftDates } from '../../chain/left-dates.ts';
import {
  leftAtOpening,
  leftBesideWords,
  leftInPart,
  leftInSection,
  leftInTitle,
  leftYear,
  type LeftYear,
} from '../../chain/left-years.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Metric, Report, Section } from '../../model/report.ts';
import { en, zh, type Rule } from '../rule.ts';

export const yearsFresh: Rule = {
  id: 'years-fresh',
  severity: 'warning',
  compares: true,
  summary: { en: 'Leave no date of last year’s report behind.', zh: '不留上年报告的年份和日期。' },
  why: {
    en: 'A year that was not changed gives away that the text was copied. Titles and headings, the opening of the summary, years beside “this year” and “last year”, and dates that stood in last year’s report in the same words are held against the year of the draft. Comparisons, beginnings of periods, names and numbers of documents and ranges of years are let alone.',
    zh: '年份没改，一看就是照抄。标题、总结开头、“今年”“去年”旁边的年份，以及与上年报告文字相同的日期，都与本稿年度核对。作比较的（比2017年增加）、说起始的（自2017年起）、文件名和文号、起止年份不算。',
  },
  messages: {
    title: {
      en: ({ found, right }) => `the title says ${found}, but should say ${right}`,
      zh: ({ found, right }) => `标题中的${found}年应为${right}年`,
      help: {
        en: ({ right }) => `write ${right}, or check the year of the draft`,
        zh: ({ right }) => `改为${right}年，或核对本稿年度`,
      },
    },
    opening: {
      en: ({ found, right }) => `the summary of ${right} opens with ${found}`,
      zh: ({ found, right }) => `总结${right}年，开头却写“${found}年”`,
      help: {
        en: ({ right }) => `write ${right}, and check what follows`,
        zh: ({ right }) => `改为${right}年，并核对后面的内容`,
      },
    },
    words: {
      en: ({ found, right }) =>
        `“${found}” does not fit words such as “this year” beside it: the report is on ${right}`,
      zh: ({ found, right }) => `“${found}年”与“今年”“去年”等说法对不上，本稿总结的是${right}年`,
      help: { en: () => 'correct the year or the words', zh: () => '改正年份，或改正“今年”“去年”等说法' },
    },
    date: {
      en: ({ found, year }) => `“${found}” and the words around it are the same as in the report on ${year}`,
      zh: ({ found, yearZh }) => `“${found}”连同前后文字与${yearZh}报告相同`,
      help: {
        en: () => 'write the date of this year, or say that it was the year before',
        zh: () => '改为当年的日期；说的是上年的事，要交代清楚',
      },
    },
    'as-of': {
      en: ({ name, found }) => `${name} has a new value, but still last year’s date: ${found}`,
      zh: ({ name, found }) => `${name}的数值是新的，截至日期仍是上年的${found}`,
      help: { en: () => 'write the day that the new value was taken on', zh: () => '写明新数截至哪一天' },
    },
    dated: {
      en: ({ found }) => `the report has the same date as last year’s: ${found}`,
      zh: ({ found }) => `日期${found}与上年报告相同`,
      help: { en: () => 'write the date of this report', zh: () => '改为本报告的日期' },
    },
  },

  on: {
    *report(reading) {
      const { report } = reading;
      const { year } = report.data;
      if (year === undefined) return;
      const last = reading.lastYear?.report;
      const copied = last ? copiedPlaces(reading) : new Set();
      const prose = reading.texts.filter(({ section, part }) => !copied.has(section ?? part));
      yield* inTitles(
        prose,
        year,
        report.calendar,
        new Set(
          last?.sections.flatMap(({ part, data: { title } }) => (part.kind === 'plan' ? [] : (title ?? []))),
        ),
      );
      const texts = prose.filter(({ path }) => path.at(-1) === 'body' || path.at(-1) === 'intro');
      yield* inTexts(texts, year, report.calendar, reading.lastYear && datesIn(reading.lastYear));
      if (last) yield* inFields(report, last);
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          title: Summary of 2017
          intro: In 2017 five depots were opened, two more than in 2016.
        plan:
          title: Plan for 2018
          intro: The work follows the transport plan for 2016–2020.
      `,
      bad: en`
        summary:
          title: Summary of 2016
          intro: In 2016 five depots were opened.
        plan:
          title: Plan for 2017
          intro: This year (2016) laid the ground.
      `,
      finds: ['6:21 title', '9:19 title', '10:21 words'],
    },
    zh: {
      good: zh`
        总结:
          标题: 2017年工作总结
          导语: 2017年，全市新建学校5所，比2016年多2所。
        计划:
          标题: 2018年工作计划
          导语: 落实《教育事业发展规划（2016—2020年）》。
      `,
      bad: zh`
        总结:
          标题: 2016年工作总结
          导语: 2016年，全市新建学校5所。
        计划:
          标题: 2017年工作计划
          导语: 今年（2016年）打下的基础要巩固好。
      `,
      finds: ['6:7 title', '7:7 opening', '9:7 title', '10:10 words'],
    },
  },
};

const findingOf = ({ place }: Prose, message: string, { span, text, right }: LeftYear): Finding => ({
  ...place(span),
  message,
  data: { found: text, right },
});

/** Titles of the report, its parts and its sections, `known` those of last year’s sections; of what a reference prints nothing is said. */
function* inTitles(
  prose: readonly Prose[],
  year: number,
  calendar: Calendar,
  known: ReadonlySet<string>,
): Generator<Finding> {
  for (const each of prose) {
    const { path, section, part } = each;
    if (path.at(-1) !== 'title') continue;
    const { text, back } = yearView(each.text, calendar, true);
    const found = section
      ? inSectionTitle(text, section, year, known)
      : part
        ? leftInPart(text, part.kind, year)
        : leftInTitle(text, year);
    if (found && each.isTyped(back(found.span)))
      yield findingOf(each, 'title', { ...found, span: back(found.span) });
  }
}

/** What speaks of a whole year’s work, and a title that last year’s report had word for word, its year in it. */
const inSectionTitle = (
  title: string,
  { part: { kind } }: Section,
  year: number,
  known: ReadonlySet<string>,
): LeftYear | undefined =>
  leftInSection(title, kind, year) ??
  (kind !== 'plan' && known.has(title) ? leftYear(title, year - 1) : undefined);

/** The dates of what last year’s report said of its year, titles and plans left out. */
const datesIn = (last: Reading): ReadonlySet<string> => datesOf(reviewed(last.texts).map(({ text }) => text));

const reviewed = (prose: readonly Prose[]): readonly Prose[] =>
  prose.filter(
    ({ path, part }) =>
      (path.at(-1) === 'body' || path.at(-1) === 'intro') &&
      (part?.kind === 'summary' || part?.kind === 'problems'),
  );

function* inTexts(
  texts: readonly Prose[],
  year: number,
  calendar: Calendar,
  known: ReadonlySet<string> | undefined,
): Generator<Finding> {
  const first = texts.find(({ part, text }) => part?.kind === 'summary' && text.trim() !== '');
  const toReview = new Set(reviewed(texts));
  for (const each of texts) {
    const { text: shown, back } = yearView(each.text, calendar, false);
    const opening = each === first ? leftAtOpening(shown, year) : undefined;
    const beside = leftBesideWords(shown, year);
    if (opening) yield findingOf(each, 'opening', { ...opening, span: back(opening.span) });
    for (const found of beside) yield findingOf(each, 'words', { ...found, span: back(found.span) });
    if (opening || beside.length > 0 || known === undefined || !toReview.has(each)) continue;
    const [date, ...others] = leftDates(each.text, year - 1, calendar, known);
    if (date === undefined) continue;
    const related = others.map(({ span, text }) => ({
      ...each.place(span),
      note: { en: `and “${text}”`, zh: `还有“${text}”` },
    }));
    yield {
      ...each.place(date.span),
      message: 'date',
      data: { found: date.text, ...yearData(year - 1, calendar) },
      related,
    };
  }
}

/** Days that are given beside the text: of the report itself, and of values that are new. */
function* inFields(report: Report, last: Report): Generator<Finding> {
  const key = (['dated', 'published'] as const).find(
    (each) => report.data[each] !== undefined && report.data[each] === last.data[each],
  );
  if (key) yield { path: [...report.path, key], message: 'dated', data: { found: report.data[key] ?? '' } };
  const former = formerOf<Metric>(last.metrics);
  for (const metric of report.metrics) {
    const { value, name, 'as-of': day } = metric.data;
    const old = former(metric)?.data;
    // the same value may be the latest that there is
    if (
      day === undefined ||
      value === undefined ||
      !isSameDay([old?.['as-of'], last.calendar], [day, report.calendar]) ||
      old?.value === value
    )
      continue;
    yield {
      path: [...metric.path, 'as-of'],
      message: 'as-of',
      data: { name: name ?? metric.id, found: day },
    };
  }
}

/** Whether two dates, however they are written and whatever calendar their drafts count by, are one. */
function isSameDay(...dates: readonly (readonly [date: string | undefined, calendar: Calendar])[]): boolean {
  const [a, b] = dates.map(([date, calendar]) => periodOf(date ?? '', calendar));
  return a !== undefined && a.first === b?.first && a.last === b.last;
}
