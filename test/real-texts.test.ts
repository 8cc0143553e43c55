import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';

const folder = process.env['REPORT_REAL_TEXTS'];
const expected = join(import.meta.dirname, 'real-texts.txt');

/** The paragraph with which a work report of a government turns from the year that is over to the one that it plans. */
const planBegins = /^(?:[一二三]、\d{4}年工作安排|今年是.{0,60}政府工作|今年是.{0,60}周年|政府工作总体要求)/;

/** A published text as a draft: each paragraph the body of a section, so that line n of the text is at a known place, and what it plans in a part of its own. */
function draftOf(text: string, year = 2017): string {
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => line.trim().replaceAll('{{', '{ {'))
    .filter((line) => line !== '');
  const sections = paragraphs.map((line, index) => {
    const heading =
      index > 0 && index === paragraphs.findIndex((each) => planBegins.test(each)) ? '计划:\n  章节:\n' : '';
    return `${heading}    - 正文: |\n        ${line}\n`;
  });
  return `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n总结:\n  章节:\n${sections.join('')}`;
}

/** The words of a finding as a short mark: the texts themselves stay where they are. */
const mark = (words: string): string => createHash('sha256').update(words).digest('hex').slice(0, 8);

describe('published reports', () => {
  it('raise only findings that a careful reader shares', async () => {
    if (folder === undefined || !existsSync(folder))
      return console.log('skipped: REPORT_REAL_TEXTS names no folder with published reports');
    const chosen = rules.filter(({ figures, severity }) => figures && severity !== 'off');
    const lines = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) => {
        const { diagnostics } = lint(
          'real.report.yaml',
          draftOf(readFileSync(join(folder, name), 'utf8')),
          () => undefined,
          { rules: chosen },
        );
        if (process.env['REPORT_SHOW'] !== undefined)
          for (const { rule, message } of diagnostics) console.log(`${name} ${rule} ${message.zh}`);
        return diagnostics.map(
          ({ rule, code, range: { start }, message }) =>
            `${name} ${start.line}:${start.column} ${rule} ${code} ${mark(message.zh)}`,
        );
      });
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(expected);
  });

  it('have the years of their own time', () => {
    if (folder === undefined || !existsSync(folder))
      return console.log('skipped: REPORT_REAL_TEXTS names no folder with published reports');
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
      // a work report of a government is named after the year that it plans
      const year = Number(/\d{4}/.exec(name)?.[0]) - (name.includes('govworkreport') ? 1 : 0);
      const text = readFileSync(join(folder, name), 'utf8').replaceAll(/^#.*$/gm, '');
      const { diagnostics } = lint('real.report.yaml', draftOf(text, year), () => undefined, {
        rules: rules.filter(({ id }) => id === 'years-fresh'),
      });
      expect(
        diagnostics.map(({ range: { start }, code }) => `${start.line} ${code}`),
        name,
      ).toEqual([]);
    }
  });
});
