import { css } from 'lit';
import { sidePanelStyles } from '../controls/side-panel-styles';

export const commentsStyles = [sidePanelStyles, css`
  .empty {
    margin: 0;
    padding: 16px;
    color: var(--tutti-text-quiet);
  }

  .new {
    padding: 8px 12px 10px;
    border-bottom: 1px solid var(--tutti-line);
    background: var(--tutti-ground-2);
  }

  h3 {
    margin: 0 0 6px;
    font-size: var(--tutti-size-small);
    font-weight: 600;
    color: var(--tutti-text-quiet);
  }

  section {
    position: relative;
    padding: 6px 12px 8px;
    border-bottom: 1px solid var(--tutti-line);
  }

  section.opened {
    background: var(--tutti-ground-2);
  }

  section.resolved .body {
    color: var(--tutti-text-faint);
  }

  section.calls::before {
    content: '';
    position: absolute;
    top: 12px;
    left: 3px;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--tutti-accent);
  }

  .place {
    display: flex;
    align-items: center;
    gap: 2px;
  }

  .place .to {
    flex: 1;
    justify-content: start;
    height: 28px;
    min-width: 0;
    padding: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    font-size: var(--tutti-size-small);
    font-weight: 600;
  }

  .place button:not(.to) {
    height: 28px;
    min-width: 28px;
    padding: 0 5px;
  }

  @media (pointer: coarse) {
    .place button.to, .place button:not(.to), .more button {
      height: var(--tutti-hit);
      min-width: var(--tutti-hit);
    }
  }

  article {
    display: grid;
    grid-template-columns: 22px minmax(0, 1fr);
    gap: 0 8px;
    padding: 4px 0;
  }

  .disc {
    display: grid;
    place-content: center;
    width: 22px;
    height: 22px;
    border-radius: 50%;
    color: var(--tutti-text-on-colour);
    font: 600 10px/1 var(--tutti-font);
  }

  .who {
    line-height: 22px;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .who b {
    font-weight: 600;
  }

  .who time {
    margin-left: 6px;
    color: var(--tutti-text-faint);
    font-size: var(--tutti-size-small);
  }

  .body {
    grid-column: 2;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  mark {
    background: var(--tutti-accent-quiet);
    color: var(--tutti-accent-strong);
    border-radius: 3px;
    padding: 0 2px;
  }

  .more {
    display: flex;
    gap: 2px;
    grid-column: 2;
    margin-left: -7px;
  }

  .more button {
    height: 26px;
    font-size: var(--tutti-size-small);
  }
`];
