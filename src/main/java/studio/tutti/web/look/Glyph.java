package studio.tutti.web.look;

import com.vaadin.flow.component.html.Span;

/** The shell's icons: one family with those of the studio's elements, 16 by 16, drawn in lines of 1.5. */
public enum Glyph {
    BACK("M9.8 3.5 5.300 8l4.500 4.500"),
    CHAT("M2.500 3.500h11v7.500H7.500L4.500 13.500V11h-2z"),
    CLOSE("m4 4 8 8M12 4l-8 8"),
    COPY("M5.500 5.500H13v8H5.500zM10.500 5.500V2.500H3v8h2.500"),
    DOWNLOAD("M8 2.500v8M4.800 7.500 8 10.700l3.200-3.200M3 13.500h10"),
    GATHER("M8 6v4M6 8h4M2.500 2.500l3 3M13.500 2.500l-3 3M2.500 13.500l3-3M13.500 13.500l-3-3M3 5.500h2.500V3M13 5.500h-2.500V3M3 10.500h2.500V13M13 10.500h-2.500V13"),
    HISTORY("M2.800 8A5.200 5.200 0 1 0 4.400 4.200L2.800 5.800M2.800 2.800v3h3M8 5.200V8l2 1.400"),
    INVITE("M6.500 7.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM2 13.500c0-2.500 2-4 4.500-4 1.200 0 2.300.300 3.100 1M12 9.500v4M10 11.500h4"),
    LINK("M6.800 9.200 9.200 6.800M7.200 5l1.600-1.600a2.700 2.700 0 0 1 3.800 3.800L11 8.800M8.800 11l-1.600 1.600a2.700 2.700 0 0 1-3.800-3.800L5 7.200"),
    MORE("M8 3.500h.01M8 8h.01M8 12.500h.01"),
    NAME("m3 13 .8-3L11 2.800 13.200 5 6 12.200zM9.500 4.300l2.200 2.200"),
    NOTE("M6 12.500V3.500l6.500-1v8.500M6 12.500a1.800 1.500 0 1 1-3.600 0 1.800 1.500 0 0 1 3.600 0zM12.500 11a1.800 1.500 0 1 1-3.600 0 1.800 1.500 0 0 1 3.600 0z"),
    PANEL("M2.500 3h11v10h-11zM9.800 3v10"),
    PLUS("M8 3v10M3 8h10"),
    RESTORE("M3 6.500h6.500a3.500 3.500 0 0 1 0 7H6M5.800 3.500 2.800 6.500l3 3"),
    TRASH("M3 4.500h10M6 4.500v-2h4v2M4.300 4.500l.700 9h6l.700-9M6.800 7v4M9.200 7v4"),
    UPLOAD("M8 10.500v-8M4.800 5.700 8 2.500l3.200 3.200M3 13.500h10");

    private final String path;

    Glyph(String path) {
        this.path = path;
    }

    /** The icon, hidden from screen readers: what bears it has a name of its own. */
    public Span icon() {
        Span icon = new Span();
        icon.addClassName("glyph");
        icon.getElement().setAttribute("aria-hidden", "true");
        icon.getElement().setProperty("innerHTML",
                "<svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" fill=\"none\" stroke=\"currentColor\" "
                        + "stroke-width=\"" + (this == MORE ? "2.2" : "1.5") + "\" stroke-linecap=\"round\" "
                        + "stroke-linejoin=\"round\"><path d=\"" + path + "\"/></svg>");
        return icon;
    }
}
