/** The outside world: files and streams. */
export { cacheFolder } from './io/cache-folder.ts';
export { decode } from './io/decode.ts';
export { digest } from './io/digest.ts';
export { changesSince, type GitChanges } from './io/git.ts';
export { Pack } from './io/pack.ts';
export { RunFiles } from './io/run-files.ts';
export { findDrafts, draftOfYear, searchPlaces, type FoundFiles } from './io/search.ts';
export {
  exists,
  isFolder,
  isWithin,
  fileNamesIn,
  readBeside,
  readBytes,
  readText,
  standsAt,
  textSize,
  yamlFilesIn,
} from './io/read.ts';
export {
  isStandardOutput,
  refuseOutput,
  removeText,
  replaceText,
  writeFile,
  type WriteOptions,
} from './io/write.ts';
export { pathsInRepository } from './io/repository.ts';
export { standingText } from './io/standing.ts';
export { processIo } from './io/process.ts';
export { withSafeOutput } from './io/safe-output.ts';
export type { Io, Output, Turn, Watch, WatchOptions } from './io/world.ts';
export { realPath } from './io/touched.ts';
