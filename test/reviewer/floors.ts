import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure } from './measure.ts';

/** How many passages of a kind at least come out as they should: they only rise. */
export interface Floor {
  readonly found: number;
  readonly silent: number;
}

/** Where the floors stand: a set, a kind, a language, found, silent. */
export const floorsFile = join(import.meta.dirname, 'floors.tsv');

const keyOf = (set: string, { kind, language }: Pick<Measure, 'kind' | 'language'>): string =>
  `${set}\t${kind}\t${language}`;

/** The floors by set, kind and language. */
export class Floors {
  readonly #floors = new Map<string, Floor>();

  constructor(text = readFileSync(floorsFile, 'utf8')) {
    for (const line of text.split('\n').filter((each) => each !== '' && !each.startsWith('#'))) {
      const [set, kind, language, found, silent] = line.split('\t');
      this.#floors.set(`${set}\t${kind}\t${language}`, { found: Number(found), silent: Number(silent) });
    }
  }

  of(set: string, measure: Measure): Floor {
    return this.#floors.get(keyOf(set, measure)) ?? { found: 0, silent: 0 };
  }

  /** Raises what is measured higher. */
  raise(set: string, measures: readonly Measure[]): void {
    for (const measure of measures) {
      const { found, silent } = this.of(set, measure);
      this.#floors.set(keyOf(set, measure), {
        found: Math.max(found, measure.found.right),
        silent: Math.max(silent, measure.silent.right),
      });
    }
  }

  get text(): string {
    const lines = [...this.#floors].map(([key, { found, silent }]) => `${key}\t${found}\t${silent}`);
    return `# set, kind, language, found at least, silent at least; \`npm run update\` raises them, nothing lowers them\n${lines.sort().join('\n')}\n`;
  }
}
