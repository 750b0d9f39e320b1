// Rolls the types of the library up into one file, dist/index.d.ts: of the rest of dist/ nobody needs the types.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor'

const FOLDER = resolve('dist/.types')

/** Every file below a folder. */
function* filesIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesIn(path)
    else yield path
  }
}

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
execFileSync('npx', ['tsc', '-p', '.', '--outDir', FOLDER], { stdio: 'inherit' })
// The extractor's own compiler wants the names that modules have when they run.
for (const path of filesIn(FOLDER)) {
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replaceAll(
      /(from '|import\(["'])(\.[^'"]*)\.ts(["'])/g,
      '$1$2.js$3',
    ),
  )
}
writeFileSync(join(FOLDER, 'package.json'), '{ "type": "module", "name": "rotate" }\n')
const config = ExtractorConfig.prepare({
  configObject: {
    projectFolder: FOLDER,
    mainEntryPointFilePath: join(FOLDER, 'index.d.ts'),
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: 'es2022',
          module: 'nodenext',
          moduleResolution: 'nodenext',
          skipLibCheck: true,
          types: [],
        },
        files: ['index.d.ts'],
      },
    },
    apiReport: { enabled: false, reportFileName: 'rotate.api.md' },
    docModel: { enabled: false },
    tsdocMetadata: { enabled: false },
    dtsRollup: { enabled: true, untrimmedFilePath: resolve('dist/index.d.ts') },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
    },
  },
  configObjectFullPath: join(FOLDER, 'api-extractor.json'),
  packageJsonFullPath: join(FOLDER, 'package.json'),
})
const { succeeded } = Extractor.invoke(config, {
  localBuild: true,
  showVerboseMessages: false,
  messageCallback: (message) => {
    message.handled = message.logLevel !== ExtractorLogLevel.Error
  },
})
if (!succeeded) process.exit(1)
rmSync(FOLDER, { recursive: true, force: true })
