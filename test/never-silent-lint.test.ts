import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Turn } from '../src/io.ts';
import { reporters } from '../src/reporters/index.ts';
import { folder, report, type Ended } from './cli.ts';
import { some } from './depth.ts';
import { gitEnv, put, repository } from './git-folder.ts';

/**
 * Where other linters end with 0 although something was not checked: each case in each format, in each way in which drafts come to lint.
 * What is asked besides (a configuration, a git ref) is broken in turn as well.
 */

const draft = (sections: string, more = ''): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\n${more}summary:\n  sections:\n    - ${sections}\n`;
const good = draft('{ title: Roads, body: All mended. }');
const bad = draft('{ title: Roads, body: "{{none}}" }');
const throwing = `export default { rules: [{
  id: 'own/throws', severity: 'error',
  summary: { en: 'Throw.', zh: '出错。' }, why: { en: 'To see.', zh: '试验。' },
  messages: { x: { en: () => 'x', zh: () => 'x' } },
  on: { *report() { throw new Error('no'); } },
  examples: { en: { good: ${JSON.stringify(good)}, bad: ${JSON.stringify(bad)}, finds: ['1:1 x'] } },
}] };\n`;

interface Case {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly argv: readonly string[];
  readonly code: 1 | 2 | 3;
  /** The file whose content is sent in the way of standard input; left out, the case is about files. */
  readonly sent?: string;
  /** Whether it is about the command line, which is looked at before anything else. */
  readonly usage?: true;
}

const cases: Readonly<Record<string, Case>> = {
  'the only file is missing': { argv: ['none.report.yaml'], code: 2 },
  'one of two files is missing': { argv: ['good.report.yaml', 'none.report.yaml'], code: 2 },
  'a folder without a draft': { files: { 'empty/a.txt': '' }, argv: ['empty'], code: 2 },
  'a folder with an error in it': { files: { 'x/y/bad.report.yaml': bad }, argv: ['x'], code: 1 },
  'a rule that throws': {
    files: { 'report.config.yaml': 'plugins: [./own.mjs]\n', 'own.mjs': throwing },
    argv: ['good.report.yaml'],
    code: 3,
    sent: 'good.report.yaml',
  },
  'a text that is no UTF-8': {
    files: { 'x.report.yaml': Buffer.from([0x80, 0x61]) },
    argv: ['x.report.yaml'],
    code: 2,
    sent: 'x.report.yaml',
  },
  'an error beside a text that is no UTF-8': {
    files: { 'x.report.yaml': Buffer.from([0x80]), 'bad.report.yaml': bad },
    argv: ['bad.report.yaml', 'x.report.yaml'],
    code: 2,
  },
  'an error': {
    files: { 'bad.report.yaml': bad },
    argv: ['bad.report.yaml'],
    code: 1,
    sent: 'bad.report.yaml',
  },
  'an empty draft': {
    files: { 'x.report.yaml': '\n' },
    argv: ['x.report.yaml'],
    code: 1,
    sent: 'x.report.yaml',
  },
  'a schema that is not known': {
    files: { 'x.report.yaml': good.replace('schema: 1', 'schema: 2') },
    argv: ['x.report.yaml'],
    code: 1,
    sent: 'x.report.yaml',
  },
  'a section file that is not there': {
    files: { 'x.report.yaml': draft('file: none.section.yaml') },
    argv: ['x.report.yaml'],
    code: 1,
    sent: 'x.report.yaml',
  },
  'last year’s draft that is not there': {
    files: { 'x.report.yaml': draft('{ title: Roads, body: Fine. }', 'previous: none.yaml\n') },
    argv: ['x.report.yaml'],
    code: 1,
    sent: 'x.report.yaml',
  },
  'a flag that is not known': { argv: ['good.report.yaml', '--strict'], code: 2, usage: true },
  'a pattern that matches nothing': { argv: ['*.none.yaml'], code: 2 },
};

/** Ways in which drafts come to be checked; each ends with the same code. */
const ways: Readonly<Record<string, (given: Case, format: readonly string[]) => Promise<Ended>>> = {
  named: ({ files = {}, argv }, format) =>
    report(folder({ 'good.report.yaml': good, ...files }), ['lint', ...argv, ...format]),
  'changed since a git ref': ({ files = {}, argv }, format) => {
    const cwd = repository({ 'readme.txt': 'x' });
    put(cwd, { 'good.report.yaml': good, ...files });
    return report(cwd, ['lint', ...argv, '--changed-since', 'HEAD', ...format], gitEnv);
  },
  'with a configuration that is named': ({ files = {}, argv }, format) => {
    const { 'report.config.yaml': own = 'rules: {}\n', ...others } = files;
    const cwd = folder({ 'good.report.yaml': good, 'c.yaml': own, ...others });
    return report(cwd, ['lint', ...argv, '--config', 'c.yaml', ...format]);
  },
  sent: ({ files = {}, sent = '' }, format) => {
    const all: Readonly<Record<string, string | Uint8Array>> = { 'good.report.yaml': good, ...files };
    const cwd = folder({ ...files, [sent]: 'title: the file itself is not read' });
    return report(cwd, ['lint', '-', '--stdin-filename', sent, ...format], {}, undefined, {
      stdin: () => Buffer.from(all[sent] ?? ''),
    });
  },
};

const formats = Object.keys(reporters).map((name) => (name === 'text' ? [] : ['--format', name]));

describe('a run of lint is never 0 for what was not checked', () => {
  const all = Object.entries(ways).flatMap(([way, run]) =>
    Object.entries(cases)
      .filter(([, given]) => way !== 'sent' || given.sent !== undefined)
      .map(([name, given]) => [way, name, given, run] as const),
  );
  it.each(all.map((each, index) => [...each, index] as const))('%s: %s', async (_, __, given, run, index) => {
    // in a quick run another format each time
    for (const format of some(
      [...formats.slice(index % formats.length), ...formats.slice(0, index % formats.length)],
      4,
    )) {
      const { code, stdout, stderr } = await run(given, format);
      expect({ format, code, said: stdout + stderr !== '' }).toEqual({
        format,
        code: given.code,
        said: true,
      });
    }
  });

  it('is 0 in each way where all is well', async () => {
    const given: Case = { argv: ['good.report.yaml'], code: 1, sent: 'good.report.yaml' };
    for (const run of Object.values(ways))
      for (const format of formats) expect(await run(given, format)).toMatchObject({ code: 0 });
  });

  it.each(Object.entries(cases))(
    'says it in a watch, which never ends with 0: %s',
    async (_, { files = {}, argv, usage }) => {
      const cwd = folder({ 'good.report.yaml': good, ...files });
      const ended: Turn = { ended: 130 };
      const watch = async () => ({
        add: () => undefined,
        next: async () => ended,
        close: async () => undefined,
      });
      const { code, stdout, stderr } = await report(
        cwd,
        ['lint', '--watch', '--lang', 'en', ...argv],
        {},
        undefined,
        { watch },
      );
      expect(code).toBe(usage ? 2 : 130);
      expect(
        stdout + stderr.replace('report: watching for changes; Ctrl-C ends it (exit code 130)\n', ''),
      ).not.toBe('');
      expect(stdout).not.toMatch(/^no problems in \d+ files?$/m);
    },
  );

  const asked: Readonly<Record<string, readonly string[]>> = {
    'a configuration that is missing': ['--config', 'none.yaml'],
    'a configuration that is broken': ['--config', 'broken.yaml'],
    'a ref that is missing': ['--changed-since', 'none'],
    'an empty ref': ['--changed-since', ''],
    'a ref that is an option': ['--changed-since=--all'],
    'nothing from standard input': ['-'],
    'a name without standard input': ['--stdin-filename', 'x'],
    'a watch with what does not go with it': ['--watch', '--fix'],
  };
  it.each(Object.entries(asked))('ends with 2 for %s', async (_, argv) => {
    const cwd = repository({ 'good.report.yaml': good, 'broken.yaml': 'rules: [' });
    for (const format of argv.includes('--watch') ? [[]] : some(formats, 3))
      for (const at of ['.', join(cwd, 'good.report.yaml')]) {
        const { code, stderr } = await report(cwd, ['lint', ...argv, ...format, at], gitEnv);
        expect({ code, said: stderr !== '' }).toEqual({ code: 2, said: true });
      }
  });
});
