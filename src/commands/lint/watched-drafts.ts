import { dirname } from 'node:path';
import type { Diagnostic } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import { readText, type Io } from '../../io.ts';
import { checkedOf, type Checked } from '../../lint/checked.ts';
import { Drafts } from '../../lint/drafts.ts';
import { lint, type Settings } from '../../lint/lint.ts';
import { askedFiles, hasPlugins, isSetAnew } from './asked-files.ts';
import type { ChangedFiles } from './changed-files.ts';
import type { BaselineOptions } from './baseline-file.ts';
import type { ConfigOptions } from '../config-file.ts';
import type { ProjectDrafts } from '../drafts.ts';
import type { LintRun } from './lint-options.ts';
import type { DraftChecker } from './lint-run.ts';

/** What a watch knows of a draft. */
interface Known {
  /** What lint asked for to check it; undefined while that is not known, so that any change may concern it. */
  asked?: ReadonlySet<string>;
  /** What was found in it; undefined where it could not be checked. */
  found?: readonly Diagnostic[];
}

/** The drafts of a watch: open from one turn to the next, so that of a draft that is checked again only what has changed is read anew. */
export class WatchedDrafts implements DraftChecker {
  readonly #drafts = new Drafts();
  readonly #io: Io;
  #known = new Map<string, Known>();

  constructor(io: Io) {
    this.#io = io;
  }

  check(file: string, settings: Settings): Checked {
    const { asked, read } = askedFiles(this.#io);
    const known: Known = { asked };
    this.#known.set(file, known);
    const linted = lint(file, readText(this.#io, file), read, { ...settings, drafts: this.#drafts });
    return checkedOf(linted);
  }

  /** Notes what was found, without what baselines hold back. */
  take({ byDraft, heldBack }: LintRun): void {
    for (const { file, diagnostics } of byDraft) {
      const known = this.#known.get(file);
      if (known) known.found = diagnostics.filter((each) => heldBack?.known.has(each) !== true);
    }
  }

  /** Forgets what is no longer among the drafts; whether there was any. */
  keep({ files }: ProjectDrafts): boolean {
    const gone = [...this.#known.keys()].filter((file) => !files.includes(file));
    for (const file of gone) this.#known.delete(file);
    return gone.length > 0;
  }

  /** Notes section files that are checked with a draft: they change with it. */
  cover({ files, covered }: ProjectDrafts): void {
    for (const file of files)
      if (covered.has(file)) this.#known.set(file, { asked: new Set([file]), found: [] });
  }

  /** The drafts that a change concerns: new ones, those that could not be checked, and those for which lint asked for what has changed, and all that rules of plugins check. */
  concerned(
    { files, findConfig }: ProjectDrafts,
    changed: ChangedFiles,
    options: ConfigOptions & BaselineOptions,
  ): readonly string[] {
    return files.filter((file) => {
      const { asked, found } = this.#known.get(file) ?? {};
      if (asked === undefined || found === undefined) return true;
      if ([file, ...asked].some((each) => changed.has(each))) return true;
      try {
        // rules of plugins may have looked at anything
        return (
          hasPlugins(findConfig(dirname(file))) || isSetAnew(file, findConfig, changed, options, this.#io)
        );
      } catch (error) {
        // why is said where it is checked
        if (error instanceof UserError) return true;
        throw error;
      }
    });
  }

  /** Lets any change concern every draft, as after one by which none of them could be checked. */
  doubtAll(): void {
    this.#known = new Map([...this.#known.keys()].map((file) => [file, {}]));
  }

  /** All that lint asked for. */
  get asked(): readonly string[] {
    return [...this.#known].flatMap(([file, { asked = [] }]) => [file, ...asked]);
  }

  /** How much is known to be wrong in all drafts, each finding once; undefined where a draft could not be checked. */
  get findings(): readonly Diagnostic[] | undefined {
    const all = new Map<string, Diagnostic>();
    for (const { found } of this.#known.values()) {
      if (found === undefined) return undefined;
      for (const each of found)
        all.set(JSON.stringify([each.file, each.rule, each.range, each.message.en]), each);
    }
    return [...all.values()];
  }
}
