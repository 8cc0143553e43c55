import type { Diagnostic, Identity, Severity } from '../diagnostic.ts';
import type { Rule } from '../rules/rule.ts';
import { suppressionsJustified } from '../rules/structure/suppressions-justified.ts';
import { suggest } from '../source/suggest/suggest.ts';
import { diagnosticOf, messageOf, type Places } from './stamp.ts';
import type { Suppression } from './suppressions.ts';

/** What is wrong with the suppressions themselves; of rules that did not run nothing can be said. */
export function* unjustified(
  suppressions: readonly Suppression[],
  rules: readonly Rule[],
  ran: ReadonlySet<string>,
  places: Places,
  severity: Severity,
  report: Pick<Identity, 'report'>,
): Generator<Diagnostic> {
  const known = rules.map(({ id }) => id);
  for (const { file, rule, reason, used, ...offsets } of suppressions) {
    const firm = rule === 'yaml' || rule === 'schema';
    const unknown = !firm && rule !== '' && !known.includes(rule) && !ran.has(rule);
    const code =
      rule === ''
        ? 'unnamed'
        : firm
          ? 'firm'
          : unknown
            ? 'unknown'
            : reason === ''
              ? 'unreasoned'
              : !used && ran.has(rule)
                ? 'unused'
                : undefined;
    if (code === undefined) continue;
    const data = { rule, near: suggest(rule, known) ?? '' };
    const message = messageOf(suppressionsJustified.messages, code);
    yield diagnosticOf({
      file,
      rule: suppressionsJustified.id,
      code,
      severity,
      message,
      data,
      range: places.range(file, offsets),
      identity: { ...report, ...places.written(file, offsets) },
      related: [],
    });
  }
}
