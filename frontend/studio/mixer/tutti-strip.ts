import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { MASTER, type Device } from '../../song/mixing';
import { NONE, type Handle, type Track } from '../../song/song';
import { below } from '../arrangement/corner';
import { automated, automatedPan, automatedVolume } from '../automation/knob';
import { VOLUME } from '../../song/automation';
import { hex } from '../canvas/shades';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { faderOf, panWords, volumeOf, volumeWords } from '../controls/loudness';
import '../controls/tutti-meter';
import '../controls/tutti-slider';
import { LINE, type MenuEntry } from '../menu/menu';
import { Watching } from '../workspace/watching';
import type { Workspace } from '../workspace/workspace';
import { effectName } from './effect-words';
import { t } from '../../words/words';

/** A strip of the mixer: inserts, sends, pan, fader with meter, mute and solo. Without a track it is the master. */
@customElement('tutti-strip')
export class TuttiStrip extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) track: Track | null = null;
  /** Whether its loudness and spectrum are shown. */
  @property({ type: Boolean }) metered = false;
  /** The insert whose panel is open. */
  @property({ type: Number }) opened: Handle = NONE;

  constructor() {
    super();
    new Watching(this, ['song', 'view']);
  }

  static override styles = [controlStyles, css`
    :host {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto auto / minmax(0, 1fr) auto;
      gap: 6px;
      flex: none;
      width: 184px;
      box-sizing: border-box;
      padding: 0 6px 8px;
      background: var(--tutti-ground-1);
      border-right: 1px solid var(--tutti-line);
    }

    h3, .pan, .foot {
      grid-column: 1 / -1;
    }

    h3 {
      margin: 0 -6px;
      padding: 6px 8px 4px;
      border-top: 3px solid var(--colour);
      font-size: var(--tutti-size-small);
      font-weight: 600;
      white-space: nowrap;
      overflow: hidden;
      text-overflow: ellipsis;
    }

    .racks {
      display: grid;
      align-content: start;
      gap: 8px;
      min-height: 0;
      overflow-y: auto;
    }

    .rack {
      display: grid;
      gap: 2px;
    }

    .rack button {
      justify-content: flex-start;
      min-height: 24px;
      height: 24px;
      width: 100%;
      padding: 0 6px;
      font-size: var(--tutti-size-small);
      box-shadow: inset 0 0 0 1px var(--tutti-line);
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .rack button.bypassed {
      color: var(--tutti-text-faint);
      text-decoration: line-through;
    }

    .rack button[aria-expanded='true'] {
      box-shadow: inset 0 0 0 1px var(--tutti-accent);
    }

    .rack button.add {
      color: var(--tutti-text-faint);
      box-shadow: none;
    }

    .send {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: center;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-quiet);
    }

    .send span {
      overflow: hidden;
      white-space: nowrap;
      text-overflow: ellipsis;
    }

    .send button {
      width: 24px;
      min-width: 24px;
      box-shadow: none;
      justify-content: center;
    }

    .send tutti-slider {
      grid-column: 1 / -1;
    }

    .fader {
      display: flex;
      justify-content: center;
      gap: 6px;
      min-height: 0;
      padding: 6px 0;
    }

    .fader tutti-slider {
      height: 100%;
    }

    tutti-meter {
      width: 10px;
      height: 100%;
    }

    .foot {
      display: flex;
      justify-content: center;
      gap: 4px;
      font-size: var(--tutti-size-small);
      color: var(--tutti-text-quiet);
    }

    .foot button {
      width: 30px;
      min-width: 30px;
      height: 26px;
      padding: 0;
      font-weight: 700;
      font-size: var(--tutti-size-small);
      box-shadow: inset 0 0 0 1px var(--tutti-line-strong);
    }

    .mute[aria-pressed='true'] {
      background: var(--tutti-warn);
      color: var(--tutti-accent-text);
    }

    .solo[aria-pressed='true'] {
      background: var(--tutti-colour-1);
      color: var(--tutti-accent-text);
    }
  `];

  private get handle(): Handle { return this.track?.handle ?? MASTER; }

  override render() {
    const { track, workspace: w } = this;
    const { mixing } = w.song;
    const name = track ? track.name || t('Unnamed') : t('Master');
    const volume = track?.volume ?? mixing.masterVolume;
    const fader = automatedVolume(w, this.handle, track?.pan ?? 0);
    const turn = automatedPan(w, this.handle, volume);
    const set = (change: Parameters<Workspace['song']['setTrack']>[1]) => track && w.attempt(() => w.song.setTrack(track.handle, change));
    return html`
      <h3 style="--colour:${track ? hex(track.colour) : 'var(--tutti-accent)'}" data-tip=${name}>${name}</h3>
      <div class="racks">
      <div class="rack" role="group" aria-label=${t('Inserts of {0}', name)}>
        ${mixing.devices(this.handle).map(device => html`<button class=${device.bypassed ? 'bypassed' : ''} aria-expanded=${device.handle === this.opened}
          data-tip=${t('Press to open; drag or Alt and arrows to reorder; right press for more')} @click=${() => this.open(device.handle)}
          draggable="true" @dragstart=${(event: DragEvent) => event.dataTransfer?.setData('application/x-tutti-device', String(device.handle))}
          @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => this.dropped(event, device.handle)}
          @keydown=${(event: KeyboardEvent) => this.key(event, device)} @contextmenu=${(event: MouseEvent) => this.more(event, device)}>${effectName(device.effect)}</button>`)}
        <button class="add" aria-haspopup="menu" aria-label=${t('Add an effect to {0}', name)} @click=${this.add}
          @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => this.dropped(event, NONE)}>${icon('plus')} ${t('Effect')}</button>
      </div>
      <div class="rack" role="group" aria-label=${t('Sends of {0}', name)}>${track ? this.sends(track) : nothing}</div>
      </div>
      <div class="fader">
        <tutti-slider vertical label=${t('Volume of {0}', name)} .value=${faderOf(volume)} .rest=${faderOf(0)} .step=${0.01}
          .words=${(fader: number) => volumeWords(fader === faderOf(volume) ? volume : volumeOf(fader))}
          .read=${(text: string) => faderOf(Number.parseFloat(text.replace('−', '-')) * 100)}
          ?automated=${fader.automated} @input=${(event: CustomEvent<number>) => fader.touch(volumeOf(event.detail))} @rest=${fader.rest}
          @change=${(event: CustomEvent<number>) => fader.set(volumeOf(event.detail), level => track ? set({ volume: level }) : w.attempt(() => mixing.setMaster(level)))}></tutti-slider>
        <tutti-meter vertical .workspace=${w} .track=${this.handle}></tutti-meter>
      </div>
      ${track ? html`<tutti-slider class="pan" centred label=${t('Pan of {0}', name)} .min=${-1000} .max=${1000} .step=${50} .value=${track.pan}
        .words=${(value: number) => panWords(value)} ?automated=${turn.automated} @input=${(event: CustomEvent<number>) => turn.touch(Math.round(event.detail))} @rest=${turn.rest}
        @change=${(event: CustomEvent<number>) => turn.set(Math.round(event.detail), level => set({ pan: level }))}></tutti-slider>` : html`<span class="pan"></span>`}
      <div class="foot">${track ? html`
        <button class="mute" aria-pressed=${track.muted} aria-label="${t('Mute')} ${name}" @click=${() => set({ muted: !track.muted })}>M</button>
        <button class="solo" aria-pressed=${track.solo} aria-label="${t('Solo')} ${name}" @click=${() => set({ solo: !track.solo })}>S</button>` : html`<span>${volumeWords(volume)}</span>`}
        <button aria-pressed=${this.metered} aria-label=${t('Loudness and spectrum of {0}', name)} data-tip=${t('Loudness and spectrum of {0}', name)}
          @click=${() => this.dispatchEvent(new CustomEvent('meter', { detail: this.handle }))}>${icon('scale')}</button>
        <button aria-pressed=${w.lanes.isOpen(this.handle)} aria-label=${t('Automation of {0}', name)} data-tip=${t('Automation of {0}', name)}
          @click=${() => w.lanes.toggle(this.handle)}>${icon('automation')}</button></div>`;
  }

  private sends(track: Track) {
    const { workspace: w } = this;
    const { mixing } = w.song;
    return html`${mixing.sends(track.handle).map(send => {
      const bus = w.seen.track(send.to)?.name ?? t('Bus');
      const level = automated(w, track.handle, send.handle, 'volume', VOLUME, volume => w.song.transport.preview?.(send.handle, volume, 0));
      return html`<div class="send"><span data-tip=${send.before ? t('Taken before the fader') : t('Taken after the fader')}>→ ${bus}</span>
        <button aria-label=${t('Send to {0}: more', bus)} aria-haspopup="menu" @click=${(event: MouseEvent) => below(this, event, bus, [
          { name: t('Taken before the fader'), checked: send.before, run: () => w.attempt(() => mixing.sendBefore(send.handle, !send.before)) },
          { name: t('Remove'), run: () => w.attempt(() => mixing.removeSend(send.handle)) }
        ])}>${icon('more')}</button>
        <tutti-slider label=${t('Send to {0}', bus)} .value=${faderOf(send.volume)} .rest=${faderOf(0)} .step=${0.01}
          .words=${(fader: number) => volumeWords(volumeOf(fader))} .read=${(text: string) => faderOf(Number.parseFloat(text.replace('−', '-')) * 100)}
          ?automated=${level.automated} @input=${(event: CustomEvent<number>) => level.touch(volumeOf(event.detail))} @rest=${level.rest}
          @change=${(event: CustomEvent<number>) => level.set(volumeOf(event.detail), next => w.attempt(() => mixing.setSend(send.handle, next)))}></tutti-slider></div>`;
    })}
    <button class="add" aria-haspopup="menu" aria-label=${t('Send {0} to a bus', track.name)} @click=${(event: MouseEvent) => this.send(event, track)}>${icon('plus')} ${t('Send')}</button>`;
  }

  private send(event: MouseEvent, track: Track): void {
    const { workspace: w } = this;
    const buses = w.seen.tracks.filter(each => each.type === 'bus' && each.handle !== track.handle);
    below(this, event, t('Send {0} to a bus', track.name), [
      ...buses.map((bus): MenuEntry => ({ name: bus.name, run: () => w.attempt(() => w.song.mixing.addSend(track.handle, bus.handle)) })),
      ...buses.length > 0 ? [LINE as MenuEntry] : [],
      { name: t('To a new reverb bus'), run: () => this.newBus(track, t('Reverb'), 'reverb') },
      { name: t('To a new delay bus'), run: () => this.newBus(track, t('Delay'), 'delay') }
    ]);
  }

  /** Makes a bus with one effect that gives nothing but itself, and sends to it. */
  private newBus(track: Track, name: string, effect: string): void {
    const { workspace: w } = this;
    w.attempt(() => {
      const bus = w.song.addTrack('bus', name, 0, NONE);
      const device = w.song.mixing.add(bus, effect);
      w.song.mixing.set(device, 'mix', 100);
      w.song.mixing.addSend(track.handle, bus, -600);
    });
  }

  private open(device: Handle): void {
    this.dispatchEvent(new CustomEvent('device', { detail: device === this.opened ? NONE : device }));
  }

  private readonly add = (event: MouseEvent): void => {
    const { workspace: w } = this;
    below(this, event, t('Effect'), w.song.mixing.effects().map((each): MenuEntry => ({
      name: effectName(each.id), run: () => w.attempt(() => this.open(w.song.mixing.add(this.handle, each.id)))
    })));
  };

  private more(event: MouseEvent, device: Device): void {
    event.preventDefault();
    const { workspace: w } = this;
    const { mixing } = w.song;
    below(this, event, effectName(device.effect), [
      { name: t('Bypass'), checked: device.bypassed, run: () => w.attempt(() => mixing.bypass(device.handle, !device.bypassed)) },
      { name: t('Remove'), run: () => w.attempt(() => mixing.remove(device.handle)) }
    ]);
  }

  private dropped(event: DragEvent, before: Handle): void {
    const device = Number(event.dataTransfer?.getData('application/x-tutti-device') ?? '');
    if (Number.isInteger(device) && device > 0) {
      event.preventDefault();
      event.stopPropagation();
      this.workspace.attempt(() => this.workspace.song.mixing.move(device, this.handle, before));
    }
  }

  private key(event: KeyboardEvent, device: Device): void {
    const { workspace: w } = this;
    const { mixing } = w.song;
    const devices = mixing.devices(this.handle);
    const at = devices.findIndex(each => each.handle === device.handle);
    if (event.altKey && event.key === 'ArrowUp' && at > 0) {
      w.attempt(() => mixing.move(device.handle, this.handle, devices[at - 1]!.handle));
    } else if (event.altKey && event.key === 'ArrowDown' && at < devices.length - 1) {
      w.attempt(() => mixing.move(device.handle, this.handle, devices[at + 2]?.handle ?? NONE));
    } else if (event.key === 'Delete') {
      w.attempt(() => mixing.remove(device.handle));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}
