import type { Io } from '../io.ts';
import type { shells } from '../messages/completion.ts';
import { completionScripts } from './completion.generated.ts';

/** `report completion <shell>`: the script that makes the shell complete what is written after `report`. */
export async function printCompletion(shell: (typeof shells)[number], _: object, io: Io): Promise<number> {
  io.stdout.write(completionScripts[shell], 'document');
  return 0;
}
