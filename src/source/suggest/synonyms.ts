import { shapeOf, type Is, type Shape } from '../grammar.ts';
import { isEmpty, type TreeNode } from '../tree.ts';

/** Other words that people write for a key of the format, as reports, forms and other tools name the same thing. */
const synonyms: Readonly<Record<string, string>> = {
  schema: '版本 格式版本 version format',
  title: '题目 题名 名称 标题名称 章节名 章节名称 heading headline name header subject',
  organization:
    '单位 单位名称 机构 机构名称 部门 发文单位 报告单位 报送单位 填报单位 制作单位 org agency company institution authority',
  year: '年份 报告年度 报告年份 report-year reporting-year',
  dated: '日期 落款日期 成稿日期 写作日期 date',
  published: '发布 印发日期 公开日期 发布时间 publication-date publish-date date-published released',
  'document-number': '发文字号 发文号 编号 number reference',
  template: '模版 范本 样式 model layout',
  language: '语种 lang locale',
  terms: '名词 词汇 术语表 名词解释 简称 glossary abbreviations vocabulary',
  annexes: '附录 附表 appendix appendices attachments',
  summary: '工作总结 年度总结 回顾 工作回顾 review achievements',
  plan: '工作计划 年度计划 打算 工作打算 安排 next-steps outlook',
  problems: '存在问题 不足 困难 主要问题 issues challenges',
  intro: '导言 引言 前言 序言 开头 概述 introduction foreword preamble preface overview',
  sections: '小节 子章节 各章节 chapters subsections',
  body: '内容 文字 正文内容 文本 段落 描述 text content contents paragraph paragraphs description narrative',
  lead: '负责人 责任人 责任科室 责任单位 责任部门 负责科室 负责单位 负责部门 牵头科室 牵头单位 牵头部门 承办科室 主办科室 主办单位 owner responsible office department assignee lead-office',
  support: '协办 协助 配合科室 配合单位 配合部门 协办科室 协办单位 责任配合 partners contributors supporting',
  leader: '分管领导 责任领导 主管领导 领导 executive sponsor',
  metrics: '数据 数字 统计数据 指标数据 indicators figures kpis kpi measures numbers',
  tables: '表 附表 统计表 charts',
  targets: '任务 工作目标 目标任务 工作任务 goals objectives tasks',
  results: '完成结果 目标完成情况 交账 outcomes achievements',
  file: '路径 文件名 path filename',
  value: '值 数 数据 数字 数量 number amount figure quantity',
  unit: '单位 measure uom',
  previous: '去年 上年数 上年数据 去年值 去年数 上期 上年同期 last-year prior previous-year prior-year',
  history: '往年 历史 历史数据 past',
  formula: '公式 计算公式 计算 算法 计算式 calculation expression equation',
  'as-of': '截止 截止日期 截至日期 截止时间 统计时间 cutoff cut-off',
  source: '数据来源 出处 资料来源 origin',
  definition: '定义 统计口径 含义 meaning scope',
  method: '方法 计算方法 核算方式 统计方法 methodology',
  limits: '局限性 不足 limitations caveats',
  range: '值域 取值范围 bounds',
  name: '名 表名 指标名 指标名称 表格名称 label title caption',
  columns: '列名 表头 各列 headers header cols',
  rows: '各行 行数据 data',
  totals: '总计 小计 total',
  goal: '任务 事项 目标内容 任务内容 工作内容 具体内容 描述 description task text aim objective',
  level: '数值 指标值 目标数 目标数值 value target quantity amount',
  baseline: '基数值 基期 基准 基准值 base',
  due: '时限 期限 时间 日期 截止日期 截止时间 完成时间 完成日期 完成期限 办结时限 deadline due-date due-by date finish',
  milestones: '里程碑 时间节点 阶段 阶段目标 steps stages phases',
  origin: '来源 依据 任务依据 source basis',
  revised: '变更 调整情况 修订 changes changed revision',
  outcome: '状态 完成状态 办理结果 status state result',
  actual: '实际 实际值 实际数 实际完成 实际完成值 完成数 完成量 value achieved reached',
  date: '时间 完成日期 完成时间 办结日期 办结时间 when day',
  reason: '理由 未完成原因 原因分析 原因说明 why cause explanation',
  remedy: '整改措施 补救 补救措施 改进措施 下一步 下一步措施 action actions measures fix',
  progress: '进度 进展情况 完成进度 updates update',
  note: '备注 情况 内容 进展情况 remark remarks comment text',
  by: '批准人 批准单位 审批 approved-by approver',
  full: '全名 全 full-name name',
  avoid: '避免 禁用 不要用 forbidden',
};

const keysBySynonym = new Map<string, readonly string[]>();
for (const [key, words] of Object.entries(synonyms))
  for (const word of words.split(' ')) keysBySynonym.set(word, [...(keysBySynonym.get(word) ?? []), key]);

/**
 * The key that a word near in meaning stands for, among those that a mapping may still have: in English, undefined where
 * there is none, where there are several, or where what stands behind the word cannot stand behind the key.
 */
export function meantBy(
  written: string,
  value: TreeNode | undefined,
  { keys = {} }: Shape,
  isFree: (key: string) => boolean,
): string | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  const meant = (keysBySynonym.get(word) ?? []).filter(
    (key) =>
      Object.hasOwn(keys, key) &&
      isFree(key) &&
      (value === undefined || canHold(keys[key]?.is ?? ':', value)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** Whether a value is of the kind that a place wants: a text for a text, keys for keys. */
function canHold(is: Is, value: TreeNode): boolean {
  if (isEmpty(value)) return true;
  const shape = shapeOf(is);
  if (shape === undefined || shape.values) return value.kind === 'scalar';
  if (shape.items !== undefined) return value.kind === 'list';
  return value.kind === 'map' || (value.kind === 'scalar' && shape.shorthand !== undefined);
}
