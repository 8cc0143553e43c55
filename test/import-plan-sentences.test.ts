import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { calendarYears } from '../src/dates/calendar.ts';
import type { PlanContext } from '../src/importer/plan-dates.ts';
import { targetsOf } from '../src/importer/targets.ts';
import { findQuantities } from '../src/quantity/scan/scan.ts';
import { TakenNames } from '../src/reading/figure-name.ts';
import type { DraftEntry } from '../src/scaffold/emit.ts';

/** A target as a line says it: its name, its level and its date, `~` before what is aimed for only. */
function lineOf({ key, value }: DraftEntry): string {
  const of = (name: string): string | undefined => {
    if (value.kind !== 'map') return name === 'level' && 'text' in value ? value.text : undefined;
    const found = value.entries.find((entry) => entry.key === name)?.value;
    return found && 'text' in found ? found.text : undefined;
  };
  const due = of('due');
  return `${of('firm') === 'false' ? '~ ' : ''}${of('level') ?? '-'}${due === undefined ? '' : ` by ${due}`} = ${key}`;
}

const found = (text: string, context: Partial<PlanContext> = {}): string[] =>
  targetsOf({ text, figures: findQuantities(text) }, new TakenNames(), {
    calendar: calendarYears,
    year: 2026,
    ...context,
  }).map(lineOf);

/** Whether a line is one that a reader wants: `level by due = expression of the whole name`, where ` by ` may be left out. */
function fits(line: string, wanted: string): boolean {
  const [figure = '', name = ''] = wanted.split(' = ');
  const [levels = '', due] = figure.split(' by ');
  const [gotFigure = '', gotName = ''] = line.replace('~ ', '').split(' = ');
  const [level = '', gotDue] = gotFigure.split(' by ');
  return (
    levels.split('|').includes(level) &&
    (due === undefined || due.split('|').includes(gotDue ?? '')) &&
    new RegExp(`^(?:${name})$`, 'iu').test(gotName)
  );
}

const sentences = readFileSync(join(import.meta.dirname, 'plan-sentences.txt'), 'utf8')
  .split(/^> /m)
  .slice(1)
  .map((piece) => {
    const [sentence = '', ...lines] = piece.trimEnd().split('\n');
    return { sentence, lines };
  });

describe('sentences of plans, with the targets that a reader takes from them', () => {
  it.each(sentences)('$sentence', ({ sentence, lines }) => {
    const targets = found(sentence);
    expect(
      targets.filter((each) => !lines.some((line) => fits(each, line))),
      'no target',
    ).toEqual([]);
    expect(
      lines.filter((line) => !targets.some((each) => fits(each, line))),
      'not found',
    ).toEqual([]);
  });
});

describe('what is aimed for', () => {
  it('is not firm in either language', () => {
    expect(found('力争粮食产量达到90万吨。')).toEqual(['~ 90万吨 = 粮食产量']);
    expect(found('We aim to plant 900 trees.')).toEqual(['~ 900 = plant trees']);
    expect(found('确保粮食产量达到90万吨。')).toEqual(['90万吨 = 粮食产量']);
  });
});

describe('chapters of several years', () => {
  it('give their last year to what they set', () => {
    expect(found('建成区绿化覆盖率达到42%以上。', { horizon: 2030 })).toEqual([
      '42%以上 by 2030 = 建成区绿化覆盖率',
    ]);
    expect(found('Raise coverage to 42%.', { horizon: 2030 })).toEqual(['42% by 2030 = coverage']);
  });
});
