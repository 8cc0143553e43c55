import { yearData } from '../../dates/calendar.ts';
import type { Report } from '../../model/report.ts';
import { copiedTexts, type CopiedText } from '../../chain/copied-texts.ts';
import { partName, sectionLabel } from '../../model/labels.ts';
import type { Finding, Words } from '../../diagnostic.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

export const textFresh: Rule = {
  id: 'text-fresh',
  severity: 'warning',
  compares: true,
  summary: { en: 'Write the text of a section anew each year.', zh: '正文要写当年的事，不照抄上年。' },
  why: {
    en: 'A section that repeats last year’s words says nothing of this year, and with them come last year’s dates and figures. A text of which nine tenths stood in last year’s report is found, by characters as printed, a few new figures in it or not; texts of less than some 40 Han characters or 20 words are left alone.',
    zh: '照抄上年的文字，等于没有写当年的工作，上年的日期、数字也会跟着留下来。按印出的文字逐字比较，九成以上与上年报告相同的算照抄，只换几个数字也算；不足40字左右的短文不查。',
  },
  messages: {
    copied: {
      en: ({ share, place, year }) =>
        `${share}% of this text is taken over from the report on ${year} (${place})`,
      zh: ({ share, placeZh, yearZh }) => `这段文字有${share}%与${yearZh}报告（${placeZh}）相同`,
      help: {
        en: ({ year }) =>
          `write what was done this year, not in ${year}; where it has to stay, silence the rule with a comment that gives the reason`,
        zh: ({ yearZh }) => `改写为当年的情况，不沿用${yearZh}的文字；确需保留的，用“忽略”注释写明原因`,
      },
    },
  },

  on: {
    *report(reading) {
      const last = reading.lastYear?.report;
      if (last) for (const copied of copiedTexts(reading)) yield findingOf(copied, last);
    },
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors visited every depot, checked brakes, tyres and doors, and gave each manager a list of what to mend. In the first week of term all drivers practised how to clear a bus. Over the year they found 612 hazards.
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Road safety
              body: Forty buses received alarm buttons, and wardens now stand at the busiest crossings. Together with the police the office searched all routes for worn signs before and after the winter, which brought 695 hazards to light.
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Road safety
              body: Inspectors visited every depot, checked brakes, tyres and doors, and gave each manager a list of what to mend. In the first week of term all drivers practised how to clear a bus. Over the year they found 695 hazards.
      `,
      finds: ['9:13 copied'],
    },
    zh: {
      previous: lastYear(zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 逐校排查消防、食品、校车隐患，列出台账，限期整改；开学第一周组织疏散演练，全市中小学师生都参加。全年发现隐患612处。
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 校园安全
              正文: 新装一键报警装置40套，校门口设护学岗；联合公安、城管清理校园周边摊点，寒暑假前后各查一遍，发现隐患695处。
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 校园安全
              正文: 逐校排查消防、食品、校车隐患，列出台账，限期整改；开学第一周组织疏散演练，全市中小学师生都参加。全年发现隐患695处。
      `,
      finds: ['9:11 copied'],
    },
  },
};

function findingOf({ prose, former, share }: CopiedText, { data: { year = 0 }, calendar }: Report): Finding {
  const place: Words = former.section
    ? sectionLabel(former.section)
    : partName(former.part?.kind ?? 'summary');
  return {
    path: prose.path,
    message: 'copied',
    data: { share: Math.floor(share * 100), place: place.en, placeZh: place.zh, ...yearData(year, calendar) },
    related: [{ path: former.path, note: { en: 'last year’s text', zh: '上年的文字' } }],
  };
}
