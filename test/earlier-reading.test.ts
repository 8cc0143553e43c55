import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import type { Report } from '../src/model/report.ts';
import { Reading } from '../src/reading/reading.ts';
import type { TextAlone } from '../src/reading/text-alone.ts';

const reportOf = (body: string, metrics = '', approximation?: number): Report => {
  const { report } = lint(
    'a.report.yaml',
    `schema: 1\ntitle: T\norganization: O\nyear: 2017\nsummary:\n  sections:\n    - title: Roads\n      body: ${body}\n${metrics}`,
    () => undefined,
    { rules: [], ...(approximation !== undefined && { approximation }) },
  );
  return report as Report;
};
const bodyOf = (reading: Reading): Reading['texts'][number] =>
  reading.texts.find(({ path }) => path.at(-1) === 'body') as Reading['texts'][number];

describe('a reading with an earlier one', () => {
  const metrics = '      metrics:\n        roads: 60\n';
  const earlier = new Reading(reportOf('We mended 60 roads.'));

  it('takes what was found in the same text from there, and the place of the text from its own report', () => {
    const report = reportOf('We mended 60 roads.', metrics);
    expect(bodyOf(earlier).sentences).toHaveLength(1);
    const again = bodyOf(new Reading(report, { earlier }));
    expect(again.figures).toHaveLength(1);
    expect(again.figures).toBe(bodyOf(earlier).figures);
    expect(again.sentences).toBe(bodyOf(earlier).sentences);
    expect(again.section).toBe(report.sections[0]);
  });

  it('asks no reader of claims again what it found in the same text', () => {
    const seen: string[] = [];
    const read = ({ text, figures }: TextAlone): number => {
      seen.push(text);
      return figures.length;
    };
    const count = (reading: Reading): number => reading.texts.reduce((sum, each) => sum + each.once(read), 0);
    const before = new Reading(reportOf('We mended 60 roads.'));
    expect([count(before), count(before)]).toEqual([1, 1]);
    expect(seen).toContain('We mended 60 roads.');
    const first = seen.length;
    expect(count(new Reading(reportOf('We mended 60 roads.', metrics), { earlier: before }))).toBe(1);
    expect(seen).toHaveLength(first);
    expect(count(new Reading(reportOf('We mended 60 roads, 7 of 9.'), { earlier: before }))).toBe(3);
    expect(seen.slice(first)).toEqual(['We mended 60 roads, 7 of 9.']);
  });

  it('reads a text that changed, or that is read otherwise', () => {
    const changed = bodyOf(new Reading(reportOf('We mended 61 roads.', metrics), { earlier }));
    expect(changed.figures.map(({ text }) => text)).toEqual(['61']);
    const wider = bodyOf(new Reading(reportOf('We mended 60 roads.', metrics, 20), { earlier }));
    expect(wider.figures).not.toBe(bodyOf(earlier).figures);
    const counted = reportOf(
      'We mended 60 roads.',
      '      metrics:\n        里程: { value: 60, unit: 公里 }\n',
    );
    expect(bodyOf(new Reading(counted, { earlier })).figures).not.toBe(bodyOf(earlier).figures);
  });
});
