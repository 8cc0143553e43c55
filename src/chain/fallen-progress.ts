import type { HeldFigure, ReportClaim } from '../claims/claim.ts';
import { periodOf } from '../dates/dates.ts';
import type { Path } from '../diagnostic.ts';
import { hasPlaceholder } from '../model/placeholders.ts';
import { isBeyond } from '../quantity/value/interval.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { RATIO } from '../quantity/value/unit.ts';
import type { Reading } from '../reading/reading.ts';
import { resultsOf, type Answer } from './commitments.ts';

/** A figure that was reached, with its place and its day as written; the actual has none. */
export interface Stage {
  readonly text: string;
  readonly figure: Quantity;
  readonly path: Path;
  readonly date: string;
}

/** Two figures of a commitment that is a sum of what was done, one after the other. */
export interface ProgressClaim extends ReportClaim {
  readonly id: string;
  readonly earlier: Stage;
  readonly later: Stage;
}

/** What is done again and again, so that the sum of it only grows. */
const summed =
  /累计|累积|新增|新建|建成|改造|培训|发放|投入|投资|开工|完成|实施|举办|植树|造林|绿化|招商|引进|引资|安置|帮扶|救助|处置|化解|拆除|清理|修复|铺设|安装|到位|支出|收入|征收|募集|接待|受理|查处|整治|资助|选派|创建|\b(?:cumulative|total|new|built|build|train(?:ed)?|open(?:ed)?|plant(?:ed)?|install(?:ed)?|invest(?:ed|ment)?|spend(?:ing)?|spent|paid|raise[d]?|complet(?:ed|ions)|repair(?:ed|s)?|resurfac(?:ed|e)|deliver(?:ed)?|grants?|visits?|inspections?)\b/i;
const state =
  /率|比重|占比|覆盖|余额|存量|库存|在[校园建岗册]|保有|人口|指数|排名|满意|天数|时间|成本|能耗|排放|投诉|事故|案件|\b(?:rate|share|balance|stock|time|days|cost|emissions|complaints|score|index|membership|staff|headcount)\b/i;
/** A note that says why a figure is less than the one before. */
const corrected = /调整|核减|核实|更正|修正|口径|剔除|退出|restat|correct|revis|audit|remov|withdr/i;

/** The stages of commitments that only grow, each with the one before. */
export function progressClaims(reading: Reading): readonly ProgressClaim[] {
  return resultsOf(reading).flatMap((answer) => (isSummed(answer) ? pairsOf(answer, reading) : []));
}

function isSummed({ commitment: { id, direction, target, metric, level } }: Answer): boolean {
  const words = [id, target?.data.goal, metric?.id, metric?.data.name].join(' ');
  return (
    direction === 'higher' && level?.quantity?.family !== RATIO && summed.test(words) && !state.test(words)
  );
}

function pairsOf({ commitment, result }: Answer, { report }: Reading): readonly ProgressClaim[] {
  const dated = (result.data.progress ?? []).flatMap((entry, index) => {
    const day = entry?.date === undefined ? undefined : periodOf(entry.date, report.calendar)?.last;
    return entry && day !== undefined ? [{ entry, index, day }] : [];
  });
  const stages: Stage[] = [];
  for (const { entry, index } of dated.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    if (corrected.test(entry.note ?? '')) stages.length = 0;
    const { value: text, date = '' } = entry;
    const figure = text === undefined || hasPlaceholder(text) ? undefined : commitment.read(text);
    if (text !== undefined && figure)
      stages.push({ text, figure, date, path: [...result.path, 'progress', index, 'value'] });
  }
  const { actual } = commitment;
  if (actual?.quantity && !corrected.test(result.data.reason ?? ''))
    stages.push({ text: actual.text, figure: actual.quantity, path: actual.path, date: '' });
  return stages.slice(1).map((later, at) => {
    const earlier = stages[at] as Stage;
    return {
      id: commitment.id,
      earlier,
      later,
      figures: [earlier, later].map(({ path }): HeldFigure => ({ path })),
    };
  });
}

/** Whether a stage is not below the one before, as far as their digits tell. */
export const isNotLess = ({ earlier, later }: ProgressClaim): boolean =>
  earlier.figure.family !== later.figure.family ||
  earlier.figure.interval.low === undefined ||
  !isBeyond(later.figure.interval, earlier.figure.interval.low.value, 'below');
