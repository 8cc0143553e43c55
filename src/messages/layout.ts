import type { Message } from '../diagnostic.ts';

const belowBar: Message['help'] = {
  en: ({ key }) => `write “${key}: |”, and the text below it without quotes, each line indented`,
  zh: ({ key }) => `写成“${key}: |”，文字不加引号，另起一行写在下面，整段缩进`,
};

const spacesEn = (count: string | number | undefined): string =>
  `${count} ${Number(count) === 1 ? 'space' : 'spaces'}`;

const blanks: Readonly<Record<string, readonly [one: string, many: string, zh: string]>> = {
  tab: ['a tab', '% tabs', '制表符（Tab）'],
  wide: ['a full-width space', '% full-width spaces', '全角空格'],
  'no-break': ['a no-break space', '% no-break spaces', '不间断空格'],
};

/** What is said of lines and their indentation, and of signs that YAML takes for its own. */
export const layoutMessages: Readonly<Record<string, Message>> = {
  'text-unindented': {
    en: ({ key, column, want, have }) =>
      `the text of “${key}” has to be indented as a whole, to column ${column}: ${spacesEn(want)} before each line, not ${have}`,
    zh: ({ key, column, want, have }) =>
      `“${key}”的文字要整段缩进到第${column}列：每行前空${want}格，这里空了${have}格`,
    help: {
      en: ({ count }) =>
        `indent ${Number(count) === 1 ? 'this line' : 'all its lines'}; report lint --fix does it`,
      zh: ({ count }) =>
        `${Number(count) === 1 ? '把这一行' : '把各行都'}缩进到同一列；report lint --fix 可代为缩进`,
    },
  },
  'sign-lost': {
    en: ({ sign }) => `YAML takes “${sign}” for a mark of its own, and drops it`,
    zh: ({ sign }) => `YAML 会把“${sign}”当作标记，这几个字会丢失`,
    help: { en: ({ text }) => `put “${text}” in quotes`, zh: ({ text }) => `给“${text}”加英文引号` },
  },
  'quotes-printed': {
    en: ({ key, marks }) =>
      `the quotation marks ${marks} around “${key}” are part of the text, and will be printed`,
    zh: ({ key, marks }) => `“${key}”外面的引号${marks}是文字的一部分，会照样印出来`,
    help: {
      en: ({ plain }) => `write it without them: ${plain}`,
      zh: ({ plain }) => `删去引号，写成：${plain}`,
    },
  },
  'quote-lines': {
    en: ({ key, have, want }) =>
      `the quoted text of “${key}” goes over lines that are not indented: ${spacesEn(have)}, not ${want}`,
    zh: ({ key, have, want }) =>
      `“${key}”的文字在引号里分了几行，又没有缩进：应空${want}格，这里空了${have}格`,
    help: belowBar,
  },
  'lines-joined': {
    en: ({ key }) => `the text of “${key}” goes over lines, which YAML joins into one`,
    zh: ({ key }) => `“${key}”的文字分了几行，YAML 会把它们连成一行`,
    help: belowBar,
  },
  'indent-character': {
    en: ({ name, have, lines }) =>
      `the indentation holds ${blanks[String(name)]?.[Number(have) === 1 ? 0 : 1]?.replace('%', String(have)) ?? 'a blank that is no space'}${Number(lines) > 1 ? ` here, and more in other lines: ${lines} lines in all` : ''}`,
    zh: ({ name, have, lines }) =>
      `缩进里有${have}个${blanks[String(name)]?.[2] ?? '特殊空格'}${Number(lines) > 1 ? `，全文共有${lines}行如此` : ''}`,
    help: {
      en: ({ want }) =>
        Number(want) === 0
          ? 'begin this line without a blank; indent others with ordinary spaces'
          : `indent with ordinary spaces, this line with ${want}`,
      zh: ({ want }) =>
        Number(want) === 0
          ? '这一行要顶格写；别处缩进一律用英文空格'
          : `缩进一律用英文空格，这一行前空${want}格`,
    },
  },
  'dash-tab': {
    en: ({ lines }) =>
      `a tab stands after “-”${Number(lines) > 1 ? `, or before other lines: ${lines} in all` : ''}`,
    zh: ({ lines }) => `“-”后面是制表符（Tab）${Number(lines) > 1 ? `，全文共有${lines}行用了制表符` : ''}`,
    help: { en: () => 'write spaces: “- ”', zh: () => '改用英文空格：“- ”' },
  },
  'block-wide': {
    en: () => 'a full-width “｜” stands where a text is to begin in the next line',
    zh: () => '这里的竖线是全角的，会当作文字印出来',
    help: { en: () => 'write a half-width “|”', zh: () => '改为英文竖线“|”' },
  },
  'block-line': {
    en: () => 'no text may stand in the line of “|”',
    zh: () => '“|”后面不能接着写文字',
    help: { en: () => 'begin the text in the next line, indented', zh: () => '文字另起一行，整段缩进' },
  },
  'quote-open': {
    en: ({ quote }) => `this quotation mark (${quote}) is not closed in its line`,
    zh: ({ quote }) => `这个引号（${quote}）在本行没有配对`,
    help: {
      en: ({ quote }) => `close it with ${quote}, or remove it`,
      zh: ({ quote }) => `在文字末尾补上英文引号 ${quote}，或把开头的删去`,
    },
  },
};
