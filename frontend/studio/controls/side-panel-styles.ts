import { css } from 'lit';

/** The frame of a side panel: a header with a sentence, and below it a list that scrolls. */
export const sidePanelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
  }

  header {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 4px 8px 4px 12px;
    border-bottom: 1px solid var(--tutti-line);
  }

  header span {
    flex: 1;
    color: var(--tutti-text-quiet);
  }

  .list {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
`;
