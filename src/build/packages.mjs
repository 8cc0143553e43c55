import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { ascii } from './ascii.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Packages, and modules of Node that take a while to load, each loaded when it is used. A package is bundled into a file. */
const packages =
  'chalk chokidar commander csv-parse/sync csv-stringify/sync diff docx fflate ignore inquirer marked parse5 picomatch saxes yaml';
const modules = 'node:child_process node:crypto node:fs/promises node:tty node:zlib';
const lazy = `${packages} ${modules}`.split(' ');
const isOwn = (id) => id.startsWith('node:');
const fileOf = (id) => `./packages/${id.split('/')[0]}.cjs`;

/** Whether an import is loaded when it is first used, not before. */
export const isLazy = (id) => lazy.includes(id);

const require = createRequire(import.meta.url);

const sources = readdirSync(join(root, 'src'), { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
  .join('\n');

/** What the program imports of a package; `default` for the whole. */
function namesOf(id) {
  const imports = sources.matchAll(
    new RegExp(
      `(?:import (\\w+)?(?:, )?(?:{([^}]*)})? from|const {([^}]*)} = await import\\() ?'${id}'`,
      'g',
    ),
  );
  return [...imports].flatMap(([, whole, some = '', later = '']) => [
    ...(whole ? ['default'] : []),
    ...`${some},${later}`.split(',').flatMap((name) => /^\s*(?!type )(\w+)/.exec(name)?.[1] ?? []),
  ]);
}

/** CommonJS with what is imported of a package, each of which loads the package when it is used. */
export function lazyModule(id) {
  const load = `require(${JSON.stringify(isOwn(id) ? id : fileOf(id))})`;
  const names = isOwn(id) ? Object.keys(require(id)) : namesOf(id);
  if (!names.includes('default') || isOwn(id)) return `module.exports={${getters(load, names)}};`;
  const whole = require(join(root, 'dist', fileOf(id))).default;
  const own = `{${getters(`${load}.default`, Object.keys(whole))}}`;
  return typeof whole === 'function'
    ? `module.exports=Object.defineProperties((...words)=>${load}.default(...words),Object.getOwnPropertyDescriptors(${own}));`
    : `module.exports=${own};`;
}

const getters = (load, names) =>
  [...new Set(names)]
    .map((name) => JSON.stringify(name))
    .map((name) => `get ${name}(){return ${load}[${name}]}`)
    .join(',');

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

/** Modules of Node that packages import, but seldom use. */
const lazyModules = {
  name: 'lazy-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, namespace }) =>
      isLazy(path) && namespace !== 'lazy' ? { path, namespace: 'lazy' } : { path, external: true },
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ contents: lazyModule(path) }));
  },
};

/** Bundles each package into a file. Returns the files that were read for it. */
export async function bundlePackages(dist) {
  const inputs = [];
  mkdirSync(join(dist, 'packages'), { recursive: true });
  for (const id of lazy.filter((each) => !isOwn(each))) {
    const { metafile, outputFiles } = await build({
      absWorkingDir: root,
      stdin: {
        contents: `export { ${[...new Set(namesOf(id))].join(', ')} } from '${id}';`,
        resolveDir: root,
      },
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20.17',
      charset: 'ascii',
      minify: true,
      legalComments: 'none',
      metafile: true,
      supported: { 'dynamic-import': false },
      // modules rather than CommonJS, so that what is not used falls away
      mainFields: ['module', 'main'],
      alias: { yaml: join(root, 'node_modules/yaml/browser/dist/index.js') },
      plugins: [withoutEditor, lazyModules],
    });
    writeFileSync(join(dist, fileOf(id)), ascii(outputFiles[0].text));
    inputs.push(...Object.keys(metafile.inputs));
  }
  return inputs;
}
