import type { Diagnostic, Severity } from '../../diagnostic.ts';

/** A finding that is known, as a baseline has it; `count` where several are equal in all else. */
export interface BaselineEntry {
  readonly rule: string;
  /** Which of the rule’s messages. */
  readonly code: string;
  /** As it was when it was taken in: what has become more severe is shown. */
  readonly severity: Severity;
  readonly section?: string;
  readonly place?: string;
  readonly names?: readonly string[];
  readonly text?: string;
  readonly within?: string;
  readonly items?: readonly string[];
  readonly count?: number;
}

/** How severe a finding is. */
export const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Whether a baseline can hold a finding: a form error cannot be lived with, since what it hides is not known. */
export const canBeKnown = ({ rule, identity }: Diagnostic): boolean =>
  rule !== 'yaml' && rule !== 'schema' && identity.report !== undefined;

/** What a finding is known by within its report; `items` may become fewer. */
export const keyOf = ({
  rule,
  code,
  section = '',
  place = '',
  names = [],
  text = '',
  within = '',
}: BaselineEntry): string => JSON.stringify([rule, code, section, place, names, text, within]);

/** Whether all that a finding counts up is known: it may become less. */
export const holdsItems = ({ items = [] }: BaselineEntry, now: BaselineEntry): boolean =>
  (now.items ?? []).every((item) => items.includes(item));

/** A finding as a baseline would have it. */
export function entryOf(
  { rule, code, severity, identity }: Diagnostic,
  digest: (text: string) => string,
): BaselineEntry {
  const { section, place, names, text, within, items } = identity;
  return {
    rule,
    code,
    severity,
    ...(section !== undefined && section !== '' && { section }),
    ...(place !== undefined && { place }),
    ...(names && { names }),
    ...(text !== '' && { text: shortened(text, digest) }),
    ...(within !== undefined && { within: shortened(within, digest) }),
    ...(items && { items: items.map((item) => shortened(item, digest)) }),
  };
}

const LONGEST = 80;

/** A text that fits into a line; of a longer one its beginning and what tells it from all others. */
const shortened = (text: string, digest: (text: string) => string): string =>
  text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST - 20).replace(/[\uD800-\uDBFF]$/, '')}…${digest(text)}`;
