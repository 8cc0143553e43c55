import type { Reading } from '../../reading/reading.ts';
import type { Finding, Words } from '../../diagnostic.ts';
import { calculationOf, operandPlaces } from '../../reading/calculation.ts';
import type { Figure } from '../../reading/read-figure.ts';
import type { Figures } from '../../reading/figures.ts';
import { hasPlaceholder } from '../../model/placeholders.ts';
import type { Metric } from '../../model/report.ts';
import { dimensionText, fits, isPoints, isShare } from '../../quantity/value/dimension.ts';
import { namesIn, type Expression } from '../../quantity/value/formula.ts';
import type { HeldFigure, ReportClaim } from '../claim.ts';
import type { EvaluationProblem } from '../../quantity/value/evaluate.ts';
import { meet, scale } from '../../quantity/value/interval.ts';
import { measuredOf, type Measured } from '../../quantity/value/arithmetic.ts';
import { printInterval, printMeasured } from '../../quantity/value/print.ts';

/** A declared value, or one that a formula alone gives, with the formula: what it reckons with is held against the value. */
export interface FormulaClaim extends ReportClaim {
  readonly figure: Figure;
  readonly formula: Expression;
}

/** What is wrong with the formulas of a report. */
export function* formulaFindings(reading: Reading): Generator<Finding> {
  yield* circleFindings(reading);
  for (const claim of reading.once(formulaClaims)) yield* judgedFormula(claim, reading);
}

/** Metrics whose formulas need each other. */
export const circleFindings = ({ figures }: Reading): readonly Finding[] => figures.circles.map(circular);

/** The formulas of a report; one that does not come to anything holds nothing. */
export const formulaClaims = ({ figures }: Reading): readonly FormulaClaim[] =>
  figures.all.flatMap((figure) =>
    figure.formula && figure.outcome
      ? [{ figure, formula: figure.formula, figures: heldBy(figure, figure.formula, figures) }]
      : [],
  );

/** A value with the operands of its formula; where there is no value, what the formula comes to. */
function heldBy(
  { metric, declared, outcome }: Figure,
  formula: Expression,
  figures: Figures,
): readonly HeldFigure[] {
  if (outcome === undefined || 'problem' in outcome) return [];
  if (metric.data.value === undefined) return [{ path: [...metric.path, 'formula'] }];
  if (declared === undefined) return [];
  const operands = new Set(namesIn(formula).map(({ name }) => name));
  return [
    { path: [...metric.path, 'value'] },
    ...[...operands].flatMap((name): HeldFigure[] => {
      const { path } = figures.operand(name);
      return path ? [{ path }] : [];
    }),
  ];
}

function circular(circle: readonly Metric[]): Finding {
  const [first, ...others] = circle.map(({ id, path }) => ({
    id,
    path: [...path, 'formula'] as Metric['path'],
  }));
  const names = [first, ...others, first].map((each) => each?.id ?? '');
  const shown = names.length > 12 ? [...names.slice(0, 6), '…', ...names.slice(-5)] : names;
  return {
    path: first?.path as Metric['path'],
    message: 'circular',
    data: { circle: shown.join(' → ') },
    related: others.slice(0, 8).map(({ id, path }) => ({ path, note: { en: id, zh: id } })),
  };
}

/** What is wrong with a formula, or with the value beside it. */
export function* judgedFormula({ figure, formula }: FormulaClaim, { figures }: Reading): Generator<Finding> {
  const { path, data } = figure.metric;
  const { outcome } = figure;
  if (outcome === undefined) return;
  if ('problem' in outcome)
    yield {
      path: [...path, 'formula'],
      ...problemOf(outcome.problem, formula, figures, data.formula ?? ''),
    };
  else if (data.value !== undefined)
    yield* againstValue(figure, data.value, outcome.measured, formula, figures);
}

