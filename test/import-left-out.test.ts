import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../src/importer/import.ts';
import { readDocument } from '../src/importer/read.ts';
import { Reading } from '../src/reading/reading.ts';
import { textRenderer as printed } from '../src/render/text.ts';
import { folder, report } from './cli.ts';

describe('the list of what was left out', () => {
  const lines = Array.from({ length: 30 }, (_, at) => `[甲${at + 1}]: https://a.example/${at + 1}\n`).join(
    '',
  );
  const text = `# 某局2017年工作总结\n\n## 供水\n\n改造12公里。\n\n${lines}`;

  it('is told in short, and how to have it whole', async () => {
    const cwd = folder({ 'a.md': text });
    const { code, stderr } = await report(cwd, ['import', 'a.md', '--lang', 'en', '--left-out', 'left.txt']);
    expect(code).toBe(0);
    expect(stderr).toContain('and 18 more (address of a link 18); --left-out FILE writes them all');
    const whole = readFileSync(join(cwd, 'left.txt'), 'utf8');
    expect(whole.split('\n')[0]).toBe('a.md: 30 left out');
    expect(whole).toContain('  36  [甲30]: https://a.example/30  [address of a link]');
    const again = await report(cwd, [
      'import',
      'a.md',
      '--lang',
      'en',
      '--out',
      'b.report.yaml',
      '--left-out',
      'left.txt',
    ]);
    expect([again.code, readFileSync(join(cwd, 'left.txt'), 'utf8')]).toEqual([2, whole]);
  });

  it('of several documents stands in one file', async () => {
    const cwd = folder({ 'a.md': text, 'b.md': text });
    expect(
      (await report(cwd, ['import', 'a.md', 'b.md', '--lang', 'zh', '--left-out', 'left.txt'])).code,
    ).toBe(0);
    expect(readFileSync(join(cwd, 'left.txt'), 'utf8').match(/^[ab]\.md：30处未收入正文$/gm)).toHaveLength(2);
  });
});

const real = process.env['REPORT_REAL_TEXTS'] ?? '';
const files = existsSync(real)
  ? ['', 'docx']
      .flatMap((below) => readdirSync(join(real, below)).map((name) => join(below, name)))
      .filter((name) => /\.(?:txt|md|html|docx|dotx)$/.test(name))
  : [];

const letters = (words: string): string => words.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The words of a file as its marks hold them, read apart from the importer; of a Word file the texts of its runs, those that are given twice for older readers once. */
function wordsOf(name: string, bytes: Uint8Array): string {
  if (/\.do[ct]x$/.test(name)) {
    const parts = unzipSync(bytes);
    return ['document', 'footnotes', 'endnotes']
      .map((part) =>
        strFromU8(parts[`word/${part}.xml`] ?? new Uint8Array()).replaceAll(
          /<mc:Fallback>.*?<\/mc:Fallback>|<w:moveFrom .*?<\/w:moveFrom>/gs,
          '',
        ),
      )
      .flatMap((xml) =>
        [...xml.matchAll(/<[wm]:t(?: [^>]*)?>([^<]*)<\/[wm]:t>/g)].map(([, words = '']) =>
          words.replaceAll(/&(?:lt|gt|amp|quot|apos);/g, ' '),
        ),
      )
      .join(' ');
  }
  const text = new TextDecoder().decode(bytes);
  return name.endsWith('.html')
    ? text
        .replace(/<head>.*?<\/head>/is, '')
        .replaceAll(/<(script|style)\b.*?<\/\1>/gis, '')
        .replaceAll(/<[^>]*>|&[a-z]+;/g, ' ')
    : text;
}

describe.runIf(files.length > 0)(
  'every character of real texts and Word files is in the draft or in the list',
  () => {
    it.each(files)('%s', async (name) => {
      const bytes = new Uint8Array(readFileSync(join(real, name)));
      const found = importDocument(await readDocument(name, bytes), {
        from: 'a',
        today: '2026-06-30',
        schema: () => 'x',
        keepAll: false,
        figures: false,
      });
      const kept = letters(
        `${found.report.data.title}\n${printed(new Reading(found.report), { draft: false, internal: true })}\n${found.left.map(({ text }) => text).join('\n')}`,
      );
      const counts = new Map<string, number>();
      for (const sign of kept) counts.set(sign, (counts.get(sign) ?? 0) + 1);
      const lost = [...letters(wordsOf(name, bytes))].filter((sign) => {
        const left = (counts.get(sign) ?? 0) - 1;
        counts.set(sign, left);
        return left < 0;
      });
      expect(lost.join('')).toBe('');
    });
  },
);
