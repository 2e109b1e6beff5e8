package studio.tutti;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** One node of the studio: its pages, its edit socket, its share of the songs. */
@SpringBootApplication
public class TuttiApplication {
}
