import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../src/reporters/index.ts';
import { folder, report } from './cli.ts';
import { cardNumber, identityNumber, mobileNumber } from './personal-numbers.ts';

const secrets = [identityNumber(), mobileNumber(), cardNumber(), 'wanghai1980@qq.com'];
const [id, mobile, card, mail] = secrets as [string, string, string, string];
/** Every rule that tells of a line, a clause or a value can show what stands beside its own finding. */
const draftOf = (published = true, broken = ''): string => `格式: 1
标题: 报告
编制单位: 某局
年度: 2017
${published ? '发布日期: 2018-01-20\n' : ''}术语: { 户主: { 不用: [住户] } }
总结:
  章节:
    - 标题: 救助
      正文: |
        发现隐患695处、整改694处、整改率100%，住户王海（身份证号${id}）手机${mobile}已登记。

        住户王海手机${mobile}，卡号${card}，邮箱${mail}。全年培训教师1200人次，发放补助860人次。
      指标:
        户主王海${mobile}: { 数值: 12, 计量单位: 户, 上年值: 13, 来源: "户主王海手机${mobile}" }
      表格:
        名单: { 计量单位: 户, 列: [手机, 户数], 行: { 王海: ["${mobile}", 1], "王海${id}": [2, 3] } }
${broken}`;

const found = (text: string): string[] => secrets.filter((secret) => text.includes(secret));
const filesIn = (where: string): string =>
  readdirSync(where, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => readFileSync(join(each.parentPath, each.name), 'latin1'))
    .join('\n');

describe('numbers of persons', () => {
  it.each(
    Object.keys(reporters).flatMap((format) => [
      [format, 'zh'],
      [format, 'en'],
    ]),
  )('are masked in every format of findings: %s, %s', async (format, lang) => {
    const cwd = folder({ '2017.report.yaml': draftOf() });
    const cache = folder();
    const run = () => report(cwd, ['lint', '--format', format, '--lang', lang], { XDG_CACHE_HOME: cache });
    for (const { code, stdout, stderr } of [await run(), await run()]) {
      expect(code).toBe(1);
      expect(stdout + stderr).toContain('privacy-kept');
      expect(found(stdout + stderr)).toEqual([]);
    }
    expect(filesIn(cache).length).toBeGreaterThan(100);
    expect(found(filesIn(cache))).toEqual([]);
  });

  it.each([
    ['a rule is off', 'privacy-kept: off'],
    ['it is a warning', 'privacy-kept: warning'],
  ])('are masked in the lines of other findings where %s', async (_, level) => {
    const cwd = folder({ '2017.report.yaml': draftOf(), 'report.config.yaml': `rules: { ${level} }\n` });
    const { stdout } = await report(cwd, ['lint', '--no-cache']);
    expect(stdout).toContain('terms-kept');
    expect(stdout).toContain('整改率100%');
    expect(found(stdout)).toEqual([]);
  });

  it('are masked where the draft cannot be read', async () => {
    const cwd = folder({ '2017.report.yaml': draftOf(true, `备注: { 户主王海手机${mobile}，身份证${id}\n`) });
    const { stdout } = await report(cwd, ['lint', '--no-cache']);
    expect(stdout).toContain('yaml');
    expect(found(stdout)).toEqual([]);
  });

  it('never reach a baseline', async () => {
    const cwd = folder({ '2017.report.yaml': draftOf() });
    await report(cwd, ['lint', '--no-cache', '--update-baseline']);
    const written = readdirSync(cwd).filter((name) => name !== '2017.report.yaml');
    expect(written.length).toBe(1);
    const baseline = readFileSync(join(cwd, written[0] as string), 'utf8');
    expect(baseline).toContain('privacy-kept');
    expect(found(baseline)).toEqual([]);
    expect(found((await report(cwd, ['lint', '--no-cache', '--statistics'])).stdout)).toEqual([]);
  });

  it('show as many characters as they have', async () => {
    const cwd = folder({ '2017.report.yaml': draftOf() });
    const { stdout } = await report(cwd, ['lint', '--no-cache']);
    expect(stdout).toContain(`${id.slice(0, 3)}${'*'.repeat(15)}`);
    expect(stdout).toContain(`${mobile.slice(0, 3)}${'*'.repeat(8)}`);
    expect(stdout).toContain('w**********@qq.com');
  });
});

describe('render', () => {
  const body = (text: string, published = true): Record<string, string> => ({
    '2017.report.yaml': `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n${published ? '发布日期: 2018-01-20\n' : ''}总结: { 导语: ${text} }\n`,
  });
  const render = (text: string, options: readonly string[], published = true) =>
    report(folder(body(text, published)), ['render', '2017.report.yaml', ...options]);

  it.each([
    ['a number of a person', `户主王海手机${mobile}已登记。`, ['privacy-kept']],
    ['a mark of secrecy', '全年办结36件。（此件不予公开）', ['secrets-kept']],
  ])('refuses for the public, as a draft too, %s', async (_, text, says) => {
    for (const options of [[], ['--draft'], ['--draft', '--to', 'html'], ['--internal']]) {
      const { code, stdout, stderr } = await render(text, options);
      expect(code, options.join(' ')).toBe(1);
      expect(stdout).toBe('');
      for (const word of [...says, '2017.report.yaml:6:']) expect(stderr).toContain(word);
      expect(found(stderr)).toEqual([]);
    }
    expect((await render(text, ['--draft'])).stderr).toContain('加 --draft 也不输出');
    const internal = await render(text, ['--internal', '--draft']);
    expect([internal.code, internal.stdout !== '']).toEqual([0, true]);
  });

  it('takes it while nothing is published, as a draft for the office', async () => {
    expect((await render(`户主王海手机${mobile}已登记。`, [], false)).code).toBe(0);
  });
});
