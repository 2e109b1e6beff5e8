/**
 * The panels of the shell live in a session on one node; the studio's own elements do not, and go on without it: the
 * music plays, edits are kept. When the session is lost (the node was restarted, say) the page is loaded again as soon
 * as that disturbs nobody: when nothing plays and every edit has arrived. Until then a line says so, and may be pressed.
 */

const LOST = 'v-system-error';
const LOOK_AGAIN = 1000;

function mayLoad(): boolean {
  const workspace = document.querySelector('tutti-studio')?.workspace;
  return !workspace || (!workspace.song.transport.playing && workspace.song.pending === 0 && workspace.song.connection === 'online');
}

function loadWhenQuiet(): void {
  if (mayLoad()) {
    location.reload();
  } else {
    window.setTimeout(loadWhenQuiet, LOOK_AGAIN);
  }
}

new MutationObserver((_, observer) => {
  if (document.querySelector(`.${LOST}`)) {
    observer.disconnect();
    loadWhenQuiet();
  }
}).observe(document.body, { childList: true });
