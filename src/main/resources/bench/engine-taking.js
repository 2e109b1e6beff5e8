// What the worker and the page share: one build of the page's engine, its scores and presets, and keys that are held.
const { lay } = await import('/core/hand-over.js');

export const BLOCK = 128;
const VOICES = 64;
const TRACKS = 8;
const LOWEST_KEY = 40;

const get = async path => (await fetch(path)).arrayBuffer();

/** The engine's exports, begun at 48 kHz. */
export async function begun(build) {
  const engine = build === 'wasm'
    ? (await (await import('/core/wasm-runtime.js')).load(await get('/core/engine.wasm'), { nodejs: false })).exports
    : await import('/core/engine.js');
  engine.begin(48000);
  return engine;
}

/** The numbers of a score. */
export const score = async path => new Int32Array(await get(path));

/** Gives the engine a score; returns the milliseconds of the longest step, of which the worklet does one between two blocks. */
export function give(engine, numbers) {
  let longest = 0;
  const step = run => {
    const began = performance.now();
    const done = run();
    longest = Math.max(longest, performance.now() - began);
    return done;
  };
  engine.scoreBegins(numbers.length);
  for (let at = 0; at < numbers.length; at += 8192) step(() => engine.scorePart(at, lay(engine, numbers.subarray(at, at + 8192))));
  while (!step(() => engine.scoreReady())) engine.render(BLOCK);
  step(() => engine.scoreEnds());
  return longest;
}

/** Gives the engine a score and the presets it asks for; returns its rate. */
export async function take(engine, path) {
  const numbers = await score(path);
  give(engine, numbers);
  for (const address of [...engine.needs()].filter((_, index) => index % 2 === 0)) {
    const packed = new Blob([await get(`/preset/${address}`)]).stream().pipeThrough(new DecompressionStream('gzip'));
    const plain = await new Response(packed).arrayBuffer();
    const count = new DataView(plain).getInt32(0, true);
    engine.preset(address, new Int32Array(plain.slice(4, 4 + 4 * count)));
    const sound = new Uint8Array(plain.slice(4 + 4 * count));
    for (let at = 0; at === 0 || at < sound.length; at += 32768) engine.sampled(lay(engine, sound.subarray(at, at + 32768)));
  }
  return numbers[1];
}

/** Holds keys in turn on all tracks until enough voices sound. */
export function hold(engine) {
  for (let key = LOWEST_KEY; engine.voices() < VOICES && key < 128; key++) {
    engine.noteOn(1 + key % TRACKS, key, 100, 0);
    engine.render(BLOCK);
  }
}
