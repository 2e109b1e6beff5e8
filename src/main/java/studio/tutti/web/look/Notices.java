package studio.tutti.web.look;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;

/** Short words at the foot of the page: what was done, or what could not be and why. */
public final class Notices {

    private static final int BRIEFLY = 4_000;
    private static final int LONG_ENOUGH_TO_READ = 12_000;

    private Notices() {
    }

    /** Something was done. */
    public static void done(String sentence) {
        notice(new Span(sentence), BRIEFLY).open();
    }

    /** Something was done that leads somewhere. */
    public static void done(String sentence, String offer, Runnable action) {
        Notification notice = notice(new Span(sentence), LONG_ENOUGH_TO_READ);
        notice.add(new Button(offer, pressed -> {
            notice.close();
            action.run();
        }));
        notice.open();
    }

    /** Something that one may look at; it stays until it was looked at or closed. */
    public static void tell(String sentence, String offer, Runnable action) {
        Notification notice = notice(new Span(sentence), 0);
        notice.add(new Button(offer, pressed -> {
            notice.close();
            action.run();
        }), Buttons.icon(Glyph.CLOSE, "Close", notice::close));
        notice.open();
    }

    /** Something was not done; one sentence says why and what was kept. */
    public static void refused(String sentence) {
        Notification notice = notice(new Span(sentence), LONG_ENOUGH_TO_READ);
        notice.addClassName("refused");
        notice.setAssertive(true);
        notice.add(Buttons.icon(Glyph.CLOSE, t("Close"), notice::close));
        notice.open();
    }

    private static Notification notice(Component text, int milliseconds) {
        Notification notice = new Notification();
        notice.addClassName("notice");
        notice.setPosition(Position.BOTTOM_CENTER);
        notice.setDuration(milliseconds);
        notice.add(text);
        return notice;
    }
}
