/** The page to listen by. No music rules here: the server made the sound and its outline. */
const body = document.body;
const base = `/listen/${body.dataset.token}`;
const by = id => document.getElementById(id);
const sound = by('sound');
const seek = by('seek');
const LOOK_AGAIN = 1500;

/** The revision whose sound is loaded; the same one may be told before there is any. */
let loaded = -1;
let state = { ready: false, failed: false, revision: -1, seconds: 0, peaks: '', remarks: [] };

const clock = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

function draw() {
  const canvas = by('wave');
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  const pen = canvas.getContext('2d');
  pen.scale(devicePixelRatio, devicePixelRatio);
  const count = Math.max(1, Math.floor(width / 4));
  const played = state.seconds > 0 ? sound.currentTime / state.seconds : 0;
  for (let bar = 0; bar < count; bar++) {
    let peak = 0;
    for (let i = Math.floor(bar * state.peaks.length / count); i < Math.floor((bar + 1) * state.peaks.length / count) || peak === 0 && i === Math.floor(bar * state.peaks.length / count); i++) {
      peak = Math.max(peak, (state.peaks.charCodeAt(i) - 65) / 57 || 0);
    }
    const tall = Math.max(2, peak * (height - 14));
    pen.fillStyle = bar / count < played ? '#ffb454' : '#5b6878';
    pen.fillRect(bar * 4, (height - tall) / 2, 3, tall);
  }
}

function showTime() {
  by('now').textContent = clock(sound.currentTime);
  by('where').textContent = body.dataset.at.replace('{0}', clock(sound.currentTime));
  if (document.activeElement !== seek || !sound.paused) {
    seek.value = String(sound.currentTime);
  }
  seek.setAttribute('aria-valuetext', `${clock(sound.currentTime)} / ${clock(state.seconds)}`);
  draw();
}

function showRemarks() {
  by('marks').replaceChildren(...state.remarks.map(remark => {
    const mark = document.createElement('i');
    mark.style.left = `${100 * remark.seconds / Math.max(0.001, state.seconds)}%`;
    return mark;
  }));
  by('remarks').replaceChildren(...state.remarks.map(remark => {
    const row = document.createElement('li');
    const go = document.createElement('button');
    go.type = 'button';
    const time = document.createElement('time');
    time.textContent = clock(remark.seconds);
    const name = document.createElement('b');
    name.textContent = remark.name;
    go.append(time, name, remark.words);
    go.addEventListener('click', () => { sound.currentTime = remark.seconds; showTime(); });
    row.append(go);
    return row;
  }));
}

function show(next) {
  const fresh = next.ready && next.revision !== loaded;
  state = next;
  by('making').hidden = next.ready || next.failed;
  problem(next.failed ? body.dataset.unmade : '');
  by('player').hidden = !next.ready;
  if (fresh) {
    loaded = next.revision;
    seek.max = String(next.seconds);
    by('end').textContent = clock(next.seconds);
    const kinds = sound.canPlayType('audio/ogg; codecs=opus') ? ['opus', 'flac'] : ['flac'];
    sound.src = `${base}/sound.${kinds[0]}`;
  }
  showRemarks();
  showTime();
}

function problem(text) {
  by('problem').textContent = text;
}

async function look() {
  try {
    const answer = await fetch(`${base}/state`);
    if (answer.status === 410) {
      sound.pause();
      by('player').hidden = true;
      by('making').hidden = true;
      problem(body.dataset.gone);
      return;
    }
    show(await answer.json());
  } catch {
    problem(body.dataset.failed);
  }
  if (!state.ready) {
    setTimeout(look, LOOK_AGAIN);
  }
}

function toggle() {
  if (sound.paused) {
    problem('');
    sound.play().catch(() => problem(body.dataset.failed));
  } else {
    sound.pause();
  }
}

by('play').addEventListener('click', toggle);
for (const change of ['play', 'pause', 'ended']) {
  sound.addEventListener(change, () => {
    by('play').classList.toggle('playing', !sound.paused);
    by('play').setAttribute('aria-label', sound.paused ? body.dataset.play : body.dataset.pause);
  });
}
sound.addEventListener('timeupdate', showTime);
sound.addEventListener('error', look);
seek.addEventListener('input', () => { sound.currentTime = Number(seek.value); showTime(); });
seek.addEventListener('keydown', event => {
  const by = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5 }[event.key];
  if (by) {
    event.preventDefault();
    sound.currentTime = Math.min(state.seconds, Math.max(0, sound.currentTime + by));
    showTime();
  }
});
document.addEventListener('keydown', event => {
  if (event.key === ' ' && !event.target.closest('button, a, textarea, input:not([type="range"])')) {
    event.preventDefault();
    toggle();
  }
});
addEventListener('resize', draw);

by('name').value = localStorage.getItem('tutti-listener') ?? '';
by('form').addEventListener('submit', async event => {
  event.preventDefault();
  const said = by('said');
  try {
    const answer = await fetch(`${base}/remarks`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: crypto.randomUUID?.() ?? fallbackId(), name: by('name').value, words: by('words').value, seconds: sound.currentTime }),
    });
    if (answer.ok) {
      localStorage.setItem('tutti-listener', by('name').value);
      by('words').value = '';
      said.textContent = body.dataset.sent;
      show(await answer.json());
    } else {
      said.textContent = answer.status === 410 ? body.dataset.gone : await answer.text();
    }
  } catch {
    said.textContent = body.dataset.unsent;
  }
});

/** Pages on plain HTTP have no randomUUID. */
function fallbackId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

look();
