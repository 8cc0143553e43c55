/** Bundles the program into dist/: its entry, what `lint` needs, a file for each package and for what only other commands use. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { rolldown } from 'rolldown';
import { buildApi } from './api.mjs';
import { ascii } from './ascii.mjs';
import { byLanguage } from './by-language.mjs';
import { buildId } from './build-id.mjs';
import { withLazyConstants } from './lazy-constants.mjs';
import { licences } from './licences.mjs';
import { checkLater, CORE, isProxy, laterEntries, laterFiles } from './later.mjs';
import { bundlePackages, isLazy, lazyModule, root } from './packages.mjs';
import { withoutPages } from './rule-pages.mjs';

const dist = join(root, 'dist');
rmSync(dist, { recursive: true, force: true });
const packages = await bundlePackages(dist);

/** Packages stand in files of their own, which are loaded when one of their exports is first used. */
const lazyPackages = {
  name: 'lazy-packages',
  resolveId(id, importer) {
    if (importer?.startsWith(LAZY)) return { id, external: true };
    return isLazy(id) ? LAZY + id : undefined;
  },
  load: (id) =>
    id.startsWith(LAZY) ? { code: lazyModule(id.slice(LAZY.length)), moduleType: 'js' } : undefined,
};
const LAZY = '\0lazy:';

/**
 * What a module of these reaches by imports is one file, but for what an earlier one of them has: what every command
 * takes, the checks, on which the others draw, and what `lint` takes besides. What is imported only when it is used is a file by itself.
 */
const inRoot = (path) => join(root, path);
const files = {
  cli: {
    roots: ['src/cli.ts', 'src/lint/checked.ts', 'src/lint/noting.ts', 'src/lint/section-file.ts'].map(
      inRoot,
    ),
    modules: new Set(['\0rolldown/runtime.js']),
  },
  core: { roots: [CORE], modules: new Set() },
  lint: { roots: ['src/commands/lint.ts', 'src/reporters/text.ts'].map(inRoot), modules: new Set() },
};
const filesOfModules = {
  name: 'files-of-modules',
  buildEnd() {
    const reach = (path, modules) => {
      if (modules.has(path)) return;
      modules.add(path);
      for (const next of this.getModuleInfo(path)?.importedIds ?? []) reach(next, modules);
    };
    for (const { roots, modules } of Object.values(files)) for (const path of roots) reach(path, modules);
  },
};

const bundle = await rolldown({
  cwd: root,
  input: { report: 'src/main.ts', library: 'src/api/index.ts', ...laterEntries },
  platform: 'node',
  plugins: [laterFiles, lazyPackages, filesOfModules],
  // what imports is run as it is written: neither bundled nor kept compiled it could
  external: (id) => (id.startsWith('node:') && !isLazy(id)) || id.endsWith('/bin/import-module.js'),
  preserveEntrySignatures: 'allow-extension',
  logLevel: 'warn',
});
const { output } = await bundle.generate({
  format: 'cjs',
  exports: 'named',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  codeSplitting: {
    includeDependenciesRecursively: false,
    groups: Object.entries(files).map(([name, { modules }], index) => ({
      name,
      test: (id) => modules.has(id) || (name === 'cli' && isProxy(id)),
      priority: 10 - index,
    })),
  },
});

for (const { code, fileName, moduleIds } of output) {
  const made = await transform(withLazyConstants(byLanguage(code)), {
    charset: 'ascii',
    minify: true,
    platform: 'node',
    target: 'node20.17',
    define: { BUILD_ID: JSON.stringify(buildId) },
    // an expression that is written stands for itself: made of a string, it is looked up each time that it is met
    supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
  });
  const { code: rest, pages } = withoutPages(ascii(made.code), `pages-of-${fileName}`);
  writeFileSync(join(dist, fileName), rest);
  if (pages) writeFileSync(join(dist, `pages-of-${fileName}`), pages);
  console.log(`dist/${fileName}: ${Math.round(rest.length / 1024)} KB, ${moduleIds.length} modules`);
}
const bundled = output.flatMap(({ moduleIds }) => moduleIds);
writeFileSync(join(dist, 'LICENSES.txt'), licences([...packages, ...bundled]));
checkLater(dist);
await buildApi(dist, output.find(({ name }) => name === 'library').exports);
