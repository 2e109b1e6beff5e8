import { LitElement, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { CLIP_STRIDE, Clip, type Handle } from '../../song/song';
import { Layers, type Drawn } from '../canvas/layers';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import '../automation/tutti-automation-lane';
import '../automation/tutti-lane-head';
import { LANE_HEIGHT, type ShownLane } from '../automation/open-lanes';
import '../tracks/tutti-track-head';
import { addFiles, isSound, mayHoldSound } from '../sound/add-files';
import { barStart, snapped } from '../time/grid-step';
import { addTrack } from '../workspace/clip-actions';
import { describeClips } from '../workspace/describe';
import type { Aspect, Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { arrangementStyles } from './arrangement-styles';
import { ArrangementTouch } from './arrangement-touch';
import { carryTrack, type Gap } from './carry-track';
import { corner } from './corner';
import type { Draft } from './draft';
import { inlineFieldStyles, openField } from './inline-field';
import { rewrite } from './lane-gestures';
import type { LaneItem } from './lane-items';
import { laneItems } from './lane-items';
import { replaceEntries } from './lane-menus';
import { Layout, RULER } from './layout';
import { openLyricField } from './lyric-field';
import { DRAGGED, dropFromLibrary } from '../library/library';
import { openMenu } from '../menu/menu';
import { paintClips } from './paint-clips';
import { paintGround } from './paint-ground';
import { paintOverlay } from './paint-overlay';
import type { ArrangementStage } from './stage';
import { paintTake } from '../tray/paint-take';
import './tutti-minimap';
import { t } from '../../words/words';

/** Track heads beside ruler, lanes and clips. Three layers are painted apart: the ground, the clips, and what moves. */
@customElement('tutti-arrangement')
export class TuttiArrangement extends LitElement implements ArrangementStage, Drawn {
  @property({ attribute: false }) workspace!: Workspace;
  @query('.stage') element!: HTMLElement;
  @state() private carried: Gap = null;

  layout!: Layout;
  draft: Draft | null = null;
  says: ArrangementStage['says'] = null;
  private readonly layers = new Layers(this);
  private placed = false;

  static override styles = [controlStyles, inlineFieldStyles, arrangementStyles];

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'people', 'selection', 'view', 'arrangement', 'transport', 'together', 'hands', 'tray'], aspect => this.hear(aspect));
  }

  override willUpdate(): void {
    this.layout ??= new Layout(this.workspace);
    this.workspace.company.sights.arrangement = this.layout;
    this.layout.measure();
  }

  override firstUpdated(): void {
    this.addEventListener('tutti-carry', event => carryTrack(this.workspace, this.layout, event as CustomEvent,
      this.renderRoot.querySelector('.list') as HTMLElement, gap => { this.carried = gap; }));
  }

  touchable(): ArrangementTouch {
    return new ArrangementTouch(this);
  }

  override render() {
    const w = this.workspace;
    const tracks = w.tree.shown;
    return html`
      <div class="heads">
        ${corner(w, this.layout, this)}
        <div class="list" @wheel=${this.wheelHeads}>
          <div class="moved" style="transform:translateY(${-this.layout.scroll}px)">
            ${repeat(tracks, track => track.handle, (track, row) => html`
              <tutti-track-head .workspace=${w} .track=${track} .height=${this.layout.rowHeight(row)} ?current=${track.handle === w.caret.track} ?chosen=${w.tracks.has(track.handle)}
                ?folded=${w.tree.isFolded(track.handle)}
                style="height:${this.layout.rowHeight(row)}px;--depth:${Math.min(4, w.tree.depth(track))}"></tutti-track-head>
              ${this.laneHeads(w.lanes.of(track.handle), Math.min(4, w.tree.depth(track)))}`)}
            ${this.laneHeads(w.lanes.master, 0)}
            ${this.carried === null ? nothing : html`<div class="gap" style="top:${this.carried.top}px;height:${this.carried.height || 2}px" ?data-into=${this.carried.height > 0}></div>`}
            <div class="add">
              <button @click=${() => addTrack(w, 'instrument')}>${icon('plus')} ${t('Track')}</button>
              <button @click=${() => addTrack(w, 'drums')}>${icon('plus')} ${t('Drums')}</button>
              <button @click=${() => addTrack(w, 'audio')}>${icon('plus')} ${t('Audio')}</button>
            </div>
          </div>
        </div>
      </div>
      <div class="stage" tabindex="0" role="application" aria-label=${t('Arrangement')} aria-describedby="described"
        @dragover=${this.dragsOver} @dragleave=${() => this.dropAt(null)} @drop=${this.drops}
        @focus=${this.focused} @blur=${() => this.redrawOverlay()}>
        <canvas></canvas><canvas></canvas><canvas></canvas>
        ${this.layout.automation.length === 0 ? nothing : html`<div class="automation" style="top:${this.layout.top}px">
          ${repeat(this.layout.automation, ({ lane }) => laneKey(lane), ({ lane, top }) => html`<tutti-automation-lane .workspace=${w} .layout=${this.layout} .lane=${lane}
            style="top:${top - this.layout.scroll}px;height:${LANE_HEIGHT}px"></tutti-automation-lane>`)}</div>`}
      </div>
      ${tracks.length === 0 ? this.empty() : w.song.clips().length === 0 ? this.begin() : nothing}
      <span id="described" class="spoken" aria-live="polite">${w.place === 'arrangement' ? describeClips(w) : ''}</span>
      <div class="under"></div>
      <tutti-minimap .workspace=${w}></tutti-minimap>`;
  }

  private laneHeads(lanes: readonly ShownLane[], depth: number) {
    return repeat(lanes, laneKey, lane => html`<tutti-lane-head .workspace=${this.workspace} .lane=${lane} style="height:${LANE_HEIGHT}px;--depth:${depth}"></tutti-lane-head>`);
  }

  private empty() {
    return html`
      <div class="empty">
        <p>${t('A song begins with a track. Add one, then double-click in its row to draw a clip.')}</p>
        <button class="primary" @click=${() => addTrack(this.workspace, 'instrument')}>${icon('plus')} ${t('Add a track')}</button>
        <button class="framed" @click=${() => addTrack(this.workspace, 'drums')}>${t('Add drums')}</button>
      </div>`;
  }

  private begin() {
    return html`
      <div class="empty">
        <p>${matchMedia('(hover: none)').matches
          ? t('Double-tap in a track’s row to make a clip, or tap the red circle and play.')
          : t('Double-click in a track’s row to draw a clip, press the red circle and play, or drop a MIDI file here.')}</p>
      </div>`;
  }

  private readonly wheelHeads = (event: WheelEvent): void => {
    this.layout.scrollTo(this.layout.scroll + event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1));
    this.workspace.viewChanged('arrangement');
  };

  /** Sound that is dragged over shows where it would come to lie; everything else is for the page around. */
  private readonly dragsOver = (event: DragEvent): void => {
    if (mayHoldSound(event.dataTransfer) || event.dataTransfer?.types.includes(DRAGGED)) {
      event.preventDefault();
      event.stopPropagation();
      this.dropAt(event);
    }
  };

  private readonly drops = (event: DragEvent): void => {
    const files = [...event.dataTransfer?.files ?? []].filter(isSound);
    const ofLibrary = event.dataTransfer?.getData(DRAGGED) ?? '';
    this.dropAt(null);
    if (files.length === 0 && ofLibrary === '') {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    // what lies around the studio takes songs, and shows that it would while something is over it
    this.dispatchEvent(new DragEvent('dragleave', { bubbles: true, composed: true }));
    const { tick, track } = this.dropPlace(event);
    if (ofLibrary !== '') {
      void dropFromLibrary(this.workspace, ofLibrary, track, tick, -1, event.shiftKey);
      return;
    }
    void addFiles(this.workspace, files, track, tick);
  };

  private dropPlace(event: DragEvent): { tick: number; track: Handle } {
    const place = this.element.getBoundingClientRect();
    const tick = snapped(this.workspace.song, Math.max(0, this.layout.axis.tick(event.clientX - place.left)), this.workspace.step('arrangement', event.altKey));
    return { tick, track: this.layout.trackAt(event.clientY - place.top) };
  }

  private dropAt(event: DragEvent | null): void {
    const place = this.element.getBoundingClientRect();
    this.says = event ? { text: this.workspace.song.position(this.dropPlace(event).tick), x: event.clientX - place.left, y: event.clientY - place.top } : null;
    this.redrawOverlay();
  }

  private readonly focused = (): void => {
    this.workspace.goTo('arrangement');
    this.redrawOverlay();
  };

  private hear(aspect: Aspect): void {
    if (aspect === 'people' || aspect === 'together' || aspect === 'hands') {
      this.redrawOverlay();
    } else if (aspect === 'contents' || aspect === 'tray') {
      this.redrawClips();
    } else if (aspect === 'transport') {
      this.redrawAll();
    } else {
      this.requestUpdate();
    }
  }

  sized(width: number, height: number): void {
    this.layout.width = this.layout.axis.width = width;
    this.layout.height = height;
    if (!this.placed && width > 0) {
      this.placed = true;
      this.showBeginning();
    }
    this.workspace.viewChanged('arrangement');
  }

  /** A song whose first clip lies beyond what is shown opens on that clip. */
  private showBeginning(): void {
    const { clips } = this.workspace.seen;
    let first = Infinity;
    for (let at = 0; at < clips.length; at += CLIP_STRIDE) {
      first = Math.min(first, clips[at + Clip.start]!);
    }
    const { axis } = this.layout;
    if (first < Infinity && first > axis.tick(axis.width)) {
      axis.scrollTo(barStart(this.workspace.song, first));
    }
  }

  redrawAll(): void {
    this.layers.stale('ground');
  }

  redrawClips(): void {
    this.layers.stale('middle');
  }

  redrawOverlay(): void {
    this.layers.stale('overlay');
  }

  paint(): void {
    const w = this.workspace;
    const { layers } = this;
    const { transport } = w.song;
    if (transport.playing && w.following && !layers.busy && this.layout.axis.reveal(transport.playhead, 0)) {
      this.layout.axis.scrollTo(transport.playhead - 24 / this.layout.axis.scale);
      layers.stale('ground');
      w.viewChanged('arrangement');
    }
    layers.ground.draw(pen => paintGround(pen, w, this.layout, this.draft));
    layers.middle.draw(pen => { paintClips(pen, w, this.layout, this.draft); paintTake(pen, w, this.layout); });
    layers.overlay.draw(pen => paintOverlay(pen, w, this.layout, { draft: this.draft, says: this.says, focused: this.shadowRoot?.activeElement === this.element }));
    if (this.isConnected && (transport.playing || w.song.people.some(person => !person.self && person.playing) || w.settling.busy)) {
      layers.stale('overlay');
    }
  }

  write(item: LaneItem): void {
    if (item.kind === 'lyric') {
      openLyricField(this, item.start);
      return;
    }
    const lane = this.layout.lanes.find(each => laneItems(each.name, this.workspace.seen).some(other => other.handle === item.handle && other.start === item.start));
    if (lane) {
      openField(this.element, { x: this.layout.axis.x(item.start), y: lane.top, width: item.length > 0 ? Math.max(90, Math.min(240, item.length * this.layout.axis.scale)) : 90 },
        t(lane.title), item.text, text => rewrite(this.workspace, item, text));
    }
  }

  rename(clip: Handle): void {
    const w = this.workspace;
    const seen = w.seen.clip(clip);
    if (seen) {
      this.layout.axis.reveal(seen.start);
      this.layout.reveal(seen.track);
      const row = this.layout.row(seen.track);
      openField(this.element, { x: this.layout.axis.x(seen.start), y: this.layout.y(row), width: Math.max(120, Math.min(260, seen.length * this.layout.axis.scale)) },
        t('Name of the clip'), w.seen.clipName(clip), name => w.attempt(() => w.song.setClips([clip], { name })));
    }
  }

  /** Renames what is chosen: a lane's item, a clip, else the track at hand. */
  renameChosen(): void {
    const w = this.workspace;
    const item = this.layout.lanes.flatMap(lane => laneItems(lane.name, w.seen)).find(each => w.laneItems.has(each.handle));
    const clip = w.clips.all().at(-1);
    if (item) {
      this.write(item);
    } else if (clip !== undefined) {
      this.rename(clip);
    } else {
      [...this.renderRoot.querySelectorAll('tutti-track-head')].find(head => head.track.handle === w.caret.track)?.rename();
    }
  }

  /** Asks, at the chord lane, whether the chords that are there shall be replaced. */
  askForChords(): void {
    const lane = this.layout.lanes.find(each => each.name === 'chords');
    const place = this.element.getBoundingClientRect();
    openMenu(this.element, { x: place.left + 12, y: place.top + (lane ? lane.top + lane.height : RULER), title: t('Replace the chords that are here'),
      entries: replaceEntries(this.workspace) });
  }

  /** Where a tick of a track lies, in client pixels: what browser tests press. */
  clientPoint(tick: number, track: Handle): { x: number; y: number } {
    const place = this.element.getBoundingClientRect();
    const row = this.layout.row(track);
    return { x: place.left + this.layout.axis.x(tick), y: place.top + (row < 0 ? 24 : this.layout.y(row) + this.layout.rowHeight(row) / 2) };
  }

  /** Brings the caret, or what is chosen, into sight. */
  reveal(): void {
    const w = this.workspace;
    const clip = w.clips.size === 1 ? w.seen.clip(w.clips.all()[0]) : undefined;
    this.layout.axis.reveal(clip?.start ?? w.caret.tick);
    this.layout.reveal(clip?.track ?? w.caret.track);
    w.viewChanged('arrangement');
  }
}

function laneKey(lane: ShownLane): string {
  return `${lane.strip} ${lane.owner} ${lane.name}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-arrangement': TuttiArrangement;
    'tutti-track-head': import('../tracks/tutti-track-head').TuttiTrackHead;
  }
}
