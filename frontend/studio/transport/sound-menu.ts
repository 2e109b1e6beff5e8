import { LINE, item, openMenu, type MenuEntry } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { t } from '../../words/words';

/** Whose computers sound: all, or one alone, as in a class. */
function whoSounds(w: Workspace): readonly MenuEntry[] {
  const { transport, playing: { shared } } = w.song;
  const one = shared.sounding;
  if (one && !one.self) {
    return [
      { name: t('Hear it here, too: the sound comes from {0}\'s computer only', one.name), checked: transport.quiet.heardHere, run: () => transport.hearHere(!transport.quiet.heardHere) },
      { name: t('Let every computer sound again'), run: () => shared.soundEverywhere() }
    ];
  }
  return [{ name: t('Sound only on this computer, as in a class'), checked: !!one, run: () => one ? shared.soundEverywhere() : shared.soundHere() }];
}

/** Browsers name outputs only to pages that may use the microphone: asks for it, lets it go at once, and opens the menu again. */
async function showOutputs(w: Workspace, from: HTMLElement): Promise<void> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    stream.getTracks().forEach(track => track.stop());
  } catch {
    w.say(t('The browser shows no outputs to a page that may not use the microphone. The sound stays where it was.'), true);
    return;
  }
  await openSound(w, from);
}

/** Opens the menu of how the sound leaves this page: its buffer, its device, and silence. */
export async function openSound(w: Workspace, from: HTMLElement): Promise<void> {
  const { transport } = w.song;
  const { device } = transport;
  const outputs = await device.outputs().catch(() => []);
  const place = from.getBoundingClientRect();
  const output = (id: string, name: string): MenuEntry => ({
    name, checked: device.output === id,
    run: () => transport.chooseOutput(id).catch(() => w.say(t('The browser does not let this page use “{0}”. The sound stays where it was.', name), true))
  });
  openMenu(from, { x: place.width > 0 ? place.left : innerWidth / 2, y: place.bottom + 2, title: t('Sound'), entries: [
    { name: t('Short buffer: for playing by hand'), checked: device.buffering === 'short', run: () => void transport.buffer('short') },
    { name: t('Long buffer: for a slow machine'), checked: device.buffering === 'long', run: () => void transport.buffer('long') },
    ...device.canChoose ? [
      LINE as MenuEntry, output('', t('The system\'s output')),
      ...outputs.map((each, index) => output(each.id, each.name || t('Output {0}', index + 1))),
      ...outputs.length > 0 ? [] : [{ name: t('Other outputs … (the browser asks for the microphone first)'), run: () => void showOutputs(w, from) }]
    ] : [],
    LINE, ...whoSounds(w), LINE, item('panic', w)
  ] });
}
