import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { sectionLabel, sectionReference } from '../src/model/labels.ts';
import type { Report } from '../src/model/report.ts';

function read(text: string): Report {
  const { report } = lint('a.report.yaml', text, () => undefined);
  if (report === undefined) throw new Error('there is no report');
  return report;
}

const chinese = read(`格式: 1
标题: 某局报告
编制单位: 某局
年度: 2017
总结:
  章节:
    - 标题: 抓重点
      章节:
        - { 标题: 建设“放心水”工程, 章节: [{ 标题: 铺管, 正文: 已铺。 }] }
`);
const english = read(`schema: 1
title: A report
organization: An agency
year: 2017
summary:
  sections:
    - title: Roads
      sections: [{ title: The “green” mile, body: Done. }]
`);
const decimal = read(`格式: 1
标题: 某局报告
编制单位: 某局
年度: 2017
编号: { 层级: ['1', '1.1'] }
总结:
  章节:
    - 标题: 抓重点
      章节: [{ 标题: 铺管, 正文: 已铺。 }]
`);

const last = ({ sections }: Report) => sections.at(-1) ?? sections[0]!;

describe('the name of a section in messages', () => {
  it('gives its numbers down to it, each once, in both languages', () => {
    expect(sectionLabel(last(chinese))).toEqual({
      en: 'summary 一（一）1. “铺管”',
      zh: '总结一（一）1.“铺管”',
    });
    expect(sectionLabel(last(english))).toEqual({
      en: 'summary 1.1 “The ‘green’ mile”',
      zh: '总结1.1“The ‘green’ mile”',
    });
    expect(sectionLabel(last(decimal))).toEqual({ en: 'summary 1.1 “铺管”', zh: '总结1.1“铺管”' });
  });

  it('nests the quotes of a title', () => {
    const section = chinese.sections.find(({ data }) => data.title?.includes('放心水'));
    expect(section && sectionLabel(section)).toEqual({
      en: 'summary 一（一） “建设‘放心水’工程”',
      zh: '总结一（一）“建设‘放心水’工程”',
    });
  });
});

describe('the name of a section in the text', () => {
  it('gives decimal numbers once', () => {
    expect(sectionReference(last(decimal), last(decimal).part, decimal)).toBe('1.1');
    expect(sectionReference(last(chinese), last(chinese).part, chinese)).toBe('第一部分（一）1.');
  });
});
