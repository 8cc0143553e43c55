import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { report as run } from './cli.ts';

const home = resolve(import.meta.dirname, '../examples/riverside-transport');
const text = (name: string): string => readFileSync(join(home, name), 'utf8');
const { report, sources, diagnostics } = lint('2017.report.yaml', text('2017.report.yaml'), text);
if (report === undefined) throw new Error('the example cannot be read');
const { metrics, parts, results, sections, tables, targets } = report;

describe('the example of an agency', () => {
  it('lints without a finding, from elsewhere and from its own folder', async () => {
    expect(diagnostics).toEqual([]);
    const { code, stdout } = await run(home, ['lint', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
  });

  it('takes in the sections of two offices, numbered with the rest', () => {
    expect([...sources.keys()]).toEqual([
      '2017.report.yaml',
      'offices/roads.section.yaml',
      'offices/buses.section.yaml',
    ]);
    const numbered = sections
      .filter(({ path }) => path[0] !== '2017.report.yaml')
      .map(({ number, path, data }) => [number, path[0], data.title]);
    expect(numbered).toEqual([
      ['1.1', 'offices/roads.section.yaml', 'Road maintenance'],
      ['1.2', 'offices/buses.section.yaml', 'Bus service'],
    ]);
  });

  it('shows what it is there to show', () => {
    expect(
      parts.map(({ kind, sections: chapters }) => [kind, chapters.map((chapter) => chapter.sections.length)]),
    ).toEqual([
      ['summary', [2, 3]],
      ['problems', [0, 0]],
      ['plan', [2, 2]],
    ]);
    expect(metrics).toHaveLength(10);
    expect(metrics.flatMap(({ data }) => data.formula ?? [])).toEqual([
      'hazards closed / hazards reported',
      'departures on time / departures scheduled',
      'bus spending / passenger journeys',
    ]);
    expect(tables.map(({ data, rows }) => [data.totals, ...rows.map(([name]) => name)])).toEqual([
      ['rows', '2015', '2016', '2017'],
    ]);
    expect(targets.filter(({ data }) => data.firm === false).map(({ id }) => id)).toEqual([
      'cost per journey',
    ]);
    expect(targets).toHaveLength(4);
    expect(results.map(({ id, data }) => [id, data.outcome])).toEqual([
      ['closure rate', 'met'],
      ['road resurfaced', 'met'],
      ['punctuality', 'missed'],
    ]);
  });

  it('says each figure in the section that declares it', () => {
    const figures = [
      ...metrics.flatMap(({ id, data, section }) =>
        [data.value, data.previous].map((figure) => ({ id, figure, section })),
      ),
      ...[...targets, ...results].map(({ id, data, section }) => ({ id, figure: data.level, section })),
    ].filter(({ figure }) => figure !== undefined);
    expect(figures).toHaveLength(10 + 2 + 3 + 3);
    const holds = (body: string, figure: string): boolean =>
      body
        .split(figure)
        .some(
          (before, index, pieces) =>
            index + 1 < pieces.length && !/[\d.,]$/.test(before) && !/^[.,]?\d/.test(pieces[index + 1] ?? ''),
        );
    expect(
      figures
        .filter(({ figure, section }) => !holds(section.data.body ?? '', figure ?? ''))
        .map(({ id }) => id),
    ).toEqual([]);
  });

  it.each(['md', 'html'])('in %s is what the code makes of it today', async (format) => {
    const { stdout, code } = await run(home, ['render', '2017.report.yaml', '--to', format]);
    expect(code).toBe(0);
    expect(stdout).toBe(text(`2017.report.${format}`));
  });
});
