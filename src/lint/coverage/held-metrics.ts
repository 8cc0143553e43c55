import type { Path } from '../../diagnostic.ts';
import { knownReference } from '../../model/references.ts';
import type { Metric } from '../../model/report.ts';
import { sayingsOf } from '../../reading/mentions.ts';
import type { Prose } from '../../reading/prose.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Judged } from '../walk.ts';

/** The rules that hold something. */
export type Rules = ReadonlySet<string>;

/** By which nothing is held. */
export const none: Rules = new Set();

/** What rules held, by place. */
export class HeldPlaces {
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

/** The metrics of a report, with the rules that hold them. */
export class Metrics {
  /** Those that a text or a cell says, with the rules that hold them there. */
  readonly #said = new Map<Metric, Set<string>>();
  readonly #reading: Reading;
  readonly #notes: HeldPlaces;

  constructor(reading: Reading, notes: HeldPlaces) {
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

  /** HeldPlaces that a text or a cell says a metric, and is so held. */
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
export function metricsSaid(reading: Reading): ReadonlyMap<Prose, ReadonlyMap<number, Metric>> {
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
