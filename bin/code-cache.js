'use strict';

const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the bundled program with the code that V8 compiled in an earlier run, kept in the user’s cache folder for each
 * kind of run; `save` keeps that of this run, if there is none yet. What cannot be read, used or written is passed over
 * in silence: the program then starts as if there were no cache. Set NODE_DISABLE_COMPILE_CACHE=1 to do without.
 */
exports.load = function (file, kind) {
  const folder = cacheFolder();
  if (folder === undefined) return { exports: require(file), save() {} };
  if (Module.enableCompileCache) {
    Module.enableCompileCache(folder);
    return { exports: require(file), save() {} };
  }
  const { size, mtimeMs } = statSync(file);
  const key = [process.version, process.arch, size, mtimeMs, file].join(' ');
  const place = join(folder, kind + '-' + hash(file) + '.bin');
  const kept = read(place, key);
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, cachedData: kept });
  const module = { exports: {} };
  script
    .runInThisContext()
    .call(module.exports, module.exports, Module.createRequire(file), module, file, dirname(file));
  return {
    exports: module.exports,
    save() {
      if (kept === undefined || script.cachedDataRejected) write(place, key, script.createCachedData());
    },
  };
};

function cacheFolder() {
  const { NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    if (process.platform === 'win32')
      return join(LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'workreport', 'Cache');
    return join(
      XDG_CACHE_HOME || join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache'),
      'workreport',
    );
  } catch {
    return undefined;
  }
}

/** The kept code, if it was made for this program by this user. */
function read(place, key) {
  try {
    if (process.getuid && statSync(place).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(place);
    const line = bytes.indexOf(10);
    return bytes.toString('utf8', 0, line) === key ? bytes.subarray(line + 1) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes beside the place and renames, so that a run at the same time reads all of it or nothing. */
function write(place, key, data) {
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    const beside = place + '.' + process.pid;
    writeFileSync(beside, Buffer.concat([Buffer.from(key + '\n'), data]), { mode: 0o600, flag: 'wx' });
    renameSync(beside, place);
  } catch {
    // a cache that cannot be kept is none
  }
}

/** A short name for a path (FNV-1a). */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}
