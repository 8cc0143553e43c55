import type { Data } from '../diagnostic.ts';

/** What the YAML parser says, in words, by its error code. */
const syntax: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  ALIAS_PROPS: ['an alias cannot have an anchor or a tag', '别名（*）上不能再加锚点或标签'],
  BAD_ALIAS: [
    'text that begins with * or & is read as an alias; put it in quotes',
    '以 * 或 & 开头的文字会被当作别名，请加英文引号',
  ],
  BAD_DIRECTIVE: [
    'a line that begins with % is read as a directive; put the text in quotes',
    '以 % 开头的行会被当作指令，请加英文引号',
  ],
  BAD_DQ_ESCAPE: [
    'there is no such escape in a text in double quotes',
    '双引号里没有这个转义；反斜杠请写成 \\\\，或改用单引号',
  ],
  BAD_INDENT: ['the indentation does not fit the lines above', '缩进与上文不一致'],
  BAD_PROP_ORDER: ['an anchor or tag stands in the wrong place', '锚点或标签的位置不对'],
  BAD_SCALAR_START: [
    'a text cannot begin with this character; put it in quotes',
    '文字不能以这个字符开头，请加英文引号',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'a key and its value cannot stand here; check the indentation',
    '这里不能再写“键: 值”，请检查缩进',
  ],
  BLOCK_IN_FLOW: ['a block cannot stand inside { } or [ ]', '花括号或方括号里不能写成多行块'],
  DUPLICATE_KEY: ['the same key stands twice', '同一个键写了两次'],
  IMPOSSIBLE: ['this is not YAML', '不是合法的 YAML'],
  KEY_OVER_1024_CHARS: ['a key is too long', '键太长'],
  MISSING_CHAR: [
    'a character is missing here, such as a closing quote or bracket',
    '缺少字符，例如右引号、右括号或冒号后的空格',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a key must stand on one line; perhaps a colon with a space is missing',
    '键必须写在一行内；可能漏了英文冒号加空格',
  ],
  MULTIPLE_ANCHORS: ['there are two anchors here', '这里有两个锚点'],
  MULTIPLE_DOCS: [
    'a file holds one draft; remove the line “---” and what follows',
    '一个文件只放一份稿子，请删去“---”及其后的内容',
  ],
  MULTIPLE_TAGS: ['there are two tags here', '这里有两个标签'],
  NON_STRING_KEY: ['a key must be text', '键必须是文字'],
  TAB_AS_INDENT: ['a tab is used as indentation; use spaces', '缩进用了制表符，请改用空格'],
  TAG_RESOLVE_FAILED: [
    'a word that begins with ! is read as a tag; put the text in quotes',
    '以 ! 开头的词会被当作标签，请加英文引号',
  ],
  UNEXPECTED_TOKEN: ['this does not belong here', '这里不该出现这个内容'],
};

/** What the parser found wrong, in words; what it has no code for is simply no YAML. Of indentation, how many spaces there are and should be. */
export const syntaxWords = (data: Data, language: 0 | 1): string =>
  (syntax[String(data['code'])] ?? (['this is not YAML', '不是合法的 YAML'] as const))[language] +
  (language === 0 ? depthsEn(data) : depthsZh(data));

const spaces = (count: string | number): string => `${count} ${Number(count) === 1 ? 'space' : 'spaces'}`;

function depthsEn({ have, want, above }: Data): string {
  if (have === undefined) return '';
  if (want !== undefined) return `: ${spaces(have)} before this line, which should be ${want}`;
  const list = String(above).split(' ');
  return above === ''
    ? `: ${spaces(have)} before this line`
    : `: ${spaces(have)} before this line, and ${list.join(', ')} before those above`;
}

function depthsZh({ have, want, above }: Data): string {
  if (have === undefined) return '';
  if (want !== undefined) return `：这一行前空了${have}格，应空${want}格`;
  return above === ''
    ? `：这一行前空了${have}格`
    : `：这一行前空了${have}格，上文各级空${String(above).replaceAll(' ', '、')}格`;
}
