/**
 * Start-up, as ratios to `node -e 0` in one run: the commands take turns, and medians are compared.
 * Usage: node bench/startup.mjs [rounds]
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = 'examples/jiangmen-education/2017.report.yaml';
const commands = {
  'node -e 0': ['-e', '0'],
  'report --version': ['bin/report.js', '--version'],
  'report --help': ['bin/report.js', '--help'],
  'report lint (the example)': ['bin/report.js', 'lint', example],
};
const goals = { 'report --version': 1.15, 'report lint (the example)': 3 };

const rounds = Number(process.argv[2] ?? 21);
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = -2; round < rounds; round++)
  for (const [name, argv] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, argv, { cwd: root, stdio: 'ignore' });
    const took = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    if (round >= 0) times[name].push(took);
  }

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const bare = median(times['node -e 0']);
for (const [name, values] of Object.entries(times)) {
  const ratio = median(values) / bare;
  const goal = goals[name];
  console.log(
    `${ratio.toFixed(2).padStart(6)}  ${name}${goal === undefined ? '' : `  (goal ≤ ${goal}${ratio > goal ? ', missed' : ''})`}`,
  );
}
