import type {
  Change,
  Data,
  Diagnostic,
  Finding,
  Fix,
  Identity,
  Message,
  Offsets,
  Place,
  Range,
  Severity,
  Words,
} from '../diagnostic.ts';
import type { Sources } from '../model/report.ts';
import type { Rule } from '../rules/rule.ts';
import { fold } from './baseline/identity.ts';
import { lineIndex, type LineIndex } from './lines.ts';

/** A finding with what the engine adds: rule, severity, range, identity and words. */
export function stamp(
  rule: Rule,
  severity: Severity,
  finding: Finding,
  places: Places,
  identity: Identity,
): Diagnostic {
  return diagnosticOf({
    file: finding.path[0],
    rule: rule.id,
    code: finding.message,
    severity,
    message: messageOf(rule.messages, finding.message),
    data: finding.data,
    range: places.of(finding),
    identity,
    related: (finding.related ?? []).map(({ note, ...place }) => ({
      file: place.path[0],
      range: places.of(place),
      message: note,
    })),
    ...places.fix(finding),
  });
}

/** The message of that id. @throws Error where a rule yields one that it does not have: a bug of ours. */
export function messageOf(messages: Readonly<Record<string, Message>>, id: string): Message {
  const message = messages[id];
  if (message === undefined) throw new Error(`there is no message “${id}”`);
  return message;
}

/** Words a message: the last step from a finding to a diagnostic. */
export function diagnosticOf({
  message,
  data = {},
  ...rest
}: Omit<Diagnostic, 'message' | 'help'> & {
  readonly message: Message;
  readonly data: Data | undefined;
}): Diagnostic {
  const words: Words = { en: message.en(data), zh: message.zh(data) };
  return {
    ...rest,
    message: words,
    ...(message.help ? { help: { en: message.help.en(data), zh: message.help.zh(data) } } : {}),
  };
}

/** A fix as what becomes of a text: of its characters from `start` to `end` in the value at the path, `insert`. */
export interface TextFix extends Offsets {
  readonly path: Change['path'];
  /** The whole text. */
  readonly text: string;
  readonly insert: string;
}

/** Ranges of places; the lines of a file are counted once, and only where something is reported. */
export class Places {
  readonly sources: Sources;
  readonly #lines = new Map<string, LineIndex>();
  readonly #places = new WeakMap<Range, Place>();
  readonly #changes = new WeakMap<Fix, Change>();

  constructor(sources: Sources) {
    this.sources = sources;
  }

  of(place: Place): Range {
    const range = this.range(place.path[0], this.offsets(place));
    this.#places.set(range, place);
    return range;
  }

  /** The place in the data that a range was made of; undefined of one that was found before there were data. */
  placeOf(range: Range): Place | undefined {
    return this.#places.get(range);
  }

  offsets(place: Place): Offsets {
    return this.sources.get(place.path[0])?.locate(place) ?? { start: 0, end: 0 };
  }

  /** The change that mends a finding, where there is one. */
  fix({ path, fix }: Finding): Pick<Diagnostic, 'fix'> {
    const source = this.sources.get(path[0]);
    const edit =
      fix &&
      (fix.entries ? source?.insert(fix.path, fix.after ?? '', fix.entries) : source?.edit(fix, fix.insert));
    if (fix === undefined || edit === undefined) return {};
    const made = { edits: [edit], safe: fix.safe };
    this.#changes.set(made, fix);
    return { fix: made };
  }

  /** What a fix changes in a text; undefined of one that changes anything else, or that no rule made. */
  changeOf(fix: Fix): TextFix | undefined {
    const { path, span, insert } = this.#changes.get(fix) ?? {};
    if (path === undefined || insert === undefined) return undefined;
    const [file, ...keys] = path;
    const text = keys.reduce<unknown>(childOf, this.sources.get(file)?.data);
    if (typeof text !== 'string') return undefined;
    const [start, end] = span ?? [0, text.length];
    return { path, text, start, end, insert };
  }

  /** What a problem of a file’s form is known by: what is written there. */
  written(file: string, { start, end }: Offsets): Identity {
    return { text: fold((this.sources.get(file)?.text ?? '').slice(start, Math.min(end, start + 400))) };
  }

  range(file: string, { start, end }: Offsets): Range {
    let lines = this.#lines.get(file);
    if (lines === undefined) this.#lines.set(file, (lines = lineIndex(this.sources.get(file)?.text ?? '')));
    return { start: lines.position(start), end: lines.position(end) };
  }
}

const childOf = (data: unknown, key: string | number): unknown =>
  typeof data === 'object' && data !== null
    ? Object.entries(data).find(([name]) => name === `${key}`)?.[1]
    : undefined;
