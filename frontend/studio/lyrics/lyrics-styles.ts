import { css } from 'lit';

export const lyricsStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    min-height: 0;
    min-width: 0;
    background: var(--tutti-ground-0);
  }

  header {
    display: flex;
    align-items: center;
    gap: 4px;
    min-height: 40px;
    padding: 0 8px 0 16px;
    background: var(--tutti-ground-1);
    border-bottom: 1px solid var(--tutti-line);
    overflow-x: auto;
  }

  header > :not(.gap) {
    flex: none;
  }

  h2 {
    margin: 0 8px 0 0;
    font-size: var(--tutti-size-large);
    font-weight: 600;
  }

  header label {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--tutti-text-faint);
    white-space: nowrap;
  }

  select {
    height: 28px;
    max-width: 180px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius-small);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: inherit;
  }

  .gap {
    flex: 1;
  }

  .scroll {
    overflow-y: auto;
    padding: 8px 24px 40vh;
    scroll-behavior: smooth;
  }

  .sheet {
    max-width: 760px;
    margin: 0 auto;
  }

  section {
    margin-top: 20px;
    padding-left: 14px;
    border-left: 3px solid var(--colour, var(--tutti-line));
  }

  h3 {
    margin: 0 0 4px;
    font-size: var(--tutti-size-small);
    font-weight: 600;
    color: var(--tutti-text-quiet);
  }

  .line {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    min-height: 32px;
    padding: 2px 8px;
    border-radius: var(--tutti-radius-small);
    font-size: 17px;
    line-height: 1.35;
    cursor: text;
  }

  .line.paragraph {
    margin-top: 14px;
  }

  .line:hover {
    background: var(--tutti-ground-1);
  }

  .line.now {
    background: var(--tutti-ground-2);
  }

  .line.others {
    box-shadow: inset 3px 0 0 var(--who);
  }

  .who {
    position: absolute;
    right: 6px;
    top: 2px;
    padding: 0 6px;
    border-radius: 3px;
    background: var(--who);
    color: var(--tutti-text-on-colour);
    font-size: var(--tutti-size-ruler);
    line-height: 16px;
    font-weight: 600;
  }

  .piece {
    display: inline-flex;
    flex-direction: column;
    white-space: pre;
  }

  .piece b {
    min-height: 17px;
    padding-right: 8px;
    font-size: var(--tutti-size);
    line-height: 17px;
    font-weight: 600;
    color: var(--tutti-accent);
  }

  .line.bare .piece b {
    min-height: 0;
  }

  .line input {
    flex: 1;
    min-width: 0;
    height: 32px;
    font-size: 17px;
  }

  .line .over {
    flex-basis: 100%;
    font-size: var(--tutti-size);
    font-weight: 600;
    color: var(--tutti-accent);
    word-spacing: 10px;
  }

  .more {
    min-height: 32px;
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size);
  }

  .piece.sung {
    color: var(--tutti-accent);
  }

  .type {
    max-width: 640px;
    margin: 32px auto;
    display: grid;
    gap: 12px;
  }

  .type p {
    margin: 0;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-large);
  }

  .type small {
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
  }

  textarea {
    min-height: 180px;
    padding: 10px 12px;
    border: 1px solid var(--tutti-line-strong);
    border-radius: var(--tutti-radius);
    background: var(--tutti-ground-0);
    color: var(--tutti-text);
    font: 17px/1.5 var(--tutti-font);
    resize: vertical;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  :host([reading]) .sheet {
    max-width: 1100px;
  }

  :host([reading]) .line {
    cursor: pointer;
    font-size: clamp(24px, 3.2vw, 44px);
    color: var(--tutti-text-quiet);
  }

  :host([reading]) .line.now {
    color: var(--tutti-text);
    background: none;
  }

  :host([reading]) .piece b {
    font-size: 0.5em;
    line-height: 1.4;
    min-height: 1.4em;
  }

  :host([reading]) section {
    border-left-width: 6px;
  }

  @media (prefers-reduced-motion: reduce) {
    .scroll { scroll-behavior: auto; }
  }
`;
