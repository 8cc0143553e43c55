import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { reserved } from '../src/source/grammar.ts';
import { formErrors, lostFrom, nextDraft, nothingElse } from './chain.ts';
import { sample } from './depth.ts';
import { Dice, Draft, DRAFT } from './random-draft.ts';

const SEED = 20180117;
const DRAFTS = sample(200, 0.06);

/** Drafts in every style of YAML, but without plans; their form lacks the head. */
describe('random drafts in every style', () => {
  it('are carried over whole', () => {
    const count = { carried: 0, things: 0 };
    for (let seed = 0; seed < DRAFTS; seed++) {
      const draft = new Draft(new Dice(SEED + seed));
      draft.write();
      const { report, diagnostics } = lint(DRAFT, draft.text, nothingElse);
      if (
        report === undefined ||
        diagnostics.some(
          ({ rule, code }) =>
            (rule === 'yaml' && code !== 'lines-joined') || (rule === 'schema' && code !== 'key-missing'),
        )
      )
        continue;
      // what is not there cannot be carried on
      if (report.data.organization === undefined) continue;
      const dated = { ...report, data: { ...report.data, year: 2017 } };
      const linted = lint('2018.report.yaml', nextDraft(dated), nothingElse);
      expect(formErrors(linted), `seed ${seed}`).toEqual([]);
      expect(linted.report && lostFrom(dated, linted.report), `seed ${seed}`).toEqual([]);
      count.carried++;
      count.things += dated.metrics.length + dated.tables.length + dated.sections.length + dated.terms.length;
    }
    console.log(
      `seed ${SEED}: ${count.carried} of ${DRAFTS} drafts with ${count.things} things carried over`,
    );
    expect(count.carried).toBeGreaterThan(DRAFTS * 0.75);
  });
});

const words = [
  '安全',
  '教学质量',
  'a b',
  'x: y',
  '# 井',
  "it's",
  '"引"',
  '“引”',
  '- 项',
  '{花}',
  '[方]',
  '2017',
  'null',
  'yes',
  '~',
  '1,250',
  '*号',
  '&号',
  '%',
  '@',
  '`',
  '甲\n乙',
  '指标：数',
  ' 空 ',
  '\\',
  '？',
  '末:',
  '<<',
  '__proto__',
  'constructor',
  '\u2028分',
  'é',
  '😀',
  '\u0085',
  '忽略 ids-unique',
];
const levels = ['2亿元', '60%以上', '≥90%', '1—2所', '1,250', '0'];
const dues = ['2018', '2018-12-31', '2019-06', '2020年底', '2018年上半年', '2019-Q1'];

