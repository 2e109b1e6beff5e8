package studio.tutti.account;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import studio.tutti.core.arrangement.Id;

/** Everyone who has told a name here. */
@Service
public class People {

    private final JdbcClient store;

    People(JdbcClient store) {
        this.store = store;
    }

    /** The person with this id, if they have introduced themselves. */
    public Optional<Person> find(Id id) {
        return store.sql("select name, colour from person where id = ?")
                .param(id.toString())
                .query((row, number) -> new Person(id, row.getString("name"), row.getInt("colour")))
                .optional();
    }

    /** Keeps a person's name and colour, new or changed. */
    public void keep(Person person) {
        if (!change(person)) {
            try {
                store.sql("insert into person (id, name, colour) values (?, ?, ?)")
                        .params(person.id().toString(), person.name(), person.colour())
                        .update();
            } catch (DuplicateKeyException metBefore) {
                change(person); // two pages of one browser introduced it at once
            }
        }
    }

    private boolean change(Person person) {
        return store.sql("update person set name = ?, colour = ? where id = ?")
                .params(person.name(), person.colour(), person.id().toString())
                .update() > 0;
    }
}
