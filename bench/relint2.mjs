/**
 * Checks a draft that changes again and again in one process, and prints the median of what a check took, in ms.
 * V8 is told what `bin/report.js` tells it at the start of each run, a watch too.
 * Usage: node bench/relint.mjs <draft> [broken]; with `broken`, each change leaves a bracket unclosed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const [file, kind] = process.argv.slice(2);
const require = createRequire(import.meta.url);
if(process.env.TUNE)require('../bin/code-cache.js').tune(); if(process.env.OPT)require('node:v8').setFlagsFromString(process.env.OPT);
const { main } = require(fileURLToPath(new URL('../dist/report.cjs', import.meta.url)));
const text = readFileSync(file, 'utf8');
// between two sections in the middle
const at = text.indexOf('\n    - ', text.length >> 1) + 1;
const times = [];
for (let round = 0; round < 60; round++) {
  const change = kind === 'broken' ? `    - x${round}: [a, b\n` : `    # change ${round}\n`;
  writeFileSync(file, text.slice(0, at) + change + text.slice(at));
  let written = '';
  const output = { write: (more) => (written += more), isTTY: false, columns: 80, failure: () => undefined };
  const start = process.hrtime.bigint();
  const code = await main(['lint', file, '--lang', 'en'], {
    cwd: dirname(file),
    env: {},
    stdout: output,
    stderr: output,
    interactive: false,
    today: '2018-01-20',
  });
  const took = Number(process.hrtime.bigint() - start) / 1e6;
  if (code !== (kind === 'broken' ? 1 : 0)) throw new Error(`ended with ${code}: ${written.slice(-300)}`);
  if (kind === 'broken' && !/ yaml$/m.test(written))
    throw new Error(`the bracket was not found: ${written.slice(-300)}`);
  if (round >= 20) times.push(took);
}
writeFileSync(file, text);
console.log(median(times));
