#!/usr/bin/env node
// The way in: the program itself is dist/program/main.cjs, made by `npm run build`.
// This folder is CommonJS (bin/package.json): Node starts that in half the time of modules.
'use strict'

// Nothing newer than Node 12 may stand here: whoever has an older one is to be told, not shown a mistake in the language.
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write(
    'rotate: needs Node 20 or later, and this is ' + process.versions.node + '\n',
  )
  process.exitCode = 2
} else {
  const words = process.argv.slice(2)
  const { keptFor } = require('./kept.js')
  const load = keptFor(words) || requireCached

  load('../dist/program/main.cjs')
    .main(words)
    .then((exit) => {
      process.exitCode = exit
    })
}

/** As `require`; Node 22.1 and later keep some of the compiled code for the next start. */
function requireCached(name) {
  const { enableCompileCache } = require('node:module')
  if (enableCompileCache) enableCompileCache()
  return require(name)
}
