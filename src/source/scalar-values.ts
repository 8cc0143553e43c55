import type { State } from './canonical-state.ts';
import { valueName, type Is, type Shape } from './grammar.ts';
import type { ScalarNode } from './tree.ts';

/**
 * The canonical value of a choice; undefined, with a problem noted, where there is none. A value is never guessed: those of a
 * choice contradict each other, and 没完成 or “unmet” is one slip away from what it denies.
 */
export function readChoice(
  node: ScalarNode,
  values: Readonly<Record<string, string>>,
  means: NonNullable<Shape['means']>,
  state: State,
): string | undefined {
  const own = new Map(Object.entries(values).map(([en, zh]) => (state.keys === 'zh' ? [zh, en] : [en, en])));
  const written = node.value;
  const exact = own.get(written);
  if (exact !== undefined) return exact;
  const { start, end } = node;
  const foreign = Object.entries(values).find(([en, zh]) => written === en || written === zh)?.[0];
  if (foreign !== undefined) {
    state.foreign.push({ start, end, written, style: node.style, own: valueName(foreign, state.keys) });
    return foreign;
  }
  const choices = (language: 0 | 1): string =>
    [...own].map(([name, value]) => `${name}\t${means[value]?.[language] ?? ''}`).join('\n');
  state.problems.push({
    start,
    end,
    message: 'value-unknown',
    data: { written, choices: choices(0), choicesZh: choices(1) },
  });
  return undefined;
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
  ['是', true],
  ['否', false],
]);

/** 是 and 否 belong to Chinese keys; true and false to both sets. */
export function noteBoolean({ value, style, start, end }: ScalarNode, state: State): void {
  if (state.keys === 'en' && style === 'plain' && /^[是否]$/.test(value))
    state.foreign.push({ start, end, written: value, style, own: String(value === '是') });
}

/** A scalar as the format wants it at its place: text stays as it was written, whatever it looks like. */
export function readScalar({ value, style }: ScalarNode, is: Is): unknown {
  if (style === 'plain') {
    if (is === ':integer' && /^[+-]?\d{1,15}$/.test(value)) return Number(value);
    if (is === ':boolean') return booleans.get(value) ?? value;
    if (is === ':cell' && (value === '' || value === 'null' || value === '~')) return null;
  }
  return value;
}
