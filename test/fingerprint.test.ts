import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../src/diagnostic.ts';
import { fingerprintsOf } from '../src/reporters/fingerprint.ts';
import { fold } from '../src/lint/baseline/identity.ts';
import { lint } from '../src/lint/lint.ts';
import { rulesBesideStyle } from './style-rules.ts';
import { rules } from '../src/rules/index.ts';

const head = '格式: 1\n标题: 2017年工作总结\n编制单位: 某区教育局\n年度: 2017\n';
const safety = ['标题: 校园安全', '正文: 发现隐患695处，整改691处，整改率98.4%。', '牵头: 安全科'];
const training = ['标题: 培训', '正文: 全年培训【待补：人数】人。'];
const item = (lines: readonly string[], depth = 4): string =>
  lines.map((line, index) => `${' '.repeat(depth)}${index === 0 ? '- ' : '  '}${line}\n`).join('');

const findings = (text: string, file = '2017.report.yaml'): readonly Diagnostic[] =>
  lint(file, text, () => undefined, { rules: rulesBesideStyle }).diagnostics;
const prints = (text: string, file?: string): readonly string[] =>
  [...fingerprintsOf(findings(text, file))].sort();

const before = `${head}总结:\n  章节:\n${item(safety)}${item(training)}`;

describe('a finding is known', () => {
  it('wherever its section stands', () => {
    expect(findings(before).map(({ rule }) => rule)).toContain('rates-hold');
    expect(prints(`${head}总结:\n  章节:\n${item(training)}${item(safety)}`)).toEqual(prints(before));
    const below = `${head}总结:\n  章节:\n${item(training)}      章节:\n${item(safety, 8)}`;
    expect(prints(below)).toEqual(prints(before));
  });

  it('whatever its file is called, and whatever stands around it', () => {
    const more = before.replace('总结:\n', '# 初稿\n\n总结:\n').replace('全年培训', '组织有力。全年培训');
    expect(prints(more, '安全/新名.report.yaml')).toEqual(prints(before));
  });

  it('in wide and narrow signs, in one line or several, in either key set', () => {
    const wrapped = before
      .replace('发现隐患695处，整改691处，', '发现隐患６９５处,整改691处，')
      .replace('正文: 全年培训【', '正文: |\n        全年培训\n        【');
    expect(prints(wrapped)).toEqual(prints(before));
    const english = before
      .replaceAll('格式:', 'schema:')
      .replaceAll('标题:', 'title:')
      .replaceAll('编制单位:', 'organization:')
      .replaceAll('年度:', 'year:')
      .replaceAll('总结:', 'summary:')
      .replaceAll('章节:', 'sections:')
      .replaceAll('正文:', 'body:')
      .replaceAll('牵头:', 'lead:');
    expect(prints(english)).toEqual(prints(before));
  });

  it('when another figure of its sentence is mended', () => {
    const two = (points: string): string =>
      `${head}总结:\n  章节:\n${item(['标题: 升学', `正文: 入园率由90%提高${points}到93%，升学率95%，比上年提高2%。`])}`;
    const [first, second] = prints(two('3%'));
    expect([first, second]).toContain(prints(two('3个百分点'))[0]);
  });

  it('apart from another of the same rule, in another sentence, section, report or year', () => {
    const other = (from: string, to: string): readonly string[] => prints(before.replace(from, to));
    const kept = (now: readonly string[]): number =>
      now.filter((each) => prints(before).includes(each)).length;
    expect(kept(other('整改率98.4%', '整改率98.5%'))).toBe(findings(before).length - 1);
    expect(kept(other('全年培训【', '全年慰问【'))).toBe(findings(before).length - 1);
    expect(kept(other('标题: 培训', '标题: 慰问'))).toBe(findings(before).length - 1);
    expect(kept(other('某区教育局', '某区卫生局'))).toBe(0);
    expect(kept(other('年度: 2017', '年度: 2016'))).toBe(0);
  });
});

describe('fingerprints', () => {
  const awake = Object.fromEntries(
    rules.map(({ id, severity }) => [id, severity === 'off' ? 'warning' : severity] as const),
  );

  it('are 32 digits, and no two in a run are the same', () => {
    for (const { examples } of rules)
      for (const example of Object.values(examples)) {
        const previous = 'previous' in example ? example.previous : undefined;
        const { diagnostics } = lint(
          'a.report.yaml',
          example.bad,
          (file) => (file.startsWith('2016') ? previous : undefined),
          { levels: awake },
        );
        const all = fingerprintsOf([...diagnostics, ...diagnostics]);
        expect(new Set(all).size).toBe(all.length);
        for (const each of all) expect(each).toMatch(/^[\da-f]{32}$/);
      }
  });

  it('tell what is wrong with the form of two files apart', () => {
    const broken = `${before}乱写: 1\n`;
    const [form] = findings(broken).filter(({ rule }) => rule === 'schema');
    expect(form?.identity).toEqual({ text: '乱写' });
    expect(prints(broken)).not.toEqual(prints(broken, 'b.report.yaml'));
  });
});

describe('folding', () => {
  it.each([
    ['发现隐患６９５处，\n  整改', '发现隐患695处,整改'],
    ['two\n  words,  three', 'two words, three'],
    ['共 3 个', '共3个'],
  ])('%j is %j', (text, folded) => expect(fold(text)).toBe(folded));
});
