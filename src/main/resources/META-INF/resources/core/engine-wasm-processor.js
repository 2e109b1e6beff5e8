// The engine as WebAssembly GC, in the audio worklet. The page hands over the module's bytes.
import './text-decoder.js';
import { load } from './wasm-runtime.js';
import { register } from './engine-processor.js';

register(async ({ bytes }) => (await load(bytes, { nodejs: false })).exports);
