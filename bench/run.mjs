/**
 * What the program costs, as ratios in one run: to bare node, and to programs that do a part of what it does.
 *
 *   npm ci --prefix bench        installs the programs that it is compared with (once)
 *   npm run bench                runs every row and writes bench/RESULTS.md
 *   npm run bench -- version example --rounds 5
 *                                runs these rows, and writes nothing; with --write, puts them in place of what the
 *                                page says of them
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { leave } from './measure.mjs';
import { rows } from './rows.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '9' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean' },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(rows, name));
if (unknown.length > 0) {
  console.error(`no such row: ${unknown.join(', ')}; there are ${Object.keys(rows).join(', ')}`);
  process.exit(2);
}
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const chosen = positionals.length > 0 ? positionals : Object.keys(rows);
const results = [];
try {
  for (const name of chosen) {
    console.error(`… ${name}`);
    for (const result of await rows[name]({ rounds, seed })) {
      results.push(result);
      console.log(
        `${result.what}: ${result.value}${result.must ? ` (must ${result.must}${result.goal ? `, goal ${result.goal}` : ''})` : ''}${result.note ? ` · ${result.note}` : ''}`,
      );
    }
  }
} finally {
  leave();
}
if (positionals.length === 0 || values.write)
  writeFileSync(new URL('RESULTS.md', import.meta.url), await page());

/** The page as it is, of which a run of some rows keeps the others. */
function before() {
  const text = readFileSync(new URL('RESULTS.md', import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => /^\| (?!-)\S/.test(line));
  return {
    rounds: Number(/medians of (\d+) rounds/.exec(text)?.[1]),
    table: lines.map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  };
}

/** The page of results: what was measured, on what, and the table. */
async function page() {
  const cell = (text) => String(text ?? '').replaceAll('|', '\\|');
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const peers = new URL('package-lock.json', import.meta.url);
  const versions = existsSync(peers)
    ? Object.entries(JSON.parse(readFileSync(peers, 'utf8')).packages)
        .filter(([path]) =>
          /^node_modules\/(?:ajv-cli|@stoplight\/spectral-cli|zhlint|markdownlint-cli2|autocorrect-node)$/.test(
            path,
          ),
        )
        .map(([path, about]) => `${path.replace('node_modules/', '')} ${about.version}`)
        .join(', ')
    : '';
  const isWhole = positionals.length === 0;
  const old = isWhole ? { rounds, table: [] } : before();
  const now = results.map(({ what, value, must, goal, note }) => {
    const isSaid = rounds === old.rounds || /\brounds?\b/.test(note ?? '');
    const said = isSaid ? note : [note, `${rounds} rounds`].filter(Boolean).join('; ');
    return [what, value, must, goal, said].map(cell);
  });
  const table = [
    ...old.table.map((row) => now.find(([what]) => what === row[0]) ?? row),
    ...now.filter(([what]) => !old.table.some((row) => row[0] === what)),
  ];
  const text = `# What the program costs

Written by \`npm run bench\` (seed ${seed}). Every number is a ratio of medians of ${old.rounds} rounds in which the commands take turns, unless the row says otherwise; a ratio holds on other machines, a time does not. Each command is checked each time: it ends with the code that it must, and finds the faults that were put into the drafts and no other error.

report ${version}, Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores. Compared with ${versions}. All rules are on, and nothing is kept between runs but compiled code, unless the row says so.

| | measured | must | goal | |
| --- | --- | --- | --- | --- |
${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}
`;
  return format(text, { parser: 'markdown', printWidth: 110 });
}
