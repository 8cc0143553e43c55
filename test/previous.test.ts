import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { fromFolderOf } from '../src/lint/previous.ts';
import type { Rule, RuleContext } from '../src/rules/rule.ts';
import { folder, report } from './cli.ts';

const draft = (year: number, more = ''): string =>
  `schema: 1\ntitle: Report\norganization: Agency\nyear: ${year}\n${more}summary: { intro: A calm year. }\n`;

/** What rules are told of a draft, and the year of the report that they may compare it with. */
type Told = Pick<RuleContext, 'template' | 'previousLack' | 'today' | 'now'> & {
  readonly lastYear: number | undefined;
};

/** What rules are told of a draft. */
function contextOf(text: string, files: Readonly<Record<string, string>>, today?: string): Told {
  const seen: Told[] = [];
  const spy: Rule = {
    id: 'spy',
    severity: 'info',
    summary: { en: '', zh: '' },
    why: { en: '', zh: '' },
    messages: {},
    examples: {},
    on: {
      *report({ lastYear }, context) {
        // what a context has of its own and what it inherits
        const { template, previousLack, today, now } = context;
        seen.push({ template, previousLack, today, now, lastYear: lastYear?.report.data.year });
      },
    },
  };
  lint('2018/2018.report.yaml', text, (file) => files[file], {
    rules: [spy],
    ...(today !== undefined && { today }),
  });
  return seen[0] as Told;
}

describe('last year’s report', () => {
  const parted = (section: string): string =>
    draft(2017).replace('summary: { intro: A calm year. }', `summary:\n  sections:\n    - ${section}`);
  const tabled = (file: string): string =>
    parted(`title: Roads\n      body: Fine.\n      tables: { t: { file: ${file} } }`);
  const files = {
    '2017/2017.report.yaml': draft(2017),
    '2017/other.yaml': draft(2015),
    '2017/key.yaml': draft(2017, 'colour: red\n'),
    '2017/no-section.yaml': parted('file: none.section.yaml'),
    '2017/empty-section.yaml': parted('file: empty.section.yaml'),
    '2017/empty.section.yaml': '',
    '2017/broken-section.yaml': parted('file: broken.section.yaml'),
    '2017/broken.section.yaml': 'a: [',
    '2017/no-table.yaml': tabled('none.csv'),
    '2017/broken-table.yaml': tabled('broken.csv'),
    '2017/broken.csv': 'a,b\n"c,1\n',
    '2018/x.yaml': '',
    '2018/broken.yaml': 'a: [',
  };

  it('is read from the draft’s folder, for all rules', () => {
    expect(contextOf(draft(2018, 'previous: ../2017/2017.report.yaml\n'), files)).toMatchObject({
      lastYear: 2017,
      previousLack: undefined,
    });
    expect(contextOf(draft(2018), files)).toMatchObject({ lastYear: undefined, previousLack: undefined });
  });

  it.each([
    ['none.yaml', 'missing'],
    ['x.yaml', 'unreadable'],
    ['broken.yaml', 'unreadable'],
    ['./2018.report.yaml', 'itself'],
    ['link.yaml', 'itself'],
    ['../2017/other.yaml', 'year-other'],
    ['../2017/key.yaml', 'partly'],
    ['../2017/no-section.yaml', 'partly'],
    ['../2017/no-table.yaml', 'partly'],
    ['../2017/empty-section.yaml', 'partly'],
    ['../2017/broken-section.yaml', 'partly'],
    ['../2017/broken-table.yaml', 'partly'],
    ['', 'unnamed'],
  ])('is lacking where the draft names %s: %s', (name, lack) => {
    const text = draft(2018, `previous: ${name}\n`);
    const all: Readonly<Record<string, string>> = {
      ...files,
      '2018/2018.report.yaml': text,
      '2018/link.yaml': text,
    };
    expect(contextOf(text, all)).toMatchObject({ lastYear: undefined, previousLack: { message: lack } });
    const { diagnostics } = lint('2018/2018.report.yaml', text, (file) => all[file]);
    expect(diagnostics.map(({ rule, code, severity, range }) => [rule, code, severity, range.start])).toEqual(
      [['previous-found', lack, 'error', { line: 5, column: name === '' ? 1 : 11 }]],
    );
  });

  it('must be that of the year before', () => {
    const { diagnostics } = lint(
      '2018/2019.report.yaml',
      draft(2019, 'previous: ../2017/2017.report.yaml\n'),
      (file) => files[file as keyof typeof files],
    );
    expect(diagnostics.map(({ code, message }) => [code, message.en])).toEqual([
      [
        'year-other',
        '“../2017/2017.report.yaml” reports on 2017, which is not the year before, so nothing was compared with it',
      ],
    ]);
  });

  it('is a place that findings can point to, and is not checked itself', () => {
    const last = draft(2017, '# report-ignore targets-led\nterms: { a: b }\n').replace(
      'A calm year.',
      'See {{nothing}}.',
    );
    const related: Rule = {
      id: 'pointers-shown',
      severity: 'warning',
      summary: { en: '', zh: '' },
      why: { en: '', zh: '' },
      messages: { here: { en: () => 'here', zh: () => '这里' } },
      examples: {},
      on: {
        *report({ report: { path }, lastYear }) {
          if (lastYear)
            yield {
              path: [...path, 'year'],
              message: 'here',
              related: [
                { path: [...lastYear.report.path, 'summary', 'intro'], note: { en: 'there', zh: '那里' } },
              ],
            };
        },
      },
    };
    const read = (file: string): string | undefined => (file === '2017.report.yaml' ? last : undefined);
    const shown = lint('2018.report.yaml', draft(2018, 'previous: 2017.report.yaml\n'), read, {
      rules: [related],
    });
    expect(shown.diagnostics[0]?.related).toEqual([
      {
        file: '2017.report.yaml',
        range: { start: { line: 7, column: 19 }, end: { line: 7, column: 35 } },
        message: { en: 'there', zh: '那里' },
      },
    ]);
    expect(lint('2018.report.yaml', draft(2018, 'previous: 2017.report.yaml\n'), read).diagnostics).toEqual(
      [],
    );
  });

  it.each([
    ['a/b/2018.yaml', '../2017.yaml', 'a/2017.yaml'],
    ['2018.yaml', '../x/2017.yaml', '../x/2017.yaml'],
    ['../n/2018.yaml', '../../2017.yaml', '../../2017.yaml'],
    ['/a/2018.yaml', '../../2017.yaml', '/../2017.yaml'],
    ['a/2018.yaml', '/b/2017.yaml', '/b/2017.yaml'],
    ['a\\2018.yaml', 'b\\2017.yaml', 'a/b/2017.yaml'],
  ])('of %s, named %s, is %s', (from, name, file) => expect(fromFolderOf(from, name)).toBe(file));
});

