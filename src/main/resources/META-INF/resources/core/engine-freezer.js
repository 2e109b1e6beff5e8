// A worker that makes one track's frozen sound with the engine's build; typed in frontend/audio/messages.ts.
const BLOCK = 32768;   // bytes of a preset's sound handed over at once
const BLOCKS = 7;      // of the frozen sound in one part: 28 KB
let engine;
const waiting = new Set();

onmessage = async ({ data }) => {
  try {
    if (data.type === 'freeze') {
      const build = data.bytes
        ? (await (await import('./wasm-runtime.js')).load(data.bytes, { nodejs: false })).exports
        : await import('./engine.js');
      engine = build.EngineFreezing;
      const missing = engine.freezeBegins(data.score);
      missing.forEach(address => waiting.add(address));
      const media = engine.freezeMedia();
      if (missing.length + media.length > 0) waiting.add('media');
      if (waiting.size > 0) postMessage({ type: 'missing', addresses: missing, media });
    } else if (data.type === 'media') {
      engine.freezeMediaBegins(data.high, data.low, data.rate, data.channels, data.frames);
    } else if (data.type === 'mediaBlock') {
      engine.freezeMediaBlock(data.high, data.low, data.block, data.bytes);
    } else if (data.type === 'mediaIsThere') {
      waiting.delete('media');
    } else {
      engine.freezePreset(data.address, data.head);
      for (let at = 0; at === 0 || at < data.sound.length; at += BLOCK) engine.freezeSampled(data.sound.slice(at, at + BLOCK));
      waiting.delete(data.address);
    }
    if (waiting.size === 0) make();
  } catch (error) {
    postMessage({ type: 'failed', message: String(error?.message ?? error) });
  }
};

function make() {
  const parts = [];
  for (let told = 0; !engine.freezeIsOver();) {
    const part = engine.freeze(BLOCKS);
    if (part.length > 0) parts.push(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    const done = engine.freezeProgress();
    if (done >= told + 0.02) {
      told = done;
      postMessage({ type: 'progress', done });
    }
  }
  postMessage({ type: 'made', fingerprint: engine.freezeFingerprint(), frames: engine.freezeFrames(), parts });
}
