/** A file with its path within a folder. */
export interface Packed {
  readonly path: string;
  readonly file: File;
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) {
    crc = crc & 1 ? 0xedb88320 ^ crc >>> 1 : crc >>> 1;
  }
  return crc >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc = CRC[(crc ^ byte) & 0xff]! ^ crc >>> 8;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Packs files into a zip archive without compressing them; the same files in any order make the same archive. */
export async function zipped(files: readonly Packed[], done: (share: number) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  const contents: BlobPart[] = [];
  const sorted = [...files].sort((a, b) => a.path < b.path ? -1 : 1);
  let at = 0;
  let listed = 0;
  for (const [index, { path, file }] of sorted.entries()) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = new TextEncoder().encode(path);
    const crc = checksum(bytes);
    const head = (central: boolean): Uint8Array<ArrayBuffer> => {
      const view = new DataView(new ArrayBuffer(central ? 46 : 30));
      const from = central ? 2 : 0;
      view.setUint32(0, central ? 0x02014b50 : 0x04034b50, true);
      if (central) view.setUint16(4, 20, true);
      view.setUint16(4 + from, 20, true);
      view.setUint16(6 + from, 0x800, true);        // the name is UTF-8
      view.setUint32(10 + from, 0x00210000, true);  // no time: the first of January 1980
      view.setUint32(14 + from, crc, true);
      view.setUint32(18 + from, bytes.length, true);
      view.setUint32(22 + from, bytes.length, true);
      view.setUint16(26 + from, name.length, true);
      if (central) view.setUint32(42, at, true);
      return new Uint8Array(view.buffer);
    };
    contents.push(head(true), name);
    listed += 46 + name.length;
    parts.push(head(false), name, bytes);
    at += 30 + name.length + bytes.length;
    done((index + 1) / sorted.length);
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, sorted.length, true);
  end.setUint16(10, sorted.length, true);
  end.setUint32(12, listed, true);
  end.setUint32(16, at, true);
  return new Blob([...parts, ...contents, new Uint8Array(end.buffer)]);
}
