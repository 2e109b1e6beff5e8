/** Bytes of a WAV file's head, as `wavHead` makes it. */
export const WAV_HEAD = 44;

/** The head of a WAV file of 24 bits. */
export function wavHead(rate: number, channels: number, bytes: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(WAV_HEAD));
  const text = (at: number, word: string) => [...word].forEach((letter, index) => head.setUint8(at + index, letter.charCodeAt(0)));
  const width = 3 * channels;
  text(0, 'RIFF');
  head.setUint32(4, 36 + bytes, true);
  text(8, 'WAVEfmt ');
  head.setUint32(16, 16, true);
  head.setUint16(20, 1, true);
  head.setUint16(22, channels, true);
  head.setUint32(24, rate, true);
  head.setUint32(28, rate * width, true);
  head.setUint16(32, width, true);
  head.setUint16(34, 24, true);
  text(36, 'data');
  head.setUint32(40, bytes, true);
  return new Uint8Array(head.buffer);
}

/** Frames of sound as 24-bit samples. */
export function wavBytes(channels: readonly Float32Array[], from: number, to: number): Uint8Array {
  const bytes = new Uint8Array((to - from) * 3 * channels.length);
  let at = 0;
  for (let frame = from; frame < to; frame++) {
    for (const channel of channels) {
      const sample = Math.max(-8388608, Math.min(8388607, Math.round(channel[frame]! * 8388608)));
      bytes[at++] = sample & 255;
      bytes[at++] = sample >> 8 & 255;
      bytes[at++] = sample >> 16 & 255;
    }
  }
  return bytes;
}
