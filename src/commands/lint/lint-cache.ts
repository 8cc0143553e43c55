import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { cacheFolder, decode, digest, Pack, RunFiles, type Io } from '../../io.ts';
import { checkedOf, type Checked } from '../../lint/checked.ts';
import { lint, type Settings } from '../../lint/lint.ts';
import { noting } from '../../lint/noting.ts';
import type { Asset } from '../../model/published-files.ts';
import { buildId } from '../build-id.ts';

/** What is kept of a draft: all that lint was told, and what it said. */
interface Kept {
  /** The digest of the draft. */
  readonly draft: string;
  /** The day of the run, where a rule asked for it. */
  readonly today?: string;
  readonly answers: readonly (readonly [question: Question, answer: string])[];
  readonly checked: Checked;
}

/** What a draft led lint to ask of the disk. */
type Question =
  readonly ['text' | 'asset' | 'bytes', file: string] | readonly ['leaves', file: string, folder: string];

/**
 * What lint found in earlier runs, in the user’s cache folder, one file for each folder that the program runs in. It is used where it can
 * only be right: every file that was read or looked for is read again and compared by its content, so that times, which may lie, are not
 * asked; the settings, the program and the version of Node are those of then, and the day, where a rule asked for it. Where a file could
 * not be read, or a rule failed, nothing is kept.
 */
export class LintCache {
  readonly #pack: Pack;
  readonly #files: RunFiles;
  readonly #fresh = new Map<string, Uint8Array>();
  readonly #templates = new WeakMap<object, string>();

  constructor(io: Io, folder: string, version: string) {
    const place = join(folder, `lint-${safe(digest(realpathSync(io.cwd)))}.pack`);
    this.#files = new RunFiles(io);
    this.#pack = new Pack(place, [version, buildId, process.version].join(' '));
  }

  /** The cache of a run; undefined where there is no folder for it. */
  static of(io: Io, version: string): LintCache | undefined {
    const folder = cacheFolder(io);
    return folder === undefined ? undefined : new LintCache(io, folder, version);
  }

  /** Checks a draft, or says what was found in it before. @throws UserError where it cannot be read */
  check(file: string, settings: Settings): Checked {
    const draft = this.#files.named(file);
    const name = `${this.#settingsKey(settings)} ${file}`;
    const kept = this.#kept(name);
    if (kept !== undefined && this.#holds(kept, draft, settings)) return kept.checked;
    const answers = new Map<string, readonly [Question, string]>();
    const note = (question: Question, answer: string): void =>
      void answers.set(question.join('\0'), [question, answer]);
    const read = noting(this.#files.reader, {
      text: (asked) => note(['text', asked], this.#files.digest(asked)),
      leaves: (asked, folder, leaves) => note(['leaves', asked, folder], String(leaves)),
      asset: (asked, asset) => note(['asset', asked], printed(asset)),
      bytes: (asked, bytes) => note(['bytes', asked], digest(bytes)),
    });
    const linted = lint(file, decode(draft, file), read, settings);
    const fresh: Kept = {
      draft: digest(draft),
      ...(linted.askedDay && settings.today !== undefined && { today: settings.today }),
      answers: [...answers.values()],
      checked: checkedOf(linted),
    };
    if (linted.crashes.length === 0) this.#fresh.set(name, Buffer.from(JSON.stringify(fresh)));
    return fresh.checked;
  }

  /** Keeps what was found for the next run. */
  save(): void {
    this.#pack.add(this.#fresh);
    this.#pack.close();
  }

  #kept(name: string): Kept | undefined {
    const bytes = this.#pack.get(name);
    return (
      bytes && (JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()) as Kept)
    );
  }

  /** Whether everything is as it was. What cannot be read now is said by lint itself. */
  #holds({ draft, today, answers }: Kept, bytes: Uint8Array, settings: Settings): boolean {
    try {
      return (
        draft === digest(bytes) &&
        (today === undefined || today === settings.today) &&
        answers.every(([question, answer]) => this.#answer(question) === answer)
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return false;
    }
  }

  #answer([ask, file, folder = '']: Question): string {
    const { reader } = this.#files;
    if (ask === 'text') return this.#files.digest(file);
    if (ask === 'leaves') return String(reader.leaves(file, folder));
    const asset = reader.asset(file);
    if (ask === 'asset') return printed(asset);
    return asset.kind === 'file' ? digest(asset.bytes()) : '';
  }

  /** What is checked, and how firmly, in a word. */
  #settingsKey({
    rules,
    levels,
    options,
    terms,
    approximation,
    calendar,
    inline,
    keys,
    templates,
  }: Settings): string {
    const ids = rules?.map(({ id }) => id);
    const own = templates && this.#templatesKey(templates);
    const said = JSON.stringify([ids, levels, options, terms, approximation, calendar, inline, keys, own]);
    return digest(said);
  }

  #templatesKey(templates: readonly object[]): string {
    const known = this.#templates.get(templates) ?? digest(JSON.stringify(templates));
    this.#templates.set(templates, known);
    return known;
  }
}

const printed = (asset: Asset): string => (asset.kind === 'file' ? `file ${asset.size}` : asset.kind);

/** A digest as it may stand in the name of a file. */
const safe = (text: string): string => text.replace(/\W/g, '').slice(0, 22);
