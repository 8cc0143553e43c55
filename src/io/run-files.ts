import { decode } from './decode.ts';
import { digest } from './digest.ts';
import { readBeside, readBesideBytes, readNamedBytes } from './read.ts';
import type { Io } from './world.ts';

/** The files of a run, each read once: what is compared, what is checked and what is shown are the same bytes. */
export class RunFiles {
  /** Reads texts and looks up pictures for lint. */
  readonly reader: ReturnType<typeof readBeside>;
  readonly #io: Io;
  readonly #bytes = new Map<string, Uint8Array | undefined>();
  readonly #digests = new Map<string, string>();

  constructor(io: Io) {
    const { leaves, asset } = readBeside(io);
    this.#io = io;
    this.reader = Object.assign(
      (file: string) => {
        const bytes = this.beside(file);
        return bytes && decode(bytes, file);
      },
      { leaves, asset },
    );
  }

  /** A file that was named. @throws UserError where it cannot be read */
  named(file: string): Uint8Array {
    const bytes = this.#bytes.get(file) ?? readNamedBytes(this.#io, file);
    this.#bytes.set(file, bytes);
    return bytes;
  }

  /** A file that another names; undefined where there is none. @throws UserError where it cannot be read */
  beside(file: string): Uint8Array | undefined {
    const known = this.#bytes.get(file);
    if (known !== undefined || this.#bytes.has(file)) return known;
    const bytes = readBesideBytes(this.#io, file);
    this.#bytes.set(file, bytes);
    return bytes;
  }

  /** The digest of a file that another names; empty where there is none. */
  digest(file: string): string {
    const known = this.#digests.get(file);
    if (known !== undefined) return known;
    const bytes = this.beside(file);
    const made = bytes === undefined ? '' : digest(bytes);
    this.#digests.set(file, made);
    return made;
  }
}
