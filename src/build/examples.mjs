/** Renders every example anew, beside its draft: what is published, and what is internal where the folder has an internal rendering. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const formats = ['md', 'html'];
const render = (draft, ...options) =>
  execFileSync(process.execPath, ['bin/report.js', 'render', draft, ...options, '--force'], {
    cwd: root,
    stdio: 'inherit',
  });

for (const folder of readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
))
  for (const file of readdirSync(join(root, 'examples', folder.name)).filter((name) =>
    name.endsWith('.report.yaml'),
  )) {
    const draft = `examples/${folder.name}/${file}`;
    render(draft, '--to', formats.join(','), '--out', `examples/${folder.name}`);
    for (const format of formats) {
      const internal = draft.replace(/yaml$/, `internal.${format}`);
      if (existsSync(join(root, internal))) render(draft, '--to', format, '--internal', '--out', internal);
    }
  }
