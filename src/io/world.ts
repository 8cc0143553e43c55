/** A stream that text goes to, and documents that are none. */
export interface Output {
  /** Writes what people or programs read on the spot; a `document` is what is published, and stays as it is wherever nothing would obey it; `commands` are meant for the build service, which obeys them. */
  write(text: string, kind?: 'document' | 'commands'): void;
  /** Writes a document that is no text, never where somebody would read it on the spot; left out, the stream takes text only. */
  writeBytes?(bytes: Uint8Array): void;
  readonly isTTY: boolean;
  /** Width in cells, where it is a terminal. */
  readonly columns: number | undefined;
  /** Whether a build service may obey lines of it as commands. */
  readonly isLog?: boolean;
  /** What kept a text from being written whole; undefined while nothing did. A reader that stops early is no error. */
  readonly failure?: () => Error | undefined;
}

/** Refuses a number of bytes. @throws UserError */
export type CheckSize = (bytes: number) => void;

/** The outside world: everything that a command may touch. Paths count from `cwd`. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The locale that the system is set to, as a language tag, where the environment does not say one. */
  readonly locale?: string | undefined;
  /** What another program may read. */
  readonly stdout: Output;
  /** What is said to a person about the run. */
  readonly stderr: Output;
  /** Whether a person can answer questions. */
  readonly interactive: boolean;
  /** Today as YYYY-MM-DD, by the local clock. */
  readonly today: string;
  /** Everything that another program sends, as long as its size is not refused. */
  readonly stdin?: (checkSize: CheckSize) => Uint8Array | Promise<Uint8Array>;
  /** Whether a person sits at standard input, so that nothing comes from it until they type. */
  readonly stdinIsTTY?: boolean;
  /** A file whose content came from standard input: whoever reads it gets these bytes, whatever the disk holds. */
  readonly sent?: SentFile;
  /** Begins to watch files. @throws UserError where the system does not allow it */
  readonly watch?: (asked: WatchOptions) => Promise<Watch>;
}

/** What is watched; all paths are whole and real. */
export interface WatchOptions {
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** Whether a file in the folders is of interest. */
  readonly wanted: (path: string) => boolean;
}

/** What a watch says: paths that changed, or that a signal ended it, with the exit code that this means. */
export type Turn = { readonly changed: ReadonlySet<string> } | { readonly ended: number };

/** A watch that goes on. */
export interface Watch {
  /** Watches more files, wherever they are. */
  add(files: readonly string[]): void;
  /** What changed since the last turn, once nothing more does. @throws UserError where the watch broke */
  next(): Promise<Turn>;
  close(): Promise<void>;
}

/** What another program sent in place of a file. */
export interface SentFile {
  /** The whole path that it stands for. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
