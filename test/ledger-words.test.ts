import { Reading } from '../src/reading/reading.ts';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { formats } from '../src/render/index.ts';
import { wordsOf } from './docx-words.ts';

const home = resolve(import.meta.dirname, '../examples/jiangmen-education');
const { report } = lint('2018.report.yaml', readFileSync(join(home, '2018.report.yaml'), 'utf8'), (file) =>
  readFileSync(join(home, file), 'utf8'),
);
if (report === undefined) throw new Error('the example cannot be read');

/** What the draft says for the office alone, as it is written there. */
const ledger: readonly string[] = [
  ...[...report.sections, ...report.targets].flatMap(({ data: { lead, support = [] } }) => [
    lead,
    ...support,
  ]),
  ...report.results.map(({ data }) => data.lead),
  ...report.targets.flatMap(({ data: { leader, origin, milestones = [] } }) => [
    leader,
    origin,
    ...milestones.map(({ goal }) => goal),
  ]),
  ...report.results.flatMap(({ data: { reason, remedy, progress = [] } }) => [
    reason,
    remedy,
    ...progress.map(({ note }) => note),
  ]),
  ...[...report.targets, ...report.results].flatMap(({ data: { revised = [] } }) =>
    revised.flatMap(({ by, reason }) => [by, reason]),
  ),
].flatMap((each) => (each === undefined ? [] : [each]));

/** What the draft publishes, as it is written there. */
const prose = [
  report.data.title,
  ...report.parts.flatMap(({ data: { title, intro } }) => [title, intro]),
  ...report.sections.flatMap(({ data: { title, body } }) => [title, body]),
].join('\n');

/** The ledger clause by clause, so that a part of an entry that slips out is found as well as the whole. */
const words = [...new Set(ledger.flatMap((each) => [each, ...each.split(/[，；、。]/)]))];

const rendered = async (format: string, internal: boolean): Promise<string> => {
  const render = await formats[format]?.load();
  return wordsOf((await render?.(new Reading(report), { draft: false, internal })) ?? '');
};

describe('the ledger of the example', () => {
  it('has an entry of every kind, and shares no clause with the prose', () => {
    for (const entry of [
      '基建科',
      '政策法规科',
      '分管基建的副局长',
      '市重点项目责任书',
      '初步设计批复',
      '局长办公会议',
      '桩基检测合格',
    ])
      expect(words).toContain(entry);
    expect(words.some((word) => word.startsWith('预留一个月'))).toBe(true);
    expect(
      report.results.filter(({ data }) => data.reason !== undefined && data.remedy !== undefined),
    ).toHaveLength(2);
    expect(words.length).toBeGreaterThan(60);
    expect(words.filter((word) => prose.includes(word))).toEqual([]);
  });

  it.each(Object.keys(formats))('is in no word of what is published as %s', async (format) => {
    const text = await rendered(format, false);
    expect(text).toContain('按期办结上级交办任务');
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  it('is all in the internal Markdown', async () => {
    const text = await rendered('md', true);
    expect(ledger.filter((each) => !text.includes(each))).toEqual([]);
  });
});
