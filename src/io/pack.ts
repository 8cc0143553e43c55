import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from './digest.ts';

/** The most that one pack holds, in bytes; what was written longest ago is left out first. */
const LIMIT = 64 * 1024 * 1024;

/** A pack that nobody has written for so long is removed. */
const FORGOTTEN_DAYS = 30;

const LENGTH = 12;

type Entry = readonly [name: string, length: number, digest: string];

/**
 * Values by name, kept in one file from run to run: its length of head, a head that lists them, and their bytes. What cannot be read, is
 * damaged, belongs to another user or was written under another key is as if it were not there; what cannot be written is not kept. A run
 * at the same time reads all of the file or the one before it.
 */
export class Pack {
  readonly #file: string;
  readonly #key: string;
  readonly #places = new Map<
    string,
    { readonly start: number; readonly length: number; readonly digest: string }
  >();
  readonly #limit: number;
  #fd: number | undefined;

  /** Opens a pack; `key` names what its values depend on as a whole, such as the version of the program. */
  constructor(file: string, key: string, limit = LIMIT) {
    this.#file = file;
    this.#key = key;
    this.#limit = limit;
    quietly(() => this.#open());
  }

  /** The bytes of a name; undefined where there are none. */
  get(name: string): Uint8Array | undefined {
    const place = this.#places.get(name);
    const bytes = place && quietly(() => this.#read(place.start, place.length));
    return bytes && digest(bytes) === place?.digest ? bytes : undefined;
  }

  /** Writes values beside those that are kept, which stay as long as there is room. */
  add(values: ReadonlyMap<string, Uint8Array>): void {
    if (values.size === 0) return;
    const all = new Map(values);
    let size = 0;
    for (const bytes of all.values()) size += bytes.length;
    for (const [name, { length }] of this.#places) {
      if (all.has(name) || size + length > this.#limit) continue;
      const bytes = this.get(name);
      if (bytes === undefined) continue;
      all.set(name, bytes);
      size += length;
    }
    quietly(() => this.#write(all));
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#places.clear();
  }

  #open(): void {
    this.#fd = openSync(this.#file, 'r');
    const about = fstatSync(this.#fd);
    if (!about.isFile() || (process.getuid !== undefined && about.uid !== process.getuid())) return;
    const head = Number(Buffer.from(this.#read(0, LENGTH)).toString('latin1'));
    if (!Number.isInteger(head) || head < 0 || head > about.size) return;
    const read: unknown = JSON.parse(Buffer.from(this.#read(LENGTH, head)).toString('utf8'));
    const { key, entries } = read as { readonly key: string; readonly entries: readonly Entry[] };
    if (key !== this.#key) return;
    let start = LENGTH + head;
    for (const [name, length, digest] of entries) {
      this.#places.set(name, { start, length, digest });
      start += length;
    }
  }

  #read(start: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    for (let done = 0; done < length;) {
      const count = readSync(this.#fd as number, bytes, done, length - done, start + done);
      if (count === 0) throw new Error('short');
      done += count;
    }
    return bytes;
  }

  #write(values: ReadonlyMap<string, Uint8Array>): void {
    const entries = [...values].map(([name, bytes]): Entry => [name, bytes.length, digest(bytes)]);
    const head = Buffer.from(JSON.stringify({ key: this.#key, entries }));
    const length = Buffer.from(String(head.length).padStart(LENGTH));
    const folder = dirname(this.#file);
    makeFolder(folder, 3);
    const beside = `${this.#file}.${process.pid}.tmp`;
    try {
      writeFileSync(beside, Buffer.concat([length, head, ...values.values()]), { mode: 0o600, flag: 'wx' });
      renameSync(beside, this.#file);
    } catch (error) {
      quietly(() => unlinkSync(beside));
      throw error;
    }
    forget(folder);
  }
}

/** Makes a folder and some above it. Not as many as Node would: below /proc it tries for ever. */
function makeFolder(folder: string, levels: number): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || levels === 1) throw error;
    makeFolder(dirname(folder), levels - 1);
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Removes packs that nobody has written for long, and what a run that was killed left. */
function forget(folder: string): void {
  const before = Date.now() - FORGOTTEN_DAYS * 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder))
    if (/\.pack(?:\.\d+\.tmp)?$/.test(name))
      quietly(() => {
        if (statSync(join(folder, name)).mtimeMs < before) unlinkSync(join(folder, name));
      });
}

/** A cache that fails is none. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
