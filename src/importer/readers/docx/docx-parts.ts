import { posix } from 'node:path';
import { refusal } from '../refusals.ts';
import { readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** The parts of a Word file by their names in its zip; those that it lacks are undefined. */
export interface DocxParts {
  readonly document: string;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
  readonly footnotes: string | undefined;
  readonly endnotes: string | undefined;
  readonly settings: string | undefined;
  readonly core: string | undefined;
  /** Headers, then footers. */
  readonly margins: readonly string[];
}

/** What a part is related to, by the ids of its relations. */
export const relatedTo = (zip: Zip, part: string): ReadonlyMap<string, string> =>
  new Map(relationsOf(zip, part).map(({ id, target }) => [id, target]));

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What a part is related to, by the last word of the relation’s type. */
function relationsOf(zip: Zip, part: string): Relation[] {
  const folder = posix.dirname(part);
  const bytes = zip.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  const relations: Relation[] = [];
  const open = (
    name: string,
    { Id = '', Type = '', Target = '', TargetMode }: Readonly<Record<string, string>>,
  ): void => {
    if (!name.endsWith('Relationship') || TargetMode === 'External') return;
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
    relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target });
  };
  if (bytes) readXml(bytes, { open, close: () => undefined });
  return relations;
}

/** Finds the parts of a Word file. @throws UserError where it is none */
export function partsOf(zip: Zip): DocxParts {
  const roots = relationsOf(zip, '');
  const named = (relations: readonly Relation[], type: string, usual: string): string | undefined =>
    [...relations.filter((relation) => relation.type === type).map(({ target }) => target), usual].find(
      (name) => zip.has(name),
    );
  const document = named(roots, 'officeDocument', 'word/document.xml');
  if (document === undefined) throw refusal('notWord');
  const relations = relationsOf(zip, document);
  const beside = (type: string): string | undefined =>
    named(relations, type, posix.join(posix.dirname(document), `${type}.xml`));
  const margins = ['header', 'footer'].flatMap((type) =>
    relations.filter((relation) => relation.type === type).map(({ target }) => target),
  );
  return {
    document,
    styles: beside('styles'),
    numbering: beside('numbering'),
    footnotes: beside('footnotes'),
    endnotes: beside('endnotes'),
    settings: beside('settings'),
    core: named(roots, 'core-properties', 'docProps/core.xml'),
    margins: [...new Set(margins)].sort(),
  };
}
