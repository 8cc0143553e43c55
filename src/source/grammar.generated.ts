// Generated from schemas/report.schema.json by `npm run generate`.
import type { Grammar } from './grammar.ts';

export const grammar: Grammar = {
  part: {
    keys: {
      title: {
        zh: '标题',
        is: ':text',
      },
      intro: {
        zh: '导语',
        is: ':text',
      },
      numbering: {
        zh: '编号',
        is: 'numbering',
      },
      sections: {
        zh: '章节',
        is: 'part.sections',
      },
    },
  },
  'part.sections': {
    items: 'section',
  },
  numbering: {
    keys: {
      parts: {
        zh: '各部分',
        is: 'numbering.parts',
      },
      levels: {
        zh: '层级',
        is: 'numbering.levels',
      },
      restart: {
        zh: '重新起编',
        is: ':boolean',
        means: [
          'Whether the level below the top of a part starts again in each section; false lets it run on.',
          '第二级编号是否每章重新起编；写“否”则全部分连续编号。',
        ],
      },
      'run-in': {
        zh: '接排',
        is: ':boolean',
        means: [
          'Whether a title from the second level down begins the paragraph of its text; left out, that is so in Chinese and not in English.',
          '第二级及以下的标题是否与正文接排；不写即接排，写“否”则标题独占一行。',
        ],
      },
    },
  },
  'numbering.parts': {
    values: {
      separate: '分列',
      numbered: '编号',
      'run-on': '连排',
    },
    means: {
      separate: ['each part under its own title, numbering starts again', '各部分各有标题，编号各自从一开始'],
      numbered: [
        'the parts themselves are 1, 2, 3 and their sections the level below',
        '各部分本身编为一、二、三，其下从（一）开始',
      ],
      'run-on': [
        'no part titles; sections run on from one part into the next',
        '不设部分标题，章节从总结到计划连续编号',
      ],
    },
  },
  'numbering.levels': {
    items: ':word',
  },
  section: {
    keys: {
      id: {
        zh: '标识',
        is: ':name',
      },
      title: {
        zh: '标题',
        is: ':text',
      },
      body: {
        zh: '正文',
        is: ':text',
      },
      number: {
        zh: '序号',
        is: ':word',
      },
      levels: {
        zh: '层级',
        is: 'section.levels',
      },
      numbered: {
        zh: '是否编号',
        is: ':boolean',
        means: [
          'Whether the section takes a number; false leaves it out of the count.',
          '是否编号；写“否”则不占序号。',
        ],
      },
      lead: {
        zh: '牵头',
        is: ':word',
      },
      support: {
        zh: '配合',
        is: 'section.support',
      },
      metrics: {
        zh: '指标',
        is: 'section.metrics',
      },
      tables: {
        zh: '表格',
        is: 'section.tables',
      },
      targets: {
        zh: '目标',
        is: 'section.targets',
      },
      results: {
        zh: '完成情况',
        is: 'section.results',
      },
      sections: {
        zh: '章节',
        is: 'section.sections',
      },
      file: {
        zh: '文件',
        is: ':path',
      },
    },
  },
  'section.levels': {
    items: ':word',
  },
  'section.support': {
    items: ':word',
  },
  'section.metrics': {
    entries: 'metric',
  },
  'section.tables': {
    entries: 'table',
  },
  'section.targets': {
    entries: 'target',
  },
  'section.results': {
    entries: 'result',
  },
  'section.sections': {
    items: 'section',
  },
  metric: {
    keys: {
      value: {
        zh: '数值',
        is: ':quantity',
      },
      unit: {
        zh: '计量单位',
        is: ':word',
      },
      name: {
        zh: '名称',
        is: ':word',
      },
      previous: {
        zh: '上年值',
        is: ':quantity',
      },
      history: {
        zh: '历年',
        is: 'metric.history',
      },
      formula: {
        zh: '算式',
        is: ':formula',
      },
      'as-of': {
        zh: '截至',
        is: ':date',
      },
      source: {
        zh: '来源',
        is: ':word',
      },
      definition: {
        zh: '口径',
        is: ':text',
      },
      method: {
        zh: '核算方法',
        is: ':text',
      },
      limits: {
        zh: '局限',
        is: ':text',
      },
      direction: {
        zh: '方向',
        is: 'metric.direction',
      },
      range: {
        zh: '范围',
        is: ':quantity',
      },
      restated: {
        zh: '调整说明',
        is: ':text',
      },
      was: {
        zh: '原名',
        is: ':word',
      },
    },
    shorthand: 'value',
  },
  'metric.history': {
    entries: ':quantity',
  },
  'metric.direction': {
    values: {
      higher: '越高越好',
      lower: '越低越好',
    },
    means: {
      higher: ['more is better', '数值越大越好'],
      lower: ['less is better', '数值越小越好'],
    },
  },
  table: {
    keys: {
      name: {
        zh: '名称',
        is: ':text',
      },
      unit: {
        zh: '计量单位',
        is: ':word',
      },
      stub: {
        zh: '行名',
        is: ':text',
      },
      columns: {
        zh: '列',
        is: 'table.columns',
      },
      rows: {
        zh: '行',
        is: 'table.rows',
      },
      totals: {
        zh: '合计',
        is: 'table.totals',
      },
      file: {
        zh: '文件',
        is: ':path',
      },
    },
  },
  'table.columns': {
    items: ':word',
  },
  'table.rows': {
    entries: 'table.rows.*',
  },
  'table.rows.*': {
    items: ':cell',
  },
  'table.totals': {
    values: {
      rows: '行',
      columns: '列',
      both: '行列',
    },
    means: {
      rows: ['the last cell of each row is its total', '每行最后一格是该行合计'],
      columns: ['the last row holds the totals of the columns', '最后一行是各列合计'],
      both: ['both', '行列都有合计'],
    },
  },
  target: {
    keys: {
      goal: {
        zh: '内容',
        is: ':text',
      },
      level: {
        zh: '目标值',
        is: ':quantity',
      },
      metric: {
        zh: '指标',
        is: ':name',
      },
      baseline: {
        zh: '基数',
        is: ':quantity',
      },
      due: {
        zh: '完成时限',
        is: ':date',
      },
      firm: {
        zh: '是否必保',
        is: ':boolean',
        means: [
          'Whether the target is promised; false means it is aimed for.',
          '是否确保完成；写“否”即力争。',
        ],
      },
      milestones: {
        zh: '节点',
        is: 'target.milestones',
      },
      lead: {
        zh: '牵头',
        is: ':word',
      },
      support: {
        zh: '配合',
        is: 'target.support',
      },
      leader: {
        zh: '牵头领导',
        is: ':word',
      },
      origin: {
        zh: '任务来源',
        is: ':word',
      },
      revised: {
        zh: '调整',
        is: 'target.revised',
      },
      was: {
        zh: '原名',
        is: ':word',
      },
    },
    shorthand: 'level',
  },
  'target.milestones': {
    items: 'milestone',
  },
  'target.support': {
    items: ':word',
  },
  'target.revised': {
    items: 'revision',
  },
  milestone: {
    keys: {
      due: {
        zh: '完成时限',
        is: ':date',
      },
      goal: {
        zh: '内容',
        is: ':text',
      },
    },
  },
  revision: {
    keys: {
      level: {
        zh: '目标值',
        is: ':quantity',
      },
      due: {
        zh: '完成时限',
        is: ':date',
      },
      date: {
        zh: '日期',
        is: ':date',
      },
      by: {
        zh: '批准',
        is: ':word',
      },
      reason: {
        zh: '原因',
        is: ':text',
      },
    },
  },
  result: {
    keys: {
      outcome: {
        zh: '结果',
        is: 'result.outcome',
      },
      level: {
        zh: '目标值',
        is: ':quantity',
      },
      due: {
        zh: '完成时限',
        is: ':date',
      },
      lead: {
        zh: '牵头',
        is: ':word',
      },
      revised: {
        zh: '调整',
        is: 'result.revised',
      },
      actual: {
        zh: '完成值',
        is: ':quantity',
      },
      date: {
        zh: '日期',
        is: ':date',
      },
      reason: {
        zh: '原因',
        is: ':text',
      },
      remedy: {
        zh: '措施',
        is: ':text',
      },
      progress: {
        zh: '进展',
        is: 'result.progress',
      },
      light: {
        zh: '亮灯',
        is: 'light',
      },
    },
    shorthand: 'outcome',
    required: ['outcome'],
  },
  'result.outcome': {
    values: {
      met: '完成',
      late: '逾期完成',
      partly: '部分完成',
      missed: '未完成',
      dropped: '取消',
      pending: '进行中',
      'no-data': '无数据',
    },
    means: {
      met: ['reached in time', '按时达到要求'],
      late: ['reached, but after the due date', '达到要求，但过了时限'],
      partly: ['reached in part only', '只达到一部分'],
      missed: ['not reached', '没有达到要求'],
      dropped: ['given up', '不再推进'],
      pending: ['not due yet, still under way', '没到时限，还在推进'],
      'no-data': ['no figure to tell by', '没有数据可以判断'],
    },
  },
  'result.revised': {
    items: 'revision',
  },
  'result.progress': {
    items: 'progress',
  },
  progress: {
    keys: {
      date: {
        zh: '日期',
        is: ':date',
      },
      value: {
        zh: '数值',
        is: ':quantity',
      },
      note: {
        zh: '说明',
        is: ':text',
      },
    },
  },
  light: {
    keys: {
      color: {
        zh: '颜色',
        is: 'light.color',
      },
      reason: {
        zh: '原因',
        is: ':text',
      },
      date: {
        zh: '日期',
        is: ':date',
      },
    },
    required: ['color', 'reason', 'date'],
  },
  'light.color': {
    values: {
      red: '红',
      yellow: '黄',
      green: '绿',
    },
    means: {
      red: ['late or failing, to be pressed', '已经延误，要督办'],
      yellow: ['at risk, to be watched', '有风险，要预警'],
      green: ['on course', '进展正常'],
    },
  },
  term: {
    keys: {
      full: {
        zh: '全称',
        is: ':word',
      },
      avoid: {
        zh: '不用',
        is: 'term.avoid',
      },
    },
    shorthand: 'full',
  },
  'term.avoid': {
    items: ':word',
  },
  report: {
    keys: {
      schema: {
        zh: '格式',
        is: ':integer',
      },
      title: {
        zh: '标题',
        is: ':text',
      },
      organization: {
        zh: '编制单位',
        is: ':word',
      },
      year: {
        zh: '年度',
        is: ':integer',
      },
      'year-start': {
        zh: '年度起',
        is: ':integer',
      },
      'year-named': {
        zh: '年度命名',
        is: 'report.year-named',
      },
      language: {
        zh: '语言',
        is: ':word',
      },
      dated: {
        zh: '成文日期',
        is: ':date',
      },
      published: {
        zh: '发布日期',
        is: ':date',
      },
      'document-number': {
        zh: '文号',
        is: ':word',
      },
      template: {
        zh: '模板',
        is: ':word',
      },
      previous: {
        zh: '上年',
        is: ':path',
      },
      terms: {
        zh: '术语',
        is: 'report.terms',
      },
      numbering: {
        zh: '编号',
        is: 'numbering',
      },
      summary: {
        zh: '总结',
        is: 'part',
      },
      problems: {
        zh: '问题',
        is: 'part',
      },
      plan: {
        zh: '计划',
        is: 'part',
      },
      annexes: {
        zh: '附件',
        is: 'report.annexes',
      },
    },
    required: ['schema', 'title', 'organization', 'year'],
  },
  'report.year-named': {
    values: {
      end: '止年',
      start: '起年',
    },
    means: {
      end: [
        'the year in which it ends: October 2024 to September 2025 is FY2025',
        '用结束的那一年：2024年10月至2025年9月是2025年度',
      ],
      start: [
        'the year in which it begins: April 2024 to March 2025 is FY2024',
        '用开始的那一年：2024年4月至2025年3月是2024年度',
      ],
    },
  },
  'report.terms': {
    entries: 'term',
  },
  'report.annexes': {
    items: 'part',
  },
};

