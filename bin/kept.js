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
  statSync,
  writeFileSync,
} = require('node:fs')
const path = require('node:path')
const { Script } = require('node:vm')

/** What people type all day, and what completion asks. Each is kept by itself, two megabytes at most. */
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

/** What may stand before a command and takes a value, as in src/cli/place.ts, which is not read yet. */
const TAKES = ['-C', '--dir', '--tz', '-o', '--format']

const BEFORE = '(function (exports, require, module, __filename, __dirname) { '
const AFTER = '\n})'

/** A `require` for the program that answers those words; undefined where nothing is kept for them. */
exports.keptFor = function keptFor(words) {
  const command = quickIn(words)
  const folder = folderOf(process.env)
  // V8 takes no code that was made under other flags.
  const isPlain = process.execArgv.length === 0 && !process.env.NODE_OPTIONS
  if (command === undefined || folder === undefined || !isPlain) return undefined
  const place = path.join(folder, `${process.version}-${process.arch}-${command}`)
  const loader = new Loader(read(place))
  process.on('exit', () => {
    if (loader.isNew) write(place, loader)
  })
  return (name) => loader.load(path.resolve(__dirname, name))
}

/** The command, where it is one of those; `me` in `swap me bob` is none. */
function quickIn(words) {
  if (words.length === 0) return 'status'
  const name = words.find((word, i) => !word.startsWith('-') && !TAKES.includes(words[i - 1]))
  return QUICK.includes(name) ? name : undefined
}

/** Where it is kept; undefined where there is no place, or nobody comes back to it. */
function folderOf({ CI, HOME, LOCALAPPDATA, NODE_DISABLE_COMPILE_CACHE, XDG_CACHE_HOME }) {
  if (CI || NODE_DISABLE_COMPILE_CACHE) return undefined
  const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache'
  const base =
    process.platform === 'win32' ? LOCALAPPDATA : XDG_CACHE_HOME || (HOME && path.join(HOME, usual))
  return base && path.isAbsolute(base) ? path.join(base, 'rotate') : undefined
}

/** Whether a folder, or the one in which it would be made, belongs to whoever asks: under sudo HOME may be another's. */
function isOurs(folder) {
  if (process.getuid === undefined) return true
  const found = statSync(folder, { throwIfNoEntry: false })
  return found === undefined ? isOurs(path.dirname(folder)) : found.uid === process.getuid()
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

  load(file) {
    const known = this.#modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    this.#modules.set(file, module)
    const state = stateOf(file)
    const before = this.#kept.get(file)
    // Another version of the program: nothing of it holds.
    if (before !== undefined && before.state !== state) this.#kept.clear()
    const cachedData = this.#kept.get(file)?.code
    const script = new Script(BEFORE + readFileSync(file, 'utf8') + AFTER, {
      filename: file,
      columnOffset: -BEFORE.length,
      cachedData,
    })
    if (cachedData === undefined || script.cachedDataRejected) this.isNew = true
    this.#scripts.set(file, { state, script })
    const folder = path.dirname(file)
    const requireFrom = (name) =>
      name.startsWith('.') ? this.load(path.resolve(folder, name)) : require(name)
    script.runInThisContext()(module.exports, requireFrom, module, file, folder)
    return module.exports
  }

  /** What is to be kept: of this run, and of earlier ones what this one did not read. */
  pieces() {
    const now = [...this.#scripts].map(([file, { state, script }]) => {
      return { file, state, code: script.createCachedData() }
    })
    const others = [...this.#kept.values()].filter(({ file }) => !this.#scripts.has(file))
    return [...now, ...others]
  }
}

function write(place, loader) {
  const temporary = `${place}.${process.pid}`
  try {
    const folder = path.dirname(place)
    if (!isOurs(folder)) return
    const bytes = bytesOf(loader.pieces())
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, place)
  } catch {
    // A full disk or a folder that cannot be written: the next question takes as long as this one.
    removeRest(temporary)
  }
}

function removeRest(temporary) {
  try {
    rmSync(temporary)
  } catch {
    // It was not even begun.
  }
}

/**
 * The length of the table of contents; that; the code of each file; and all of it once more: V8 does not see that its code
 * was damaged, and to compare two copies needs nothing of Node that is not there yet, as a checksum does.
 */
function bytesOf(pieces) {
  const files = pieces.map(({ file, state, code }) => ({ file, state, size: code.length }))
  const contents = Buffer.from(JSON.stringify({ by: thisProgram(), files }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(contents.length)
  const copy = [length, contents, ...pieces.map(({ code }) => code)]
  return Buffer.concat([...copy, ...copy])
}

/** What is kept, by the paths of files; nothing where it is not whole, or where somebody else could have written it. */
function read(place) {
  const kept = new Map()
  const bytes = ownFile(place)
  const half = bytes === undefined ? 0 : bytes.length / 2
  if (half < 4 || !bytes.subarray(0, half).equals(bytes.subarray(half))) return kept
  let at = 4 + bytes.readUInt32LE(0)
  // A power cut may leave nothing but zeros.
  if (at === 4) return kept
  const { by, files } = JSON.parse(bytes.toString('utf8', 4, at))
  if (by !== thisProgram()) return kept
  for (const { file, state, size } of files) {
    kept.set(file, { file, state, code: bytes.subarray(at, at + size) })
    at += size
  }
  return kept
}

/** This rotate: what another one keeps is not read each time. And this Node: two builds of a version need not be alike. */
function thisProgram() {
  return `${__dirname} ${process.execPath} ${stateOf(process.execPath)}`
}

/** What is another where a file was written or replaced; nobody can set the time at which that was. */
function stateOf(file) {
  const { ino, size, ctimeMs } = statSync(file)
  return `${ino} ${size} ${ctimeMs}`
}

/** V8 runs what it is given. */
function ownFile(place) {
  let file
  try {
    file = openSync(place, 'r')
    const { uid, mode } = fstatSync(file)
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
    return isOwn ? readFileSync(file) : undefined
  } catch {
    return undefined
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
