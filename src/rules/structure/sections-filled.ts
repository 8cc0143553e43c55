import { partName, sectionLabel } from '../../model/labels.ts';
import type { Finding } from '../../diagnostic.ts';
import type { Section, Table } from '../../model/report.ts';
import { saysNothing } from '../../source/tree.ts';
import { en, zh, type Rule, type RuleContext } from '../rule.ts';

export const sectionsFilled: Rule = {
  id: 'sections-filled',
  draftOnly: ['part-empty', 'parts-none'],
  severity: 'unfinished',
  summary: { en: 'Leave no section empty.', zh: '章节不留空。' },
  why: {
    en: 'A section without a text, a table or sections below it prints as a bare heading, and so does a report without any part. In a draft it is merely still to be written; once the report is dated as published it is an error.',
    zh: '没有正文、表格和下级章节的章节，印出来只有一个标题；一个部分都没有的报告，也只有一个标题。草稿里只是还没写；写上发布日期后就是错误。',
  },
  messages: {
    'section-empty': {
      en: ({ section }) => `${section} has no text yet`,
      zh: ({ sectionZh }) => `${sectionZh}还没有内容`,
      gap: { en: () => 'text', zh: () => '正文' },
    },
    'table-empty': {
      en: ({ table }) => `the table “${table}” has no rows yet`,
      zh: ({ table }) => `表格“${table}”还没有行`,
      gap: { en: ({ table }) => `rows of “${table}”`, zh: ({ table }) => `表格“${table}”的行` },
    },
    'cells-empty': {
      en: ({ table }) => `no cell of the table “${table}” is filled in yet`,
      zh: ({ table }) => `表格“${table}”还没有填数`,
      gap: { en: ({ table }) => `cells of “${table}”`, zh: ({ table }) => `表格“${table}”的各格` },
    },
    'part-empty': {
      en: ({ part }) => `the part “${part}” is empty`,
      zh: ({ partZh }) => `“${partZh}”部分还没有内容`,
      gap: { en: () => 'sections', zh: () => '章节' },
    },
    'parts-none': {
      en: () => 'the report has no part yet',
      zh: () => '报告还没有任何部分',
      gap: { en: () => 'summary, problems, plan or annexes', zh: () => '总结、问题、计划或附件' },
      help: {
        en: () => 'write a summary, problems, a plan or annexes',
        zh: () => '写上总结、问题、计划或附件',
      },
    },
  },

  on: {
    *report({ report: { path, parts, sections, tables } }, context) {
      if (parts.length === 0) yield { path: [...path, 'title'], message: 'parts-none' };
      for (const table of tables) yield* inTable(table, context);
      for (const { kind, data, path } of parts)
        if (!hasText(data.intro) && (data.sections ?? []).length === 0)
          yield {
            path,
            at: 'key',
            message: 'part-empty',
            data: { part: partName(kind).en, partZh: partName(kind).zh },
          };
      for (const section of sections) {
        const { data, at, path } = section;
        const { en, zh } = sectionLabel(section);
        // a text that was begun and left blank is pointed at, else the title
        if (!isWritten(section))
          yield {
            path: data.body === undefined ? at : [...path, 'body'],
            message: 'section-empty',
            data: { section: en, sectionZh: zh },
          };
      }
    },
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Safety
              body: Inspections went on all year.
      `,
      bad: en`
        summary:
          sections:
            - title: Safety
      `,
      finds: ['7:14 section-empty'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 全年逐校排查两遍。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
      `,
      finds: ['7:11 section-empty'],
    },
  },
};

/** A table without rows, or with rows of which no cell says anything. */
function* inTable(
  { id, data, rows, path }: Table,
  { isWhole }: Pick<RuleContext, 'isWhole'>,
): Generator<Finding> {
  if (rows.length === 0 && data.file === undefined)
    yield {
      path: data.rows ? [...path, 'rows'] : path,
      at: 'key',
      message: 'table-empty',
      data: { table: id },
    };
  else if (
    rows.length > 0 &&
    rows.every(
      ([name, cells]) =>
        isWhole({ path: [...path, 'rows', name] }) && Array.isArray(cells) && cells.every(isUnfilled),
    )
  )
    yield { path, at: 'key', message: 'cells-empty', data: { table: id } };
}

/** Whether a section has anything below its heading. */
const isWritten = ({ data }: Section): boolean =>
  hasText(data.body) ||
  (data.sections ?? []).length > 0 ||
  Object.keys(data.tables ?? {}).length > 0 ||
  data.file !== undefined;

const hasText = (text: string | undefined): boolean =>
  // what most texts hold is found at once
  text !== undefined && (/[A-Za-z\d\u4e00-\u9fff]/.test(text) || /[\p{L}\p{N}]/u.test(text));

/** Whether a cell says nothing; `/` is how Chinese forms leave one empty. */
const isUnfilled = (cell: string | null): boolean =>
  cell === null || saysNothing(cell) || cell.trim() === '/';