describe('the day that a report speaks from', () => {
  it.each([
    ['dated: 2018-01-10\npublished: 2018-01-17\n', '2018-01-10'],
    ['published: 2018-01-17\n', '2018-01-17'],
    ['dated: 2018年1月5日\n', '2018-01-05'],
    ['', '2018-03-01'],
  ])('%j', (dates, day) => expect(contextOf(draft(2018, dates), {}, '2018-03-01').today).toBe(day));

  it('is not known where nobody says it', () => expect(contextOf(draft(2018), {}).today).toBeUndefined());

  it('may be given to lint, as a day of the calendar', async () => {
    const cwd = folder({ '2018.report.yaml': draft(2018) });
    expect((await report(cwd, ['lint', '--today', '2018-02-28'])).code).toBe(0);
    expect((await report(cwd, ['lint', '--today', 'Feb. 28, 2018'])).code).toBe(0);
    for (const [wrong, why] of [
      [
        '2018-02-30',
        'there is no day “2018-02-30”: month 2 of 2018 has 28 days; correct the day or the month',
      ],
      ['2018', '“2018” is not a day; write it as 2018-01-17 or January 17, 2018'],
      ['today', '“today” means another time next year; write the year in figures'],
      ['3/4/2018', '“3/4/2018” may be 2018-04-03 or 2018-03-04; write the one that is meant'],
    ])
      expect(await report(cwd, ['lint', '--today', wrong ?? ''])).toMatchObject({
        code: 2,
        stderr: `report: --today: ${why}\n`,
      });
  });
});

