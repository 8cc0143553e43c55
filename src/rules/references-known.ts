import type { Finding } from '../diagnostic.ts';
import { printReference } from '../model/print-reference.ts';
import { resolveName, splitReferences, unclosedReference, type Names, type Reference } from '../model/references.ts';
import type { Metric, Report } from '../model/report.ts';
import { formulasOf, textsOf, type Scalar } from '../model/texts.ts';
import { namesIn, parseFormula } from '../quantity/formula.ts';
import { vocabularyOf } from '../model/formulas.ts';
import { suggest } from '../source/suggest.ts';
import { en, zh, type Rule } from './rule.ts';

export const referencesKnown: Rule = {
  id: 'references-known',
  severity: 'error',
  summary: { en: 'Refer only to what the draft declares.', zh: '引用的名称都要有出处。' },
  why: {
    en: 'A reference that leads nowhere would print as a gap. Names stand between {{ and }}, in formulas, and under “metric” of a target.',
    zh: '引用落空，印出来就是空白。引用写在 {{ }} 里、算式里，以及目标的“指标”里。',
  },
  messages: {
    unknown: { en: ({ name }) => `nothing is called “${name}”`, zh: ({ name }) => `没有叫“${name}”的内容` },
    near: {
      en: ({ name, near }) => `nothing is called “${name}”; “${near}” was probably meant`,
      zh: ({ name, near }) => `没有叫“${name}”的内容，应是“${near}”`,
      help: { en: ({ near }) => `change it to “${near}”`, zh: ({ near }) => `改为“${near}”` },
    },
    spaced: {
      en: ({ name, near }) => `nothing is called “${name}”; for a difference write “${near}”`,
      zh: ({ name, near }) => `没有叫“${name}”的内容；若是相减，写成“${near}”`,
      help: { en: () => 'put a space on either side of the minus', zh: () => '减号两边各空一格' },
    },
    unclosed: {
      en: () => 'this reference is not closed',
      zh: () => '引用没有写完',
      help: { en: () => 'close it with }}, or write \\{{ for two braces', zh: () => '以 }} 结束；要印出花括号，写 \\{{' },
    },
    silent: {
      en: ({ name }) => `“${name}” has nothing to print: the draft does not give it`,
      zh: ({ name }) => `“${name}”没有可印的内容：稿中没有给出`,
    },
  },

  *check(report, { names }) {
    yield* onceEach(findAll(report, names));
  },

  examples: {
    en: {
      good: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found {{hazards found}} hazards.
              metrics:
                hazards found: 695
      `,
      bad: en`
        summary:
          sections:
            - title: Road safety
              body: Inspectors found {{hazard found}} hazards; see {{annex}}.
              metrics:
                hazards found: 695
      `,
      finds: ['8:32 near', '8:62 unknown'],
    },
    zh: {
      good: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患{{发现隐患}}。
              指标:
                发现隐患: 695处
      `,
      bad: zh`
        总结:
          章节:
            - 标题: 校园安全
              正文: 发现隐患{{发现隐换}}，见{{附表}}。
              指标:
                发现隐患: 695处
      `,
      finds: ['8:17 near', '8:27 unknown'],
    },
  },
};

function* findAll(report: Report, names: Names): Generator<Finding> {
  for (const scalar of textsOf(report)) yield* inText(scalar, report, names);
  for (const scalar of formulasOf(report)) yield* inFormula(scalar, names);
  for (const { data, path } of report.targets) {
    const { metric } = data;
    if (metric !== undefined && !names.metrics.has(metric) && !names.lost.has(metric))
      yield { path: [...path, 'metric'], ...unknown(metric, suggest(metric, names.metrics.keys())) };
  }
}

/** A name that is unknown in several places is one mistake: where it is declared it may only be misspelt. */
function* onceEach(findings: Iterable<Finding>): Generator<Finding> {
  const places = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const name = finding.message === 'unknown' || finding.message === 'near' ? String(finding.data?.['name']) : undefined;
    const others = name === undefined ? undefined : places.get(name);
    if (others) others.push(finding);
    else if (name !== undefined) places.set(name, [finding]);
    else yield finding;
  }
  for (const [first, ...others] of places.values()) yield others.length === 0 ? first : { ...first, related: others.slice(0, 5).map(alsoAt) };
}

const alsoAt = ({ path, span }: Finding): NonNullable<Finding['related']>[number] => ({
  path,
  ...(span && { span }),
  note: { en: 'used here as well', zh: '这里也用到' },
});

const unknown = (name: string, near: string | undefined): Pick<Finding, 'message' | 'data'> =>
  near === undefined ? { message: 'unknown', data: { name } } : { message: 'near', data: { name, near } };

function* inText({ path, text, part }: Scalar, report: Report, names: Names): Generator<Finding> {
  for (const segment of splitReferences(text)) {
    if (segment.kind === 'text') continue;
    const { name, inner, span } = segment;
    const reference = resolveName(name, names);
    const place = { path, span: inner[0] < inner[1] ? inner : span };
    if (reference.kind === 'unknown') {
      if (!isLost(name, names))
        yield { ...place, ...unknown(name, reference.near), ...(reference.near !== undefined && { fix: { ...place, insert: reference.near, safe: false } }) };
    } else if (printReference(reference, report, part) === undefined && !isLost(name, names)) yield* silent(place, name, reference);
  }
  const open = unclosedReference(text);
  if (open !== undefined) yield { path, span: [open, open + 2], message: 'unclosed' };
}

/** A reference that prints nothing; a metric without a value, or one whose formula has no result, is reported where it is declared. */
function* silent(place: Pick<Finding, 'path' | 'span'>, name: string, reference: Reference): Generator<Finding> {
  if (reference.kind !== 'metric' || (reference.word !== undefined && !isOpen(reference.metric))) yield { ...place, message: 'silent', data: { name } };
}

const isOpen = ({ data }: Metric): boolean => data.value === undefined;

/** Whether a name, what stands before a dot or behind a colon of it, was written where the draft could not be read. */
const isLost = (name: string, { lost }: Names): boolean => {
  const bare = name.replace(/^[^:：]*[:：]\s*/, '');
  return [name, bare, name.slice(0, Math.max(name.lastIndexOf('.'), 0)), name.split('.')[0] ?? ''].some((each) => lost.has(each));
};

function* inFormula({ path, text }: Scalar, names: Names): Generator<Finding> {
  const formula = parseFormula(text, vocabularyOf(names));
  if ('problem' in formula) return;
  for (const { name, span } of namesIn(formula.expression)) {
    const reference = resolveName(name, names);
    if (reference.kind === 'metric' || reference.kind === 'cell' || isLost(name, names)) continue;
    const spaced = difference(name, names);
    if (spaced !== undefined) yield { path, span, message: 'spaced', data: { name, near: spaced } };
    else yield { path, span, ...unknown(name, reference.kind === 'unknown' ? reference.near : undefined) };
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
