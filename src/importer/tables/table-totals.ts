import { findQuantities } from '../../quantity/scan/scan.ts';
import type { TableShape } from './table-shape.ts';

const total =
  /^(?:（?[一二三四五六七八九十]*）?)?[、.]?\s*(?:总\s*计|合\s*计|共\s*计|总\s*数|总计数)(?:[（(].*[)）])?$|^(?:grand )?total(?:s)?(?: \(.*\))?$|^all$|^sum$/i;
/** A total that says of what it is one: it is one of what stands above only where it holds. */
const ofThings = /^\p{Script=Han}{2,8}[合总]\s*计$|^total(?: [a-z]+){1,4}$/iu;
/** Whether a row or column is called a total. */
export const isTotalName = (name: string): boolean => total.test(name.trim());
/** Rows and columns that are parts of others, or sums on the way: what is left does not add up without them. */
const between = /小\s*计|其中|^#|sub-?total|of which|^including/i;
/** What has no sum, whatever its row is called: rates, ranks, dates, codes. */
const unsummed =
  /[%％‰]|率|比重|占比|增长|增速|同比|环比|排名|名次|位次|序号|编号|代码|日期|时间|年份|指数|平均|人均|均价|单价|进度|备注|rate|share|rank|change|growth|average|per |date|code|year|target/i;

/** A cell as it counts for a sum; undefined where it is text. */
function numberOf(text: string): number | 'none' | undefined {
  const bare = text.trim();
  if (/^(?:|[-—–/－]+|\.{2,}|…+|无|n\/a)$/i.test(bare)) return 'none';
  const plain = bare.replaceAll(/[,，\s]/g, '');
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const [only, second] = findQuantities(bare);
  return only !== undefined &&
    second === undefined &&
    only.span[1] - only.span[0] === bare.length &&
    only.unit !== '%'
    ? Number(only.number.valueOf())
    : undefined;
}

type Sum = 'holds' | 'differs' | 'nothing' | 'unsummed';

/** Whether the last cell is the sum of the others. */
function sumOf(texts: readonly string[]): Sum {
  const numbers = texts.map(numberOf);
  const parts = numbers.slice(0, -1);
  const stated = numbers.at(-1);
  const figures = parts.filter((each): each is number => typeof each === 'number');
  if (figures.length === 0) return 'nothing';
  if (numbers.includes(undefined) || typeof stated !== 'number') return 'unsummed';
  const sum = figures.reduce((all, each) => all + each, 0);
  const digits = Math.max(0, ...texts.map((text) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0));
  return Math.abs(sum - stated) <= 0.51 * 10 ** -digits * Math.max(1, digits === 0 ? 0.01 : figures.length)
    ? 'holds'
    : 'differs';
}

/** Whether lines whose last cell is called their total are to add up: most do, or it is one or two that nearly do. */
function areTotals(sums: readonly Sum[]): boolean {
  if (sums.includes('unsummed')) return false;
  const [right, wrong] = [
    sums.filter((sum) => sum === 'holds').length,
    sums.filter((sum) => sum === 'differs').length,
  ];
  return right + wrong > 0 && right >= wrong;
}

/**
 * Where a table has totals by the names of its last row and column, whether they hold or not: what does not add up is for lint
 * to find. Undefined where there are none, or what is called a total is none of all that stands before it.
 */
export function totalsOf({ columns, rows, isGrouped }: TableShape): 'rows' | 'columns' | 'both' | undefined {
  const cells = rows.map(([, ...row]) => row.map(({ text }) => text));
  const across = isAcross(columns, cells.map(sumOf));
  const sums = columns.map((_, column) => sumOf(cells.map((row) => row[column] ?? '')));
  const down =
    rows.length > 2 &&
    isOf(rows.at(-1)?.[0].text ?? '', sums) &&
    // below groups it may be the total of the last one alone
    (isGrouped !== true || mostHold(sums)) &&
    !rows.some(([{ text }]) => between.test(text)) &&
    areDown(
      columns.map(({ text }) => text),
      cells,
    );
  return across && down ? 'both' : across ? 'rows' : down ? 'columns' : undefined;
}

/** Whether the last column is the total of the others, by the sums of the rows. */
const isAcross = (columns: TableShape['columns'], sums: readonly Sum[]): boolean =>
  columns.length > 2 &&
  isOf(columns.at(-1)?.text ?? '', sums) &&
  !columns.some(({ text }) => between.test(text) || unsummed.test(text)) &&
  areTotals(sums);

/** Whether more of some sums hold than not. */
const mostHold = (sums: readonly Sum[]): boolean =>
  sums.filter((sum) => sum === 'holds').length > sums.filter((sum) => sum !== 'holds').length;

/** Whether a name is one of a total, and where it says of what, whether more of its sums hold than not. */
const isOf = (name: string, sums: readonly Sum[]): boolean =>
  total.test(name.split(' ').at(-1) ?? '') || (ofThings.test(name.trim()) && mostHold(sums));

/** Whether the last row is the total of the columns: of those that have a sum all or most, and none that has none is called wrong for it. */
function areDown(heads: readonly string[], cells: readonly (readonly string[])[]): boolean {
  const sums = heads.map((head, column): Sum => {
    const texts = cells.map((row) => row[column] ?? '');
    // lint takes rates for their mean, and does not miss the total of rates
    if (texts.slice(0, -1).every((text) => text === '' || text.trim().endsWith('%')))
      return /^(?:|[-—–/])$/.test(texts.at(-1)?.trim() ?? '') ? 'nothing' : 'unsummed';
    const sum = sumOf(texts);
    return unsummed.test(head) && sum === 'differs' ? 'unsummed' : sum;
  });
  return areTotals(sums);
}
