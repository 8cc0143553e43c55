import type { HeldFigure } from '../claims/claim.ts';
import type { Finding } from '../diagnostic.ts';
import { bodiesOf } from '../reading/bodies.ts';
import type { Reading } from '../reading/reading.ts';
import { hasSign } from '../reading/signs.ts';
import type { ClaimJudge, Handlers, Rule, RuleContext, Subjects } from '../rules/rule.ts';

/** A rule with what it is told. */
export interface Judge {
  readonly rule: Rule;
  readonly context: RuleContext;
}

/** A rule with what it found. */
export interface Judged {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** The figures that it held against something, as often as it did. */
  readonly held: readonly HeldFigure[];
  /** What it threw; then it was handed nothing more. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** The same while it is made. */
interface Finds {
  readonly rule: Rule;
  readonly findings: Finding[];
  readonly held: HeldFigure[];
  failure: Judged['failure'];
}

type Subject = keyof Subjects;
type TextClaims = Extract<ClaimJudge, { readonly in: 'text' }>;
type ReportClaims = Extract<ClaimJudge, { readonly in: 'report' }>;

/** Hands everything in a report to the rules that look at it, in one walk; what they find comes back rule by rule. */
export function judge(judges: readonly Judge[], reading: Reading): readonly Judged[] {
  const found = judges.map(({ rule }): Finds => ({ rule, findings: [], held: [], failure: undefined }));
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
  const claims = judges.flatMap(({ rule, context }, index) => claimsOf(rule, context, found[index] as Finds));
  hand('report', () => [reading]);
  for (const look of claims) if (look.in === 'report') collect<'report'>(look, reading);
  hand('section', () => report.sections);
  hand('metric', () => reading.figures.all);
  hand('table', () => report.tables);
  hand('target', () => report.targets);
  hand('body', () => bodiesOf(reading));
  walkTexts(reading, {
    text: looking('text'),
    claims: claims.filter((look) => look.in === 'text'),
    statement: looking('statement'),
    sentence: looking('sentence'),
    figure: looking('figure'),
  });
  return found;
}

/** A rule that judges claims of one kind, of each text or of the report. */
type ClaimLook =
  (Look<'text'> & Pick<TextClaims, 'in' | 'sign'>) | (Look<'report'> & Pick<ReportClaims, 'in'>);

/** The claims that a rule judges; it is noted which figures it so holds. */
function claimsOf(rule: Rule, context: RuleContext, finds: Finds): readonly ClaimLook[] {
  const hold = (figure: HeldFigure): void => void finds.held.push(figure);
  return (rule.on.claims ?? []).map((claims): ClaimLook =>
    claims.in === 'text'
      ? {
          rule,
          finds,
          in: 'text',
          sign: claims.sign,
          handle: (prose) => claims.judge(prose, context, hold),
        }
      : { rule, finds, in: 'report', handle: (reading) => claims.judge(reading, context, hold) },
  );
}

type Handle<S extends Subject> = NonNullable<Handlers[S]> &
  ((thing: Subjects[S], context: RuleContext) => Iterable<Finding>);

/** A rule that looks at things of one kind. */
interface Look<S extends Subject> {
  readonly rule: Rule;
  readonly handle: (thing: Subjects[S]) => Iterable<Finding> | undefined;
  readonly finds: Finds;
}

/** The rules that look at texts and at what stands in them. */
interface TextLooks {
  readonly text: readonly Look<'text'>[];
  readonly claims: readonly (Look<'text'> & Pick<TextClaims, 'sign'>)[];
  readonly statement: readonly Look<'statement'>[];
  readonly sentence: readonly Look<'sentence'>[];
  readonly figure: readonly Look<'figure'>[];
}

/** Every text, with its claims, statements, sentences and figures, to the rules that it may concern. */
function walkTexts({ texts }: Reading, looks: TextLooks): void {
  if (Object.values(looks).every(({ length }) => length === 0)) return;
  for (const prose of texts) {
    const words = new Words(prose.text);
    collectAll(concerned(looks.text, words), prose);
    for (const look of concerned(looks.claims, words))
      if (look.sign === undefined || hasSign(prose.signs, look.sign)) collect<'text'>(look, prose);
    const statementLooks = concerned(looks.statement, words);
    if (statementLooks.length > 0)
      for (const statement of prose.statements) collectAll(statementLooks, { prose, statement });
    const sentenceLooks = concerned(looks.sentence, words);
    if (sentenceLooks.length > 0)
      for (const sentence of prose.sentences) collectAll(sentenceLooks, { prose, sentence });
    const figureLooks = concerned(looks.figure, words);
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
function concerned<L extends Pick<Look<Subject>, 'rule'>>(looks: readonly L[], words: Words): readonly L[] {
  const isIdle = ({ rule: { needs } }: L): boolean => needs?.some((word) => words.holds(word)) === false;
  return looks.some(isIdle) ? looks.filter((look) => !isIdle(look)) : looks;
}
