import type { Diagnostic } from '../diagnostic.ts';
import type { Rule } from './rule.ts';
import { privacyKept } from './texts/privacy-kept.ts';
import { secretsKept } from './texts/secrets-kept.ts';

/** Rules whose errors no rendering for the public may show, not even one that is stamped as a draft. */
export const publicRules: readonly Rule[] = [privacyKept, secretsKept];

const ids: ReadonlySet<string> = new Set(publicRules.map(({ id }) => id));

/** Whether an error is among these that tells of personal data or of a mark of secrecy. */
export const isNotForThePublic = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ rule, severity }) => severity === 'error' && ids.has(rule));
