import type { Words } from '../../diagnostic.ts';
import type { Left, LeftReason } from '../../importer/head/chrome.ts';
import type { Imported } from '../../importer/import.ts';
import type { Normalisation } from '../../importer/text/normalise.ts';

const mended: Readonly<Record<Normalisation, Words>> = {
  punctuation: { en: 'full-width punctuation given back', zh: '恢复全角标点' },
  radicals: { en: 'radicals from PDF replaced by characters', zh: '部首字符换成汉字' },
  percent: { en: 'full-width per cent signs', zh: '全角百分号' },
  ratio: { en: 'colons of ratios', zh: '比号' },
  subscript: { en: 'PM2.5 put together', zh: 'PM2.5拼合' },
  controls: { en: 'control characters removed', zh: '去掉控制字符' },
  'line-ends': { en: 'line ends', zh: '换行符' },
};

const reasons: Readonly<Record<LeftReason, Words>> = {
  chrome: { en: 'page', zh: '页面' },
  contents: { en: 'list of contents', zh: '目录' },
  cover: { en: 'cover', zh: '封面' },
  'annex-label': { en: 'printed by itself', zh: '自动印出' },
  'table-unit': { en: 'unit of its table', zh: '记作表的计量单位' },
  imprint: { en: 'imprint', zh: '版记' },
  'title-repeated': { en: 'title again', zh: '重复的标题' },
  'title-replaced': { en: 'another title given', zh: '已另定标题' },
  'source-line': { en: 'source line', zh: '来源行' },
  signature: { en: 'signature', zh: '落款' },
  hidden: { en: 'hidden text', zh: '隐藏文字' },
  'front-matter': { en: 'front matter', zh: '文件头' },
  address: { en: 'address of a link', zh: '链接地址' },
  picture: { en: 'picture', zh: '图片' },
  diagram: { en: 'diagram', zh: '示意图' },
  chart: { en: 'chart', zh: '图表' },
  embedded: { en: 'embedded document', zh: '嵌入的文件' },
  note: { en: 'note to a title', zh: '标题的脚注' },
  markup: { en: 'markup', zh: '排版标记' },
  'page-number': { en: 'page number', zh: '页码' },
};

const SHOWN = 12;
/** How much of a piece the screen shows. */
const LONGEST = 60;

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

/** What was found, what was left out and what to look at, as lines for a person. */
export function report(
  { counts, left, done, misnumbered, metadata }: Imported,
  from: string,
  out: string | undefined,
): Words {
  const { parts, sections, metrics, targets, tables } = counts;
  return {
    en: lines([
      out === undefined ? '' : `wrote ${out} from ${from}`,
      `found: ${[count(parts, 'part'), count(sections, 'section'), count(metrics, 'metric'), count(targets, 'target'), count(tables, 'table')].join(', ')}`,
      ...(done.length > 0 ? [`mended: ${done.map((each) => mended[each].en).join(', ')}`] : []),
      ...leftLines(left, 'en'),
      ...(misnumbered.length > 0 ? [`numbers that do not fit the order: ${misnumbered.join(' ')}`] : []),
      `check by hand: the organization${metadata.yearGuess ? ', the year' : ''}${metadata.startUnknown ? ', the month in which fiscal years begin (year-start)' : ''}, names of metrics and targets, comments that begin with “check”`,
      ...(out === undefined ? [] : [`then run: report lint ${out}`]),
    ]),
    zh: lines([
      out === undefined ? '' : `已由 ${from} 写成 ${out}`,
      `共有：${parts}个部分、${sections}个章节、${metrics}个指标、${targets}个目标、${tables}张表格`,
      ...(done.length > 0 ? [`已规整：${done.map((each) => mended[each].zh).join('、')}`] : []),
      ...leftLines(left, 'zh'),
      ...(misnumbered.length > 0 ? [`与次序不符的序号：${misnumbered.join(' ')}`] : []),
      `请人工核对：编制单位${metadata.yearGuess ? '、年度' : ''}${metadata.startUnknown ? '、财年从几月起算（年度起）' : ''}、指标和目标的名称，以及写有“核对”的注释`,
      ...(out === undefined ? [] : [`然后运行：report lint ${out}`]),
    ]),
  };
}

const lines = (all: readonly string[]): string =>
  all.flatMap((line) => (line === '' ? [] : [`${line}\n`])).join('');

/** A piece on a line of its own: its place, why it is not in the draft, what it says. */
const leftLine = (
  { at, text, why }: Left,
  language: 'en' | 'zh',
  most = Number.POSITIVE_INFINITY,
): string => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const shown = line.length > most ? `${[...line.slice(0, most)].join('')}…` : line;
  return `  ${at}  ${shown}  [${reasons[why][language]}]`;
};

/** How many pieces there are of each kind, the most first. */
function kindsOf(left: Imported['left'], language: 'en' | 'zh'): string {
  const counts = new Map<string, number>();
  for (const { why } of left)
    counts.set(reasons[why][language], (counts.get(reasons[why][language]) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([kind, number]) => (language === 'zh' ? `${kind}${number}处` : `${kind} ${number}`))
    .join(language === 'zh' ? '、' : ', ');
}

function leftLines(left: Imported['left'], language: 'en' | 'zh'): string[] {
  if (left.length === 0) return [];
  const head = {
    en: `left out (${left.length}; --keep-all keeps what surrounds a page):`,
    zh: `未收入正文（${left.length}处，加 --keep-all 可保留页面文字）：`,
  }[language];
  const rest = left.slice(SHOWN);
  const more = {
    en: `  and ${rest.length} more (${kindsOf(rest, 'en')}); --left-out FILE writes them all`,
    zh: `  另有${rest.length}处（${kindsOf(rest, 'zh')}），加 --left-out 文件名 可写出全部`,
  }[language];
  return [
    head,
    ...left.slice(0, SHOWN).map((each) => leftLine(each, language, LONGEST)),
    ...(rest.length > 0 ? [more] : []),
  ];
}

/** All that was left out of the documents, each piece whole, as a text: its place in the source, what it says, why. */
export const leftOutText = (
  all: readonly { readonly from: string; readonly left: Imported['left'] }[],
  language: 'en' | 'zh',
): string =>
  all
    .map(({ from, left }) => {
      const head = { en: `${from}: ${left.length} left out`, zh: `${from}：${left.length}处未收入正文` }[
        language
      ];
      return lines([head, ...left.map((each) => leftLine(each, language))]);
    })
    .join('\n');
