import type { Reading } from './reading.ts';
import type { Quantity } from '../quantity/value/quantity.ts';
import type { Prose } from './prose.ts';
import type { Report, Section } from '../model/report.ts';
import { textsSaying } from './said-in-words.ts';
import { statementAround } from './statements.ts';
import type { TextAlone } from './text-alone.ts';
import { sectionsBelow, type Declared, declaredOf, isSame } from './declared.ts';

/** A figure of the prose that is a declared one; without a figure where words say it: none, all. */
export interface Mention {
  readonly prose: Prose;
  readonly figure: Quantity | undefined;
}

export interface Saying {
  readonly declared: Declared;
  readonly mentions: readonly Mention[];
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
    const texts = [section, ...sectionsBelow(section)]
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
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const saidWithout = (declared: Declared, quantity: Quantity, texts: readonly Prose[]): readonly Mention[] =>
  textsSaying(declared, quantity, texts).map((prose) => ({ prose, figure: undefined }));

/** A figure of a text by what is equal in equal figures, and by the number before its unit where that is another. */
interface KeyedFigure {
  readonly figure: Quantity;
  readonly key: string;
  readonly keyInUnit: string | undefined;
}

const keyOf = ({ number, qualifier }: Pick<Quantity, 'number' | 'qualifier'>): string =>
  `${number.toFraction()} ${qualifier}`;

/** The figures of a text, which belongs to each of the sections around it, with their keys. */
const keyedFigures = ({ figures }: TextAlone): readonly KeyedFigure[] =>
  figures.map((figure) => ({
    figure,
    key: keyOf(figure),
    keyInUnit: figure.factor.equals(1)
      ? undefined
      : keyOf({ qualifier: figure.qualifier, number: figure.number.div(figure.factor) }),
  }));

type FigureMention = Mention & { readonly figure: Quantity };

function sayingsIn(declared: readonly Declared[], texts: readonly Prose[]): Saying[] {
  const figures = grouped(
    texts.flatMap((prose) => prose.once(keyedFigures).map((each) => ({ prose, ...each }))),
    ({ key }) => key,
  );
  const inUnits = grouped(
    [...figures.values()].flat().filter(({ keyInUnit }) => keyInUnit !== undefined),
    ({ keyInUnit }) => keyInUnit,
  );
  const said = new Map<Declared, readonly Mention[]>();
  for (const [value, group] of grouped(
    declared,
    ({ quantity }) => quantity && `${keyOf(quantity)} ${quantity.family}`,
  )) {
    const [first] = group;
    if (value === undefined || first?.quantity === undefined) continue;
    const { quantity } = first;
    const written = quantity.family === '' ? (inUnits.get(keyOf(quantity)) ?? []) : [];
    const equal = [...(figures.get(keyOf(quantity)) ?? []), ...written].filter(({ figure }) =>
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

/** Whether the words before a name speak of another year than the report’s. */
export const isOfOtherYear = (before: string, { data: { year } }: Report): boolean => {
  const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')) + 1);
  const named = /(?:19|20)\d{2}/.exec(sentence)?.[0] ?? (/去年|上年|往年/.test(sentence) ? '' : undefined);
  return named !== undefined && named !== String(year);
};
