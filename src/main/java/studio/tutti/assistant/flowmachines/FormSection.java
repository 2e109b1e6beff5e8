package studio.tutti.assistant.flowmachines;

/**
 * A part of the form.
 *
 * @param bar its first bar, from 0
 * @param bars how many it has, at least 1
 * @param label what it is called: "A", "B", "verse"; sections of one label are alike
 */
public record FormSection(int bar, int bars, String label) {

    public FormSection {
        if (bar < 0 || bars < 1) {
            throw new IllegalArgumentException("A section has at least one bar and begins in bar 0 or later.");
        }
    }
}
