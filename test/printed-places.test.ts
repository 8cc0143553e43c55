import { join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Path } from '../src/diagnostic.ts';
import { lint } from '../src/lint/lint.ts';
import { docxRenderer } from '../src/render/docx.ts';
import { PrintedPlaces } from '../src/render/printed-places.ts';
import { runsOf } from './docx-runs.ts';

const examples = resolve(import.meta.dirname, '../examples');

/** A draft in Word, with the map from its places to its runs. */
async function printed(
  text: string,
  read: (name: string) => string | undefined = () => undefined,
): Promise<{
  linted: ReturnType<typeof lint>;
  bytes: Uint8Array;
  places: PrintedPlaces;
  at: (path: Path, span?: readonly [number, number]) => string;
}> {
  const linted = lint('a.report.yaml', text, read);
  if (!linted.reading) throw new Error('it cannot be read');
  const places = new PrintedPlaces();
  const options = { draft: true, internal: false };
  const bytes = await docxRenderer(linted.reading, { ...options, places });
  // the map costs no byte
  expect(bytes).toEqual(await docxRenderer(linted.reading, options));
  const runs = runsOf(bytes);
  const at = (path: Path, span?: readonly [number, number]): string =>
    places
      .runsOf({ path, ...(span && { span }) })
      .map(({ part, run, start, end }) => runs.get(part)?.[run]?.slice(start, end))
      .join('');
  return { linted, bytes, places, at };
}

describe.each(['jiangmen-education/2017', 'jiangmen-education/2018', 'riverside-transport/2017'])(
  'of %s',
  (name) => {
    it('what is printed of each text leads back to its own characters', async () => {
      const file = join(examples, `${name}.report.yaml`);
      const beside = (asked: string): string | undefined => {
        try {
          return readFileSync(join(file, '..', asked), 'utf8');
        } catch {
          return undefined;
        }
      };
      const { linted, places, bytes } = await printed(readFileSync(file, 'utf8'), beside);
      const runs = runsOf(bytes);
      let [typed, found] = [0, 0];
      for (const { path, text } of linted.reading?.scalars.texts ?? []) {
        const isPrinted = /^(?:title|intro|body)$/.test(String(path.at(-1))) || path.includes('rows');
        if (!isPrinted) continue;
        for (let at = 0; at < text.length; at++) {
          if (/[\s*_`[\]]/.test(text.charAt(at))) continue;
          typed += 1;
          const [held, more] = places.typedAt(path, at);
          if (!held) continue;
          found += 1;
          expect(more).toBeUndefined();
          expect(runs.get(held.part)?.[held.run]?.slice(held.start, held.end)).toBe(text.charAt(at));
        }
      }
      expect(found / typed).toBeGreaterThan(0.9);
      expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).not.toContain('place0');
    });
  },
);

const draft = (body: string, more = ''): string =>
  `格式: 1\n标题: 某馆2017年工作总结\n编制单位: 某馆\n年度: 2017\n总结:\n  章节:\n    - 标题: 服务\n      正文: |\n${body.replace(/^/gm, '        ')}\n      指标: { 读者: 12万人次 }\n${more}`;
const bodyPath: Path = ['a.report.yaml', 'summary', 'sections', 0, 'body'];

it.each([
  [
    'equal words in a link and its address',
    '[甲](甲)甲乙。',
    '甲',
    [
      [1, 2, '甲'],
      [6, 7, '甲'],
    ],
  ],
  [
    'emphasis',
    '**完成**20件，*优良*。',
    '',
    [
      [2, 4, '完成'],
      [6, 8, '20'],
      [11, 13, '优良'],
    ],
  ],
  [
    'a list',
    '做法：\n\n1. 1个读者\n2. 2个读者',
    '',
    [
      [8, 10, '1个'],
      [16, 18, '2个'],
    ],
  ],
  [
    'wrapped lines',
    '服务平稳\n有序推进。',
    '',
    [
      [2, 7, '平稳有序'],
      [5, 9, '有序推进'],
    ],
  ],
  [
    'what is escaped',
    '星号\\*在此。',
    '',
    [
      [3, 4, '*'],
      [4, 6, '在此'],
    ],
  ],
  [
    'a reference',
    '接待读者{{读者}}，平稳。',
    '',
    [
      [2, 4, '读者'],
      [6, 8, '12万人次'],
      [10, 13, '，平稳'],
    ],
  ],
  [
    'code',
    '见`a.b`的的说明。',
    '',
    [
      [2, 5, 'a.b'],
      [6, 8, '的的'],
    ],
  ],
  [
    'a table',
    '| 项目 | 数 |\n| --- | --- |\n| 读者 | 12 |',
    '',
    [
      [2, 4, '项目'],
      [27, 29, '读者'],
      [32, 34, '12'],
    ],
  ],
  [
    'a quote',
    '> 引文一。\n> 引文二。',
    '',
    [
      [2, 5, '引文一'],
      [9, 12, '引文二'],
    ],
  ],
  [
    'a note',
    '完成[^1]。\n\n[^1]: 口径见附件。',
    '',
    [
      [0, 2, '完成'],
      [15, 17, '口径'],
    ],
  ],
  [
    'marks that Latin has too',
    '“甲”——乙……',
    '',
    [
      [0, 3, '“甲”'],
      [3, 6, '——乙'],
    ],
  ],
] as const)('through %s', async (_, body, __, spans) => {
  const { at } = await printed(draft(body));
  for (const [start, end, words] of spans) expect(at(bodyPath, [start, end])).toBe(words);
});

it('in a cell of a table of the draft', async () => {
  const more = '      表格:\n        情况: { 单位: 件, 列: [今年], 行: { 甲: ["12"], 乙: ["13"] } }\n';
  const { at } = await printed(draft('完成25件。', more));
  const rows: Path = ['a.report.yaml', 'summary', 'sections', 0, 'tables', '情况', 'rows'];
  expect([at([...rows, '甲', 0]), at([...rows, '乙', 0])]).toEqual(['12', '13']);
});
