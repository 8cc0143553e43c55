import type { Words } from '../../diagnostic.ts';

/** What the help of `report status` says. */
export const helpOfStatus = {
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
} as const satisfies Readonly<Record<string, Words>>;
