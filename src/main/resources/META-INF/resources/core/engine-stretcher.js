// A worker that stretches one recording with the engine's build; typed in frontend/audio/messages.ts.
import { lay, lift } from './hand-over.js';

let build, engine;
let from = 0;

onmessage = async ({ data }) => {
  try {
    switch (data.type) {
      case 'stretch': {
        build = data.bytes
          ? (await (await import('./wasm-runtime.js')).load(data.bytes, { nodejs: false })).exports
          : await import('./engine.js');
        engine = build.EngineStretching;
        engine.stretchBegins(data.rate, data.channels, data.frames);
        postMessage({ type: 'ready' });
        break;
      }
      case 'block': engine.stretchBlock(data.block, lay(build, data.bytes)); break;
      case 'map': make(engine.stretchMap(data.in, data.out)); break;
    }
  } catch (error) {
    postMessage({ type: 'failed', message: String(error?.message ?? error) });
  }
};

function make(frames) {
  postMessage({ type: 'begun', frames });
  for (let block = 0; ; block++) {
    const made = engine.stretchNext();
    if (made === 0) break;
    const bytes = lift(build, made);
    postMessage({ type: 'made', block, bytes }, [bytes.buffer]);
  }
  postMessage({ type: 'over' });
}
