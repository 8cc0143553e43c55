import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';

interface Case {
  readonly kind: string;
  readonly isWrong: boolean;
  readonly text: string;
}

const casesOf = (name: string): readonly Case[] =>
  readFileSync(join(import.meta.dirname, 'reviewer', name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t') as [string, string, string])
    .map(([kind, label, text]) => ({ kind, isWrong: label === 'wrong', text }))
    .filter(({ kind }) => rules.some(({ id }) => id === kind));

/** A published report on 2018 with two sections, a table and two annexes; the body is quoted as YAML does. */
const zh = (
  body: string,
): string => `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2018\n发布日期: 2019-01-20\n总结:
  章节:
    - 标题: 工作
      正文: ${body}
      表格:
        经费: { 列: [金额], 行: { 甲: [3] } }
    - { 标题: 其他, 正文: 无。 }
计划: { 章节: [{ 标题: 计划, 正文: 继续推进。 }] }
附件: [{ 标题: 名单, 导语: 略。 }, { 标题: 清单, 导语: 略。 }]
`;
const en = (
  body: string,
): string => `schema: 1\ntitle: Report\norganization: Agency\nyear: 2018\npublished: 2019-01-20\nsummary:
  sections:
    - title: Work
      body: ${body}
      tables:
        funds: { columns: [sum], rows: { one: [3] } }
    - { title: Other, body: None. }
plan: { sections: [{ title: Plan, body: We go on. }] }
annexes: [{ title: List, intro: None. }, { title: Names, intro: None. }]
`;

/** Every finding of the rules of these kinds in a text. */
function found({ text }: Case): readonly string[] {
  const body = `"${text.replaceAll('"', '\\"')}"`;
  const draft = (/\p{Script=Han}/u.test(text) ? zh : en)(body);
  const kinds = new Set(rules.map(({ id }) => id).filter((id) => KINDS.includes(id)));
  const { diagnostics } = lint('2018.report.yaml', draft, () => undefined, { today: '2019-01-20' });
  return diagnostics.filter(({ rule }) => kinds.has(rule) || rule === 'schema').map(({ rule }) => rule);
}

const KINDS = [
  'dates-real',
  'weekdays-right',
  'periods-forward',
  'days-named',
  'enumerations-whole',
  'counts-announced',
  'references-typed',
];

describe.each(['dates-and-order.tsv', 'dates-and-order-held.tsv'])('%s', (name) => {
  const cases = casesOf(name);

  it('finds what is wrong', () => {
    const missed = cases.filter((each) => each.isWrong && !found(each).includes(each.kind));
    expect(missed.map(({ kind, text }) => `${kind} ${text}`)).toEqual([]);
  });

  it('leaves alone what is right', () => {
    const raised = cases.filter((each) => !each.isWrong && found(each).length > 0);
    expect(raised.map((each) => `${found(each).join(' ')} ${each.text}`)).toEqual([]);
  });
});
