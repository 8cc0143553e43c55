import type { Finding, Path, Place, Words } from '../../diagnostic.ts';
import type { Sources } from '../../model/report.ts';
import type { CsvTable } from '../../source/csv.ts';

/** A finding on a cell of a CSV file at the key that names the file, with the line of the cell; any other as it is. */
export function atFileKey(
  finding: Finding,
  tables: ReadonlyMap<object, CsvTable>,
  sources: Sources,
): Finding {
  if (tables.size === 0) return finding;
  const related = finding.related?.map(({ note, ...place }) => {
    const cell = inCsv(place, tables, sources);
    return cell
      ? { path: cell.path, note: { en: `${note.en}, ${cell.line.en}`, zh: `${note.zh}，${cell.line.zh}` } }
      : { ...place, note };
  });
  const cell = inCsv(finding, tables, sources);
  if (cell === undefined) return related ? { ...finding, related } : finding;
  const { span: _, fix: __, at: ___, ...rest } = finding;
  return { ...rest, path: cell.path, related: [{ path: cell.path, note: cell.line }, ...(related ?? [])] };
}

function inCsv(
  { path }: Place,
  tables: ReadonlyMap<object, CsvTable>,
  sources: Sources,
): { readonly path: Path; readonly line: Words } | undefined {
  const [file, ...keys] = path;
  let data = sources.get(file)?.data;
  for (const [index, key] of keys.entries()) {
    if (typeof data !== 'object' || data === null) return undefined;
    const table = tables.get(data);
    if (table && (key === 'rows' || key === 'columns')) {
      const line = key === 'columns' ? 1 : (table.lines.get(String(keys[index + 1])) ?? 1);
      return {
        path: [file, ...keys.slice(0, index), 'file'],
        line: { en: `line ${line} of ${table.file}`, zh: `${table.file}第${line}行` },
      };
    }
    data = (data as Record<string | number, unknown>)[key];
  }
  return undefined;
}
