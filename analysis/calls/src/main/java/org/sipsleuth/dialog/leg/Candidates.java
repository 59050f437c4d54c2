package org.sipsleuth.dialog.leg;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.leg.fact.CallEvents;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Hosts;
import org.sipsleuth.dialog.leg.fact.Identifiers;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.dialog.leg.fact.Reference;
import org.sipsleuth.dialog.leg.fact.Referral;

/// Finds the earlier calls that a call may be a leg of, by what they share; never all pairs.
final class Candidates {

    /// An identifier, or a Call-ID that others name, indicates nothing if more dialogs have it: a
    /// constant, or somebody's mischief.
    static final int MOST_SHARERS = 64;

    /// Of calls that share only a host, a number or a media address, so many are compared: those
    /// nearest in time.
    static final int MOST_OF_A_KIND = 32;

    /// Without an identifier, legs begin within that time: a phone that rings out (RFC 3261 timer
    /// B) before the next is tried.
    static final long WINDOW_NANOS = 35_000_000_000L;

    /// The last digits by which numbers are looked up.
    private static final int DIGITS = 4;

    private final List<CallFacts> calls;
    private final SharedKeys identifiers;
    private final SharedKeys callIds;
    private final SharedKeys namers;
    private final SharedKeys reached;
    private final SharedKeys called;
    private final SharedKeys offers;
    private final SharedKeys referrals;
    private final LongAdder crowded = new LongAdder();
    private final LongAdder common = new LongAdder();

    /// @param calls in the order in which they began
    Candidates(List<CallFacts> calls) {
        this.calls = calls;
        SharedKeys.Builder[] builders = new SharedKeys.Builder[7];
        Arrays.setAll(builders, _ -> new SharedKeys.Builder());
        for (int rank = 0; rank < calls.size(); rank++) {
            CallFacts call = calls.get(rank);
            Identifiers ids = call.identifiers();
            for (long key : sharedBy(ids)) {
                builders[0].add(key, rank);
            }
            builders[1].add(ids.callId(), rank);
            for (Reference reference : call.references().named()) {
                builders[2].add(reference.callId(), rank);
            }
            if (call.events().isCall()) {
                addHosts(builders[3], call, rank);
                builders[4].add(Party.end(call.parties().wanted(), DIGITS), rank);
                builders[5].add(call.media().offer(), rank);
            }
            for (Referral referral : call.references().referrals()) {
                builders[6].add(Party.end(referral.target(), DIGITS), rank);
            }
        }
        identifiers = builders[0].build();
        callIds = builders[1].build();
        namers = builders[2].build();
        reached = builders[3].build();
        called = builders[4].build();
        offers = builders[5].build();
        referrals = builders[6].build();
    }

    private static long[] sharedBy(Identifiers ids) {
        return new long[]{ids.named(), ids.localSession(), ids.remoteSession(), ids.charging()};
    }

    private static void addHosts(SharedKeys.Builder hosts, CallFacts call, int rank) {
        int[] last = {Hosts.ANY};
        call.events().forEachRequest(message -> {
            int host = call.events().destination(message);
            if (host != last[0]) {
                hosts.add(1L + host, rank);
            }
            last[0] = host;
        });
    }

    /// Returns the ranks of all earlier calls that this one may belong to, some more than once.
    void of(int rank, IntConsumer action) {
        CallFacts call = calls.get(rank);
        byIdentifier(call, rank, action);
        byName(call, rank, action);
        if (call.events().isCall()) {
            boolean cut = near(reached, 1L + call.events().source(), rank, action);
            cut |= near(called, Party.end(call.parties().wanted(), DIGITS), rank, action);
            cut |= near(offers, call.media().offer(), rank, action);
            referrals.before(Party.end(call.parties().wanted(), DIGITS), rank, limited(action));
            if (cut) {
                crowded.increment();
            }
        }
    }

    private void byIdentifier(CallFacts call, int rank, IntConsumer action) {
        for (long key : sharedBy(call.identifiers())) {
            if (key == 0) {
                continue;
            }
            if (identifiers.count(key, MOST_SHARERS + 1) > MOST_SHARERS) {
                addCommon(identifiers, key, rank);
            } else {
                identifiers.before(key, rank, all(action));
            }
        }
    }

    /// Calls that this one names, and those that name it.
    private void byName(CallFacts call, int rank, IntConsumer action) {
        for (Reference reference : call.references().named()) {
            if (namers.count(reference.callId(), MOST_SHARERS + 1) > MOST_SHARERS) {
                addCommon(namers, reference.callId(), rank);
            } else {
                callIds.before(reference.callId(), rank, all(action));
            }
        }
        long own = call.identifiers().callId();
        if (namers.count(own, MOST_SHARERS + 1) <= MOST_SHARERS) {
            namers.before(own, rank, all(action));
        }
    }

    /// Counts a key once: where it is met first.
    private void addCommon(SharedKeys keys, long key, int rank) {
        boolean[] met = {false};
        keys.before(key, rank, _ -> {
            met[0] = true;
            return false;
        });
        if (!met[0]) {
            common.increment();
        }
    }

    private static IntPredicate all(IntConsumer action) {
        return rank -> {
            action.accept(rank);
            return true;
        };
    }

    private static IntPredicate limited(IntConsumer action) {
        int[] count = {0};
        return rank -> {
            action.accept(rank);
            return ++count[0] < MOST_OF_A_KIND;
        };
    }

    /// Returns the calls within the window, the latest first.
    ///
    /// @return whether there were more
    private boolean near(SharedKeys keys, long key, int rank, IntConsumer action) {
        long earliest = calls.get(rank).events().startNanos() - WINDOW_NANOS;
        int[] count = {0};
        boolean[] cut = {false};
        keys.before(key, rank, candidate -> {
            CallEvents events = calls.get(candidate).events();
            if (events.startNanos() < earliest) {
                return false;
            }
            if (count[0]++ == MOST_OF_A_KIND) {
                cut[0] = true;
                return false;
            }
            action.accept(candidate);
            return true;
        });
        return cut[0];
    }

    /// How many calls had more candidates than were compared.
    long crowded() {
        return crowded.sum();
    }

    /// How many identifiers too many dialogs have.
    long common() {
        return common.sum();
    }
}
