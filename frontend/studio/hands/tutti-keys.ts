import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { NONE } from '../../song/song';
import { t } from '../../words/words';
import { hex } from '../canvas/shades';
import { tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { openMenu } from '../menu/menu';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { keysStyles } from './keys-styles';
import type { MidiDevice, MidiState } from './midi-inputs';
import './tutti-piano';

/** Milliseconds by which a keyboard may come late at most. */
const LATEST = 500;

/** The keys below: the computer keyboard's mode, keys for fingers, MIDI keyboards, and whose playing is heard. */
@customElement('tutti-keys')
export class TuttiKeys extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;

  static override styles = [controlStyles, keysStyles];

  constructor() {
    super();
    new Watching(this, ['hands', 'song', 'people', 'view']);
  }

  override render() {
    const w = this.workspace;
    this.hidden = !w?.keyboards.open;
    if (!w || this.hidden) {
      return nothing;
    }
    return html`
      <section class="how" aria-label=${t('How keys play')}>${this.how(w)}</section>
      <tutti-piano .workspace=${w} role="group" aria-label=${t('Keys')}></tutti-piano>
      <section class="sources" aria-label=${t('Keyboards and others')}>${this.midi(w)}${this.others(w)}</section>
      <button class="close" aria-label=${t('Close the keys')} data-tip=${tip('keys')} @click=${() => w.keyboards.show(false)}>${icon('close')}</button>`;
  }

  private how(w: Workspace) {
    const { computer, track } = w.keyboards;
    return html`
      <div class="plays" data-tip=${t('Keys play the armed track, or the one at hand')}>
        ${track ? html`<i style="background:${hex(track.colour)}"></i><b>${track.name || t('Unnamed')}</b>` : html`<b>${t('No track yet')}</b>`}
      </div>
      <button class="framed" aria-pressed=${computer.on} data-tip=${t('Letters play notes; Shift and a letter stays a shortcut, Esc ends it')}
        @click=${() => computer.turn(!computer.on)}>${icon('keys')} ${computer.on ? t('Letters play') : t('Play with letters')}</button>
      <div class="row">
        <button aria-label=${t('An octave lower')} data-tip=${t('An octave lower  ({0})', 'Z')} @click=${() => computer.octave(-1)}>${icon('down')}</button>
        <span role="status">${t('Octave {0}', Math.floor(computer.base / 12) - 1)}</span>
        <button aria-label=${t('An octave higher')} data-tip=${t('An octave higher  ({0})', 'X')} @click=${() => computer.octave(1)}>${icon('up')}</button>
        <button class="pedal" aria-pressed=${computer.sustained} data-tip=${t('Sustain pedal: press to hold, press again to lift  ({0} while held)', 'B')}
          @click=${() => computer.sustain(!computer.sustained)}>${t('Pedal')}</button>
      </div>
      <label class="row" data-tip=${t('How hard letters play: {0} softer, {1} harder', 'C', 'V')}>${t('Velocity')}
        <input type="range" min="1" max="127" .value=${String(computer.velocity)}
          @input=${(event: Event) => computer.setVelocity(Number((event.target as HTMLInputElement).value))}>
        <output>${computer.velocity}</output></label>`;
  }

  private midi(w: Workspace) {
    const { midi } = w.keyboards;
    const words: Record<MidiState, string> = {
      unsupported: t('This browser has no Web MIDI; Chrome, Edge and Firefox do. Letters and the keys here play too.'),
      'not asked': '', asking: t('The browser asks you whether it may use your MIDI keyboards.'),
      on: midi.devices.length === 0 ? t('No MIDI keyboard is plugged in. Plug one in: it is found at once.') : '',
      refused: t('The browser keeps MIDI keyboards away: allow MIDI beside the page\'s address, then connect again.')
    };
    return html`
      ${midi.devices.map(device => html`<div class="row">
        <button class="device" aria-pressed=${device.on} data-tip=${device.on ? t('Plays here; press to switch it off') : t('Switched off; press to let it play')}
          @click=${() => midi.switch(device, !device.on)}>${icon('keys')} ${device.name}</button>
        <button class="to" aria-haspopup="menu" data-tip=${t('The track that it plays')} @click=${(event: MouseEvent) => this.choose(event, device)}>
          ${device.track === NONE ? t('at hand') : w.seen.track(device.track)?.name ?? t('at hand')} ${icon('down')}</button>
      </div>`)}
      ${words[midi.state] === '' ? nothing : html`<p role="status">${words[midi.state]}</p>`}
      ${midi.devices.length === 0 ? nothing : html`<label class="row late" data-tip=${t('If what you record lands behind the beat, say by how much: it is written so much earlier')}>
        ${t('Comes late by')} <input type="number" min="0" max=${LATEST} step="1" .value=${String(w.song.playing.recording.manner.late)}
          @change=${(event: Event) => this.late(event.target as HTMLInputElement)}> ${t('ms')}</label>`}
      ${midi.state === 'not asked' || midi.state === 'refused'
        ? html`<button class="framed" @click=${() => void midi.connect()}>${t('Connect a MIDI keyboard')}</button>` : nothing}`;
  }

  private late(field: HTMLInputElement): void {
    const { recording } = this.workspace!.song.playing;
    const millis = field.value === '' ? 0 : Number(field.value);
    recording.set({ late: Math.max(0, Math.min(LATEST, Math.round(millis))) });
    field.value = String(recording.manner.late);
  }

  private choose(event: MouseEvent, device: MidiDevice): void {
    const w = this.workspace!;
    const place = (event.currentTarget as HTMLElement).getBoundingClientRect();
    openMenu(this, { x: place.left, y: place.top, title: device.name, entries: [
      { name: t('The track at hand'), checked: device.track === NONE, run: () => w.keyboards.midi.give(device, NONE) },
      ...w.seen.tracks.filter(track => track.type === 'instrument' || track.type === 'drums').map(track => ({
        name: track.name, checked: device.track === track.handle, swatch: hex(track.colour),
        run: () => w.keyboards.midi.give(device, track.handle)
      }))
    ] });
  }

  private others(w: Workspace) {
    const { others, hand } = w.song.playing;
    const players = others.players;
    return html`
      <div class="row head">
        <button aria-pressed=${hand.shared} data-tip=${t('Whether others hear what you play, as you play it')} @click=${() => hand.share(!hand.shared)}>
          ${hand.shared ? t('Others hear you') : t('Others don\'t hear you')}</button>
        <button aria-pressed=${others.on} data-tip=${t('Whether you hear what others play, as they play it')} @click=${() => others.hearAll(!others.on)}>
          ${others.on ? t('You hear others') : t('You hear nobody')}</button>
      </div>
      ${players.map(player => html`<div class="row player" ?plays=${player.plays}>
        <i style="background:${hex(player.colour)}"></i><b>${player.name}</b>
        <span>${player.plays ? delayWords(player.delay) : t('not playing')}</span>
        <button aria-pressed=${player.heard} ?disabled=${!others.on} aria-label=${t('Hear {0}', player.name)}
          data-tip=${player.heard ? t('You hear {0}; press not to', player.name) : t('You don\'t hear {0}; press to', player.name)}
          @click=${() => others.hear(player.person, !player.heard)}>${icon(player.heard ? 'hear' : 'mute')}</button>
      </div>`)}
      <p class="note">${t('Live playing is for showing each other ideas, not for tight jamming: all of it comes a moment late.')}</p>`;
  }
}

/** A delay in words, with its number. */
function delayWords(millis: number): string {
  const number = Math.round(millis / 5) * 5;
  return millis < 50 ? t('almost at once, {0} ms', number) : millis < 150 ? t('a moment later, {0} ms', number)
    : millis < 300 ? t('clearly later, {0} ms', number) : t('far behind, {0} ms', number);
}
