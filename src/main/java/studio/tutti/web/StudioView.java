package studio.tutti.web;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;

/** One song, opened by its link. */
@Route("song/:link")
public class StudioView extends Div implements BeforeEnterObserver {

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new StudioFrame(event.getRouteParameters().get("link").orElseThrow()));
    }
}
