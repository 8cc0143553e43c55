import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The parts of a package, by their paths. */
export type PackageParts = Map<string, Uint8Array>;

export const packageParts = (bytes: Uint8Array): PackageParts => new Map(Object.entries(unzipSync(bytes)));

/** The text of a part; empty where there is none. */
export const textOf = (parts: PackageParts, path: string): string =>
  strFromU8(parts.get(path) ?? new Uint8Array());

/** Rewrites a part that there is. */
export function edit(parts: PackageParts, path: string, change: (xml: string) => string): void {
  if (parts.has(path)) parts.set(path, strToU8(change(textOf(parts, path))));
}

/** A package whose bytes depend on its parts only: no clock, the same order, the same compression on every machine. */
export function zipped(parts: PackageParts): Uint8Array {
  // ZIP counts from 1980 by the local clock
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  const first = ['[Content_Types].xml', '_rels/.rels'];
  const paths = [...first, ...[...parts.keys()].filter((path) => !first.includes(path)).sort()];
  for (const path of paths) {
    const bytes = parts.get(path);
    if (bytes) files[path] = [bytes, { level: 6, mtime }];
  }
  return zipSync(files);
}

/** What `docx` makes of chance and of the clock is taken out: when a file was made, ids of relations, of bookmarks and of pictures. */
export function settle(parts: PackageParts): void {
  edit(parts, 'docProps/core.xml', (xml) =>
    xml.replace(/<(dcterms:(?:created|modified)|cp:lastModifiedBy|cp:revision)\b[^>]*>[^<]*<\/\1>/g, ''),
  );
  for (const path of [...parts.keys()].filter((each) =>
    /^word\/(?:document|footnotes|endnotes)\.xml$/.test(each),
  )) {
    const relations = path.replace(/^word\//, 'word/_rels/') + '.rels';
    const names = new Map<string, string>();
    const name = (id: string): string => {
      const known = names.get(id) ?? `rId${names.size + 1}`;
      names.set(id, known);
      return known;
    };
    edit(parts, relations, (xml) => xml.replace(/(?<= Id=")[^"]*/g, name));
    edit(parts, path, (xml) => numbered(xml.replace(/(?<= r:(?:id|embed|link)=")[^"]*/g, name)));
  }
}

/** Ids that only have to differ within a part, in its order. */
function numbered(xml: string): string {
  const marks = new Map<string, number>();
  let pictures = 0;
  return xml
    .replace(/<w:bookmark(Start|End)\b[^>]*>/g, (tag) =>
      tag.replace(/(?<= w:id=")[^"]*/, (id) => {
        const number = marks.get(id) ?? marks.size + 1;
        marks.set(id, number);
        return String(number);
      }),
    )
    .replace(/(?<=<wp:docPr\b[^>]* id=")[^"]*/g, () => String(++pictures));
}
