import type { Language } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import type { SourceDocument } from '../../importer/block.ts';
import { checkSize } from '../../importer/readers/decode.ts';
import { readDocument } from '../../importer/read.ts';
import { readBytes, type Io } from '../../io.ts';
import type { ConfigOptions } from '../config-file.ts';

export interface ImportCommandOptions extends ConfigOptions {
  readonly out?: string;
  readonly year?: number;
  readonly yearStart?: number;
  readonly yearNamed?: 'start' | 'end';
  readonly organization?: string;
  readonly title?: string;
  readonly language?: Language;
  readonly keys?: Language;
  readonly template?: string;
  readonly into?: string;
  readonly section?: string;
  readonly keepAll?: true;
  /** The file that takes the whole list of what was left out. */
  readonly leftOut?: string;
  readonly figures: boolean;
  readonly force?: true;
  readonly lang?: Language;
  readonly version: string;
}

/** Reads a document; `-` is what another program sends. @throws UserError */
export async function readImportSource(name: string, io: Io): Promise<SourceDocument> {
  return (await readSourceBytes(name, io)).document;
}

/** Reads a document, with the bytes that it was read from. @throws UserError */
export async function readSourceBytes(
  name: string,
  io: Io,
): Promise<{ readonly document: SourceDocument; readonly bytes: Uint8Array }> {
  const bytes =
    name === '-' ? ((await io.stdin?.(checkSize)) ?? new Uint8Array()) : readBytes(io, name, checkSize);
  checkSize(bytes.length);
  const document = await readDocument(name, bytes);
  if (document.blocks.length === 0) throw new UserError({ en: 'there is no text in it', zh: '其中没有文字' });
  return { document, bytes };
}
