/**
 * Writes every file that is made from another one; with --check it writes nothing and fails when one is stale.
 *
 *   schemas/report.schema.json → Chinese and section schemas, types, grammar, validator, the reference in docs/format*.md
 *   templates/*.yaml           → src/assets.generated.ts
 *   src/commands/completion/   → src/commands/completion.generated.ts
 *   src/rules/*.ts             → docs/rules*.md, the regions of README.md, the rules in schemas/config.schema.json
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { compile } from 'json-schema-to-typescript';
import * as prettier from 'prettier';
import { parse } from 'yaml';
import { chineseSchema, dataSchema, grammar, schemaOf, withNames } from './schema.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const check = process.argv.includes('--check');
const options = JSON.parse(readFileSync(join(root, '.prettierrc.json'), 'utf8'));
const stale = [];

/** Writes one generated file, or notes that it is stale. */
async function emit(path, text, format = true) {
  const full = join(root, path);
  const made = format ? await prettier.format(text, { ...options, filepath: full }) : text;
  let old;
  try {
    old = readFileSync(full, 'utf8');
  } catch {
    old = undefined;
  }
  if (old === made) return;
  if (check) stale.push(path);
  else {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, made);
    console.log(`wrote ${path}`);
  }
}

const NOTE = 'Generated from schemas/report.schema.json by `npm run generate`.';
const schema = JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8'));
const config = JSON.parse(readFileSync(join(root, 'schemas/config.schema.json'), 'utf8'));
// the rules in it are for editors; the program knows them itself
const { properties: _, ...levels } = config.$defs.levels;
config.$defs.levels = levels;
const template = JSON.parse(readFileSync(join(root, 'schemas/template.schema.json'), 'utf8'));
const baseline = JSON.parse(readFileSync(join(root, 'schemas/baseline.schema.json'), 'utf8'));
const address = (name) => schema.$id.replace('report.schema.json', name);
const chinese = { ...chineseSchema(withNames(schema)), $id: address('report.zh.schema.json') };
const json = (value) => JSON.stringify(value, null, 2);

await emit('schemas/report.zh.schema.json', json(chinese));
await emit('schemas/section.schema.json', json(schemaOf(schema, 'section', address('section.schema.json'))));
await emit(
  'schemas/section.zh.schema.json',
  json(schemaOf(chinese, 'section', address('section.zh.schema.json'))),
);

await emit(
  'src/source/grammar.generated.ts',
  `// ${NOTE}\nimport type { Grammar } from './grammar.ts';\n\nexport const grammar: Grammar = ${json(grammar(schema))};\n\n` +
    `/** The same for report.config.yaml, templates and baselines, which have keys in English only. */\nexport const configGrammar: Grammar = ${json({ ...grammar(config, 'config'), ...grammar(template, 'template'), ...grammar(baseline, 'baseline') })};\n\n` +
    `export const referenceWords: Record<string, string> = ${json(schema['x-reference-words'])};\n`,
);

const data = dataSchema(schema);
const pascal = (name) => name[0].toUpperCase() + name.slice(1) + 'Data';
const titled = {
  ...data,
  title: 'ReportData',
  $defs: Object.fromEntries(
    Object.entries(data.$defs).map(([name, def]) => [name, { ...def, title: pascal(name) }]),
  ),
};
await emit(
  'src/model/data.generated.ts',
  await compile(titled, 'ReportData', {
    bannerComment: `// ${NOTE}`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
  }),
);

const ajv = new Ajv({
  allErrors: true,
  // the words are our own
  messages: false,
  code: { source: true, esm: true },
  allowUnionTypes: true,
  inlineRefs: false,
});
ajv.addSchema({ ...data, $id: 'report' });
ajv.addSchema({ $id: 'section', $ref: 'report#/$defs/section' });
ajv.addSchema({ ...dataSchema(config), $id: 'config' });
ajv.addSchema({ ...dataSchema(template), $id: 'template' });
ajv.addSchema({ ...dataSchema(baseline), $id: 'baseline' });
const compiledBy = `Compiled by Ajv ${JSON.parse(readFileSync(join(root, 'node_modules/ajv/package.json'), 'utf8')).version}.`;

