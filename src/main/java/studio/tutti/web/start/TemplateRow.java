package studio.tutti.web.start;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import studio.tutti.exchange.Template;

/** Songs to begin with, each told in a line. */
final class TemplateRow extends Div {

    TemplateRow(Consumer<Template> begin) {
        addClassName("start-templates");
        UnorderedList list = new UnorderedList();
        for (Template template : Template.values()) {
            Span title = new Span(t(template.title()));
            title.addClassName("template-title");
            NativeButton button = new NativeButton();
            button.add(title, new Span(t(template.promise())));
            button.addClickListener(pressed -> begin.accept(template));
            list.add(new ListItem(button));
        }
        add(new H2(t("Begin with a template")), list);
    }
}
