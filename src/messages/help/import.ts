import type { Words } from '../../diagnostic.ts';

/** What the help of `report import` says. */
export const helpOfImport = {
  import: {
    en: 'turn an existing report (Word, web page, Markdown or text) into a draft',
    zh: '把已有的报告（Word、网页、Markdown、文本）转成稿子',
  },
  importFiles: {
    en: '.docx, .html, .md or .txt files, or - for standard input',
    zh: '.docx、.html、.md、.txt 文件；标准输入写 -',
  },
  importYearStart: {
    en: 'month in which its years begin, 1 to 12, if not that of the configuration',
    zh: '年度从几月起算（1至12），与配置文件不同时写',
  },
  importYearNamed: {
    en: 'whether a year over two calendar years is named by the first or the second',
    zh: '跨年的年度按起始年还是截止年命名',
  },
  importOut: {
    en: 'file or folder to write (default: <year>.report.yaml)',
    zh: '写到哪个文件或文件夹（默认为 <年度>.report.yaml）',
  },
  importLanguage: { en: 'language of the text, detected if not given', zh: '正文的语言，不写则自动判断' },
  importKeys: {
    en: 'Chinese or English keys; if not given, those of the text’s language',
    zh: '稿子用中文键还是英文键，不写则随正文的语言',
  },
  importTemplate: {
    en: 'kind of report: an id (see report new --list) or a template’s file',
    zh: '报告的种类：模板的 id（见 report new --list）或模板文件',
  },
  importInto: {
    en: 'make it a section file of this draft (with --section)',
    zh: '写成这份稿子的章节文件（与 --section 同用）',
  },
  importSection: { en: 'id of that section', zh: '该章节的标识' },
  importKeepAll: { en: 'also keep navigation, source lines and the like', zh: '页面导航、来源行等也保留' },
  importLeftOut: {
    en: 'write the whole list of what was left out to this file',
    zh: '把未收入正文的全部内容写到这个文件',
  },
  importNoFigures: { en: 'do not declare metrics and targets', zh: '不声明指标和目标' },
} as const satisfies Readonly<Record<string, Words>>;