/** Writes validators as a module that needs nothing else. */
async function emitValidators(path, note, validators) {
  const bundled = await build({
    stdin: { contents: standaloneCode(ajv, validators), resolveDir: root, loader: 'js' },
    bundle: true,
    format: 'esm',
    write: false,
    minify: true,
    charset: 'utf8',
  });
  // on a line of its own, which src/build/later.mjs reads
  const code = bundled.outputFiles[0].text.replace(/;?export\{([^}]*)\};?/, ';\nexport { $1 };');
  await emit(path, `// @ts-nocheck\n// ${note}\n// ${compiledBy}\n${code}`, false);
}
await emitValidators('src/lint/validate.generated.ts', NOTE, {
  validateReport: 'report',
  validateSection: 'section',
  validateConfig: 'config',
  validateTemplate: 'template',
});
// loaded with a baseline only
await emitValidators(
  'src/lint/validate-baseline.generated.ts',
  'Generated from schemas/baseline.schema.json by `npm run generate`.',
  { validateBaseline: 'baseline' },
);

const templates = readdirSync(join(root, 'templates'))
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => parse(readFileSync(join(root, 'templates', name), 'utf8')));
const about = templates.map(({ draft: _, ...rest }) => rest);
const TEMPLATE_NOTE = 'Generated from templates/ by `npm run generate`.';
await emit(
  'src/assets.generated.ts',
  `// ${TEMPLATE_NOTE}\nimport type { Template } from './assets.ts';\n\nexport const templates: readonly Template[] = ${json(about)};\n`,
);
await emit(
  'src/scaffold/drafts.generated.ts',
  `// ${TEMPLATE_NOTE}\n/** The text of each template’s draft, by template id. */\nexport const drafts: Readonly<Record<string, string>> = ${json(Object.fromEntries(templates.map(({ id, draft }) => [id, draft])))};\n`,
);

const shellScript = (ending) => readFileSync(join(root, `src/commands/completion/report.${ending}`), 'utf8');
await emit(
  'src/commands/completion.generated.ts',
  `// Generated from src/commands/completion/ by \`npm run generate\`.\n/** What makes each shell complete what is written after \`report\`. */\nexport const completionScripts = ${json(
    {
      bash: shellScript('bash'),
      zsh: shellScript('zsh'),
      fish: shellScript('fish'),
      pwsh: shellScript('ps1'),
    },
  )} as const;\n`,
);

/** Imports a TypeScript module of the project, bundled into a temporary file. */
async function load(path) {
  const out = join(tmpdir(), `workreport-${process.pid}-${path.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [join(root, path)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    outfile: out,
    charset: 'utf8',
    logLevel: 'error',
  });
  try {
    return await import(pathToFileURL(out).href);
  } finally {
    rmSync(out, { force: true });
  }
}

const { pages, regions, ruleSchemas } = await load('src/build/docs.ts');
await emit(
  'schemas/config.schema.json',
  json({ ...config, $defs: { ...config.$defs, levels: { ...levels, properties: ruleSchemas() } } }),
);
for (const [path, text] of Object.entries(pages())) await emit(path, text);
for (const [path, parts] of Object.entries(regions(schema))) {
  let text = readFileSync(join(root, path), 'utf8');
  for (const [name, body] of Object.entries(parts)) {
    const region = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(\\n?<!-- /${name} -->)`);
    if (!region.test(text)) throw new Error(`${path} lacks the region <!-- ${name} -->`);
    text = text.replace(region, (_, open, close) => `${open}\n${body}\n${close}`);
  }
  await emit(path, text);
}

if (stale.length > 0) {
  console.error(`stale, run \`npm run generate\`: ${stale.join(', ')}`);
  process.exitCode = 1;
}
