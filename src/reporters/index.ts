import { audiences, type Format } from '../messages/formats.ts';
import type { Reporter } from './reporter.ts';

/** Every format of findings, by name, in the order of the help; each loads its own code. */
export const reporters = {
  text: { audience: audiences.people, load: async () => (await import('./text.ts')).textReporter },
  json: { audience: audiences.programs, load: async () => (await import('./json.ts')).jsonReporter },
} as const satisfies Readonly<Record<string, Format & { readonly load: () => Promise<Reporter> }>>;
