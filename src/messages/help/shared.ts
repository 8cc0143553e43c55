import type { Words } from '../../diagnostic.ts';

/** What the help says of the program, of options that several commands take, and of commands with few of their own. */
export const helpOfShared = {
  program: { en: 'Draft, check and publish annual work reports.', zh: '年度工作报告的起草、核对和发布。' },
  version: { en: 'print the version', zh: '显示版本号' },
  help: { en: 'show help', zh: '显示帮助' },
  language: { en: 'language of messages', zh: '消息所用的语言' },
  config: {
    en: 'take this configuration for every draft and look for no other; its paths count from its own folder',
    zh: '所有稿子都用这个配置文件，不再另找；其中的路径从它所在的文件夹算起',
  },
  stdinFilename: {
    en: 'path that the draft from standard input (-) has, from which its own paths count (default: stdin, in this folder)',
    zh: '标准输入（-）送来的稿子按哪个路径看待，稿中路径由此算起（默认为当前文件夹的 stdin）',
  },
  dryRun: { en: 'show the changes as a diff; write nothing', zh: '只显示会怎样改（diff），不写文件' },
  noIgnore: {
    en: 'also read files that “ignore” in the configuration leaves out',
    zh: '配置文件 ignore 写明的也照样读取',
  },
  figures: {
    en: 'list every figure for checking: value, change, level, formula, lead office, places in the text',
    zh: '列出全部数字的核对表：数值、增减、目标值、算式、牵头科室、正文位置',
  },
  diff: {
    en: 'show what changed between two drafts: metrics, targets and sections',
    zh: '比较两份稿子：指标、目标、章节有什么变化',
  },
  diffBefore: {
    en: 'the earlier draft; 2017 means 2017.report.yaml, - standard input',
    zh: '原来的稿子；2017 即 2017.report.yaml，标准输入写 -',
  },
  diffAfter: { en: 'the later draft', zh: '后来的稿子' },
  split: {
    en: 'move each office’s sections into files of their own, or take them back',
    zh: '把各科室的章节分成单独的文件，或并回稿子',
  },
  splitDraft: { en: 'the draft; 2018 means 2018.report.yaml', zh: '稿子；2018 即 2018.report.yaml' },
  splitJoin: { en: 'take the section files back into the draft', zh: '把章节文件并回稿子' },
  explain: {
    en: 'explain a rule: what it asks, why, with a right and a wrong example',
    zh: '说明一条规则：要求什么、为什么，正误各举一例',
  },
  explainRule: { en: 'id of the rule; all are listed without it', zh: '规则的标识；不写则列出全部规则' },
} as const satisfies Readonly<Record<string, Words>>;
