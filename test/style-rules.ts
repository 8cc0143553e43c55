import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../src/rules/index.ts';

/** All rules but those that judge how a text is written, for tests whose texts are made at random or mistyped on purpose. */
export const rulesBesideStyle = rules.filter(
  ({ id }) => !existsSync(join(import.meta.dirname, '../src/rules/style', `${id}.ts`)),
);
