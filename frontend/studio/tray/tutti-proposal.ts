import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Proposal, TakeSeen } from '../../song/tray';
import { keepTake } from '../alternatives/forms-at-hand';
import { hex } from '../canvas/shades';
import { tip } from '../commands/commands';
import { controlStyles } from '../controls/control-styles';
import { icon } from '../controls/icons';
import { ago } from '../time/ago';
import { initials } from '../together/initials';
import '../together/tutti-writing';
import type { Workspace } from '../workspace/workspace';
import { t, told } from '../../words/words';
import { filesStyles } from '../masters/masters-styles';
import { masterFiles } from '../masters/master-files';
import { MASTERING } from '../masters/tutti-masters';
import { cardDetails } from './card-details';
import { offerSettings, settingsStyles } from './offer-settings';
import { proposalStyles } from './proposal-styles';
import { barsOf, nameOf, percent, stateOf, targetsOf } from './tray-words';

/** A proposal of the tray: folded, who asked for what and its takes; unfolded, everything that can be said and done about it. */
@customElement('tutti-proposal')
export class TuttiProposal extends LitElement {
  @property({ attribute: false }) workspace!: Workspace;
  @property({ attribute: false }) proposal!: Proposal;
  @property({ type: Boolean, reflect: true }) opened = false;
  /** Whether a newer one was asked for in its place. */
  @property({ type: Boolean, reflect: true }) old = false;
  @state() private remarking = false;
  /** What this person has moved of a live one. */
  @state() private steered: Readonly<Record<string, string>> = {};

  static override styles = [controlStyles, settingsStyles, filesStyles, proposalStyles];

  override render() {
    const { workspace: w, proposal: p, opened } = this;
    const accepted = p.accepted[0];
    const targets = targetsOf(w, p);
    return html`
      <div class="head">
        <span class="disc" style="background:${hex(p.byColour)}" aria-hidden="true">${initials(p.byName)}</span>
        <button class="name" aria-expanded=${opened} @click=${() => w.tray.open(opened ? '' : p.id)}>
          <b>${nameOf(p)}</b><small>${p.own ? p.byName : t('{0} for {1}', p.tool, p.byName)}</small>
        </button>
        ${p.shown ? nothing : html`<span class="sign" data-tip=${t('Only you see it')}>${icon('lock')}</span>`}
      </div>
      <div class="where">${barsOf(w, p.from, p.to)}${targets === '' ? nothing : html` · ${targets}`} · <time datetime=${new Date(p.made).toISOString()}>${ago(p.made, Date.now())}</time>${p.own || p.commercial ? nothing : html` · ${t('not to be released commercially')}`}</div>
      ${this.standing(w, p)}
      ${opened ? this.steering(w, p) : nothing}
      ${opened ? p.takes.map(take => this.take(w, p, take)) : html`<div class="chips">${p.takes.map(take => this.chip(w, p, take))}</div>`}
      ${accepted && !accepted.undone ? html`
        <div class="accepted" role="status">${icon('check')}<span>${accepted.pending ? t('{0} accepts take {1} …', accepted.name, accepted.take) : t('{0} accepted take {1}', accepted.name, accepted.take)}</span>
          ${accepted.pending || !this.isMine(accepted.person) ? nothing : html`<button class="undo" @click=${() => w.tray.undo(p.id)}>${icon('undo')} ${t('Undo')}</button>`}</div>` : nothing}
      ${accepted?.undone ? html`<div class="quiet">${t('{0} accepted take {1}; that was undone.', accepted.name, accepted.take)}</div>` : nothing}
      ${opened ? this.unfolded(w, p) : this.counts(p)}`;
  }

  private isMine(person: string): boolean {
    return this.workspace.song.people.some(each => each.self && each.person === person);
  }

  /** Progress, what failed, what is stale. */
  private standing(w: Workspace, p: Proposal) {
    const words = stateOf(w, p);
    // read out: that it waits, fell silent, failed; not each per cent
    const counts = p.state === 'UNDER_WAY' && p.running && !w.tray.isSilent(p.id);
    const live = w.song.tray.offers().find(each => each.id === p.assistant)?.live ?? false;
    return html`
      ${p.state !== 'UNDER_WAY' ? nothing : html`
        <div class="making">
          <progress max="1" .value=${p.running ? p.share : 0} aria-label=${t('Progress of {0}', nameOf(p))}></progress>
          ${live ? html`<button class="stop" aria-label=${t('Stop {0}', nameOf(p))} @click=${() => this.judge(0, 'STOP')}>${t('Stop')}</button>` : nothing}
          <button class="cancel" aria-label=${t('Cancel {0}', nameOf(p))} @click=${() => this.judge(0, 'CANCEL')}>${t('Cancel')}</button>
        </div>`}
      ${words === '' ? nothing : html`<div class="state ${p.state === 'FAILED' ? 'bad' : ''}" role="status" aria-live=${counts ? 'off' : 'polite'} data-percent=${percent(p)}
        data-tip=${p.node === '' ? nothing : t('On {0}', p.node)}>${words}</div>`}
      ${p.stale && !this.old && p.state !== 'UNDER_WAY' && !p.own ? html`
        <div class="stale"><span>${t('What it listened to has changed since.')}</span>
          <button class="framed renew" @click=${() => this.renew(w, p)}>${t('Renew')}</button></div>` : nothing}
      ${this.old ? html`<div class="quiet">${t('Asked for again above.')}</div>` : nothing}`;
  }

