import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitmentsOf } from '../src/chain/commitments.ts';
import { asOf } from '../src/ledger/as-of.ts';
import { lint, type Settings } from '../src/lint/lint.ts';
import { Reading } from '../src/reading/reading.ts';
import { textRenderer as plain } from '../src/render/text.ts';

const FILE = '2018.report.yaml';
const LAST = '2017.report.yaml';
const head = (year: number): string => `格式: 1\n标题: 报告\n编制单位: 某局\n年度: ${year}\n`;

/** What is found in a draft of 2018 beside last year’s, as rule and message. */
function found(now: string, last?: string, settings: Settings = {}): string[] {
  const { diagnostics } = lint(
    FILE,
    `${head(2018)}${last === undefined ? '' : `上年: ${LAST}\n`}${now}`,
    (file) => (file === LAST && last !== undefined ? `${head(2017)}${last}` : undefined),
    { today: '2019-01-10', ...settings },
  );
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ rule, code }) => `${rule} ${code}`);
}

describe('how far 约 reaches', () => {
  const wide = { approximation: 20 };
  const section = (body: string, metrics: string): string =>
    `总结:\n  章节:\n    - 标题: 办案\n      正文: ${body}\n      指标:\n${metrics.replace(/^/gm, '        ')}\n`;

  it.each([
    [
      'last year’s value that this year’s repeats',
      section('办理案件130件。', '案件: { 数值: 130件, 上年值: 约125件 }'),
      section('办理案件110件。', '案件: 110件'),
    ],
    [
      'what a result says beside its metric',
      '总结:\n  章节:\n    - 标题: 办案\n      牵头: 法制科\n      正文: 办结案件110件，目标是100件。\n      指标: { 办案: 110件 }\n      目标: { 办案: { 目标值: 100件, 完成时限: 2018-12 } }\n      完成情况: { 办案: { 结果: 完成, 完成值: 约125件, 日期: 2018-12-01 } }\n',
      undefined,
    ],
    [
      'what was reached beside the last entry of progress',
      '总结:\n  章节:\n    - 标题: 办案\n      牵头: 法制科\n      正文: 目标是办结案件100件。\n      目标: { 办案: { 目标值: 100件, 完成时限: 2018-12 } }\n      完成情况: { 办案: { 结果: 完成, 完成值: 约125件, 日期: 2018-12-01, 进展: [{ 日期: 2018-11-30, 数值: 140件 }] } }\n',
      undefined,
    ],
  ])('is that of the project in %s', (_, now, last) => {
    expect(found(now, last)).not.toEqual([]);
    expect(found(now, last, wide)).toEqual([]);
  });

  it('is asked of a reading: nothing above it reads a figure by itself', () => {
    const root = join(import.meta.dirname, '../src');
    const own = ['reading', 'claims', 'chain', 'rules', 'ledger', 'render', 'lint', 'commands'];
    const others = own
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        ),
      )
      .filter(
        (name) =>
          name.endsWith('.ts') &&
          !/^reading\/(?:reading|figures|prose|quantity-store|text-alone)\.ts$/.test(name),
      )
      .filter((name) =>
        /parseQuantity\((?!'1')|findQuantities\((?!text, \{ approximation)/.test(
          readFileSync(join(root, name), 'utf8'),
        ),
      );
    expect(others).toEqual([]);
  });
});

describe('a cell that holds a reference', () => {
  const draft = `${head(2018)}总结:
  章节:
    - 标题: 办案
      正文: 全年办理案件{{表.合计.件数}}，比上年多10件。
      指标: { 案件: { 数值: 110件, 上年值: 100件 } }
      表格: { 表: { 列: [件数], 行: { 合计: ['{{案件}}'] } } }
`;
  const { reading, diagnostics } = lint(FILE, draft, () => undefined);

  it('is read as it is printed', () => {
    const body = reading?.texts.find(({ path }) => path.at(-1) === 'body');
    expect(body?.text).toBe('全年办理案件110件，比上年多10件。');
    expect(plain(reading as Reading, { draft: false, internal: false })).toContain(body?.text);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has its place at the reference in the text', () => {
    const body = reading?.texts.find(({ path }) => path.at(-1) === 'body');
    const [figure] = body?.figures ?? [];
    expect(figure?.text).toBe('110件');
    expect(body?.place(figure?.span ?? [0, 0]).span).toEqual([8, 15]);
  });
});

describe('a report as it stood on a day', () => {
  const draft = `${head(2018)}总结:
  章节:
    - 标题: 投资
      正文: 完成投资。
      指标: { 投资: { 数值: 3亿元, 截至: 2018-12-31 } }
      目标: { 投资: { 目标值: 4亿元, 完成时限: 2018-12, 调整: [{ 日期: 2018-10-01, 目标值: 3亿元, 原因: 征地延后 }] } }
      完成情况: { 投资: { 结果: 完成, 日期: 2018-12-20 } }
`;

  it('is one in the report and in its sections', () => {
    const { report } = lint(FILE, draft, () => undefined);
    if (report === undefined) throw new Error('there is no report');
    const then = asOf(report, undefined, '2018-06-30');
    const [section] = then.sections;
    expect(then.parts[0]?.sections).toEqual([section]);
    for (const key of ['metrics', 'targets', 'results'] as const) {
      expect(section?.[key]).toEqual(then[key]);
      expect(then[key].every((thing) => thing.section === section)).toBe(true);
    }
    expect(then.metrics[0]?.data.value).toBeUndefined();
    const [commitment] = commitmentsOf(new Reading(then));
    expect(commitment?.level?.text).toBe('4亿元');
    expect(commitment?.result?.data.outcome).toBe('pending');
    // and the report itself is as it was
    expect(report.metrics[0]?.data.value).toBe('3亿元');
  });
});

describe('what is derived from a report', () => {
  const { report } = lint(FILE, `${head(2018)}总结: { 导语: 全年办理案件110件。 }\n`, () => undefined);

  it('is derived once, whatever is asked first', () => {
    const reading = new Reading(report as NonNullable<typeof report>);
    let runs = 0;
    const derive = ({ texts }: Reading): number => (runs++, texts.length);
    expect([reading.once(derive), reading.once(derive), runs]).toEqual([2, 2, 1]);
    expect(reading.texts).toBe(reading.texts);
    expect(reading.figures).toBe(reading.figures);
    expect(reading.quantity('110件')).toBe(reading.quantity('110件'));
  });
});
