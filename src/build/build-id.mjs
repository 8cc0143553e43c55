/** Tells builds of one version apart: a digest of everything that the program is built from. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packages.mjs';

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|mjs)$/.test(name))
  .map((name) => join('src', name));
const made = createHash('sha256');
for (const name of ['package-lock.json', ...sources].sort())
  made.update(name.replaceAll('\\', '/')).update(readFileSync(join(root, name)));

/** The digest, as a word. */
export const buildId = made.digest('base64url').slice(0, 16);
