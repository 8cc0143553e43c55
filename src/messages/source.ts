import type { Data, Message } from '../diagnostic.ts';
import { csvMessages } from './csv.ts';
import { fileMessages } from './files.ts';
import { layoutMessages } from './layout.ts';
import { dateMessages } from './dates.ts';
import { signMessages } from './signs.ts';
import { syntaxWords } from './syntax.ts';

const found = {
  en: ({ found }: Data) => foundWords[String(found)]?.[0] ?? `“${found}”`,
  zh: ({ found }: Data) => foundWords[String(found)]?.[1] ?? `“${found}”`,
};
const foundWords: Readonly<Record<string, readonly [string, string]>> = {
  list: ['a list', '列表'],
  object: ['a mapping', '一组键值'],
  undefined: ['nothing', '空'],
  boolean: ['true or false', '是或否'],
};
const wanted: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  string: ['a text', '文字'],
  integer: ['a whole number without quotes', '不加引号的整数'],
  boolean: ['true or false', '是或否'],
  array: ['a list, each item on a line of its own after “- ”', '列表（每项一行，以“- ”开头）'],
  object: ['a mapping of “key: value” lines', '一组“键: 值”'],
  section: ['a section, that is keys such as title and body', '一个章节（标题、正文等键）'],
  sections: ['a list of sections, each after “- ”', '章节列表（每个章节以“- ”开头）'],
};

const near: Message['help'] = {
  en: ({ near }) => `change it to “${near}”`,
  zh: ({ near }) => `改为“${near}”`,
};
const known: Message['help'] = {
  en: ({ known }) => `known here: ${String(known).replaceAll('\n', ', ')}`,
  zh: ({ known }) => `这里可写：${String(known).replaceAll('\n', '、')}`,
};
/** Choices, a line each with what it means behind a tab, in one line. */
const choiceList = (choices: Data[string] | undefined, language: 'en' | 'zh'): string =>
  String(choices ?? '')
    .split('\n')
    .map((line) => {
      const [name = '', meaning = ''] = line.split('\t');
      return meaning === '' ? name : language === 'zh' ? `${name}（${meaning}）` : `${name} (${meaning})`;
    })
    .join(language === 'zh' ? '、' : ', ');