  /** What of a live one can be moved while it goes on. */
  private steering(w: Workspace, p: Proposal) {
    const offer = w.song.tray.offers().find(each => each.id === p.assistant);
    if (p.state !== 'UNDER_WAY' || !offer?.live) {
      return nothing;
    }
    const settings = { ...Object.fromEntries(p.settings.map(each => [each.name, each.value])), ...this.steered };
    // the card tells the rights of the style that was asked for: it stays
    const controls = offer.controls.filter(each => each.name !== 'style');
    return html`<div class="steering">${offerSettings(controls, settings, (name, value) => {
      this.steered = { ...this.steered, [name]: value };
      w.attempt(() => w.song.tray.steer(p.id, name, value));
    })}</div>`;
  }

  private chip(w: Workspace, p: Proposal, take: TakeSeen) {
    if (p.assistant === MASTERING) {
      return html`<button class="chip compare" ?disabled=${take.hidden || take.partial} data-take=${take.number} aria-label=${t('Hear masters, blind')}
        data-tip=${t('Compare masters without knowing which is which')} @click=${this.compare}>${icon('hear')}</button>`;
    }
    const heard = w.tray.hearing?.proposal === p.id && w.tray.hearing.take === take.number;
    return html`<button class="chip" aria-pressed=${heard} ?disabled=${take.hidden} data-take=${take.number}
      aria-label=${heard ? t('Stop hearing take {0}', take.number) : t('Hear take {0}', take.number)} data-tip=${tip(`take-${Math.min(4, take.number)}`, t('Hear take {0}', take.number))}
      @click=${() => heard ? w.tray.back() : w.tray.listen(p.id, take.number)}>${icon(heard ? 'stop' : 'play')}${take.number}${take.partial ? '…' : ''}</button>`;
  }

  private readonly compare = (): void => {
    this.dispatchEvent(new CustomEvent('tutti-masters', { bubbles: true, composed: true }));
  };

  /** A take that is sound has figures and files in place of notes. */
  private contents(w: Workspace, p: Proposal, take: TakeSeen) {
    const master = p.assistant === MASTERING ? w.song.tray.master(p.id, take.number) : null;
    return master ? masterFiles(master, w.song.link) : html`<small>${take.notes === 1 ? t('1 note') : t('{0} notes', take.notes)}</small>`;
  }

  private take(w: Workspace, p: Proposal, take: TakeSeen) {
    if (take.hidden) {
      return html`<div class="take hidden"><span class="label">${t('Take {0} is hidden', take.number)}</span>
        <button @click=${() => this.judge(take.number, 'UNHIDE')}>${t('Show again')}</button></div>`;
    }
    const votes = p.votes.filter(each => each.take === take.number);
    const listening = w.song.tray.listeners(p.id).filter(each => each.take === take.number && !w.song.people.some(one => one.self && one.session === each.session));
    const why = told(take.whyNot);
    return html`
      <div class="take" data-take=${take.number}>
        <div class="line">
          ${this.chip(w, p, take)}
          <span class="label">${take.label === '' ? nothing : html`${told(take.label)} · `}${this.contents(w, p, take)}</span>
          ${take.partial ? nothing : html`
            <button class="up" aria-pressed=${take.mine === 1} aria-label=${t('Vote for take {0}', take.number)} data-tip=${t('Vote for it')}
              @click=${() => this.judge(take.number, take.mine === 1 ? 'NO_VOTE' : 'UP')}>${icon('thumb-up')}${take.up || ''}</button>
            <button class="down" aria-pressed=${take.mine === -1} aria-label=${t('Vote against take {0}', take.number)} data-tip=${t('Vote against it')}
              @click=${() => this.judge(take.number, take.mine === -1 ? 'NO_VOTE' : 'DOWN')}>${icon('thumb-down')}${take.down || ''}</button>
            <button class="veto" aria-label=${t('Hide take {0} for everyone', take.number)} data-tip=${t('Hide it for everyone; the history keeps it')}
              @click=${() => w.tray.hide(p.id, take.number)}>${icon('hide')}</button>`}
        </div>
        ${votes.length === 0 && listening.length === 0 ? nothing : html`
          <div class="faces">
            ${votes.map(vote => html`<span class="face ${vote.up ? 'for' : 'against'}" style="background:${hex(vote.colour)}" role="img"
              aria-label=${vote.up ? t('{0} is for it', vote.name) : t('{0} is against it', vote.name)} data-tip=${vote.up ? t('{0} is for it', vote.name) : t('{0} is against it', vote.name)}>${initials(vote.name)}</span>`)}
            ${listening.map(each => html`<span class="listens" style="--person:${hex(each.colour)}">${icon('hear')}${t('{0} listens', each.name)}</span>`)}
          </div>`}
        ${take.partial ? html`<div class="quiet">${t('Still being made.')}</div>` : html`
          <div class="line">
            <button class="framed accept" aria-disabled=${why !== ''} aria-label=${t('Accept take {0}', take.number)} aria-describedby=${why === '' ? nothing : `why-${take.number}`}
              @click=${() => w.tray.accept(p.id, take.number)}>${icon('check')} ${w.tray.over ? t('Accept over what is there') : t('Accept')}</button>
            ${p.assistant === MASTERING ? nothing : html`<button class="framed keep" aria-disabled=${take.whyNotKeep !== ''} data-tip=${t('Keep it as an alternative of its section, beside what is there')}
              @click=${() => keepTake(w, p.id, take.number, p.from, p.to)}>${t('Keep as alternative')}</button>`}
            ${why === '' ? nothing : html`<span class="why" id="why-${take.number}">${why}</span>`}
          </div>`}
      </div>`;
  }

