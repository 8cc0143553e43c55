import { crc32, deflateRawSync } from 'node:zlib';
import { refusal } from '../readers/refusals.ts';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LOCATOR = 0x07064b50;
const WIDE = 0xffffffff;
/** The flag of an entry whose sizes stand behind it. */
const SIZES_BEHIND = 8;
/** The flag of a name in UTF-8. */
const UTF8 = 0x800;
/** 1 January 1980, midnight, the first that a zip can say: no clock. */
const FIRST_DAY = 0x21;

/** An entry as it is copied. */
interface Copied {
  readonly name: Buffer;
  readonly central: Buffer;
  readonly data: Buffer;
}

/**
 * A zip file with some of its entries replaced and new ones behind them (APPNOTE.TXT 6.3.10). All other entries keep their order, their
 * packed bytes, names, times and attributes. What is said in 64 bits (ZIP64), as some programs say all sizes, is said in 32: no document is larger.
 * @param changes contents by the names of entries
 * @throws UserError where it is no zip file
 */
export function zipWith(bytes: Uint8Array, changes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(zip);
  const old = entriesOf(zip, end);
  const names = new Set(old.map(({ name }) => name.toString()));
  const entries = [
    ...old.map((entry) => {
      const content = changes.get(entry.name.toString());
      return content ? packed(entry.name, entry.central, content) : entry;
    }),
    ...[...changes].flatMap(([name, content]) =>
      names.has(name) ? [] : [packed(Buffer.from(name), newCentral(), content)],
    ),
  ];
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, central, data } of entries) {
    central.writeUInt32LE(at, 42);
    directory.push(central, ...(central.length === 46 ? [name] : []));
    const local = localOf(central, name);
    pieces.push(local, name, data);
    at += local.length + name.length + data.length;
  }
  return Buffer.concat([...pieces, ...directory, lastRecord(zip, end, entries.length, at, directory)]);
}

function endOf(zip: Buffer): number {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end === -1 || zip.readUInt32LE(end) !== END) throw refusal('brokenZip');
  return end;
}

function entriesOf(zip: Buffer, end: number): Copied[] {
  const entries: Copied[] = [];
  let at = directoryAt(zip, end);
  while (at + 46 <= end && zip.readUInt32LE(at) === CENTRAL) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    ) as [number, number, number];
    const next = at + 46 + nameLength + extraLength + commentLength;
    const behindName = at + 46 + nameLength;
    const extra = zip.subarray(behindName, behindName + extraLength);
    const fields = [24, 20, 42].map((offset) => zip.readUInt32LE(at + offset));
    const [size, packedSize, offset] = inWide(extra, fields) as [number, number, number];
    const kept = withoutWide(extra);
    const central = Buffer.concat([
      zip.subarray(at, behindName),
      kept,
      zip.subarray(behindName + extraLength, next),
    ]);
    central.writeUInt16LE(kept.length, 30);
    central.writeUInt32LE(packedSize, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(central.readUInt16LE(8) & ~SIZES_BEHIND, 8);
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const name = central.subarray(46, 46 + nameLength);
    entries.push({ name, central, data: zip.subarray(start, start + packedSize) });
    at = next;
  }
  return entries;
}

/** Where the directory begins, which a record of its own says where that takes 64 bits. */
function directoryAt(zip: Buffer, end: number): number {
  const start = zip.readUInt32LE(end + 16);
  const locator = end - 20;
  if (start !== WIDE || locator < 0 || zip.readUInt32LE(locator) !== LOCATOR) return start;
  return Number(zip.readBigUInt64LE(Number(zip.readBigUInt64LE(locator + 8)) + 48));
}

/** The fields of an extra field: what each is, and its bytes with their head. */
function extrasIn(extra: Buffer): { readonly id: number; readonly bytes: Buffer }[] {
  const found: { readonly id: number; readonly bytes: Buffer }[] = [];
  for (let at = 0; at + 4 <= extra.length;) {
    const next = at + 4 + extra.readUInt16LE(at + 2);
    found.push({ id: extra.readUInt16LE(at), bytes: extra.subarray(at, next) });
    at = next;
  }
  return found;
}

/** Sizes and offset, those that are said in 64 bits from there. */
function inWide(extra: Buffer, fields: readonly number[]): number[] {
  const wide = extrasIn(extra).find(({ id }) => id === 1)?.bytes;
  let next = 4;
  return fields.map((field) => {
    if (field !== WIDE || !wide || next + 8 > wide.length) return field;
    next += 8;
    return Number(wide.readBigUInt64LE(next - 8));
  });
}

const withoutWide = (extra: Buffer): Buffer =>
  Buffer.concat(extrasIn(extra).flatMap(({ id, bytes }) => (id === 1 ? [] : [bytes])));

/** An entry with another content, packed. */
function packed(name: Buffer, old: Buffer, content: Uint8Array): Copied {
  const central = Buffer.from(old);
  const data = deflateRawSync(content);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  return { name, central, data };
}

function newCentral(): Buffer {
  const central = Buffer.alloc(46);
  central.writeUInt32LE(CENTRAL, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(UTF8, 8);
  central.writeUInt16LE(FIRST_DAY, 14);
  return central;
}

/** The record before the content of an entry, as its directory has it. */
function localOf(central: Buffer, name: Buffer): Buffer {
  const local = Buffer.alloc(30);
  local.writeUInt32LE(LOCAL, 0);
  central.copy(local, 4, 6, 28);
  local.writeUInt16LE(name.length, 26);
  return local;
}

function lastRecord(
  zip: Buffer,
  end: number,
  count: number,
  start: number,
  directory: readonly Buffer[],
): Buffer {
  const last = Buffer.from(zip.subarray(end));
  last.writeUInt16LE(count, 8);
  last.writeUInt16LE(count, 10);
  last.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  last.writeUInt32LE(start, 16);
  return last;
}
