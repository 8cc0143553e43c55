import type { Language } from '../diagnostic.ts';

const english = `## Dates and years

A date is written as people write it: \`2025\`, \`2025-H1\`, \`2025-Q3\`, \`2025-09\`, \`2025-09-30\`, \`September 2025\`, \`Sept 30, 2025\`, \`30 September 2025\`, \`end of June 2025\`, \`by 30 June 2025\`, \`Q3 2025\`, \`2025/9/30\`; in Chinese \`2025年6月底前\`, \`2025年三季度\`, \`2025年6月上旬\`, \`2025.6.30\`. What is due in a month, quarter or year is due on its last day. What can mean two days (\`03/04/2025\`), no day for sure (\`mid-2025\`, \`before July 2025\`) or none at all (\`2025-02-30\`, \`Q5 2025\`) is an error that says what to write.

A target’s \`due\`, and that of its milestones, may leave the year out: \`June\` is the June of the year that it is planned for. Dates of what has happened need their year.

### Fiscal years

\`year-start\` is the month in which a year begins, \`year-named\` which of two calendar years gives it its number. Both may stand in \`report.config.yaml\` for all drafts instead.

<!-- try en -->

\`\`\`yaml 2024.report.yaml
schema: 1
title: "River Valley Water District: Annual Report for FY2024 and Plan for FY2025"
organization: River Valley Water District
year: 2024 # October 2023 to September 2024
year-start: 10
dated: October 31, 2024
summary:
  title: Summary of FY2024
  intro: In FY{{year}}, the district replaced 31 miles of main.
plan:
  sections:
    - title: Mains
      lead: Engineering
      body: The district will replace 40 miles of main, finish the East Pump Station and survey 500 miles for leaks.
      targets:
        mains replaced: { level: 40 miles, due: FY2025 } # 30 September 2025
        East Pump Station: { due: June } # 30 June 2025
        design finished: { due: December } # 31 December 2024
        leak survey: { level: 500 miles, due: 2025-Q2 } # Q2 FY2025: 31 March 2025
\`\`\`

\`\`\`console
$ report lint
no problems in 1 file
1 figure: it stands alone; not counted: 4 planned figures
\`\`\`

<!-- /try -->

Years, halves and quarters are those of the organization, whether \`FY2025\`, \`Q2 FY2025\` or \`2025-Q2\` is written; months and days are those of the calendar, and \`CY2025\` and \`Q2 CY2025\` too. \`FY2024/25\` names both calendar years. \`end of 2025\` may be either year’s end and is refused. \`FY2025\` without \`year-start\` is an error; where it is the calendar year, write \`year-start: 1\`. Due dates that are left out, lights, the pace in \`report status\`, what \`report new\` carries over and what is compared with last year follow. \`{{year}}\` prints the number: write \`FY{{year}}\`.

Last year’s draft, read under \`previous\`, counts its years as it says itself, and as this one does only where it says nothing. A draft without \`year-start\` takes none from last year’s: what it says would change with another file. Where last year’s years began in another month, an info asks for the line, \`year-start: 1\` if the year is the calendar year now.`;

const chinese = `## 日期和年度

日期照平常的写法：\`2019\`、\`2019年上半年\`、\`2019年三季度\`、\`2019-06\`、\`2019年6月底前\`、\`2019年6月上旬\`、\`2019年6月30日\`、\`2019.6.30\`、\`2019/6/30\`、\`二〇一九年六月三十日\`；英文如 \`June 2019\`、\`Sept 30, 2019\`。写到月、季、年的时限，到其最后一天为止。能作两种理解的（\`03/04/2019\`）、说不准的（\`2019年中\`、\`2019年7月前\`）和历法上没有的（\`2019-02-30\`、\`6月31日\`、\`2019-Q5\`）都是错误，消息里写明怎样改。

目标和节点的“完成时限”可以不写年份：计划里的 \`6月底\`、\`三季度\`、\`年底前\`、\`全年\` 都指计划年度的。已经发生的事，日期要写年份。

### 不从1月开始的年度

“年度起”写年度从几月算起，“年度命名”写用起年还是止年的数字称呼；各稿都一样的，可改写在 \`report.config.yaml\`（\`year-start\`、\`year-named\`）。

<!-- try zh -->

\`\`\`yaml 2023.report.yaml
格式: 1
标题: 青叶学园2023年度工作总结和2024年度工作计划
编制单位: 青叶学园
年度: 2023 # 2023年4月至2024年3月
年度起: 4
年度命名: 起年
成文日期: 2024年4月10日
总结:
  导语: 2023年度，全园新建教室5间。
计划:
  章节:
    - 标题: 校舍
      牵头: 总务处
      正文: 新建教室8间，体育馆2月竣工，三季度完成校园网改造。
      目标:
        新建教室: { 目标值: 8间, 完成时限: 全年 } # 2025年3月31日
        体育馆竣工: { 完成时限: 2月底前 } # 2025年2月28日
        校园网改造: { 完成时限: 三季度 } # 2024年10月至12月
\`\`\`

\`\`\`console
$ report lint
没有发现问题，共1个文件
1个数字：都只此一处；计划数2个、日期1个不计在内
\`\`\`

<!-- /try -->

年、半年、季度按本单位的年度算，\`2024-Q3\`、\`2024年三季度\`、\`2024年度第三季度\`、\`Q3 FY2024\` 都一样；月和日按日历算，\`CY2024\`、\`Q3 CY2024\` 也按日历。\`2024年底\` 可以是12月底，也可以是年度末，不能这样写；年度末写 \`2024年度末\`。没有写“年度起”的稿子不能写 \`FY2024\`；年度就是日历年的，写 \`年度起: 1\`。不写的完成时限、亮灯和进度、\`report new\` 的结转、与上年的核对都随之变动。\`{{年度}}\` 只印数字，写作 \`{{年度}}年度\`。

“上年”所写的稿子按它自己写的“年度起”读，它没有写的，才按本稿的算。本稿没有写“年度起”，不会从上年的稿子里取：一份稿子的意思不随另一个文件变。上年的年度不从1月算起、本稿又没有写的，提示补上；现在改为日历年的，写 \`年度起: 1\`。`;

/** How dates are written and years are counted, with an example that lints clean. */
export const datesSection = (language: Language): string => ({ en: english, zh: chinese })[language];
