import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { isStandardOutput, realPath, type Io } from '../../io.ts';
import { reporters, type FindingsFormatName } from '../../reporters/index.ts';
import { printableName } from '../../source/printable.ts';
import { formatOf } from '../format.ts';
import type { LintOptions } from './lint-options.ts';

/** Where findings go, in which format; without a file, to standard output. */
export interface LintOutput {
  readonly format: FindingsFormatName;
  readonly file?: string;
  /** Whether findings of an earlier run in the file give way to new ones. */
  readonly anew?: true;
}

/**
 * What the options ask to be printed: `--format sarif=out.sarif` names its file, `-o` that of the format without one, which else is told by the ending.
 * @throws UserError where two would go to one place, or counts are asked for where none can stand
 */
export function outputsOf(
  { format: given = [], out, statistics }: LintOptions,
  io: Io,
): readonly LintOutput[] {
  const asked = given.map(read);
  const bare = asked.filter(({ file }) => file === undefined);
  const filed = asked.filter(({ file }) => file !== undefined);
  const [first, second] = bare;
  if (first && second) throw twice(first.format, second.format, out);
  const usual =
    first?.format ??
    (out !== undefined || asked.length === 0 ? formatOf({ out }, reporters, 'text', io) : undefined);
  const all: readonly LintOutput[] = [
    ...(usual === undefined ? [] : [{ format: usual, ...(out !== undefined && { file: out }) }]),
    ...filed,
  ];
  const outputs = all.map((output) =>
    output.file !== undefined && isStandardOutput(output.file) ? { format: output.format } : output,
  );
  refuseSame(outputs, io);
  if (statistics && !outputs.some(({ format }) => COUNTED.has(format))) throw uncounted(outputs);
  return outputs;
}

/** The formats that have counts by rule. */
const COUNTED: ReadonlySet<FindingsFormatName> = new Set(['text', 'json']);

function uncounted(outputs: readonly LintOutput[]): UserError {
  const formats = [...new Set(outputs.map(({ format }) => format))];
  return new UserError({
    en: `--statistics is shown as text or in JSON, not as ${formats.join(' or ')}; add --format text or --format json, or leave --statistics out`,
    zh: `--statistics 的个数只在文本和 JSON 里列出，${formats.join('、')} 里没有；请加上 --format text 或 --format json，或去掉 --statistics`,
  });
}

/** `sarif=out.sarif`, whose format the command line has looked at. */
function read(word: string): LintOutput {
  const [format = ''] = word.split('=');
  const file = word.slice(format.length + 1);
  return { format: format as FindingsFormatName, ...(word.includes('=') && { file, anew: true }) };
}

const twice = (one: string, other: string, out: string | undefined): UserError => {
  const place = out === undefined ? undefined : `“${printableName(out)}”`;
  return new UserError({
    en: `--format ${one} and --format ${other} would both go to ${place ?? 'standard output'}; name a file for one of them: --format ${other}=<file>`,
    zh: `--format ${one} 和 --format ${other} 都会写到${place ?? '标准输出'}；请给其中一个写明文件：--format ${other}=<文件>`,
  });
};

/** Refuses two formats in one place. @throws UserError */
function refuseSame(outputs: readonly LintOutput[], io: Io): void {
  const places = new Map<string, LintOutput>();
  for (const output of outputs) {
    const place = output.file === undefined ? '-' : realPath(resolve(io.cwd, output.file));
    const other = places.get(place);
    if (other) throw twice(other.format, output.format, output.file);
    places.set(place, output);
  }
}
