import type { Path, Problem } from '../diagnostic.ts';
import { besideDraft, buildReport, type Report, type Sources } from '../model/report.ts';
import { readSource, type Source } from '../source/source.ts';
import { checkShape } from './shape.ts';

/** Reads a file beside the draft: its text, or undefined where there is none. */
export type ReadFile = (file: string) => string | undefined;

/** A problem with the file it stands in and the stage that found it. */
export interface FileProblem extends Problem {
  readonly file: string;
  readonly stage: 'yaml' | 'schema';
}

/** A draft with its section files: what is wrong with their form, and the report where there is one. */
export interface Opened {
  readonly sources: Sources;
  readonly problems: readonly FileProblem[];
  /** Objects in which something could not be read. */
  readonly broken: ReadonlySet<object>;
  /** Ids written in places that could not be read: known, so that a reference to one is no second finding. */
  readonly lost: ReadonlySet<string>;
  /** Undefined where the draft has no data at all. */
  readonly report: Report | undefined;
}

/** Reads and validates a draft and the section files that it names. */
export function openReport(file: string, text: string, read: ReadFile): Opened {
  const state: State = { draft: file, read, sources: new Map(), problems: [], broken: new Set(), lost: new Set() };
  const draft = open(file, text, 'report', state);
  const usable = typeof draft.data === 'object' && draft.data !== null && !Array.isArray(draft.data);
  if (usable) followFiles(draft.data, [file], draft, state, [file]);
  return {
    sources: state.sources,
    problems: state.problems,
    broken: state.broken,
    lost: state.lost,
    report: usable ? buildReport(draft, state.sources) : undefined,
  };
}

interface State {
  readonly draft: string;
  readonly read: ReadFile;
  readonly sources: Map<string, Source>;
  readonly problems: FileProblem[];
  readonly broken: Set<object>;
  readonly lost: Set<string>;
}

function open(file: string, text: string, is: 'report' | 'section', state: State): Source {
  const source = readSource(file, text, is);
  state.sources.set(file, source);
  const add = (stage: FileProblem['stage'], problems: readonly Problem[]): void => {
    state.problems.push(...problems.map((problem) => ({ ...problem, file, stage })));
  };
  add('yaml', source.yaml);
  if (source.yaml.length > 0) return source;
  add('schema', source.problems);
  const { problems, broken } = checkShape(source, is);
  add('schema', problems);
  for (const object of broken) state.broken.add(object);
  if (broken.size > 0) for (const key of source.unread()) state.lost.add(key);
  return source;
}

/** Reads the files that sections name: below the draft’s folder, each once, no circles. */
function followFiles(data: unknown, path: Path, source: Source, state: State, inside: readonly string[]): void {
  if (typeof data !== 'object' || data === null) return;
  const { sections, file, ...rest } = data as { sections?: unknown; file?: unknown };
  if (Array.isArray(sections)) sections.forEach((section, index) => followFiles(section, [...path, 'sections', index], source, state, inside));
  if (path.length === 1 && source.file === state.draft)
    for (const part of ['summary', 'problems', 'plan', 'annexes'] as const) {
      const value = (rest as Record<string, unknown>)[part];
      if (Array.isArray(value)) value.forEach((annex, index) => followFiles(annex, [...path, part, index], source, state, inside));
      else followFiles(value, [...path, part], source, state, inside);
    }
  if (typeof file === 'string') followFile(file, [...path, 'file'], source, state, inside);
}

function followFile(file: string, path: Path, source: Source, state: State, inside: readonly string[]): void {
  const report = (message: string): void => {
    state.problems.push({ ...source.locate({ path }), file: source.file, stage: 'schema', message, data: { file } });
  };
  if (/^(?:[\\/]|[A-Za-z]:)/.test(file) || file.split(/[\\/]/).includes('..')) return report('file-outside');
  const name = besideDraft(state.draft, file);
  if (inside.includes(name)) return report('file-circular');
  if (state.sources.has(name)) return report('file-twice');
  const text = state.read(name);
  if (text === undefined) return report('file-missing');
  const section = open(name, text, 'section', state);
  followFiles(section.data, [name], section, state, [...inside, name]);
}
