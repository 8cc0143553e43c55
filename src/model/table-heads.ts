import type { TableData } from './data.generated.ts';
import type { Table } from './report.ts';

/** What a column may be called that is filled in last, or not in every row. */
const last =
  /^(?:合\s*计|小\s*计|总\s*计|共\s*计|总\s*数|备\s*注|说明|附注|total|subtotal|all|sum|notes?|remarks?|comments?)$/i;
/** What heads figures, and no names: a year, a quarter, a month, a number. */
const period =
  /\d|^[一二三四上下本去今前]\S{0,2}(?:季度|半年|月|年)|^(?:last|this|previous|current) |^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*$/i;

/** What the names of rows are usually headed. */
const naming =
  /^(?:[\p{Script=Han}]{0,2}(?:类别|类型|种类|项目|指标|名称|级别|学段|单位|部门|科室|地区|区域|镇街|镇区|年份|年度|月份|季度|科目|事项|任务|产业|行业|来源|渠道|内容|对象|岗位|职务|年级|班级|姓名|序号)|branch|type|kind|category|item|measure|indicator|region|area|site|team|department|service|programme|program|year|month|quarter|name|level|group|sector|ward|school|depot|activity|project|fund|channel|class|phase)$/iu;

/** Whether some words are what the names of rows are usually headed. */
export const isNaming = (words: string): boolean => naming.test(words.trim());

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
