import type { Finding } from '../diagnostic.ts';
import { bodiesOf } from '../reading/bodies.ts';
import type { Reading } from '../reading/reading.ts';
import type { Handlers, Rule, RuleContext, Subjects } from '../rules/rule.ts';

/** A rule with what it is told. */
export interface Judge {
  readonly rule: Rule;
  readonly context: RuleContext;
}

/** A rule with what it found. */
export interface Judged {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** What it threw; then it was handed nothing more. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** The same while it is made. */
interface Finds {
  readonly rule: Rule;
  readonly findings: Finding[];
  failure: Judged['failure'];
}

type Subject = keyof Subjects;

/** Hands everything in a report to the rules that look at it, in one walk; what they find comes back rule by rule. */
export function judge(judges: readonly Judge[], reading: Reading): readonly Judged[] {
  const found = judges.map(({ rule }): Finds => ({ rule, findings: [], failure: undefined }));
  const looking = <S extends Subject>(subject: S): readonly Look<S>[] =>
    judges.flatMap(({ rule, context }, index) => {
      const handle = rule.on[subject] as Handle<S> | undefined;
      const finds = found[index] as Finds;
      return handle
        ? [{ rule, handle: (thing: Subjects[S]) => handle.call(rule.on, thing, context), finds }]
        : [];
    });
  const hand = <S extends Subject>(subject: S, things: () => Iterable<Subjects[S]>): void => {
    const looks = looking(subject);
    if (looks.length === 0) return;
    for (const thing of things()) for (const look of looks) collect(look, thing);
  };
  const { report } = reading;
  hand('report', () => [reading]);
  hand('section', () => report.sections);
  hand('metric', () => reading.figures.all);
  hand('table', () => report.tables);
  hand('target', () => report.targets);
  hand('body', () => bodiesOf(reading));
  walkTexts(reading, looking('text'), looking('statement'), looking('sentence'), looking('figure'));
  return found;
}

type Handle<S extends Subject> = NonNullable<Handlers[S]> &
  ((thing: Subjects[S], context: RuleContext) => Iterable<Finding>);

/** A rule that looks at things of one kind. */
interface Look<S extends Subject> {
  readonly rule: Rule;
  readonly handle: (thing: Subjects[S]) => Iterable<Finding> | undefined;
  readonly finds: Finds;
}

/** Every text, with its statements, sentences and figures, to the rules that it may concern. */
function walkTexts(
  { texts }: Reading,
  onText: readonly Look<'text'>[],
  onStatement: readonly Look<'statement'>[],
  onSentence: readonly Look<'sentence'>[],
  onFigure: readonly Look<'figure'>[],
): void {
  if (onText.length + onStatement.length + onSentence.length + onFigure.length === 0) return;
  for (const prose of texts) {
    const words = new Words(prose.text);
    collectAll(concerned(onText, words), prose);
    const statementLooks = concerned(onStatement, words);
    if (statementLooks.length > 0)
      for (const statement of prose.statements) collectAll(statementLooks, { prose, statement });
    const sentenceLooks = concerned(onSentence, words);
    if (sentenceLooks.length > 0)
      for (const sentence of prose.sentences) collectAll(sentenceLooks, { prose, sentence });
    const figureLooks = concerned(onFigure, words);
    if (figureLooks.length > 0)
      for (const figure of prose.figures) collectAll(figureLooks, { prose, figure });
  }
}

/** The words of a text, in lower case from where a rule first asks for one. */
class Words {
  readonly #text: string;
  #lower: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  holds(word: string): boolean {
    return (this.#lower ??= this.#text.toLowerCase()).includes(word);
  }
}

function collectAll<S extends Subject>(looks: readonly Look<S>[], thing: Subjects[S]): void {
  for (const look of looks) collect(look, thing);
}

/** Hands a thing to a rule. One that throws is handed nothing more of this draft; what it found before stays. */
function collect<S extends Subject>({ handle, finds }: Look<S>, thing: Subjects[S]): void {
  if (finds.failure) return;
  try {
    const found = handle(thing);
    // most rules find nothing in most things
    if (found === undefined || (Array.isArray(found) && found.length === 0)) return;
    for (const finding of found) finds.findings.push(finding);
  } catch (error) {
    finds.failure = { error };
  }
}

/** The rules that a text may concern: those that need no word, or one that it holds. */
function concerned<S extends Subject>(looks: readonly Look<S>[], words: Words): readonly Look<S>[] {
  const isIdle = ({ rule: { needs } }: Look<S>): boolean =>
    needs?.some((word) => words.holds(word)) === false;
  return looks.some(isIdle) ? looks.filter((look) => !isIdle(look)) : looks;
}
