// Pieces of the program that are always read together, in one file: each file that Node opens costs a fifth of a millisecond.
import { basename } from 'node:path'

/**
 * The program's files by name, from its pieces and what esbuild says of them. What `main` needs goes with it, what every
 * command needs goes with `answers`, and what completion needs of that stands apart; each piece stays a module of its own, which runs when it is first asked for.
 */
export function joined(pieces, { outputs }) {
  const needs = new Map(
    Object.entries(outputs).map(([path, { imports }]) => [
      basename(path),
      imports.filter((one) => one.kind === 'import-statement' && !one.external).map(named),
    ]),
  )
  const homes = new Map()
  const heads = ['main', 'complete', 'answers'].map((head) =>
    [...pieces.keys()].find((name) => name.replace(/(-\w+)?\.cjs$/, '') === head),
  )
  for (const head of heads) {
    for (const name of within(head, needs)) if (!homes.has(name)) homes.set(name, head)
  }
  const text = (name) =>
    pieces.get(name).replaceAll(/\brequire\("\.\/([\w-]+\.cjs)"\)/g, (whole, other) => {
      const home = homes.get(other)
      if (home === undefined) return whole
      return home === homes.get(name) ? `piece("${other}")` : `require("./${home}")("${other}")`
    })
  const files = new Map(
    [...pieces.keys()].filter((name) => !homes.has(name)).map((name) => [name, text(name)]),
  )
  for (const head of heads) {
    const its = [...homes].filter(([, home]) => home === head).map(([name]) => name)
    files.set(
      head,
      fileOf(
        its.map((name) => [name, text(name)]),
        head,
      ),
    )
  }
  return files
}

const named = ({ path }) => basename(path)

/** A piece and all that it needs, however far down. */
function within(name, needs, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  for (const other of needs.get(name)) within(other, needs, found)
  return found
}

/** A file that is a function: it gives the piece of a name. Brackets tell the engine that each is about to run. */
function fileOf(its, head) {
  const all = its.map(([name, code]) => `"${name}":(function(module,exports){${code}\n})`)
  return `const pieces={${all.join(',\n')}},done={};
function piece(name){if(!done[name]){const module=done[name]={exports:{}};pieces[name](module,module.exports)}return done[name].exports}
module.exports=piece;${head === 'main.cjs' ? 'piece.main=piece("main.cjs").main' : ''}
`
}
