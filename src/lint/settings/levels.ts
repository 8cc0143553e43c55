import { rules } from '../../rules/index.ts';
import { isOwnRule, settable, type Level, type Rule } from '../../rules/rule.ts';
import { suggest } from '../../source/suggest/suggest.ts';

/** Levels of rules, by id. */
export type Levels = Readonly<Record<string, Level>>;

/** What is wrong with a rule and its level; undefined where nothing is. `known` are all rules that there are, those of plugins too. */
export function levelProblem(
  rule: string,
  level: string,
  known: readonly Pick<Rule, 'id'>[] = rules,
):
  | { readonly code: string; readonly at: 'key' | 'value'; readonly data: Readonly<Record<string, string>> }
  | undefined {
  const ids = known.map(({ id }) => id);
  if (rule === 'yaml' || rule === 'schema') return { code: 'rule-firm', at: 'key', data: { rule } };
  if (!ids.includes(rule)) {
    const near = suggest(rule, ids) ?? '';
    const unplugged =
      near === '' && isOwnRule(rule) && !ids.some((id) => isOwnRule(id) && !id.startsWith('words/'));
    return { code: unplugged ? 'rule-unplugged' : 'rule-unknown', at: 'key', data: { rule, near } };
  }
  if (!(settable as readonly string[]).includes(level))
    return { code: 'level-unknown', at: 'value', data: { level, near: suggest(level, settable) ?? '' } };
  return undefined;
}
