// A worker that makes one track's frozen sound with the engine's build; typed in frontend/audio/messages.ts.
import { lay, lift } from './hand-over.js';

const PART = 8192;     // numbers of a score handed over at once
const BLOCK = 32768;   // bytes of a preset's sound handed over at once
const BLOCKS = 7;      // of the frozen sound in one part: 28 KB
let build, engine;
const waiting = new Set();

onmessage = async ({ data }) => {
  try {
    if (data.type === 'freeze') {
      build = data.bytes
        ? (await (await import('./wasm-runtime.js')).load(data.bytes, { nodejs: false })).exports
        : await import('./engine.js');
      engine = build.EngineFreezing;
      build.scoreBegins(data.score.length);
      for (let at = 0; at < data.score.length; at += PART) build.scorePart(at, lay(build, data.score.subarray(at, at + PART)));
      const missing = engine.freezeBegins();
      missing.forEach(address => waiting.add(address));
      const media = engine.freezeMedia();
      if (missing.length + media.length > 0) waiting.add('media');
      if (waiting.size > 0) postMessage({ type: 'missing', addresses: missing, media });
    } else if (data.type === 'media') {
      engine.freezeMediaBegins(data.high, data.low, data.rate, data.channels, data.frames);
    } else if (data.type === 'mediaBlock') {
      engine.freezeMediaBlock(data.high, data.low, data.block, lay(build, data.bytes));
    } else if (data.type === 'mediaIsThere') {
      waiting.delete('media');
    } else {
      engine.freezePreset(data.address, data.head);
      for (let at = 0; at === 0 || at < data.sound.length; at += BLOCK) engine.freezeSampled(lay(build, data.sound.subarray(at, at + BLOCK)));
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
    const bytes = engine.freeze(BLOCKS);
    if (bytes > 0) parts.push(lift(build, bytes));
    const done = engine.freezeProgress();
    if (done >= told + 0.02) {
      told = done;
      postMessage({ type: 'progress', done });
    }
  }
  postMessage({ type: 'made', fingerprint: engine.freezeFingerprint(), frames: engine.freezeFrames(), parts });
}
