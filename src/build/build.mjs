/** Bundles the program into dist/: one file, and one for what is heavy and rare. */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
/** inquirer, which is heavy and rare, is a file of its own that is loaded when it is used. */
const chunks = {
  name: 'chunks',
  setup({ onResolve }) {
    onResolve({ filter: /^inquirer$/ }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: './inquirer.cjs', external: true },
    );
  },
};
/** The prompt that opens an editor is not used, and would bring encodings of its own. */
const withoutEditor = {
  name: 'without-editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@inquirer\/external-editor$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export const editAsync = undefined;',
    }));
  },
};

/** The licences of every package that is bundled; Ajv’s own code is part of the compiled validator. */
function licences(inputs) {
  const packages = new Set([
    'ajv',
    ...inputs.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  ]);
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

// one file of CommonJS: the code that V8 has compiled can be kept for the next run, and what a run does not use is not run
const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.17',
  charset: 'utf8',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  metafile: true,
  supported: { 'dynamic-import': false },
  // modules rather than CommonJS, so that what is not used falls away
  mainFields: ['module', 'main'],
  alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
};

const built = [
  await build({ ...shared, entryPoints: ['src/main.ts'], outfile: 'dist/report.cjs', plugins: [chunks] }),
  await build({
    ...shared,
    entryPoints: ['inquirer'],
    outfile: 'dist/inquirer.cjs',
    plugins: [chunks, withoutEditor],
    footer: { js: 'module.exports=module.exports.default;' },
  }),
].map(({ metafile }) => metafile);
writeFileSync(join(root, 'dist/LICENSES.txt'), licences(built.flatMap(({ inputs }) => Object.keys(inputs))));
for (const { outputs } of built)
  for (const [name, { bytes }] of Object.entries(outputs))
    if (name.endsWith('.cjs')) console.log(`${name}: ${Math.round(bytes / 1024)} KB`);
