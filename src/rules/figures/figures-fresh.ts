import type { Reading } from '../../reading/reading.ts';
import { yearData } from '../../dates/calendar.ts';
import { copiedPlaces } from '../../chain/copied-texts.ts';
import { valueOfYear } from '../../chain/previous-year.ts';
import { sectionLabel } from '../../model/labels.ts';
import type { Section } from '../../model/report.ts';
import { declaredIn, isSame } from '../../reading/declared.ts';
import { sectionPairs } from '../../chain/section-pairs.ts';
import type { Quantity } from '../../quantity/value/quantity.ts';
import { en, lastYear, zh, type Rule } from '../rule.ts';

/** With fewer figures, or a smaller share of them, chance is enough. */
const LEAST = 5;
const SAME = 0.8;

export const figuresFresh: Rule = {
  id: 'figures-fresh',
  severity: 'warning',
  compares: true,
  figures: true,
  summary: { en: 'Bring the figures of a section up to date.', zh: '各章节的数字要换成当年的。' },
  why: {
    en: 'New words around old figures are the mistake that nobody sees. A section of five figures or more, four fifths of which are those of the same section a year ago, is found; levels, values of earlier years, years, none and all do not count.',
    zh: '文字改了、数字没换，最不容易看出来。同一章节有五个以上数字，其中八成与上年一样的，会被查出；目标值、上年值、历年值、年份以及0和100%不计。',
  },
  messages: {
    same: {
      en: ({ same, all, figures, year }) =>
        `${same} of the ${all} figures in this section are the same as in ${year}: ${figures}`,
      zh: ({ same, all, figuresZh, yearZh }) => `本节${all}个数字有${same}个与${yearZh}相同：${figuresZh}`,
      help: {
        en: () => 'check each against its source, and write this year’s',
        zh: () => '逐个核对来源，换成当年的数字',
      },
    },
  },

  on: {
    *report(reading) {
      const { report, lastYear } = reading;
      if (lastYear === undefined) return;
      const last = lastYear.report;
      const [now, before] = [figuresBySection(reading), figuresBySection(lastYear)];
      const copied = copiedPlaces(reading);
      for (const [section, former] of sectionPairs(report, last)) {
        const [figures, old] = [now.get(section) ?? [], before.get(former) ?? []];
        if (figures.length < LEAST || copied.has(section)) continue;
        const same = alike(figures, old);
        if (same.length / figures.length < SAME) continue;
        const shown = same.slice(0, 6).map(({ text }) => text.trim());
        const data = {
          same: same.length,
          all: figures.length,
          figures: listed(shown, same, ', '),
          figuresZh: listed(shown, same, '、'),
        };
        const label = sectionLabel(former);
        yield {
          path: section.at,
          message: 'same',
          data: { ...data, ...yearData(last.data.year ?? 0, last.calendar) },
          related: [{ path: former.at, note: { en: `last year: ${label.en}`, zh: `上年：${label.zh}` } }],
        };
      }
    },
  },

  examples: {
    en: {
      previous: lastYear(en`
        summary:
          sections:
            - title: Apprentices
              body: 120 apprentices took part. They won 3 gold medals, 4 silver medals and 9 bronze medals at the national contest and 13 gold medals at that of the state.
      `),
      good: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Apprentices
              body: 126 apprentices took part. Medals came from the state (15 gold medals) and from the nation (3 gold medals, 6 silver medals and 4 bronze medals).
      `,
      bad: en`
        previous: 2016.report.yaml
        summary:
          sections:
            - title: Apprentices
              body: Our 126 young people came home from the national contest with 3 gold medals, 4 silver medals and 9 bronze medals; that of the state brought them 13 gold medals.
      `,
      finds: ['8:14 same'],
    },
    zh: {
      previous: lastYear(zh`
        总结:
          章节:
            - 标题: 技能竞赛
              正文: 组织选手120人参赛，获国赛一等奖3人、二等奖4人、三等奖9人，省赛一等奖13人。
      `),
      good: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 技能竞赛
              正文: 组织选手126人参赛，获国赛一等奖3人、二等奖6人、三等奖4人，省赛一等奖15人。
      `,
      bad: zh`
        上年: 2016.report.yaml
        总结:
          章节:
            - 标题: 技能竞赛
              正文: 坚持以赛促学，共有选手126人出征。国赛一等奖3人，二等奖4人，三等奖9人；省赛一等奖13人。
      `,
      finds: ['8:11 same'],
    },
  },
};

const listed = (shown: readonly string[], all: readonly unknown[], comma: string): string =>
  shown.join(comma) + (all.length > shown.length ? `${comma === '、' ? '' : comma}…` : '');

/** The figures of each section that are of its year: the values of its metrics, and what its text gives besides. */
function figuresBySection(reading: Reading): ReadonlyMap<Section, readonly Quantity[]> {
  const { report } = reading;
  const year = report.data.year ?? 0;
  // what a plan gives are levels, whether declared or not
  const found = new Map<Section, Quantity[]>(
    report.sections.filter(({ part }) => part.kind !== 'plan').map((section) => [section, []]),
  );
  for (const [section, figures] of found)
    for (const metric of section.metrics) {
      const value = valueOfYear(metric, year, reading)?.quantity;
      if (value && isOfTheYear(value)) figures.push(value);
    }
  for (const { section, path, figures } of reading.texts) {
    const own = section && found.get(section);
    if (section === undefined || own === undefined || path.at(-1) !== 'body') continue;
    const declared = declaredIn(section, reading);
    for (const figure of figures)
      if (isOfTheYear(figure) && !declared.some((each) => isSame(each, figure))) own.push(figure);
  }
  return found;
}

/** None and all are the same every year, and a word such as 数十 is no figure. */
const isOfTheYear = ({ kind, qualifier, family, number }: Quantity): boolean =>
  kind !== 'claim' && qualifier !== 'vague' && !number.equals(0) && !(family === '%' && number.equals(1));

/** The figures that another list has as well, each of its own there. */
function alike(figures: readonly Quantity[], others: readonly Quantity[]): readonly Quantity[] {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return figures.filter((figure) => {
    const left = counts.get(keyOf(figure)) ?? 0;
    counts.set(keyOf(figure), left - 1);
    return left > 0;
  });
}

const keyOf = ({ number, family, qualifier, kind, terms }: Quantity): string =>
  [number.toFraction(), family, qualifier, kind, ...terms.map((term) => term.toFraction())].join(' ');
