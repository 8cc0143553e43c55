import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Baseline, type BaselineWorld, type SeenDraft } from '../src/lint/baseline/baseline.ts';
import { renew } from '../src/lint/baseline/baseline-renew.ts';
import { printBaseline, readBaseline } from '../src/lint/baseline/baseline-text.ts';
import { checkedOf } from '../src/lint/checked.ts';
import { lint } from '../src/lint/lint.ts';
import { rulesBesideStyle } from './style-rules.ts';
import { sample, seed } from './depth.ts';

/** A thousand edits of drafts with faults in them, held against a baseline: what should be shown and what is settled is counted apart. */

interface Section {
  readonly name: string;
  /** Whether its name is its id, rather than its title. */
  readonly hasId: boolean;
  sentences: string[];
  sections: Section[];
}

interface Draft {
  file: string;
  readonly report: { readonly organization: string; readonly year: number };
  readonly language: 'zh' | 'en';
  /** Lines of comment above it. */
  comments: number;
  summary: Section[];
  plan: Section[];
}

const faults = {
  zh: [
    '名册见[附件](附件/甲.pdf)。',
    '名册见[附件](附件/乙.pdf)。',
    '封顶情况如图![封顶](图/甲.png)。',
    '共培训【待补：人数】人。',
    '经费<u>已经落实。',
  ],
  en: [
    'The list is in [the annex](annex/a.pdf).',
    'The list is in [the annex](annex/b.pdf).',
    'The roof is shown ![closed](roof/a.png).',
    'In all [TODO: how many] people were trained.',
    'The money <u>was spent.',
  ],
};
const fillers = {
  zh: ['工作有序推进。', '各科室密切配合。', '制度不断健全。', '群众普遍满意。'],
  en: ['Work went on as planned.', 'All offices took part.', 'Rules were kept.', 'People were content.'],
};
const isFault = (sentence: string): boolean => [...faults.zh, ...faults.en].includes(sentence);

const keys = {
  zh: {
    head: ['格式', '标题', '编制单位', '年度'],
    parts: ['总结', '计划'],
    section: ['章节', '标题', '标识', '正文'],
  },
  en: {
    head: ['schema', 'title', 'organization', 'year'],
    parts: ['summary', 'plan'],
    section: ['sections', 'title', 'id', 'body'],
  },
} as const;

function textOf({ report, language, comments, summary, plan }: Draft): string {
  const { head, parts, section } = keys[language];
  const sections = (list: readonly Section[], indent: string): string =>
    list.length === 0
      ? ''
      : `${indent}${section[0]}:\n` +
        list
          .map(
            ({ name, hasId, sentences, sections: inner }) =>
              `${indent}  - ${section[1]}: ${hasId ? 'Title' : name}\n` +
              (hasId ? `${indent}    ${section[2]}: ${name}\n` : '') +
              `${indent}    ${section[3]}: |\n${indent}      ${sentences.join(language === 'en' ? ' ' : '')}\n` +
              sections(inner, `${indent}    `),
          )
          .join('');
  return [
    '# note\n'.repeat(comments),
    `${head[0]}: 1\n${head[1]}: Report\n${head[2]}: ${report.organization}\n${head[3]}: ${report.year}\n`,
    `${parts[0]}:\n${sections(summary, '  ')}`,
    plan.length === 0 ? '' : `${parts[1]}:\n${sections(plan, '  ')}`,
  ].join('');
}

const all = (list: readonly Section[]): Section[] => list.flatMap((each) => [each, ...all(each.sections)]);
const sectionsOf = ({ summary, plan }: Draft): Section[] => [...all(summary), ...all(plan)];

type Counts = Map<string, number>;
const reportOf = ({ report: { organization, year } }: Draft): string => `${organization} ${year}`;

