import type { Message } from '../diagnostic.ts';

/** What is said of a configuration besides its form. */
export const configMessages: Readonly<Record<string, Message>> = {
  'rule-unknown': {
    en: ({ rule, near }) => `there is no rule “${rule}”${near === '' ? '' : `; “${near}” was probably meant`}`,
    zh: ({ rule, near }) => `没有规则“${rule}”${near === '' ? '' : `，应是“${near}”`}`,
    help: { en: () => '`report explain` lists the rules', zh: () => 'report explain 列出全部规则' },
  },
  'rule-firm': { en: ({ rule }) => `“${rule}” cannot be switched`, zh: ({ rule }) => `“${rule}”的级别不能更改` },
  'level-unknown': {
    en: ({ level, near }) => `“${level}” is no level${near === '' ? '' : `; “${near}” was probably meant`}`,
    zh: ({ level, near }) => `没有级别“${level}”${near === '' ? '' : `，应是“${near}”`}`,
    help: { en: () => 'write off, info, warning or error', zh: () => '可写 off、info、warning、error' },
  },
};
