import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { draft, faults } from './drafts.mjs';
import { countFallbacks } from './fallbacks.mjs';
import { ends, race, runOnce, work } from './measure.mjs';
import { ajv, autocorrect, havePeers, markdownlint, spectral, zhlint } from './peers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const node = process.execPath;
const bin = join(root, 'bin/report.js');
const example = 'examples/jiangmen-education/2017.report.yaml';

const bare = { name: 'node -e 0', argv: [node, '-e', '0'], check: ends(0) };
const report = (name, argv, more = {}) => ({
  name,
  argv: [node, bin, ...argv],
  cwd: root,
  check: ends(0),
  ...more,
});
const times = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(1));
const size = (file) => statSync(file).size / 1e6;

/** Drafts of two years of each office, the later one naming the earlier as last year’s; every fourth has no fault. */
function drafts(language, count, seed) {
  return Array.from({ length: count }, (_, index) => {
    const year = 2016 + (index % 2);
    const fault = [undefined, ...Object.keys(faults)][(index >> 1) % 4];
    return {
      name: `${String(index).padStart(4, '0')}.report.yaml`,
      fault,
      text: draft({
        language,
        office: seed * 10_000 + (index >> 1),
        year,
        works: language === 'zh' ? 19 : 16,
        fault,
        previous: year === 2017 ? `${String(index - 1).padStart(4, '0')}.report.yaml` : undefined,
      }),
    };
  });
}

/** A folder with such drafts; once each run. */
const folders = new Map();
function folderOf(language, count, seed) {
  const folder = join(work, `${language}-${count}`);
  if (!folders.has(folder)) {
    mkdirSync(folder);
    const all = drafts(language, count, seed);
    for (const { name, text } of all) writeFileSync(join(folder, name), text);
    folders.set(folder, all);
  }
  return { folder, all: folders.get(folder) };
}

/** That every draft was checked, and that each error is a fault that was put in: one of its rule in that file. */
function findsFaults(all) {
  const wanted = all.filter(({ fault }) => fault).map(({ name, fault }) => `${name} ${faults[fault]}`);
  return ({ status, stdout }) => {
    if (status !== 1) return `it ended with ${status}, not 1`;
    const { findings, counts } = JSON.parse(stdout);
    if (counts.files !== all.length) return `it checked ${counts.files} of ${all.length} drafts`;
    const found = findings
      .filter(({ severity }) => severity === 'error')
      .map(({ file, rule }) => `${file.split(/[\\/]/).at(-1)} ${rule}`)
      .sort();
    const odd = [
      ...wanted.filter((each) => !found.includes(each)),
      ...found.filter((each) => !wanted.includes(each)),
    ];
    return odd.length === 0 && found.length === wanted.length
      ? undefined
      : `faults differ: ${odd.slice(0, 5).join('; ')}`;
  };
}

/** That a draft is refused because it is too large. */
const refuses = ({ status, stdout, stderr }) =>
  status === 2 && `${stdout}${stderr}`.includes('1,000,000')
    ? undefined
    : `it ended with ${status}, and did not say what the limit is`;

const lintFolder = ({ folder, all }) =>
  report('report lint', ['lint', '--no-cache', folder, '--format', 'json', '--lang', 'en'], {
    check: findsFaults(all),
  });

/** The sections of generated drafts, by their number, with nothing but their titles and bodies. */
function proseOf(seed) {
  const works = 30;
  const cache = new Map();
  return (index) => {
    const office = Math.floor(index / works);
    if (!cache.has(office)) {
      const text = draft({ language: 'zh', office: seed * 1000 + office, year: 2017, works });
      const [summary = ''] = text.split(/^计划:/m, 1);
      cache.clear();
      cache.set(
        office,
        [
          ...summary.matchAll(/^ {6}标题: .*\n(?: {6}牵头: .*\n)? {6}正文: \|\n(?: {8}.*\n|\n(?= {8}))+/gm),
        ].map(([section]) => `    - ${section.trimStart()}`),
      );
    }
    const sections = cache.get(office);
    return sections[index % sections.length];
  };
}

const withoutPeers = 'left out: run npm ci --prefix bench first';

