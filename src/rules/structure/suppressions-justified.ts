import { en, zh, type Rule } from '../rule.ts';

/** Yields nothing by itself: only the engine knows what was silenced, and says it with these messages. */
export const suppressionsJustified: Rule = {
  id: 'suppressions-justified',
  draftOnly: true,
  severity: 'warning',
  summary: {
    en: 'Silence a rule only by name, with a reason, where it finds something.',
    zh: '忽略规则要写明规则和原因，并且确有所指。',
  },
  why: {
    en: 'A comment “# report-ignore <rule> -- <reason>” above or behind a key silences the rule for what stands under it. Readers of the draft need the reason; one that silences nothing any more hides what comes next.',
    zh: '在键的上一行或同一行写“# 忽略 <规则> -- <原因>”，对其下的内容不再报这条规则。看稿的人要知道原因；已经无所指的忽略，会掩盖以后的错误。',
  },
  messages: {
    unnamed: {
      en: () => 'this comment silences no rule: it names none',
      zh: () => '没有写明忽略哪条规则',
      help: {
        en: () => 'write # report-ignore <rule> -- <reason>',
        zh: () => '写成 # 忽略 <规则> -- <原因>',
      },
    },
    unknown: {
      en: ({ rule, near }) =>
        `there is no rule “${rule}”${near === '' ? '' : `; “${near}” was probably meant`}`,
      zh: ({ rule, near }) => `没有规则“${rule}”${near === '' ? '' : `，应是“${near}”`}`,
      help: { en: () => '`report explain` lists the rules', zh: () => 'report explain 列出全部规则' },
    },
    unreasoned: {
      en: ({ rule }) => `“${rule}” is not silenced: the reason is missing`,
      zh: ({ rule }) => `没有写原因，“${rule}”仍然照报`,
      help: { en: () => 'add “-- <reason>”', zh: () => '在后面补上“-- <原因>”' },
    },
    unused: {
      en: ({ rule }) => `“${rule}” finds nothing here any more`,
      zh: ({ rule }) => `这里已经没有“${rule}”可忽略`,
      help: { en: () => 'remove the comment', zh: () => '删去这条注释' },
    },
    firm: { en: ({ rule }) => `“${rule}” cannot be silenced`, zh: ({ rule }) => `“${rule}”不能忽略` },
  },

  on: {},

  examples: {
    en: {
      good: en`
        plan:
          sections:
            - title: New depot
              lead: Works Office
              body: The agency will spend $2 million.
              targets:
                # report-ignore targets-dated -- the council has yet to set the date
                spending: $2 million
      `,
      bad: en`
        plan:
          sections:
            - title: New depot
              lead: Works Office
              body: The agency will spend $2 million.
              targets:
                # report-ignore targets-dated
                spending: $2 million # report-ignore targets-led -- the section says it
      `,
      finds: ['11:9 unreasoned', '12:30 unused'],
    },
    zh: {
      good: zh`
        计划:
          章节:
            - 标题: 学校建设
              牵头: 基建科
              正文: 完成年度投资2亿元。
              目标:
                # 忽略 targets-dated -- 时限待市政府批复
                年度投资: 2亿元
      `,
      bad: zh`
        计划:
          章节:
            - 标题: 学校建设
              牵头: 基建科
              正文: 完成年度投资2亿元。
              目标:
                # 忽略 targets-dated
                年度投资: 2亿元 # 忽略 targets-led -- 已写在章节上
      `,
      finds: ['11:9 unreasoned', '12:19 unused'],
    },
  },
};
