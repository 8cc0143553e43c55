import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env['REPORT_OFFICIAL_SCHEMAS'];

/** A schema as its standard publishes it, from the folder that REPORT_OFFICIAL_SCHEMAS names; undefined, and said, where it is not there. */
export function officialSchema(name: string): string | undefined {
  const path = join(folder ?? '', name);
  if (folder !== undefined && existsSync(path)) return readFileSync(path, 'utf8');
  console.log(`skipped: what is held against ${name} (REPORT_OFFICIAL_SCHEMAS names no folder with it)`);
  return undefined;
}
