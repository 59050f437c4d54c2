package org.sipsleuth.belief.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.transaction.HopTransaction;

/// Makes one source of many that flood a target together: where at least [#FEWEST_SOURCES]
/// addresses send it at least [#FEWEST_REQUESTS] requests within ten seconds that come to nothing,
/// each no more than a quarter of them, their addresses may be forged, and each by itself shows too
/// little. The dialogs of those requests are then of the source `many to TARGET`; whatever else the
/// addresses sent stays theirs.
final class PooledSources {

    /// What the name of sources that are one begins with; their target follows.
    static final String MANY = "many to ";

    static final int FEWEST_SOURCES = 8;
    static final int FEWEST_REQUESTS = 20;

    private static final int PARTS = 4;
    private static final long TEN_SECONDS = 10_000_000_000L;
    private static final int NONE = -1;

    private final RequestFacts facts;
    private final EventColumns columns;
    private final Fingerprint which = new Fingerprint();
    private final FingerprintMap spans = new FingerprintMap();
    private final FingerprintMap shares = new FingerprintMap();

    /// How many requests come to nothing: of each target in ten seconds, and of each source there.
    private final IntColumn ofSpan = new IntColumn();

    private final IntColumn ofShare = new IntColumn();

    private PooledSources(RequestFacts facts, EventColumns columns) {
        this.facts = facts;
        this.columns = columns;
    }

    /// Applies it.
    ///
    /// @return the sources whose dialogs became those of each new one
    static Map<Integer, BitSet> apply(RequestFacts facts, EventColumns columns, MessageTable messages, NamePool sources,
            int dialogs) {
        PooledSources pooled = new PooledSources(facts, columns);
        return pooled.isAnyDense() ? pooled.apply(messages, sources, dialogs) : Map.of();
    }

    private boolean isAnyDense() {
        boolean isAny = false;
        for (int row = 0; row < facts.size(); row++) {
            if (isDead(row)) {
                int span = spans.number(span(row));
                count(ofSpan, span);
                count(ofShare, shares.number(share(row, span)));
                isAny |= ofSpan.get(span) >= FEWEST_REQUESTS;
            }
        }
        return isAny;
    }

    private Map<Integer, BitSet> apply(MessageTable messages, NamePool sources, int dialogs) {
        Map<Integer, BitSet> members = new HashMap<>();
        int[] small = new int[ofSpan.size()];
        int[] theirs = new int[ofSpan.size()];
        boolean[] isCounted = new boolean[ofShare.size()];
        for (int row = 0; row < facts.size(); row++) {
            if (isDead(row)) {
                int span = spans.find(span(row));
                int share = shares.find(share(row, span));
                if (isSmall(share, span)) {
                    theirs[span]++;
                    small[span] += isCounted[share] ? 0 : 1;
                    isCounted[share] = true;
                }
            }
        }
        int[] pool = new int[dialogs];
        int[] from = new int[dialogs];
        Arrays.fill(pool, NONE);
        for (int row = 0; row < facts.size(); row++) {
            int span = isDead(row) ? spans.find(span(row)) : NONE;
            if (span != NONE && small[span] >= FEWEST_SOURCES && theirs[span] >= FEWEST_REQUESTS
                    && isSmall(shares.find(share(row, span)), span)) {
                HopTransaction its = facts.transaction(row);
                byte[] name = (MANY + facts.host(its.destination())).getBytes(StandardCharsets.UTF_8);
                pool[its.dialog()] = sources.intern(name, 0, name.length);
                from[its.dialog()] = columns.source[its.request()];
                members.computeIfAbsent(pool[its.dialog()], _ -> new BitSet()).set(from[its.dialog()]);
            }
        }
        for (int message = 0; message < columns.source.length; message++) {
            int dialog = messages.dialog(message);
            if (pool[dialog] != NONE && columns.source[message] == from[dialog]) {
                columns.source[message] = pool[dialog];
            }
        }
        return members;
    }

    private boolean isSmall(int share, int span) {
        return ofShare.get(share) * PARTS <= ofSpan.get(span);
    }

    private boolean isDead(int row) {
        return (facts.flags(row) & RequestFacts.DEAD) != 0 && !facts.transaction(row).isCopy();
    }

    private Fingerprint span(int row) {
        HopTransaction its = facts.transaction(row);
        long time = Math.floorDiv(its.atNanos(), TEN_SECONDS);
        return which.begin().add(its.destination()).add(time).end();
    }

    private Fingerprint share(int row, int span) {
        return which.begin().add(span).add(columns.source[facts.transaction(row).request()]).end();
    }

    private static void count(IntColumn counts, int number) {
        if (number == counts.size()) {
            counts.add(1);
        } else {
            counts.set(number, counts.get(number) + 1);
        }
    }
}
