// Runs in the page before its own scripts: the sound engine works four times, as on a processor that is four times as slow,
// and what the loudspeaker did not get in time is counted.
{
  /** Engines beside the one that is heard; told by who measures. */
  const TWINS = Number(sessionStorage.getItem('slow-twins') ?? 0);
  const Engine = window.AudioWorkletNode;

  /** An engine node with twins that are told the same and are not heard, on the same audio thread. */
  window.AudioWorkletNode = class extends Engine {
    constructor(context, name, options) {
      super(context, name, options);
      if (name !== 'tutti-engine') return;
      const silence = new GainNode(context, { gain: 0 });
      silence.connect(context.destination);
      const twins = Array.from({ length: TWINS }, () => {
        const twin = new Engine(context, name, options);
        twin.connect(silence);
        return twin;
      });
      const { port } = this;
      const say = port.postMessage.bind(port);
      port.postMessage = (message, hand) => {
        twins.forEach(twin => twin.port.postMessage(message));
        say(message, hand);
      };
      window.slow.context = context;
      window.slow.engines = 1 + twins.length;
    }
  };

  const later = window.setTimeout.bind(window);

  window.slow = {
    engines: 0,

    /** Plays for so many milliseconds; by how many the context fell behind, and what it says itself of what was missed. */
    async plays(millis) {
      const { transport } = document.querySelector('tutti-studio').workspace.song;
      await transport.play();
      while (transport.loading > 0 || transport.playhead === 0) await new Promise(resolve => later(resolve, 20));
      await new Promise(resolve => later(resolve, 2_000));
      const { context } = window.slow;
      const stats = () => {
        const { playbackStats } = context;
        if (!playbackStats) throw new Error('This browser does not tell what its loudspeaker missed.');
        return { duration: playbackStats.underrunDuration, events: playbackStats.underrunEvents };
      };
      const lead = () => context.currentTime * 1000 - performance.now();
      // The context goes by in buffers: what it is ahead at best, before and after, tells what was lost.
      const best = async () => {
        let most = -Infinity;
        for (let i = 0; i < 200; i++) {
          most = Math.max(most, lead());
          await new Promise(resolve => later(resolve, 5));
        }
        return most;
      };
      const before = await best(), first = stats(), from = transport.playhead, began = performance.now();
      await new Promise(resolve => later(resolve, millis));
      const played = performance.now() - began;
      const last = stats(), lost = before - await best();
      const moved = transport.playhead - from;
      transport.stop();
      return { lost, events: last.events - first.events, missed: (last.duration - first.duration) * 1000, moved, played, latency: context.baseLatency };
    },
  };
}
