'use strict';

const {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} = require('node:fs');
const Module = require('node:module');
const { homedir } = require('node:os');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads the bundled program with the code that V8 compiled in an earlier run, kept in the user’s cache folder for each
 * kind of run; `save` keeps that of this run, if it compiled much that was not kept. What cannot be read, used or
 * written is passed over in silence: the program then starts as if there were no cache. Set
 * NODE_DISABLE_COMPILE_CACHE=1 to do without. The cache that newer versions of Node have keeps what a file compiles
 * when it is loaded; the most of a run is compiled later.
 */
exports.load = function (file, kind) {
  const folder = cacheFolder();
  if (folder === undefined) return { exports: require(file), save() {} };
  const place = join(folder, kind + '-' + hash(dirname(file)) + '.bin');
  const program = new Program(dirname(file), read(place));
  return {
    exports: program.require(file),
    save() {
      if (program.isNews()) write(place, program.compiled());
    },
  };
};

/**
 * How V8 goes about code that runs for a few seconds at most. Expressions become machine code when they are first used: most
 * are used often, and would be compiled twice. Functions are optimized when they have run some ten times as long, or as often,
 * as else: even a run over forty drafts takes longer to optimize more of them than it gains. The space for what is new grows
 * at once to what a draft takes, so that it is not cleared at each size between, and what is old is cleared when it has to be.
 */
exports.tune = function () {
  const major = Number.parseInt(process.versions.node, 10);
  // V8 complains of flags that it does not know; these versions know them
  if (major > 24) return;
  // modules of Node are compiled anew once a flag is changed: what every run needs is loaded before
  void process.stdout;
  const { setFlagsFromString } = require('node:v8');
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--no-incremental-marking');
  setFlagsFromString('--semi-space-growth-factor=8');
  if (major === 20) setFlagsFromString('--interrupt-budget=2000000');
  if (major === 22 || major === 24) {
    setFlagsFromString('--invocation-count-for-maglev=4000');
    setFlagsFromString('--invocation-count-for-turbofan=30000');
  }
};

/** More bytes of code than this, compiled in a run that used what was kept, are worth keeping as well. */
const WORTH_KEEPING = 100_000;
/** One run in so many looks whether there are. */
const SELDOM = 16;

/** The files of dist/, each compiled as Node would, with the code that was kept of it. */
class Program {
  #folder;
  #kept;
  /** By name: the script, and by what its code may be used again. */
  #scripts = new Map();
  #modules = new Map();

  constructor(folder, kept) {
    this.#folder = folder;
    this.#kept = kept;
  }

  require(file) {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    const outside = Module.createRequire(file);
    const inside = (name) =>
      /^\.\/(?:packages\/)?[\w-]+\.cjs$/.test(name) ? this.require(join(this.#folder, name)) : outside(name);
    this.#compile(file).call(module.exports, module.exports, inside, module, file, this.#folder);
    return module.exports;
  }

  #compile(file) {
    const { size, mtimeMs } = statSync(file);
    const stamp = size + ' ' + mtimeMs;
    const part = this.#kept?.parts.get(file);
    // all of it is ASCII
    const script = new Script(Module.wrap(readFileSync(file, 'latin1')), {
      filename: file,
      cachedData: part?.stamp === stamp ? part.data : undefined,
    });
    this.#scripts.set(file, { stamp, script });
    return script.runInThisContext();
  }

  /** Whether a file was compiled of which nothing is kept, or much of what is. */
  isNews() {
    if (this.#kept === undefined) return true;
    for (const { script } of this.#scripts.values()) if (script.cachedDataRejected !== false) return true;
    return process.pid % SELDOM === 0 && codeSize() > this.#kept.size + WORTH_KEEPING;
  }

  /** What this run has compiled, and what is kept of files that it did not use. */
  compiled() {
    const parts = new Map();
    for (const [file, { stamp, script }] of this.#scripts)
      parts.set(file, { stamp, data: script.createCachedData() });
    for (const [file, part] of this.#kept?.parts ?? []) if (!parts.has(file)) parts.set(file, part);
    return { size: codeSize(), parts };
  }
}

/** Bytes of what V8 has compiled so far; to ask takes a while. */
const codeSize = () => require('node:v8').getHeapCodeStatistics().bytecode_and_metadata_size;

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

const NODE = process.version + ' ' + process.arch;

/** The kept code, by file, if it was made for this Node by this user. */
function read(place) {
  try {
    if (process.getuid && statSync(place).uid !== process.getuid()) return undefined;
    const bytes = readFileSync(place);
    let at = bytes.indexOf(10) + 1;
    const { node, size, files } = JSON.parse(bytes.toString('utf8', 0, at));
    if (node !== NODE) return undefined;
    const parts = new Map();
    for (const [file, stamp, length] of files) {
      parts.set(file, { stamp, data: bytes.subarray(at, at + length) });
      at += length;
    }
    return at === bytes.length ? { size, parts } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes beside the place and renames, so that a run at the same time reads all of it or nothing. */
function write(place, { size, parts }) {
  try {
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    const beside = place + '.' + process.pid;
    const files = [...parts].map(([file, { stamp, data }]) => [file, stamp, data.length]);
    const head = Buffer.from(JSON.stringify({ node: NODE, size, files }) + '\n');
    writeFileSync(beside, Buffer.concat([head, ...[...parts.values()].map(({ data }) => data)]), {
      mode: 0o600,
      flag: 'wx',
    });
    renameSync(beside, place);
    forgetOld(dirname(place));
  } catch {
    // a cache that cannot be kept is none
  }
}

/** Code that was kept two months ago is most likely that of a version, or of a place, that is no more; else it is made anew. */
function forgetOld(folder) {
  const old = Date.now() - 60 * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (/^[a-z]+-[0-9a-z]+\.bin(?:\.\d+)?$/.test(name) && statSync(file).mtimeMs < old) unlinkSync(file);
  }
}

/** A short name for a path (FNV-1a). */
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(36);
}
