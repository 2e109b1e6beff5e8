// The engine's place in the audio worklet: hands it what the page says and copies its sound out. What the page says and
// is told is typed in frontend/audio/messages.ts.
const VERSION = 2;
const PART = 8192;       // numbers of a score handed over at once: 80 µs
const BLOCK = 32768;     // bytes of sound handed over at once, a block of SoundCoding: 70 µs
const REPORT = 0.02;     // seconds between two reports

/** Registers the processor; `load(options)` gives the engine's exports. */
export function register(load) {
  registerProcessor('tutti-engine', class extends AudioWorkletProcessor {
    constructor({ processorOptions }) {
      super();
      this.engine = null;
      this.steps = [];    // in order: what the page said, a score in pieces
      this.loads = [];    // presets, in pieces
      this.obeyed = 0;    // commands so far: the page knows by it which report has heard which
      this.reported = 0;
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
        default: this.steps.push({ long: false, run: engine => this.obey(engine, said) });
      }
      if (this.engine) this.settle();
    }

    score(numbers) {
      this.steps.push({ long: false, run: engine => engine.scoreBegins(numbers.length) });
      for (let at = 0; at < numbers.length; at += PART) {
        this.steps.push({ long: true, run: engine => engine.scorePart(at, numbers.slice(at, at + PART)) });
      }
      this.steps.push({ long: true, run: engine => {
        engine.scoreEnds();
        this.port.postMessage({ type: 'missing', addresses: engine.missing() });
      } });
    }

    preset({ address, head, sound }) {
      this.loads.push({ long: true, run: engine => engine.preset(address, head) });
      for (let at = 0; at === 0 || at < sound.length; at += BLOCK) {
        this.loads.push({ long: true, run: engine => {
          if (engine.sampled(sound.slice(at, at + BLOCK))) this.port.postMessage({ type: 'loaded', address });
        } });
      }
    }

    obey(engine, said) {
      switch (said.type) {
        case 'play': engine.play(); break;
        case 'stop': engine.stop(); break;
        case 'seek': engine.seek(said.tick); break;
        case 'loop': engine.loop(said.from, said.to, said.on); break;
        case 'metronome': engine.metronome(said.on); break;
        case 'noteOn': engine.noteOn(said.track, said.key, said.velocity); break;
        case 'noteOff': engine.noteOff(said.track, said.key); break;
        case 'faders':
          for (let i = 0; i < said.numbers.length; i += 4) {
            engine.fader(said.numbers[i], said.numbers[i + 1], said.numbers[i + 2], said.numbers[i + 3] !== 0);
          }
          break;
        case 'panic': engine.panic(); break;
      }
      this.obeyed++;
      this.reported = -1;
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
      this.work();
      const [left, right] = outputs[0];
      const frames = left.length;
      engine.render(frames);
      if (this.sound.length === 0) this.sound = engine.sound();   // the memory grew and moved
      const half = this.sound.length / 2;
      left.set(this.sound.subarray(0, frames));
      right?.set(this.sound.subarray(half, half + frames));
      if (currentTime >= this.reported + REPORT) this.report();
      return true;
    }

    report() {
      const engine = this.engine;
      this.reported = currentTime;
      this.port.postMessage({
        type: 'report', obeyed: this.obeyed, tick: engine.tick(), playing: engine.playing(), time: currentTime, voices: engine.voices(), peaks: engine.peaks(),
      });
    }
  });
}
