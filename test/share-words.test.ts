import { describe, expect, it } from 'vitest';
import { lint } from '../src/lint/lint.ts';

const heads = {
  en: 'schema: 1\ntitle: Report\norganization: Agency\nyear: 2017\nsummary:\n  sections:\n    - body: |\n        ',
  zh: '格式: 1\n标题: 报告\n编制单位: 某局\n年度: 2017\n总结:\n  章节:\n    - 正文: |\n        ',
} as const;

/** What is found of a sentence beside a share that its section declares. */
function messagesOf(sentence: string, share: string): readonly string[] {
  const language = /\p{Script=Han}/u.test(sentence) ? 'zh' : 'en';
  const metric = language === 'zh' ? '指标:\n        就业率' : 'metrics:\n        employment rate';
  return lint('a.report.yaml', `${heads[language]}${sentence}\n      ${metric}: ${share}\n`, () => undefined)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ rule, message }) => `${rule} ${message.en}`);
}

const said: readonly (readonly [sentence: string, share: string])[] = [
  ['Of every ten graduates, nine found work.', '90%'],
  ['Of every 10 graduates, 9 found work.', '90%'],
  ['In every ten graduates nine found work.', '90%'],
  ['Out of ten graduates, nine found work.', '90%'],
  ['Nine in ten graduates found work.', '90%'],
  ['Nine graduates in ten found work.', '90%'],
  ['Nine out of ten graduates found work.', '90%'],
  ['Nine out of every ten graduates found work.', '90%'],
  ['Nine of the ten graduates found work.', '90%'],
  ['9 in 10 graduates found work.', '90%'],
  ['Nearly nine in ten graduates found work.', '88.6%'],
  ['One in three graduates found work.', '33.3%'],
  ['One graduate in twenty found work.', '5%'],
  ['Two thirds of graduates found work.', '66.7%'],
  ['Four-fifths of graduates found work.', '80%'],
  ['Nineteen in twenty graduates found work.', '95%'],
  ['Half of all graduates found work.', '50%'],
  ['More than three quarters of graduates found work.', '76.4%'],
  ['每十名毕业生中有九名落实了去向。', '90%'],
  ['每10名毕业生中就有9名落实了去向。', '90%'],
  ['每十名毕业生，有九名落实了去向。', '90%'],
  ['十名毕业生中有九名落实了去向。', '90%'],
  ['毕业生十有八九落实了去向。', '86%'],
  ['毕业生十之八九落实了去向。', '90%'],
  ['每三户毕业生家庭就有一户落实了去向。', '33.3%'],
  ['近九成毕业生落实了去向。', '88.6%'],
  ['毕业生三分之二落实了去向。', '66.7%'],
  ['毕业生一半落实了去向。', '50%'],
  ['每百名毕业生中有六十二名落实了去向。', '62%'],
  ['九成五的毕业生落实了去向。', '95%'],
];

const unsaid: readonly (readonly [sentence: string, share: string])[] = [
  ['Of every ten graduates, eight found work.', '90%'],
  ['Nine in ten graduates found work.', '70%'],
  ['Nine in twenty graduates found work.', '90%'],
  ['One in three graduates found work.', '25%'],
  ['Two thirds of graduates found work.', '60%'],
  ['Ten graduates and nine others found work.', '90%'],
  ['每十名毕业生中有八名落实了去向。', '90%'],
  ['十名毕业生中有九名落实了去向。', '60%'],
  ['毕业生十有八九落实了去向。', '70%'],
  ['近九成毕业生落实了去向。', '72%'],
  ['毕业生三分之二落实了去向。', '60%'],
];

describe('shares in words', () => {
  it.each(said)('“%s” says %s', (sentence, share) => expect(messagesOf(sentence, share)).toEqual([]));

  it.each(unsaid)('“%s” does not say %s', (sentence, share) =>
    expect(messagesOf(sentence, share)).toEqual([expect.stringMatching(/^figures-said /)]),
  );
});
