import type { Language } from '../diagnostic.ts';
import type { RevisionData } from '../model/data.generated.ts';
import { listed } from '../model/labels.ts';
import type { Result, Section, Target } from '../model/report.ts';
import { keyName, valueName } from '../source/grammar.ts';
import type { Block, Inline } from './block.ts';
import { renderWords } from './words.ts';

/** What a section says for the office only: who leads, the targets set in it and the outcome of last year’s. Nothing where it says nothing. */
export function internalBlocks(
  section: Section,
  line: (text: string) => Inline[],
  language: Language,
): Block[] {
  const ledger = new Ledger(language);
  const entries = [
    ledger.offices(section),
    ...section.targets.map((target) => ledger.target(target)),
    ...section.results.map((result) => ledger.result(result)),
  ];
  const items = entries.filter(([head]) => head !== '').map((entry) => itemOf(entry, line));
  if (items.length === 0) return [];
  return [
    {
      kind: 'internal',
      label: renderWords.internal[language],
      blocks: [{ kind: 'list', start: undefined, loose: false, items }],
    },
  ];
}

/** A line and the lines below it. */
type Entry = readonly [head: string, ...below: string[]];

function itemOf([head, ...below]: Entry, line: (text: string) => Inline[]): Block[] {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text: line(text) });
  const list: Block = {
    kind: 'list',
    start: undefined,
    loose: false,
    items: below.map((text) => [paragraph(text)]),
  };
  return below.length === 0 ? [paragraph(head)] : [paragraph(head), list];
}

/** The words of the ledger: `key：value；key：value`, keys named as a draft in this language names them. */
class Ledger {
  readonly #language: Language;

  constructor(language: Language) {
    this.#language = language;
  }

  offices({ data: { lead, support } }: Section): Entry {
    return [this.#join([this.#pair('lead', lead), this.#pair('support', this.#list(support))])];
  }

  target({ id, data }: Target): Entry {
    const {
      goal,
      level,
      metric,
      baseline,
      due,
      firm,
      milestones = [],
      lead,
      support,
      leader,
      origin,
      revised = [],
    } = data;
    const pairs = { goal, level, metric, baseline, due, lead, support: this.#list(support), leader, origin };
    const firmness = firm === undefined ? '' : renderWords[firm ? 'firm' : 'stretch'][this.#language];
    const steps = milestones.map((step) =>
      this.#titled('milestone', [this.#pair('due', step.due), this.#pair('goal', step.goal)]),
    );
    return [
      this.#titled('target', [id, ...this.#pairs(pairs), firmness]),
      ...steps,
      ...revised.map((each) => this.#revision(each)),
    ];
  }

  result({ id, data }: Result): Entry {
    const { outcome, level, due, lead, actual, date, reason, remedy, progress = [], revised = [] } = data;
    const pairs = { level, due, lead, actual, date, reason, remedy };
    const steps = progress.map((step) =>
      [step.date, step.value, step.note].filter((text) => text !== undefined && text !== '').join(' '),
    );
    const said = outcome === undefined ? '' : valueName(outcome, this.#language);
    return [
      this.#titled('result', [id, said, ...this.#pairs(pairs)]),
      ...revised.map((each) => this.#revision(each)),
      ...steps,
    ];
  }

  #revision({ level, due, date, by, reason }: RevisionData): string {
    return this.#titled('revision', this.#pairs({ level, due, date, by, reason }));
  }

  #titled(word: 'target' | 'result' | 'milestone' | 'revision', parts: readonly string[]): string {
    return `${renderWords[word][this.#language]}${this.#colon}${this.#join(parts)}`;
  }

  #pairs(values: Readonly<Record<string, string | undefined>>): string[] {
    return Object.entries(values).map(([key, value]) => this.#pair(key, value));
  }

  #pair(key: string, value: string | undefined): string {
    return value === undefined || value === '' ? '' : `${keyName(key, this.#language)}${this.#colon}${value}`;
  }

  #list(names: readonly string[] | undefined): string | undefined {
    return names && listed(names, this.#language);
  }

  #join(parts: readonly string[]): string {
    // a sentence among others loses its stop
    const bare = parts
      .filter((part) => part !== '')
      .map((part, index, all) => (index < all.length - 1 ? part.replace(/[.。；;]\s*$/, '') : part));
    return bare.join(this.#language === 'zh' ? '；' : '; ');
  }

  get #colon(): string {
    return this.#language === 'zh' ? '：' : ': ';
  }
}
