import type { Language, Words } from '../diagnostic.ts';

/** What a rendering says of its own. */
export const renderWords = {
  draft: { en: 'DRAFT', zh: '草稿' },
  internal: { en: 'INTERNAL', zh: '内部资料' },
  contents: { en: 'Contents', zh: '目录' },
  skip: { en: 'Skip to the text', zh: '跳到正文' },
  notes: { en: 'Notes', zh: '注释' },
  unread: {
    en: 'Not everything could be read; what these places hold may be missing:',
    zh: '有内容没能读出，下列各处可能没有印出：',
  },
  table: { en: 'Table', zh: '表格' },
  annex: { en: 'Annex', zh: '附件' },
  target: { en: 'Target', zh: '目标' },
  result: { en: 'Outcome', zh: '完成情况' },
  scorecard: { en: 'Performance scorecard', zh: '目标完成情况表' },
  milestone: { en: 'Milestone', zh: '节点' },
  revision: { en: 'Revised', zh: '调整' },
  firm: { en: 'firm', zh: '必保' },
  stretch: { en: 'stretch', zh: '力争' },
} as const satisfies Readonly<Record<string, Words>>;

/** What stands in place of a section or table whose file could not be read. */
export const missingFile = (file: string, kind: 'section' | 'table', language: Language): string =>
  ({
    section: {
      en: `A section is missing here: “${file}” could not be read.`,
      zh: `此处缺一个章节：“${file}”没能读出。`,
    },
    table: {
      en: `A table is missing here: “${file}” could not be read.`,
      zh: `此处缺一张表：“${file}”没能读出。`,
    },
  })[kind][language];

/** What stands in place of a picture that cannot be shown. */
export const missingPicture = (alt: string, path: string, language: Language): string =>
  language === 'zh'
    ? `［缺图：${[alt, path].filter((text) => text !== '').join('，')}］`
    : `[Picture missing: ${[alt, path].filter((text) => text !== '').join(', ')}]`;

/** The unit of a whole table, as it stands behind the caption. */
export const tableUnit = (unit: string, language: Language): string =>
  language === 'zh' ? `（单位：${unit}）` : ` (unit: ${unit})`;