/** How often each fault stands in some drafts, by report, section and sentence. */
function faultsIn(drafts: readonly Draft[]): Counts {
  const counts: Counts = new Map();
  for (const draft of drafts)
    for (const { name, sentences } of sectionsOf(draft))
      for (const sentence of sentences.filter(isFault)) {
        const key = `${reportOf(draft)} ${name} ${sentence}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return counts;
}

/** How much more of everything there is in one than in the other. */
const beyond = (one: Counts, other: Counts): number =>
  [...one].reduce((sum, [key, count]) => sum + Math.max(0, count - (other.get(key) ?? 0)), 0);

/** How often a fault may stand in drafts of which some reports were not checked whole. */
const highest = (one: Counts, other: Counts): Counts =>
  new Map(
    [...new Set([...one.keys(), ...other.keys()])].map((key) => [
      key,
      Math.max(one.get(key) ?? 0, other.get(key) ?? 0),
    ]),
  );
const only = (counts: Counts, reports: ReadonlySet<string>): Counts =>
  new Map([...counts].filter(([key]) => [...reports].some((report) => key.startsWith(`${report} `))));

function start(): Draft[] {
  let number = 0;
  const section = (language: 'zh' | 'en', ...sections: Section[]): Section => ({
    name: `${'abcdefghijklmnopqrstuvwxyz'[number++]}-part`,
    hasId: number % 3 !== 0,
    sentences: [fillers[language][number % 4] as string, faults[language][number % 5] as string],
    sections,
  });
  const draft = (file: string, organization: string, year: number, language: 'zh' | 'en'): Draft => ({
    file,
    report: { organization, year },
    language,
    comments: 0,
    summary: [section(language, section(language)), section(language)],
    plan: [section(language)],
  });
  return [
    draft('2017.report.yaml', '某局', 2017, 'zh'),
    draft('2018.report.yaml', '某局', 2018, 'zh'),
    // another draft of the same report
    draft('2018-送审.report.yaml', '某局', 2018, 'zh'),
    draft('en/2018.report.yaml', 'Agency', 2018, 'en'),
  ];
}

interface Move {
  readonly does: 'move';
  readonly draft: number;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}
interface Around {
  readonly does: 'comment' | 'rename';
  readonly draft: number;
}
interface Within {
  readonly does: 'add' | 'remove' | 'turn';
  readonly draft: number;
  readonly section: number;
  readonly what: number;
  readonly isFault: boolean;
}
type Edit = Move | Around | Within;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function edit(drafts: readonly Draft[], change: Edit, step: number): void {
  const draft = pick(drafts, change.draft);
  if (change.does === 'comment') draft.comments = (draft.comments + 1) % 4;
  else if (change.does === 'rename') draft.file = `${draft.file.slice(0, 2)}/${step}.report.yaml`;
  else if (change.does === 'move') move(draft, change);
  else rewrite(draft, change as Within);
}

function rewrite(draft: Draft, { does, section, what, isFault: fault }: Within): void {
  const { sentences } = pick(sectionsOf(draft), section);
  const pool = (fault ? faults : fillers)[draft.language];
  if (does === 'add') sentences.splice(what % (sentences.length + 1), 0, pick(pool, what));
  if (does === 'turn') sentences.unshift(...sentences.splice(1));
  if (does !== 'remove') return;
  const chosen = sentences.findIndex((each) => isFault(each) === fault);
  // a section that says nothing is another finding
  if (chosen !== -1 && sentences.length > 1) sentences.splice(chosen, 1);
}

/** Moves a section below another that is not in it, or to the beginning of a part. */
function move(draft: Draft, { from, to, at }: Move): void {
  const moved = pick(sectionsOf(draft), from);
  // a part without sections is another finding
  const holders: Section[][] = [draft.summary, draft.plan, ...sectionsOf(draft).map((each) => each.sections)];
  const holder = holders.find((list) => list.includes(moved));
  if (holder === undefined || (holder.length === 1 && (holder === draft.summary || holder === draft.plan)))
    return;
  holder.splice(holder.indexOf(moved), 1);
  const targets: Section[][] = [draft.summary, draft.plan, ...sectionsOf(draft).map((each) => each.sections)];
  const target = pick(targets, to);
  target.splice(at % (target.length + 1), 0, moved);
}

const index = fc.nat(1000);
const change: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ does: fc.constant('move' as const), draft: index, from: index, to: index, at: index }),
  fc.record({ does: fc.constantFrom('comment' as const, 'rename' as const), draft: index }),
  fc.record({
    does: fc.constantFrom('add' as const, 'remove' as const, 'turn' as const),
    draft: index,
    section: index,
    what: index,
    isFault: fc.boolean(),
  }),
);

/** What the drafts are made for: a sentence may stand in them twice. */
const others = new Set(['texts-single', 'plans-measurable', 'problems-told', 'continuations-known']);
const asked = rulesBesideStyle.filter(({ id }) => !others.has(id));

const seenBefore = new Map<string, SeenDraft>();

/** A draft as a run sees it; what stands in it is what was put there. */
function seen(draft: Draft): SeenDraft {
  const text = textOf(draft);
  const before = seenBefore.get(text);
  if (before) return { ...before, file: draft.file };
  const { report, judged, diagnostics } = checkedOf(
    lint(draft.file, text, () => undefined, { rules: asked }),
  );
  const count = [...faultsIn([draft]).values()].reduce((sum, each) => sum + each, 0);
  expect(diagnostics.length, text).toBe(count);
  const made = { file: draft.file, report, alone: false, judged, diagnostics };
  seenBefore.set(text, made);
  return made;
}

describe('a baseline, edit by edit', () => {
  it('shows every new finding and no other, once, and knows what is settled', () => {
    const run = fc.record({ change, which: fc.integer({ min: 1, max: 31 }), renews: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(run, { minLength: 10, maxLength: 10 }), (steps) => {
        const drafts = start();
        const outside: BaselineWorld = {
          isWhole: false,
          exists: (file) => drafts.some((draft) => draft.file === file),
          digest: (text) => String(text.length),
        };
        let baseline: Baseline = renew({ version: 1, reports: [] }, drafts.map(seen), outside);
        let known = faultsIn(drafts);
        for (const [step, { change: asked, which, renews }] of steps.entries()) {
          edit(drafts, asked, step);
          // every other run reads all drafts, the others some of them
          const read = which > 15 ? drafts : drafts.filter((_, each) => (which >> each) % 2 === 1);
          const reports = new Set(read.map(reportOf));
          const whole = new Set(
            [...reports].filter((name) =>
              drafts.every((draft) => read.includes(draft) || reportOf(draft) !== name),
            ),
          );
          const found = faultsIn(read);
          const shuffled = step % 2 === 0 ? read.map(seen) : read.map(seen).reverse();
          const world = { ...outside, isWhole: which > 15 };
          const told = compare(baseline, shuffled, world);
          const shown = shuffled.flatMap(({ diagnostics }) =>
            diagnostics.filter((each) => !told.known.has(each)),
          );
          expect(shown.length).toBe(beyond(found, known));
          expect(new Set(shown).size).toBe(shown.length);
          expect(told.settled.reduce((sum, { count }) => sum + count, 0)).toBe(
            beyond(only(known, whole), found),
          );
          if (renews > 0) continue;
          baseline = renew(baseline, shuffled, world);
          const others = new Map([...known].filter(([key]) => !only(known, whole).has(key)));
          known = highest(others, found);
          const text = printBaseline(baseline);
          const again = readBaseline('report.baseline.json', text);
          expect('baseline' in again && printBaseline(again.baseline)).toBe(text);
          expect(printBaseline(renew(baseline, [...shuffled].reverse(), world))).toBe(text);
          const after = compare(baseline, shuffled, world);
          expect(after.known.size).toBe(
            shuffled.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0),
          );
          expect(after.settled).toEqual([]);
        }
      }),
      { numRuns: sample(100), seed },
    );
  });
});
