import type { Diagnostic } from '../diagnostic.ts';

/**
 * Fingerprints of findings, in their order: 32 hexadecimal digits that stay the same when lines are inserted, sections moved and files of a
 * report renamed, for SARIF’s `partialFingerprints` and GitLab’s `fingerprint`. Those that are equal in everything are numbered, so that no
 * two are the same. What is wrong with a file’s form is known by the file, since no report can be read from it for sure.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const { createHash } = process.getBuiltinModule('node:crypto');
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const key = keyOf(diagnostic);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return createHash('sha256')
      .update(nth === 0 ? key : `${key} ${nth}`)
      .digest('hex')
      .slice(0, 32);
  });
}

/** All that a finding is known by, as one text. */
function keyOf({ file, rule, code, identity }: Diagnostic): string {
  const { report, section, place, names = [], text, within } = identity;
  const whose = report ? [report.organization, report.year] : [file.replaceAll('\\', '/')];
  return JSON.stringify([1, whose, rule, code, section ?? null, place ?? null, names, text, within ?? null]);
}