/** The same for report.config.yaml, templates and baselines, which have keys in English only. */
export const configGrammar: Grammar = {
  levels: {
    entries: 'levels.*',
  },
  'levels.*.*': {
    entries: 'levels.*.*.*',
  },
  'levels.*.*.*': {
    items: ':string',
  },
  'levels.*': {
    items: 'levels.*.*',
  },
  override: {
    keys: {
      files: {
        zh: 'files',
        is: 'override.files',
      },
      rules: {
        zh: 'rules',
        is: 'levels',
      },
    },
    required: ['files', 'rules'],
  },
  'override.files': {
    items: ':string',
  },
  term: {
    keys: {
      full: {
        zh: 'full',
        is: ':string',
      },
      avoid: {
        zh: 'avoid',
        is: 'term.avoid',
      },
    },
    shorthand: 'full',
  },
  'term.avoid': {
    items: ':string',
  },
  config: {
    keys: {
      extends: {
        zh: 'extends',
        is: 'config.extends',
      },
      files: {
        zh: 'files',
        is: 'config.files',
      },
      ignore: {
        zh: 'ignore',
        is: 'config.ignore',
      },
      language: {
        zh: 'language',
        is: 'config.language',
      },
      templates: {
        zh: 'templates',
        is: ':string',
      },
      baseline: {
        zh: 'baseline',
        is: ':string',
      },
      approximation: {
        zh: 'approximation',
        is: ':string',
      },
      'min-coverage': {
        zh: 'min-coverage',
        is: ':string',
      },
      'year-start': {
        zh: 'year-start',
        is: ':integer',
      },
      'year-named': {
        zh: 'year-named',
        is: 'config.year-named',
      },
      plugins: {
        zh: 'plugins',
        is: 'config.plugins',
      },
      rules: {
        zh: 'rules',
        is: 'levels',
      },
      overrides: {
        zh: 'overrides',
        is: 'config.overrides',
      },
      terms: {
        zh: 'terms',
        is: 'config.terms',
      },
    },
  },
  'config.extends.*': {
    values: {
      recommended: 'recommended',
      official: 'official',
      strict: 'strict',
    },
    means: {
      recommended: ['', ''],
      official: ['', ''],
      strict: ['', ''],
    },
  },
  'config.extends': {
    items: 'config.extends.*',
  },
  'config.files': {
    items: ':string',
  },
  'config.ignore': {
    items: ':string',
  },
  'config.language': {
    values: {
      zh: 'zh',
      en: 'en',
    },
    means: {
      zh: ['', ''],
      en: ['', ''],
    },
  },
  'config.year-named': {
    values: {
      end: 'end',
      start: 'start',
    },
    means: {
      end: ['', ''],
      start: ['', ''],
    },
  },
  'config.plugins': {
    items: ':string',
  },
  'config.overrides': {
    items: 'override',
  },
  'config.terms': {
    entries: 'term',
  },
  words: {
    keys: {
      en: {
        zh: 'en',
        is: ':string',
      },
      zh: {
        zh: 'zh',
        is: ':string',
      },
    },
    shorthand: 'zh',
  },
  requirement: {
    keys: {
      part: {
        zh: 'part',
        is: 'requirement.part',
      },
      section: {
        zh: 'section',
        is: 'requirement.section',
      },
      severity: {
        zh: 'severity',
        is: 'requirement.severity',
      },
    },
    required: ['part'],
  },
  'requirement.part': {
    values: {
      summary: 'summary',
      problems: 'problems',
      plan: 'plan',
      annexes: 'annexes',
    },
    means: {
      summary: ['', ''],
      problems: ['', ''],
      plan: ['', ''],
      annexes: ['', ''],
    },
  },
  'requirement.section': {
    items: ':string',
  },
  'requirement.severity': {
    values: {
      info: 'info',
      warning: 'warning',
      error: 'error',
    },
    means: {
      info: ['', ''],
      warning: ['', ''],
      error: ['', ''],
    },
  },
  template: {
    keys: {
      id: {
        zh: 'id',
        is: ':string',
      },
      keys: {
        zh: 'keys',
        is: 'template.keys',
      },
      name: {
        zh: 'name',
        is: 'words',
      },
      requires: {
        zh: 'requires',
        is: 'template.requires',
      },
      rules: {
        zh: 'rules',
        is: 'template.rules',
      },
      ledger: {
        zh: 'ledger',
        is: 'template.ledger',
      },
      draft: {
        zh: 'draft',
        is: ':string',
      },
    },
    required: ['id', 'keys', 'draft'],
  },
  'template.keys': {
    values: {
      zh: 'zh',
      en: 'en',
    },
    means: {
      zh: ['', ''],
      en: ['', ''],
    },
  },
  'template.requires': {
    items: 'requirement',
  },
  'template.rules': {
    entries: ':string',
  },
  'template.ledger': {
    values: {
      internal: 'internal',
      public: 'public',
    },
    means: {
      internal: ['printed with --internal only 只在 --internal 时输出', ''],
      public: ['published 公开', ''],
    },
  },
  baseline: {
    keys: {
      $schema: {
        zh: '$schema',
        is: ':string',
      },
      version: {
        zh: 'version',
        is: ':integer',
      },
      reports: {
        zh: 'reports',
        is: 'baseline.reports',
      },
    },
    required: ['version', 'reports'],
  },
  'baseline.reports.*': {
    keys: {
      organization: {
        zh: 'organization',
        is: ':string',
      },
      year: {
        zh: 'year',
        is: ':integer',
      },
      drafts: {
        zh: 'drafts',
        is: 'baseline.reports.*.drafts',
      },
      findings: {
        zh: 'findings',
        is: 'baseline.reports.*.findings',
      },
    },
    required: ['organization', 'year', 'findings'],
  },
  'baseline.reports.*.drafts': {
    items: ':string',
  },
  'baseline.reports.*.findings.*': {
    keys: {
      rule: {
        zh: 'rule',
        is: ':string',
      },
      code: {
        zh: 'code',
        is: ':string',
      },
      severity: {
        zh: 'severity',
        is: 'baseline.reports.*.findings.*.severity',
      },
      section: {
        zh: 'section',
        is: ':string',
      },
      place: {
        zh: 'place',
        is: ':string',
      },
      names: {
        zh: 'names',
        is: 'baseline.reports.*.findings.*.names',
      },
      text: {
        zh: 'text',
        is: ':string',
      },
      within: {
        zh: 'within',
        is: ':string',
      },
      items: {
        zh: 'items',
        is: 'baseline.reports.*.findings.*.items',
      },
      count: {
        zh: 'count',
        is: ':integer',
      },
    },
    required: ['rule', 'code', 'severity'],
  },
  'baseline.reports.*.findings.*.severity': {
    values: {
      error: 'error',
      warning: 'warning',
      info: 'info',
    },
    means: {
      error: ['', ''],
      warning: ['', ''],
      info: ['', ''],
    },
  },
  'baseline.reports.*.findings.*.names': {
    items: ':string',
  },
  'baseline.reports.*.findings.*.items': {
    items: ':string',
  },
  'baseline.reports.*.findings': {
    items: 'baseline.reports.*.findings.*',
  },
  'baseline.reports': {
    items: 'baseline.reports.*',
  },
};

export const referenceWords: Record<string, string> = {
  previous: '上年值',
  change: '增减',
  growth: '增幅',
  level: '目标值',
  year: '年度',
  'next-year': '下年',
  section: '章节',
  sum: '求和',
};
