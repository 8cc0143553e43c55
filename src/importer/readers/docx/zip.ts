import { crc32, inflateRawSync } from 'node:zlib';
import { refusal } from '../refusals.ts';

/** All that is unpacked of one file together may have so many bytes. */
const LARGEST_SUM = 100 * 1024 * 1024;
/** An entry over the first many bytes may be the second times as large as it is packed: text packs to a tenth, a bomb to a thousandth. */
const LARGE = 10 * 1024 * 1024;
const RATIO = 200;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCATOR = 0x07064b50;
const UNKNOWN = 0xffffffff;

/**
 * A zip file, by its central directory (APPNOTE.TXT 6.3.10, 4.3). Node unpacks; what is left is this directory. What an entry unpacks to is bounded while it is
 * unpacked, never by the size that the file claims, and held against its checksum.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left = LARGEST_SUM;

  /** @throws UserError where it is no zip file, or a broken one */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = guarded(() => this.#directory());
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** The content of an entry, undefined where there is none. @throws UserError where it is damaged, encrypted or far too large */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    return entry && guarded(() => this.#unpack(entry));
  }

  #directory(): Map<string, Entry> {
    const end = this.#end();
    const entries = new Map<string, Entry>();
    let at = this.#start(end);
    const count = this.#view.getUint16(end + 10, true);
    // more entries than 65535 are counted elsewhere; the signature ends them
    for (
      let index = 0;
      (count === 0xffff || index < count) && at + 46 <= end && this.#view.getUint32(at, true) === CENTRAL;
      index += 1
    ) {
      const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
        this.#view.getUint16(at + offset, true),
      ) as [number, number, number];
      const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
      if (!entries.has(name)) entries.set(name, this.#entry(at, at + 46 + nameLength, extraLength));
      at += 46 + nameLength + extraLength + commentLength;
    }
    if (entries.size === 0 || (count !== 0xffff && entries.size > count)) throw refusal('brokenZip');
    return entries;
  }

  /** Where the directory begins, which a record of its own says where that takes 64 bits. */
  #start(end: number): number {
    const start = this.#view.getUint32(end + 16, true);
    const locator = end - 20;
    if (start !== UNKNOWN || locator < 0 || this.#view.getUint32(locator, true) !== LOCATOR) return start;
    return Number(this.#view.getBigUint64(Number(this.#view.getBigUint64(locator + 8, true)) + 48, true));
  }

  /** Where the record stands that ends the file, before a comment of up to 65535 bytes. */
  #end(): number {
    for (let at = this.#bytes.length - 22; at >= Math.max(0, this.#bytes.length - 22 - 0xffff); at -= 1)
      if (this.#view.getUint32(at, true) === END) return at;
    throw refusal('brokenZip');
  }

  #entry(at: number, extra: number, extraLength: number): Entry {
    const read = (offset: number): number => this.#view.getUint32(at + offset, true);
    const [size, packed, offset] = [read(24), read(20), read(42)];
    const wide = this.#wide(extra, extra + extraLength, [size, packed, offset]);
    return {
      method: this.#view.getUint16(at + 10, true),
      crc: read(16),
      packed: wide[1] as number,
      offset: wide[2] as number,
    };
  }

  /** Sizes and offset, those that need 64 bits from the extra field for them. */
  #wide(from: number, to: number, sizes: readonly number[]): number[] {
    let next = from;
    while (next + 4 <= to && this.#view.getUint16(next, true) !== 1)
      next += 4 + this.#view.getUint16(next + 2, true);
    next += 4;
    return sizes.map((size) => {
      if (size !== UNKNOWN || next + 8 > to) return size;
      next += 8;
      return Number(this.#view.getBigUint64(next - 8, true));
    });
  }

  #unpack({ method, crc, packed, offset }: Entry): Uint8Array {
    const flags = this.#view.getUint16(offset + 6, true);
    if (this.#view.getUint32(offset, true) !== LOCAL || flags & 1) throw refusal('brokenZip');
    const start =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (start + packed > this.#bytes.length || (method !== 0 && method !== 8)) throw refusal('brokenZip');
    const data = this.#bytes.subarray(start, start + packed);
    const limit = Math.min(this.#left, Math.max(LARGE, packed * RATIO));
    const content = method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, limit) });
    if (content.length > limit) throw refusal('zipBomb');
    if (crc32(content) !== crc) throw refusal('brokenZip');
    this.#left -= content.length;
    return content;
  }
}

/** What Node says of broken data, in words of ours. */
function guarded<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error))
      throw refusal('code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'zipBomb' : 'brokenZip');
    throw error;
  }
}
