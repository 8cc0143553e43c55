import type { Reporter } from './reporter.ts';

/** Every format of findings, by name; each loads its own code. */
export const reporters: Readonly<Record<string, () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
};
