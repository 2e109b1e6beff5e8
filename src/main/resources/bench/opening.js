// Runs in the page before its own scripts: tells when a song that is opened is first heard, and what had come by then.
{
  const later = window.setTimeout.bind(window);
  const LOUD = 1e-3;

  window.opening = {
    /** Plays as soon as the page lets one; when it was heard and what had come, in milliseconds and bytes since it was asked for. */
    async heard() {
      const until = async condition => {
        for (;;) {
          const found = condition();
          if (found) return found;
          if (performance.now() > 60_000) throw new Error('waited in vain for ' + condition);
          await new Promise(resolve => later(resolve, 5));
        }
      };
      const song = await until(() => {
        const found = document.querySelector('tutti-studio')?.workspace?.song;
        return found?.connection === 'online' && found;
      });
      const shown = performance.now();
      void song.transport.play();
      const output = await until(() => song.transport.output);
      const ear = new AnalyserNode(output.context, { fftSize: 512 });
      output.connect(ear);
      const wave = new Float32Array(512);
      await until(() => { ear.getFloatTimeDomainData(wave); return wave.some(each => Math.abs(each) > LOUD); });
      const heard = performance.now();
      const some = performance.getEntriesByType('resource');
      const came = some.filter(each => each.responseEnd > 0 && each.responseEnd <= heard);
      const page = performance.getEntriesByType('navigation')[0];
      const onTheWay = song.transport.loading;
      await until(() => song.transport.loading === 0);
      const complete = performance.now();
      return {
        shown, heard, complete, onTheWay,
        bytes: page.transferSize + came.reduce((sum, each) => sum + each.transferSize, 0),
        all: page.transferSize + performance.getEntriesByType('resource').reduce((sum, each) => sum + each.transferSize, 0),
        addresses: [location.href, ...came.map(each => each.name)],
      };
    },
  };
}
