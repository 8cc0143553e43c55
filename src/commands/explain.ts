import type { Language } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import type { Io } from '../io.ts';
import { rules } from '../rules/index.ts';
import { rulePage, ruleList } from '../rules/page.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { runLanguage } from './run-language.ts';

/** `report explain [rule]`: the page of a rule, or the list of all. */
export async function explainRule(
  id: string | undefined,
  options: { readonly lang?: Language },
  io: Io,
): Promise<number> {
  const language = runLanguage(options, io);
  if (id === undefined) {
    io.stdout.write(ruleList(rules, language));
    return 0;
  }
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const near = suggest(
      id,
      rules.map((each) => each.id),
    );
    throw new UserError({
      en: `there is no rule “${id}”; ${near === undefined ? '`report explain` lists all' : `did you mean ${near}?`}`,
      zh: `没有规则“${id}”；${near === undefined ? 'report explain 列出全部规则' : `是否想写 ${near}？`}`,
    });
  }
  io.stdout.write(rulePage(rule, language));
  return 0;
}
