import type { Words } from '../diagnostic.ts';
import type { Rule } from '../rules/rule.ts';
import { checkRule } from './check-rule.ts';
import { isObject } from './check-words.ts';
import { Problems } from './problems.ts';

/** The rules of a plugin, and all that is wrong with them. */
export interface PluginRules {
  readonly rules: readonly Rule[];
  readonly problems: readonly Words[];
}

/** The rules that a module exports: `export default` (or `module.exports`) a rule, a list of rules, or `{ rules: [ … ] }`. */
export function rulesIn(module: unknown): PluginRules {
  const problems = new Problems();
  const exported = exportOf(module);
  const list = listOf(exported);
  if (list === undefined || list.length === 0) {
    problems.add(
      'it exports no rule; write: export default { rules: [ … ] }',
      '没有导出规则；应写 export default { rules: [ … ] }',
    );
    return { rules: [], problems: problems.all };
  }
  const rules = list.flatMap((value, index) => checkRule(value, index, problems) ?? []);
  return { rules, problems: problems.all };
}

/** What a module exports by default; CommonJS that was compiled from a module has it one level below. */
function exportOf(module: unknown): unknown {
  if (!isObject(module)) return undefined;
  const { default: exported = module } = module;
  return isObject(exported) && exported['__esModule'] === true ? exported['default'] : exported;
}

function listOf(exported: unknown): readonly unknown[] | undefined {
  if (Array.isArray(exported)) return exported as readonly unknown[];
  if (!isObject(exported)) return undefined;
  const { rules } = exported;
  if (rules !== undefined) return Array.isArray(rules) ? (rules as readonly unknown[]) : undefined;
  return 'id' in exported || 'on' in exported ? [exported] : undefined;
}

/** The first id that two rules have; ids are names: a comment that silences a rule, and a level, mean one. */
export const idGivenTwice = (rules: readonly Rule[]): string | undefined =>
  rules.find(({ id }, index) => rules.findIndex((each) => each.id === id) < index)?.id;
