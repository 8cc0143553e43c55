import { countedFigures } from '../claims/counted-figures.ts';
import { datesIn } from '../claims/date-claims.ts';
import type { Path, Place, Range } from '../diagnostic.ts';
import { cellUnit, isEmptyCell } from '../model/cells.ts';
import { knownReference } from '../model/references.ts';
import type { Metric } from '../model/report.ts';
import { splitReferences } from '../model/split-references.ts';
import { sayingsOf } from '../reading/mentions.ts';
import type { Prose } from '../reading/prose.ts';
import type { Reading } from '../reading/reading.ts';
import type { Judged } from './walk.ts';

/** The rules that hold something. */
type Rules = ReadonlySet<string>;

/** A figure that nothing is held against: as it is written, and where. */
export interface LoneFigure extends Pick<Place, 'path' | 'span'> {
  readonly text: string;
}

/** How many figures of a report are held against something: another figure, a year, a formula. */
export interface CoverageCounts {
  /** Figures of texts and cells, and values that no text says; those of plans left out. */
  readonly figures: number;
  readonly held: number;
  /** Figures of plans and of what targets ask for, which nothing can be held against yet. */
  readonly planned: number;
  /** Dates in texts, which other rules look at. */
  readonly dates: number;
}

/** What was held, and what stands alone. */
interface Held extends CoverageCounts {
  /** The rules that hold a figure, by name. */
  readonly rules: readonly string[];
  readonly alone: readonly LoneFigure[];
  /** The rules that hold a metric. */
  readonly of: (metric: Metric) => readonly string[];
}

const none: Rules = new Set();

/** What rules held of a report. That a figure is its own declaration, or is printed by a reference to it, holds nothing: it is one figure. */
function heldIn(reading: Reading, judged: readonly Judged[]): Held {
  const notes = new Notes(judged);
  const tally = new Tally();
  const metrics = new Metrics(reading, notes);
  const said = metricsSaid(reading);
  for (const prose of reading.texts) {
    tally.dates += prose.once(datesIn).length;
    const figures = prose.once(countedFigures);
    if (isPlanned(prose)) tally.planned += figures.length;
    else
      for (const figure of figures) {
        const metric = metrics.printedAt(prose, figure.span[0]) ?? said.get(prose)?.get(figure.span[0]);
        const rules = [notes.inText(prose, figure.span[0]), metric ? metrics.rulesOf(metric) : none] as const;
        if (metric) metrics.say(metric, rules[0]);
        tally.take(rules, () => ({ ...prose.place(figure.span), text: figure.text }));
      }
  }
  takeCells(reading, notes, metrics, tally);
  takeValues(reading, notes, metrics, tally);
  return {
    figures: tally.figures,
    held: tally.held,
    planned: tally.planned,
    dates: tally.dates,
    rules: [...tally.rules].sort(),
    alone: tally.alone,
    of: (metric) => metrics.allRulesOf(metric),
  };
}

/** Whether a text tells what is to be. */
const isPlanned = ({ part, path }: Pick<Prose, 'part' | 'path'>): boolean =>
  part?.kind === 'plan' || path.at(-1) === 'goal';

/** What rules held, by place. */
class Notes {
  readonly #texts = new Map<Prose, Map<number, Set<string>>>();
  readonly #values = new Map<string, Set<string>>();

  constructor(judged: readonly Judged[]) {
    for (const { rule, held } of judged)
      for (const each of held)
        if ('path' in each) entry(this.#values, keyOf(each.path)).add(rule.id);
        else {
          const text = this.#texts.get(each.prose) ?? new Map<number, Set<string>>();
          this.#texts.set(each.prose, text);
          entry(text, each.figure.span[0]).add(rule.id);
        }
  }

  inText(prose: Prose, at: number): Rules {
    return this.#texts.get(prose)?.get(at) ?? none;
  }

  at(path: Path): Rules {
    return this.#values.get(keyOf(path)) ?? none;
  }
}

const keyOf = (path: Path): string => path.join('\0');

function entry<Key>(map: Map<Key, Set<string>>, key: Key): Set<string> {
  const known = map.get(key) ?? new Set<string>();
  map.set(key, known);
  return known;
}

/** What is counted so far. */
class Tally {
  figures = 0;
  held = 0;
  planned = 0;
  dates = 0;
  readonly rules = new Set<string>();
  readonly alone: LoneFigure[] = [];

  take(held: readonly Rules[], lone: () => LoneFigure): void {
    this.figures++;
    if (held.every(({ size }) => size === 0)) this.alone.push(lone());
    else {
      this.held++;
      for (const rules of held) for (const rule of rules) this.rules.add(rule);
    }
  }
}

/** The metrics of a report, with the rules that hold them. */
class Metrics {
  /** Those that a text or a cell says, with the rules that hold them there. */
  readonly #said = new Map<Metric, Set<string>>();
  readonly #reading: Reading;
  readonly #notes: Notes;

  constructor(reading: Reading, notes: Notes) {
    this.#reading = reading;
    this.#notes = notes;
  }

  /** The metric whose value a reference prints at a place of a text. */
  printedAt(prose: Prose, at: number): Metric | undefined {
    const name = prose.printedBy(at);
    return name === undefined ? undefined : this.named(name);
  }

