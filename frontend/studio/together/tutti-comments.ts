import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { NONE, type Handle } from '../../song/song';
import type { Comment } from '../../song/comments';
import { hex } from '../canvas/shades';
import { tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { ago } from '../time/ago';
import type { Workspace } from '../workspace/workspace';
import { Watching } from '../workspace/watching';
import { t } from '../../words/words';
import { commentsStyles } from './comments-styles';
import type { Thread } from './discussion';
import { initials } from './initials';
import './tutti-writing';

/** The comments of the song by their places, in the side panel. It reads the page's own copy, so it works without a connection. */
@customElement('tutti-comments')
export class TuttiComments extends LitElement {
  @property({ attribute: false }) workspace?: Workspace;
  /** What is being written anew, and the thread that is being answered. */
  @state() private rewriting: Handle = NONE;
  @state() private answering: Handle = NONE;
  private shown: Handle = NONE;
  private clock = 0;

  static override styles = [controlStyles, commentsStyles];

  constructor() {
    super();
    new Watching(this, ['song', 'together', 'people']);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const studio = this.closest('tutti-studio');
    this.workspace ??= studio?.workspace;
    studio?.addEventListener('song-opened', this.opened);
    this.clock = window.setInterval(() => this.requestUpdate(), 60_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closest('tutti-studio')?.removeEventListener('song-opened', this.opened);
    window.clearInterval(this.clock);
  }

  private readonly opened = (): void => {
    this.workspace = this.closest('tutti-studio')?.workspace;
  };

  override render() {
    const w = this.workspace;
    if (!w) {
      return nothing;
    }
    const { discussion } = w;
    const threads = discussion.threads.filter(each => discussion.showResolved || !each.first.resolved);
    const settled = discussion.threads.filter(each => each.first.resolved).length;
    return html`
      <header>
        <span>${threads.length === 1 ? t('1 thread') : t('{0} threads', threads.length)}</span>
        ${settled === 0 ? nothing : html`<button aria-pressed=${discussion.showResolved}
          @click=${() => { discussion.showResolved = !discussion.showResolved; w.changed.tell('together'); }}>${t('{0} resolved', settled)}</button>`}
        <button aria-label=${t('Comment')} data-tip=${tip('comment')} @click=${() => discussion.begin()}>${icon('plus')}</button>
      </header>
      ${discussion.begun === null ? nothing : html`
        <div class="new">
          <h3>${t('Comment on {0}', discussion.begun.words)}</h3>
          <tutti-writing label=${t('Comment on {0}', discussion.begun.words)} action=${t('Comment')} .names=${this.names}
            @said=${(event: CustomEvent<string>) => discussion.say(event.detail)} @left=${() => this.left()}></tutti-writing>
        </div>`}
      <div class="list" role=${threads.length > 0 ? 'list' : nothing} aria-label=${threads.length > 0 ? t('Comments') : nothing}>
        ${threads.length === 0 && discussion.begun === null
          ? html`<p class="empty">${t('Nothing said about the song yet. Press C to comment on what is chosen, or long-press a bar or a clip.')}</p>` : nothing}
        ${repeat(threads, each => each.first.handle, each => this.thread(w, each))}
      </div>`;
  }

  private readonly names = (): readonly string[] => this.workspace?.song.comments.mentionable() ?? [];

  private thread(w: Workspace, thread: Thread) {
    const { first, answers } = thread;
    const { discussion } = w;
    const resolve = first.resolved ? t('Reopen') : t('Resolve');
    return html`
      <section role="listitem" data-thread=${first.handle} @pointerup=${() => thread.calls && discussion.open(first.handle)}
        class="${first.handle === discussion.opened ? 'opened' : ''} ${first.resolved ? 'resolved' : ''} ${thread.calls ? 'calls' : ''}">
        <div class="place">
          <button class="to" data-tip=${t('Go there')} @click=${() => { discussion.open(first.handle); discussion.goTo(first); }}>${discussion.about(first)}</button>
          <button aria-label=${resolve} data-tip=${resolve}
            @click=${() => w.attempt(() => w.song.comments.resolve(first.handle, !first.resolved))}>${icon(first.resolved ? 'undo' : 'check')}</button>
        </div>
        ${this.comment(w, first)}
        ${repeat(answers, each => each.handle, each => this.comment(w, each))}
        ${this.answering === first.handle ? html`
          <tutti-writing label=${t('Answer')} action=${t('Answer')} .names=${this.names}
            @said=${(event: CustomEvent<string>) => { discussion.answer(first.handle, event.detail); this.answering = NONE; }}
            @left=${() => { this.answering = NONE; this.left(); }}></tutti-writing>`
          : html`<div class="more"><button @click=${() => { discussion.open(first.handle); this.answering = first.handle; }}>${t('Answer')}</button></div>`}
      </section>`;
  }

  private comment(w: Workspace, comment: Comment) {
    const { comments } = w.song;
    return html`
      <article>
        <span class="disc" style="background:${hex(comment.colour)}" aria-hidden="true">${initials(comment.name)}</span>
        <div class="who"><b>${comment.name}</b><time datetime=${new Date(comment.time).toISOString()}>${ago(comment.time, Date.now())}</time></div>
        ${this.rewriting === comment.handle ? html`
          <div class="body"><tutti-writing label=${t('Change what you said')} action=${t('Save')} .text=${comment.text} .names=${this.names}
            @said=${(event: CustomEvent<string>) => { w.attempt(() => comments.rewrite(comment.handle, event.detail)); this.rewriting = NONE; }}
            @left=${() => { this.rewriting = NONE; }}></tutti-writing></div>`
          : html`<div class="body">${comments.parts(comment.text).map(part => part.mention ? html`<mark>${part.text}</mark>` : part.text)}</div>`}
        ${comment.own && this.rewriting !== comment.handle ? html`
          <div class="more">
            <button @click=${() => { this.rewriting = comment.handle; }}>${t('Edit')}</button>
            <button @click=${() => w.attempt(() => comments.remove(comment.handle))}>${t('Delete')}</button>
          </div>` : nothing}
      </article>`;
  }

  /** Writing was left: keys belong to the arrangement again. */
  private left(): void {
    this.workspace?.discussion.leave();
    this.closest('tutti-studio')?.arrangement?.element.focus({ preventScroll: true });
  }

  /** Brings the thread that was just opened into sight. */
  override updated(): void {
    const opened = this.workspace?.discussion.opened ?? NONE;
    if (opened !== this.shown) {
      this.shown = opened;
      this.renderRoot.querySelector(`[data-thread='${opened}']`)?.scrollIntoView({ block: 'nearest' });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-comments': TuttiComments;
  }
}
