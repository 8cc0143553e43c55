import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { documentOfMarkdown } from '../src/render/markdown/markdown-document.ts';
import { docxOf } from '../src/render/docx.ts';
import { folder, report } from './cli.ts';
import { identityNumber } from './personal-numbers.ts';
import { wordsOf } from './docx-words.ts';

const draft = `格式: 1
标题: 某局2018年工作总结
编制单位: 某局
年度: 2018
总结:
  标题: 工作总结
  章节:
    - { 标题: 基本情况, 正文: 全年平稳。 }
`;
const place = (): string => folder({ '2018.report.yaml': draft });
const part = (path: string, name: string): string => {
  const bytes = unzipSync(readFileSync(path))[name];
  return bytes ? strFromU8(bytes) : '';
};

/** A Word file as Chinese Word writes it: styles by numbers, names in English. */
const office = (
  styles: string,
  sheet = '<w:pgSz w:w="10000" w:h="14000"/><w:pgMar w:top="1000" w:right="900" w:bottom="1000" w:left="800" w:header="1" w:footer="2" w:gutter="0"/>',
): Uint8Array => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    'word/styles.xml': strToU8(`<w:styles ${w}>${styles}</w:styles>`),
    'word/document.xml': strToU8(
      `<w:document ${w}><w:body><w:p/><w:sectPr>${sheet}</w:sectPr></w:body></w:document>`,
    ),
    'word/vbaProject.bin': strToU8('macro'),
  });
};
const theirs =
  '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';

/** Renders by the office’s own file. */
const inHouse = (cwd: string, ...more: string[]): ReturnType<typeof report> =>
  report(cwd, ['render', '2018', '-o', 'a.docx', '--reference', 'house.docx', ...more]);

