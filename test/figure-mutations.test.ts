import { Reading } from '../src/reading/reading.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Path } from '../src/diagnostic.ts';
import { lint, type Linted } from '../src/lint/lint.ts';
import type { Report } from '../src/model/report.ts';
import { sample } from './depth.ts';

const examples = join(import.meta.dirname, '../examples');

/** Digits of a draft that belong to a figure, as offsets of its text: what is declared, and what the prose types. */
interface Digit {
  readonly file: string;
  readonly at: number;
  readonly where: string;
}

function digitsOf({ report, sources }: Linted & { readonly report: Report }): Digit[] {
  const found: Digit[] = [];
  const add = (path: Path, span: readonly [number, number], where: string): void => {
    const source = sources.get(path[0]);
    const { start, end } = source?.locate({ path, span }) ?? { start: 0, end: 0 };
    for (let at = start; at < end; at++)
      if (/\d/.test(source?.text[at] ?? '')) found.push({ file: path[0], at, where });
  };
  for (const { id, path, data } of report.metrics) {
    if (data.value !== undefined) add([...path, 'value'], [0, data.value.length], `value ${id}`);
    if (data.previous !== undefined) add([...path, 'previous'], [0, data.previous.length], `previous ${id}`);
  }
  for (const { id, path, data } of report.targets)
    if (data.level !== undefined) add([...path, 'level'], [0, data.level.length], `level ${id}`);
  for (const { id, path, rows } of report.tables)
    for (const [row, cells] of rows)
      cells.forEach((cell, index) =>
        cell === null
          ? undefined
          : add([...path, 'rows', row, index], [0, cell.length], `cell ${id}.${row}.${index}`),
      );
  for (const prose of new Reading(report).texts)
    if (prose.path.at(-1) === 'body')
      for (const figure of prose.figures)
        if (prose.isTyped(figure.digits))
          add(
            prose.path,
            prose.place(figure.digits).span ?? [0, 0],
            `prose ${prose.section?.data.title} ${figure.text}`,
          );
  return found;
}

/** Changes every digit of every figure, one at a time, and tells which changes no error notices. */
function survivors(folder: string): { readonly total: number; readonly unnoticed: string[] } {
  const file = join(examples, folder, '2017.report.yaml');
  const read = (path: string): string => readFileSync(path, 'utf8');
  const whole = lint(file, read(file), read);
  const { report } = whole;
  if (!report) throw new Error('the example has no report');
  expect(whole.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const all = digitsOf({ ...whole, report });
  expect(all.length).toBeGreaterThan(200);
  const every = Math.round(all.length / sample(all.length, 0.025));
  const digits = all.filter((_, index) => index % every === 0);
  const unnoticed = digits.flatMap(({ file: changed, at, where }) => {
    const text = read(changed);
    const digit = (Number(text[at]) + 1) % 10;
    const mutated = `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
    const { diagnostics } = lint(file, changed === file ? mutated : read(file), (path) =>
      path === changed ? mutated : read(path),
    );
    return diagnostics.some(({ severity }) => severity === 'error')
      ? []
      : [`${where}: ${text[at]} → ${digit}`];
  });
  return { total: digits.length, unnoticed };
}

/** What may go unnoticed: nothing in the example that declares its figures; in the other, figures of the prose that it does not declare. */
describe('a digit of a figure that is changed', () => {
  it('is noticed wherever the example has figures', () => {
    const { total, unnoticed } = survivors('jiangmen-education');
    console.log(`jiangmen-education: ${total - unnoticed.length} of ${total} changed digits are found`);
    expect(unnoticed).toEqual([]);
  });

  it('is noticed where a figure is declared, in English as well', () => {
    const { total, unnoticed } = survivors('riverside-transport');
    console.log(`riverside-transport: ${total - unnoticed.length} of ${total} changed digits are found`);
    expect(unnoticed.filter((each) => /^(?:value|level|cell) /.test(each))).toEqual([]);
  });
});
