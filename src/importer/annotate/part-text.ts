/** The text of an XML part, its byte order mark included, so that it can be written as it was. */
export function decoded(bytes: Uint8Array): string {
  const wide = wideOf(bytes);
  return new TextDecoder(wide ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** A text in the encoding that the part had; a new part is UTF-8. */
export function encoded(text: string, old: Uint8Array | undefined): Uint8Array {
  const wide = old && wideOf(old);
  if (wide === undefined) return Buffer.from(text, 'utf8');
  const bytes = Buffer.from(text, 'utf16le');
  return wide === 'utf-16be' ? bytes.swap16() : bytes;
}

function wideOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
