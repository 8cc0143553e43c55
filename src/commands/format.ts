import { extname } from 'node:path';
import type { Words } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { isFolder, isStandardOutput, type Io } from '../io.ts';
import { printableName } from '../source/printable.ts';

/** Endings of files by format, where they are more or others than its name. */
const endings: Readonly<Record<string, readonly string[]>> = {
  text: ['.txt'],
  md: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  markdown: ['.md', '.markdown'],
  sarif: ['.sarif', '.sarif.json'],
  junit: ['.xml'],
  // files of theirs end as others do
  github: [],
  gitlab: [],
};

const endingsOf = (format: string): readonly string[] => endings[format] ?? [`.${format}`];

/** What the command line says of a format and of where the document goes. */
export interface FormatOptions {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
}

/**
 * The format of a document: the one asked for, else that of the ending of the file it goes to, else the usual one of the
 * command; `more` is said besides. @throws UserError where the ending tells none of `formats`
 */
export function formatOf<Name extends string>(
  { format, out }: FormatOptions,
  formats: Readonly<Record<Name, unknown>>,
  usual: NoInfer<Name>,
  io: Io,
  more: Words = { en: '', zh: '' },
): Name {
  // of one format the command line allows no other
  if (format !== undefined) return format as Name;
  const known = Object.keys(formats) as Name[];
  if (out === undefined || !isFileName(out, io)) return usual;
  const name = out.toLowerCase();
  const ending = name.endsWith('.sarif.json') ? '.sarif.json' : extname(name);
  const found = known.find((each) => endingsOf(each).includes(ending));
  if (found !== undefined) return found;
  const all = known.flatMap((each) => endingsOf(each)[0] ?? []);
  const shown = `“${printableName(out)}”`;
  throw new UserError({
    en: `the format cannot be told from ${shown}: end it in ${all.slice(0, -1).join(', ')}${all.length > 1 ? ' or ' : ''}${all.at(-1)}, or write --to <format>${more.en}`,
    zh: `从${shown}看不出要哪种格式：文件名请以 ${all.join('、')} 结尾，或写明 --to <格式>${more.zh}`,
  });
}

/** Whether an output is a file, whose name can say what it is: no stream, folder or device. */
const isFileName = (out: string, io: Io): boolean =>
  !isStandardOutput(out) && !isFolder(io, out) && !/[\\/]$/.test(out) && !out.startsWith('/dev/');

/** Refuses a name for a draft that says it is something else. @throws UserError */
export function checkDraftName(out: string | undefined, io: Io): void {
  if (out === undefined || !isFileName(out, io)) return;
  if (/\.ya?ml$/i.test(out)) return;
  const shown = `“${printableName(out)}”`;
  throw new UserError({
    en: `${shown} cannot hold a draft, which is YAML: end the name in .report.yaml (\`report render\` writes other formats)`,
    zh: `${shown}不能作稿子的文件名：稿子是 YAML，文件名请以 .report.yaml 结尾（其他格式用 report render 输出）`,
  });
}
