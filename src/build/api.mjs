import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { isolatedDeclarationSync } from 'rolldown/experimental';
import { root } from './packages.mjs';

/** Modules whose types are published, by the name that they have in dist/api. */
const typed = {
  index: 'src/api/index.ts',
  shapes: 'src/api/shapes.ts',
  rule: 'src/api/rule.ts',
  reading: 'src/api/reading.ts',
  data: 'src/model/data.generated.ts',
};

/**
 * Writes what other programs import, for ESM and CommonJS: `workreport`, which shares the files of the program (`names` are what it
 * exports), and `workreport/rule`, which needs none of them; with their types.
 */
export async function buildApi(dist, names) {
  const folder = join(dist, 'api');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.cjs'), `'use strict';\nmodule.exports = require('../library.cjs');\n`);
  writeFileSync(
    join(folder, 'index.mjs'),
    `import library from './index.cjs';\n\nexport const { ${names.join(', ')} } = library;\n`,
  );
  for (const [format, extension] of [
    ['esm', 'mjs'],
    ['cjs', 'cjs'],
  ])
    await build({
      entryPoints: [join(root, 'src/api/rule.ts')],
      outfile: join(folder, `rule.${extension}`),
      bundle: true,
      format,
      platform: 'node',
      target: 'node20.17',
      charset: 'utf8',
      treeShaking: true,
    });
  for (const [name, path] of Object.entries(typed)) {
    const { code, errors } = isolatedDeclarationSync(path, readFileSync(join(root, path), 'utf8'));
    if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
    for (const kind of ['mjs', 'cjs'])
      writeFileSync(join(folder, `${name}.d.${kind.replace('js', 'ts')}`), withNames(code, kind));
  }
}

/** Imports by the names that the modules have in dist/api. @throws Error where a type is taken from a module that is not published */
function withNames(code, kind) {
  return code.replaceAll(/(from ["'])([^"']+)(["'])/g, (_, before, path, after) => {
    const name = Object.keys(typed).find((each) => path.endsWith(`/${typed[each].split('/').at(-1)}`));
    if (name === undefined) throw new Error(`the types of the library need ${path}`);
    return `${before}./${name}.${kind}${after}`;
  });
}
