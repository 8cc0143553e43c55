import type { Reading } from '../reading/reading.ts';
import type { Finding, Words } from '../diagnostic.ts';
import type { Figure } from '../reading/read-figure.ts';
import type { Figures } from '../reading/figures.ts';
import { knownReference, type Names } from '../model/references.ts';
import type { Metric } from '../model/report.ts';
import { namesIn } from '../quantity/value/formula.ts';
import { measuredOf } from '../quantity/value/arithmetic.ts';
import { formulaFindings } from '../claims/rates/formula-findings.ts';
import { resultMessages, syntaxMessages } from '../messages/formulas.ts';

/**
 * What came of a formula: it was computed and its value is what it makes, or is not; or it was not computed, and why.
 * That nothing was found wrong is no proof: it holds only where both sides were there to be compared.
 */
export type FormulaCheck =
  { readonly kind: 'holds' | 'differs' } | { readonly kind: 'uncomputed'; readonly reason: Words };

/** Checks the formula of any metric of a report; undefined where it has none. */
export function formulaChecks(reading: Reading): (metric: Metric) => FormulaCheck | undefined {
  const { figures, names } = reading;
  const circular = new Set(figures.circles.flat());
  const findings = new Map(
    [...formulaFindings(reading)].map((finding) => [keyOf(finding.path.slice(0, -1)), finding]),
  );
  return (metric) => {
    if (metric.data.formula === undefined) return undefined;
    if (circular.has(metric)) return uncomputed({ en: 'formulas need each other', zh: '算式互相引用' });
    const figure = figures.of(metric);
    if (figure?.formula === undefined) return uncomputed(unreadable(metric.data.formula, reading));
    if (figure.outcome === undefined) return uncomputed(lackOf(figure, figures, names, circular));
    const finding = findings.get(keyOf(metric.path));
    if ('problem' in figure.outcome) return uncomputed(wordsOf(finding));
    if (
      metric.data.value !== undefined &&
      (figure.declared === undefined || measuredOf(figure.declared) === undefined)
    )
      return uncomputed({ en: 'its value is no figure yet', zh: '数值还不是一个数' });
    return { kind: finding === undefined ? 'holds' : 'differs' };
  };
}

const keyOf = (path: readonly (string | number)[]): string => path.join('\n');

const uncomputed = (reason: Words): FormulaCheck => ({ kind: 'uncomputed', reason });

/** A finding of the rule on formulas, in its own words. */
function wordsOf(finding: Finding | undefined): Words {
  const message = finding && resultMessages[finding.message];
  const data = finding?.data ?? {};
  return message
    ? { en: message.en(data), zh: message.zh(data) }
    : { en: 'it cannot be computed', zh: '无法计算' };
}

function unreadable(formula: string, reading: Reading): Words {
  const parsed = reading.formula(formula);
  const message = 'problem' in parsed ? syntaxMessages[parsed.problem.message] : undefined;
  const data = 'problem' in parsed ? { found: parsed.problem.found } : {};
  return message
    ? { en: message.en(data), zh: message.zh(data) }
    : { en: 'the formula cannot be read', zh: '算式读不懂' };
}

/** Which operand has no value, and why; the first of them in the order of the formula. */
function lackOf({ formula }: Figure, figures: Figures, names: Names, circular: ReadonlySet<Metric>): Words {
  for (const { name } of formula === undefined ? [] : namesIn(formula)) {
    if (figures.operand(name).operand.kind === 'figure') continue;
    const reference = knownReference(name, names);
    if (reference === undefined) return { en: `nothing is called “${name}”`, zh: `没有叫“${name}”的指标` };
    if (reference.kind === 'metric' && circular.has(reference.metric))
      return { en: `the formula of “${name}” needs itself`, zh: `“${name}”的算式绕回到自身` };
    return { en: `“${name}” has no value`, zh: `“${name}”没有数值` };
  }
  return { en: 'no operand has a value', zh: '参与计算的各数都没有数值' };
}
