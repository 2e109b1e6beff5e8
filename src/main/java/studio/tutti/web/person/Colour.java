package studio.tutti.web.person;

import java.util.List;
import java.util.stream.IntStream;
import studio.tutti.account.Person;
import studio.tutti.core.arrangement.Id;

/**
 * One of the colours that a person can choose.
 *
 * @param number its number in the theme, from 1
 * @param name for those who can't see it
 */
record Colour(int number, String name) {

    private static final List<String> NAMES = List.of("sky blue", "sea green", "coral", "violet", "yellow", "pink",
            "leaf green", "ice blue", "orchid", "sand", "periwinkle", "red");

    static final List<Colour> ALL = IntStream.range(0, Person.COLOURS.length)
            .mapToObj(index -> new Colour(index + 1, NAMES.get(index)))
            .toList();

    /** As 24-bit RGB. */
    int rgb() {
        return Person.COLOURS[number - 1];
    }

    /** The choice that someone begins with, spread evenly over people. */
    static Colour firstFor(Id person) {
        return ALL.get(Math.floorMod(person.hashCode(), ALL.size()));
    }

    static Colour of(Person person) {
        return ALL.stream().filter(colour -> colour.rgb() == person.colour()).findFirst()
                .orElseGet(() -> firstFor(person.id()));
    }
}
