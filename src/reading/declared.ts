import type { Reading } from './reading.ts';
import type { Path } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { areLike } from '../quantity/value/unit.ts';
import type { Section } from '../model/report.ts';

/** A figure that a draft declares: a metric’s value or a target’s level. */
export interface Declared {
  readonly kind: 'metric' | 'level';
  readonly id: string;
  /** What the text may call it: its name, and its id. */
  readonly names: readonly string[];
  /** Of its value or level. */
  readonly path: Path;
  readonly section: Section;
  readonly text: string;
  /** Undefined where the text is no figure. */
  readonly quantity: Quantity | undefined;
  /** Whether the text of its section need not say it: it has a source. */
  readonly silent: boolean;
}

/** Every declared figure of a report in the order of the text. */
export const declaredOf = (reading: Reading): readonly Declared[] => reading.once(readDeclared);

function readDeclared(reading: Reading): readonly Declared[] {
  return reading.report.sections.flatMap((section) => [
    ...section.metrics.flatMap(({ id, path, data: { value, unit, name, source } }): Declared[] =>
      value === undefined
        ? []
        : [
            {
              kind: 'metric',
              id,
              names: name === undefined ? [id] : [name, id],
              path: [...path, 'value'],
              section,
              text: value,
              quantity: reading.quantity(value, unit),
              silent: source !== undefined,
            },
          ],
    ),
    ...section.targets.flatMap(({ id, path, data: { level, metric } }): Declared[] =>
      level === undefined
        ? []
        : [
            {
              kind: 'level',
              id,
              names: [metric ?? id, id],
              path: [...path, 'level'],
              section,
              text: level,
              quantity: reading.quantity(level),
              silent: false,
            },
          ],
    ),
  ]);
}

/** Every figure that a section, those above it and those below it declare: values, years before, cells, levels, results. */
export function declaredIn(section: Section, reading: Reading): readonly Quantity[] {
  const around: Section[] = [section, ...sectionsBelow(section)];
  for (let above = section.parent; above; above = above.parent) around.push(above);
  return around.flatMap(({ metrics, tables, targets, results }) =>
    [
      ...metrics.flatMap(({ data }) =>
        [data.value, data.previous, ...Object.values(data.history ?? {})].map((text) => ({
          text,
          unit: data.unit,
        })),
      ),
      ...tables.flatMap(({ rows, data }) =>
        rows.flatMap(([, cells]) => cells.map((text) => ({ text: text ?? undefined, unit: data.unit }))),
      ),
      ...targets.flatMap(({ data }) =>
        [data.level, data.baseline].map((text) => ({ text, unit: undefined })),
      ),
      ...results.flatMap(({ data }) => [data.level, data.actual].map((text) => ({ text, unit: undefined }))),
    ].flatMap(({ text, unit }) => (text === undefined ? [] : (reading.quantity(text, unit) ?? []))),
  );
}

/** Whether a figure of the text is the declared one: the same number, reach and unit; a declared figure without a unit takes any. */
export function isSame(declared: Quantity, figure: Quantity): boolean {
  if (figure.kind === 'claim' || (declared.family !== '' && !areLike(declared.family, figure.family)))
    return false;
  // of “81,000 tonnes” a value without a unit says what is written
  if (
    !declared.number.equals(figure.number) &&
    !(declared.family === '' && declared.number.equals(figure.number.div(figure.factor)))
  )
    return false;
  return (
    declared.qualifier === figure.qualifier &&
    isSameEnd(declared, figure, 'low') &&
    isSameEnd(declared, figure, 'high')
  );
}

/** Rounding does not count: 1.7亿 and 17000万 are one figure; where words set the ends, the ends do. */
function isSameEnd(
  { qualifier, interval: a }: Quantity,
  { interval: b }: Quantity,
  end: 'low' | 'high',
): boolean {
  if (qualifier === 'exact' || qualifier === 'about') return true;
  const [one, other] = [a[end], b[end]];
  return one === undefined || other === undefined
    ? one === other
    : one.value.equals(other.value) && one.open === other.open;
}

/** What else may stand beside a name: last year’s value, the years before it, what was promised and what is planned. */
export function otherValues(id: string, reading: Reading): Quantity[] {
  const { targets, results } = reading.report;
  const metric = reading.names.metrics.get(id)?.data;
  const levels = [...targets, ...results]
    .filter((each) => each.id === id || ('metric' in each.data && each.data.metric === id))
    .map(({ data }) => data.level);
  return [metric?.value, metric?.previous, ...Object.values(metric?.history ?? {}), ...levels].flatMap(
    (text) => {
      const quantity = text === undefined ? undefined : reading.quantity(text, metric?.unit);
      return quantity ? [quantity] : [];
    },
  );
}

/** Every section below one, in the order of the text. */
export const sectionsBelow = (section: Section): readonly Section[] =>
  section.sections.flatMap((inner) => [inner, ...sectionsBelow(inner)]);
