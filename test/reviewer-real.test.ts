import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deep } from './depth.ts';
import { readJudgements } from './reviewer/judgements.ts';
import { kinds } from './reviewer/kinds.ts';
import { realFindings } from './reviewer/real-findings.ts';

const folder = process.env['REPORT_REAL_TEXTS'];

it('a reader has judged every finding on published texts', async () => {
  if (folder === undefined || !existsSync(folder))
    return console.log('skipped: REPORT_REAL_TEXTS names no folder with published reports');
  const { files, characters, findings } = await realFindings(folder, deep ? 1 : 15);
  const judged = readJudgements();
  expect(
    findings
      .filter(({ mark }) => !judged.findings.has(mark))
      .map(({ mark, name, diagnostic }) => `${mark} ${name} ${diagnostic.rule} ${diagnostic.message.zh}`),
    'to be judged: node test/reviewer/judge.mjs',
  ).toEqual([]);
  if (!deep) return;
  const raised = new Set(findings.map(({ mark }) => mark));
  expect(
    [...judged.findings.keys()].filter((mark) => !raised.has(mark)),
    'raised no longer: node test/reviewer/judge.mjs takes them out',
  ).toEqual([]);
  expect([judged.files, judged.characters]).toEqual([files, characters]);
});

it('what lint finds by reading is wrong at most once in 20,000 characters of published texts', () => {
  const { characters, findings } = readJudgements();
  const reading = new Set(Object.values(kinds).flatMap(({ rules }) => rules));
  const wrong = [...findings.values()].filter(
    ({ rule, verdict }) => verdict === 'wrong' && reading.has(rule),
  );
  expect(wrong.length * 20_000).toBeLessThanOrEqual(characters);
});
