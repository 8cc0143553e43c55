import type { Offsets } from '../diagnostic.ts';
import type { Sources } from '../model/report.ts';

/** A comment that silences a rule for what stands under the key below or before it. */
export interface Suppression extends Offsets {
  readonly file: string;
  /** Empty where none is named. */
  readonly rule: string;
  readonly reason: string;
  readonly covers: Offsets | undefined;
  /** Whether it has silenced anything. */
  used: boolean;
}

const pattern = /#\s*(?:report-ignore|忽略)(?![\p{L}\p{N}])/u;

/** The suppressions of all files of a draft: `# report-ignore <rule> -- <reason>`, `# 忽略 <规则> -- <原因>`. */
export function suppressionsOf(sources: Sources): Suppression[] {
  return [...sources.values()].flatMap((source) =>
    source.comments(pattern).map(({ start, end, text, covers }) => {
      const [, rule = '', reason = ''] =
        /^(?:report-ignore|忽略)[\s:：]*([^\s:：]*)\s*(?:(?:--|——|—)\s*(.*))?/u.exec(text) ?? [];
      return {
        file: source.file,
        start,
        end,
        rule: /^(?:--|—)/.test(rule) ? '' : rule,
        reason: reason.trim(),
        covers,
        used: false,
      };
    }),
  );
}

/** Whether a finding is silenced; marks what silences it. A suppression without a reason silences nothing. */
export function isSuppressed(
  suppressions: readonly Suppression[],
  rule: string,
  file: string,
  at: number,
): boolean {
  const by = suppressions.filter(
    ({ rule: named, reason, file: where, covers }) =>
      named === rule && reason !== '' && where === file && covers && covers.start <= at && at < covers.end,
  );
  for (const suppression of by) suppression.used = true;
  return by.length > 0;
}

/** Takes the suppressions of some rules for used, all or those that cover a place: what they silence may hide behind another mistake. */
export function excuse(
  suppressions: readonly Suppression[],
  rules: ReadonlySet<string>,
  place?: { readonly file: string; readonly start: number },
): void {
  for (const suppression of suppressions) {
    const { file, covers, rule } = suppression;
    const near =
      place === undefined ||
      (file === place.file &&
        covers !== undefined &&
        covers.start <= place.start &&
        place.start < covers.end);
    if (near && rules.has(rule)) suppression.used = true;
  }
}