  /** The metric of a reference: its own value, or what is reckoned from it. */
  named(name: string): Metric | undefined {
    const found = knownReference(name, this.#reading.names);
    return found?.kind === 'metric' ? found.metric : undefined;
  }

  /** Notes that a text or a cell says a metric, and is so held. */
  say(metric: Metric, held: Rules): void {
    const rules = entry(this.#said, metric);
    for (const rule of held) rules.add(rule);
  }

  isSaid(metric: Metric): boolean {
    return this.#said.has(metric);
  }

  /** The rules that hold a metric where it is declared, and wherever it is said. */
  allRulesOf(metric: Metric): readonly string[] {
    return [...new Set([...this.rulesOf(metric), ...(this.#said.get(metric) ?? [])])].sort();
  }

  rulesOf({ path, data }: Metric): Rules {
    return this.#notes.at([...path, data.value === undefined ? 'formula' : 'value']);
  }
}

/** The figures of texts that are declared: by text and place, the metric. */
function metricsSaid(reading: Reading): ReadonlyMap<Prose, ReadonlyMap<number, Metric>> {
  const found = new Map<Prose, Map<number, Metric>>();
  for (const { sayings } of sayingsOf(reading))
    for (const { declared, mentions } of sayings) {
      const metric = declared.kind === 'metric' ? reading.names.metrics.get(declared.id) : undefined;
      if (metric === undefined) continue;
      for (const { prose, figure } of mentions) {
        if (figure === undefined) continue;
        const text = found.get(prose) ?? new Map<number, Metric>();
        found.set(prose, text);
        text.set(figure.span[0], metric);
      }
    }
  return found;
}

const year = /^(?:19|20)\d{2}$/;

/** The cells of tables that are figures. */
function takeCells(reading: Reading, notes: Notes, metrics: Metrics, tally: Tally): void {
  for (const table of reading.report.tables)
    for (const [row, cells] of table.rows)
      for (const [column, text] of cells.entries()) {
        if (text === null || isEmptyCell(text) || year.test(text)) continue;
        const path: Path = [...table.path, 'rows', row, column];
        const [only, more] = splitReferences(text);
        const metric = only?.kind === 'reference' && !more ? metrics.named(only.name) : undefined;
        if (metric) metrics.say(metric, notes.at(path));
        else if (reading.quantity(text, cellUnit(table, column)) === undefined) continue;
        if (table.section.part.kind === 'plan') tally.planned++;
        else tally.take([notes.at(path), metric ? metrics.rulesOf(metric) : none], () => ({ path, text }));
      }
}

/** Values that no text says, what was reached, and what targets ask for. */
function takeValues(reading: Reading, notes: Notes, metrics: Metrics, tally: Tally): void {
  const { report, figures } = reading;
  const isFigure = (text: string | undefined): text is string =>
    text !== undefined && reading.quantity(text) !== undefined;
  for (const metric of report.metrics) {
    if (metrics.isSaid(metric) || figures.of(metric)?.measured === undefined) continue;
    const { path, data, section } = metric;
    if (section.part.kind === 'plan') tally.planned++;
    else
      tally.take([metrics.rulesOf(metric)], () => ({
        path: [...path, data.value === undefined ? 'formula' : 'value'],
        text: data.value ?? figures.print(metric, undefined) ?? '',
      }));
  }
  for (const { data } of report.targets) if (isFigure(data.level)) tally.planned++;
  for (const { path, data } of report.results) {
    const { level, actual } = data;
    const at: Path = [...path, 'actual'];
    if (isFigure(level)) tally.planned++;
    if (isFigure(actual)) tally.take([notes.at(at)], () => ({ path: at, text: actual }));
  }
}

/** A figure that stands alone, as it is written, in lines and columns. */
export interface LonePlace {
  readonly file: string;
  readonly range: Range;
  readonly text: string;
}

/** What lint says of its reach: how much it held, by which rules, and what stands alone. */
export interface FigureCoverage extends CoverageCounts {
  readonly rules: readonly string[];
  readonly alone: readonly LonePlace[];
}

const byPlace = (a: LonePlace, b: LonePlace): number =>
  (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.column - b.range.start.column;

/** What was held of a report, reckoned where it is first asked for. */
export class Reach {
  readonly #reading: Reading;
  readonly #judged: readonly Judged[];
  readonly #placeOf: (lone: LoneFigure) => LonePlace;
  #held: Held | undefined;

  /** @param placeOf where a figure stands in its file */
  constructor(reading: Reading, judged: readonly Judged[], placeOf: (lone: LoneFigure) => LonePlace) {
    this.#reading = reading;
    this.#judged = judged;
    this.#placeOf = placeOf;
  }

  /** The rules that hold a metric, by name. */
  of(metric: Metric): readonly string[] {
    return this.#all.of(metric);
  }

  get coverage(): FigureCoverage {
    const { figures, held, planned, dates, rules, alone } = this.#all;
    return {
      figures,
      held,
      planned,
      dates,
      rules,
      alone: alone.map((each) => this.#placeOf(each)).sort(byPlace),
    };
  }

  get #all(): Held {
    return (this.#held ??= heldIn(this.#reading, this.#judged));
  }
}
