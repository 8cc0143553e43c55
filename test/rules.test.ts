import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import type { ReadFile } from '../src/lint/open.ts';
import type { Asset } from '../src/model/published-files.ts';
import { runExamples } from '../src/plugins/run-examples.ts';
import { rules } from '../src/rules/index.ts';
import { EXAMPLE_FILES, PREVIOUS } from '../src/rules/rule.ts';

/** Rules that are off unless asked for run on their own examples. */
const awake = Object.fromEntries(
  rules.flatMap(({ id, severity }) => (severity === 'off' ? [[id, 'info' as const]] : [])),
);

/** The files of an example: last year’s draft, and pictures and attachments. */
const filesOf = (previous: string | undefined): ReadFile =>
  Object.assign((file: string) => (file === PREVIOUS ? previous : undefined), {
    asset: (path: string): Asset =>
      EXAMPLE_FILES.includes(path)
        ? {
            kind: 'file',
            size: 4,
            bytes: () => Uint8Array.from('\x89PNG\r\n\x1A\n', (sign) => sign.charCodeAt(0)),
          }
        : { kind: 'missing' },
  });

/** Every example of every rule: the rule, its language, the drafts. */
const cases = rules.flatMap((rule) =>
  Object.entries(rule.examples).map(([language, example]) => [rule.id, language, rule, example] as const),
);

describe.each(cases)('%s (%s)', (id, language, rule, { previous, bad, finds }) => {
  const { messages } = rule;
  it('is silent on its good example, and finds what its bad one shows', () => {
    const runs = runExamples(rule, rules).filter((run) => run.language === language);
    expect(runs.map(({ draft, found, failure }) => [draft, found, failure])).toEqual([
      ['good', [], undefined],
      ['bad', finds, undefined],
    ]);
  });
  it('shows a message of its own, whole in both languages', () => {
    expect(finds.length).toBeGreaterThan(0);
    for (const find of finds) expect(messages).toHaveProperty([find.split(' ')[1] as string]);
    for (const { rule, message, help } of lint('example.report.yaml', bad, filesOf(previous), {
      levels: awake,
    }).diagnostics)
      if (rule === id)
        for (const words of [message.en, message.zh, help?.en, help?.zh])
          expect(words ?? '').not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('what English readers are told of an English draft', () => {
  it.each(cases.filter(([, language]) => language === 'en'))(
    'is all English: %s',
    (_, __, ___, { previous, bad }) => {
      for (const { message, help, related } of lint(
        'example.report.yaml',
        bad,
        (file) => (file === PREVIOUS ? previous : undefined),
        { levels: awake },
      ).diagnostics)
        for (const words of [message.en, help?.en ?? '', ...related.map((each) => each.message.en)])
          expect(words).not.toMatch(/[\p{Script=Han}、，。：；（）]/u);
    },
  );
});

describe.each(rules.map((rule) => [rule.id, rule] as const))(
  '%s',
  (_, { examples, languages = ['en', 'zh'] }) => {
    it('has an example in each language of its reports, written in that language', () => {
      expect(Object.keys(examples).sort()).toEqual([...languages].sort());
      for (const { good, bad, previous = '' } of examples.en ? [examples.en] : [])
        expect(good + bad + previous).not.toMatch(/\p{Script=Han}/u);
      for (const { good, bad } of examples.zh ? [examples.zh] : [])
        for (const draft of [good, bad]) expect(draft).toMatch(/^格式: 1$/m);
    });
  },
);
