import type { Reading } from './reading.ts';
import type { Path } from '../diagnostic.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import { areLike } from '../quantity/value/unit.ts';
import type { Prose } from './prose.ts';
import type { Report, Section } from '../model/report.ts';
import { textsSaying } from './said-in-words.ts';
import { statementAround } from './statements.ts';

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

/** A figure of the prose that is a declared one; without a figure where words say it: none, all. */
export interface Mention {
  readonly prose: Prose;
  readonly figure: Quantity | undefined;
}

export interface Saying {
  readonly declared: Declared;
  readonly mentions: readonly Mention[];
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
  const around: Section[] = [section, ...below(section)];
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

/** A section that declares figures, the texts that say them, and where each is said. */
export interface SectionSayings {
  readonly section: Section;
  /** Titles and bodies of the section and those below it, as published, and what its targets ask for. */
  readonly texts: readonly Prose[];
  readonly sayings: readonly Saying[];
}

/** Where each declared figure is said in the text of its section. Equal figures of a section are counted: each needs a place of its own. */
export const sayingsOf = (reading: Reading): readonly SectionSayings[] => reading.once(readSayings);

function readSayings(reading: Reading): readonly SectionSayings[] {
  const prose = grouped(reading.texts, ({ section }) => section);
  return [...grouped(declaredOf(reading), ({ section }) => section)].map(([section, declared]) => {
    const texts = [section, ...below(section)]
      .flatMap((each) => prose.get(each) ?? [])
      .filter(({ path }) => /^(?:title|body|goal)$/.test(String(path.at(-1))));
    return { section, texts, sayings: sayingsIn(declared, texts) };
  });
}

function grouped<Key, Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const below = (section: Section): readonly Section[] =>
  section.sections.flatMap((inner) => [inner, ...below(inner)]);

const saidWithout = (declared: Declared, quantity: Quantity, texts: readonly Prose[]): readonly Mention[] =>
  textsSaying(declared, quantity, texts).map((prose) => ({ prose, figure: undefined }));

type FigureMention = Mention & { readonly figure: Quantity };

function sayingsIn(declared: readonly Declared[], texts: readonly Prose[]): Saying[] {
  const key = ({ number, qualifier }: Pick<Quantity, 'number' | 'qualifier'>): string =>
    `${number.s * number.n}/${number.d} ${qualifier}`;
  const figures = grouped(
    texts.flatMap((prose) => prose.figures.map((figure): FigureMention => ({ prose, figure }))),
    ({ figure }) => key(figure),
  );
  const inUnits = grouped(
    [...figures.values()].flat().filter(({ figure }) => !figure.factor.equals(1)),
    ({ figure }) => key({ ...figure, number: figure.number.div(figure.factor) }),
  );
  const said = new Map<Declared, readonly Mention[]>();
  for (const [value, group] of grouped(
    declared,
    ({ quantity }) => quantity && `${key(quantity)} ${quantity.family}`,
  )) {
    const [first] = group;
    if (value === undefined || first?.quantity === undefined) continue;
    const { quantity } = first;
    const written = quantity.family === '' ? (inUnits.get(key(quantity)) ?? []) : [];
    const equal = [...(figures.get(key(quantity)) ?? []), ...written].filter(({ figure }) =>
      isSame(quantity, figure),
    );
    for (const [each, mentions] of shared(group, equal))
      said.set(each, mentions.length > 0 ? mentions : saidWithout(each, quantity, texts));
  }
  return declared.map((each) => ({ declared: each, mentions: said.get(each) ?? [] }));
}

/** Gives each of some equal figures its place: all of them to a single one, else those behind their names first, then the rest in order. */
function shared(
  group: readonly Declared[],
  equal: readonly FigureMention[],
): ReadonlyMap<Declared, readonly FigureMention[]> {
  const [only] = group;
  if (only && group.length === 1) return new Map([[only, equal]]);
  const free = new Set(equal);
  const given = new Map<Declared, readonly FigureMention[]>();
  for (const each of group) {
    const named = firstOf(free, (mention) => isBehindName(each, mention));
    if (named) {
      given.set(each, [named]);
      free.delete(named);
    }
  }
  for (const each of group) {
    const [next] = free;
    if (!given.has(each)) given.set(each, next ? [next] : []);
    if (next && given.get(each)?.[0] === next) free.delete(next);
  }
  return given;
}

function firstOf<T>(all: Iterable<T>, isWanted: (each: T) => boolean): T | undefined {
  for (const each of all) if (isWanted(each)) return each;
  return undefined;
}

/** Whether a name stands in the sentence before a figure, with no other figure between. */
function isBehindName({ names }: Declared, { prose, figure }: FigureMention): boolean {
  const { text } = prose;
  const [start] = statementAround(prose, figure.span);
  const before = text.slice(Math.max(start, figure.span[0] - 40), figure.span[0]);
  return names.some(
    (name) => before.includes(name) && !/\d/.test(before.slice(before.lastIndexOf(name) + name.length)),
  );
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

/** Whether the words before a name speak of another year than the report’s. */
export const isOfOtherYear = (before: string, { data: { year } }: Report): boolean => {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const named = /(?:19|20)\d{2}/.exec(sentence)?.[0] ?? (/去年|上年|往年/.test(sentence) ? '' : undefined);
  return named !== undefined && named !== String(year);
};
