package org.sipsleuth.app.command.live;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.incident.Incident;

/// Which incidents of a growing capture are new, changed, withdrawn or ended. An incident is the
/// same if it has the same identifier; else, as when the ring has discarded its first message, if it
/// shares a kind of stage, a party and time with an earlier one, whose identifier it then keeps.
final class IncidentChanges {

    /// Without a new message for so long an incident has ended; what comes later begins another one,
    /// unless it is done with the same account.
    static final long QUIET_NANOS = TimeUnit.HOURS.toNanos(1);

    /// What is reported of an incident.
    sealed interface Change {}

    /// Nothing was known of it before.
    record Added(Incident incident) implements Change {}

    /// It is known.
    ///
    /// @param what what has changed since it was reported last, in the order of the constants
    record Changed(Incident incident, List<KnownIncident.Difference> what) implements Change {}

    /// It is over, or was a wrong guess.
    ///
    /// @param last as it was seen last
    /// @param reason why
    /// @param joinedTo the identifier of the incident that it is part of; else nothing
    record Closed(KnownIncident last, Reason reason, Optional<String> joinedTo) implements Change {}

    /// Why an incident is not reported any more.
    enum Reason {
        /// Withdrawn: it is part of another.
        JOINED(false, "part of "),
        /// Withdrawn: the traffic as it is now has another explanation.
        NOT_SHOWN(false, "no longer shown by the traffic"),
        /// Ended: nothing new for long.
        QUIET(true, "nothing new for an hour"),
        /// Ended: messages that it rests on are gone.
        DISCARDED(true, "its packets were discarded");

        private final boolean isEnd;
        private final String text;

        Reason(boolean isEnd, String text) {
            this.isEnd = isEnd;
            this.text = text;
        }

        /// Whether it was right until then.
        boolean isEnd() {
            return isEnd;
        }

        /// In a few words.
        String text() {
            return text;
        }
    }

    private List<KnownIncident> before = List.of();

    /// What is to be reported.
    ///
    /// @param now all incidents of the capture so far
    /// @param fromNanos when the first message of the ring was captured, in ns since the epoch
    /// @param toNanos when the last one was
    List<Change> of(List<Incident> now, long fromNanos, long toNanos) {
        IdentityHashMap<Incident, KnownIncident> earlier = matched(now);
        Set<String> given = new HashSet<>();
        earlier.values().forEach(each -> given.add(each.id()));
        List<Change> changes = new ArrayList<>();
        List<KnownIncident> known = new ArrayList<>();
        for (Incident incident : now) {
            KnownIncident last = earlier.get(incident);
            KnownIncident its =
                    last == null ? KnownIncident.of(free(incident.id(), given), incident) : last.after(incident);
            Incident named = incident.withId(its.id());
            List<KnownIncident.Difference> what = last == null ? List.of() : its.differences();
            if (last == null) {
                changes.add(new Added(named));
            } else if (!what.isEmpty()) {
                changes.add(new Changed(named, what));
                its = its.reported();
            }
            if (!its.isEnded() && toNanos - its.toNanos() > QUIET_NANOS) {
                changes.add(new Closed(its, Reason.QUIET, Optional.empty()));
                its = its.ended();
            }
            known.add(its);
        }
        List<KnownIncident> gone = new ArrayList<>(before);
        gone.removeAll(earlier.values());
        gone.forEach(each -> closed(each, known, fromNanos).ifPresent(changes::add));
        before = known;
        return changes;
    }

    /// An identifier for a new one, that no other keeps.
    private static String free(String wanted, Set<String> given) {
        String id = wanted;
        while (!given.add(id)) {
            id = FindingId.of("incident", id);
        }
        return id;
    }

    /// Those that are known, with what is known of them: by identifier first.
    private IdentityHashMap<Incident, KnownIncident> matched(List<Incident> now) {
        List<KnownIncident> unmatched = new ArrayList<>(before);
        IdentityHashMap<Incident, KnownIncident> matched = new IdentityHashMap<>();
        List<BiPredicate<KnownIncident, Incident>> surestFirst =
                List.of((known, its) -> known.lastId().equals(its.id()), (known, its) -> known.id().equals(its.id()),
                        KnownIncident::isLike);
        for (BiPredicate<KnownIncident, Incident> isSame : surestFirst) {
            for (Incident incident : now) {
                if (!matched.containsKey(incident)) {
                    unmatched.stream()
                            .filter(each -> isSame.test(each, incident))
                            .findFirst()
                            .ifPresent(each -> {
                                unmatched.remove(each);
                                matched.put(incident, each);
                            });
                }
            }
        }
        return matched;
    }

    /// What is reported of an incident that is no longer found; nothing if its end was.
    private static Optional<Change> closed(KnownIncident gone, List<KnownIncident> known, long fromNanos) {
        if (gone.isEnded()) {
            return Optional.empty();
        }
        if (gone.fromNanos() < fromNanos) {
            return Optional.of(new Closed(gone, Reason.DISCARDED, Optional.empty()));
        }
        Optional<String> joined = known.stream().filter(gone::isPartOf).map(KnownIncident::id).findFirst();
        return Optional.of(new Closed(gone, joined.isPresent() ? Reason.JOINED : Reason.NOT_SHOWN, joined));
    }
}