/** A declared value that is not what its formula comes to. */
function* againstValue(
  { metric: { id, path, data }, declared }: Figure,
  text: string,
  measured: Measured,
  formula: Expression,
  figures: Figures,
): Generator<Finding> {
  const name = data.name ?? id;
  const at: Finding = { path: [...path, 'value'], message: 'unreadable', data: { name, text } };
  const value = declared && measuredOf(declared);
  if (value === undefined) {
    if (declared === undefined && !hasPlaceholder(text)) yield at;
    return;
  }
  const result = likeValue(measured, value);
  const step = value.step ?? declared?.step;
  const computed: Words = {
    en: printMeasured(result, 'en', { step }),
    zh: printMeasured(result, 'zh', { step }),
  };
  const fit = fits(value.dimension, result.dimension);
  if (fit && (meet(value.interval, result.interval) || isConverted(data.formula ?? '', value, result)))
    return;
  const calculation = calculationOf(formula, figures);
  const steps: Finding['related'] = [
    { path: [...path, 'formula'], note: withInterval(calculation, computed, result) },
    ...(fit ? valueNote(at, value, text) : []),
    ...operandPlaces(formula, figures),
  ];
  const common = { name, value: text, computed: computed.en, computedZh: computed.zh };
  yield fit
    ? { ...at, message: 'differs', data: common, related: steps }
    : {
        ...at,
        message: 'unit-differs',
        data: {
          ...common,
          unit: dimensionText(result.dimension),
          points: isPoints(result.dimension) ? 1 : 0,
        },
        related: steps,
      };
}

/** Whether a formula turns a share into per cent, or a rate into one per 100,000, by its own constant: closed / found * 100. */
function isConverted(formula: string, value: Measured, result: Measured): boolean {
  const worth = value.unit.factor.inverse();
  if (worth.d !== 1n || worth.n < 100n || !(isShare(value.dimension) || value.dimension.per.length > 0))
    return false;
  const constants: readonly string[] =
    formula.replaceAll(',', '').match(/(?<![\p{L}\d.])\d+(?![\p{L}\d.])/gu) ?? [];
  return (
    constants.includes(String(worth.n)) && meet(value.interval, scale(result.interval, value.unit.factor))
  );
}

/** A result in the unit of the value that it is held against. */
function likeValue(result: Measured, value: Measured): Measured {
  const same =
    result.dimension.of.join() === value.dimension.of.join() ||
    (value.unit.written !== '' && fits(value.dimension, result.dimension));
  return same && value.unit.written !== '' ? { ...result, unit: value.unit } : result;
}

function withInterval(calculation: Words, computed: Words, result: Measured): Words {
  const [en, chinese] = [printInterval(result, 'en'), printInterval(result, 'zh')];
  return {
    en: `${calculation.en} = ${computed.en}${en === undefined ? '' : `, that is ${en}`}`,
    zh: `${calculation.zh} = ${computed.zh}${chinese === undefined ? '' : `，即${chinese}`}`,
  };
}

/** What a rounded value may stand for. */
function valueNote({ path }: Finding, value: Measured, text: string): NonNullable<Finding['related']> {
  const [en, chinese] = [printInterval(value, 'en'), printInterval(value, 'zh')];
  return en === undefined
    ? []
    : [{ path, note: { en: `${text} stands for ${en}`, zh: `“${text}”指${chinese ?? ''}` } }];
}

function problemOf(
  { message, span, sides }: EvaluationProblem,
  formula: Expression,
  figures: Figures,
  text: string,
): Omit<Finding, 'path'> {
  const name = text.slice(...span).replaceAll('"', '');
  const value = figures.operand(name).text;
  const related = operandPlaces(formula, figures);
  const shown: Words = {
    en: value === '' ? `“${name}”` : `${name} (${value})`,
    zh: value === '' ? `“${name}”` : `“${name}”（${value}）`,
  };
  const [left, right] = sides ?? [];
  return {
    span,
    message,
    data: {
      name,
      text: value,
      divisor: shown.en,
      divisorZh: shown.zh,
      ...(left &&
        right && {
          left: printMeasured(left, 'en'),
          right: printMeasured(right, 'en'),
          leftZh: printMeasured(left, 'zh'),
          rightZh: printMeasured(right, 'zh'),
        }),
    },
    related,
  };
}
