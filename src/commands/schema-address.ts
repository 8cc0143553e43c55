import { dirname, join, relative, resolve } from 'node:path';
import type { Language } from '../diagnostic.ts';
import { exists, type Io } from '../io.ts';

/** Where an editor finds the schema from a draft: in a checkout or installation above it, else on the web. */
export function schemaAddress(io: Io, out: string, keys: Language, version: string): string {
  const name = keys === 'zh' ? 'report.zh.schema.json' : 'report.schema.json';
  const folder = dirname(resolve(io.cwd, out));
  for (let above = folder; ; above = dirname(above)) {
    for (const place of [
      join(above, 'node_modules/workreport/schemas', name),
      ...(exists(io, join(above, 'bin/report.js')) ? [join(above, 'schemas', name)] : []),
    ])
      if (exists(io, place)) return relative(folder, place).replaceAll('\\', '/');
    if (dirname(above) === above) return `https://unpkg.com/workreport@${version}/schemas/${name}`;
  }
}

/** The first line of a section file, by which editors find its schema. */
export function sectionHead(io: Io, file: string, keys: Language, version: string): string {
  const address = schemaAddress(io, file, keys, version).replace(
    /report(\.zh)?\.schema\.json$/,
    'section$1.schema.json',
  );
  return `# yaml-language-server: $schema=${address.replaceAll(/\s/g, encodeURIComponent)}\n`;
}
