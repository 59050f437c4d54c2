package org.sipsleuth.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.outcome.SiblingLegs;

/// Which calls of a capture are further legs of others: a server that a call reached makes one
/// between the same two users, under another Call-ID, within ten seconds. Where the way to that
/// server was not captured, or it has several addresses, one that passes on the [same
/// offer][SameOffer] is a leg, too. What its caller's own host sends is no leg: where programs
/// share a host, nothing tells a redial from one. [Siblings][SiblingLegs] are legs, too. Other legs
/// for which a server changes a name stay calls of their own; [org.sipsleuth.dialog.leg.Legs] finds
/// them by evidence of more kinds. Immutable.
public final class CallLegs {

    private static final long LONGEST_NANOS = 10_000_000_000L;

    private final List<Call> origins;

    /// Further legs by the first dialog of their call's origin.
    private final Map<Integer, List<Call>> furtherLegs;

    /// The dialog of a call's origin by that of each further leg.
    private final Map<Integer, Integer> originOf = new HashMap<>();

    private CallLegs(List<Call> origins, Map<Integer, List<Call>> furtherLegs) {
        this.origins = List.copyOf(origins);
        this.furtherLegs = furtherLegs;
        furtherLegs.forEach((origin, legs) -> legs.forEach(leg -> originOf.put(leg.first().dialog(), origin)));
    }

    /// A host that a call between two users reached, all as numbers of the table.
    private record Reached(int caller, int callee, int host) {

        static Reached by(Call call) {
            return new Reached(call.caller(), call.callee(), call.destination());
        }
    }

    /// Joins the calls of a capture. Cost: a look-up for each call.
    ///
    /// @param table its transactions
    public static CallLegs of(TransactionTable table) {
        List<Call> origins = new ArrayList<>();
        Map<Integer, List<Call>> legs = new HashMap<>();
        Map<Reached, Call> reached = new HashMap<>(); // the latest origins
        Map<Integer, Call> known = new HashMap<>(); // the origin of each dialog
        List<Call> early = new ArrayList<>();
        SameOffer offers = new SameOffer(table.index());
        SiblingLegs siblings = SiblingLegs.of(table.index());
        for (Call call : table.calls()) {
            int dialog = call.first().dialog();
            Call origin = reached.get(new Reached(call.caller(), call.callee(), call.source()));
            boolean isNext = origin != null && call.source() != origin.source()
                    && call.atNanos() - origin.atNanos() <= LONGEST_NANOS;
            if (siblings.origin(dialog) != dialog) {
                origin = known.get(siblings.origin(dialog));
            } else if (!isNext) {
                origin = offers.origin(call);
            }
            if (origin == null && siblings.origin(dialog) != dialog) {
                early.add(call);
                continue;
            }
            offers.add(call, origin == null ? call : origin);
            if (origin != null) {
                legs.computeIfAbsent(origin.first().dialog(), _ -> new ArrayList<>(1)).add(call);
                reached.put(Reached.by(call), origin);
            } else {
                origins.add(call);
                reached.put(Reached.by(call), call);
            }
            known.putIfAbsent(dialog, origin == null ? call : origin);
        }
        for (Call call : early) { // of a call of which a later dialog shows more
            Call origin = known.get(siblings.origin(call.first().dialog()));
            if (origin == null) {
                origins.add(call);
            } else {
                legs.computeIfAbsent(origin.first().dialog(), _ -> new ArrayList<>(1)).addFirst(call);
            }
        }
        return new CallLegs(origins, legs);
    }

    /// The calls that are no further legs, in the order of time.
    public List<Call> origins() {
        return origins;
    }

    /// The dialog in which the call of a dialog began: itself where it is no further leg.
    public int origin(int dialog) {
        return originOf.getOrDefault(dialog, dialog);
    }

    /// How many calls of the capture are further legs of another.
    public long furtherLegs() {
        return furtherLegs.values().stream().mapToLong(List::size).sum();
    }

    /// The dialogs of a call: its own, and those of its further legs, in the order of time.
    ///
    /// @param dialog of the call's first INVITE
    public List<Integer> dialogs(int dialog) {
        List<Integer> dialogs = new ArrayList<>();
        dialogs.add(dialog);
        furtherLegs.getOrDefault(dialog, List.of()).forEach(leg -> dialogs.add(leg.first().dialog()));
        return dialogs;
    }
}
