/** Archives as an attacker writes them: nothing an archive says of itself need be so. */

import { deflateRawSync } from 'node:zlib';

export interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface Entry {
  readonly name: Buffer;
  readonly packed: Uint8Array;
  readonly at: number;
}

/** @param copies how often the directory names every entry; all of them overlap then. */
export function archive(files: readonly Packed[], copies = 1): Uint8Array {
  const parts: Uint8Array[] = [];
  const entries: Entry[] = [];
  let at = 0;
  for (const { name, content } of files) {
    const entry = { name: Buffer.from(name), packed: deflateRawSync(content), at };
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(entry.packed.length, 18);
    head.writeUInt16LE(entry.name.length, 26);
    parts.push(head, entry.name, entry.packed);
    at += 30 + entry.name.length + entry.packed.length;
    entries.push(entry);
  }
  const all = Array.from({ length: copies }, () => entries).flat();
  // Every copy has a name of its own.
  const directory = all.map((entry, i) => directoryEntry(entry, Math.floor(i / entries.length)));
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(0xffff, all.length), 8);
  end.writeUInt16LE(Math.min(0xffff, all.length), 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function directoryEntry({ name, packed, at }: Entry, copy: number): Buffer {
  const own = copy === 0 ? name : Buffer.concat([name, Buffer.from(String(copy))]);
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(packed.length, 20);
  // The size it will have is said to be one octet.
  head.writeUInt32LE(1, 24);
  head.writeUInt16LE(own.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, own]);
}
