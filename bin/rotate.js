#!/usr/bin/env node
// The way in: the program itself is dist/main.js, made by `npm run build`.
import module from 'node:module'

// Node 22.1 and later keep the compiled code for the next start.
module.enableCompileCache?.()

const { main } = await import('../dist/main.js')
process.exitCode = await main(process.argv.slice(2))
