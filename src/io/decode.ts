import { isUtf8 } from 'node:buffer';
import { UserError } from '../errors.ts';
import { quotedPath } from './file-errors.ts';

/** Decodes UTF-8, and tables in GB18030, as spreadsheets write them on Chinese systems; a byte order mark stays. @throws UserError where the bytes are something else. */
export function decode(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UserError({
      en: `${quotedPath(path)} is UTF-16; save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)`,
      zh: `${quotedPath(path)}是 UTF-16 编码；请另存为 UTF-8（记事本：另存为，编码选 UTF-8）`,
    });
  // several times as fast as a decoder that refuses what is no UTF-8
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
  const chinese = isGb18030(bytes);
  if (chinese && /\.csv$/i.test(path)) return new TextDecoder('gb18030').decode(bytes);
  throw new UserError(
    chinese
      ? {
          en: `${quotedPath(path)} is not UTF-8 but looks like GB18030; save it as UTF-8, or run: iconv -f GB18030 -t UTF-8`,
          zh: `${quotedPath(path)}不是 UTF-8，像是 GBK（GB18030）编码；请另存为 UTF-8，或运行：iconv -f GB18030 -t UTF-8`,
        }
      : {
          en: `${quotedPath(path)} is not a text in UTF-8; save it as UTF-8`,
          zh: `${quotedPath(path)}不是 UTF-8 文本；请另存为 UTF-8`,
        },
  );
}

function isGb18030(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return /\p{Script=Han}{2}/u.test(text) && !text.includes('\0');
  } catch {
    return false;
  }
}
