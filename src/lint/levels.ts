import { rules } from '../rules/index.ts';
import { settable, type Level } from '../rules/rule.ts';
import { suggest } from '../source/suggest/suggest.ts';

/** Levels of rules, by id. */
export type Levels = Readonly<Record<string, Level>>;

/** What is wrong with a rule and its level; undefined where nothing is. */
export function levelProblem(
  rule: string,
  level: string,
):
  | { readonly code: string; readonly at: 'key' | 'value'; readonly data: Readonly<Record<string, string>> }
  | undefined {
  const ids = rules.map(({ id }) => id);
  if (rule === 'yaml' || rule === 'schema') return { code: 'rule-firm', at: 'key', data: { rule } };
  if (!ids.includes(rule))
    return { code: 'rule-unknown', at: 'key', data: { rule, near: suggest(rule, ids) ?? '' } };
  if (!(settable as readonly string[]).includes(level))
    return { code: 'level-unknown', at: 'value', data: { level, near: suggest(level, settable) ?? '' } };
  return undefined;
}
