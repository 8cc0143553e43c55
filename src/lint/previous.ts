import type { Report, Sources } from '../model/report.ts';
import type { PreviousLack } from '../rules/rule.ts';
import { openReport, type FileProblem, type ReadFile } from './open.ts';

/** Last year’s report as a draft names it under `previous`, or why there is none; both are undefined where it names none. */
export interface Previous {
  readonly report: Report | undefined;
  readonly lack: PreviousLack | undefined;
  /** Its files, by which places in it become lines and columns. */
  readonly sources: Sources;
  /** What is wrong with their form. */
  readonly problems: readonly FileProblem[];
}

/** Reads last year’s report with its section files. What is wrong inside it is said when it is checked itself. */
export function openPrevious({ file, data: { previous }, approximation, calendar }: Report, read: ReadFile): Previous {
  const none = (lack?: PreviousLack): Previous => ({ report: undefined, lack, sources: new Map(), problems: [] });
  if (previous === undefined) return none();
  const name = fromFolderOf(file, previous);
  if (name === fromFolderOf(file, `./${file.split(/[\\/]/).at(-1) ?? ''}`)) return none('itself');
  const text = read(name);
  if (text === undefined) return none('missing');
  const { report, sources, problems } = openReport(name, text, read, { approximation, calendar });
  return { report, lack: report === undefined ? 'unreadable' : undefined, sources, problems };
}

/** The name of a file given from a draft’s folder, which it may leave: `../2016/a.yaml` in `2017/b.yaml` is `2016/a.yaml`. */
export function fromFolderOf(draft: string, path: string): string {
  const slashed = path.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:)/.test(slashed)) return slashed;
  const parts = draft.replaceAll('\\', '/').split('/').slice(0, -1);
  for (const part of slashed.split('/')) {
    if (part === '' || part === '.') continue;
    const last = parts.at(-1);
    if (part === '..' && last !== undefined && last !== '' && last !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/') || '.';
}
