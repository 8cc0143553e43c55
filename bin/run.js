'use strict';

const argv = process.argv.slice(2);
// answered from here, so that it loads nothing
if (argv.length === 1 && /^(?:--version|-V)$/.test(argv[0])) {
  // a reader that stops early is no error; anything else that keeps a text from arriving is
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') process.exitCode = 2;
  });
  process.stdout.write(require('../package.json').version + '\n');
} else {
  const { exports: program, save } = require('./code-cache.js').load(
    require('node:path').join(__dirname, '../dist/report.cjs'),
    kindOf(argv),
  );
  program.main(argv).then((code) => {
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
