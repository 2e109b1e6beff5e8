// Plays the song and some held voices as fast as it can with one build of the page's engine, and tells how long the blocks took.
import { BLOCK, begun, give, hold, score, take } from '/taking.js';

const SECONDS = 60;   // of the song

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

const engine = await begun(self.location.hash.slice(1));
const rate = await take(engine, '/song');
engine.play();
run(10 * rate / BLOCK);
engine.seek(0);
const song = run(SECONDS * rate / BLOCK);
engine.stop();
engine.panic();
run(rate / BLOCK);
await take(engine, '/held');
const withInserts = await score('/inserts');
hold(engine);
run(5 * rate / BLOCK);
const held = run(20 * rate / BLOCK);
const withoutInserts = await score('/held');
const firstStep = give(engine, withInserts);
run(5 * rate / BLOCK);
const inserts = run(20 * rate / BLOCK);
const steps = [];
for (let turn = 0; turn < 25; turn++) {
  give(engine, withoutInserts);
  run(100);
  steps.push(give(engine, withInserts));
  run(100);
}
const tools = {};
for (const tool of ['profile-eq', 'resonance-eq', 'multiband-phase', 'xspecmatch']) {
  give(engine, await score(`/tool/${tool}`));
  run(8 * rate / BLOCK);
  const made = run(15 * rate / BLOCK);
  tools[`${tool}_block_p50_percent`] = share(made, 0.5, rate);
  tools[`${tool}_block_p99_percent`] = share(made, 0.99, rate);
}
steps.sort((a, b) => a - b);
postMessage({
  ...tools,
  times_real_time: 1000 * SECONDS / song.all, song_block_p50_percent: share(song, 0.5, rate), song_block_p99_percent: share(song, 0.99, rate),
  held_voices: engine.voices(), held_block_p50_percent: share(held, 0.5, rate), held_block_p99_percent: share(held, 0.99, rate),
  inserts_first_step_ms: firstStep, inserts_step_p50_ms: steps[12], inserts_step_most_ms: steps[24], inserts_block_p50_percent: share(inserts, 0.5, rate), inserts_block_p99_percent: share(inserts, 0.99, rate),
});
