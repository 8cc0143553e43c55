import { monthCount, type Lateness } from './backing.ts';
import { notYetDone } from './chinese-claim-words.ts';

const inTime = /如期|按期|按时|准时/gu;
const dueAt = /(?:计划|原定|应|要求|拟)(?:于|在)?(?:(\d{4})年)?(\d{1,2})月/u;
const doneAt = /(?:实际|直到?|延至|迟至|于)(?:于|在)?(?:(\d{4})年)?(\d{1,2})月/u;

/** 计划9月底前交付，实际于11月20日交付，如期完成: months of one year, or of years that are written; places count from the statement. */
export function* lateInTime(statement: string): Generator<Lateness> {
  for (const { 0: words, index } of statement.matchAll(inTime)) {
    const before = statement.slice(0, index);
    // 如期竣工，计划6月底完工，实际于9月15日完工: both may stand behind
    const [due, done] = datesIn(before) ?? datesIn(statement.slice(index + words.length)) ?? [];
    if (!due || !done || notYetDone.test(/(?<![^，,：:])[^，,：:]*$/.exec(before)?.[0] ?? '')) continue;
    const [dueYear, doneYear] = [due[1] ?? done[1], done[1] ?? due[1]];
    if (monthCount(doneYear, Number(done[2])) > monthCount(dueYear, Number(due[2])))
      yield { span: [index, index + words.length], due: `${due[2]}月`, done: `${done[2]}月` };
  }
}

/** When something was due and when it was done. */
function datesIn(words: string): readonly [due: RegExpExecArray, done: RegExpExecArray] | undefined {
  const due = dueAt.exec(words);
  const done = due && doneAt.exec(words.slice(due.index + due[0].length));
  return due && done ? [due, done] : undefined;
}
