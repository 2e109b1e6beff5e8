package studio.tutti.cli;

import java.io.PrintWriter;

/** A bar on the terminal that says how far a command is; silent where there is no terminal. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final PrintWriter terminal;
    private final boolean visible;
    private int shown = -1;

    /** @param wanted false where a machine listens */
    public ProgressBar(PrintWriter terminal, boolean wanted) {
        this.terminal = terminal;
        visible = wanted && System.console() != null && System.console().isTerminal();
    }

    /** @param share 0 … 1 */
    public void show(double share) {
        int filled = (int) (share * WIDTH);
        if (visible && filled != shown) {
            shown = filled;
            terminal.print("\r[" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + (int) (100 * share) + " %");
            terminal.flush();
        }
    }

    /** Takes the bar away. */
    @Override
    public void close() {
        if (shown >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            terminal.flush();
        }
    }
}
