/** Pictures of a workbench have few colours. With a palette of 256, a picture takes a third of the room. */
import assert from 'node:assert/strict'
import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const most = 256

/**
 * The same picture with a palette: its commonest colours, and for the rest the nearest of these.
 *
 * @param {Buffer} png 8 bits a channel without interlacing, as browsers write it; what is transparent gets opaque
 */
export function withPalette(png) {
  const { width, height, colours } = pixels(png)
  const palette = commonest(colours)
  const nearest = nearestOf(palette)
  // Each line begins with the number of its filter. None is best for palettes.
  const lines = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    lines[at + Math.floor(at / width) + 1] = nearest(colour)
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits, with a palette.
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The size of a picture, and its colours line by line as 0xRRGGBB. @param {Buffer} png */
function pixels(png) {
  assert.ok(png.subarray(0, 8).equals(signature), 'This is no PNG.')
  const parts = []
  let header = png
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = data
    if (type === 'IDAT') parts.push(data)
    at += length + 12
  }
  const [width, height, depth, kind, interlaced] = [
    header.readUInt32BE(0),
    header.readUInt32BE(4),
    header[8],
    header[9],
    header[12],
  ]
  assert.ok(depth === 8 && (kind === 2 || kind === 6) && interlaced === 0, 'This is no PNG as browsers write it.')
  const size = kind === 6 ? 4 : 3
  const raw = unfiltered(inflateSync(Buffer.concat(parts)), width * size, size)
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at++) colours[at] = raw.readUIntBE(at * size, 3)
  return { width, height, colours }
}

/**
 * Takes the filters of PNG away (https://www.w3.org/TR/png-3/#9Filters).
 *
 * @param {Buffer} data a number and the bytes of each line
 * @param {number} stride bytes of a line
 * @param {number} size bytes of a pixel
 */
function unfiltered(data, stride, size) {
  const height = data.length / (stride + 1)
  const raw = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < size ? 0 : raw.readUInt8(at - size)
      const above = y === 0 ? 0 : raw.readUInt8(at - stride)
      const aslant = x < size || y === 0 ? 0 : raw.readUInt8(at - stride - size)
      const foretold = [0, left, above, (left + above) >> 1, paeth(left, above, aslant)][filter ?? 0] ?? 0
      raw[at] = data.readUInt8(y * (stride + 1) + 1 + x) + foretold
    }
  }
  return raw
}

/** @param {number} left @param {number} above @param {number} aslant */
function paeth(left, above, aslant) {
  const guess = left + above - aslant
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - aslant)]
  if (a <= b && a <= c) return left
  return b <= c ? above : aslant
}

/**
 * The commonest colours, but first those that are unlike each other: else the shades of black text would leave no room for
 * the few pixels of a yellow sign.
 *
 * @param {Uint32Array} colours
 */
function commonest(colours) {
  /** @type {Map<number, number>} */
  const counts = new Map()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const all = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour)
  /** @type {number[]} */
  const palette = []
  for (const apart of [48, 24, 12, 6, 3]) {
    for (const colour of all) {
      if (palette.length === most) return palette
      if (palette.every((other) => distance(colour, other) >= apart ** 2)) palette.push(colour)
    }
  }
  return palette
}

/** @param {readonly number[]} palette */
function nearestOf(palette) {
  const known = new Map(palette.map((colour, index) => [colour, index]))
  return (/** @type {number} */ colour) => {
    const index = known.get(colour) ?? nearestIn(palette, colour)
    known.set(colour, index)
    return index
  }
}

/** @param {readonly number[]} palette @param {number} colour */
function nearestIn(palette, colour) {
  const distances = palette.map((other) => distance(colour, other))
  return distances.indexOf(Math.min(...distances))
}

/** Squared. @param {number} one @param {number} other */
const distance = (one, other) =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2

/** @param {number} colour */
const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
