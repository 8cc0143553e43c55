import type { Mark } from './enumerations.ts';

/** How many things are listed, at least and at most; `unknown` where a run of marks does not tell. */
export type Counted = readonly [least: number, most: number] | 'unknown';

/** Whether an announced count is what is listed. */
export const isAsMany = (announced: number, [least, most]: Exclude<Counted, 'unknown'>): boolean =>
  announced >= least && announced <= most;

/** The run of marks that begins at a place; undefined where none does. */
export function countMarks(text: string, marks: readonly Mark[], from: number): Counted | undefined {
  const first = marks.findIndex(({ span }) => span[0] >= from);
  const begin = marks[first];
  if (begin === undefined || begin.number !== 1 || text.slice(from, begin.span[0]).trim() !== '')
    return undefined;
  const family = (kind: string): string => (/^[是要抓靠]$/.test(kind) ? '是' : kind);
  let count = 1;
  let end = begin.span[1];
  for (const { kind, number: own, span } of marks.slice(first + 1)) {
    if (family(kind) !== family(begin.kind)) continue;
    if (own === 1) break;
    // what is not whole is told by itself
    if (own !== count + 1) return 'unknown';
    count++;
    end = span[1];
  }
  // the last may be told in other words
  if (count === 1 || /最后|此外|另外|还有|其次|\b(?:finally|last|lastly)\b/i.test(text.slice(end)))
    return 'unknown';
  return [count, count];
}

/** The points of a list in lines that begins on the next line, or behind a blank one; undefined where none does. */
export function countBullets(text: string, from: number): Counted | undefined {
  const [list] =
    /^ {0,2}(?:\n\s{0,8}(?=[-*+•] )|\n(?=[-*+•] ))(?:[-*+•] [^\n]*(?:\n {1,8}[^\n]*)*\n?)+/.exec(
      text.slice(from),
    ) ?? [];
  if (list === undefined) return undefined;
  const count = (list.match(/(?:^|\n)[-*+•] /g) ?? []).length;
  return count < 2 || /(?:^|\n)[-*+•] [^\n]{0,4}(?:…|\.\.\.|etc\.?|等)/.test(list)
    ? 'unknown'
    : [count, count];
}

const spelt = ' one two three four five six seven eight nine ten'.split(' ');

/** What the counts of a list come to of which each item begins with one: “two in Selby, one in Whitby and one in Thirsk”. */
export function sumOfItems(list: string): Counted | undefined {
  const items = list.trim().split(/, and |, | and /);
  const counts = items.map((item) => {
    const written = /^([a-z]+|\d{1,2})(?: |$)/.exec(item.trim())?.[1] ?? '';
    return /\d/.test(written) ? Number(written) : /^an?$/.test(written) ? 1 : spelt.indexOf(written);
  });
  if (items.length < 2 || counts.some((each) => each < 1 || each > 12)) return undefined;
  const sum = counts.reduce((all, each) => all + each, 0);
  // of “a chair, two judges and a clerk” each may be one thing
  const isMixed = items.some((item) => /^an? /.test(item.trim()));
  return isMixed ? (sum === items.length ? undefined : [items.length, sum]) : [sum, sum];
}

/** A list of names parted by 、 up to the next mark of punctuation. */
export function listedZh(text: string, from: number): Counted | undefined {
  const end = from + text.slice(from).search(/[。；;\n！]|$/);
  const list = text
    .slice(from, Math.min(end, from + 200))
    .replaceAll('》《', '》、《')
    .replaceAll(/“[^”]{1,30}”|《[^》]{1,30}》|（[^）]{1,30}）/g, '甲乙');
  const [names = '', ...rest] = list.split(/[，,]/);
  if (rest.some((each) => each.includes('、') && !/\d/.test(each)) || /等|\d|…|[:：]/.test(names))
    return undefined;
  const items = names.split('、');
  if (items.length === 1) return pairOf(names);
  if (items.length < 2 || items.some((item) => item.length > 12 || item.length < 2)) return undefined;
  // 抓产业、育主体，强基础，优环境: the list goes on
  if (rest.filter((each) => each.length < 7).length > 1) return undefined;
  return [items.length, items.length + (names.match(/[和与及]/g) ?? []).length];
}

/** Two names of one kind with 和 between them, and nothing else: 绿色建材实验室和智能装备实验室. */
function pairOf(names: string): Counted | undefined {
  const [one = '', two = '', more] = names.split(/[和与]/);
  const isPair =
    more === undefined && Math.min(one.length, two.length) > 3 && one.slice(-2) === two.slice(-2);
  return isPair && Math.max(one.length, two.length) < 16 ? [2, 2] : undefined;
}

/** A list of short names parted by commas up to the end of the sentence. */
export function listedEn(text: string, from: number): Counted | undefined {
  const rest = text.slice(from, from + 300);
  const list = rest.slice(0, rest.search(/[.;:\n]|$/));
  if (
    /\d|[()]|\b(?:which|who|that|where|including|such as|like|for example|etc|was|were|is|are|has|have|than)\b/i.test(
      list,
    )
  )
    return undefined;
  // a list in a list, or adjectives: cleaner air, water and soil, and better parks
  const final = list.indexOf(', and ');
  if (final >= 0 && (list.indexOf(' and ') < final || list.lastIndexOf(', ') > final)) return undefined;
  const items = list.split(/, (?:and |or )?/);
  if (items.flatMap((item) => item.split(' and ')).some((item) => item.split(' ').length > 7))
    return undefined;
  const joined = (list.replaceAll(', and ', ', ').match(/ and /g) ?? []).length;
  if (items.length + joined < 2) return undefined;
  // without “, and” the last “and” joins the last thing to the list
  const isPlain = items.length > 1 && final < 0 && joined === 1 && / and /.test(items.at(-1) ?? '');
  return [items.length + (isPlain ? 1 : 0), items.length + joined];
}
