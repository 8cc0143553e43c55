'use strict';

/** Loads a module of a user’s own, ESM or CommonJS. It stands apart, because code that is kept compiled may not import. */
module.exports = (address) => import(address);
