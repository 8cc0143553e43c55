/** Renders every example anew, beside its draft. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
for (const folder of readdirSync(join(root, 'examples'), { withFileTypes: true }).filter((entry) => entry.isDirectory()))
  for (const file of readdirSync(join(root, 'examples', folder.name)).filter((name) => name.endsWith('.report.yaml')))
    execFileSync(
      process.execPath,
      ['bin/report.js', 'render', `examples/${folder.name}/${file}`, '--to', 'md,html', '--out', `examples/${folder.name}`, '--force'],
      { cwd: root, stdio: 'inherit' },
    );
