import { UserError } from '../../errors.ts';
import { readBytes, textSize, type Io } from '../../io.ts';
import { pdfProgram, printPdf, type PdfProgram } from '../../io/pdf.ts';
import type { Reading } from '../../reading/reading.ts';
import { formats } from '../../render/index.ts';
import { printableName } from '../../source/printable.ts';
import type { Paper, RenderOptions } from '../../render/renderer.ts';

/** What the command line says of paper. */
export interface PaperOptions {
  readonly margins?: readonly [number, number, number, number];
  readonly pageNumbers?: 'outside' | 'center' | 'none';
  /** An office’s own Word file. */
  readonly reference?: string;
}

/** How printed documents look, and what makes PDF files of them where one is asked for. */
export interface Press {
  readonly paper: Paper;
  readonly program: PdfProgram | undefined;
}

/** What is needed to print, before anything is written. @throws UserError where the office’s file is none, or no program makes PDF files */
export async function pressOf(
  wanted: readonly string[],
  { margins, pageNumbers, reference }: PaperOptions,
  io: Io,
): Promise<Press> {
  const bytes = reference === undefined ? undefined : readBytes(io, reference, textSize(reference));
  if (bytes && reference !== undefined)
    await named(reference, async () => (await import('../../render/docx/reference.ts')).readHouseFile(bytes));
  const isPrinted = wanted.some((format) => formats[format]?.printed === true);
  return {
    paper: { margins, pageNumbers, reference: bytes },
    program: isPrinted ? pdfProgram(io) : undefined,
  };
}

/** A report in a format: as its renderer gives it, or as a program of this machine prints that. */
export async function rendered(
  format: string,
  reading: Reading,
  options: RenderOptions,
  { paper, program }: Press,
): Promise<string | Uint8Array> {
  const { load, printed } = formats[format] as (typeof formats)[string];
  const given = { ...options, paper };
  if (printed !== true || program === undefined) return (await load())(reading, given);
  const source = formats[program.prints] as (typeof formats)[string];
  return printPdf(program, await (await source.load())(reading, given));
}

/** What is wrong with a file, with its name. @throws UserError */
async function named(file: string, read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { en, zh } = error.words;
    throw new UserError({ en: `“${printableName(file)}”: ${en}`, zh: `“${printableName(file)}”：${zh}` });
  }
}
