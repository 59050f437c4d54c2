package org.sipsleuth.incident.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.FindingId;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// Which incidents of a growing capture are new, changed, withdrawn or ended. An incident is the
/// same if it has the same identifier; else, as when the ring has discarded its first message, if it
/// shares a kind of stage, a party and time with an earlier one, whose identifier it then keeps.
public final class IncidentChanges {

    private static final MethodTexts TEXTS = MethodTexts.beside(IncidentChanges.class);

    /// Without a new message for so long an incident has ended; what comes later begins another one,
    /// unless it is done with the same account.
    static final long QUIET_NANOS = TimeUnit.HOURS.toNanos(1);

    /// What is reported of an incident.
    public sealed interface Change {

        /// Its identifier.
        String id();

        /// What has become of it in a word: `withdrawn`.
        Sentence state();

        /// In what it has changed, or why it is over; says nothing of a new one.
        Sentence why();
    }

    /// Nothing was known of it before.
    public record Added(Incident incident) implements Change {

        @Override
        public String id() {
            return incident.id();
        }

        @Override
        public Sentence state() {
            return TEXTS.sentence("added");
        }

        @Override
        public Sentence why() {
            return Sentence.none();
        }
    }

    /// It is known.
    ///
    /// @param what what has changed since it was reported last, in the order of the aspects
    public record Changed(Incident incident, List<Difference> what) implements Change {

        /// Takes a copy.
        public Changed {
            what = List.copyOf(what);
        }

        @Override
        public String id() {
            return incident.id();
        }

        @Override
        public Sentence state() {
            return TEXTS.sentence("changed");
        }

        @Override
        public Sentence why() {
            return Sentence.joined(Sentence.Punctuation.COMMA, what.stream().map(Difference::words).toList());
        }
    }

    /// It is over, or was a wrong guess.
    ///
    /// @param last as it was seen last
    /// @param reason why
    /// @param joinedTo the identifier of the incident that it is part of; else nothing
    public record Closed(KnownIncident last, Reason reason, Optional<String> joinedTo) implements Change {

        @Override
        public String id() {
            return last.id();
        }

        @Override
        public Sentence state() {
            return TEXTS.sentence(reason.isEnd() ? "ended" : "withdrawn");
        }

        @Override
        public Sentence why() {
            return why(Sentence.term(joinedTo.orElse("")));
        }

        /// The same with another name for the incident that it is part of.
        Sentence why(Sentence other) {
            return TEXTS.sentence(reason.word(), other);
        }
    }

    /// Why an incident is not reported any more.
    public enum Reason {
        /// Withdrawn: it is part of another.
        JOINED(false),
        /// Withdrawn: the traffic as it is now has another explanation.
        NOT_SHOWN(false),
        /// Ended: nothing new for long.
        QUIET(true),
        /// Ended: messages that it rests on are gone.
        DISCARDED(true);

        private final boolean isEnd;

        Reason(boolean isEnd) {
            this.isEnd = isEnd;
        }

        /// Whether it was right until then.
        public boolean isEnd() {
            return isEnd;
        }

        /// The word for files: `not_shown`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private List<KnownIncident> before = List.of();
    private List<Incident> incidents = List.of();

    /// What is to be reported.
    ///
    /// @param now all incidents of the capture so far
    public List<Change> of(List<Incident> now, SipIndex index) {
        MessageTable messages = index.messages();
        int last = messages.size() - 1;
        return last < 0 ? of(now, 0, 0) : of(now, messages.capturedAtNanos(0), messages.capturedAtNanos(last));
    }

    /// All incidents of the last look, in their order, under the identifiers that they keep.
    public List<Incident> incidents() {
        return incidents;
    }

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
        List<Incident> kept = new ArrayList<>();
        for (Incident incident : now) {
            KnownIncident last = earlier.get(incident);
            KnownIncident its =
                    last == null ? KnownIncident.of(free(incident.id(), given), incident) : last.after(incident);
            Incident named = incident.withId(its.id());
            kept.add(named);
            List<Difference> what = last == null ? List.of() : its.differences();
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
        incidents = List.copyOf(kept);
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
