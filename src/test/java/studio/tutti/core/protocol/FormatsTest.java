package studio.tutti.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import studio.tutti.core.arrangement.Arrangement;
import studio.tutti.core.arrangement.Id;
import studio.tutti.core.arrangement.Edit;
import studio.tutti.core.arrangement.ModelRules;

@DisplayName("What is written")
class FormatsTest {

    @Test
    @DisplayName("as an edit is read as the same edit, whatever it does")
    void edits() {
        for (Edit edit : new Examples(1, 300).edits) {
            byte[] bytes = EditFormat.toBytes(edit);
            assertThat(EditFormat.fromBytes(bytes)).isEqualTo(edit);
            assertThat(EditFormat.toBytes(EditFormat.fromBytes(bytes))).isEqualTo(bytes);
            assertThat(EditFormat.operationsFromBytes(EditFormat.operationsToBytes(edit.operations())))
                    .isEqualTo(edit.operations());
        }
    }

    @Test
    @DisplayName("as a snapshot is read as the same song: tombstones, writers, rules and all")
    void snapshots() {
        for (int size : new int[] {0, 1, 30, 400}) {
            Arrangement song = new Examples(size, size).song;
            SnapshotFormat.Stored stored = SnapshotFormat.fromBytes(SnapshotFormat.toBytes(size, song));
            assertThat(stored.revision()).isEqualTo(size);
            assertThat(stored.arrangement().checksum()).isEqualTo(song.checksum());
            ModelRules.check(stored.arrangement());
            assertThat(SnapshotFormat.toBytes(size, stored.arrangement())).isEqualTo(SnapshotFormat.toBytes(size, song));
        }
    }

    @Test
    @DisplayName("as a snapshot goes on like the song that it was made of")
    void snapshotsGoOn() {
        Examples examples = new Examples(4, 300);
        Arrangement stored = SnapshotFormat.fromBytes(SnapshotFormat.toBytes(0, new Arrangement())).arrangement();
        for (int i = 0; i < examples.edits.size(); i++) {
            stored.apply(examples.edits.get(i));
            if (i % 50 == 17) {
                stored = SnapshotFormat.fromBytes(SnapshotFormat.toBytes(i, stored)).arrangement();
            }
        }
        assertThat(stored.checksum()).isEqualTo(examples.song.checksum());
    }

    @Test
    @DisplayName("as a message is read as the same message, by the other side only")
    void messages() {
        for (Message message : Examples.messages()) {
            byte[] frame = MessageFormat.toBytes(message);
            Message read = message instanceof Message.FromPage ? MessageFormat.fromPage(frame) : MessageFormat.fromServer(frame);
            assertThat(read).usingRecursiveComparison().isEqualTo(message);
            assertThatExceptionOfType(Malformed.class).isThrownBy(() -> {
                if (message instanceof Message.FromPage) {
                    MessageFormat.fromServer(frame);
                } else {
                    MessageFormat.fromPage(frame);
                }
            });
        }
    }

    @Test
    @DisplayName("by a page of another version is understood as far as to tell it to reload")
    void otherVersion() {
        ByteWriter out = new ByteWriter();
        out.octet(1);
        out.count(99);
        out.text("who knows what follows in version 99");
        assertThat(MessageFormat.fromPage(out.toBytes())).isInstanceOfSatisfying(Message.Hello.class,
                hello -> assertThat(hello.version()).isEqualTo(99));
    }

    @Test
    @DisplayName("in another version of the formats is refused with a reason")
    void otherFormats() {
        byte[] edit = EditFormat.toBytes(new Examples(1, 1).edits.getFirst());
        edit[0] = 2;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> EditFormat.fromBytes(edit)).withMessageContaining("reload");
        byte[] snapshot = SnapshotFormat.toBytes(0, new Arrangement());
        snapshot[0] = 2;
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SnapshotFormat.fromBytes(snapshot)).withMessageContaining("2");
    }

    @Test
    @DisplayName("as a snapshot and then damaged is not taken for a song")
    void damagedSnapshot() {
        byte[] snapshot = SnapshotFormat.toBytes(5, new Examples(2, 40).song);
        int accepted = 0;
        for (int at = 10; at < snapshot.length; at++) {
            byte[] damaged = snapshot.clone();
            damaged[at] ^= 1;
            try {
                SnapshotFormat.fromBytes(damaged);
                accepted++;
            } catch (Malformed expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
        assertThat(accepted).isZero();
    }

    @Test
    @DisplayName("as a person's place lies within the song, wherever the pointer was")
    void presenceIsInside() {
        Presence outside = new Presence(Id.NONE, 1L << 40, 500, -7, true, Id.NONE, List.of());
        assertThat(MessageFormat.fromPage(MessageFormat.toBytes(new Message.Here(outside))))
                .isEqualTo(new Message.Here(outside));
    }

    @Test
    @DisplayName("as selected by a person has a limit")
    void selectionLimit() {
        Presence crowded = new Presence(Id.NONE, -1, -1, 0, false, Id.NONE,
                java.util.Collections.nCopies(Presence.MOST_SELECTED + 1, new studio.tutti.core.arrangement.Id(1, 1)));
        byte[] frame = MessageFormat.toBytes(new Message.Here(crowded));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> MessageFormat.fromPage(frame));
        assertThat(MessageFormat.fromPage(MessageFormat.toBytes(new Message.Here(
                new Presence(crowded.pointerPlace(), -1, -1, 0, false, crowded.open(), List.of()))))).isNotNull();
    }
}