/** A draft with plan, results and problems as data in canonical keys; every id is its own, but sections may be continued. */
class RandomReport {
  readonly #dice: Dice;
  #ids = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  data(): object {
    const { sections, ids } = this.#sections('s', []);
    const planned = this.#sections('p', ids).sections;
    return {
      schema: 1,
      title: `${this.#word()}2017年总结`,
      organization: this.#word(),
      year: 2017,
      ...(this.#dice.chance(20) && {
        numbering: {
          parts: this.#dice.pick(['numbered', 'run-on']),
          levels: ['1.', '（一）'],
          restart: false,
        },
      }),
      ...(this.#dice.chance(50) && {
        terms: { [this.#id()]: { full: this.#word(), avoid: [this.#word()] }, [this.#id()]: this.#word() },
      }),
      summary: { title: this.#word(), intro: this.#word(), sections },
      ...(this.#dice.chance(40) && { problems: { sections: this.#sections('q', []).sections } }),
      ...(this.#dice.chance(90) && { plan: { sections: planned } }),
      ...(this.#dice.chance(30) && {
        annexes: [{ title: this.#word(), sections: this.#sections('x', []).sections }],
      }),
    };
  }

  #sections(
    prefix: string,
    continued: readonly string[],
    depth = 2,
  ): { readonly sections: object[]; readonly ids: string[] } {
    const ids: string[] = [];
    const free = [...continued];
    const sections = this.#dice.times(1, 3, () => {
      const taken =
        free.length > 0 && this.#dice.chance(50)
          ? free.splice(this.#dice.number(0, free.length - 1), 1)[0]
          : undefined;
      const id = taken ?? (this.#dice.chance(70) ? `${prefix}${this.#id()}` : undefined);
      const inner =
        depth > 0 && this.#dice.chance(50)
          ? this.#sections(prefix, prefix === 'p' ? [] : [], depth - 1)
          : undefined;
      if (id !== undefined) ids.push(id);
      ids.push(...(inner?.ids ?? []));
      return this.#section(prefix, id, inner?.sections);
    });
    return { sections, ids };
  }

  #section(prefix: string, id: string | undefined, sections: object[] | undefined): object {
    const dice = this.#dice;
    const metric = (): unknown =>
      dice.chance(50)
        ? dice.pick(levels)
        : {
            ...(dice.chance(80) && { value: dice.pick(levels) }),
            ...(dice.chance(50) && { unit: dice.pick(words) }),
            ...(dice.chance(50) && { previous: dice.pick(levels) }),
            ...(dice.chance(30) && { history: { 2014: dice.pick(levels), 2016: dice.pick(levels) } }),
            ...(dice.chance(50) && { definition: this.#word(), method: this.#word(), source: this.#word() }),
            ...(dice.chance(50) && {
              direction: dice.pick(['higher', 'lower']),
              'as-of': '2017-11',
              restated: this.#word(),
            }),
          };
    const target = (): unknown =>
      dice.chance(30)
        ? dice.pick(levels)
        : {
            ...(dice.chance(60) && { level: dice.pick(levels) }),
            ...(dice.chance(60) && { due: dice.pick(dues) }),
            ...(dice.chance(50) && {
              lead: this.#word(),
              support: [this.#word(), this.#word()],
              goal: this.#word(),
            }),
            ...(dice.chance(30) && {
              firm: false,
              origin: this.#word(),
              leader: this.#word(),
              baseline: dice.pick(levels),
            }),
            ...(dice.chance(30) && {
              milestones: [{ due: '2018-06', goal: this.#word() }, { due: '2018-09' }],
            }),
            ...(dice.chance(20) && {
              revised: [
                { level: dice.pick(levels), date: '2017-12-01', by: this.#word(), reason: this.#word() },
              ],
            }),
          };
    const some = (make: () => unknown): Record<string, unknown> =>
      Object.fromEntries(dice.times(1, 3, () => [this.#id(), make()]));
    return {
      ...(id !== undefined && { id }),
      ...(dice.chance(70) && { title: dice.pick(['同名', this.#word()]) }),
      ...(dice.chance(20) && { numbered: false }),
      ...(dice.chance(40) && { lead: this.#word(), support: [this.#word()] }),
      body: this.#word(),
      ...(prefix !== 'p' && dice.chance(50) && { metrics: some(metric) }),
      ...(dice.chance(20) && {
        tables: {
          [this.#id()]: {
            columns: [this.#word(), this.#word()],
            rows: { [this.#id()]: ['5', '/'], [this.#id()]: [this.#word(), '7'] },
          },
        },
      }),
      ...(prefix === 'p' && dice.chance(60) && { targets: some(target) }),
      ...(prefix === 's' &&
        dice.chance(20) && {
          results: some(() => ({
            outcome: dice.pick(['met', 'missed', 'pending']),
            level: dice.pick(levels),
            reason: this.#word(),
          })),
        }),
      ...(sections && { sections }),
    };
  }

  #word = (): string => this.#dice.times(1, 2, () => this.#dice.pick(words)).join('');

  #id(): string {
    return `${this.#word()}${++this.#ids}`;
  }
}

/** Drafts as JSON, which is YAML: every text as it is, with plans, results, problems and annexes. */
describe('random drafts with plans', () => {
  it('are carried over whole, for two years', () => {
    const count = { carried: 0, targets: 0 };
    for (let seed = 0; seed < DRAFTS; seed++) {
      const text = JSON.stringify(new RandomReport(new Dice(SEED + seed)).data(), null, 1).replaceAll(
        /[\u0085\u2028\u2029]/g,
        (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
      const last = lint('2017.report.yaml', text, nothingElse);
      expect(formErrors(last), `seed ${seed}`).toEqual([]);
      if (last.report === undefined) throw new Error(`seed ${seed}`);
      const next = lint('2018.report.yaml', nextDraft(last.report), nothingElse);
      expect(formErrors(next), `seed ${seed}`).toEqual([]);
      expect(next.report && lostFrom(last.report, next.report), `seed ${seed}`).toEqual([]);
      expect(
        next.diagnostics.filter(({ rule }) => rule === 'ids-unique' || rule === 'references-known'),
        `seed ${seed}`,
      ).toEqual([]);
      const after = next.report && lint('2019.report.yaml', nextDraft(next.report), nothingElse);
      expect(after && formErrors(after), `seed ${seed}`).toEqual([]);
      count.carried++;
      count.targets += last.report.targets.length;
    }
    console.log(`seed ${SEED}: ${count.carried} drafts with ${count.targets} targets carried over`);
    expect(count.targets).toBeGreaterThan(DRAFTS * 2.5);
  });
});

it('no word of the random drafts is a key', () =>
  expect(words.filter((word) => reserved.has(word))).toEqual([]));
