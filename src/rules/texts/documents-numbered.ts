import { documentNumbersOf, titlesWithTwoNumbers } from '../../claims/names/document-numbers.ts';
import { zh, type Rule } from '../rule.ts';

export const documentsNumbered: Rule = {
  id: 'documents-numbered',
  severity: 'warning',
  languages: ['zh'],
  summary: {
    en: 'Write numbers of official documents as 江教〔2019〕3号, and one document with one number.',
    zh: '发文字号写成“江教〔2019〕3号”，同一文件只有一个字号。',
  },
  why: {
    en: 'GB/T 9704-2012 (7.2.5): the year in full in hexagonal brackets, no 第 and no zero before the serial number. Readers look documents up by the number: with two for one document one of them leads nowhere. Courts, permits, decrees and announcements number in ways of their own, which are left alone.',
    zh: 'GB/T 9704—2012第7.2.5条：年份写全称，用六角括号“〔〕”括入，序号不加“第”、不编虚位。读者按字号查文件，一份文件写了两个字号，就有一个查不到。案号、许可证号、令和公告各有写法，不在此列。',
  },
  messages: {
    form: {
      en: ({ written, right }) => `“${written}” is not how a document is numbered: “${right}”`,
      zh: ({ written, right }) => `发文字号“${written}”应写作“${right}”`,
      help: {
        en: () => 'year of four digits in 〔〕, then the number without 第 and without zeros before it',
        zh: () => '年份四位，用“〔〕”；序号前不加“第”，不加0',
      },
    },
    'two-numbers': {
      en: ({ title, first, later }) => `“${title}” has the number ${later} here, and ${first} before`,
      zh: ({ title, first, later }) => `《${title}》此处写${later}，前文写${first}`,
      help: {
        en: () =>
          'look the number up in the document; if there are two documents, tell them apart by their titles',
        zh: () => '按文件原文核对字号；如是两份文件，标题里写出区别',
      },
    },
  },

  on: {
    *report(reading) {
      const all = documentNumbersOf(reading);
      for (const { path, form: span, text, office, written, right } of all)
        if (text.slice(...span).replaceAll(' ', '') !== right)
          yield {
            path,
            span,
            message: 'form',
            data: { written, right: office + right },
            fix: { path, span, insert: right, safe: true },
          };
      for (const { later, first } of titlesWithTwoNumbers(all))
        yield {
          path: later.path,
          span: later.span,
          message: 'two-numbers',
          data: { title: later.title ?? '', first: first.written, later: later.written },
          related: [
            {
              path: first.path,
              span: first.span,
              note: { en: 'the other number', zh: '另一个字号' },
            },
          ],
        };
    },
  },

  examples: {
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校车
              正文: 落实《校车安全管理办法》（江教〔2017〕3号）；（2017）粤0703民初3号案件已经审结。
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校车
              正文: 落实《校车安全管理办法》（江教[2017]第03号）。
            - 标题: 检查
              正文: 按《校车安全管理办法》（江教〔2017〕8号）检查12次。
      `,
      finds: ['8:26 form', '10:23 two-numbers'],
    },
  },
};
