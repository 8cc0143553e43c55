import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ends, work } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const installed = (path) => join(here, 'node_modules', path);

/** Whether the peers are there: `npm ci --prefix bench` installs them. */
export const havePeers = existsSync(installed('ajv-cli'));

const node = process.execPath;
const schema = (language) =>
  join(root, 'schemas', language === 'zh' ? 'report.zh.schema.json' : 'report.schema.json');

/** ajv-cli on YAML drafts, the schema only. It says `valid` of each. */
export const ajv = (folder, language, count) => ({
  name: 'ajv-cli',
  argv: [
    ...[node, installed('ajv-cli/dist/index.js'), 'validate', '--spec=draft2020', '--strict=false'],
    ...['-s', schema(language), '-d', join(folder, '*.report.yaml')],
  ],
  check: ({ status, stdout }) => {
    const valid = stdout.match(/ valid$/gm)?.length ?? 0;
    return status === 0 && valid === count
      ? undefined
      : `it ended with ${status}, and found ${valid} of ${count} valid`;
  },
});

/** Spectral with the schema as its only rule. */
export const spectral = (folder, language) => {
  const rules = join(work, `spectral-${language}.json`);
  const functionOptions = {
    dialect: 'draft2020-12',
    schema: JSON.parse(readFileSync(schema(language), 'utf8')),
  };
  const form = { given: '$', severity: 'error', then: { function: 'schema', functionOptions } };
  writeFileSync(rules, JSON.stringify({ rules: { form } }));
  return {
    name: 'Spectral',
    argv: [
      node,
      installed('@stoplight/spectral-cli/dist/index.js'),
      'lint',
      '--ruleset',
      rules,
      join(folder, '*.report.yaml'),
    ],
    check: ends(0, 'No results with a severity of'),
  };
};

/** Linters of Markdown and of Chinese typography. They find something in every page; what is checked is that they say so. */
export const markdownlint = (folder, count) => ({
  name: 'markdownlint-cli2',
  argv: [node, installed('markdownlint-cli2/markdownlint-cli2-bin.mjs'), '*.md'],
  cwd: folder,
  check: ({ status, stdout }) =>
    status < 2 && stdout.includes(`Linting: ${count} file`) ? undefined : `it ended with ${status}`,
});
export const zhlint = (folder, count) => ({
  name: 'zhlint',
  argv: [node, installed('zhlint/bin/index.js'), '*.md'],
  cwd: folder,
  check: ({ status, stdout, stderr }) => {
    const files = `${stdout}${stderr}`.match(/^- .*\.md$/gm)?.length ?? 0;
    return status === 1 && files === count
      ? undefined
      : `it ended with ${status}, and named ${files} of ${count}`;
  },
});
export const autocorrect = (folder) => ({
  name: 'autocorrect',
  argv: [node, installed('.bin/autocorrect'), '--lint', folder],
  check: ({ status, stdout }) =>
    status === 1 && /Error: [1-9]/.test(stdout.replaceAll(/\u001B\[\d+m/g, ''))
      ? undefined
      : `it ended with ${status}`,
});
