import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { parse } from 'yaml';

/** The fast reader of YAML, from the source. */
async function fastReader(root) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'src/source/fast/fast-parse.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).parseFast;
}

/** How many of the drafts, and of the texts that come with the program, are not read fast. */
export async function countFallbacks(root, drafts, newDraft) {
  const parseFast = await fastReader(root);
  const files = (folder, wanted) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((name) => wanted.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8'));
  const templates = files('templates', /\.yaml$/);
  const texts = {
    'generated drafts': drafts,
    examples: files('examples', /\.(?:report|section)\.yaml$/),
    templates,
    'drafts that `report new` writes': templates.map((text) => newDraft(parse(text).id)),
  };
  return Object.entries(texts).map(([name, all]) => ({
    name,
    count: all.length,
    fallbacks: all.filter((text) => parseFast(text) === undefined).length,
  }));
}
