// The engine as JavaScript, in the audio worklet of a browser without WebAssembly GC.
import './text-decoder.js';
import * as engine from './engine.js';
import { register } from './engine-processor.js';

register(async () => engine);
