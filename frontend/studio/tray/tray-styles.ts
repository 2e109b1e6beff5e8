import { css } from 'lit';
import { sidePanelStyles } from '../controls/side-panel-styles';

export const trayStyles = [sidePanelStyles, css`
  header {
    gap: 4px;
  }

  .left {
    margin: 0;
    padding: 8px 12px;
    color: var(--tutti-text-quiet);
  }

  .list {
    scrollbar-width: thin;
    scrollbar-color: var(--tutti-line-strong) transparent;
  }

  .empty {
    display: grid;
    justify-items: start;
    gap: 10px;
    padding: 16px;
    color: var(--tutti-text-quiet);
  }

  .empty p {
    margin: 0;
  }

  .what {
    border-top: 1px solid var(--tutti-line);
    padding: 0 12px;
    color: var(--tutti-text-quiet);
    font-size: var(--tutti-size-small);
  }

  .what[open] {
    padding-bottom: 8px;
  }

  summary {
    padding: 6px 0;
    cursor: pointer;
  }

  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    margin: 0;
  }

  dt {
    font-weight: 600;
    color: var(--tutti-text);
  }

  dd {
    margin: 0;
  }

  @media (pointer: coarse) {
    summary {
      padding: 13px 0;
    }
  }
`];
