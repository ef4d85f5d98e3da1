/** Files put into a ZIP archive as they are, nothing packed (APPNOTE 6.3.10): for readers that want an archive and nothing else. */

const LOCAL_ENTRY = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** 2.0, the first version with folders. */
const VERSION = 20;
const UTF8_NAMES = 1 << 11;
/** 1 January 1980, the first day the format knows. */
const FIRST_DAY = 0x21;
const LOCAL_LENGTH = 30;
const DIRECTORY_LENGTH = 46;
const END_LENGTH = 22;

/** In the order of the map; for archives under 4 GB and 65,536 files. */
export function zipStored(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...files].map(([name, content]) => ({
    name: new TextEncoder().encode(name),
    content,
    crc: crc32(content),
  }));
  const length = entries.reduce(
    (sum, { name, content }) => sum + LOCAL_LENGTH + DIRECTORY_LENGTH + 2 * name.length + content.length,
    END_LENGTH,
  );
  const archive = new Uint8Array(length);
  const view = new DataView(archive.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, LOCAL_ENTRY, true);
    writeFacts(view, at + 4, entry);
    archive.set(entry.name, at + LOCAL_LENGTH);
    archive.set(entry.content, at + LOCAL_LENGTH + entry.name.length);
    at += LOCAL_LENGTH + entry.name.length + entry.content.length;
    return offset;
  });
  const directory = at;
  entries.forEach((entry, i) => {
    view.setUint32(at, DIRECTORY_ENTRY, true);
    view.setUint16(at + 4, VERSION, true);
    writeFacts(view, at + 6, entry);
    view.setUint32(at + 42, offsets[i] ?? 0, true);
    archive.set(entry.name, at + DIRECTORY_LENGTH);
    at += DIRECTORY_LENGTH + entry.name.length;
  });
  view.setUint32(at, END_OF_DIRECTORY, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return archive;
}

/** The 26 octets that a file's own head and its line in the directory have in common. */
function writeFacts(
  view: DataView,
  at: number,
  { name, content, crc }: { readonly name: Uint8Array; readonly content: Uint8Array; readonly crc: number },
): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 8, FIRST_DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, content.length, true);
  view.setUint32(at + 18, content.length, true);
  view.setUint16(at + 22, name.length, true);
}

/** The checksum of ISO 3309, polynomial 0xEDB88320. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

const CRC_TABLE: readonly number[] = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});
