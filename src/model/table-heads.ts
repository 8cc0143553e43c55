import type { TableData } from './data.generated.ts';
import type { Table } from './report.ts';

/** What a column may be called that is filled in last, or not in every row. */
const last =
  /^(?:合\s*计|小\s*计|总\s*计|共\s*计|总\s*数|备\s*注|说明|附注|total|subtotal|all|sum|notes?|remarks?|comments?)$/i;
/** What heads figures, and no names: a year, a quarter, a month, a number. */
const period =
  /\d|^[一二三四上下本去今前]\S{0,2}(?:季度|半年|月|年)|^(?:last|this|previous|current) |^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

/**
 * What heads the names of the rows and the columns of cells. Where every row has one cell fewer than there are columns, and nothing heads
 * the names of the rows, the first column does: [级别, 名校长, 名教师] over 省级: [2, 3]. One that is a year is the first of the cells, of
 * which the last is still to come, and so it is where the last is a total or a remark.
 */
export function headsOf(data: TableData, rows: Table['rows']): Pick<Table, 'columns' | 'stub' | 'cornered'> {
  const { columns = [], stub = '' } = data;
  const [first = '', ...others] = columns;
  const cornered =
    rows.length > 0 &&
    others.length > 0 &&
    rows.every(([, cells]) => cells.length === others.length) &&
    (stub === '' || stub === first) &&
    (stub === first || !(period.test(first) || last.test(first) || last.test(others.at(-1) ?? '')));
  return cornered ? { columns: others, stub: first, cornered } : { columns, stub, cornered };
}
