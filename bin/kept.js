// Reads the program with the code to which V8 compiled it the last time, with the functions that ran then: a quick question
// takes two thirds of the time. Node's own compile cache, where it has one, keeps no functions.
'use strict'
const {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} = require('node:fs')
const { dirname, isAbsolute, join, resolve } = require('node:path')
const { Script } = require('node:vm')
const { crc32 } = require('node:zlib')

/** What people type all day, and what completion asks. Each is kept by itself, a megabyte at most. */
const QUICK = [
  'status',
  'who',
  'me',
  'people',
  'shifts',
  'calendar',
  'meetings',
  'check',
  'completion',
]

const BEFORE = '(function (exports, require, module, __filename, __dirname) { '

/** A `require` for the program that answers those words; undefined where nothing is kept for them. */
exports.keptFor = function keptFor(words) {
  const command = words.length === 0 ? 'status' : words.find((word) => QUICK.includes(word))
  const folder = folderOf(process.env)
  // V8 takes no code that was made under other flags. Before 20.15 Node has no quick way to see that a file is whole.
  const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS
  if (command === undefined || folder === undefined || !isPlain || !crc32) return undefined
  const path = join(folder, `${process.version}-${process.arch}-${command}`)
  const loader = new Loader(read(path))
  process.on('exit', () => {
    if (loader.isNew) write(path, loader.pieces())
  })
  return (name) => loader.load(resolve(__dirname, name))
}

/** Where it is kept; undefined where there is no place, or nobody comes back to it. */
function folderOf({ CI, HOME, LOCALAPPDATA, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME }) {
  if (CI || NODE_DISABLE_COMPILE_CACHE) return undefined
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  const base =
    process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || (HOME && join(HOME, usual))
  return base && isAbsolute(base) ? join(base, 'rotate') : undefined
}

/** Modules by their paths, compiled with what is kept of them. */
class Loader {
  #kept
  #modules = new Map()
  #scripts = new Map()
  isNew = false

  constructor(kept) {
    this.#kept = kept
  }

  load(path) {
    const known = this.#modules.get(path)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    this.#modules.set(path, module)
    const source = readFileSync(path)
    const sum = crc32(source)
    const kept = this.#kept.get(path)
    if (kept !== undefined && kept.sum !== sum) this.#kept.clear()
    const cachedData = this.#kept.get(path)?.code
    const script = new Script(`${BEFORE}${source}\n})`, {
      filename: path,
      columnOffset: -BEFORE.length,
      cachedData,
    })
    if (cachedData === undefined || script.cachedDataRejected) this.isNew = true
    this.#scripts.set(path, { sum, script })
    const requireFrom = (name) =>
      name.startsWith('.') ? this.load(resolve(dirname(path), name)) : require(name)
    const run = script.runInThisContext()
    run.call(module.exports, module.exports, requireFrom, module, path, dirname(path))
    return module.exports
  }

  /** What is to be kept: of this run, and of earlier ones what this one did not read. */
  pieces() {
    const now = [...this.#scripts].map(([path, { sum, script }]) => {
      return { path, sum, code: script.createCachedData() }
    })
    const others = [...this.#kept.values()].filter(({ path }) => !this.#scripts.has(path))
    return [...now, ...others]
  }
}

/** A checksum of the rest; the length of the table of contents; that; the code of each file. */
function write(path, pieces) {
  const table = pieces.map(({ path: file, sum, code }) => ({ path: file, sum, size: code.length }))
  const contents = Buffer.from(JSON.stringify(table))
  const head = Buffer.alloc(8)
  head.writeUInt32LE(contents.length, 4)
  const rest = Buffer.concat([head.subarray(4), contents, ...pieces.map(({ code }) => code)])
  head.writeUInt32LE(crc32(rest), 0)
  const temporary = `${path}.${process.pid}`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    writeFileSync(temporary, Buffer.concat([head.subarray(0, 4), rest]), {
      mode: 0o600,
      flag: 'wx',
    })
    renameSync(temporary, path)
  } catch {
    // A full disk or a folder that cannot be written: the next question takes as long as this one.
    removeRest(temporary)
  }
}

function removeRest(path) {
  try {
    rmSync(path)
  } catch {
    // It was not even begun.
  }
}

/** What is kept, by the paths of files; nothing where it is not whole, or where somebody else could have written it. */
function read(path) {
  const kept = new Map()
  const bytes = ownFile(path)
  if (bytes === undefined || bytes.length < 8) return kept
  if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4))) return kept
  let at = 8 + bytes.readUInt32LE(4)
  for (const { path: file, sum, size } of JSON.parse(bytes.toString('utf8', 8, at))) {
    kept.set(file, { path: file, sum, code: bytes.subarray(at, at + size) })
    at += size
  }
  return kept
}

/** V8 runs what it is given. */
function ownFile(path) {
  let file
  try {
    file = openSync(path, 'r')
    const { uid, mode } = fstatSync(file)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOwn ? readFileSync(file) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
