import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';

const examples = resolve(import.meta.dirname, '../examples');
/** Sentences with each word in each case, so that a word that a rule needs is found however it is written. */
const spoken = [
  '截至目前，整改隐患695处。到现在为止，办结120件。迄今共办结85件。目前在册水库19座。截止今日，接待300人。',
  'As of now, 695 hazards are closed. TO DATE, 120 cases are closed. So far, 85 places are open. Thus Far 12.',
  'At present 12 sites run. Up to now, 40 were met. Until Now 41. At the time of writing, 7 were open.',
].map(
  (body) => `schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary: { intro: "${body}" }\n`,
);
const drafts = [
  ...rules.flatMap(({ examples: { en, zh } }) =>
    [en, zh].flatMap((each) => (each ? [each.good, each.bad] : [])),
  ),
  ...['jiangmen-education/2017.report.yaml', 'riverside-transport/2017.report.yaml'].map((name) =>
    readFileSync(resolve(examples, name), 'utf8'),
  ),
  ...spoken,
];
const found = (text: string, rule: Rule): unknown =>
  lint('2017.report.yaml', text, () => undefined, { rules: [rule], levels: { [rule.id]: 'warning' } })
    .diagnostics;

it.each(rules.filter(({ needs }) => needs !== undefined).map((rule) => [rule.id, rule] as const))(
  '%s finds nothing more where it is shown every text',
  (_, { needs: __, ...rule }) => {
    const needy = rules.find(({ id }) => id === rule.id) as Rule;
    expect(drafts.length).toBeGreaterThan(150);
    expect(drafts.map((text) => found(text, needy))).toEqual(drafts.map((text) => found(text, rule)));
    // the words of one rule are tried in every case; of each rule the drafts hold what it finds
    const [texts, least] = rule.id === 'as-of-given' ? [spoken, 5] : [drafts, 1];
    expect(texts.flatMap((text) => found(text, needy) as unknown[]).length).toBeGreaterThan(least);
  },
);
