/** What is said on the page of accuracy besides its figures. */
interface PageWords {
  readonly head: (of: { readonly seeded: number; readonly held: number }) => string;
  readonly languages: string;
  readonly real: (of: {
    readonly files: string;
    readonly characters: string;
    readonly raised: string;
    /** Characters for each finding that is wrong; empty where none is. */
    readonly each: string;
  }) => string;
  readonly foot: string;
}

const zh: PageWords = {
  head: ({ seeded, held }) => `# 准确度

\`report lint\` 像审稿人一样只凭页面上的字找错，不要求登记指标。本页说明每类错误找得到多少、误报多少，由测试算出（\`npm run update\`），数字变了而本页没变的，测试不通过。

## 数字怎么来的

- **种错**：程序按句式、单位、名词拼出句子，把其中一个数、一个日期或一个名称改错，每类每种语言${seeded}句。句式和用词不取自本工具的源码；种子固定，每次结果相同。
- **留出句**：规则写成之前手写的${held}段话，仿照真实报告的长句、表格和多个章节，错的和对的大致各半；只用来考核，不用来调规则。
- **找出**：在写错的地方，由该类的规则报告。报在别处、由别的规则报告的，不算。
- **不误报**：与错句对应的正确句子，任何规则都没有报错误或警告，该类的规则连提示也没有。
- **真实文本**：已发布的报告和文件，导入后按发布稿检查，纯文本另作一节正文检查；每条错误和警告由人判断：作者看了会改的为“对”，否则为“误报”。本仓库只存判断，不存原文。

100条里对的不到95条的规则，降为提示或收窄。

## 按类别
`,
  languages: '## 按语言',
  real: ({ files, characters, raised, each }) => `## 真实文本

${files}份文件，共${characters}字，报错误和警告${raised}条${each === '' ? '，没有误报' : `，平均每${each}字误报1条`}。`,
  foot: `## 与公开的结果比较

| 做法 | 对象 | 精确率 | 召回率 |
| --- | --- | --- | --- |
| 从句子中提取数量关系，用于交叉核对（Cao 等，[WWW 2018](https://doi.org/10.1145/3178876.3186166)） | 中文招股说明书 | 97.8% | 98.3% |
| statcheck：由检验统计量重算 p 值（Nuijten 等，2017） | 英文心理学论文 | 特异度96.0—100% | 灵敏度85.3—100% |

两项与本页的量法不同，只作参照：前者用人工标注的同类句子训练和测试；后者只看一种固定写法，它读不出的不计入，计入后灵敏度约52%（Schmidt，2017）。“找出”对应召回率（灵敏度），“不误报”对应特异度，“真实文本”一节里“对”的比例对应精确率。

## 不能说明什么

种错和留出句的错误是写出来的，真实稿件里各类错误的多少与此不同。没有报告不等于没有错：\`report lint\` 末行说明核对了多少个数字，其余的要由人来看。`,
};

const en: PageWords = {
  head: ({ seeded, held }) => `# Accuracy

\`report lint\` finds mistakes as a reviewer does, by reading the page alone; nothing has to be declared. This page says, for each kind of mistake, how many it finds and how often it speaks without cause. Tests compute it (\`npm run update\`), and fail where it is stale.

## What the figures mean

- **Seeded faults**: a program makes sentences from patterns, units and nouns, and gets one figure, date or name wrong: ${seeded} of each kind in each language that has it. Patterns and words are not taken from the program’s source. The seed is fixed, so every run gives the same.
- **Held-out passages**: ${held} passages written by hand before the rules, built like those of real reports, with long sentences, tables and several sections. About half of them are wrong. They only measure; no rule is tuned on them.
- **Found**: a rule for that kind speaks of the place that is wrong. A finding elsewhere, or by another rule, does not count.
- **Silent**: of the right sentence that belongs to a wrong one, no rule reports an error or a warning, and the rules for its kind say nothing at all.
- **Published texts**: reports and documents imported and checked as published, plain texts also as the one body of a draft. A reader judged every error and warning: right where the author would change the text, else wrong. The repository keeps the judgements, not the texts.

A rule that is right fewer than 95 times in 100 becomes an info or is narrowed.

## By kind
`,
  languages: '## By language',
  real: ({ files, characters, raised, each }) => `## Published texts

${files} documents with ${characters} characters raised ${raised} errors and warnings, ${each === '' ? 'none of them wrong' : `one wrong in ${each} characters`}.`,
  foot: `## Published results

| what | on | precision | recall |
| --- | --- | --- | --- |
| relations between figures, extracted from sentences for cross-checking (Cao et al., [WWW 2018](https://doi.org/10.1145/3178876.3186166)) | Chinese prospectuses | 97.8% | 98.3% |
| statcheck: p values computed again from test statistics (Nuijten et al., 2017) | psychology papers in English | specificity 96.0–100% | sensitivity 85.3–100% |

They measure otherwise and are given for orientation: the first was trained and tested on sentences of one kind, labelled by hand; the second reads one fixed notation and leaves out what it cannot read: with that, its sensitivity is about 52% (Schmidt, 2017). “Found” corresponds to recall (sensitivity), “silent” to specificity, and the share of right findings on published texts to precision.

## What this does not say

The faults were made; in real drafts kinds of mistakes come in other proportions. No finding does not mean no mistake: the last line of \`report lint\` says how many figures were checked. The rest needs a reader.`,
};

/** All words of the page in both languages. */
export const words = {
  page: { zh, en },
  kindHead: {
    zh: ['类别', '规则', '种错找出', '正确句不误报', '留出句找出', '留出句不误报'],
    en: ['kind', 'rules', 'seeded, found', 'sound twins, silent', 'held out, found', 'held out, silent'],
  },
  languageHead: {
    zh: ['语言', '种错找出', '正确句不误报', '留出句找出', '留出句不误报'],
    en: ['language', 'seeded, found', 'sound twins, silent', 'held out, found', 'held out, silent'],
  },
  ruleHead: {
    zh: ['规则', '报告', '对', '误报', '对的比例'],
    en: ['rule', 'raised', 'right', 'wrong', 'share right'],
  },
  languages: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  total: { zh: '合计', en: 'total' },
  share: { zh: '比例', en: 'share' },
};