describe('render --reference', () => {
  it('takes styles by their names, paper and margins, and leaves faces to them', async () => {
    const cwd = place();
    writeFileSync(join(cwd, 'house.docx'), office(theirs));
    const { code, stderr } = await inHouse(cwd);
    expect(stderr).toContain('a.docx');
    expect(code).toBe(0);
    const path = join(cwd, 'a.docx');
    const [document, styles] = [part(path, 'word/document.xml'), part(path, 'word/styles.xml')];
    expect(document).toContain('<w:pStyle w:val="PartTitle"/>');
    expect(styles).toMatch(/w:styleId="PartTitle"[^]*?<w:basedOn w:val="1"\/>/);
    expect(styles).toMatch(/w:styleId="BodyText"[^]*?<w:basedOn w:val="a"\/>/);
    expect(styles).toContain('<w:sz w:val="30"/>');
    // a list of their file is none of ours
    expect(styles).not.toContain('<w:numId w:val="7"/>');
    expect(document).toContain('<w:pgSz w:w="10000" w:h="14000"/>');
    expect(document).toMatch(/<w:pgMar w:top="1000" w:right="900"/);
    expect(document).not.toMatch(/<w:rFonts [^>]*w:ascii/);
    expect(Object.keys(unzipSync(readFileSync(path))).join()).not.toMatch(/vba|bin/);
  });

  it.each([
    ['that is no Word file', strToU8('text')],
    ['without styles', zipSync({ 'word/document.xml': strToU8('<w:document/>') })],
    ['with entities', office(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${theirs}`)],
  ])('refuses a file %s, and writes nothing', async (_, bytes) => {
    const cwd = place();
    writeFileSync(join(cwd, 'house.docx'), bytes);
    const { code, stderr } = await inHouse(cwd, '--lang', 'zh');
    expect([code, stderr]).toEqual([
      2,
      'report：“house.docx”：这不是可读的 Word 文件，取不出样式（--reference）；请写一个没有密码的 .docx 或 .dotx\n',
    ]);
    expect(existsSync(join(cwd, 'a.docx'))).toBe(false);
  });
});

describe('render with paper', () => {
  it('takes margins in millimetres, four of them', async () => {
    const cwd = place();
    expect((await report(cwd, ['render', '2018', '-o', 'a.docx', '--margins', '28,27,27,28'])).code).toBe(0);
    expect(part(join(cwd, 'a.docx'), 'word/document.xml')).toContain('w:top="1587" w:right="1531"');
    const { code, stderr } = await report(cwd, [
      'render',
      '2018',
      '-o',
      'b.docx',
      '--margins',
      '28,27',
      '--lang',
      'en',
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('write four margins in millimetres, top,right,bottom,left, such as 37,26,35,28');
  });

  it('is stamped, and refuses what is for nobody, as in every format', async () => {
    const cwd = folder({
      '2018.report.yaml': `发布日期: 2019-01-20\n${draft}`.replace(
        '全年平稳。',
        `王海（身份证号${identityNumber()}）。`,
      ),
    });
    const { code, stderr } = await report(cwd, ['render', '2018', '-o', 'a.docx', '--draft']);
    expect(code).toBe(1);
    expect(stderr).toContain('privacy-kept');
    expect(existsSync(join(cwd, 'a.docx'))).toBe(false);
  });
});

describe('render --to pdf', () => {
  it('says what is missing where neither LibreOffice nor Chromium is installed', async () => {
    const cwd = place();
    const { code, stderr } = await report(
      cwd,
      ['render', '2018', '--to', 'pdf', '-o', 'a.pdf', '--lang', 'en'],
      { PATH: cwd },
    );
    expect(code).toBe(process.platform === 'linux' ? 2 : code);
    if (process.platform === 'linux')
      expect(stderr).toContain('neither is installed; install one, or write --to docx');
    expect(readdirSync(cwd)).not.toContain('a.pdf');
  });

  it.skipIf(process.platform === 'win32')('says what a program said that made no file', async () => {
    const cwd = place();
    writeFileSync(join(cwd, 'soffice'), '#!/bin/sh\necho "no display" >&2\nexit 1\n');
    chmodSync(join(cwd, 'soffice'), 0o755);
    const { code, stderr } = await report(
      cwd,
      ['render', '2018', '--to', 'pdf', '-o', 'a.pdf', '--lang', 'en'],
      { PATH: cwd },
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/soffice” made no PDF: no display; write --to docx/);
  });

  const installed = spawnSync('soffice', ['--version']).status === 0;
  if (!installed) console.warn('soffice is not installed: no PDF is made');
  it.skipIf(!installed)('is made by LibreOffice', async () => {
    const cwd = place();
    const { code } = await report(cwd, ['render', '2018', '--to', 'pdf', '-o', 'a.pdf'], {
      PATH: process.env['PATH'] ?? '',
    });
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('the bulletin in Word', () => {
  it('says what its Markdown says, with its characters as they are', async () => {
    const markdown =
      '# 某局通报\n\n截至7月。\n\n## 一、完成\n\n- 甲\\*乙 &lt;w:p&gt; http&#58;//a\n\n## 二、各单位\n\n| 牵头 | 在办 |\n| --- | --- |\n| 甲科 | 1 |\n';
    const bytes = await docxOf(documentOfMarkdown(markdown, 'zh'), {
      draft: false,
      organization: '',
      subject: '',
    });
    expect(wordsOf(bytes).split('\n').slice(0, 7)).toEqual([
      '## 某局通报',
      '截至7月。',
      '## 一、完成',
      '甲*乙 <w:p&gt; http://a',
      '## 二、各单位',
      '牵头\t在办',
      '甲科\t1',
    ]);
  });

  it('is written by its name and by the ending, and is the only thing of status in Word', async () => {
    const cwd = place();
    for (const argv of [
      ['--to', 'docx', '-o', 'a.docx'],
      ['-o', 'b.docx'],
    ])
      expect((await report(cwd, ['status', '2018', '--bulletin', '2018-07', ...argv])).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.docx'))).toEqual(readFileSync(join(cwd, 'b.docx')));
    const { code, stderr } = await report(cwd, ['status', '2018', '-o', 'c.docx', '--lang', 'zh']);
    expect([code, stderr]).toEqual([2, 'report：Word 只用于通报：请加 --bulletin <月份>，或改用 --to md\n']);
  });
});
