import { css } from 'lit';

export const studioStyles = css`
  :host {
    position: relative;
    display: grid;
    grid-template:
      'top top' var(--tutti-top-bar)
      'banner banner' auto
      'arrangement side' minmax(0, 1fr)
      'split side' 5px
      'editor side' var(--editor-height, 300px)
      'keys keys' auto
      'pages pages' auto / minmax(0, 1fr) auto;
    height: 100dvh;
    overflow: hidden;
    background: var(--tutti-ground-0);
  }

  :host([folded]) {
    grid-template-rows: var(--tutti-top-bar) auto minmax(0, 1fr) 0 35px auto auto;
  }

  :host([sharing]) {
    grid-template-areas:
      'top top'
      'banner banner'
      'arrangement arrangement'
      'split split'
      'editor side'
      'keys keys'
      'pages pages';
  }

  header {
    grid-area: top;
    display: flex;
    align-items: center;
    gap: var(--tutti-space-3);
    min-width: 0;
    padding: 0 var(--tutti-space-3);
    background: var(--tutti-ground-1);
    border-bottom: 1px solid var(--tutti-line);
  }

  header tutti-transport {
    flex: 1;
    min-width: 0;
  }

  tutti-banner {
    grid-area: banner;
  }

  tutti-arrangement {
    grid-area: arrangement;
  }

  tutti-editor {
    grid-area: editor;
  }

  tutti-lyrics {
    grid-area: arrangement-start / arrangement-start / editor-end / arrangement-end;
    z-index: 4;
  }

  tutti-keys {
    grid-area: keys;
  }

  .split {
    grid-area: split;
    position: relative;
    background: var(--tutti-ground-1);
    border-top: 1px solid var(--tutti-line);
    border-bottom: 1px solid var(--tutti-line);
    box-sizing: border-box;
    cursor: row-resize;
    touch-action: none;
  }

  .split::after {
    content: '';
    position: absolute;
    inset: -3px 0;
  }

  .split:hover, .split:focus-visible {
    background: var(--tutti-accent);
    outline: none;
  }

  .waiting {
    grid-area: arrangement;
    display: grid;
    place-content: center;
    justify-items: center;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-large);
  }

  aside {
    grid-area: side;
    width: var(--tutti-side-panel);
    min-height: 0;
    display: none;
    overflow: hidden;
    background: var(--tutti-ground-1);
    border-left: 1px solid var(--tutti-line);
  }

  :host([side-open]) aside {
    display: block;
  }

  .pages {
    display: none;
  }

  :host([narrow]) {
    --tutti-track-width: 188px;
    grid-template:
      'top' var(--tutti-top-bar)
      'banner' auto
      'page' minmax(0, 1fr)
      'keys' auto
      'pages' 48px / minmax(0, 1fr);
  }

  :host([narrow]) :is(tutti-arrangement, tutti-editor, tutti-lyrics, aside, .waiting) {
    grid-area: page;
    display: none;
    width: auto;
    border-left: 0;
  }

  :host([narrow][page='tracks']) tutti-arrangement,
  :host([narrow][page='notes']) tutti-editor {
    display: grid;
  }

  :host([narrow][page='words']) tutti-lyrics {
    display: grid;
  }

  :host([narrow][page='side']) aside {
    display: block;
  }

  :host([narrow]) .split {
    display: none;
  }

  :host([narrow]) tutti-notices {
    bottom: 60px;
  }

  :host([narrow]) .pages {
    grid-area: pages;
    display: flex;
    justify-content: center;
    gap: 4px;
    padding: 2px 8px;
    background: var(--tutti-ground-1);
    border-top: 1px solid var(--tutti-line);
  }

  .pages button {
    flex: 0 1 120px;
    min-width: 0;
    height: 44px;
  }

  @media (max-width: 700px) {
    :host {
      --tutti-top-bar: 96px;
    }

    header {
      flex-wrap: wrap;
      row-gap: 0;
    }

    ::slotted([slot='title']) {
      flex: 1 1 0;
      min-width: 0;
    }

    header tutti-transport {
      order: 1;
      flex: 1 0 100%;
      height: 44px;
    }
  }

  .pages button[aria-current='page'] {
    color: var(--tutti-accent);
    background: var(--tutti-accent-quiet);
  }

  tutti-hearing {
    grid-area: arrangement;
    align-self: end;
    justify-self: center;
    margin-bottom: 14px;
  }

  :host([narrow]) tutti-hearing {
    grid-area: page;
    margin-bottom: 6px;
  }

  tutti-tour {
    grid-area: arrangement;
    align-self: end;
    justify-self: end;
  }

  :host([narrow]) tutti-tour {
    grid-area: page;
  }

  .spoken {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
