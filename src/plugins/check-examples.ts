import type { Language, Words } from '../diagnostic.ts';
import type { Example, Rule } from '../rules/rule.ts';
import { isObject } from './check-words.ts';
import type { Problems } from './problems.ts';

/** The drafts that show a rule, which may be left out; what they find is one of its messages each. */
export function checkExamples(
  value: unknown,
  rule: Pick<Rule, 'messages'>,
  problems: Problems,
): Rule['examples'] {
  if (value === undefined) return {};
  if (!isObject(value) || Object.keys(value).some((key) => key !== 'en' && key !== 'zh')) {
    problems.wrong('examples', `{ en: { good: '…', bad: '…', finds: ['5:3 <message>'] }, zh: … }`);
    return {};
  }
  const entries = Object.entries(value).map(
    ([language, example]) =>
      [language, checkExample(example, `examples.${language}`, rule, problems)] as const,
  );
  return Object.fromEntries(entries) as Partial<Record<Language, Example>>;
}

function checkExample(
  value: unknown,
  what: string,
  { messages }: Pick<Rule, 'messages'>,
  problems: Problems,
): Example {
  const { previous, good, bad, finds } = isObject(value) ? value : {};
  for (const [name, draft] of Object.entries({ good, bad }))
    if (draft === undefined) problems.missing(`${what}.${name}`, aDraft);
    else if (typeof draft !== 'string') problems.wrong(`${what}.${name}`, aDraft);
  if (previous !== undefined && typeof previous !== 'string') problems.wrong(`${what}.previous`, lastDraft);
  const form = `['<line>:<column> <message>']`;
  if (finds === undefined) problems.missing(`${what}.finds`, form);
  else if (!Array.isArray(finds) || finds.length === 0 || !finds.every(isFind))
    problems.wrong(`${what}.finds`, form);
  else
    for (const find of finds) {
      const message = find.split(' ')[1] ?? '';
      if (!Object.hasOwn(messages, message))
        problems.add(
          `“${what}.finds” names the message “${message}”, which the rule does not have`,
          `“${what}.finds”里的消息“${message}”不在 messages 里`,
        );
    }
  return {
    good: String(good),
    bad: String(bad),
    finds: finds as readonly string[],
    ...(typeof previous === 'string' && { previous }),
  };
}

const aDraft: Words = { en: 'a draft, as text', zh: '稿子的文字' };
const lastDraft: Words = { en: 'last year’s draft, as text', zh: '上年稿子的文字' };

const isFind = (find: unknown): find is string => typeof find === 'string' && /^\d+:\d+ \S+$/.test(find);
