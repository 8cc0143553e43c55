import type { Words } from '../../diagnostic.ts';

/** What the help of `report lint` says. */
export const helpOfLint = {
  lint: {
    en: 'check drafts (every *.report.yaml in this folder and below if none is named)',
    zh: '检查稿子（不指定文件时，检查当前文件夹及其下的全部 *.report.yaml）',
  },
  lintFiles: {
    en: 'drafts, folders or globs; - for standard input',
    zh: '稿子、文件夹或通配符；标准输入写 -',
  },
  lintFilesAsIs: {
    en: 'drafts, folders or globs; - for standard input; a Word file (.docx), page or text that is named is checked as it is',
    zh: '稿子、文件夹或通配符，标准输入写 -；写明的 Word 文件（.docx）、网页、文本直接检查',
  },
  lintChangedSince: {
    en: 'check only drafts that differ, or read a file that does, since HEAD parted from this git branch, tag or commit',
    zh: '只检查改过的稿子，及所用文件改过的稿子；从 HEAD 与这个 git 分支、标签或提交的分叉点算起',
  },
  lintPrevious: {
    en: 'last year’s report, a Word file or the like or a draft, against which a document is held that is checked as it is',
    zh: '直接检查 Word 等文件时，与上年的报告核对；可以是 Word 等文件，也可以是稿子',
  },
  lintAnnotate: {
    en: 'also write a copy of the Word file that is checked, or the Word file of a draft, with each finding as a comment on its characters and each safe fix as a tracked change',
    zh: '另存一份所检查的 Word 文件，或把稿子输出成 Word 文件，每条发现写成批注，批在所指的字上，稳妥的改法写成修订',
  },
  lintDate: {
    en: 'the date of the comments and changes of --annotate; without it they bear none',
    zh: '--annotate 所写批注和修订的日期；不写则不带日期',
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
  lintMinCoverage: {
    en: 'exit with 1 if less than this share of a draft’s figures is cross-checked, such as 80%',
    zh: '稿子中有核对的数字不到这个比例（如80%）时，退出码为1',
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
} as const satisfies Readonly<Record<string, Words>>;
