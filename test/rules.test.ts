import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';
import { rules } from '../src/rules/index.ts';
import { PREVIOUS } from '../src/rules/rule.ts';

/** Rules that are off unless asked for run on their own examples. */
const awake = Object.fromEntries(rules.flatMap(({ id, severity }) => (severity === 'off' ? [[id, 'info' as const]] : [])));

/** The findings of one rule in a draft, and all of the schema and YAML, as `line:column message`. */
const findings = (id: string, text: string, previous: string | undefined): string[] =>
  lint('example.report.yaml', text, (file) => (file === PREVIOUS ? previous : undefined), { levels: awake })
    .diagnostics.filter(({ rule }) => rule === id || rule === 'schema' || rule === 'yaml')
    .map(({ rule, code, range: { start } }) => `${start.line}:${start.column} ${rule === id ? code : `${rule} ${code}`}`);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { examples, messages }) => {
  it('is silent on its good example', () => expect(findings(id, examples.good, examples.previous)).toEqual([]));
  it('finds what its bad example shows', () => expect(findings(id, examples.bad, examples.previous)).toEqual(examples.finds));
  it('shows a message of its own, whole in both languages', () => {
    expect(examples.finds.length).toBeGreaterThan(0);
    for (const find of examples.finds) expect(messages).toHaveProperty([find.split(' ')[1] as string]);
    for (const { rule, message, help } of lint('example.report.yaml', examples.bad, (file) => (file === PREVIOUS ? examples.previous : undefined), {
      levels: awake,
    }).diagnostics)
      if (rule === id) for (const words of [message.en, message.zh, help?.en, help?.zh]) expect(words ?? '').not.toMatch(/undefined|NaN|\[object/);
  });
});