  private counts(p: Proposal) {
    return p.remarks.length === 0 ? nothing : html`<div class="quiet">${p.remarks.length === 1 ? t('1 comment') : t('{0} comments', p.remarks.length)}</div>`;
  }

  private unfolded(w: Workspace, p: Proposal) {
    return html`
      ${p.remarks.map(remark => html`
        <article>
          <span class="face" style="background:${hex(remark.colour)}" aria-hidden="true">${initials(remark.name)}</span>
          <div><b>${remark.name}</b>${remark.take > 0 ? html` <small>${t('on take {0}', remark.take)}</small>` : nothing} <time datetime=${new Date(remark.time).toISOString()}>${ago(remark.time, Date.now())}</time>
            <p>${remark.text}</p></div>
        </article>`)}
      ${this.remarking ? html`
        <tutti-writing label=${t('Comment on {0}', nameOf(p))} action=${t('Comment')} .names=${() => w.song.comments.mentionable()}
          @said=${(event: CustomEvent<string>) => { this.remark(w, p, event.detail); }} @left=${() => { this.remarking = false; }}></tutti-writing>` : nothing}
      <div class="doing">
        ${this.remarking ? nothing : html`<button class="comment" @click=${() => { this.remarking = true; }}>${t('Comment')}</button>`}
        ${p.mine && !p.shown ? html`<button class="show" @click=${() => this.judge(0, 'SHOW')}>${t('Show it to everybody')}</button>` : nothing}
        ${p.own || p.state === 'UNDER_WAY' ? nothing : html`
          <button class="reseed" @click=${() => this.again(w, p)}>${t('Again, another seed')}</button>
          ${p.stale && !this.old ? nothing : html`<button class="same" data-tip=${t('The same settings and seed, for the song as it is now')} @click=${() => this.renew(w, p)}>${t('Renew')}</button>`}`}
        <button class="away" @click=${() => this.putAway(w, p)}>${t('Put away')}</button>
      </div>
      ${cardDetails(w, p)}`;
  }

  private judge(take: number, verb: Parameters<Workspace['song']['tray']['judge']>[2]): void {
    this.workspace.attempt(() => this.workspace.song.tray.judge(this.proposal.id, take, verb));
  }

  private remark(w: Workspace, p: Proposal, text: string): void {
    w.attempt(() => w.song.tray.remark(p.id, w.tray.hearing?.proposal === p.id ? w.tray.hearing.take : 0, text));
    this.remarking = false;
  }

  private renew(w: Workspace, p: Proposal): void {
    const id = w.attempt(() => w.song.tray.renew(p.id));
    if (id !== undefined) {
      w.tray.open(id);
    }
  }

  private again(w: Workspace, p: Proposal): void {
    const id = w.attempt(() => w.song.tray.again(p.id));
    if (id !== undefined) {
      w.tray.open(id);
    }
  }

  private putAway(w: Workspace, p: Proposal): void {
    if (w.tray.hearing?.proposal === p.id) {
      w.tray.back();
    }
    if (p.state === 'UNDER_WAY') {
      this.judge(0, 'CANCEL'); // nobody waits for it any more
    }
    this.judge(0, 'PUT_AWAY');
    w.noticed.tell({ text: t('“{0}” is put away for everyone. The history keeps it.', nameOf(p)), bad: false, brief: true,
      offer: { name: t('Undo'), run: () => w.attempt(() => w.song.tray.judge(p.id, 0, 'BRING_BACK')) } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tutti-proposal': TuttiProposal;
  }
}
