import { describe, expect, it } from 'vitest';
import type { Problem } from '../src/diagnostic.ts';
import { readSource } from '../src/source/source.ts';
import { applyEdits } from '../src/source/traps/repair.ts';

const zh = `格式: 1
标题: 报告
编制单位: 某局
年度: 2017
总结:
  章节:
    - 标题: 甲
      牵头: 办公室
      正文: |
        全年办理来信12件。
        - 甲项
          续行
      指标:
        来信: 12件
        走访: { 数值: 3次 }
    - 标题: 乙
      正文: 平稳。
      章节:
        - 标题: 丙
          正文: 平稳。
`;
const en = `schema: 1
title: Report
organization: Agency
year: 2017
summary:
  intro: Quiet.
  sections:
    - title: A
      body: |
        We ran 12 buses.

        All of them.
      metrics:
        buses: 12 buses
        routes: { value: 3 routes, as-of: 2017-12 }
plan:
  sections:
    - title: B
      targets:
        buses: { level: 14 buses, due: 2018-12 }
`;

const read = (text: string): ReturnType<typeof readSource> => readSource('a.report.yaml', text, 'report');
const said = (text: string): string => JSON.stringify(read(text).data);

/** The one finding on tabs, with nothing else found. */
function finding(text: string): Problem {
  const { yaml, problems, remarks } = read(text);
  expect([...yaml, ...problems, ...remarks].map(({ message }) => message)).toHaveLength(1);
  return yaml[0] as Problem;
}

const mended = (text: string): string => applyEdits(text, finding(text).fix?.edits ?? []);

/** Blanks of so many columns written as tabs, and the rest as spaces. */
const tabbed = (text: string, width: number): string =>
  text.replaceAll(/^ +/gm, (blank) => '\t'.repeat(blank.length / width) + ' '.repeat(blank.length % width));

describe('tabs as indentation are one finding, and --fix writes what was meant', () => {
  const flat = zh.replace(/ *续行\n/, '');
  const levels = (text: string): string =>
    text.replaceAll(/^ +/gm, (blank) => '\t'.repeat(blank.length / 2)).replaceAll('- 标题', '-\t标题');
  it.each<[string, string, string, number, number]>([
    ['everywhere, each for two columns', zh, tabbed(zh, 2), 2, 15],
    ['everywhere, each for four', zh, tabbed(zh, 4), 2, 14],
    ['everywhere, each for eight', zh, tabbed(zh, 8), 8, 7],
    ['everywhere, behind dashes too', flat, levels(flat), 2, 14],
    ['everywhere, in English', en, tabbed(en, 2), 2, 13],
    [
      'everywhere, with Windows’ ends of lines',
      zh.replaceAll('\n', '\r\n'),
      tabbed(zh, 4).replaceAll('\n', '\r\n'),
      2,
      14,
    ],
    ['everywhere, behind a mark', `\uFEFF${en}`, `\uFEFF${tabbed(en, 4)}`, 2, 10],
    ['in one line, too narrow', zh, zh.replace('      牵头', '\t  牵头'), 6, 1],
    ['in one line, too wide', zh, zh.replace('      牵头', '\t\t\t\t牵头'), 6, 1],
    ['in one line, alone', zh, zh.replace('      牵头', '\t牵头'), 6, 1],
    ['in the first line of a text', zh, zh.replace('        全年', '\t\t全年'), 8, 1],
    ['behind spaces', zh, zh.replace('        来信', '    \t来信'), 8, 1],
    ['in a block of metrics', zh, zh.replaceAll(/^ {8}(?=来信|走访)/gm, '\t\t'), 8, 2],
    ['in a block of metrics, one each', zh, zh.replaceAll(/^ {8}(?=来信|走访)/gm, '\t'), 8, 2],
    [
      'in a section',
      zh,
      zh.slice(0, zh.indexOf('    - 标题: 乙')) + tabbed(zh.slice(zh.indexOf('    - 标题: 乙')), 4),
      4,
      5,
    ],
    [
      'in a part in English',
      en,
      en.slice(0, en.indexOf('  sections:\n    - title: B')) +
        tabbed(en.slice(en.indexOf('  sections:\n    - title: B')), 2),
      2,
      4,
    ],
    ['before the first line', zh, `\t${zh}`, 0, 1],
    ['before a key of the draft', en, en.replace('organization', '\torganization'), 0, 1],
  ])('%s', (_, plain, written, want, lines) => {
    expect(finding(written)).toMatchObject({
      start: written.indexOf('\t'),
      message: 'indent-character',
      data: { name: 'tab', want, lines },
      fix: { safe: true },
    });
    expect(said(mended(written))).toBe(said(plain));
    expect(read(mended(written)).yaml).toEqual([]);
    // what is read meanwhile is what the fix will write
    expect(said(written)).toBe(said(plain));
  });

  it('behind dashes', () => {
    const written = zh.replaceAll('- 标题', '-\t标题');
    expect(finding(written)).toMatchObject({
      start: written.indexOf('\t'),
      message: 'dash-tab',
      data: { lines: 3 },
      fix: { safe: true },
    });
    expect(mended(written)).toBe(zh);
  });

  it('beside other mistakes of the same hand', () => {
    const written = tabbed(zh, 4).replaceAll('标题: ', '标题：');
    const { yaml } = read(written);
    expect(yaml.map(({ message }) => message)).toEqual(['indent-character', ...Array(4).fill('colon-wide')]);
    expect(
      said(
        applyEdits(
          written,
          yaml.flatMap(({ fix }) => fix?.edits ?? []),
        ),
      ),
    ).toBe(said(zh));
  });
});

describe('what tabs are worth is not certain', () => {
  it('where a line could stand in two places', () => {
    const written = zh.replace('          正文: 平稳。\n', '\t\t牵头: 财务科\n');
    const found = finding(written);
    expect(found).toMatchObject({ message: 'indent-character', fix: { safe: false } });
  });

  it('where a text may have lines that stand further in', () => {
    expect(finding(zh.replace('        - 甲项', '\t\t\t- 甲项'))).toMatchObject({
      data: { want: 8 },
      fix: { safe: false },
    });
  });
});

it.each([
  ['in a text, behind its indentation', zh.replace('- 甲项', '\t甲项')],
  ['behind a colon', zh.replace('标题: 乙', '标题:\t乙')],
  ['at the end of a line', zh.replace('标题: 乙', '标题: 乙\t')],
])('a tab that YAML reads is none: %s', (_, text) => expect(read(text).yaml).toEqual([]));
