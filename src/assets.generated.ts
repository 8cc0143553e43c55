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
    rules: {
      'targets-dated': 'warning',
      'targets-led': 'warning',
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
    rules: {},
  },
];
