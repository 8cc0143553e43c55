import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.mjs';

/** The licences of every package of which a file is bundled; Ajv’s own code is part of the compiled validator, and `docx` holds a copy of nanoid. */
export function licences(files) {
  const packages = new Set([
    'ajv',
    'nanoid',
    ...files.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  ]);
  return [...packages]
    .sort()
    .map((name) => {
      const folder = [
        join(root, 'node_modules/docx/node_modules', name),
        join(root, 'node_modules', name),
      ].find(existsSync);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
