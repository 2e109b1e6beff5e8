// Notes when the page was clicked and when it was told that a worker has begun: the first message of the kind 80, docs/protocol.md.
(() => {
  const clicks = { at: 0, told: 0 };
  window.clicks = clicks;
  window.addEventListener('click', event => { clicks.at = event.timeStamp; clicks.told = 0; }, true);
  const Native = window.WebSocket;
  window.WebSocket = class extends Native {
    constructor(...address) {
      super(...address);
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer && new Uint8Array(data)[0] === 80 && clicks.told === 0) clicks.told = performance.now();
      });
    }
  };
  const suggest = () => document.querySelector('tutti-studio').shadowRoot.querySelector('tutti-suggest').shadowRoot;
  const soon = async what => {
    for (const end = performance.now() + 30_000; performance.now() < end;) {
      const found = what();
      if (found) return found;
      await new Promise(resolve => requestAnimationFrame(resolve));
    }
    throw new Error('waited in vain');
  };
  clicks.ready = () => soon(() => document.querySelector('tutti-studio')?.workspace?.song.tray.offers().length > 0);
  // opens the suggestions and says where the middle of an offer is
  clicks.offer = async name => {
    document.querySelector('tutti-studio').workspace.wanted.tell('suggest');
    const button = await soon(() => suggest().querySelector(`.do[data-offer='${name}']`));
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  // when the click was, in milliseconds since 1970, and how many later the word of the worker came
  clicks.waited = async () => {
    await soon(() => clicks.told > 0);
    return { at: performance.timeOrigin + clicks.at, told: clicks.told - clicks.at };
  };
})();
