import type { Crash, Language } from '../diagnostic.ts';
import type { Io } from '../io.ts';
import { isOwnRule } from '../rules/rule.ts';
import { bug } from '../messages/cli.ts';
import { printableLine, printableName } from '../source/printable.ts';
import { tell } from './print-error.ts';

/** Says of each rule that failed on which draft, why and where; what a built-in rule does so is a bug of ours. */
export function sayCrashes(crashes: readonly Crash[], io: Io, language: Language): void {
  for (const { file, rule, message, stack } of crashes) {
    const [en, zh] = [printableLine(message.en), printableLine(message.zh)];
    tell(io, { en: `${printableName(file)}: ${en}`, zh: `${printableName(file)}：${zh}` }, language);
    if (!isOwnRule(rule)) tell(io, bug, language);
    const frames = isOwnRule(rule) ? stack.slice(0, 3) : stack;
    for (const frame of frames) io.stderr.write(`    ${printableLine(frame)}\n`);
  }
}
