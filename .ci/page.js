// The parts of the page that `rotate export html` writes: its script and its style, as two texts in dist/page/.
import { build } from 'esbuild'

/** Bundles them; they are read from the disk by that command alone, so that no other one pays for them. */
export const buildPage = () =>
  build({
    entryPoints: {
      script: 'src/views/page/browser/main.ts',
      style: 'src/views/page/browser/style.css',
    },
    outdir: 'dist/page',
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    // What came out in 2023 or later is not taken for granted on somebody's phone.
    target: ['chrome111', 'firefox113', 'safari16.2'],
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'warning',
  })
