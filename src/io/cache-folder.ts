import { isAbsolute, join } from 'node:path';
import type { Io } from './world.ts';

/** The folder in which the user’s programs keep what they can do without, and in it ours; undefined where none is known. The code of V8 is kept in it as well. */
export function cacheFolder(
  { env }: Pick<Io, 'env'>,
  platform: string = process.platform,
): string | undefined {
  const home = env['HOME'];
  const [given, usual] =
    platform === 'win32'
      ? [env['LOCALAPPDATA'], env['USERPROFILE'] && join(env['USERPROFILE'], 'AppData', 'Local')]
      : [env['XDG_CACHE_HOME'], home && join(home, platform === 'darwin' ? 'Library/Caches' : '.cache')];
  const folder = given && isAbsolute(given) ? given : usual;
  if (!folder) return undefined;
  return platform === 'win32' ? join(folder, 'workreport', 'Cache') : join(folder, 'workreport');
}
