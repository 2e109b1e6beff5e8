package studio.tutti.web.song;

import static studio.tutti.web.words.Words.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import studio.tutti.web.look.Buttons;
import studio.tutti.web.look.Glyph;
import studio.tutti.web.trust.Address;

/** The song's link, to be sent to the others. It is an address that their devices can open, never this machine's localhost. */
final class InviteDialog extends Dialog {

    InviteDialog(Address address, String link) {
        addClassName("invite");
        setHeaderTitle(t("Invite others"));
        address.forOthers().ifPresentOrElse(studio -> offer(address, studio + "/song/" + link), () -> add(new Paragraph(t(
                "This machine is on no network, so no other device can open the studio now. Connect it to the network of the others and open this again."))));
        Button close = Buttons.plain(t("Close"), this::close);
        getFooter().add(close);
    }

    private void offer(Address address, String url) {
        TextField field = new TextField(t("Link to this song"));
        field.setValue(url);
        field.setReadOnly(true);
        field.addClassName("invite-link");
        field.setId("invite-link");
        Button copy = Buttons.first(t("Copy link"), () -> { });
        copy.setIcon(Glyph.COPY.icon());
        // Where the clipboard is closed to pages, the link is selected instead, to be copied by hand.
        copy.getElement().executeJs("""
                this.addEventListener('click', async () => {
                  try {
                    await navigator.clipboard.writeText($0);
                    this.textContent = $1;
                  } catch {
                    const input = document.querySelector('#invite-link input');
                    input.focus();
                    input.select();
                  }
                });""", url, t("Copied"));
        Div row = new Div(field, copy);
        row.addClassName("invite-row");
        add(new Paragraph(t("Whoever has this link can open the song and write in it. Send it to your band only.")), row);
        address.trustPage().ifPresent(page -> add(trust(address, page)));
    }

    private static Div trust(Address address, String page) {
        Anchor anchor = new Anchor(page, page);
        anchor.setTarget("_blank");
        Paragraph once = new Paragraph(new Span(t("The first time, a device has to trust this studio. Open there, once: ")), anchor);
        Details fingerprint = new Details(t("How to be sure that it is this studio"),
                new Paragraph(t("That page shows the SHA-256 of the certificate. It has to be:")),
                new Span(address.fingerprint().orElse("")));
        fingerprint.addClassName("invite-fingerprint");
        return new Div(once, fingerprint);
    }
}
