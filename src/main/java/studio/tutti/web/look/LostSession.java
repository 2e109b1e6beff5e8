package studio.tutti.web.look;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.stereotype.Component;

/** Instead of loading the page at once when its session is lost, says so: {@code panels-return.ts} loads it at a quiet moment. */
@Component
class LostSession implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(page -> words());
    }

    private static SystemMessages words() {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(true);
        words.setSessionExpiredCaption(t("Chat, people and history have lost the studio."));
        words.setSessionExpiredMessage(t("The song goes on, and nothing is lost. They come back when the music stops, or when you press here."));
        return words;
    }
}
