import type { Message } from '../diagnostic.ts';

/** What is said of a configuration besides its form. */
export const configMessages: Readonly<Record<string, Message>> = {
  'rule-unknown': {
    en: ({ rule, near }) =>
      `there is no rule “${rule}”${near === '' ? '' : `; “${near}” was probably meant`}`,
    zh: ({ rule, near }) => `没有规则“${rule}”${near === '' ? '' : `，应是“${near}”`}`,
    help: { en: () => '`report explain` lists the rules', zh: () => 'report explain 列出全部规则' },
  },
  'rule-unplugged': {
    en: ({ rule }) => `there is no rule “${rule}”, because the configuration names no plugin that has it`,
    zh: ({ rule }) => `没有规则“${rule}”：配置没有写明带有它的插件`,
    help: {
      en: () => 'name the file of the plugin under “plugins”',
      zh: () => '在 plugins 里写上插件的文件',
    },
  },
  'rule-firm': {
    en: ({ rule }) => `“${rule}” cannot be switched`,
    zh: ({ rule }) => `“${rule}”的级别不能更改`,
  },
  'level-unknown': {
    en: ({ level, near }) =>
      `“${level}” is not a level${near === '' ? '' : `; “${near}” was probably meant`}`,
    zh: ({ level, near }) => `没有级别“${level}”${near === '' ? '' : `，应是“${near}”`}`,
    help: {
      en: () => 'write off, info, warning, error or unfinished',
      zh: () => '可写 off、info、warning、error、unfinished',
    },
  },
  'entry-wrong': {
    en: ({ rule }) => `“${rule}” should be a level, or a list of a level and options`,
    zh: ({ rule }) => `“${rule}”应写级别，或由级别和选项组成的列表`,
    help: { en: () => 'write [warning, { option: value }]', zh: () => '写成 [warning, { 选项: 值 }]' },
  },
  'option-unknown': {
    en: ({ rule, name, near, known }) =>
      known === ''
        ? `“${rule}” has no options`
        : `“${rule}” has no option “${name}”${near === '' ? '' : `; “${near}” was probably meant`}`,
    zh: ({ rule, name, near, known }) =>
      known === ''
        ? `“${rule}”没有选项`
        : `“${rule}”没有选项“${name}”${near === '' ? '' : `，应是“${near}”`}`,
    help: {
      en: ({ rule, known }) =>
        known === ''
          ? 'write only its level'
          : `known here: ${String(known).replaceAll('\n', ', ')}; \`report explain ${rule}\` says what they do`,
      zh: ({ rule, known }) =>
        known === ''
          ? '只写级别'
          : `可写：${String(known).replaceAll('\n', '、')}；含义见 report explain ${rule}`,
    },
  },
  'option-wrong': {
    en: ({ name, en }) => `“${name}” should be ${en}`,
    zh: ({ name, zh }) => `“${name}”应写${zh}`,
  },
  'term-reserved': {
    en: ({ id }) => `“${id}” is a key of the format and cannot be a term`,
    zh: ({ id }) => `“${id}”是本格式的键，不能作术语`,
    help: {
      en: () => 'check the indentation of this line, or choose another name',
      zh: () => '请检查这一行的缩进，或另取名称',
    },
  },
};
