import type { Quantity } from '../../quantity/value/quantity.ts';
import type { TextAlone } from '../../reading/text-alone.ts';

/**
 * The figures of a text that a reader would hold against something: what is written in digits, and large numbers in words. Numbers of
 * points, times of day, telephone numbers and marks of notes are none.
 */
export const countedFigures = ({ text, figures }: TextAlone): readonly Quantity[] =>
  figures.filter((figure) => isFigure(figure) && !isMark(text, figure));

const isFigure = ({ kind, number, qualifier }: Quantity): boolean =>
  qualifier !== 'vague' &&
  (kind === 'figure' || kind === 'ratio' || (kind === 'chinese' && number.compare(100) >= 0));

/** What ends before the number of a point: a line, a sentence, a bracket. */
const opens = /(?:^|[\n。；;：:！？、(（[【#*|—-]) {0,4}[(（[【]?$/;
const behindPoint = /^(?:[)）\]】]|[.．、](?!\d)|\\[.)])/;
const behindCall = /(?:热线|电话|号码|[Hh]otline|[Pp]hone|[Cc]all|[Dd]ial|No\.|№|[Rr]oom) ?[:：]?$/;

/** Whether digits name something rather than say how much it is. */
function isMark(text: string, { kind, span: [start, end], digits, unit }: Quantity): boolean {
  const before = text.slice(Math.max(0, start - 10), start);
  const behind = text.slice(end, end + 3);
  if (kind === 'ratio')
    return /^(?:[01]?\d|2[0-4])[:：][0-5]\d$/.test(text.slice(...digits)) && !/比[为是]?$/.test(before);
  if (kind !== 'figure' || unit !== '') return false;
  return (
    (opens.test(before) && behindPoint.test(behind)) ||
    before.endsWith('[^') ||
    behindCall.test(before) ||
    /[A-Za-z]-?$/.test(before)
  );
}
