package studio.tutti.collaboration.internal.room;

import org.springframework.stereotype.Component;
import studio.tutti.collaboration.internal.store.LogStore;
import studio.tutti.collaboration.internal.store.SayingStore;
import studio.tutti.collaboration.internal.store.SeenStore;
import studio.tutti.collaboration.internal.store.SnapshotStore;

/** What rooms read and keep. */
@Component
record Stores(LogStore log, SnapshotStore snapshots, SayingStore sayings, SeenStore seen) {}
