'use strict';

const { existsSync, writeSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '../dist/report.cjs');
const argv = process.argv.slice(2);
// answered from here, so that it loads nothing
if (argv.length === 1 && /^(?:--version|-V)$/.test(argv[0])) {
  // a reader that stops early is no error; anything else that keeps a text from arriving is
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') process.exitCode = 2;
  });
  process.stdout.write(require('../package.json').version + '\n');
} else if (!existsSync(bundle)) {
  const remedy = existsSync(join(__dirname, '../node_modules')) ? 'npm run build' : 'npm ci';
  process.stderr.write(
    `report: this checkout is not built yet; run: ${remedy} · 源码还没有构建，请先运行 ${remedy}\n`,
  );
  process.exitCode = 2;
} else {
  const { load, tune } = require('./code-cache.js');
  tune();
  const { exports: program, save } = load(bundle, kindOf(argv));
  // code that plugins bring may wait for ever, or end the process: what was not done is no success
  const unfinished = () => {
    process.exitCode = 3;
    writeSync(
      2,
      'report: the run ended before it was done; a plugin may have ended it, or never finish loading · 运行没有完成就结束了：可能是插件中止了程序，或插件一直没有载入完\n',
    );
  };
  process.once('exit', unfinished);
  program.main(argv).then((code) => {
    process.off('exit', unfinished);
    process.exitCode = Math.max(code, process.exitCode || 0);
    // a command that does not exist compiles nothing that others use
    if (code < 2) save();
  });
}

/** Runs of one command compile much the same code. */
function kindOf(words) {
  if (words.includes('--help') || words.includes('-h')) return 'help';
  return words.find((word) => /^[a-z]{3,20}$/.test(word)) || 'help';
}
