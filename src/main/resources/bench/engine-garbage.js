// Held voices with inserts in the page itself, whose heap can be asked for: what a block allocates.
import { BLOCK, begun, hold, take } from '/taking.js';

export async function prepare(build) {
  const engine = await begun(build);
  await take(engine, '/inserts');
  hold(engine);
  for (let i = 0; i < 4000; i++) engine.render(BLOCK);
  return {
    nothing(times) { for (let i = 0; i < times; i++); },
    blocks(times) { for (let i = 0; i < times; i++) engine.render(BLOCK); },
    arrays(times) { for (let i = 0; i < times; i++) engine.peaks(); },
  };
}