const template = (more = ''): string =>
  `id: own\nkeys: en\nname: Our report\nrequires:\n  - { part: summary }\n  - { part: plan, section: [Money] }\nrules: { targets-led: off }\n${more}draft: |\n  schema: 1\n  title: "[[title]]"\n  organization: "[[organization]]"\n  year: [[year]]\n  template: [[template]]\n  summary: { intro: "[TODO: text]" }\n  plan: { sections: [{ title: Roads, body: "[TODO: text]", targets: { roads: { level: 5, due: [[next-year]] } } }] }\n`;

describe('a template of one’s own', () => {
  const rules = async (cwd: string): Promise<string[]> => {
    const { stdout } = await report(cwd, ['lint', '2018.report.yaml', '--format', 'json']);
    return (JSON.parse(stdout) as { findings: { rule: string; message: { en: string } }[] }).findings.map(
      ({ rule, message }) => `${rule} ${message.en}`,
    );
  };

  it('is listed, used and heeded by lint where the configuration names its folder', async () => {
    const cwd = folder({ 'report.config.yaml': 'templates: kinds\n', 'kinds/own.yaml': template() });
    expect((await report(cwd, ['new', '--list'])).stdout).toContain('\nown  Our report\n');
    expect(await report(cwd, ['new', '2018', '--template', 'own', '--organization', 'Agency'])).toMatchObject(
      { code: 0 },
    );
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toContain('\ntemplate: own\n');
    expect(await rules(cwd)).toEqual([
      'placeholders-filled [TODO: text] is still to be filled in',
      'sections-required the part “plan” has no section on Money, which the template own asks for',
      'placeholders-filled [TODO: text] is still to be filled in',
    ]);
  });

  it('may be a file, which the draft then names', async () => {
    const cwd = folder({ 'a/own.yaml': template() });
    expect(
      await report(cwd, ['new', '2018', '--template', './a/own.yaml', '--organization', 'Agency']),
    ).toMatchObject({ code: 0 });
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toContain('\ntemplate: a/own.yaml\n');
    expect(await rules(cwd)).toContain(
      'sections-required the part “plan” has no section on Money, which the template own asks for',
    );
    expect(await report(cwd, ['new', '2019', '--out', 'b/2019.report.yaml', '--from', '2018'])).toMatchObject(
      { code: 0 },
    );
    expect(readFileSync(join(cwd, 'b/2019.report.yaml'), 'utf8')).toMatch(
      /\ntemplate: \.\.\/a\/own\.yaml\nprevious: \.\.\/2018\.report\.yaml\n/,
    );
  });

  it.each([
    ['kinds/own.yaml', template('requries: []\n'), 'kinds/own.yaml:8:1'],
    ['kinds/own.yaml', template().replace('targets-led', 'targets-lde'), 'did you mean|targets-led'],
    ['kinds/two.yaml', template(), 'have the same id “own”'],
    ['other/x.yaml', '', 'there is no folder “kinds”'],
  ])('with a mistake is refused: %s', async (file, text, said) => {
    const own = file.includes('two') ? { 'kinds/own.yaml': template() } : {};
    const cwd = folder({
      'report.config.yaml': 'templates: kinds\n',
      ...own,
      [file]: text,
      '2018.report.yaml': draft(2018),
    });
    for (const argv of [['lint'], ['new', '2019', '--template', 'own', '--no-from']]) {
      const { code, stderr } = await report(cwd, argv);
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(said) as string });
    }
  });

  it.each([
    ['none.yaml', 'there is no template file “none.yaml”'],
    ['wrong.yaml', 'the template wrong.yaml has a mistake in line 1'],
  ])('that a draft names by a file it cannot use is a finding: %s', async (file, said) => {
    const cwd = folder({ 'wrong.yaml': 'ids: x\n', '2018.report.yaml': draft(2018, `template: ${file}\n`) });
    expect((await rules(cwd)).join('\n')).toContain(said);
  });
});

