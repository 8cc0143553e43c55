import type { Language } from '../../diagnostic.ts';
import type { Io } from '../../io.ts';
import { rules } from '../../rules/index.ts';
import { rulePage, ruleList } from '../../rules/page.ts';
import { configFinder, type ConfigOptions } from '../config-file.ts';
import { runLanguage } from '../run-language.ts';
import { checkKnown, knownRules } from '../settings.ts';

/** `report explain [rule]`: the page of a rule, or the list of all. */
export async function explainRule(
  id: string | undefined,
  options: ConfigOptions & { readonly lang?: Language },
  io: Io,
): Promise<number> {
  const language = runLanguage(options, io);
  const builtIn = rules.find((each) => each.id === id);
  const known = builtIn ? rules : await knownRules(configFinder(io, options)('.'), io);
  if (id === undefined) {
    io.stdout.write(ruleList(known, language));
    return 0;
  }
  checkKnown(id, known);
  const rule = builtIn ?? known.find((each) => each.id === id);
  if (rule) io.stdout.write(rulePage(rule, language));
  return 0;
}
