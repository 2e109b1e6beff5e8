// The engine's place in the audio worklet: hands it what the page says and copies its sound out. What the page says and
// is told is typed in frontend/audio/messages.ts.
import { lay } from './hand-over.js';

const VERSION = 11;
const PART = 8192;       // numbers of a score handed over at once: 0.1 ms
const BLOCK = 32768;     // bytes of sound handed over at once, a block of SoundCoding: 0.3 ms
const REPORT = 0.02;     // seconds between two reports
const PROBE = 0.05;      // seconds between two that tell loudness and spectrum

/** Registers the processor; `load(options)` gives the engine's exports. */
export function register(load) {
  registerProcessor('tutti-engine', class extends AudioWorkletProcessor {
    constructor({ processorOptions }) {
      super();
      this.engine = null;
      this.steps = [];    // in order: what the page said, a score in pieces
      this.later = [];    // what the page said for a moment to come, by that moment
      this.loads = [];    // presets, in pieces
      this.obeyed = 0;    // commands so far: the page knows by it which report has heard which
      this.reported = 0;
      this.watched = [];  // devices whose gain reduction the page wants to see
      this.looked = [];    // audio tools whose spectra and curves the page draws
      this.toned = 0;      // when it was told last
      this.probes = false; // whether the page looks at a strip's loudness and spectrum
      this.probed = 0;     // when it was told last
      this.awake = false;
      this.port.onmessage = ({ data }) => this.take(data);
      load(processorOptions).then(engine => {
        if (engine.version() !== VERSION) throw new Error('the sound engine is of another version; reload the page');
        engine.begin(sampleRate);
        this.sound = engine.sound();
        this.engine = engine;
        this.port.postMessage({ type: 'ready' });
        this.settle();
      }).catch(error => this.port.postMessage({ type: 'failed', message: String(error?.message ?? error) }));
    }

    take(said) {
      switch (said.type) {
        case 'score': this.score(said.numbers); break;
        case 'preset': this.preset(said); break;
        case 'presetDrops': this.loads.push({ long: true, run: engine => this.drop(engine, said) }); break;
        case 'frozen': this.frozen(said); break;
        case 'media': this.loads.push({ long: false, run: engine => engine.EngineMedia.mediaBegins(said.high, said.low, said.rate, said.channels, said.frames) }); break;
        case 'mediaBlock': this.loads.push({ long: true, run: engine => this.mediaBlock(engine, said) }); break;
        case 'mediaDrops': this.loads.push({ long: false, run: engine => said.blocks.forEach(block => engine.EngineMedia.mediaDrops(said.high, said.low, block)) }); break;
        case 'mediaEnds': this.loads.push({ long: false, run: engine => engine.EngineMedia.mediaEnds(said.high, said.low) }); break;
        case 'later': this.keep(said); break;
        default: this.steps.push({ long: false, run: engine => this.obey(engine, said) });
      }
      if (this.engine) this.settle();
    }

    keep({ at, said }) {
      let place = this.later.length;
      while (place > 0 && this.later[place - 1].at > at) place--;
      this.later.splice(place, 0, { at, said });
    }

    score(numbers) {
      this.steps.push({ long: false, run: engine => engine.scoreBegins(numbers.length) });
      for (let at = 0; at < numbers.length; at += PART) {
        this.steps.push({ long: true, run: engine => engine.scorePart(at, lay(engine, numbers.subarray(at, at + PART))) });
      }
      const ready = { long: true, run: engine => { if (!engine.scoreReady()) this.steps.unshift(ready); } };
      this.steps.push(ready);
      this.steps.push({ long: true, run: engine => {
        engine.scoreEnds();
        this.lacks(engine);
      } });
    }

    /** Tells what the score asks for: presets that are not there, as `Engine.needs()`, all presets and all recordings. */
    lacks(engine) {
      this.port.postMessage({
        type: 'missing', needs: engine.needs(), asked: engine.asked(),
        media: engine.EngineMedia.media(), stretches: engine.EngineMedia.stretches(),
      });
    }

    /** Lets presets go; the score may ask for them again meanwhile. */
    drop(engine, { addresses }) {
      addresses.forEach(address => engine.presetDrops(address));
      this.lacks(engine);
    }

    preset({ address, head, sound }) {
      this.loads.push({ long: true, run: engine => engine.preset(address, head) });
      for (let at = 0; at === 0 || at < sound.length; at += BLOCK) {
        this.loads.push({ long: true, run: engine => {
          if (engine.sampled(lay(engine, sound.subarray(at, at + BLOCK)))) this.port.postMessage({ type: 'loaded', address });
        } });
      }
    }

    frozen({ track, fingerprint, frames, parts }) {
      this.loads.push({ long: false, run: engine => engine.frozenBegins(fingerprint, frames) });
      for (const part of parts) {
        this.loads.push({ long: true, run: engine => {
          if (engine.frozenPart(track, lay(engine, part))) this.port.postMessage({ type: 'froze', track });
        } });
      }
    }

    mediaBlock(engine, { high, low, block, bytes }) {
      engine.EngineMedia.mediaBlock(high, low, block, lay(engine, bytes));
      this.port.postMessage({ type: 'mediaTaken', high, low, block });
    }

    obey(engine, said, counts = 1) {
      switch (said.type) {
        case 'play': engine.play(); break;
        case 'stop': engine.stop(); break;
        case 'seek': engine.seek(said.tick); if (said.asks) this.lacks(engine); break;
        case 'loop': engine.loop(said.from, said.to, said.on); break;
        case 'metronome': engine.metronome(said.on, said.volume); break;
        case 'playAt': engine.playAt(said.tick, Math.round((said.at - currentTime) * sampleRate) - engine.latency()); break;
        case 'countIn': engine.countIn(said.tick, said.beats, said.perBar, said.seconds); break;
        case 'nudge': engine.nudge(Math.round(said.seconds * sampleRate)); break;
        case 'noteOn': engine.noteOn(said.track, said.key, said.velocity, said.hand ?? 0); break;
        case 'noteOff': engine.noteOff(said.track, said.key, said.hand ?? 0); break;
        case 'control': engine.control(said.track, said.number, said.value, said.hand ?? 0); break;
        case 'letGo': engine.letGo(said.hand); break;
        case 'faders':
          for (let i = 0; i < said.numbers.length; i += 4) {
            engine.fader(said.numbers[i], said.numbers[i + 1], said.numbers[i + 2], said.numbers[i + 3] !== 0);
          }
          break;
        case 'parameters':
          for (let i = 0; i < said.numbers.length; i += 3) engine.parameter(said.numbers[i], said.numbers[i + 1], said.numbers[i + 2]);
          break;
        case 'hold': engine.hold(said.name, said.place, said.on); break;
        case 'probe': engine.probe(said.name, said.on); this.probes = said.on; break;
        case 'resetProbe': engine.resetProbe(); break;
        case 'look': this.looked = Array.from(said.devices); break;
        case 'watch': this.watched = Array.from(said.devices); break;
        case 'thaw': engine.thaw(said.track); break;
        case 'tryKey': engine.tryKey(said.key, said.velocity); break;
        case 'tryLoop': engine.tryLoop(said.events, said.length, said.origin); break;
        case 'panic': engine.panic(); break;
      }
      this.obeyed += counts;
      if (counts) this.reported = -1;
    }

    /** While nothing sounds, everything at once. */
    settle() {
      while (this.engine.voices() === 0 && !this.engine.playing() && (this.steps.length || this.loads.length)) {
        this.run(this.steps.length ? this.steps : this.loads);
      }
      if (!this.awake) this.report();
    }

    /** While something sounds, one long thing at most with each block. */
    work() {
      while (this.steps.length) if (this.run(this.steps)) return;
      if (this.loads.length) this.run(this.loads);
    }

    /** Takes the next thing of a queue and says whether it was a long one. */
    run(queue) {
      const { long, run } = queue.shift();
      try {
        run(this.engine);
      } catch (error) {
        this.port.postMessage({ type: 'failed', message: String(error?.message ?? error) });
      }
      return long;
    }

    process(inputs, outputs) {
      const engine = this.engine;
      if (!engine) return true;
      this.awake = true;
      while (this.later.length && this.later[0].at <= currentTime) {
        const { said } = this.later.shift();
        this.steps.push({ long: false, run: engine => this.obey(engine, said, 0) });
      }
      this.work();
      const [left, right] = outputs[0];
      const frames = left.length;
      engine.render(frames);
      if (this.sound.length === 0) this.sound = engine.sound();   // the memory grew and moved
      const half = this.sound.length / 2;
      left.set(this.sound.subarray(0, frames));
      right?.set(this.sound.subarray(half, half + frames));
      if (currentTime >= this.reported + REPORT) this.report(frames / sampleRate);
      return true;
    }

    /** Loudness and spectrum: computed when they are told, 20 times a second. */
    probe(engine) {
      this.probed = currentTime;
      return engine.probed().slice();
    }

    /** What the audio tools that the page draws hear and do. */
    tones(engine) {
      this.toned = currentTime;
      return this.looked.map(device => engine.tone(device).slice());
    }

    /** Tells where the song is when what was made so far has been heard; `made` in seconds since `currentTime`. */
    report(made = 0) {
      const engine = this.engine;
      this.reported = currentTime;
      const waits = engine.waiting();
      this.port.postMessage({
        type: 'report', obeyed: this.obeyed, tick: engine.tick(), playing: engine.playing(), time: currentTime + made,
        starts: waits > 0 ? (waits + engine.latency()) / sampleRate : 0, voices: engine.voices(), peaks: engine.peaks(),
        reductions: this.watched.map(device => engine.reduction(device)),
        tones: this.looked.length && currentTime >= this.toned + PROBE ? this.tones(engine) : [],
        probed: this.probes && currentTime >= this.probed + PROBE ? this.probe(engine) : null,
      });
    }
  });
}
