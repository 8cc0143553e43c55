import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './packages.mjs';

/**
 * What a lint seldom needs, by the file of dist/ that it stands in, which is loaded when one of its functions is first
 * called: modules that others import, whose exports are not asked for while modules are loaded. What nobody else imports
 * goes with them.
 */
const later = {
  // a draft that is as it was is told what it was told before without it
  core: [
    'assets',
    'lint/settings/config',
    'lint/crashes',
    'lint/drafts',
    'lint/settings/levels',
    'lint/lint',
    'lint/settings/rule-settings',
    'lint/settings/template',
    'model/labels',
    'rules/index',
    'rules/options',
    'rules/rule',
    'rules/years/previous-found',
  ],
  trouble: [
    'lint/shape/layout',
    'lint/shape/shape-problems',
    'lint/shape/year-problems',
    'messages/source',
    'source/csv',
    'source/parse-yaml',
    'source/suggest/opposites',
    'source/suggest/suggest',
    'source/suggest/synonyms',
    'source/traps/indents',
    'source/traps/lost-indents',
    'source/traps/open-quotes',
    'source/traps/repair',
    'source/traps/tab-indents',
    'source/traps/traps',
  ],
  years: [
    'chain/contradictions',
    'chain/copied-texts',
    'chain/definitions',
    'chain/left-dates',
    'chain/open-targets',
    'chain/previous-year',
    'chain/revisions',
    'chain/section-pairs',
    'chain/shingles',
    'chain/step-dates',
  ],
  english: ['claims/changes/english-changes', 'quantity/scan/english-value', 'quantity/scan/share-words'],
  baseline: ['commands/lint/lint-baseline', 'lint/validate-baseline.generated'],
  mend: ['commands/changes', 'lint/fix', 'source/edit', 'source/insert'],
};

const pathOf = (name) => join(root, 'src', `${name}.ts`);
const fileOf = new Map(
  Object.entries(later).flatMap(([file, names]) => names.map((name) => [pathOf(name), file])),
);

/** What commands take of the core is loaded when they use it; what else imports it is loaded with it. */
const COMMANDS = join(root, 'src', 'commands');
const LATER = '\0later:';
const ENTRY = '\0file:';

/** What the program imports of these modules: CommonJS that loads their file when a name is used. */
function proxyOf(path) {
  const getters = exportsOf(path).map((name) => `get ${name}(){return load().${name}}`);
  return `let loaded;const load=()=>loaded??=require("./${fileOf.get(path)}.cjs");module.exports={${getters.join(',')}};`;
}

function exportsOf(path) {
  const text = readFileSync(path, 'utf8');
  const own = text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm);
  const lists = text.matchAll(/^export \{([^}]*)\}/gm);
  return [
    ...[...own].map(([, name]) => name),
    ...[...lists].flatMap(([, names]) => names.match(/(?<!type )\b(?!type\b)\w+(?=\s*(?:,|$))/g) ?? []),
  ];
}

/** The plugin, and the entries of the files, by their names. */
export const laterFiles = {
  name: 'later-files',
  async resolveId(id, importer, options) {
    if (id.startsWith(ENTRY)) return id;
    if (importer?.startsWith(LATER)) return { id, external: true };
    if (importer === undefined || importer.startsWith(ENTRY) || !id.endsWith('.ts')) return undefined;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    const file = found && fileOf.get(found.id);
    const isAtHand = file === fileOf.get(importer) || (file === 'core' && !importer.startsWith(COMMANDS));
    return file === undefined || isAtHand ? undefined : LATER + found.id;
  },
  load(id) {
    if (id.startsWith(LATER)) return { code: proxyOf(id.slice(LATER.length)), moduleType: 'js' };
    if (!id.startsWith(ENTRY)) return undefined;
    const names = later[id.slice(ENTRY.length)];
    return names.map((name) => `export * from ${JSON.stringify(pathOf(name))};`).join('\n');
  },
};
/** Whether a module only loads another when it is used. */
export const isProxy = (id) => id.startsWith(LATER);
export const CORE = `${ENTRY}core`;
export const laterEntries = Object.fromEntries(Object.keys(later).map((file) => [file, ENTRY + file]));

/** @throws Error where a file lacks what the program will ask of it: two of its modules export one name. */
export function checkLater(dist) {
  const require = createRequire(import.meta.url);
  for (const [path, file] of fileOf) {
    const made = require(join(dist, `${file}.cjs`));
    for (const name of exportsOf(path))
      if (made[name] === undefined) throw new Error(`dist/${file}.cjs lacks ${name} of ${path}`);
  }
}
