package org.sipsleuth.flood.input;

import java.util.List;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.InviteAttempts;

/// Who each attempt claims to be from: 12 bytes for each. URIs are distinguished by 64 bits of a
/// keyed hash.
final class AttemptIdentities {

    private static final String STAGE = "Reading the identities of INVITEs";

    private final InviteAttempts attempts;
    private final long[] froms;
    private final float[] contacts;

    private AttemptIdentities(InviteAttempts attempts) {
        this.attempts = attempts;
        this.froms = new long[attempts.size()];
        this.contacts = new float[attempts.size()];
    }

    static AttemptIdentities of(InviteAttempts attempts, RunMonitor monitor) {
        AttemptIdentities identities = new AttemptIdentities(attempts);
        KeyedHash hash = KeyedHash.random();
        List<InviteReader> readers = Blocks.run(attempts.size(), STAGE,
                () -> new InviteReader(attempts, hash, identities.froms, identities.contacts), monitor);
        assert !readers.isEmpty();
        return identities;
    }

    InviteIdentity identity(int attempt) {
        HopTransaction first = attempts.first(attempt);
        return new InviteIdentity(first.source(), froms[attempt], first.dialog(), contacts[attempt]);
    }
}
