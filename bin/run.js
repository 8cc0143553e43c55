'use strict';

// a reader that stops early (`report lint | head`) is no error; anything else that keeps a text from arriving is
let lost = false;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    lost = true;
    process.exitCode = 2;
  });

import('../dist/main.js')
  .then(({ main }) => main(process.argv.slice(2)))
  .then((code) => {
    process.exitCode = lost ? Math.max(code, 2) : code;
  });
