import { describe, expect, it } from 'vitest';
import { personFaults } from '../src/plugins/person-faults.ts';
import { report } from './cli.ts';
import { folder } from './folder.ts';

const draft = (body: string): string =>
  `格式: 1\n标题: 2017年工作总结\n编制单位: 某局\n年度: 2017\n总结:\n  导语: ${body}\n`;
const config = `replace:
  建管中心: { right: 建设管理中心, reason: 机构名称用全称, bad: 由建管中心负责。, good: 由建设管理中心负责。 }
  云台: 云平台
avoid: [老百姓]
persons:
  - { name: 王建国, post: 党组书记、局长 }
  - { name: 李小明, post: 副局长 }
`;
const found = async (body: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> => {
  const cwd = folder({ 'report.config.yaml': config, ...files, 'a.report.yaml': draft(body) });
  const { stdout } = await report(cwd, ['lint', '--format', 'json', '--lang', 'zh']);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: { zh: string } }[] };
  return findings.filter(({ rule }) => rule.startsWith('words/')).map(({ message }) => message.zh);
};

describe('the words of an office', () => {
  it.each([
    ['由建管中心负责。', '“建管中心”应为“建设管理中心”'],
    ['由建设管理中心负责。', undefined],
    ['印发《建管中心章程》。', undefined],
    ['接入云台。', '“云台”应为“云平台”'],
    ['接入云平台。', undefined],
    ['老百姓满意。', '“老百姓”不用'],
    ['局长王健国讲话。', '“王健国”在名单上写作“王建国”'],
    ['局长王建国讲话。', undefined],
    ['党组书记王建国讲话。', undefined],
    ['李小明局长讲话。', '李小明的职务写作“局长”，名单上是“副局长”'],
    ['原局长李小明讲话。', undefined],
    ['李小明副局长讲话。', undefined],
    ['参加的有李小明、王建国。', '王建国排在李小明之后，名单上在前'],
    ['参加的有王建国、李小明。', undefined],
    ['李小明主持。王建国讲话。', undefined],
  ])('%s', async (body, message) => {
    expect(await found(body)).toEqual(message === undefined ? [] : [message]);
  });

  it('are mended by --fix, and nothing else is', async () => {
    const cwd = folder({
      'report.config.yaml': config,
      'a.report.yaml': draft('由建管中心负责，接入云台。'),
    });
    await report(cwd, ['lint', '--fix']);
    const { stdout } = await report(cwd, ['render', 'a.report.yaml', '--to', 'md', '--stdout']);
    expect(stdout).not.toContain('建管中心');
  });

  it('stand in a spreadsheet as well', async () => {
    const words = '\uFEFF错误,正确,理由,正例,错例\n智慧云台,智慧云平台,,,\n三二一工程,,用全称,,\n';
    const persons = 'name,post\n陈志强,主任\n';
    const files = {
      'report.config.yaml': 'word-lists: [words.csv, 名单.csv]\n',
      'words.csv': words,
      '名单.csv': persons,
    };
    expect(await found('接入智慧云台。三二一工程完工。主任陈智强讲话。', files)).toEqual([
      '“智慧云台”应为“智慧云平台”',
      '“三二一工程”不用',
      '“陈智强”在名单上写作“陈志强”',
    ]);
  });

  it.each([
    ['no such list', { 'report.config.yaml': 'word-lists: [none.csv]\n' }, 'none.csv'],
    [
      'an unknown column',
      { 'report.config.yaml': 'word-lists: [w.csv]\n', 'w.csv': '错误,对的\n甲乙,丙丁\n' },
      '对的',
    ],
    ['no column of words', { 'report.config.yaml': 'word-lists: [w.csv]\n', 'w.csv': '正确\n甲\n' }, '首行'],
    ['a word that is right', { 'report.config.yaml': 'replace: { 甲乙: 甲乙 }\n' }, '相同'],
  ])('%s: nothing is checked, and it says so', async (_, files, words) => {
    const cwd = folder({ ...files, 'a.report.yaml': draft('平稳。') });
    const { code, stderr } = await report(cwd, ['lint', '--lang', 'zh']);
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });

  it('take a level as other rules do', async () => {
    const cwd = folder({
      'report.config.yaml': `${config}rules: { words/replaced: error, words/avoided: off }\n`,
      'a.report.yaml': draft('老百姓满意，由建管中心负责。'),
    });
    const { stdout, code } = await report(cwd, ['lint', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['words/replaced error']);
    expect(code).toBe(1);
  });

  it('are tried by their examples', async () => {
    const cwd = folder({ 'report.config.yaml': config });
    const { code, stdout } = await report(cwd, ['lint', '--test-rules', '--lang', 'zh']);
    expect(stdout).toContain('words/replaced “建管中心”');
    expect(stdout).toContain('5个词');
    expect(code).toBe(0);
    const wrong = folder({
      'report.config.yaml': 'replace: { 云台: { right: 云平台, good: 登上云台。 } }\n',
    });
    const failed = await report(wrong, ['lint', '--test-rules', '--lang', 'zh']);
    expect(failed.stdout).toContain('未通过');
    expect(failed.code).toBe(1);
  });
});

describe('persons of a list', () => {
  const persons = [{ name: '张伟', post: '院长' }, { name: '刘志明' }];

  it.each([
    ['院长张玮讲话。', ['spelling']],
    ['张玮院长讲话。', ['spelling']],
    ['张玮摄。', []],
    ['刘智明参加会议。', ['spelling']],
    ['留任期间刘明志参加会议。', []],
  ])('%s', (text, kinds) => {
    expect(personFaults(text, persons).map(({ kind }) => kind)).toEqual(kinds);
  });
});
