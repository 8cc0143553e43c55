// node test/reviewer/judge.mjs [right|wrong <mark>…]: see judge.ts
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = process.env['REPORT_REAL_TEXTS'];
if (folder === undefined || !existsSync(folder)) {
  console.error('REPORT_REAL_TEXTS names no folder with published reports');
  process.exit(2);
}
const made = mkdtempSync(join(tmpdir(), 'judge-'));
try {
  await build({
    entryPoints: [join(import.meta.dirname, 'judge.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: join(made, 'judge.mjs'),
    logLevel: 'error',
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
  });
  const { judge } = await import(pathToFileURL(join(made, 'judge.mjs')).href);
  const file = join(import.meta.dirname, 'judgements.tsv');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '# files, characters\t0\t0\n';
  await judge(file, text, process.argv.slice(2), folder);
} finally {
  rmSync(made, { recursive: true });
}
