import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { folder, report } from './cli.ts';
import { commentsOf, settledFile, type ReadComment } from './docx-comments.ts';
import { runsOf } from './docx-runs.ts';

const told = '正文已用修订标出改法，可以接受，也可以拒绝。';
const draft = (body: string, more = ''): string => `格式: 1
标题: 某馆2017年工作总结和2018年工作计划
编制单位: 某馆
年度: 2017
总结:
  章节:
    - 标题: 服务
      正文: |
        ${body.replaceAll('\n', '\n        ')}
${more}计划:
  章节:
    - 标题: 打算
      正文: 办好讲座。
`;

async function annotated(
  files: Readonly<Record<string, string>>,
  name: string,
  ...more: readonly string[]
): Promise<{ code: number; stderr: string; bytes: Uint8Array; comments: readonly ReadComment[] }> {
  const cwd = folder(files);
  const { code, stderr } = await report(cwd, ['lint', name, '--annotate', 'b.docx', '--lang', 'zh', ...more]);
  expect(stderr).toContain('已写好 b.docx');
  const bytes = new Uint8Array(readFileSync(join(cwd, 'b.docx')));
  return { code, stderr, bytes, comments: [...commentsOf(bytes).values()] };
}
const textOf = (docx: Uint8Array): string => (runsOf(docx).get('word/document.xml') ?? []).join('');

it('a finding on a draft is a comment on the words that print it, a safe fix a tracked change', async () => {
  const text = draft('本馆的服务平稳。本馆的**运行的的情况**良好。', '      指标: { 读者: 12万人次 }\n');
  const files = { '2017.report.yaml': text };
  const { code, bytes, comments } = await annotated(files, '2017.report.yaml', '--only', 'words-single');
  expect(comments.map(({ on, lines }) => [on, lines.at(-1)])).toEqual([['的的', told]]);
  expect(textOf(settledFile(bytes, 'reject'))).toContain('本馆的运行的的情况良好。');
  expect(textOf(settledFile(bytes, 'accept'))).toContain('本馆的运行的情况良好。');
  expect(code).toBe(0);
  // by its year, and the same each time
  const other = await annotated(files, '2017', '--only', 'words-single');
  expect(other.bytes).toEqual(bytes);
});

it('in a title, a note and a section file', async () => {
  const files = {
    'a.report.yaml': draft(
      '完成[^1]。\n\n[^1]: 口径的的说明。',
      `    - 标题: 读者的的情况
      正文: 平稳。
    - 文件: x.section.yaml
`,
    ),
    'x.section.yaml': '标题: 经费\n正文: 经费的的使用平稳。\n',
  };
  const { comments, bytes } = await annotated(files, 'a.report.yaml', '--only', 'words-single');
  expect(comments.map(({ lines }) => lines.at(-1))).toEqual(comments.map(() => told));
  const taken = settledFile(bytes, 'accept');
  const whole = strFromU8(unzipSync(taken)['word/document.xml'] ?? new Uint8Array());
  expect(whole).not.toContain('的的');
  expect(runsOf(taken).get('word/footnotes.xml')?.join('')).toContain('口径的说明');
  // in a note the comment stands on its mark
  expect(comments.map(({ on }) => on).filter((on) => on !== '的的')).toHaveLength(1);
  expect(comments).toHaveLength(3);
});

it('what is not printed is told at its heading with its line, what a metric declares where it is printed first', async () => {
  const more = `      指标:
        读者: { 数值: 15万人次, 算式: 甲 + 乙 }
        甲: 5万人次
        乙: 6万人次
`;
  const declared = await annotated(
    { 'a.report.yaml': draft('接待读者{{读者}}，平稳。', more) },
    'a.report.yaml',
    '--only',
    'formulas-hold',
  );
  expect(declared.code).toBe(1);
  expect(declared.comments.map(({ on }) => on)).toEqual(['15万人次']);
  expect(declared.comments[0]?.lines[0]).toBe('（在 a.report.yaml 第11行声明，这里第一次印出）');
  const unprinted = await annotated(
    { 'a.report.yaml': draft('接待读者平稳。', more) },
    'a.report.yaml',
    '--only',
    'formulas-hold',
  );
  expect(unprinted.comments.map(({ on }) => on)).toEqual(['服务']);
  expect(unprinted.comments[0]?.lines[0]).toBe('（在 a.report.yaml 第11行，那里的内容不印出来）');
  expect(unprinted.stderr).toContain('其中1条所指的内容只在稿子里');
});

it('one without findings is the Word file without comments', async () => {
  const { bytes, stderr } = await annotated(
    { 'a.report.yaml': draft('本馆的服务平稳。') },
    'a.report.yaml',
    '--only',
    'words-single',
  );
  expect(stderr).toContain('没有发现问题，也就没有批注');
  expect(Object.keys(unzipSync(bytes))).toContain('word/document.xml');
});

it('what no Word file can be made of ends with 2, and nothing is written', async () => {
  const cwd = folder({
    'a.report.yaml': draft('本馆的的服务。'),
    'b/c.report.yaml': draft('一'),
    'b/d.report.yaml': draft('二'),
    'broken.report.yaml': '标题: [',
    'empty.report.yaml': '',
    'old.docx': 'mine',
  });
  const before = readdirSync(cwd).sort();
  for (const argv of [
    ['broken.report.yaml', '--annotate', 'n.docx'],
    ['empty.report.yaml', '--annotate', 'n.docx'],
    ['none.report.yaml', '--annotate', 'n.docx'],
    ['b', '--annotate', 'n.docx'],
    ['a.report.yaml', '--annotate', 'n.docm'],
    ['a.report.yaml', '--annotate', 'n.pdf'],
    ['a.report.yaml', '--annotate', 'old.docx'],
    ['a.report.yaml', '--annotate', '-'],
    ['a.report.yaml', 'b/c.report.yaml', '--annotate', 'n.docx'],
  ]) {
    const { code, stderr } = await report(cwd, ['lint', ...argv, '--lang', 'zh']);
    expect({ code, argv }).toEqual({ code: 2, argv });
    expect(stderr).not.toBe('');
  }
  expect(readdirSync(cwd).sort()).toEqual(before);
  expect(existsSync(join(cwd, 'n.docx'))).toBe(false);
});
