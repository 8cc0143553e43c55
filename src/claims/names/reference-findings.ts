import type { Reading } from '../../reading/reading.ts';
import type { Finding, Path } from '../../diagnostic.ts';
import { braceSlips, type BraceSlip } from '../../model/brace-slips.ts';
import { printReference } from '../../reading/print-reference.ts';
import { splitReferences, unclosedReference } from '../../model/split-references.ts';
import {
  alikeReference,
  knownReference,
  nearReference,
  reordered,
  resolveName,
  type Names,
  type Reference,
} from '../../model/references.ts';
import type { Metric } from '../../model/report.ts';
import type { Scalar } from '../../model/scalars.ts';
import { namesIn, type Span } from '../../quantity/value/formula.ts';
import { Suggestions } from '../../source/suggest/suggestions.ts';

/** References that lead nowhere, print nothing or are no references at all: messages of `references-known`. */
export function referenceFindings(reading: Reading): Iterable<Finding> {
  return onceEach(findAll(reading));
}

function* findAll(reading: Reading): Generator<Finding> {
  const { report, names } = reading;
  for (const scalar of reading.scalars.texts) yield* inText(scalar, reading);
  for (const scalar of reading.scalars.formulas) yield* inFormula(scalar, reading);
  const metrics = new Suggestions(names.metrics.keys());
  for (const { data, path } of report.targets) {
    const { metric } = data;
    if (metric !== undefined && !names.metrics.has(metric) && !names.isLost(metric))
      yield { path: [...path, 'metric'], ...unknown(metric, metrics.of(metric), metrics.alike(metric)) };
  }
}

/** A name that is unknown in several places is one mistake: where it is declared it may only be misspelt. */
function* onceEach(findings: Iterable<Finding>): Generator<Finding> {
  const places = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const name = /^(?:unknown|near|alike)$/.test(finding.message)
      ? String(finding.data?.['name'])
      : undefined;
    const others = name === undefined ? undefined : places.get(name);
    if (others) others.push(finding);
    else if (name !== undefined) places.set(name, [finding]);
    else yield finding;
  }
  for (const [first, ...others] of places.values())
    yield others.length === 0 ? first : { ...first, related: others.slice(0, 5).map(alsoAt) };
}

const alsoAt = ({ path, span }: Finding): NonNullable<Finding['related']>[number] => ({
  path,
  ...(span && { span }),
  note: { en: 'used here as well', zh: '这里也用到' },
});

/** `near` is what was meant, `alike` what a person may have meant. */
function unknown(
  name: string,
  near: string | undefined,
  alike: string | undefined,
): Pick<Finding, 'message' | 'data'> {
  if (near !== undefined) return { message: 'near', data: { name, near } };
  return alike === undefined
    ? { message: 'unknown', data: { name } }
    : { message: 'alike', data: { name, near: alike } };
}

function* inText({ path, text, part }: Scalar, reading: Reading): Generator<Finding> {
  const { names } = reading;
  const slips = /[{｛]/.test(text)
    ? braceSlips(text).flatMap((slip) => slipped(slip, path, text, names))
    : [];
  yield* slips;
  const isTold = ([start, end]: Span): boolean =>
    slips.some(({ span: [from = 0, to = 0] = [] }) => from < end && start < to);
  for (const segment of splitReferences(text)) {
    if (segment.kind === 'text') continue;
    const { name, inner, span } = segment;
    // one that was not closed reaches into the next
    if (slips.length > 0 && isTold(span)) continue;
    const reference = resolveName(name, names);
    const place = { path, span: inner[0] < inner[1] ? inner : span };
    if (reference.kind === 'unknown') {
      if (!isLost(name, names))
        yield {
          ...place,
          ...unknown(name, reference.near, alikeReference(name, names)),
          ...(reference.near !== undefined && {
            fix: { ...place, insert: reference.near, safe: reference.near === reordered(name, names) },
          }),
        };
    } else if (printReference(reference, reading, part) === undefined && !isLost(name, names))
      yield* silent(place, name, reference);
  }
  const open = unclosedReference(text);
  if (open !== undefined && !isTold([open, open + 2]))
    yield { path, span: [open, open + 2], message: 'unclosed' };
}

/** A name in braces that make no reference of it: one that the draft knows, or nearly, or with more braces than a text has. */
function slipped(
  { name, span, single, balanced }: BraceSlip,
  path: Path,
  text: string,
  names: Names,
): (Finding & { readonly span: Span })[] {
  const known = isLost(name, names) || knownReference(name, names) !== undefined;
  const meant = known ? name : single ? undefined : nearReference(name, names);
  if (meant === undefined && (single || balanced)) return [];
  const place = { path, span };
  const data = { written: text.slice(...span), name: meant ?? name };
  if (meant === undefined) return [{ ...place, message: 'braces', data }];
  return [
    { ...place, message: 'braces', data, fix: { ...place, insert: `{{${meant}}}`, safe: known && !single } },
  ];
}

/** A reference that prints nothing; a metric without a value, or one whose formula has no result, is reported where it is declared. */
function* silent(
  place: Pick<Finding, 'path' | 'span'>,
  name: string,
  reference: Reference,
): Generator<Finding> {
  if (reference.kind !== 'metric' || (reference.word !== undefined && !isOpen(reference.metric)))
    yield { ...place, message: 'silent', data: { name } };
}

const isOpen = ({ data }: Metric): boolean => data.value === undefined;

/** Whether a name, what stands before a dot or behind a colon of it, was written where the draft could not be read. */
const isLost = (name: string, { isLost: isIdLost }: Names): boolean => {
  const bare = name.replace(/^[^:：]*[:：]\s*/, '');
  return [name, bare, name.slice(0, Math.max(name.lastIndexOf('.'), 0)), name.split('.')[0] ?? ''].some(
    isIdLost,
  );
};

function* inFormula({ path, text }: Scalar, reading: Reading): Generator<Finding> {
  const { names } = reading;
  const formula = reading.formula(text);
  if ('problem' in formula) return;
  for (const { name, span } of namesIn(formula.expression)) {
    const reference = resolveName(name, names);
    if (reference.kind === 'metric' || reference.kind === 'cell' || isLost(name, names)) continue;
    const spaced = difference(name, names);
    if (spaced !== undefined) yield { path, span, message: 'spaced', data: { name, near: spaced } };
    else {
      const near = reference.kind === 'unknown' ? reference.near : undefined;
      const place = { path, span };
      yield {
        ...place,
        ...unknown(name, near, alikeReference(name, names)),
        ...(near !== undefined && { fix: { ...place, insert: near, safe: near === reordered(name, names) } }),
      };
    }
  }
}

/** `a-b` as `a - b` where both are declared. */
function difference(name: string, { metrics }: Names): string | undefined {
  for (let at = name.indexOf('-'); at !== -1; at = name.indexOf('-', at + 1)) {
    const [left, right] = [name.slice(0, at), name.slice(at + 1)];
    if (metrics.has(left) && metrics.has(right)) return `${left} - ${right}`;
  }
  return undefined;
}
