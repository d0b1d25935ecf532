import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { unpack } from '@/lib/catalog/files/unpack'

const text = '<edmx:Edmx Version="4.0">'.repeat(5000)
const plain = strToU8(text)

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function unpacked(bytes: Uint8Array, bytesMax = 10_000_000, size = 1000): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of unpack(cut(bytes, size), bytesMax)) chunks.push(new Uint8Array(chunk))
  return Buffer.concat(chunks).toString()
}

const zip = zipSync({
  'readme.txt': strToU8('not this'),
  'UAT/metadata.xml': plain,
  'other.xml': strToU8('<nor-this/>'),
})

describe('a file', () => {
  test.each([
    ['as it is', plain],
    ['gzipped', gzipSync(plain)],
    ['in a zip archive, the first XML', zip],
    ['in a zip archive without compression', zipSync({ 'a.xml': plain }, { level: 0 })],
  ])('is read %s', async (_, bytes) => {
    expect(await unpacked(bytes)).toBe(text)
    expect(await unpacked(bytes, 10_000_000, bytes.length)).toBe(text)
  })

  test('may be empty, which is for its reader to refuse', async () => {
    expect(await unpacked(new Uint8Array())).toBe('')
  })

  test.each([
    ['as it is', plain],
    ['once it is unpacked from gzip', gzipSync(plain)],
    ['once it is unpacked from a zip archive', zip],
  ])('is not read beyond its limit, %s', async (_, bytes) => {
    await expect(unpacked(bytes, text.length - 1)).rejects.toMatchObject({ code: 'too_large' })
  })

  test.each([
    ['a gzip that ends too early', gzipSync(plain).subarray(0, 100)],
    ['a gzip with a hole', gzipSync(plain).fill(0, 30, 90)],
    ['a zip with a hole', zip.slice().fill(255, 110, 160)],
    ['a zip without XML', zipSync({ 'readme.txt': plain })],
  ])('is refused where it is %s', async (_, bytes) => {
    await expect(unpacked(bytes)).rejects.toMatchObject({ code: 'bad_document' })
  })

  test('that breaks off while it comes fails with the reason of that', async () => {
    async function* breaking(): AsyncGenerator<Uint8Array> {
      yield gzipSync(plain).subarray(0, 100)
      throw new Error('the browser went away')
    }
    const read = async () => {
      for await (const _ of unpack(breaking(), 1e7)) expect(_.length).toBeGreaterThan(0)
    }
    await expect(read()).rejects.toThrow('the browser went away')
  })
})
