import type { Change, Crash, Finding, Path, Severity } from '../diagnostic.ts';
import { UserError } from '../errors.ts';
import { listed } from '../model/labels.ts';
import type { Sources } from '../model/report.ts';
import { isOwnRule, type Rule } from '../rules/rule.ts';

/** What is wrong with a finding that a rule yields: no message of its own, or no place of the draft. */
export class WrongFinding extends Error {
  readonly zh: string;

  constructor(en: string, zh: string) {
    super(en);
    this.zh = zh;
  }
}

/**
 * What is told of a rule that threw: its name, why, and what of its stack helps whoever mends it.
 * @throws UserError where what was thrown is none of the rule’s doing: a file beside the draft that cannot be read
 */
export function crashOf(rule: string, file: string, error: unknown): Crash {
  if (error instanceof UserError) throw error;
  const thrown = reasonOf(error);
  const zh = error instanceof WrongFinding ? error.zh : thrown;
  return {
    file,
    rule,
    message: {
      en: `the rule “${rule}” failed, so that what it looks for was not checked: ${error instanceof WrongFinding ? error.message : thrown}`,
      zh: `规则“${rule}”出错，它要查的内容没有查：${zh}`,
    },
    stack: error instanceof WrongFinding ? [] : framesOf(error),
  };
}

/** What was thrown, in a line; a rule may throw anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return `it threw ${typeof error === 'string' ? `“${error}”` : typeof error}`;
  const [first = ''] = error.message.split('\n');
  return first === '' ? error.name : `${error.name}: ${first}`;
}

/** Lines of the stack that name a place; a bug of ours is sought with more of them. */
function framesOf(error: unknown): readonly string[] {
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : '';
  return stack
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 8);
}

const severities: ReadonlySet<unknown> = new Set<Severity>(['error', 'warning', 'info']);

/** Refuses what a rule may not yield. @throws WrongFinding */
export function checkFinding(finding: Finding, rule: Rule, sources: Sources): void {
  if (typeof finding !== 'object' || finding === null)
    throw new WrongFinding(
      `it yields ${String(finding)} where a finding should be: { path, message, data }`,
      `它给出的不是 { path, message, data }，而是 ${String(finding)}`,
    );
  const { message, path, severity } = finding;
  if (typeof message !== 'string' || !Object.hasOwn(rule.messages, message)) {
    const known = Object.keys(rule.messages);
    throw new WrongFinding(
      `it yields the message “${String(message)}”, which it does not have (it has ${listed(known, 'en')})`,
      `它给出的消息“${String(message)}”不在它的 messages 里（已有：${listed(known, 'zh')}）`,
    );
  }
  if (severity !== undefined && !severities.has(severity))
    throw new WrongFinding(
      `it yields the severity “${String(severity)}”; write error, warning or info`,
      `它给出的级别“${String(severity)}”不对：可写 error、warning、info`,
    );
  if (!isOwnRule(rule.id)) return;
  checkPath(path, sources);
  checkSpan(finding.span);
  for (const { path: other, note, span } of finding.related ?? []) {
    checkPath(other, sources);
    checkSpan(span);
    if (typeof note?.en !== 'string' || typeof note.zh !== 'string')
      throw new WrongFinding(
        'it yields a related place without a note { en, zh }',
        '它给出的 related 没有说明 note { en, zh }',
      );
  }
  if (finding.fix) checkFix(finding.fix, sources);
}

const partsOfFix: ReadonlySet<string> = new Set(['path', 'span', 'insert', 'entries', 'after', 'safe']);

/** A fix without what it inserts takes the entry out: a part of it that is misspelt must not. */
function checkFix(fix: Change, sources: Sources): void {
  checkPath(fix.path, sources);
  checkSpan(fix.span);
  const odd = Object.keys(fix).find((key) => !partsOfFix.has(key));
  if (
    odd === undefined &&
    typeof fix.safe === 'boolean' &&
    ['string', 'undefined'].includes(typeof fix.insert)
  )
    return;
  throw new WrongFinding(
    `it yields a fix that is none${odd === undefined ? '' : ` (“${odd}” is no part of one)`}: write { path, insert, safe: true or false }`,
    `它给出的 fix 不对${odd === undefined ? '' : `（没有“${odd}”这一项）`}：应写 { path, insert, safe: true 或 false }`,
  );
}

function checkSpan(span: readonly unknown[] | undefined): void {
  if (span === undefined) return;
  const [start, end] = Array.isArray(span) && span.length === 2 ? (span as unknown[]) : [];
  if (Number.isInteger(start) && Number.isInteger(end) && 0 <= Number(start) && Number(start) <= Number(end))
    return;
  throw new WrongFinding(
    `it yields the span ${JSON.stringify(span)}, which is no [start, end]`,
    `它给出的 span ${JSON.stringify(span)} 不是 [起, 止]`,
  );
}

/** A place may be one where something is missing, in something that is there. */
function checkPath(path: Path, sources: Sources): void {
  const shown = Array.isArray(path) ? path.join(' › ') : String(path);
  if (!Array.isArray(path) || path.some((key) => typeof key !== 'string' && typeof key !== 'number'))
    throw new WrongFinding(
      `it yields the path “${shown}”, which is none: take the path of what the rule was given`,
      `它给出的路径“${shown}”不是路径：应取交给规则的对象的 path`,
    );
  const [file, ...keys] = path;
  let data: unknown = sources.get(file)?.data;
  for (const key of keys.slice(0, -1))
    data =
      typeof data === 'object' && data !== null ? (data as Record<string | number, unknown>)[key] : undefined;
  if (typeof data !== 'object' || data === null)
    throw new WrongFinding(
      `it yields a path at which nothing stands in the draft: ${shown}`,
      `它给出的路径在稿子里没有内容：${shown}`,
    );
}
