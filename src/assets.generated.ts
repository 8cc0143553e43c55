// Generated from templates/ by `npm run generate`.
import type { Template } from './assets.ts';

export const templates: readonly Template[] = [
  {
    id: 'agency',
    keys: 'en',
    name: {
      en: 'Agency performance report and plan',
      zh: '机构绩效报告和计划（英文）',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['goals not met', 'not met', 'unmet', 'missed', 'shortfall'],
        severity: 'info',
      },
      {
        part: 'summary',
        section: ['data quality', 'verif', 'validat', 'reliab'],
        severity: 'info',
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
    ],
    ledger: 'public',
    rules: {
      'targets-dated': 'warning',
      'targets-led': 'warning',
    },
  },
  {
    id: 'branch',
    keys: 'zh',
    name: {
      en: 'Chinese party branch',
      zh: '党支部',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['学习教育', '理论学习', '政治建设', '思想建设'],
      },
      {
        part: 'summary',
        section: ['组织生活', '三会一课'],
      },
      {
        part: 'summary',
        section: ['党员队伍', '党员教育', '党员管理', '发展党员'],
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
    ],
    rules: {
      'targets-led': 'off',
    },
  },
  {
    id: 'bureau',
    keys: 'zh',
    name: {
      en: 'Chinese bureau or department',
      zh: '局、委、办',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'problems',
        severity: 'info',
      },
      {
        part: 'plan',
      },
    ],
    rules: {
      'years-named': 'info',
    },
  },
  {
    id: 'company',
    keys: 'zh',
    name: {
      en: 'Chinese company department',
      zh: '企业部门',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['指标完成情况', '指标', '经营', '业绩'],
      },
      {
        part: 'summary',
        section: ['重点工作', '主要工作'],
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
      {
        part: 'plan',
        section: ['目标', '指标'],
      },
    ],
    rules: {
      'targets-dated': 'warning',
      'targets-led': 'warning',
    },
  },
  {
    id: 'nonprofit',
    keys: 'en',
    name: {
      en: 'Nonprofit annual report and plan',
      zh: '公益组织年度报告和计划（英文）',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['purpose', 'mission', 'aims'],
      },
      {
        part: 'summary',
        section: ['services', 'programs', 'programmes', 'what we did', 'activities'],
      },
      {
        part: 'summary',
        section: ['finances', 'money', 'income'],
      },
      {
        part: 'summary',
        section: ['governance', 'board', 'trustees'],
        severity: 'info',
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
    ],
    rules: {
      'targets-led': 'off',
    },
  },
  {
    id: 'school',
    keys: 'zh',
    name: {
      en: 'Chinese school',
      zh: '学校',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['德育', '立德树人', '思想品德'],
        severity: 'info',
      },
      {
        part: 'summary',
        section: ['教学', '教育质量', '教研'],
      },
      {
        part: 'summary',
        section: ['师资', '教师队伍', '队伍建设'],
        severity: 'info',
      },
      {
        part: 'summary',
        section: ['安全'],
      },
      {
        part: 'summary',
        section: ['后勤', '总务', '保障'],
        severity: 'info',
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
    ],
    rules: {
      'targets-led': 'off',
    },
  },
  {
    id: 'team',
    keys: 'en',
    name: {
      en: 'Team review and plan',
      zh: '团队年度回顾和计划（英文）',
    },
    requires: [
      {
        part: 'summary',
      },
      {
        part: 'summary',
        section: ['goals', 'objectives', 'targets'],
      },
      {
        part: 'summary',
        section: ['delivery', 'delivered', 'shipped', 'projects', 'work done'],
        severity: 'info',
      },
      {
        part: 'problems',
      },
      {
        part: 'plan',
      },
      {
        part: 'plan',
        section: ['goals', 'objectives', 'targets'],
      },
    ],
    rules: {
      'targets-dated': 'off',
    },
  },
];
