// Builds dist/: the program as one CommonJS file (Node starts it faster than modules), each package that it needs as a
// file of its own beside it, read only when a command asks for it; and the library as an ES module.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'
import { buildPage } from './page.js'

// Only what is imported by name: a default export is not the same thing in both kinds of module.
const PACKAGES = ['@pagerduty/pdjs', 'chalk', 'commander', 'ical-generator', 'js-yaml', 'luxon']

const settings = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // A megabyte of data that only workspaces with a country in them need.
  external: ['date-holidays'],
  legalComments: 'none',
  logLevel: 'warning',
}

const compact = { ...settings, format: 'cjs', minifyWhitespace: true, minifySyntax: true }

/** Packages stay outside the program's file. */
const apart = {
  name: 'packages-apart',
  setup({ onResolve }) {
    const wanted = new RegExp(`^(${PACKAGES.join('|')})$`)
    onResolve({ filter: wanted }, ({ path }) => ({
      path: `./packages/${path}.cjs`,
      external: true,
    }))
  },
}

rmSync('dist/packages', { recursive: true, force: true })
await Promise.all([
  build({
    ...compact,
    entryPoints: Object.fromEntries(PACKAGES.map((name) => [name, name])),
    outdir: 'dist/packages',
    outExtension: { '.js': '.cjs' },
  }),
  build({
    ...compact,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/main.cjs',
    define: { 'import.meta.url': '__filename' },
    plugins: [apart],
  }),
  build({
    ...settings,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    format: 'esm',
    packages: 'external',
  }),
  buildPage(),
])
