import { parseFast } from './fast/fast-parse.ts';
import { parseWithLibrary, type Parsed } from './parse-yaml.ts';

/**
 * Parses YAML 1.2. Every scalar stays the text that was written: what it means is decided by the place where it stands
 * (so `no`, `007` and `2018-01-17` lose nothing).
 */
export function parse(text: string): Parsed {
  const fast = parseFast(text);
  return fast ? { root: fast, problems: [] } : parseWithLibrary(text);
}
