package studio.tutti.cli.bench;

import org.jspecify.annotations.Nullable;

/**
 * A load and what is asked of it.
 *
 * @param name what it is called in the report
 * @param nodes how many nodes share it; two or more on PostgreSQL
 * @param rooms how many songs
 * @param editors how many pages a room has, spread over the nodes
 * @param rate edits a second of each editor
 * @param moves pointer movements a second of each editor
 * @param p50 the bound of half of all propagations in milliseconds, if there is one
 * @param p99 the bound of 99 of 100 propagations in milliseconds, if there is one
 */
record Scenario(String name, int nodes, int rooms, int editors, double rate, double moves, @Nullable Double p50, @Nullable Double p99) {

    static final Scenario BAND = new Scenario("band", 1, 1, 8, 5, 0, 8.0, 30.0);
    static final Scenario CLASS = new Scenario("class", 1, 1, 30, 5, 0, 12.0, 60.0);
    static final Scenario HOUSE = new Scenario("house", 1, 25, 8, 2, 0, 8.0, 50.0);
    static final Scenario TWO_NODES = new Scenario("two nodes", 2, 1, 8, 5, 0, null, 60.0);
    static final Scenario POINTERS = new Scenario("band with pointers", 1, 1, 8, 5, 10, null, null);

    /** The whole load, in edits a second. */
    double offered() {
        return rooms * editors * rate;
    }

    Scenario faster(double rate) {
        return new Scenario(name, nodes, rooms, editors, rate, moves, null, null);
    }
}
