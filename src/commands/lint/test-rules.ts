import type { Language, Words } from '../../diagnostic.ts';
import { UserError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { runExamples, type ExampleRun } from '../../plugins/run-examples.ts';
import { loadStyle, wantsColour, type TerminalStyle } from '../../reporters/style.ts';
import { isOwnRule, type Rule } from '../../rules/rule.ts';
import { printableLine } from '../../source/printable.ts';
import { configFinder, type FoundConfig } from '../config-file.ts';
import type { LintOptions } from './lint-options.ts';
import { runLanguage } from '../run-language.ts';
import { checkKnown, knownRules } from '../settings.ts';

/**
 * `report lint --test-rules`: runs the examples of the project’s own rules and prints what passed; 1 where a draft did not, 2 where a rule
 * has no example, or there is no such rule: then something was not tested.
 */
export async function testRules(given: readonly string[], options: LintOptions, io: Io): Promise<number> {
  refuseOthers(given, options);
  const found = configFinder(io, options)('.');
  const language = runLanguage(options, io, found?.config.language);
  const known = await knownRules(found, io);
  const { only, skip = [] } = options;
  for (const id of [...(only ?? []), ...skip]) checkKnown(id, known);
  const own = known.filter(({ id }) => isOwnRule(id) && !skip.includes(id) && (only?.includes(id) ?? true));
  const words = own.filter(({ id }) => id.startsWith('words/'));
  if (own.length === 0) throw nothingToTest;
  const style = await loadStyle(wantsColour(io.stdout.isTTY, io.env));
  const tested = [
    ...own
      .filter((rule) => !words.includes(rule))
      .map((rule) => ({ name: rule.id, runs: runExamples(rule, known) })),
    ...(words.length > 0 && found ? await testWords(words, found, io) : []),
  ];
  for (const { name, runs } of tested) io.stdout.write(printRule(name, runs, style, language));
  const runs = tested.flatMap((each) => each.runs);
  const failed = runs.filter(({ passed }) => !passed).length;
  const untested = tested.filter((each) => each.runs.length === 0).length;
  const line = summary(
    own.length - words.length,
    tested.length - own.length + words.length,
    runs.length,
    failed,
    untested,
  )[language];
  io.stdout.write(`${failed + untested > 0 ? style.severity.error(line) : style.good(line)}\n`);
  return untested > 0 ? 2 : failed > 0 ? 1 : 0;
}

/** @throws UserError where something else is asked for as well, which would be left undone in silence */
function refuseOthers(
  given: readonly string[],
  { format = [], out, fix, fixUnsafe, dryRun, fixDryRun, printConfig, changedSince }: LintOptions,
): void {
  const others = [out, fix, fixUnsafe, dryRun, fixDryRun, printConfig, changedSince];
  const isText = format.every((each) => each === 'text');
  if (given.length === 0 && isText && others.every((each) => each === undefined)) return;
  throw new UserError({
    en: '--test-rules runs the examples of rules and prints what came of them; name no draft, and no option that asks for something else, with it',
    zh: '--test-rules 只运行规则的示例并显示结果；不要同时写稿子，也不要加另有所求的选项',
  });
}

const nothingToTest = new UserError({
  en: 'there is no rule to be tested: name plugins in report.config.yaml, under “plugins”, and check --only and --skip',
  zh: '没有可测试的规则：请在 report.config.yaml 的 plugins 里写上插件，并核对 --only、--skip',
});

const drafts: Readonly<Record<ExampleRun['draft'], Words>> = {
  good: { en: 'good draft', zh: '正确的稿子' },
  bad: { en: 'bad draft', zh: '错误的稿子' },
};

/** What came of the examples of each word of the lists that some rules hold. */
async function testWords(
  held: readonly Rule[],
  found: FoundConfig,
  io: Io,
): Promise<{ readonly name: string; readonly runs: readonly ExampleRun[] }[]> {
  const [{ ownWords }, { runWordExamples }] = await Promise.all([
    import('./own-words.ts'),
    import('../../plugins/run-word-examples.ts'),
  ]);
  const words = ownWords(found, io);
  return (words === undefined ? [] : runWordExamples(words))
    .filter(({ rule }) => held.some(({ id }) => id === rule))
    .map(({ rule, word, runs }) => ({ name: `${rule} “${printableLine(word)}”`, runs }));
}

function printRule(
  name: string,
  runs: readonly ExampleRun[],
  style: TerminalStyle,
  language: Language,
): string {
  const lines =
    runs.length === 0
      ? [
          `  ${style.severity.error(language === 'zh' ? '没有示例，没有测试' : 'not tested: it has no examples')}`,
        ]
      : runs.flatMap((run) => printRun(run, style, language));
  return `${[style.bold(name), ...lines].join('\n')}\n`;
}

function printRun(
  { language: of, draft, wanted, found, passed, failure }: ExampleRun,
  style: TerminalStyle,
  language: Language,
): readonly string[] {
  const isZh = language === 'zh';
  const mark = passed
    ? style.good(isZh ? '通过　' : 'passed')
    : style.severity.error(isZh ? '未通过' : 'failed');
  const head = `  ${mark}  ${of} ${drafts[draft][language]}`;
  if (passed) return [head];
  const list = (finds: readonly string[]): string =>
    finds.length === 0 ? (isZh ? '无' : 'nothing') : finds.map(printableLine).join(isZh ? '、' : ', ');
  return [
    head,
    `          ${isZh ? '应发现：' : 'expected: '}${list(wanted)}`,
    `          ${isZh ? '实发现：' : 'found:    '}${list(found)}`,
    ...(failure ? [`          ${printableLine(failure[language])}`] : []),
  ];
}

function summary(rules: number, words: number, runs: number, failed: number, untested: number): Words {
  const many = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  return {
    en: `${[...(rules > 0 ? [many(rules, 'rule')] : []), ...(words > 0 ? [many(words, 'word')] : [])].join(', ')}: ${runs - failed} of ${many(runs, 'draft')} passed${untested > 0 ? `; ${many(untested, 'rule')} not tested` : ''}`,
    zh: `${rules > 0 ? `${rules}条规则，` : ''}${words > 0 ? `${words}个词，` : ''}${runs}份示例稿通过${runs - failed}份${untested > 0 ? `；${untested}条规则没有测试` : ''}`,
  };
}
