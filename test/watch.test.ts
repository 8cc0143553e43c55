import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Turn, WatchOptions } from '../src/io.ts';
import { watchFiles } from '../src/io/watch.ts';
import { Drafts } from '../src/lint/drafts.ts';
import { folder, report } from './cli.ts';
import { put } from './git-folder.ts';

/** `lint --watch`: what is checked again after a change, with a watcher of the test’s own; then the real one. */

const part = (sections: string): string => `summary:\n  sections:\n    - ${sections}\n`;
const draft = (year: number, more = '', sections = '{ title: Roads, body: All mended. }'): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\n${more}${part(sections)}`;
const files = {
  'a/2018.report.yaml': draft(2018, 'previous: ../b/2017.report.yaml\n', 'file: x.section.yaml'),
  'a/x.section.yaml': 'title: Roads\nbody: |\n  ![a map](map.svg)\ntables: { t: { file: t.csv } }\n',
  'a/t.csv': 'a,b\nx,1\n',
  'a/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'b/2017.report.yaml': draft(2017, '', 'file: y.section.yaml'),
  'b/y.section.yaml': 'title: Roads\nbody: Fine.\n',
  'c/2018.report.yaml': draft(2018),
  'c/report.config.yaml': 'templates: t\n',
  'c/t/own.yaml': 'id: own\nkeys: en\ndraft: |\n  schema: 1\n',
};
const [a, b, c] = ['a/2018.report.yaml', 'b/2017.report.yaml', 'c/2018.report.yaml'];

type Change = Readonly<Record<string, string | undefined>>;

interface Watched {
  readonly code: number;
  /** What was printed at the start and after each change. */
  readonly said: readonly string[];
  readonly asked: WatchOptions | undefined;
  readonly added: ReadonlySet<string>;
}

/** Runs a watch in which changes come one after another, then Ctrl-C. */
async function watched(
  cwd: string,
  changes: readonly Change[],
  ...argv: readonly string[]
): Promise<Watched> {
  const said = [''];
  const added = new Set<string>();
  let asked: WatchOptions | undefined;
  const left = [...changes];
  const output = {
    write: (text: string) => void (said[said.length - 1] += text),
    isTTY: false,
    columns: 100,
  };
  const next = (): Turn => {
    const change = left.shift();
    if (change === undefined) return { ended: 130 };
    put(cwd, change);
    said.push('');
    return { changed: new Set(Object.keys(change).map((name) => resolve(cwd, name))) };
  };
  const watch = async (given: WatchOptions) => {
    asked = given;
    const add = (paths: readonly string[]): void => paths.forEach((path) => added.add(path));
    return { add, next: async () => next(), close: async () => undefined };
  };
  const { code } = await report(cwd, ['lint', '--lang', 'en', '--watch', ...argv], {}, undefined, {
    stdout: output,
    stderr: output,
    watch,
  });
  return { code, said, asked, added };
}

/** How many drafts and section files were checked, as the last line of findings says it. */
const count = (text = ''): number => Number(/ in (\d+) files?$/m.exec(text)?.[1] ?? 0);

describe('a watch', () => {
  it('checks all at first, says how it ends, and ends with 130', async () => {
    const { code, said } = await watched(folder(files), []);
    expect(said).toEqual([
      'no problems in 3 files\n1 figure: it stands alone\nreport: watching for changes; Ctrl-C ends it (exit code 130)\n',
    ]);
    expect(code).toBe(130);
  });

  const concerned: Readonly<Record<string, readonly [Change, number]>> = {
    'a draft by itself': [{ [c]: draft(2018, '# x\n') }, 1],
    'a section file': [{ 'a/x.section.yaml': 'title: Roads\nbody: Fine.\n' }, 1],
    'a section file that is gone': [{ 'a/x.section.yaml': undefined }, 1],
    'a table': [{ 'a/t.csv': 'a,b\ny,2\n' }, 1],
    'a picture': [{ 'a/map.svg': '<svg/>' }, 1],
    'last year’s draft': [{ [b]: draft(2017) }, 2],
    'last year’s draft that is gone': [{ [b]: undefined }, 1],
    'last year’s section file': [{ 'b/y.section.yaml': 'title: Roads\nbody: Good.\n' }, 2],
    'a configuration': [{ 'c/report.config.yaml': 'rules: {}\n' }, 1],
    'a configuration that is gone': [{ 'c/report.config.yaml': undefined }, 1],
    'a new configuration above': [{ 'report.config.yaml': 'rules: {}\n' }, 3],
    'a template': [{ 'c/t/own.yaml': 'id: own2\nkeys: en\ndraft: |\n  schema: 1\n' }, 1],
    'a new template': [{ 'c/t/more.yaml': 'id: more\nkeys: en\ndraft: |\n  schema: 1\n' }, 1],
    'a new draft': [{ 'd/e/2018.report.yaml': draft(2018) }, 1],
  };
  it.each(Object.entries(concerned))(
    'checks again what a change concerns: %s',
    async (_, [change, drafts]) => {
      const { said } = await watched(folder(files), [change]);
      expect(said[1]).toContain(`report: changed: ${Object.keys(change)[0]}\n`);
      expect(count(said[1])).toBe(drafts);
    },
  );

  it('says nothing of a change that concerns no draft', async () => {
    const { said } = await watched(folder(files), [
      { 'readme.txt': 'x' },
      { 'a/other.section.yaml': 'title: x\n' },
    ]);
    expect(said.slice(1)).toEqual(['', '']);
  });

  it('keeps nothing that rules of plugins found, which may look at any file', async () => {
    const rule = `import { readFileSync } from 'node:fs';
