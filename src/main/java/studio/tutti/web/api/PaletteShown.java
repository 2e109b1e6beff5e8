package studio.tutti.web.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.tutti.assistant.flowmachines.OwnPalette;
import studio.tutti.assistant.flowmachines.Palette;
import studio.tutti.assistant.flowmachines.PaletteSource;
import studio.tutti.assistant.flowmachines.Palettes;
import studio.tutti.assistant.flowmachines.ShippedPalettes;
import studio.tutti.core.arrangement.Id;

/**
 * A palette's card as somebody sees it.
 *
 * @param name its name for requests
 * @param id of an own palette, else null
 * @param release whether what is made with it may be released commercially
 * @param sources all that stand behind what is made with it, those of borrowed melodies and basses too
 * @param melodyFrom title of the palette whose melodies it borrows, or ""
 * @param bassFrom title of the palette whose basses it borrows, or ""
 * @param example whether there is one to hear
 * @param mine whether it is this person's own, and may be changed
 * @param sharing nobody, song or everybody; "" for a shipped one
 * @param author who learned it; "" for a shipped one
 */
record PaletteShown(
        String name, @Nullable UUID id, String title, String description, int songs, int chords, int melodyNotes, int bassNotes,
        List<PaletteSource> sources, boolean release, String melodyFrom, String bassFrom, boolean example, boolean mine, String sharing, String author) {

    static PaletteShown of(Palette palette) {
        var card = palette.card();
        return new PaletteShown(card.name(), null, card.title(), card.description(), palette.songs(), palette.chords(), palette.melodyNotes(),
                palette.bassNotes(), ShippedPalettes.sources(card), card.release(), title(card.melodyFrom()), title(card.bassFrom()),
                ShippedPalettes.example(card.name()).isPresent(), false, "", "");
    }

    static PaletteShown of(OwnPalette own, Id person) {
        return new PaletteShown(own.name(), own.id(), own.title(), "Learned from songs of one’s own.", own.songs(), own.chords(), own.melodyNotes(),
                own.bassNotes(), borrowed(own), true, title(Palettes.melodyFrom(own.melodyNotes())), title(Palettes.bassFrom(own.bassNotes())), false, own.person().equals(person), own.sharing().name().toLowerCase(Locale.ROOT), own.author());
    }

    /** What stands behind the melodies and basses that an own palette borrows. */
    private static List<PaletteSource> borrowed(OwnPalette own) {
        return java.util.stream.Stream.of(Palettes.melodyFrom(own.melodyNotes()), Palettes.bassFrom(own.bassNotes()))
                .flatMap(name -> ShippedPalettes.find(name).stream()).flatMap(each -> each.card().sources().stream()).distinct().toList();
    }

    private static String title(String name) {
        return name.isEmpty() ? "" : ShippedPalettes.find(name).map(each -> each.card().title()).orElse(name);
    }
}
