import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Io } from '../src/io.ts';
import { diffFormats, figuresFormats, statusFormats } from '../src/ledger/formats.ts';
import { main } from '../src/main.ts';
import { formats, type RenderFormat } from '../src/render/index.ts';
import { textRenderer } from '../src/render/text.ts';
import { reporters } from '../src/reporters/index.ts';
import { folder, report } from './cli.ts';

const draft = '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: { 导语: 全年平稳。 }\n';

/** A format that is no text: the plain text, packed. */
const packed: RenderFormat = {
  title: { en: 'gzip', zh: '压缩文本' },
  extension: 'gz',
  load: () =>
    Promise.resolve(
      (...given: Parameters<typeof textRenderer>) => new Uint8Array(gzipSync(textRenderer(...given))),
    ),
};

describe('a format of reports that is bytes', () => {
  const list = formats as Record<string, RenderFormat>;
  beforeAll(() => void (list['gz'] = packed));
  afterAll(() => void delete list['gz']);
  const place = (): string => folder({ '2017.report.yaml': draft });
  const plain = async (): Promise<string> =>
    (await report(place(), ['render', '2017', '--to', 'text'])).stdout;

  it('is written byte by byte, by its name or by the ending of the file', async () => {
    const cwd = place();
    const expected = await plain();
    expect(expected).toContain('全年平稳。');
    for (const argv of [
      ['-o', 'a.gz'],
      ['--to', 'gz', '-o', 'b.bin'],
      ['--to', 'md,gz', '-o', 'out'],
    ])
      expect(await report(cwd, ['render', '2017', ...argv, '--lang', 'zh'])).toMatchObject({
        code: 0,
        stdout: '',
      });
    for (const name of ['a.gz', 'b.bin', 'out/2017.report.gz'])
      expect(gunzipSync(readFileSync(join(cwd, name))).toString()).toBe(expected);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['2017.report.gz', '2017.report.md']);
    const again = await report(cwd, ['render', '2017', '-o', 'a.gz']);
    expect(again.code).toBe(2);
  });

  it('goes to another program byte by byte, and is not shown on a terminal or in a log', async () => {
    const { code, stdout } = await report(place(), ['render', '2017', '--to', 'gz']);
    expect(code).toBe(0);
    expect(gunzipSync(Buffer.from(stdout, 'latin1')).toString()).toBe(await plain());
    const readers: readonly Partial<Io['stdout']>[] = [
      { isTTY: true },
      { isLog: true },
      { writeBytes: undefined } as unknown as Partial<Io['stdout']>,
    ];
    for (const reader of readers) {
      const said: string[] = [];
      const never = (): never => expect.fail('bytes were written');
      const stream = { write: (each: string) => void said.push(each), isTTY: false, columns: 80 };
      const ended = await main(['render', '2017', '--to', 'gz', '--lang', 'en'], {
        cwd: place(),
        env: {},
        stdout: { ...stream, write: never, writeBytes: never, ...reader },
        stderr: stream,
        interactive: false,
        today: '2018-01-20',
      });
      expect({ ended, said: said.join('') }).toEqual({
        ended: 2,
        said: 'report: this format is no text to be shown here; write it to a file: -o <file>\n',
      });
    }
  });

  it('is in the help and in what is said of formats that there are not', async () => {
    const help = async (lang: string): Promise<string> =>
      (await report(place(), ['render', '--help', '--lang', lang])).stdout;
    expect(await help('zh')).toContain('把报告输出为 Markdown、网页、Word、PDF、纯文本或压缩文本\n');
    expect(await help('zh')).toMatch(/md、html、docx、pdf、text、gz/);
    expect(await help('en')).toContain('write a report as Markdown, HTML, Word, PDF, plain text or gzip\n');
    const cwd = place();
    const { code, stderr } = await report(cwd, ['render', '2017', '--to', 'rtf', '--lang', 'en', '-o', 'x']);
    expect({ code, stderr, made: existsSync(join(cwd, 'x')) }).toEqual({
      code: 2,
      stderr: 'report: there is no format “rtf”; known: md, html, docx, pdf, text, gz\n',
      made: false,
    });
  });
});

describe('the formats of a command', () => {
  it.each([
    ['lint', reporters],
    ['figures', figuresFormats],
    ['diff', diffFormats],
    ['status', statusFormats],
  ] as const)('are those of one list: %s', async (command, known) => {
    const { stdout } = await report(folder(), [command, '--help', '--lang', 'en']);
    const words = stdout.replaceAll(/\s+/g, ' ');
    expect(words).toContain(
      Object.entries(known)
        .map(([name, { audience }]) => `${name} ${audience.en}`)
        .join(', '),
    );
    expect(words).toContain(`(one of ${Object.keys(known).join(', ')}; default: text)`);
  });
});
