// Runs in the page before its own scripts: sums up what callbacks cost, and does what `tutti bench editor` asks for.
{
  const later = window.setTimeout.bind(window);
  const frame = window.requestAnimationFrame.bind(window);
  let spent = 0;
  let timers = 0;

  const timed = (callback, add) => function (...values) {
    const began = performance.now();
    try {
      return callback.apply(this, values);
    } finally {
      add(performance.now() - began);
    }
  };
  window.requestAnimationFrame = callback => frame(timed(callback, cost => { spent += cost; }));
  window.setTimeout = (callback, ...more) =>
    later(typeof callback === 'function' ? timed(callback, cost => { timers += cost; }) : callback, ...more);

  /** The machine's time in milliseconds, comparable between pages. */
  const now = () => performance.timeOrigin + performance.now();
  let listening;
  const nextFrame = () => new Promise(resolve => frame(() => later(resolve)));
  const studio = () => document.querySelector('tutti-studio');
  const until = async condition => {
    for (let end = performance.now() + 60_000; !condition();) {
      if (performance.now() > end) throw new Error('waited in vain for ' + condition);
      await new Promise(resolve => later(resolve, 5));
    }
  };

  window.bench = {
    /** Waits until the song is shown. */
    async opened() {
      await until(() => studio()?.workspace?.song.connection === 'online');
      await nextFrame();
      const page = performance.now();
      return { page, song: performance.getEntriesByName('song-opened')[0].duration };
    },

    /** Moves one note after the other and waits each time until all is settled. */
    async edits(count) {
      const { workspace } = studio();
      const { song } = workspace;
      const clip = song.clips();
      workspace.open(clip[0]);
      const rows = song.notes(clip[2], 0, 2 ** 30);
      const scripting = [], waited = [], afterwards = [];
      for (let i = 0; i < count; i++) {
        await new Promise(resolve => later(resolve, 40));
        await nextFrame();
        spent = timers = 0;
        const began = performance.now();
        workspace.attempt(() => song.moveNotes([rows[6 * (i % (rows.length / 6))]], i % 2 ? 5 : -5, 0));
        await Promise.resolve();
        spent += performance.now() - began;
        await new Promise(resolve => frame(() => { waited.push(performance.now() - began); later(resolve); }));
        scripting.push(spent);
        await until(() => song.pending === 0);
        await new Promise(resolve => later(resolve, 60));
        afterwards.push(timers);
      }
      return { scripting, waited, afterwards };
    },

    /** Notes, until `heard` is asked, when each of the next revisions was heard of and when it was painted. */
    listen(count) {
      const { song } = studio().workspace;
      const base = song.revision;
      const heard = [], painted = [];
      const stop = song.onChange(() => {
        while (heard.length < Math.min(count, song.revision - base)) {
          heard.push(now());
          frame(() => later(() => painted.push(now())));
        }
      });
      listening = async () => {
        await until(() => painted.length === count);
        stop();
        return { heard, painted };
      };
    },

    heard: () => listening(),

    /** Moves the first note so many times, every so many milliseconds; returns when each was. */
    async moveOne(count, every) {
      const { song } = studio().workspace;
      const note = song.notes(song.clips()[2], 0, 2 ** 30)[0];
      const moved = [];
      for (let i = 0; i < count; i++) {
        await new Promise(resolve => later(resolve, every));
        moved.push(now());
        song.moveNotes([note], i % 2 ? -1 : 1, 0);
      }
      return moved;
    },

    /** So many minutes of writing at an edit a second, without the pauses: draws, moves, lengthens, turns a fader, takes back, removes. */
    async writes(minutes) {
      const { workspace } = studio();
      const { song } = workspace;
      const [clip, track, content] = song.clips();
      workspace.open(clip);
      for (let i = 0; i < minutes * 10; i++) {
        const note = song.addNote(content, i * 480 % 7_200, 240, 48 + i % 24, 90);
        song.moveNotes([note], 120, 1);
        song.resizeNotes([note], 'right', 120);
        song.setVelocity([note], 40 + i % 60);
        song.undo();
        song.setTrack(track, { volume: -(i % 600) });
        workspace.axes.notes.scrollBy(i % 2 ? 50 : -50);
        workspace.viewChanged('notes');
        await nextFrame();
        song.removeNotes([note]);
        await until(() => song.pending === 0);
      }
      return song.revision;
    },

    /** Plays for so many milliseconds; what each frame cost in scripting and drawing, and tasks longer than 50 ms. */
    async plays(millis) {
      const { transport } = studio().workspace.song;
      const frames = [], long = [];
      const observer = new PerformanceObserver(list => list.getEntries().forEach(each => long.push(each.duration)));
      observer.observe({ entryTypes: ['longtask'] });
      await transport.play();
      await until(() => transport.loading === 0 && transport.playhead > 0);
      await new Promise(resolve => later(resolve, 3_000));
      long.length = 0;
      const from = transport.playhead;
      for (const end = performance.now() + millis; performance.now() < end;) {
        spent = timers = 0;
        await nextFrame();
        frames.push(spent + timers);
      }
      const moved = transport.playhead - from;
      transport.stop();
      observer.disconnect();
      return { frames, long, moved };
    },

    /** Shows the crowd of notes in the piano roll as wide as it goes; returns how many are in sight. */
    async showCrowd() {
      const { workspace } = studio();
      const clips = workspace.song.clips();
      workspace.open(clips[0]);
      workspace.showEditor(true);
      workspace.viewChanged();
      await nextFrame();
      const axis = workspace.axes.notes;
      axis.zoom(1e-6, 0);
      axis.scrollTo(20_000);
      workspace.viewChanged('notes');
      await nextFrame();
      await nextFrame();
      const rows = workspace.song.notes(clips[2], Math.floor(axis.left), Math.ceil(axis.right));
      return rows.length / 6;
    },

    /** Scrolls a little every frame. */
    async scroll(frames) {
      const { workspace } = studio();
      const scripting = [], interval = [];
      let last = await new Promise(resolve => frame(resolve));
      for (let i = 0; i < frames; i++) {
        spent = 0;
        const began = performance.now();
        workspace.axes.notes.scrollBy(i % 120 < 60 ? 7 : -7);
        workspace.viewChanged('notes');
        await Promise.resolve();
        spent += performance.now() - began;
        const now = await new Promise(resolve => frame(time => later(() => resolve(time))));
        scripting.push(spent);
        interval.push(now - last);
        last = now;
      }
      return { scripting, interval };
    },
  };
}
