import { describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { wordsOf } from './docx-words.ts';
import { lint, read, render, UserError } from '../src/api/index.ts';
import { defineRule, en, lastYear, type RuleContext as PublicContext } from '../src/api/rule.ts';
import { PREVIOUS, type RuleContext } from '../src/rules/rule.ts';

const draft =
  'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nprevious: 2016.report.yaml\nsummary:\n  sections:\n' +
  '    - file: roads.section.yaml\n    - { title: Bridges, body: "We built 4 bridges. ![New](new.png)", metrics: { bridges: 3 } }\n';
const files: Readonly<Record<string, string>> = {
  'in/roads.section.yaml': 'title: Roads\nbody: We mended 12 roads.\n',
  'in/2016.report.yaml':
    'schema: 1\ntitle: Report\norganization: Agency\nyear: 2016\nsummary: { intro: A year. }\n',
};
const given = {
  file: 'in/2017.report.yaml',
  readFile: (file: string): string | undefined => files[file],
  readBytes: (file: string): Uint8Array | undefined =>
    file === 'in/new.png' ? Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) : undefined,
};

/** What rules of ours are told holds all that others are promised. */
export const promised = (context: RuleContext): PublicContext => context;

const leadNamed = defineRule({
  id: 'own/leads-named',
  severity: 'warning',
  summary: { en: 'Name a lead.' },
  why: { en: 'Nobody answers for it else.' },
  options: { least: { default: 1, description: { en: 'How long.' } } },
  messages: { missing: { en: ({ title = '' }) => `no lead for ${title}` } },
  on: {
    *section({ data, at }, { options }) {
      if ((data.lead ?? '').length < options.least)
        yield { path: at, message: 'missing', data: { title: data.title ?? '' } };
    },
  },
  examples: {
    en: { good: en`plan: { intro: A plan. }`, bad: lastYear(en`plan: {}`), finds: ['1:1 missing'] },
  },
});

describe('lint', () => {
  it('says what the command says, and reads what it is given', () => {
    const { findings, counts, crashes, files: read, report } = lint(draft, given);
    expect(
      findings.map(({ file, rule, severity, range }) => [file, rule, severity, range.start.line]),
    ).toContainEqual(['in/2017.report.yaml', 'figures-said', 'error', 9]);
    expect(findings.map(({ rule }) => rule)).not.toContain('images-found');
    expect(findings.map(({ rule }) => rule)).not.toContain('previous-found');
    expect(counts.error).toBe(findings.filter(({ severity }) => severity === 'error').length);
    expect(crashes).toEqual([]);
    expect(read).toEqual(['in/2017.report.yaml', 'in/roads.section.yaml']);
    expect(report?.sections.map(({ data }) => data.title)).toEqual(['Roads', 'Bridges']);
  });

  it('finds nothing beside the draft where it is given nothing', () => {
    const rules = lint(draft).findings.map(({ rule }) => rule);
    expect(rules).toContain('previous-found');
    expect(PREVIOUS).toBe('2016.report.yaml');
  });

  it('takes what a configuration says, rules of one’s own, and a choice of rules', () => {
    const own = (config: object): readonly string[] =>
      lint(draft, { ...given, config, rules: [leadNamed], only: ['own/leads-named'] }).findings.map(
        ({ rule, severity, message }) => `${rule} ${severity} ${message.zh}`,
      );
    expect(own({})).toEqual(
      ['own/leads-named warning no lead for Roads', 'own/leads-named warning no lead for Bridges'].sort(
        (a, b) => (a.includes('Bridges') ? -1 : b.includes('Bridges') ? 1 : 0),
      ),
    );
    expect(own({ rules: { 'own/leads-named': ['error', { least: 0 }] } })).toEqual([]);
    expect(
      lint(draft, { ...given, config: { rules: { 'figures-said': 'off' } } }).findings.map(
        ({ rule }) => rule,
      ),
    ).not.toContain('figures-said');
  });

  it('names a rule that fails', () => {
    const broken = {
      ...leadNamed,
      id: 'own/broken',
      on: {
        report: () => {
          throw new Error('no');
        },
      },
    };
    const { crashes, findings } = lint(draft, { ...given, rules: [broken] });
    expect(crashes.map(({ rule }) => rule)).toEqual(['own/broken']);
    expect(findings).toEqual(lint(draft, given).findings);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a rule that there is not', () => lint(draft, { only: ['figures-sad'] }), /no rule “figures-sad”/],
    [
      'a level that there is not',
      () => lint(draft, { config: { rules: { 'figures-said': 'fatal' as 'error' } } }),
      /“fatal” is not a level/,
    ],
    [
      'what only the command reads',
      () => lint(draft, { config: { files: ['*'] } as object }),
      /“files” of a configuration is for the command line/,
    ],
    [
      'a rule without its parts',
      () => lint(draft, { rules: [{ id: 'own/a' } as never] }),
      /rule “own\/a”: “severity” is missing/,
    ],
    [
      'two rules of one id, of which a level would mean both',
      () => lint(draft, { rules: [leadNamed, { ...leadNamed }] }),
      /two rules are called “own\/leads-named”/,
    ],
    ['a draft beyond the limits', () => read(`title: ${'x'.repeat(8_000_000)}`), /./],
  ])('refuses %s', (_, act, says) => {
    expect(act).toThrow(UserError as unknown as typeof Error);
    expect(act).toThrow(says);
  });
});