export default {
  id: 'own/offices-known', severity: 'warning', summary: { en: 'x' }, why: { en: 'x' },
  messages: { none: { en: () => 'no office' } }, examples: {},
  on: { *report({ report: { path } }) {
    if (readFileSync(new URL('offices.csv', import.meta.url), 'utf8') === '') yield { path: [...path, 'title'], message: 'none' };
  } },
};`;
    const set = { 'c/report.config.yaml': 'plugins: [./own.mjs]\n', 'c/own.mjs': rule, 'c/offices.csv': '' };
    const { said, asked } = await watched(folder({ ...files, ...set }), [
      { 'c/offices.csv': 'Works\n' },
      { [a]: draft(2018) },
      { 'c/helper.mjs': 'export {};\n' },
    ]);
    expect(said[0]).toContain('1 warning in 3 files');
    expect(said[1]).toMatch(/changed: c.offices\.csv\nno problems in 1 file\nno figures to cross-check\n/);
    // the draft that changed, and the one of the plugin
    expect(count(said[2])).toBe(2);
    expect(said[3]).toContain('code that plugins may use has changed');
    const wanted = ['c/offices.csv', 'c/lib/x.ts', 'x.json', 'out.txt', 'a.log'].filter((path) =>
      asked?.wanted(path),
    );
    expect(wanted).toEqual(['c/offices.csv', 'c/lib/x.ts', 'x.json']);
  });

  it('follows neither code nor data where there is no plugin', async () => {
    const { asked } = await watched(folder(files), []);
    expect(['x.csv', 'x.ts', 'x.json'].filter((path) => asked?.wanted(path))).toEqual([]);
  });

  it('says what is wrong in all drafts, where only some were checked again', async () => {
    const bad = draft(2018, '', '{ title: Roads, body: "{{none}}" }');
    const { said } = await watched(folder({ ...files, 'd.report.yaml': bad }), [
      { [c]: bad },
      { [c]: draft(2018) },
      { 'd.report.yaml': undefined },
    ]);
    expect(said[1]).toMatch(
      /1 error in 1 file\nno figures to cross-check\nreport: all 4 drafts: 2 errors, 0 warnings\n/,
    );
    expect(said[2]).toMatch(
      /no problems in 1 file\nno figures to cross-check\nreport: all 4 drafts: 1 error, 0 warnings\n/,
    );
    expect(said[3]).toMatch(/report: all 3 drafts: 0 errors, 0 warnings\n/);
  });

  it('holds back what a baseline knows, and looks at all again where that changes', async () => {
    const bad = draft(2018, '', '{ title: Roads, body: "{{none}}" }');
    const cwd = folder({ ...files, [c]: bad });
    await report(cwd, ['lint', '--baseline', 'base.json', '--update-baseline']);
    const known = readFileSync(join(cwd, 'base.json'), 'utf8');
    const empty = JSON.stringify({ ...(JSON.parse(known) as object), reports: [] });
    const { said } = await watched(
      cwd,
      [{ [b]: draft(2017) }, { 'base.json': empty }, { 'base.json': known }],
      '--baseline',
      'base.json',
    );
    expect(said[0]).not.toContain('1 error');
    expect(said[1]).toContain('all 3 drafts: 0 errors');
    expect(said[2]).toContain('1 error in 3 files');
    expect(said[3]).not.toContain('1 error');
  });

  it('goes on where a configuration is broken, and checks all once it is mended', async () => {
    const { code, said } = await watched(folder(files), [
      { 'report.config.yaml': 'rules: [' },
      { 'readme.txt': 'x' },
      { 'report.config.yaml': 'rules: {}\n' },
      { 'c/report.config.yaml': 'rules: [' },
      { 'c/report.config.yaml': 'rules: {}\n' },
    ]);
    expect(said[1]).toMatch(/changed: report\.config\.yaml\nreport: the configuration has mistakes/);
    expect(said[2]).toContain('the configuration has mistakes');
    expect(count(said[3])).toBe(3);
    expect(said[4]).toMatch(/the configuration has mistakes[^]*c\/report\.config\.yaml/);
    expect(count(said[5])).toBe(1);
    expect(code).toBe(130);
  });

  it('goes on where a draft cannot be read, and checks it once it can', async () => {
    const cwd = folder({ ...files, 'd.report.yaml': Buffer.from([0x80]) });
    const { said } = await watched(cwd, [{ 'readme.txt': 'x' }, { 'd.report.yaml': draft(2018) }]);
    expect(said[0]).toContain('“d.report.yaml” is not a text in UTF-8');
    expect(count(said[2])).toBe(1);
    expect(said[2]).not.toContain('UTF-8');
  });

  it('ends with 2 where it cannot begin', async () => {
    const cwd = folder({ ...files, 'report.config.yaml': 'rules: [' });
    expect((await watched(cwd, [])).code).toBe(2);
    expect((await report(folder(files), ['lint', '--watch'])).code).toBe(2);
  });

  it('watches what is named, and whatever the drafts name, wherever it is and whether it is there', async () => {
    const cwd = folder({ ...files, 'a/x.section.yaml': 'title: Roads\nfile: none.section.yaml\n' });
    const one = await watched(cwd, [], a);
    expect(one.asked?.folders).toEqual([]);
    for (const name of [a, b, 'a/x.section.yaml', 'b/y.section.yaml', 'a/none.section.yaml'])
      expect(one.added).toContain(join(cwd, name));
    const several = await watched(cwd, [], 'b', 'a/*.report.yaml', 'none.report.yaml');
    expect(several.asked?.folders).toEqual([join(cwd, 'b'), join(cwd, 'a')]);
    expect(several.asked?.files).toContain(join(cwd, 'none.report.yaml'));
    expect(several.said[0]).toContain('there is no file “none.report.yaml”');
  });

  it('checks a section file that is named with its draft, not by itself', async () => {
    const { said } = await watched(
      folder(files),
      [{ [c]: draft(2018, '# x\n') }, { 'a/x.section.yaml': 'title: A\nbody: B.\n' }],
      a,
      c,
      'a/x.section.yaml',
    );
    expect(said.map(count)).toEqual([2, 1, 1]);
    expect(said.join('')).not.toContain('by itself');
  });

  it('opens again only what has changed', async () => {
    const open = vi.spyOn(Drafts.prototype, 'open');
    try {
      await watched(folder(files), [{ [a]: draft(2018, 'previous: ../b/2017.report.yaml\n') }]);
      const opened = (name: string): unknown[] =>
        open.mock.calls.flatMap(([file], index) => (file === name ? [open.mock.results[index]?.value] : []));
      expect(opened(b).length).toBeGreaterThan(2);
      expect(new Set(opened(b)).size).toBe(1);
      expect(new Set(opened(a)).size).toBe(2);
    } finally {
      open.mockRestore();
    }
  });

  it('is refused with what makes no sense again and again', async () => {
    const cwd = folder(files);
    for (const argv of [
      ['--fix'],
      ['--fix-unsafe'],
      ['--dry-run'],
      ['--print-config'],
      ['--format', 'json'],
      ['-o', 'x.json'],
      ['--changed-since', 'HEAD'],
      ['--baseline', 'x.json', '--update-baseline'],
      ['-'],
    ]) {
      const { code, said } = await watched(cwd, [], ...argv);
      expect({ argv, code }).toEqual({ argv, code: 2 });
      expect(said[0]).toMatch(/^report: --watch shows .*leave one of them out\n$/);
    }
  });
});

describe('the watcher', () => {
  const changed = async (watch: { next(): Promise<Turn> }, wanted: string): Promise<void> => {
    for (;;) {
      const turn = await watch.next();
      if ('changed' in turn && turn.changed.has(wanted)) return;
      expect(turn).toHaveProperty('changed');
    }
  };

  it('tells new, changed, replaced and deleted files, in new folders too, and single ones elsewhere', async () => {
    const cwd = folder({ 'a.report.yaml': 'x' });
    const other = folder({ 'last.yaml': 'x' });
    const last = join(other, 'last.yaml');
    const watch = await watchFiles({
      folders: [cwd],
      files: [last, join(other, 'none.yaml')],
      wanted: (path) => path.endsWith('.yaml'),
    });
    try {
      const at = (name: string): string => join(cwd, name);
      writeFileSync(at('a.report.yaml'), 'y');
      await changed(watch, at('a.report.yaml'));
      mkdirSync(at('b/c'), { recursive: true });
      writeFileSync(at('b/c/d.yaml'), 'x');
      await changed(watch, at('b/c/d.yaml'));
      writeFileSync(at('b/tmp'), 'z');
      renameSync(at('b/tmp'), at('a.report.yaml'));
      await changed(watch, at('a.report.yaml'));
      rmSync(at('b'), { recursive: true });
      await changed(watch, at('b/c/d.yaml'));
      for (const name of ['last.yaml', 'none.yaml']) {
        writeFileSync(join(other, name), 'y');
        await changed(watch, join(other, name));
      }
      rmSync(last);
      await changed(watch, last);
      writeFileSync(last, 'back');
      await changed(watch, last);
      // a file that becomes of interest later
      writeFileSync(at('t.csv'), 'x');
      watch.add([at('t.csv')]);
      writeFileSync(at('a.report.yaml'), 'again');
      await changed(watch, at('a.report.yaml'));
      writeFileSync(at('t.csv'), 'y');
      await changed(watch, at('t.csv'));
    } finally {
      await watch.close();
    }
  });

  it('passes over what a search passes over', async () => {
    const cwd = folder({
      '.gitignore': 'out/\n',
      'node_modules/x.yaml': '',
      '.h/x.yaml': '',
      'out/x.yaml': '',
      'x.txt': '',
    });
    const other = folder();
    symlinkSync(other, join(cwd, 'link'));
    const watch = await watchFiles({ folders: [cwd], files: [], wanted: (path) => path.endsWith('.yaml') });
    try {
      for (const name of [
        'node_modules/x.yaml',
        '.h/x.yaml',
        'out/x.yaml',
        'link/x.yaml',
        'x.txt',
        'last.yaml',
      ])
        writeFileSync(join(cwd, name), 'y');
      const turn = await watch.next();
      expect(turn).toEqual({ changed: new Set([join(cwd, 'last.yaml')]) });
    } finally {
      await watch.close();
    }
  });

  it('is that of the program, which Ctrl-C ends with 130', async () => {
    const cwd = folder(files);
    const child = spawn(
      process.execPath,
      [resolve(import.meta.dirname, '../bin/report.js'), 'lint', '--watch', '--lang', 'en'],
      { cwd },
    );
    let [said, stage] = ['', 0];
    const take = (data: Buffer): void => {
      said += data.toString();
      if (stage === 0 && said.includes('watching for changes')) {
        stage = 1;
        writeFileSync(join(cwd, c), draft(2018, '', '{ title: Roads, body: "{{none}}" }'));
      } else if (stage === 1 && said.includes('all 3 drafts: 1 error')) {
        stage = 2;
        child.kill('SIGINT');
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const code = await new Promise((done) => child.on('close', done));
    expect({ code, stage }).toEqual({ code: 130, stage: 2 });
    expect(said).not.toContain('\x1B');
  });
});
