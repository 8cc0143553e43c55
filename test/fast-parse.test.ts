import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFast } from '../src/source/fast/fast-parse.ts';
import { parseWithLibrary } from '../src/source/parse-yaml.ts';
import { report, folder } from './cli.ts';
import { sample, seed } from './depth.ts';
import { operations, takeApart } from './mistakes.ts';
import { Dice, Draft } from './random-draft.ts';

const root = resolve(import.meta.dirname, '..');
const yamlFiles = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => join(root, path, name));

/** Whether the fast reader took a text; where it did, it is what the library reads, down to every offset. */
function agrees(text: string): boolean {
  const fast = parseFast(text);
  if (fast === undefined) return false;
  const { root: slow, problems } = parseWithLibrary(text);
  expect({ text, problems, root: fast }).toEqual({ text, problems: [], root: slow });
  return true;
}

describe('the fast reader', () => {
  it.each([...yamlFiles('examples'), ...yamlFiles('templates')].map((path) => path.slice(root.length + 1)))(
    'takes %s as the library does',
    (path) => expect(agrees(readFileSync(join(root, path), 'utf8'))).toBe(true),
  );

  it('takes what is scaffolded and imported, and Windows’ line ends and mark', async () => {
    const cwd = folder({
      'a.md':
        '# 某局2017年工作总结\n\n一、抓好巡查\n\n全年巡查12次：“查”出隐患 3 处。\n\n| 所 | 次 |\n|---|---|\n| 甲 | 4 |\n',
    });
    for (const argv of [
      ['new', '2018', '--yes', '--lang', 'zh', '--out', 'zh.report.yaml'],
      ['new', '2018', '--yes', '--lang', 'en', '--language', 'en', '--out', 'en.report.yaml'],
      [
        'new',
        '2018',
        '--yes',
        '--from',
        join(root, 'examples/jiangmen-education/2017.report.yaml'),
        '--out',
        'next.report.yaml',
      ],
      ['import', 'a.md', '--out', 'imported.report.yaml'],
    ])
      expect(await report(cwd, argv), argv.join(' ')).toMatchObject({ code: 0 });
    for (const name of ['zh', 'en', 'next', 'imported']) {
      const text = readFileSync(join(cwd, `${name}.report.yaml`), 'utf8');
      expect(agrees(text), name).toBe(true);
      expect(agrees(`\uFEFF${text.replaceAll('\n', '\r\n')}`), name).toBe(true);
    }
  });

  it('agrees with the library or leaves a draft in any style to it', () => {
    let taken = 0;
    const drafts = sample(3000);
    for (let index = 0; index < drafts; index++) {
      const draft = new Draft(new Dice(seed + index), { tame: index % 2 === 0 });
      draft.write();
      if (agrees(draft.text)) taken++;
    }
    console.log(`seed ${seed}: ${taken} of ${drafts} drafts in random styles taken`);
    expect(taken).toBeGreaterThan(0);
  });

  it('agrees with the library or leaves a mistake to it', () => {
    const dice = new Dice(seed);
    const names = Object.keys(operations);
    for (const [folder, keys] of [
      ['jiangmen-education', 'zh'],
      ['riverside-transport', 'en'],
    ] as const) {
      const text = readFileSync(join(root, 'examples', folder, '2017.report.yaml'), 'utf8');
      const anatomy = takeApart(text, keys);
      for (let turn = 0; turn < sample(1200, 0.06); turn++) {
        const mutation = operations[names[turn % names.length] as string]?.(anatomy, dice);
        if (mutation) agrees(text.slice(0, mutation.start) + mutation.insert + text.slice(mutation.end));
      }
    }
  });

  it('agrees with the library or leaves it any heap of signs', () => {
    const dice = new Dice(seed);
    const heaps = sample(400_000, 0.03);
    let taken = 0;
    for (let index = 0; index < heaps; index++)
      if (agrees(dice.times(1, 12, () => dice.pick(signs)).join(''))) taken++;
    console.log(`seed ${seed}: ${taken} of ${heaps} heaps of signs taken`);
    expect(taken).toBeGreaterThan(heaps / 50);
  });
});

const signs = [
  ...[
    'a',
    'b: ',
    'c:',
    '- ',
    '-',
    '\n',
    '\n  ',
    '\n    ',
    '  ',
    ' ',
    '#',
    '# x',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '|',
    '|-',
    '|+',
    '>',
    '?',
    '!',
  ],
  ...[
    '&a',
    '*a',
    '中',
    '：',
    '\t',
    '\r\n',
    '\r',
    'x',
    '"q"',
    "'s'",
    '{a: b}',
    '[a, b]',
    'a: b\n',
    '- c\n',
    '\\n',
    '"\\u4e2d"',
    '%',
    '@',
    '---',
    '\uFEFF',
  ],
];
