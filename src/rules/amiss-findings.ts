import type { Data, Finding } from '../diagnostic.ts';
import type { Prose } from '../reading/prose.ts';
import type { Amiss } from '../style/amiss.ts';

/** What a rule adds to a finding on something amiss. */
export interface AmissTelling {
  readonly message: string;
  readonly data?: Data;
  readonly severity?: Finding['severity'];
  /** Whether the change can only mean what the author meant; true, if it is left out. */
  readonly safe?: boolean;
}

/** Findings on what is amiss in the words of a text that were typed, not printed by a reference; `tell` gives none for what is let pass. */
export function* amissFindings<K extends string>(
  prose: Prose,
  found: readonly Amiss<K>[],
  tell: (amiss: Amiss<K>) => AmissTelling | undefined,
): Generator<Finding> {
  for (const amiss of found) {
    const { span, insert } = amiss;
    if (!prose.isTyped(span)) continue;
    const telling = tell(amiss);
    if (telling === undefined) continue;
    const { message, data, severity, safe = true } = telling;
    const place = prose.place(span);
    yield {
      ...place,
      message,
      data: { found: prose.text.slice(...span), ...(insert !== undefined && { insert }), ...data },
      ...(severity && { severity }),
      ...(insert !== undefined && { fix: { ...place, insert, safe } }),
    };
  }
}
