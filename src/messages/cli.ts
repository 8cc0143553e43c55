import type { Language, Words } from '../diagnostic.ts';

/** Standard output could not take everything; what the system says of it. */
export const outputLost = (reason: string): Words => ({
  en: `standard output could not be written to its end (${reason}); what arrived is not whole`,
  zh: `标准输出没有写完（${reason}）；已输出的内容不完整`,
});

/** Files of findings that a run was asked for that prints none. */
export const lintUnwritten = (files: readonly string[]): Words => ({
  en: `--dry-run and --print-config print no findings: ${files.map((file) => `“${file}”`).join(', ')} ${files.length === 1 ? 'was' : 'were'} not written`,
  zh: `--dry-run 和 --print-config 不输出检查结果，没有写${files.map((file) => `“${file}”`).join('、')}`,
});

/** What the help says, by the thing it explains. */
export const help = {
  program: { en: 'Draft, check and publish annual work reports.', zh: '年度工作报告的起草、核对和发布。' },
  version: { en: 'print the version', zh: '显示版本号' },
  help: { en: 'show help', zh: '显示帮助' },
  language: { en: 'language of messages', zh: '消息所用的语言' },
  lint: {
    en: 'check drafts (every *.report.yaml in this folder and below if none is named)',
    zh: '检查稿子（不指定文件时，检查当前文件夹及其下的全部 *.report.yaml）',
  },
  lintFiles: {
    en: 'drafts, folders or globs; - for standard input',
    zh: '稿子、文件夹或通配符；标准输入写 -',
  },
  config: {
    en: 'take this configuration for every draft and look for no other; its paths count from its own folder',
    zh: '所有稿子都用这个配置文件，不再另找；其中的路径从它所在的文件夹算起',
  },
  stdinFilename: {
    en: 'path that the draft from standard input (-) has, from which its own paths count (default: stdin, in this folder)',
    zh: '标准输入（-）送来的稿子按哪个路径看待，稿中路径由此算起（默认为当前文件夹的 stdin）',
  },
  lintChangedSince: {
    en: 'check only drafts that differ, or read a file that does, since HEAD parted from this git branch, tag or commit',
    zh: '只检查改过的稿子，及所用文件改过的稿子；从 HEAD 与这个 git 分支、标签或提交的分叉点算起',
  },
  lintWatch: {
    en: 'stay and check again what a change concerns, until Ctrl-C (exit code 130)',
    zh: '检查后不退出，有改动时重新检查受影响的稿子；按 Ctrl-C 结束（退出码130）',
  },
  lintRule: {
    en: 'set the level of a rule: off, info, warning or error (repeatable)',
    zh: '设定一条规则的级别：off、info、warning、error（可重复）',
  },
  lintOnly: { en: 'run only this rule (repeatable)', zh: '只检查这条规则（可重复）' },
  lintSkip: { en: 'do not run this rule (repeatable)', zh: '不检查这条规则（可重复）' },
  lintKeys: {
    en: 'keys that drafts should use, Chinese or English; with --fix, drafts are converted',
    zh: '稿子应使用的键（中文或英文）；加 --fix 可整稿转换',
  },
  lintAlone: {
    en: 'a section file was checked by itself: references, its number in the draft and last year’s report were not checked',
    zh: '章节文件是单独检查的：没有核对引用和它在全稿中的序号，也没有与上年对账',
  },
  lintNoInline: { en: 'disregard comments that silence rules', zh: '不理会稿中“忽略”规则的注释' },
  lintMaxWarnings: {
    en: 'exit with 1 if there are more warnings than this',
    zh: '警告超过这个数时，退出码为1',
  },
  lintBaseline: {
    en: 'hold back the findings that this file knows; only what is new is shown and counts',
    zh: '这个文件（基线）收录的已知问题不再列出，只列出、只计算新的问题',
  },
  lintNoBaseline: {
    en: 'use no baseline, whatever the configuration says',
    zh: '不用基线，配置文件写了也不用',
  },
  lintUpdateBaseline: {
    en: 'write all that is found into the baseline (--baseline, the configuration’s, or report.baseline.json), and take out what is settled',
    zh: '把查出的问题全部收进基线（--baseline 或配置文件写明的，都没写则为 report.baseline.json），并删去已经改好的',
  },
  lintFailOn: {
    en: 'exit with 1 if entries of the baseline are settled and still in it (stale)',
    zh: '基线里还留着已经改好的条目时（stale），退出码为1',
  },
  lintToday: {
    en: 'check drafts without a date as of this day (default: today)',
    zh: '没写成文日期的稿子按哪一天检查（默认为今天）',
  },
  lintQuiet: { en: 'show errors only', zh: '只显示错误' },
  lintStatistics: {
    en: 'count what is found by rule, in place of the findings (with --format json, besides them)',
    zh: '只按规则列出个数，不逐条列出（--format json 时两样都有）',
  },
  lintPrintConfig: {
    en: 'print the path of the configuration and the level and options of each rule',
    zh: '显示配置文件的位置和每条规则的级别、选项',
  },
  lintTestRules: {
    en: 'run the examples of the rules that the plugins of the configuration bring, and read no draft',
    zh: '运行配置里各插件所带规则的示例，不检查稿子',
  },
  lintFix: { en: 'fix in the files what is safe to fix', zh: '把能稳妥改正的直接改在文件里' },
  lintFixUnsafe: {
    en: 'also make likely fixes, such as misspelt keys',
    zh: '把握不大的也一并改正，如写错的键名',
  },
  dryRun: { en: 'show the changes as a diff; write nothing', zh: '只显示会怎样改（diff），不写文件' },
  lintOut: {
    en: 'file for the format that names none; its ending sets the format (default: -, standard output)',
    zh: '没写文件的那种格式写到哪个文件，按扩展名定格式（默认为 -，即标准输出）',
  },
  lintForce: {
    en: 'overwrite an existing file, also one named by --format that holds something else than findings',
    zh: '文件已存在时覆盖；--format 写明的文件里不是检查结果的也覆盖',
  },
  lintNoCache: {
    en: 'check everything anew; without it, drafts that have not changed since the last run are not checked again (what was found is kept in the user’s cache folder, and may be deleted)',
    zh: '全部重新检查；不加时，上次检查后没有改动的稿子直接沿用结果（存放在用户缓存文件夹里，可随时删除）',
  },
  noIgnore: {
    en: 'also read files that “ignore” in the configuration leaves out',
    zh: '配置文件 ignore 写明的也照样读取',
  },
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
  renderFile: {
    en: 'drafts, folders or globs; 2017 means 2017.report.yaml, - standard input',
    zh: '稿子、文件夹或通配符；2017 即 2017.report.yaml，标准输入写 -',
  },
  renderOut: {
    en: 'file to write, whose ending sets the format; a folder for several formats or drafts (default: -, standard output)',
    zh: '写到哪个文件，按扩展名定格式；多种格式或多份稿子时写文件夹（默认为 -，即标准输出）',
  },
  renderDraft: {
    en: 'stamp it as a draft, and render it even if it has errors',
    zh: '盖“草稿”字样，有错误也输出',
  },
  renderInternal: {
    en: 'include what is not published: lead offices, targets, outcomes and the scorecard',
    zh: '连同不公开的内容一并输出：牵头科室、目标、完成情况及目标完成情况表',
  },
  renderForce: { en: 'overwrite existing files', zh: '文件已存在时覆盖' },
  figures: {
    en: 'list every figure for checking: value, change, level, formula, lead office, places in the text',
    zh: '列出全部数字的核对表：数值、增减、目标值、算式、牵头科室、正文位置',
  },
  status: {
    en: 'list open targets with light, progress, days left and lead office; or write a month’s bulletin',
    zh: '在办目标台账：红黄绿灯、进展、距时限天数、牵头科室；也可生成月度督查通报',
  },
  statusBy: { en: 'group targets by', zh: '按什么分组' },
  statusOn: { en: 'show the state of this day (default: today)', zh: '以哪一天为准（默认为今天）' },
  statusLead: { en: 'only targets that this office leads', zh: '只列由该科室（单位）牵头的' },
  statusDue: {
    en: 'only targets due by then: 2018-07-31, 2018-07 or 2018-Q3',
    zh: '只列完成时限不晚于此的：2018-07-31、2018-07、2018-Q3',
  },
  statusDays: { en: 'days before its due date at which a target turns yellow', zh: '提前多少天亮黄灯' },
  statusStale: {
    en: 'days without progress after which a target turns yellow; 0 for never',
    zh: '多少天没有报送进展即亮黄灯，0为不计',
  },
  statusFailOn: {
    en: 'exit with 1 if open targets are in one of these states: overdue, due-soon, milestone, behind, missed, stale, red, yellow (with commas)',
    zh: '有在办目标属于所写情形时，退出码为1：overdue（超期）、due-soon（临近时限）、milestone（节点逾期）、behind（进度落后）、missed（未完成、部分完成）、stale（没有报送进展）、red（红灯）、yellow（黄灯或红灯），可用逗号并列',
  },
  statusAll: { en: 'also show targets that are closed', zh: '已销号和不再在办的也列出' },
  statusBulletin: {
    en: 'write the bulletin of a month, such as 2018-07, in Markdown',
    zh: '生成某月的督查通报（Markdown），如 2018-07',
  },
  statusOut: {
    en: 'file to write, whose ending sets the format (default: -, standard output)',
    zh: '写到哪个文件，按扩展名定格式（默认为 -，即标准输出）',
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
  importNoFigures: { en: 'do not declare metrics and targets', zh: '不声明指标和目标' },
  explain: {
    en: 'explain a rule: what it asks, why, with a right and a wrong example',
    zh: '说明一条规则：要求什么、为什么，正误各举一例',
  },
  explainRule: { en: 'id of the rule; all are listed without it', zh: '规则的标识；不写则列出全部规则' },
} as const satisfies Readonly<Record<string, Words>>;

/** What `render` does, by what its formats are called: Markdown, HTML or plain text. */
export const renderHelp = ({ en, zh }: Words): Words => ({
  en: `write a report as ${en}`,
  zh: `把报告输出为${/^[A-Za-z]/.test(zh) ? ' ' : ''}${zh}`,
});

/** What `lint --format` takes, by whom its formats are for. */
export const lintFormatHelp = ({ en, zh }: Words): Words => ({
  en: `format, as often as wanted, with =<file> where it goes to a file: ${en}`,
  zh: `格式，可写多次，写到文件的加“=<文件>”：${zh}`,
});

/** What `render --to` takes. */
export const renderToHelp = (formats: readonly string[]): Words => ({
  en: `formats, separated by commas: ${formats.join(', ')}`,
  zh: `格式，多个用逗号隔开：${formats.join('、')}`,
});

/** A bug of ours, with what to send. */
export const bug: Words = {
  en: 'this is a bug in report, not in your draft; please report it with the lines below',
  zh: '这是 report 自身的缺陷，与稿子无关；请连同下面几行一并反馈',
};

/** How a line to the user begins. */
export const errorPrefix: Readonly<Record<Language, string>> = { en: 'report: ', zh: 'report：' };
