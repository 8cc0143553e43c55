import { dedent, heads, lastYear } from './rule.ts';

type Tag = (strings: TemplateStringsArray) => string;

/** A tag for drafts of examples that are alike but for what stands at the end of a frame, which it indents. */
const within =
  (language: keyof typeof heads, frame: string, depth: number): Tag =>
  (strings) =>
    heads[language] +
    dedent(`\n${frame}`) +
    dedent(strings.raw.join('')).replaceAll(/^(?=.)/gm, ' '.repeat(depth));

/** Targets that the plan of last year’s draft sets for one section. */
export const planned = {
  en: ((strings) =>
    lastYear(
      within('en', 'plan:\n  sections:\n    - title: New depot\n      targets:\n', 8)(strings),
    )) satisfies Tag,
  zh: ((strings) =>
    lastYear(within('zh', '计划:\n  章节:\n    - 标题: 学校建设\n      目标:\n', 8)(strings))) satisfies Tag,
} as const;

/** Results by which the section answers them. */
export const answered = {
  en: within(
    'en',
    'previous: 2016.report.yaml\nsummary:\n  sections:\n    - title: New depot\n      results:\n',
    8,
  ),
  zh: within('zh', '上年: 2016.report.yaml\n总结:\n  章节:\n    - 标题: 学校建设\n      完成情况:\n', 8),
} as const;

/** Columns and rows of a section’s only table. */
export const tabled = {
  en: within(
    'en',
    'summary:\n  sections:\n    - title: Staff\n      body: The table shows who was trained.\n      tables:\n        staff trained:\n',
    10,
  ),
  zh: within(
    'zh',
    '总结:\n  章节:\n    - 标题: 名师\n      正文: 各级名师人数见表。\n      表格:\n        各级名师:\n',
    10,
  ),
} as const;
