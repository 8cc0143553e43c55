import type { Words } from '../../diagnostic.ts';
import type { Config } from '../../lint/settings/config.ts';
import { printableLine, printableName } from '../../source/printable.ts';
import type { CheckedCoverage, LintOptions, LintRun } from './lint-options.ts';

/** The least share of a draft that has to be cross-checked: what the command line asks for, else the configuration; undefined where nobody does. */
export function leastCoverage(
  { minCoverage }: LintOptions,
  config: Config | undefined,
): CheckedCoverage['least'] {
  if (minCoverage !== undefined) return { percent: minCoverage, by: '--min-coverage' };
  const written = config?.['min-coverage'];
  // the schema has seen to it that it is a percentage
  return written === undefined ? undefined : { percent: parseFloat(written), by: 'min-coverage' };
}

/** How many figures of those that stand alone are named. */
const NAMED = 5;

/** Of each draft of which less is cross-checked than is asked for: how far it is, and what stands alone first. */
export const lowCoverage = ({ coverage }: LintRun): readonly Words[] => coverage.filter(isLow).map(lowWords);

/** Where there are no figures, nothing is missing. */
const isLow = ({ figures, held, least }: CheckedCoverage): boolean =>
  least !== undefined && held * 100 < least.percent * figures;

function lowWords({ file, figures, held, alone, least }: CheckedCoverage): Words {
  const { percent = 0, by = '' } = least ?? {};
  // never as much as is asked for
  const share = `${Math.floor((held * 1000) / figures) / 10}%`;
  const more = Math.ceil((percent * figures) / 100) - held;
  const named = alone.slice(0, NAMED).map((each) => {
    const at = `${each.range.start.line}:${each.range.start.column}`;
    const text = printableLine(each.text);
    const place = each.file === file ? at : `${printableName(each.file)}:${at}`;
    return { en: `“${text}” (${place})`, zh: `“${text}”（${place}）` };
  });
  const left = alone.length - named.length;
  const en = named.map((each) => each.en).join(', ') + (left > 0 ? ` and ${left} more` : '');
  const zh = named.map((each) => each.zh).join('、') + (left > 0 ? `等，共${alone.length}个` : '');
  return {
    en: `${printableName(file)}: ${held} of ${figures} figures (${share}) are cross-checked, and ${by} asks for ${percent}%: ${more} more ${more === 1 ? 'is' : 'are'} needed; what stands alone: ${en}`,
    zh: `${printableName(file)}：${figures}个数字中有核对的${held}个（${share}），${by} 要求${percent}%，还差${more}个；只此一处的有${zh}`,
  };
}
