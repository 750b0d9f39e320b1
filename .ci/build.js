// Bundles the program and the library into dist/. What a command does not need stays in files of its own, which
// are read only when they are imported: starting is fast because little is loaded.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { buildPage } from './page.js'

rmSync('dist/chunks', { recursive: true, force: true })
await build({
  entryPoints: ['src/cli/main.ts', 'src/index.ts'],
  outdir: 'dist',
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  minifyWhitespace: true,
  minifySyntax: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // A megabyte of data that only workspaces with a country in them need.
  external: ['date-holidays'],
  // Packages of CommonJS ask for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  legalComments: 'none',
  logLevel: 'warning',
})
await buildPage()