export const rows = {
  async version({ rounds }) {
    const all = race([bare, report('report', ['--version'])], rounds);
    return [
      {
        what: '`--version` / `node -e 0`',
        value: times(all.get('report') / all.get('node -e 0')),
        must: '1.15',
        goal: '1.06',
      },
    ];
  },

  async example({ rounds }) {
    const cold = join(work, 'cold');
    const commands = [
      bare,
      report('warm', ['lint', '--no-cache', example], { env: { XDG_CACHE_HOME: join(work, 'warm') } }),
      report('off', ['lint', '--no-cache', example], { env: { NODE_DISABLE_COMPILE_CACHE: '1' } }),
    ];
    const all = race(commands, rounds);
    const firsts = Array.from(
      { length: rounds },
      (_, round) =>
        runOnce(
          report('first', ['lint', '--no-cache', example], {
            env: { XDG_CACHE_HOME: join(cold, String(round)) },
          }),
        ).took,
    ).sort((a, b) => a - b);
    const ratio = (name) => times(all.get(name) / all.get('node -e 0'));
    return [
      {
        what: '`lint` of the real example / `node -e 0`, compile cache warm',
        value: ratio('warm'),
        must: '2.5',
        goal: '1.8',
      },
      { what: 'the same without a compile cache', value: ratio('off'), must: '3.2', goal: '2.5' },
      {
        what: 'the same, the first run, which writes the compile cache',
        value: times(firsts[rounds >> 1] / all.get('node -e 0')),
        note: 'not interleaved',
      },
    ];
  },

  async ajv({ rounds, seed }) {
    if (!havePeers) return [{ what: '`lint` of 100 drafts / ajv-cli', value: withoutPeers }];
    const results = [];
    for (const language of ['zh', 'en']) {
      const drafts = folderOf(language, 100, seed);
      const all = race([lintFolder(drafts), ajv(drafts.folder, language, 100)], rounds);
      results.push({
        what: `\`lint\` of 100 different drafts / ajv-cli on the same (schema only), ${language === 'zh' ? 'Chinese' : 'English'}`,
        value: times(all.get('report lint') / all.get('ajv-cli')),
        must: '1.5',
        goal: '1.0',
        note: `${Math.round(drafts.all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e5)} KB each`,
      });
    }
    return results;
  },

  async peers({ rounds, seed }) {
    if (!havePeers) return [{ what: '`lint` of 40 drafts / other linters', value: withoutPeers }];
    const drafts = folderOf('zh', 40, seed);
    const pages = join(work, 'pages');
    mkdirSync(pages, { recursive: true });
    // drafts with errors are not rendered; the same text is linted as Markdown
    for (const { name, text } of drafts.all)
      writeFileSync(join(pages, name.replace('.report.yaml', '.md')), markdownOf(text));
    const few = Math.min(rounds, 3);
    const all = race(
      [
        lintFolder(drafts),
        spectral(drafts.folder, 'zh'),
        markdownlint(pages, 40),
        zhlint(pages, 40),
        autocorrect(pages, 40),
      ],
      few,
    );
    const musts = { 'markdownlint-cli2': '0.23' };
    return ['Spectral', 'markdownlint-cli2', 'zhlint', 'autocorrect'].map((name) => ({
      what: `\`lint\` of 40 different drafts / ${name}${name === 'Spectral' ? ' (schema only)' : ' on what they say as Markdown'}`,
      value: times(all.get('report lint') / all.get(name)),
      must: musts[name],
      note: `${few} rounds`,
    }));
  },

  async thousand({ rounds, seed }) {
    const drafts = folderOf('zh', 1000, seed);
    const few = Math.min(rounds, 3);
    const all = race([bare, lintFolder(drafts)], few);
    const perSecond = (1000 / (all.get('report lint') - all.get('node -e 0'))) * 1000;
    const results = [
      {
        what: '`lint` of 1,000 different drafts, no result cache: drafts in the time of a bare `node -e 0`',
        value: times((all.get('node -e 0') / all.get('report lint')) * 1000),
        note: `${few} rounds; here ${Math.round(perSecond)} a second`,
      },
    ];
    const { stdout } = spawnSync(node, [bin, 'lint', '--help'], { encoding: 'utf8' });
    if (!/--no-cache\b/.test(stdout))
      return [
        ...results,
        {
          what: '1,000 drafts unchanged, with the result cache',
          value: 'left out: there is no `--cache` yet',
          must: '500 a second',
          goal: '1,500',
        },
      ];
    const kept = lintFolder(drafts);
    kept.argv = [...kept.argv, '--cache'];
    const cached = race([kept], few);
    return [
      ...results,
      {
        what: '1,000 drafts unchanged, with the result cache, a second',
        value: Math.round(1e6 / cached.get('report lint')),
        must: '500',
        goal: '1,500',
        note: `${few} rounds`,
      },
    ];
  },

  async folder({ rounds }) {
    const folder = join(work, 'one');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '2017.report.yaml'), readFileSync(join(root, example)));
    const all = race(
      [
        report('lint .', ['lint', '--no-cache', '.'], { cwd: folder }),
        report('lint file', ['lint', '--no-cache', '2017.report.yaml'], { cwd: folder }),
      ],
      rounds,
    );
    return [
      {
        what: '`lint .` / `lint file`, one draft',
        value: times(all.get('lint .') / all.get('lint file')),
        must: '1.1',
        goal: '1.05',
      },
    ];
  },

  async formats({ rounds }) {
    const names = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'];
    const office = (folder) => `examples/${folder}`;
    const ratios = ['jiangmen-education', 'riverside-transport'].map((folder) => {
      const all = race(
        names.map((name) => report(name, ['lint', '--no-cache', office(folder), '--format', name])),
        rounds,
      );
      return new Map(names.map((name) => [name, all.get(name) / all.get('text')]));
    });
    return names.slice(1).map((name) => ({
      what: `\`lint --format ${name}\` / \`--format text\`, the example for which it costs more`,
      value: times(Math.max(...ratios.map((each) => each.get(name)))),
      must: '1.2',
    }));
  },

  async relint({ rounds, seed }) {
    const file = join(work, 'again.report.yaml');
    writeFileSync(file, draft({ language: 'zh', office: seed * 10_000 + 9_000, year: 2017, works: 19 }));
    const script = join(here, 'relint.mjs');
    const start = race([bare], rounds).get('node -e 0');
    const inside = (more) =>
      Number(runOnce({ name: 'relint', argv: [node, script, file, ...more], check: ends(0) }).ended.stdout) /
      start;
    const note = 'median of 40 checks in one process, file and output included';
    return [
      {
        what: 're-lint of a changed draft in a running process / `node -e 0`',
        value: inside([]).toFixed(3),
        must: '0.12',
        goal: '0.05',
        note,
      },
      {
        what: 'the same with an unclosed bracket',
        value: inside(['broken']).toFixed(3),
        must: '0.35',
        goal: '0.12',
        note,
      },
    ];
  },

  async large({ rounds, seed }) {
    const few = Math.min(rounds, 3);
    const make = (name, works, check) => {
      const file = join(work, `${name}.report.yaml`);
      writeFileSync(file, draft({ language: 'zh', office: seed, year: 2017, works, fault: 'formula' }));
      return report(name, ['lint', '--no-cache', file, '--format', 'json', '--lang', 'en'], {
        check: check ?? findsFaults([{ name: `${name}.report.yaml`, fault: 'formula' }]),
        env: { NODE_OPTIONS: `--require ${join(here, 'rss.cjs')}` },
        file,
      });
    };
    const commands = [
      bare,
      make('tiny', 3),
      make('tenth', 36),
      // some names fewer than the limit of 3,000 metrics, targets and results
      make('most', 360),
      make('beyond', 17_600, refuses),
    ];
    const [, , tenth, most, beyond] = commands;
    const all = race(commands, few);
    const perMegabyte = ({ name, file }) => (all.get(name) - all.get('tiny')) / size(file);
    const memory = runOnce(most).rss * 1024;
    return [
      {
        what: 'the largest draft that is read / one of a tenth, each per MB, start-up removed',
        value: times(perMegabyte(most) / perMegabyte(tenth)),
        must: 'linear',
        goal: 'linear',
        note: `${few} rounds; ${times(size(most.file))} MB and ${times(size(tenth.file))} MB, of 3,000 metrics, targets and results at most`,
      },
      { what: 'memory at most for the larger one', value: `${times(memory / 1e6)} MB` },
      {
        what: `a draft of ${times(size(beyond.file))} MB, which is refused / \`node -e 0\``,
        value: times(all.get('beyond') / all.get('node -e 0')),
        note: `${few} rounds; more than 1,000,000 characters are not read`,
      },
    ];
  },

  async prose({ rounds, seed }) {
    const few = Math.min(rounds, 3);
    const texts = proseOf(seed);
    const make = (name, bytes) => {
      const file = join(work, `${name}.report.yaml`);
      let body = '';
      for (let index = 0; Buffer.byteLength(body) < bytes; index++) body += texts(index);
      writeFileSync(
        file,
        `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  标题: 总结\n  章节:\n${body}`,
      );
      return report(name, ['lint', '--no-cache', file, '--format', 'json', '--lang', 'en'], {
        check: ({ status, stdout }) =>
          status < 2 && JSON.parse(stdout).counts.files === 1 ? undefined : `it ended with ${status}`,
      });
    };
    const all = race([bare, make('none', 1), make('some', 1e5), make('much', 1e6)], few);
    const took = (name) => all.get(name) - all.get('none');
    return [
      {
        what: '`lint` of 1 MB of prose / of 100 KB, start-up removed, all rules on',
        value: times(took('much') / took('some')),
        must: '12',
        goal: '10',
        note: `${few} rounds; sections of two paragraphs without metrics, no two alike`,
      },
    ];
  },

  async install() {
    const folder = join(work, 'user');
    mkdirSync(folder);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const npm = (argv, cwd) =>
      spawnSync('npm', argv, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
    const packed = JSON.parse(
      npm(['pack', '--ignore-scripts', '--json', '--pack-destination', work], root).stdout,
    );
    const { filename } = Object.values(packed)[0];
    const { status, stderr } = npm(
      ['install', '--no-audit', '--no-fund', '--prefer-offline', join(work, filename)],
      folder,
    );
    if (status !== 0)
      return [
        {
          what: 'packages installed by a user',
          value: `left out: npm says ${stderr.trim().split('\n').at(-1)}`,
        },
      ];
    const files = readdirSync(join(folder, 'node_modules'), { recursive: true, withFileTypes: true }).filter(
      (each) => each.isFile(),
    );
    const bytes = files.reduce(
      (sum, { path, parentPath = path, name }) => sum + statSync(join(parentPath, name)).size,
      0,
    );
    const packages =
      Object.keys(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages).length - 1;
    const { stdout } = spawnSync(
      node,
      [join(folder, 'node_modules/workreport/bin/report.js'), 'lint', join(root, example)],
      { encoding: 'utf8' },
    );
    if (stdout === '') throw new Error('what was installed does not run');
    return [
      { what: 'packages installed by a user', value: packages, must: '40', goal: '25' },
      { what: 'their size', value: `${times(bytes / 1e6)} MB`, must: '8 MB', goal: '5 MB' },
    ];
  },

  async fallbacks({ seed }) {
    const texts = [...drafts('zh', 1000, seed), ...drafts('en', 1000, seed)].map(({ text }) => text);
    return (await countFallbacks(root, texts, newDraft)).map(({ name, count, fallbacks }) => ({
      what: `${name} that are not read by the fast reader of YAML`,
      value: `${fallbacks} of ${count}`,
      must: '0',
    }));
  },
};

/** What `report new` writes by a template. */
function newDraft(template) {
  const file = join(work, `${template}.report.yaml`);
  const argv = ['new', '2018', '--template', template, '--yes', '--no-from', '--out', file];
  runOnce(report('report new', argv, { cwd: work }));
  return readFileSync(file, 'utf8');
}

/** What a draft says as Markdown: titles, bodies, and the rest as lists. */
const markdownOf = (text) =>
  text
    .split('\n')
    .flatMap((line) => {
      const title = /^ *(?:- )?标题: "?(.*?)"?$/.exec(line)?.[1];
      if (title) return ['', `## ${title}`, ''];
      if (line.endsWith('。')) return [line.trim(), ''];
      const said = /^ {6,}(\S+): (.*)$/.exec(line);
      return said && said[2] !== '|' ? [`- ${said[1]}：${said[2].replaceAll(/[{}]/g, '').trim()}`] : [];
    })
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trimStart();
