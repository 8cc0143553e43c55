import type { Language } from '../../diagnostic.ts';
import type { StateName } from '../../ledger/standing-states.ts';
import type { Grouping } from '../../ledger/status-groups.ts';
import type { ConfigOptions } from '../config-file.ts';
import type { FormatOptions } from '../format.ts';
import type { SentOptions } from '../sent-draft.ts';

/** What the command line says. */
export interface StatusOptions extends FormatOptions, ConfigOptions, SentOptions {
  readonly ignore?: boolean;
  readonly by: Grouping;
  readonly on?: string;
  readonly days: number;
  readonly stale: number;
  readonly lead?: string;
  readonly due?: string;
  readonly all?: true;
  /** A month as YYYY-MM. */
  readonly bulletin?: string;
  /** States of open targets that end the run with 1. */
  readonly failOn?: readonly StateName[];
  readonly force?: true;
  readonly lang?: Language;
}
