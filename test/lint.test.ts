import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './cli.ts';

const cases = join(import.meta.dirname, 'lint');

/** Each folder of test/lint is a run: its drafts, `arguments.txt` where they matter, and `expected.txt` with streams and exit code. */
describe('lint', () => {
  it.each(readdirSync(cases))('%s', async (name) => {
    const cwd = join(cases, name);
    const given = join(cwd, 'arguments.txt');
    const argv = existsSync(given) ? readFileSync(given, 'utf8').trim().split(/\s+/) : ['lint'];
    const { code, stdout, stderr } = await report(cwd, argv);
    await expect(`$ report ${argv.join(' ')}\n${stderr}${stdout}exit ${code}\n`).toMatchFileSnapshot(
      join(cwd, 'expected.txt'),
    );
  });
});
