// Plays the song and some held voices as fast as it can with one build of the page's engine, and tells how long the blocks took.
const BLOCK = 128;
const SECONDS = 60;   // of the song
const VOICES = 64;
const LOWEST_KEY = 40;
const build = self.location.hash.slice(1);

const get = async path => (await fetch(path)).arrayBuffer();
const engine = build === 'wasm'
  ? (await (await import('/core/wasm-runtime.js')).load(await get('/core/engine.wasm'), { nodejs: false })).exports
  : await import('/core/engine.js');

async function take(path) {
  const numbers = new Int32Array(await get(path));
  engine.scoreBegins(numbers.length);
  for (let at = 0; at < numbers.length; at += 8192) engine.scorePart(at, numbers.slice(at, at + 8192));
  engine.scoreEnds();
  for (const address of [...engine.missing()]) {
    const packed = new Blob([await get(`/preset/${address}`)]).stream().pipeThrough(new DecompressionStream('gzip'));
    const plain = await new Response(packed).arrayBuffer();
    const count = new DataView(plain).getInt32(0, true);
    engine.preset(address, new Int32Array(plain.slice(4, 4 + 4 * count)));
    const sound = new Uint8Array(plain.slice(4 + 4 * count));
    for (let at = 0; at === 0 || at < sound.length; at += 32768) engine.sampled(sound.slice(at, at + 32768));
  }
  return numbers[1];
}

/** Milliseconds of each block, sorted, and of all together. */
function run(blocks) {
  const times = new Float64Array(blocks);
  const began = performance.now();
  for (let i = 0, last = began; i < blocks; i++) {
    engine.render(BLOCK);
    const now = performance.now();
    times[i] = now - last;
    last = now;
  }
  return { all: performance.now() - began, times: times.sort() };
}

const share = ({ times }, part, rate) => times[Math.floor(part * times.length)] * 0.1 * rate / BLOCK;

engine.begin(48000);
const rate = await take('/song');
engine.play();
run(10 * rate / BLOCK);
engine.seek(0);
const song = run(SECONDS * rate / BLOCK);
engine.stop();
engine.panic();
run(rate / BLOCK);
await take('/held');
for (let key = LOWEST_KEY; engine.voices() < VOICES && key < 128; key++) {
  engine.noteOn(1, key, 100, 0);
  run(1);
}
run(5 * rate / BLOCK);
const held = run(20 * rate / BLOCK);
postMessage({
  times_real_time: 1000 * SECONDS / song.all, song_block_p50_percent: share(song, 0.5, rate), song_block_p99_percent: share(song, 0.99, rate),
  held_voices: engine.voices(), held_block_p50_percent: share(held, 0.5, rate), held_block_p99_percent: share(held, 0.99, rate),
});
