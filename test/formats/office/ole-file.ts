/** A compound file ([MS-CFB]) with streams of these names, all of which begin in the same sector of these bytes. */
export function oleFile(names: readonly string[], content = new Uint8Array(512)): Uint8Array {
  const bytes = Buffer.alloc(512 * 4, 0xff);
  bytes.fill(0, 0, 76);
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(0xfffe, 28);
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(1, 44);
  bytes.writeUInt32LE(1, 48);
  bytes.writeUInt32LE(0, 76);
  const table = [0xfffffffd, 0xfffffffe, 0xfffffffe];
  for (const [index, value] of table.entries()) bytes.writeUInt32LE(value, 512 + index * 4);
  const entries = ['Root Entry', ...names];
  bytes.fill(0, 1024, 1536);
  for (const [index, name] of entries.entries()) {
    const at = 1024 + index * 128;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes.writeUInt32LE(2, at + 116);
  }
  bytes.set(content, 1536);
  return new Uint8Array(bytes);
}
