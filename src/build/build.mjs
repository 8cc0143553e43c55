/** Bundles the program into dist/: a small entry, and a bundle for each command and format that is loaded when it is used. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
/** Lets CommonJS packages require Node’s own modules from a bundle of modules. */
const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/cli\.ts$/ }, () => ({ path: './cli.js', external: true }));
    onResolve({ filter: /^node:/ }, ({ path, kind }) => (kind === 'require-call' ? { path, namespace: 'builtin' } : { path, external: true }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({ contents: `module.exports = process.getBuiltinModule('${path}');` }));
  },
};

/** The licences of every package that is bundled; Ajv’s own code is part of the compiled validator. */
function licences(inputs) {
  const packages = new Set(['ajv', ...inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [])]);
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(root, 'node_modules', name);
      const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
      return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}

const shared = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.17',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  metafile: true,
  // modules rather than CommonJS, so that what is not used falls away
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
  // heavy and rare: imported from node_modules when they are used
  external: ['diff', 'inquirer'],
  plugins: [builtins],
};

// the entry is a file of its own, so that --version loads nothing else
const entry = await build({ ...shared, entryPoints: ['src/main.ts'] });
const rest = await build({ ...shared, entryPoints: ['src/cli.ts'], splitting: true, chunkNames: 'chunks/[name]-[hash]' });
writeFileSync(join(root, 'dist/LICENSES.txt'), licences([...Object.keys(entry.metafile.inputs), ...Object.keys(rest.metafile.inputs)]));
const outputs = [...Object.values(entry.metafile.outputs), ...Object.values(rest.metafile.outputs)];
const size = outputs.reduce((sum, { bytes }) => sum + bytes, 0);
console.log(`dist: ${outputs.length} files, ${Math.round(size / 1024)} KB`);
