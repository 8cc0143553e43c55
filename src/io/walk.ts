import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../diagnostic.ts';
import { quotedPath } from './file-errors.ts';
import { isIgnored, ignoreRulesIn, type IgnoreRules } from './ignored.ts';
import { isWithin, pathKind } from './read.ts';
import { realPath } from './touched.ts';

/** What a walk found: files by the names they are shown with, what could not be searched, and what was passed over aloud. */
export interface Walked {
  readonly files: string[];
  readonly problems: Words[];
  readonly notes: Words[];
}

/** Where a walk begins and what it looks for. */
export interface WalkOptions {
  /** Whether a file is looked for, by its way from where the walk begins, with slashes. */
  readonly wanted: (way: string) => boolean;
  /** Whether one of them is meant although it is hidden. */
  readonly hiddenToo?: (way: string) => boolean;
  readonly rules: readonly IgnoreRules[];
  /** Real folders that links may lead into. */
  readonly within: readonly string[];
}

interface Place {
  readonly real: string;
  readonly shown: string;
  /** From where the walk began, with slashes, ending in one unless empty. */
  readonly way: string;
}

const SKIPPED = new Set(['node_modules', '.git']);

/** Files that an editor or a system keeps beside others under their name. */
const isCompanion = (name: string): boolean => /^\.[#_]/.test(name);

/**
 * Walks the folders below one. Hidden folders, node_modules and what git ignores are left out. Links to folders are followed once, and never out of `within`.
 * A hidden file that is looked for, and one to which a link leads nowhere or elsewhere, is not passed over in silence.
 */
export function walk(real: string, shown: string, options: WalkOptions): Walked {
  const walker = new Walker(options);
  walker.enter({ real, shown, way: '' }, options.rules);
  walker.followLinks();
  return walker.walked;
}

class Walker {
  readonly walked: Walked = { files: [], problems: [], notes: [] };
  readonly #options: WalkOptions;
  readonly #seen = new Set<string>();
  readonly #links: Place[] = [];

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  enter(place: Place, above: readonly IgnoreRules[]): void {
    if (this.#seen.has(place.real)) return;
    this.#seen.add(place.real);
    let entries: Dirent[];
    try {
      entries = readdirSync(place.real, { withFileTypes: true });
    } catch {
      this.walked.problems.push(unlisted(place.shown));
      return;
    }
    const rules = entries.some(({ name }) => name === '.gitignore')
      ? [...above, ...ignoreRulesIn(place.real)]
      : above;
    for (const entry of entries) {
      const { name } = entry;
      const isFolder = entry.isDirectory();
      const at: Place = {
        real: join(place.real, name),
        shown: join(place.shown, name),
        way: `${place.way}${name}${isFolder ? '/' : ''}`,
      };
      if (SKIPPED.has(name) || isIgnored(rules, at.real, isFolder)) continue;
      if (!isFolder) this.#file(at, name, entry.isSymbolicLink());
      else if (name.startsWith('.')) this.#peek(at);
      else this.enter(at, rules);
    }
  }

  /** Folders that only a link leads to; those of the walk itself were seen. */
  followLinks(): void {
    for (let next = this.#links.shift(); next !== undefined; next = this.#links.shift()) {
      const real = realPath(next.real);
      if (this.#seen.has(real)) continue;
      if (this.#mayEnter(real)) this.enter({ ...next, real, way: `${next.way}/` }, this.#options.rules);
      else this.walked.notes.push(elsewhere(next.shown));
    }
  }

  #mayEnter(real: string): boolean {
    return this.#options.within.some((folder) => isWithin(real, folder));
  }

  #file(at: Place, name: string, isLink: boolean): void {
    const isWanted = this.#options.wanted(at.way);
    const leadsTo = isLink ? pathKind(at.real) : undefined;
    if (leadsTo === 'folder') this.#links.push(at);
    else if (!isWanted || isCompanion(name)) return;
    else if (name.startsWith('.') && this.#options.hiddenToo?.(at.way) !== true)
      this.walked.notes.push(hidden(at.shown));
    else if (isLink && leadsTo === undefined) this.walked.problems.push(deadLink(at.shown));
    else if (isLink && !this.#mayEnter(realPath(at.real))) this.walked.problems.push(outside(at.shown));
    else this.walked.files.push(at.shown);
  }

  /** A hidden folder is not searched, but what is looked for and lies open in it is not passed over in silence. */
  #peek(at: Place): void {
    try {
      for (const name of readdirSync(at.real))
        if (!isCompanion(name) && this.#options.wanted(at.way + name))
          this.walked.notes.push(hidden(join(at.shown, name)));
    } catch {
      // what is hidden from us as well is none of our business
    }
  }
}

const unlisted = (folder: string): Words => ({
  en: `the folder ${quotedPath(folder)} cannot be searched; check its permissions, or name the drafts themselves`,
  zh: `无法查看文件夹${quotedPath(folder)}；请检查权限，或直接写明稿子`,
});
const hidden = (file: string): Words => ({
  en: `${quotedPath(file)} is hidden (its name begins with a dot) and was left out; name it to have it read`,
  zh: `${quotedPath(file)}是隐藏文件（名称以点开头），没有读取；要读取请写明文件名`,
});
const deadLink = (file: string): Words => ({
  en: `${quotedPath(file)} is a link that leads to no file; mend or delete it`,
  zh: `${quotedPath(file)}是链接，所指的文件不存在；请改正或删除`,
});
const outside = (file: string): Words => ({
  en: `${quotedPath(file)} is a link out of the folder that is searched, and was not read; name it to have it read`,
  zh: `${quotedPath(file)}是指向文件夹之外的链接，没有读取；要读取请写明文件名`,
});
const elsewhere = (folder: string): Words => ({
  en: `the folder ${quotedPath(folder)} is a link out of the folder that is searched, and was not searched; name it to have it searched`,
  zh: `文件夹${quotedPath(folder)}是指向别处的链接，没有查找其中的稿子；要查找请写明文件夹`,
});
