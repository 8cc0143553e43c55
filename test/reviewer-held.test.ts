import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kinds } from './reviewer/kinds.ts';
import { outcomeOf, passagesIn } from './reviewer/passages.ts';

const folder = join(import.meta.dirname, 'reviewer/held');
const outcomes = readdirSync(folder)
  .flatMap((name) => passagesIn(readFileSync(join(folder, name), 'utf8')))
  .map((passage) => outcomeOf(passage, kinds[passage.kind] ?? []));

const silent = ({ others }: (typeof outcomes)[number]): boolean => others.length === 0;
if (process.env['HELD_SHOW'] !== undefined) {
  const { writeFileSync } = await import('node:fs');
  writeFileSync('/tmp/held-misses.txt', outcomes.filter((o) => o.passage.wrong ? !o.found || !silent(o) : !silent(o)).map((o) => [o.passage.wrong ? (o.found ? 'BESIDE' : 'MISSED') : 'RAISED', o.passage.kind, o.passage.language, o.passage.draft.split('\n').slice(6).join('\n'), ...o.others.map((e) => `   >> ${e.severity} ${e.rule} ${e.code} ${e.range.start.line}:${e.range.start.column} ${e.message.zh}`)].join(' | ')).join('\n----\n'));
}

it('held-out passages', () => {
  const rows = Object.keys(kinds).map((kind) => {
    const of = outcomes.filter(({ passage }) => passage.kind === kind);
    const wrong = of.filter(({ passage }) => passage.wrong);
    const sound = of.filter(({ passage }) => !passage.wrong);
    return `${kind}\t${wrong.filter(({ found }) => found).length}/${wrong.length}\t${sound.filter(silent).length}/${sound.length}\tbeside ${wrong.filter((o) => !silent(o)).length}`;
  });
  console.log(rows.join('\n'));
  const wrong = outcomes.filter(({ passage }) => passage.wrong);
  const sound = outcomes.filter(({ passage }) => !passage.wrong);
  for (const language of ['zh', 'en']) {
    const w = wrong.filter(({ passage }) => passage.language === language);
    const s = sound.filter(({ passage }) => passage.language === language);
    console.log(language, w.filter(({ found }) => found).length, w.length, s.filter(silent).length, s.length);
  }
  expect(outcomes.length).toBeGreaterThan(400);
});
