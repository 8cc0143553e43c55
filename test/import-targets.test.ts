import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';
import type { Target } from '../src/model/report.ts';

const folder = process.env['REPORT_REAL_TEXTS'] ?? '';
const written = join(import.meta.dirname, 'written-reports');

/** A target as it was read by hand. */
interface Wanted {
  readonly line: string;
  readonly isSure: boolean;
  readonly value: string | undefined;
  readonly dues: readonly string[];
  readonly name: RegExp;
}

const wantedOf = (line: string): Wanted => {
  const [figure = '', name = ''] = line.replace(/^\? /, '').split(' = ');
  const [value = '', dues] = figure.split(' by ');
  return {
    line,
    isSure: !line.startsWith('? '),
    value: value === '-' ? undefined : value,
    dues: dues?.split('|') ?? [],
    name: new RegExp(name, 'u'),
  };
};

/** A value without the verb that brings it, and without the commas of thousands. */
const plain = (value: string): string =>
  value
    .replaceAll(/[\s,]/g, '')
    .replace(/^(?:突破|超过|达到|约)/, '')
    .replace('－', '—');

const isSame = ({ value, dues, name }: Wanted, { id, data: { level, due, goal } }: Target): boolean =>
  (value === undefined ? level === undefined : level !== undefined && plain(level) === plain(value)) &&
  (dues.length === 0 || (due !== undefined && dues.includes(due))) &&
  name.test(`${id} ${goal ?? ''}`);

const texts = readFileSync(join(import.meta.dirname, 'real-targets.txt'), 'utf8')
  .split(/^== /m)
  .slice(1)
  .map((piece) => {
    const [name = '', today = '', ...lines] = piece.trimEnd().split('\n');
    return { name, today, lines: lines.filter((line) => line !== '') };
  });

/** Pairs each wanted target with one that was found, each of these once. */
function pairs(wanted: readonly Wanted[], found: readonly Target[]): ReadonlyMap<Wanted, Target> {
  const taken = new Map<Wanted, Target>();
  const used = new Set<Target>();
  for (const each of wanted) {
    const target = found.find((one) => !used.has(one) && isSame(each, one));
    if (target === undefined) continue;
    taken.set(each, target);
    used.add(target);
  }
  return taken;
}

describe('targets of plans that were read by hand', () => {
  it.each(texts)('$name', async ({ name, today, lines }) => {
    const file = [folder, written].map((each) => join(each, name)).find((each) => existsSync(each));
    if (file === undefined) {
      console.log(`skipped: ${name} (REPORT_REAL_TEXTS names no folder with it)`);
      return;
    }
    const { report } = importDocument(await readDocument(name, new Uint8Array(readFileSync(file))), {
      from: name,
      today: '2026-06-30',
      schema: () => 'x',
      keepAll: false,
      figures: true,
    });
    const wanted = lines.map(wantedOf);
    const right = pairs(wanted, report.targets);
    const sure = wanted.filter(({ isSure }) => isSure);
    const missing = sure.filter((each) => !right.has(each));
    const others = report.targets.filter((target) => ![...right.values()].includes(target));
    const now = `found ${sure.length - missing.length} of ${sure.length}, right ${right.size} of ${report.targets.length}`;
    console.log(
      `${name}: ${now}\n  not found: ${missing.map(({ line }) => line).join('; ')}\n  not right: ${others
        .map(({ id, data: { level = '', due = '' } }) => `${id}: ${level} ${due}`.trimEnd())
        .join('; ')}`,
    );
    // whoever betters the importer writes the new numbers down
    expect(now).toBe(today);
  });
});