/** What is said of the form of a file, before any rule: the rule ids are `yaml` and `schema`. */
export const sourceMessages: Readonly<Record<string, Message>> = {
  syntax: { en: (data) => syntaxWords(data, 0), zh: (data) => syntaxWords(data, 1) },
  ...signMessages,
  ...layoutMessages,
  'too-deep': { en: () => 'the file is nested too deeply to be read', zh: () => '层次太深，无法读取' },
  empty: {
    en: () => 'the file is empty',
    zh: () => '文件是空的',
    help: { en: () => '`report new` writes a draft to begin with', zh: () => '可用 report new 生成一份草稿' },
  },
  'not-a-mapping': {
    en: () => 'a draft is “key: value” lines; this file holds something else',
    zh: () => '稿子应由“键: 值”组成，这个文件不是',
    help: {
      en: () => 'put a half-width colon and a space after each key',
      zh: () => '每个键后写英文冒号加空格，如“标题: ……”',
    },
  },
  'control-character': {
    en: () => 'a control character stands here, which no text may hold',
    zh: () => '这里有不可见的控制字符',
    help: { en: () => 'delete it', zh: () => '请删去' },
  },
  'surrogate-lone': {
    en: () => 'half a character stands here: an escape such as \\ud800 without its partner',
    zh: () => '这里只有半个字符：\\ud800 一类的转义不成对',
    help: { en: () => 'write the character itself', zh: () => '请直接写出这个字' },
  },
  'alias-circular': {
    en: ({ alias }) => `the alias *${alias} refers to nothing before it`,
    zh: ({ alias }) => `别名 *${alias} 之前没有对应的锚点`,
    help: {
      en: ({ alias }) => `if it is text, put “*${alias}” in quotes`,
      zh: ({ alias }) => `若是文字，给“*${alias}”加英文引号`,
    },
  },
  'alias-bomb': {
    en: ({ alias }) => `the alias *${alias} expands to too much`,
    zh: ({ alias }) => `别名 *${alias} 展开后内容过多`,
  },
  'key-not-text': {
    en: () => 'a key must be text; text that begins with { or [ needs quotes',
    zh: () => '键必须是文字；以 { 或 [ 开头的文字要加英文引号',
    help: {
      en: () => 'write body: "{{…}}" or put the text below “|”',
      zh: () => '写成 "{{…}}"，或把正文写在“|”下面一行',
    },
  },
  'keys-mixed': {
    en: ({ written, count, keys }) =>
      `“${written}” is from the other key set: this draft is written in ${keys === 'zh' ? 'Chinese' : 'English'} keys${Number(count) > 1 ? ` (${count} places)` : ''}`,
    zh: ({ written, count, keys }) =>
      `“${written}”不是本稿的键：本稿用${keys === 'zh' ? '中文' : '英文'}键${Number(count) > 1 ? `（共${count}处）` : ''}`,
    help: { en: ({ own }) => `write “${own}”`, zh: ({ own }) => `改写为“${own}”` },
  },
  'words-mixed': {
    en: ({ written, count }) =>
      `“${written}” is a word of the other key set${Number(count) > 1 ? ` (${count} places)` : ''}`,
    zh: ({ written, count }) => `“${written}”是另一套键里的词${Number(count) > 1 ? `（共${count}处）` : ''}`,
    help: { en: ({ own }) => `write “${own}”`, zh: ({ own }) => `改写为“${own}”` },
  },
  'key-unknown': {
    en: ({ written }) => `unknown key “${written}”`,
    zh: ({ written }) => `不认识的键“${written}”`,
    help: known,
  },
  'key-misspelt': {
    en: ({ written, near }) => `unknown key “${written}”; “${near}” was probably meant`,
    zh: ({ written, near }) => `不认识的键“${written}”，应是“${near}”`,
    help: near,
  },
  'key-duplicate': {
    en: ({ written }) => `“${written}” is written twice in the same place`,
    zh: ({ written }) => `“${written}”在同一处写了两次`,
    help: {
      en: ({ item }) =>
        `keep one of them${item ? '; if another item of the list begins here, write “- ” before its first line' : ''}`,
      zh: ({ item }) => `只留一处${item ? '；如果是另起一项，在它的第一行前面写“- ”' : ''}`,
    },
  },
  'item-dash': {
    en: ({ written }) => `“${written}” stands here again, as if another item began and its “- ” were missing`,
    zh: ({ written }) => `“${written}”又写了一遍，像是另起一项，漏了开头的“- ”`,
    help: {
      en: ({ written, first }) =>
        `write “- ” before ${written === first ? `“${written}”` : 'the first line of the new item'}, below the “- ” of the item above; if it is the same item, keep each key once`,
      zh: ({ written, first }) =>
        `${written === first ? `在“${written}”` : '在新一项的第一行'}前面写“- ”，与上一项的“- ”对齐；确实是同一项的，各键只留一处`,
    },
  },
  'value-unknown': {
    en: ({ written }) => `“${written}” is not a value of this key`,
    zh: ({ written }) => `这里不能写“${written}”`,
    help: {
      en: ({ choices }) => `choose what is meant: ${choiceList(choices, 'en')}`,
      zh: ({ choicesZh }) => `按实际情况选写：${choiceList(choicesZh, 'zh')}`,
    },
  },
  'key-missing': {
    en: ({ missing, name }) => (name === '' ? `“${missing}” is missing` : `“${name}” lacks “${missing}”`),
    zh: ({ missing, name }) => (name === '' ? `缺少“${missing}”` : `“${name}”缺少“${missing}”`),
    help: {
      en: ({ missing, value, choices }) =>
        choices ? `write one of: ${choiceList(choices, 'en')}` : `add a line “${missing}: ${value ?? '…'}”`,
      zh: ({ missing, value, choicesZh }) =>
        choicesZh ? `可写：${choiceList(choicesZh, 'zh')}` : `补一行“${missing}: ${value ?? '……'}”`,
    },
  },
  'brackets-bare': {
    en: ({ name, written }) => `what stands at “${name}” is a list: “${written}” has no quotes`,
    zh: ({ name, written }) => `“${name}”这里成了列表：“${written}”没有加引号`,
    help: {
      en: ({ written }) => `put it in quotes: "${written}"`,
      zh: ({ written }) => `加上英文引号："${written}"`,
    },
  },
  'type-wrong': {
    en: (data) =>
      `“${data['name']}” should be ${wanted[String(data['wanted'])]?.[0] ?? data['wanted']}, not ${found.en(data)}`,
    zh: (data) =>
      `“${data['name']}”应写${wanted[String(data['wanted'])]?.[1] ?? data['wanted']}，这里是${found.zh(data)}`,
  },
  'boolean-wrong': {
    en: (data) => `“${data['name']}” should be true or false, not ${found.en(data)}`,
    zh: (data) => `“${data['name']}”应写是或否，这里是${found.zh(data)}`,
    help: {
      en: ({ means }) => `what it says: ${String(means)}`,
      zh: ({ meansZh }) => `含义：${String(meansZh)}`,
    },
  },
  'year-wrong': {
    en: ({ name }) => `“${name}” is not a year of four digits`,
    zh: ({ name }) => `“${name}”不是四位数的年份`,
    help: {
      en: ({ year }) =>
        year === undefined ? 'write the year in four digits, such as 2017' : `write ${year}`,
      zh: ({ year }) => (year === undefined ? '年份写四位数字，如 2017' : `改为 ${year}`),
    },
  },
  'year-range': {
    en: ({ found: value }) => `${value} is not a year between 1900 and 2999`,
    zh: ({ found: value }) => `年份${value}不在1900至2999之间`,
  },
  'version-unknown': {
    en: ({ found: value }) => `format version ${value} is unknown; this version reads 1`,
    zh: ({ found: value }) => `格式版本${value}不认识，本程序只读1`,
  },
  'list-empty': { en: ({ name }) => `“${name}” lists nothing`, zh: ({ name }) => `“${name}”没有列出内容` },
  'pattern-wrong': {
    en: ({ name, found: value }) => `“${value}” is not right for “${name}”`,
    zh: ({ name, found: value }) => `“${name}”不能写“${value}”`,
  },
  ...dateMessages,
  'language-wrong': {
    en: ({ found: value }) => `“${value}” is not a language tag`,
    zh: ({ found: value }) => `“${value}”不是语言标记`,
    help: { en: () => 'write zh, zh-CN, en or en-GB', zh: () => '可写 zh、zh-CN、en、en-GB' },
  },
  'approximation-wrong': {
    en: ({ found: value }) => `“${value}” does not say how far an approximate figure reaches`,
    zh: ({ found: value }) => `“${value}”没有说明概数容许相差多少`,
    help: { en: () => 'write a percentage below 100%, such as 5%', zh: () => '写成小于100%的百分数，如 5%' },
  },
  ...fileMessages,
  ...csvMessages,
};