describe('read', () => {
  it('gives the report and what is derived from it, and finds mistakes of form only', () => {
    const { reading, findings } = read(draft, given);
    expect(findings).toEqual([]);
    expect(reading?.figures.all.map(({ declared }) => Number(declared?.number))).toEqual([3]);
    expect(reading?.texts.flatMap(({ figures }) => figures.map(({ text }) => text))).toEqual(['12', '4']);
    expect(reading?.before?.report.data.year).toBe(2016);
    expect(read('schema: 1\nyaer: 2017\n').findings.map(({ rule }) => rule)).toContain('schema');
    expect(read('a: [').report).toBeUndefined();
  });
});

describe('render', () => {
  it('prints what was read, with pictures that it is given', async () => {
    expect(await render(lint(draft, given))).toMatch(/^[^]*# Report\n[^]*We mended 12 roads\.[^]*new\.png/);
    const page = await render(read(draft, given), {
      to: 'html',
      readBytes: (path) => given.readBytes(`in/${path}`),
    });
    expect(page).toMatch(/^<!doctype html>[^]*data:image\/png;base64,/i);
    expect(await render(read(draft, given), { to: 'html' })).not.toContain('data:image/png');
    expect(await render(read(draft, given), { to: 'text' })).toContain('We built 4 bridges.');
  });

  it('makes a Word file, on the paper that is asked for', async () => {
    const result = read(draft, given);
    const plain = await render(result, { to: 'docx' });
    expect(wordsOf(plain as Uint8Array)).toContain('We built 4 bridges.');
    const set = await render(result, { to: 'docx', margins: [10, 20, 30, 40], pageNumbers: 'none' });
    const xml = strFromU8(unzipSync(set as Uint8Array)['word/document.xml'] ?? new Uint8Array());
    expect(xml).toMatch(/w:top="567" w:right="1134" w:bottom="1701" w:left="2268"/);
    expect(xml).not.toContain('footerReference');
    expect(await render(result, { to: 'docx', reference: plain as Uint8Array })).not.toEqual(plain);
    for (const margins of [
      [1, 2, 3],
      [1, 2, 3, -4],
      [1, 2, 3, NaN],
      [1, 2, 3, 400],
    ])
      await expect(render(result, { to: 'docx', margins: margins as never })).rejects.toThrow(/four lengths/);
    await expect(render(result, { to: 'docx', reference: new Uint8Array(9) })).rejects.toThrow(
      /no Word file/,
    );
  });

  it('is stamped unless it is published, and lists what could not be read', async () => {
    expect(await render(read(draft, given))).toMatch(/DRAFT/);
    expect(await render(read(draft, given), { draft: false })).not.toMatch(/DRAFT/);
    expect(await render(read(draft.replace('bridges: 3', 'bridges: 3, 4: { colour: red }'), given))).toMatch(
      /2017\.report\.yaml:9: /,
    );
  });

  it('refuses a published report with personal data or a mark of secrecy, stamped or not, but for the office itself', async () => {
    const of = (words: string, published = 'published: 2018-01-31\n'): string =>
      `schema: 1\ntitle: Report\norganization: Office\nyear: 2017\n${published}summary:\n  intro: ${words}\n`;
    for (const words of [
      'Mary Green (SSN 123-45-6789) had a grant.',
      'We closed 36 files. (For internal use only)',
    ])
      for (const result of [read(of(words)), lint(of(words)), lint(of(words), { only: ['dates-real'] })]) {
        for (const options of [{}, { draft: true }, { to: 'html' as const }])
          await expect(render(result, options)).rejects.toThrow(/take them out or mask them first/);
        expect(await render(result, { internal: true, draft: true })).toContain(words.slice(0, 9));
      }
    expect(await render(read(of('We closed 36 files.')))).toContain('36 files');
    expect(await render(read(of('Mary Green (SSN 123-45-6789) had a grant.', '')))).toContain('Mary Green');
    const error = await render(read(of('（内部资料，请勿外传）'))).catch((thrown: unknown) => thrown);
    expect(error instanceof UserError && error.words.zh).toMatch(/请先删去或打码/);
  });

  it('refuses what is no report, or no format', async () => {
    await expect(render(read('a: ['))).rejects.toThrow(/no report to be rendered/);
    await expect(render(read(draft, given), { to: 'rtf' as 'md' })).rejects.toThrow(
      /no format “rtf”; write md, html, docx, pdf, text/,
    );
  });
});
