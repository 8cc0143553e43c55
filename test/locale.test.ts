import { expect, it } from 'vitest';
import { localeLanguage } from '../src/messages/locale.ts';
import { main } from '../src/main.ts';
import { folder, report } from './cli.ts';

it.each([
  [{ LANG: 'zh_CN.UTF-8' }, undefined, 'zh'],
  [{ LANG: 'en_GB' }, undefined, 'en'],
  [{ LC_ALL: 'zh_TW.UTF-8', LANG: 'en_US.UTF-8' }, undefined, 'zh'],
  [{ LC_ALL: '', LC_MESSAGES: 'zh_CN', LANG: 'en_US.UTF-8' }, undefined, 'zh'],
  [{ LANGUAGE: 'zh_CN:en', LANG: 'en_US.UTF-8' }, undefined, 'zh'],
  [{ LANGUAGE: 'fr:en_GB', LANG: 'de_DE.UTF-8' }, undefined, 'en'],
  [{ LANGUAGE: 'zh_CN', LC_ALL: 'C' }, undefined, undefined],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, undefined, undefined],
  [{ LC_ALL: 'C.UTF-8' }, 'en-US', undefined],
  [{ LANG: 'POSIX' }, 'zh-CN', undefined],
  [{ LANG: 'fr_FR.UTF-8' }, 'zh-CN', undefined],
  [{}, 'zh-CN', 'zh'],
  [{}, 'zh-Hans-CN', 'zh'],
  [{}, 'en-US', 'en'],
  [{}, 'fr-FR', undefined],
  [{ LANG: '' }, 'zh-CN', 'zh'],
  [{}, undefined, undefined],
  [{ LANG: 'Chinese_China.936' }, undefined, 'zh'],
  [{ LANG: 'enm_GB' }, undefined, undefined],
])('%j on a system in %s is %s', (env, system, language) =>
  expect(localeLanguage(env, system)).toBe(language),
);

it('where nothing says the language of messages, the draft does', async () => {
  const zh = folder({
    'a.report.yaml': '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结: { 导语: 全年平稳。 }\n',
  });
  const en = folder({
    'a.report.yaml':
      'schema: 1\ntitle: A report\norganization: An agency\nyear: 2017\nsummary: { intro: A calm year. }\n',
  });
  for (const env of [{}, { LC_ALL: 'C' }, { LC_ALL: 'C.UTF-8', LANG: 'en_US.UTF-8' }, { LANG: 'POSIX' }]) {
    expect((await report(zh, ['lint'], env)).stdout).toBe('没有发现问题，共1个文件\n没有要核对的数字\n');
    expect((await report(en, ['lint'], env)).stdout).toBe(
      'no problems in 1 file\nno figures to cross-check\n',
    );
  }
});

it('without LANG, as on Windows, the system does', async () => {
  const said: string[] = [];
  const out = { write: (text: string) => void said.push(text), isTTY: false, columns: undefined };
  await main(['--help'], {
    cwd: folder(),
    env: {},
    locale: 'zh-CN',
    stdout: out,
    stderr: out,
    interactive: false,
    today: '2018-01-20',
  });
  expect(said.join('')).toContain('用法：');
});
