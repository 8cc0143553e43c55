import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/diagnostic.ts';
import { UserError } from '../src/errors.ts';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import type { Handlers, Rule } from '../src/rules/rule.ts';

const draft =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n' +
  '    - { title: Roads, body: We mended 12 roads. Another 14 roads wait., targets: { roads: { level: 20 } } }\n' +
  '    - { title: 一、桥, body: We built 3 bridges. }\n';

/** A rule of a project’s own that looks at things with `on`. */
const ruleOf = (on: Handlers, id = 'own/rule'): Rule => ({
  id,
  severity: 'warning',
  summary: { en: 'Own.', zh: '自有。' },
  why: { en: 'It shows.', zh: '示例。' },
  messages: {
    here: { en: ({ name = '' }) => `here ${name}`, zh: () => '这里' },
    broken: {
      en: () => {
        throw new RangeError('no words');
      },
      zh: () => '',
    },
  },
  on,
  examples: {},
});

const run = (on: Handlers, id?: string, own: readonly Rule[] = rules) =>
  lint('a.report.yaml', draft, () => undefined, { rules: [ruleOf(on, id), ...own], today: '2018-01-01' });
const usual = run({}).diagnostics;

const at = (path: Finding['path'], more: Partial<Finding> = {}): Finding => ({
  path,
  message: 'here',
  ...more,
});
const boom = (): never => {
  throw new TypeError('of undefined');
};

describe('a rule that fails', () => {
  it('has something beside it that is found', () => expect(usual.length).toBeGreaterThan(1));

  it.each<[string, Handlers]>([
    ['the report', { report: boom }],
    ['a section', { section: boom }],
    ['a target', { target: boom }],
    ['a body', { body: boom }],
    ['a text', { text: boom }],
    ['a statement', { statement: boom }],
    ['a sentence', { sentence: boom }],
    ['a figure', { figure: boom }],
    [
      'a section, after it found something of another',
      {
        *section({ path, number }) {
          if (path.at(-1) === 1) boom();
          yield at(path, { data: { name: number } });
        },
      },
    ],
  ])('at %s is named once, with the draft, and takes no other finding with it', (name, on) => {
    for (const id of ['own/rule', 'built-in']) {
      const { diagnostics, crashes } = run(on, id);
      expect(crashes.map(({ rule, file, message }) => [rule, file, message.en])).toEqual([
        [id, 'a.report.yaml', expect.stringMatching(/failed.*TypeError: of undefined$/)],
      ]);
      expect(crashes[0]?.message.zh).toMatch(/出错.*TypeError: of undefined$/);
      expect(crashes[0]?.stack.join('\n')).toContain('crashes.test.ts');
      expect(diagnostics.filter(({ rule }) => rule !== id)).toEqual(usual);
      expect(diagnostics.length - usual.length).toBe(name.includes('after') ? 1 : 0);
    }
  });

  it.each<[string, unknown, RegExp]>([
    ['a message that it does not have', at(['a.report.yaml'], { message: 'her' }), /“her”.*here, broken/],
    ['a message of Object', at(['a.report.yaml'], { message: 'toString' }), /“toString”/],
    ['a message whose words throw', at(['a.report.yaml'], { message: 'broken' }), /RangeError: no words/],
    ['a place in no file', at(['b.report.yaml', 'title']), /b\.report\.yaml › title/],
    ['a place in nothing', at(['a.report.yaml', 'plan', 'sections', 0, 'title']), /plan › sections/],
    ['a place below a word', at(['a.report.yaml', 'title', 'x', 'y']), /title › x/],
    ['a path that is a text', { path: 'summary', message: 'here' }, /“summary”/],
    ['no path', { message: 'here' }, /“undefined”/],
    ['a severity that there is not', at(['a.report.yaml'], { severity: 'fatal' as 'info' }), /“fatal”/],
    [
      'a place beside it in nothing',
      at(['a.report.yaml'], { related: [{ path: ['x'], note: { en: '', zh: '' } }] }),
      /: x$/,
    ],
    ['a span that is none', at(['a.report.yaml', 'title'], { span: [3, 1] }), /span \[3,1\]/],
    [
      'a fix that would take an entry out by a slip',
      at(['a.report.yaml', 'title'], {
        fix: { path: ['a.report.yaml', 'title'], inser: 'x', safe: true } as never,
      }),
      /“inser”/,
    ],
    [
      'a fix that says not whether it is safe',
      at(['a.report.yaml', 'title'], { fix: { path: ['a.report.yaml', 'title'], insert: 'x' } as never }),
      /fix that is none:/,
    ],
    ['a number', 7, /yields 7/],
    ['nothing', undefined, /yields undefined/],
  ])('by yielding %s is named', (_, finding, reason) => {
    const { diagnostics, crashes } = run({ report: () => [finding as Finding] });
    expect(crashes.map(({ message }) => message.en)).toEqual([expect.stringMatching(reason)]);
    expect(diagnostics).toEqual(usual);
  });

  it.each<[string, unknown, RegExp]>([
    ['a promise', Promise.resolve([]), /not iterable/],
    ['a number', 7, /not iterable/],
  ])('by returning %s is named', (_, returned, reason) => {
    const { crashes } = run({ report: () => returned as Finding[] });
    expect(crashes[0]?.message.en).toMatch(reason);
  });

  it.each<[string, unknown, RegExp]>([
    ['a text', 'gone', /it threw “gone”/],
    ['nothing', undefined, /it threw undefined/],
    ['null', null, /it threw object/],
    ['an error of several lines', new Error('one\ntwo'), /Error: one$/],
  ])('by throwing %s is named', (_, thrown, reason) => {
    const { crashes } = run({
      report: () => {
        throw thrown;
      },
    });
    expect(crashes[0]?.message.en).toMatch(reason);
  });

  it('may find nothing by returning nothing', () => {
    const { diagnostics, crashes } = run({ report: () => undefined as unknown as Finding[] });
    expect([diagnostics, crashes]).toEqual([usual, []]);
  });

  it('is no failure where a file cannot be read, which ends the run', () => {
    const unread = new UserError({ en: 'unread', zh: '读不出' });
    expect(() =>
      run({
        report: () => {
          throw unread;
        },
      }),
    ).toThrow(unread);
  });
});