describe('answers', () => {
  const run = async (
    answers: string,
    argv: readonly string[] = [],
  ): Promise<{ readonly code: number; readonly stderr: string; readonly cwd: string }> => {
    const cwd = folder({ 'a.yaml': answers });
    return { ...(await report(cwd, ['new', '--answers', 'a.yaml', ...argv])), cwd };
  };

  it.each([
    'year: 2018\ntemplate: team\norganization: "A: B"\ntitle: Review\nlanguage: en\nfrom: false\n',
    '年度: 2018\n模板: team\n编制单位: "A: B"\n标题: Review\n语言: 英文\n上年: 否\n',
  ])('stand in a file, in either language: %j', async (answers) => {
    const { code, cwd } = await run(answers);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, '2018.report.yaml'), 'utf8')).toContain(
      'title: "Review"\norganization: "A: B"\nyear: 2018\n',
    );
  });

  it('give way to the command line', async () => {
    const { cwd } = await run('year: 2018\ntitle: Review\n', ['2020', '--title', 'Another']);
    expect(readFileSync(join(cwd, '2020.report.yaml'), 'utf8')).toContain('title: "Another"');
  });

  it.each([
    [
      'year: 2018\norganisation: A\n',
      'a.yaml:2:1 there is no question “organisation”; did you mean organization?',
    ],
    [
      'colour: red\n',
      'a.yaml:1:1 there is no question “colour”; known: year, template, organization, title, from, language',
    ],
    ['year: 18\n', 'a.yaml:1:7 “18” is not a year'],
    ['language: fr\n', 'a.yaml:1:11 “fr” is not a language'],
    ['year: 2018\nyear: 2019\n', 'a.yaml:2:1 “year” is answered twice'],
    ['title: [a]\n', 'a.yaml:1:8 “title” takes one text'],
    ['just text\n', 'a.yaml:1:1 write one answer a line'],
    ['a: b: c\n', 'a.yaml:1:'],
    ['year: 2018\ntemplate: teem\n', 'there is no template “teem”; did you mean team?'],
    ['year: 2018\ntemplate: school\nlanguage: en\n', 'the template school is in Chinese'],
  ])('that are wrong end with 2: %j', async (answers, said) => {
    expect(await run(answers)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) as string });
  });
});

describe('last year’s draft for new', () => {
  it.each([
    [
      { '2017.report.yaml': 'a: [' },
      ['2018'],
      'cannot be read as a draft; run: report lint 2017.report.yaml',
    ],
    [
      { '2017.report.yaml': draft(2016) },
      ['2018'],
      'reports on 2016, so the next draft is that of 2017, not 2018',
    ],
    [{ '2017.report.yaml': draft(2017).replace('year: 2017\n', '') }, ['2018'], 'does not say which year'],
    [{}, ['2018', '--from', 'none.yaml'], 'there is no file “none.yaml”'],
    [
      { '2017.report.yaml': draft(2017) },
      ['2018', '--language', 'zh'],
      'is in English, and a draft carries on in the language',
    ],
    [
      { '2017.report.yaml': draft(2017) },
      ['2018', '--template', 'bureau'],
      'which the template bureau is not',
    ],
    [
      { '2017.report.yaml': draft(2017), '2018.report.yaml': '' },
      ['--from', '2017'],
      '“2018.report.yaml” exists and is left as it is',
    ],
  ])('that does not fit ends with 2: %j %j', async (files: Readonly<Record<string, string>>, argv, said) => {
    const cwd = folder(files);
    expect(await report(cwd, ['new', ...argv])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said) as string,
    });
  });

  it('is left alone with --no-from, and tells the year where none is said', async () => {
    const cwd = folder({ '2017.report.yaml': draft(2017) });
    expect((await report(cwd, ['new', '2018', '--no-from', '--language', 'zh'])).stderr).not.toContain(
      '2017.report.yaml',
    );
    expect((await report(cwd, ['new', '--from', '2017.report.yaml', '--force'])).stderr).toMatch(
      /^wrote 2018\.report\.yaml/,
    );
  });

  it('says what it lacks', async () => {
    const cwd = folder({ '2017.report.yaml': draft(2017, 'yaer2: x\n') });
    const { stderr } = await report(cwd, ['new', '2018']);
    expect(stderr).toContain('2017.report.yaml has 1 format error; what stands there was not carried over');
    expect(stderr).toContain('2017.report.yaml has no date of publication yet');
  });
});
