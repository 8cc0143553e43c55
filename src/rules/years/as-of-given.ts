import type { Reading } from '../../reading/reading.ts';
import type { Data } from '../../diagnostic.ts';
import { yearPeriod } from '../../dates/calendar.ts';
import { asOfWords } from '../../claims/dates/as-of-words.ts';
import type { Prose } from '../../reading/prose.ts';
import { isSame } from '../../reading/declared.ts';
import type { FigureStatement } from '../../reading/statements.ts';
import type { Report } from '../../model/report.ts';
import { en, zh, type Rule } from '../rule.ts';

/** A day or a month; one that a course begins at dates no figure. */
const dated =
  /(?:\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?|年[底末]|\d{4}-\d{1,2}(?:-\d{1,2})?)(?!\d|起|以来|开始|启动|以后|之后|后|至今)|(?<!\b(?:[Ss]ince|[Ff]rom|(?:began|started) (?:in|on)) (?:\d{1,2} )?)\b(?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d)|\bend of (?:the year|\d{4}|[A-Z][a-z]{2,8})\b|\byear[- ]end\b/;

export const asOfGiven: Rule = {
  id: 'as-of-given',
  severity: 'warning',
  figures: true,
  summary: { en: 'Give figures the date they were taken at.', zh: '数字写明截至哪一天。' },
  why: {
    en: 'A report is read for years; “to date” says nothing then, and two offices that count on different days seem to contradict each other. The date stands in the sentence, or at the metric whose figure it is.',
    zh: '报告要存档备查，“截至目前”过后无从查考；两个部门统计的日子不同，数字还会看似矛盾。日期写在句子里，或写在该数字的指标上。',
  },
  messages: {
    undated: {
      en: ({ words }) => `“${words}” gives its figures no date`,
      zh: ({ words }) => `“${words}”没有说明数字是哪一天的`,
      help: {
        en: ({ day, key }) =>
          `write the date, such as “as of ${day}”, or declare the figure as a metric with “${key}”`,
        zh: ({ dayZh, key }) => `写明日期，如“截至${dayZh}”；或把数字声明为指标，写上“${key}”`,
      },
    },
  },

  needs: [
    ...['截至', '截止', '目前', '现在为止', '迄今'],
    ...['to date', 'so far', 'thus far', 'at present', 'up to now', 'until now', 'as of'],
    'at the time of writing',
  ],

  on: {
    *statement({ prose, statement }, { own, reading }) {
      const [start, end] = statement.span;
      const words = prose.text.slice(start, end);
      const first = asOfWords(words);
      if (first === undefined || dated.test(words) || isDeclared(prose, statement, reading)) return;
      const at = start + first.index;
      // 目前 is the day of the report at the least, and only of what follows it
      const isVague = first.words === '目前';
      if (isVague && !statement.figures.some(({ span }) => span[0] > at)) return;
      const data = { words: first.words, ...lastDay(reading.report), key: own('as-of') };
      yield {
        ...prose.place([at, at + first.words.length]),
        message: 'undated',
        data,
        ...(isVague && { severity: 'info' as const }),
      };
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Inspections
              body: By 30 November 2017, 695 hazards had been removed. To date, 114 sites have been inspected.
              metrics:
                sites inspected: { value: 114, as-of: 2017-11-30 }
      `,
      bad: en`
        summary:
          sections:
            - title: Inspections
              body: To date, 695 hazards have been removed.
      `,
      finds: ['8:13 undated'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 安全
              正文: 截至2017年11月底，整改隐患695处。截至目前，检查学校114所。
              指标:
                检查学校: { 数值: 114所, 截至: 2017-11-30 }
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 安全
              正文: 截至目前，整改隐患695处。
      `,
      finds: ['8:11 undated'],
    },
  },
};

/** Whether a figure of a sentence is that of a metric, of its section or one above, that says its date. */
function isDeclared({ section }: Prose, { figures }: FigureStatement, reading: Reading): boolean {
  for (let at = section; at; at = at.parent)
    for (const { data } of at.metrics) {
      const { value, unit } = data;
      if (data['as-of'] === undefined || value === undefined) continue;
      const declared = reading.quantity(value, unit);
      if (declared && figures.some((figure) => isSame(declared, figure))) return true;
    }
  return false;
}

/** The last day of the year of a report, in words. */
function lastDay({ data: { year = 2017 }, calendar }: Report): Data {
  const { last } = yearPeriod(year, calendar);
  const [, month = '', day = ''] = last.split('-');
  const date = new Date(`${last}T00:00:00Z`);
  const name = date.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return {
    day: `${Number(day)} ${name} ${date.getUTCFullYear()}`,
    dayZh: `${date.getUTCFullYear()}年${Number(month)}月${Number(day)}日`,
  };
}
