import { describe, expect, it } from 'vitest';
import type { HeldFigure } from '../src/claims/claim.ts';
import { lint } from '../src/lint/lint.ts';
import { judge } from '../src/lint/walk.ts';
import type { Reading } from '../src/reading/reading.ts';
import { signOf } from '../src/reading/signs.ts';
import type { TextAlone } from '../src/reading/text-alone.ts';
import { behindSign } from '../src/claims/claim.ts';
import { ofText } from '../src/rules/claims.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule, RuleContext } from '../src/rules/rule.ts';

const readingOf = (body: string, more = ''): Reading =>
  lint(
    'a.report.yaml',
    `格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 标题: 工作\n      正文: ${body}\n${more}`,
    () => undefined,
    { rules: [] },
  ).reading as Reading;

const contextOf = (reading: Reading): RuleContext => ({ reading }) as unknown as RuleContext;
const judged = (rule: Rule, reading: Reading): ReturnType<typeof judge>[number] =>
  judge([{ rule, context: contextOf(reading) }], reading)[0] as ReturnType<typeof judge>[number];

/** The figures that a rule holds, as they are written, each once. */
const heldBy = (id: string, reading: Reading): readonly string[] => {
  const rule = rules.find((each) => each.id === id) as Rule;
  const words = (held: HeldFigure): string =>
    'path' in held ? held.path.slice(1).join('/') : held.prose.text.slice(...held.figure.span);
  return [...new Set(judged(rule, reading).held.map(words))];
};

describe('a rule that judges claims', () => {
  it('holds the figures of what is sound and of what is wrong, and no others', () => {
    const body = '承办任务25项（牵头15项，会办10项）。走访群众300户。承办任务26项（牵头15项，会办10项）。';
    expect(heldBy('parts-add-up', readingOf(body))).toEqual(['25项', '15项', '10项', '26项']);
    expect(heldBy('rates-hold', readingOf('发现隐患695处，整改691处，整改率99.4%；走访300户。'))).toEqual([
      '99.4%',
      '691处',
      '695处',
    ]);
  });

  it('holds a change with what it leads from and to, a value of the draft by its path', () => {
    expect(heldBy('changes-hold', readingOf('经费由3000万元增加到3300万元，增长10%。'))).toEqual([
      '10%',
      '3300万元',
      '3000万元',
    ]);
    const declared = readingOf(
      '入围3460人，比上年增加307人。',
      '      指标:\n        入围: { 数值: 3460人, 上年值: 3153人 }\n',
    );
    expect(heldBy('changes-hold', declared)).toEqual([
      '307人',
      '3460人',
      'summary/sections/0/metrics/入围/previous',
      'summary/sections/0/metrics/入围/value',
    ]);
  });

  it('holds a referenced figure at its place in the text', () => {
    const reading = readingOf(
      '发现隐患{{隐患}}，整改691处，整改率99.4%。',
      '      指标:\n        隐患: 695处\n',
    );
    const [held] = judged(rules.find(({ id }) => id === 'rates-hold') as Rule, reading).held.filter(
      (each) => 'prose' in each && each.prose.text.slice(...each.figure.span) === '695处',
    );
    const { prose, figure } = held as Extract<HeldFigure, { prose: unknown }>;
    expect(prose.place(figure.span).span).toEqual([6, 8]);
  });

  it('is not asked of texts without its sign, and keeps what it held before it failed', () => {
    const asked: string[] = [];
    const sign = signOf('走访');
    const read = ({ text, figures }: TextAlone) => {
      asked.push(text);
      return figures.map((figure) => ({ figures: [figure] }));
    };
    const rule: Rule = {
      ...(rules[0] as Rule),
      on: {
        claims: [
          ofText(behindSign(sign, read), ({ figures: [figure] }) => {
            if (figure?.text === '20户') throw new Error('no');
            return [];
          }),
        ],
      },
    };
    const { held, failure } = judged(rule, readingOf('走访10户，慰问20户，回访30户。'));
    expect(asked).toEqual(['走访10户，慰问20户，回访30户。']);
    expect(held.map((each) => 'prose' in each && each.prose.text.slice(...each.figure.span))).toEqual([
      '10户',
      '20户',
    ]);
    expect(failure?.error).toBeInstanceOf(Error);
  });
});
