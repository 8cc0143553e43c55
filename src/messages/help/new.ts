import type { Words } from '../../diagnostic.ts';

/** What the help of `report new` says. */
export const helpOfNew = {
  new: {
    en: 'make a draft, from a template or from last year’s draft',
    zh: '生成草稿；有上年稿子的，由它结转',
  },
  newYear: { en: 'the year the report is on, such as 2018', zh: '所总结的年份，如 2018' },
  newTemplate: {
    en: 'kind of report: an id (see --list) or a template’s file',
    zh: '报告的种类：模板的 id（见 --list）或模板文件',
  },
  newFrom: {
    en: 'draft of last year to carry over from (default: the one beside the new draft)',
    zh: '由哪份上年稿子结转（默认为新稿所在文件夹里的上年稿子）',
  },
  newNoFrom: { en: 'start afresh, even if there is a draft of last year', zh: '有上年稿子也不结转' },
  newLanguage: { en: 'language of the draft', zh: '稿子所用的语言' },
  newAnswers: {
    en: 'YAML file with the answers: year, template, organization, title, from, language',
    zh: '用 YAML 文件作答：年度、模板、编制单位、标题、上年、语言',
  },
  newOrganization: { en: 'full name of the organization that issues the report', zh: '编制单位全称' },
  newTitle: { en: 'title of the report', zh: '报告标题' },
  newOut: {
    en: 'file to write (default: <year>.report.yaml)',
    zh: '写到哪个文件（默认为 <年度>.report.yaml）',
  },
  newForce: { en: 'overwrite an existing file', zh: '文件已存在时覆盖' },
  newYes: { en: 'take all defaults and ask nothing', zh: '一律取默认值，不提问' },
  newList: { en: 'list the templates', zh: '只列出模板' },
} as const satisfies Readonly<Record<string, Words>>;
