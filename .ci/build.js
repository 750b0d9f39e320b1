// Builds dist/: the program as a few CommonJS files (Node starts them faster than modules) with each package beside them,
// read only when they are asked for; and the library as an ES module.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative, resolve } from 'node:path'
import { build, transform } from 'esbuild'
import { buildCities } from './cities.js'
import { buildRegions } from './regions.js'
import { groupsIn } from './groups.js'
import { joined } from './joined.js'
import { buildLicenses } from './licenses.js'
import { buildPage } from './page.js'
import { buildRecords } from './records.js'

// Only what is imported by name: a default export is not the same thing in both kinds of module.
const PACKAGES = [
  '@pagerduty/pdjs',
  'chalk',
  'commander',
  'https-proxy-agent',
  'ical-generator',
  'js-yaml',
  'luxon',
]

const settings = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
}

const compactCode = {
  platform: settings.platform,
  target: settings.target,
  minifyWhitespace: true,
  minifySyntax: true,
}
const compact = { ...settings, ...compactCode, format: 'cjs' }

/** Packages stay outside the program's files. */
const apart = {
  name: 'packages-apart',
  setup({ onResolve }) {
    const wanted = new RegExp(`^(${PACKAGES.join('|')})$`)
    onResolve({ filter: wanted }, ({ path }) => ({
      path: `../packages/${path}.cjs`,
      external: true,
    }))
  },
}

/** Commander can start other programs. No command of ours is one, and reading how takes a millisecond. */
const startsNothing = {
  name: 'starts-nothing',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'nothing' }))
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {}' }))
  },
}

/** node-fetch brings an URL of its own for a Node without one, and it asks for a module of which Node 22 warns. */
const hasUrl = {
  name: 'has-url',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^whatwg-url$/ }, ({ path }) => ({ path, namespace: 'url' }))
    onLoad({ filter: /.*/, namespace: 'url' }, () => ({ contents: 'module.exports = { URL }' }))
  },
}

const TOGETHER = groupsIn(resolve('src'))

/** Makes one module of those that are read together, wherever one of them is imported late. */
const together = {
  name: 'read-together',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined
      const name = relative(resolve('src'), join(resolveDir, path))
        .replace(/\.ts$/, '')
        .replaceAll('\\', '/')
      const group = Object.keys(TOGETHER).find((each) => TOGETHER[each].includes(name))
      if (group === undefined)
        throw new Error(`.ci/groups.js does not see that ${name} is imported late`)
      return { path: group, namespace: 'together' }
    })
    onLoad({ filter: /.*/, namespace: 'together' }, ({ path }) => ({
      contents: TOGETHER[path].map((name) => `export * from './src/${name}.ts'`).join('\n'),
      resolveDir: resolve('.'),
    }))
  },
}

/** esbuild splits only ES modules, so each piece becomes CommonJS afterwards. */
async function buildProgram() {
  const { outputFiles, metafile } = await build({
    ...compact,
    format: 'esm',
    splitting: true,
    entryPoints: ['src/cli/main.ts'],
    outdir: 'dist/program',
    outExtension: { '.js': '.cjs' },
    chunkNames: '[name]-[hash]',
    define: { 'import.meta.url': '__filename' },
    plugins: [apart, together],
    write: false,
    metafile: true,
  })
  const pieces = new Map()
  for (const { path, text } of outputFiles) {
    // `import()` becomes `require` too.
    const supported = { 'dynamic-import': false }
    const { code } = await transform(text, { ...compactCode, format: 'cjs', supported })
    pieces.set(basename(path), code)
  }
  mkdirSync('dist/program', { recursive: true })
  for (const [name, code] of joined(pieces, metafile))
    writeFileSync(join('dist/program', name), code)
  return metafile
}

rmSync('dist/program', { recursive: true, force: true })
rmSync('dist/packages', { recursive: true, force: true })
buildCities()
buildRegions()
copyFileSync('src/io/holidays.txt', 'dist/holidays.txt')
const [packages, program] = await Promise.all([
  build({
    ...compact,
    entryPoints: Object.fromEntries(PACKAGES.map((name) => [name, name])),
    outdir: 'dist/packages',
    outExtension: { '.js': '.cjs' },
    plugins: [startsNothing, hasUrl],
    metafile: true,
  }),
  buildProgram(),
  build({
    ...settings,
    entryPoints: ['src/index.ts'],
    outdir: 'dist',
    format: 'esm',
    packages: 'external',
  }),
  buildPage(),
  buildRecords(),
])
buildLicenses([...Object.keys(packages.metafile.inputs), ...Object.keys(program.inputs)])
