import type { Words } from '../diagnostic.ts';

/** What a value of an option may be, where that is no choice of words: by what its reader in the command line throws. */
const forms: Readonly<Record<string, Words>> = {
  year: { en: 'write a year from 1900 to 2999', zh: '可写1900至2999年' },
  state: {
    en: 'write one or several of overdue, due-soon, milestone, behind, missed, stale, red, yellow, with commas',
    zh: '可写 overdue、due-soon、milestone、behind、missed、stale、red、yellow，几个之间用逗号',
  },
  month: { en: 'write a month from 1 to 12', zh: '可写1至12' },
  file: {
    en: 'write the name of a file behind “=”, or leave “=” out for standard output',
    zh: '“=”后面要写文件名；输出到标准输出则不写“=”',
  },
  percentage: {
    en: 'write a percentage from 0% to 100%, such as 80%',
    zh: '要写0%至100%的百分数，如80%',
  },
  margins: {
    en: 'write four margins in millimetres, top,right,bottom,left, such as 37,26,35,28',
    zh: '要写上、右、下、左四个页边距，单位毫米，用逗号隔开，如 37,26,35,28',
  },
  count: { en: 'write 0 or a positive whole number', zh: '要写0或正整数' },
};

/**
 * What is wrong with a command line, by commander’s error code: `name` is what it put in quotes, `near` its suggestion.
 * `command` is the one that was called, empty where none was.
 */
export function usageError(code: string, message: string, command: string): Words {
  const [, name = ''] = /'([^']*)'/.exec(message) ?? [];
  const [, near = ''] = /Did you mean (?:one of )?([^)?]+)\?/.exec(message) ?? [];
  const help = ['report', command, '--help'].filter((word) => word !== '').join(' ');
  const see = {
    en: near === '' ? `see \`${help}\`` : `did you mean ${near}?`,
    zh: near === '' ? `用法见 ${help}` : `是否想写 ${near}？`,
  };
  const words: Readonly<Record<string, Words>> = {
    'commander.unknownOption': { en: `unknown option ${name}; ${see.en}`, zh: `没有选项 ${name}；${see.zh}` },
    'commander.unknownCommand': {
      en: `unknown command ${name}; ${see.en}`,
      zh: `没有命令 ${name}；${see.zh}`,
    },
    'commander.missingArgument': {
      en: `the argument <${name}> is missing; ${see.en}`,
      zh: `缺少参数 <${name}>；${see.zh}`,
    },
    'commander.optionMissingArgument': {
      en: `the option ${name} lacks its value; ${see.en}`,
      zh: `选项 ${name} 后面要写值；${see.zh}`,
    },
    'commander.excessArguments': { en: `too many arguments; ${see.en}`, zh: `参数太多；${see.zh}` },
    'commander.invalidArgument': invalidArgument(message, name),
  };
  return words[code] ?? { en: message.replace(/^error: /, ''), zh: message.replace(/^error: /, '') };
}

function invalidArgument(message: string, name: string): Words {
  const [, value = name, argument = '', wanted = ''] =
    /'([^']*)' is invalid(?: for argument '([^']*)')?\. (.*?)\.?$/.exec(message) ?? [];
  const option = /^error: option '(?:--?\w+, )?([^' ]*)/.exec(message)?.[1] ?? `<${argument}>`;
  const choices = wanted.replace('Allowed choices are ', '');
  const remedy = forms[wanted] ?? {
    en: `choose from ${choices}`,
    zh: `可写 ${choices.replaceAll(', ', '、')}`,
  };
  return {
    en: `“${value}” is not a value for ${option}; ${remedy.en}`,
    zh: `${option} 不能写“${value}”；${remedy.zh}`,
  };
}
