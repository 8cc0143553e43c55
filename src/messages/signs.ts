import type { Message } from '../diagnostic.ts';

/** What is said of signs that YAML reads otherwise than they were meant: colons, commas, brackets, quotation marks, dashes. */
export const signMessages: Readonly<Record<string, Message>> = {
  'colon-wide': {
    en: ({ key }) => `a full-width colon stands after “${key}”`,
    zh: ({ key }) => `“${key}”后面是中文冒号“：”`,
    help: { en: () => 'write a half-width colon and a space: “: ”', zh: () => '改为英文冒号加空格“: ”' },
  },
  'colon-space': {
    en: ({ key }) => `a space is missing after “${key}:”`,
    zh: ({ key }) => `“${key}:”后面缺空格`,
    help: { en: () => 'write “: ”', zh: () => '英文冒号后加一个空格' },
  },
  'colon-in-text': {
    en: () => 'a text with “: ” in it needs quotes',
    zh: () => '文字里有“: ”，要加英文引号',
    help: {
      en: ({ text }) => `put “${text}” in quotes`,
      zh: ({ text }) => `给“${text}”加英文引号，或改用中文冒号`,
    },
  },
  'comma-wide': {
    en: () => 'a full-width comma parts these entries',
    zh: () => '两项之间用了中文逗号“，”',
    help: { en: () => 'write a half-width comma and a space: “, ”', zh: () => '改为英文逗号加空格“, ”' },
  },
  'comma-in-text': {
    en: () => 'YAML cuts the text at this comma; what follows would be lost',
    zh: () => 'YAML 会在这个逗号处截断，后面的内容会丢失',
    help: { en: ({ text }) => `put “${text}” in quotes`, zh: ({ text }) => `给“${text}”加英文引号` },
  },
  'comma-in-cell': {
    en: ({ text }) => `YAML makes two cells of “${text}” at this comma`,
    zh: ({ text }) => `YAML 会在这个逗号处把“${text}”拆成两格`,
    help: { en: ({ text }) => `put “${text}” in quotes`, zh: ({ text }) => `给“${text}”加英文引号` },
  },
  'comment-cut': {
    en: () => 'YAML takes what follows “ #” for a note; it would be lost',
    zh: () => 'YAML 会把“ #”后面当作注释，内容会丢失',
    help: {
      en: ({ text }) => `put “${text}” in quotes; if it is a note, put a space after “#”`,
      zh: ({ text }) => `给“${text}”加英文引号；若是注释，请在“#”后空一格`,
    },
  },
  'reference-unquoted': {
    en: () => 'YAML misreads a text that holds “{{” here',
    zh: () => '这里的“{{”会被 YAML 误读',
    help: {
      en: ({ text }) => `put “${text}” in quotes`,
      zh: ({ text }) => `给“${text}”加英文引号，或写在“|”下面一行`,
    },
  },
  'start-special': {
    en: () => 'a text that begins with this character needs quotes',
    zh: () => '以这个字符开头的文字要加英文引号',
    help: { en: ({ text }) => `put “${text}” in quotes`, zh: ({ text }) => `给“${text}”加英文引号` },
  },
  'quote-inside': {
    en: () => 'text follows the closing quotation mark',
    zh: () => '英文引号结束之后还有文字',
    help: {
      en: ({ text }) => `put all of “${text}” in quotes`,
      zh: () => '给整段文字加英文引号，里面的引号改用“”',
    },
  },
  'quote-wide': {
    en: () => 'Chinese quotation marks stand around this value',
    zh: () => '这个值外面是中文引号“”',
    help: { en: () => 'remove them or write half-width ones: ""', zh: () => '删去，或改为英文引号""' },
  },
  'bracket-wide': {
    en: ({ insert }) => `a full-width bracket stands for “${insert}”`,
    zh: ({ insert }) => `这里应是英文括号“${insert}”`,
    help: { en: ({ insert }) => `write “${insert}”`, zh: ({ insert }) => `改为“${insert}”` },
  },
  'dash-wrong': {
    en: ({ dash }) => `“${dash}” does not begin an item of a list`,
    zh: ({ dash }) => `列表项不能用“${dash}”开头`,
    help: { en: () => 'write a hyphen and a space: “- ”', zh: () => '改为英文连字符加空格“- ”' },
  },
  'dash-space': {
    en: () => 'a space is missing after “-”',
    zh: () => '“-”后面缺空格',
    help: { en: () => 'write “- ”', zh: () => '连字符后加一个空格' },
  },
};
