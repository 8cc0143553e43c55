'use strict';

// a reader that stops early (`report lint | head`) is no error; anything else that keeps a text from arriving is
let lost = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    lost = true;
    process.exitCode = 2;
  });

const argv = process.argv.slice(2);
// answered from here, so that it loads nothing
if (argv.length === 1 && /^(?:--version|-V)$/.test(argv[0]))
  process.stdout.write(require('../package.json').version + '\n');
else {
  const { exports: program, save } = require('./code-cache.js').load(
    require('node:path').join(__dirname, '../dist/report.cjs'),
    kindOf(argv),
  );
  program.main(argv).then((code) => {
    process.exitCode = lost ? Math.max(code, 2) : code;
    save();
  });
}

/** Runs of one command compile much the same code. */
function kindOf(words) {
  return words.find((word) => /^[a-z]{3,20}$/.test(word)) || 'help';
}
