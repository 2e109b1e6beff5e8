import { MASTER } from '../../song/mixing';
import type { Handle } from '../../song/song';
import { below } from '../arrangement/corner';
import type { MenuEntry } from '../menu/menu';
import type { ShowsDevice } from './parameter-row';
import { t } from '../../words/words';

/** A menu of what an insert's side-chain may listen to. */
export function chooseSource(panel: ShowsDevice, event: MouseEvent): void {
  const { workspace: w, device } = panel;
  const tracks = w.seen.tracks.filter(each => each.handle !== panel.strip);
  const listen = (source: Handle) => w.attempt(() => w.song.mixing.listen(device.handle, source));
  below(panel, event, t('What the side-chain listens to'), [
    { name: t('itself'), checked: device.source === MASTER, run: () => listen(MASTER) },
    ...tracks.map((each): MenuEntry => ({ name: each.name, checked: each.handle === device.source, run: () => listen(each.handle) }))
  ]);
}
