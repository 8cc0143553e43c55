import type { Words } from '../diagnostic.ts';
import { previousFound } from '../rules/years/previous-found.ts';
import type { RuleContext } from '../rules/rule.ts';

/** Says of a draft why nothing was compared with last year’s, what follows from that for what a command prints, and the remedy. */
export function lacking(
  file: string,
  { message: id, data }: NonNullable<RuleContext['previousLack']>,
  follows: Words,
): Words {
  const message = previousFound.messages[id];
  const say = (language: 'en' | 'zh'): string[] => [
    message?.[language](data) ?? id,
    follows[language],
    message?.help?.[language](data) ?? '',
  ];
  const joined = (language: 'en' | 'zh', mark: string): string =>
    say(language)
      .filter((each) => each !== '')
      .join(mark);
  return { en: `${file}: ${joined('en', '; ')}`, zh: `${file}：${joined('zh', '；')}` };
}
