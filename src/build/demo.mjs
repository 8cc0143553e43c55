/** The main job on the real example: lint it, render it, say where the page is. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const example = 'examples/jiangmen-education/2017.report.yaml';
const page = 'dist/demo/2017.report.html';

/** Shows and runs one command line; stops where it fails. */
function report(...words) {
  console.log(`\n$ report ${words.join(' ')}\n`);
  const { status } = spawnSync(process.execPath, ['bin/report.js', ...words], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
}

report('lint', example);
report('render', example, '--to', 'html', '--out', page, '--force');
console.log(`\n网页在此，请用浏览器打开 / open the page in a browser:\n${join(root, page)}`);
