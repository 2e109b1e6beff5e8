import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { NOTE_STRIDE, Note } from '../../song/song';
import { below } from '../arrangement/corner';
import { inlineFieldStyles, openField } from '../arrangement/inline-field';
import { Layers, type Drawn } from '../canvas/layers';
import { stageStyles } from '../canvas/stage-styles';
import { tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { showLane } from '../workspace/control-actions';
import { describeNotes } from '../workspace/describe';
import type { Aspect, Workspace } from '../workspace/workspace';
import { followPlayhead, somethingMoves } from '../workspace/moving';
import { Watching } from '../workspace/watching';
import { laneEntries, typedController } from './lane-menu';
import { laneName } from './lane-names';
import type { NoteDraft } from './note-draft';
import { NotesLayout } from './notes-layout';
import type { NotesStage } from './notes-stage';
import { NotesTouch } from './notes-touch';
import { paintNotes } from './paint-notes';
import { paintNotesGround } from './paint-notes-ground';
import { paintNotesOverlay } from './paint-notes-overlay';
import { paintTakeNotes } from '../tray/paint-take-notes';
import { t } from '../../words/words';

/** The notes of the opened clip over time, with keyboard and velocities; drum tracks show their drums. */
@customElement('tutti-piano-roll')
export class TuttiPianoRoll extends LitElement implements NotesStage, Drawn {
  @property({ attribute: false }) workspace!: Workspace;
  @query('.stage') element!: HTMLElement;

  layout!: NotesLayout;
  draft: NoteDraft | null = null;
  says: NotesStage['says'] = null;
  ghost: NotesStage['ghost'] = null;
  knife: NotesStage['knife'] = null;
  private readonly layers = new Layers(this);
  private shown = -2;

  constructor() {
    super();
    new Watching(this, ['song', 'contents', 'people', 'selection', 'view', 'notes', 'opened', 'transport', 'hands', 'tray'], aspect => this.hear(aspect));
  }

  static override styles = [controlStyles, inlineFieldStyles, stageStyles, css`
    :host {
      position: relative;
      display: block;
      min-height: 0;
      min-width: 0;
    }

    .lane {
      position: absolute;
      left: 0;
      bottom: 0;
      padding: 0 4px;
      align-items: flex-start;
      border-radius: 0;
      font-size: var(--tutti-size-ruler);
      line-height: 1.3;
      white-space: normal;
      text-align: left;
      overflow-wrap: anywhere;
    }

    .lane span {
      padding-top: 8px;
    }
  `];

  override willUpdate(): void {
    this.layout ??= new NotesLayout(this.workspace);
    this.workspace.company.sights.notes = this.layout;
    const before = this.layout.origin;
    this.layout.measure();
    if (this.workspace.opened === this.shown && this.layout.origin !== before) {
      this.layout.axis.scrollTo(this.layout.axis.left + this.layout.origin - before); // the clip moved: its notes stay in sight
    }
  }

  override render() {
    const w = this.workspace;
    return html`
      <div class="stage" tabindex="0" role="application" aria-label=${t('Piano roll')} aria-describedby="described"
        @focus=${this.focused} @blur=${() => this.redrawOverlay()}>
        <canvas></canvas><canvas></canvas><canvas></canvas>
      </div>
      ${this.layout.lane === 0 ? nothing : html`
        <button class="lane" style="width:${this.layout.keys - 1}px;height:${this.layout.lane - 1}px" aria-haspopup="menu"
          aria-label=${t('Lane: {0}', laneName(w.roll.get('lane')))} data-tip=${tip('lane-below')} @click=${this.chooseLane}>
          <span>${laneName(w.roll.get('lane'))} ▾</span></button>`}
      <span id="described" class="spoken" aria-live="polite">${w.place === 'notes' ? describeNotes(w) : ''}</span>`;
  }

  touchable(): NotesTouch {
    return new NotesTouch(this);
  }

  private readonly chooseLane = (event: MouseEvent): void => {
    const w = this.workspace;
    w.goTo('notes');
    below(this, event, t('Lane'), laneEntries(w, () => {
      openField(this.element, { x: this.layout.keys + 8, y: this.layout.bottom + 8, width: 120 }, t('Controller, 0 to 127'), '', text => {
        const controller = typedController(text);
        if (controller === null) {
          w.say(t('A controller is a number from 0 to 127.'));
        } else {
          showLane(w, controller);
        }
      });
    }));
  };

  private readonly focused = (): void => {
    this.workspace.goTo('notes');
    this.redrawOverlay();
  };

  private hear(aspect: Aspect): void {
    if (aspect === 'people' || aspect === 'transport' || aspect === 'hands') {
      this.redrawOverlay();
    } else {
      this.requestUpdate();
    }
  }

  sized(width: number, height: number): void {
    this.layout.width = width;
    this.layout.height = height;
    this.layout.measure();
    if (this.workspace.opened !== this.shown && height > 0) {
      this.frame();
    }
    this.requestUpdate();
  }

  /** Brings the clip that was just opened into sight: its whole length, and its notes from the lowest on. */
  private frame(): void {
    const w = this.workspace;
    const clip = w.openedClip;
    if (!clip || this.layout.width === 0 || this.layout.height === 0) {
      return;
    }
    this.shown = w.opened;
    this.layout.axis.show(clip.start, clip.start + Math.min(Math.max(clip.length, 960 * 4), 960 * 64));
    const notes = w.seen.notes(clip.content);
    let lowest = 127;
    let highest = 0;
    for (let at = 0; at < notes.length; at += NOTE_STRIDE) {
      lowest = Math.min(lowest, notes[at + Note.pitch]!);
      highest = Math.max(highest, notes[at + Note.pitch]!);
    }
    this.layout.centre(notes.length > 0 ? (lowest + highest) / 2 : this.layout.drums ? 41 : 62);
    if (notes.length > 0) {
      this.layout.reveal(highest);
      this.layout.reveal(lowest);
    }
    w.caret.tick = clip.start;
    w.viewChanged('notes');
  }

  redrawNotes(): void {
    this.layers.stale('middle');
  }

  redrawOverlay(): void {
    this.layers.stale('overlay');
  }

  paint(): void {
    const w = this.workspace;
    const { layers } = this;
    if (w.opened !== this.shown) {
      this.frame();
    }
    if (!layers.busy && followPlayhead(w, this.layout.axis)) {
      layers.stale('ground');
    }
    layers.ground.draw(pen => paintNotesGround(pen, w, this.layout));
    layers.middle.draw(pen => { paintNotes(pen, w, this.layout, this.draft); paintTakeNotes(pen, w, this.layout); });
    layers.overlay.draw(pen => paintNotesOverlay(pen, w, this.layout, {
      draft: this.draft, says: this.says, ghost: this.ghost, knife: this.knife, focused: this.shadowRoot?.activeElement === this.element
    }));
    if (this.isConnected && somethingMoves(w)) {
      layers.stale('overlay');
    }
  }

  /** Where a tick of the song and a key lie, in client pixels: what browser tests press. */
  clientPoint(tick: number, pitch: number): { x: number; y: number } {
    const place = this.element.getBoundingClientRect();
    return { x: place.left + this.layout.x(tick), y: place.top + this.layout.y(pitch) + this.layout.rowHeight / 2 };
  }

  /** Where a value of the lane lies, in client pixels: the head of a stalk, the point of a controller. */
  lanePoint(tick: number, value: number, most = 127): { x: number; y: number } {
    const place = this.element.getBoundingClientRect();
    return { x: place.left + this.layout.x(tick), y: place.top + this.layout.height - 2 - this.layout.stalk(value, most) };
  }

  /** Brings the caret, or the one chosen note, into sight. */
  reveal(): void {
    const w = this.workspace;
    const note = w.notes.size > 0 ? w.seen.note(w.content, w.notes.all()[w.notes.size - 1]) : undefined;
    this.layout.axis.reveal(note ? note.start + this.layout.origin : w.caret.tick);
    this.layout.reveal(note?.pitch ?? w.caret.pitch);
    w.viewChanged('notes');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-piano-roll': TuttiPianoRoll;
  }
}
