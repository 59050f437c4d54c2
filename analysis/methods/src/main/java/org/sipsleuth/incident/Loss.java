package org.sipsleuth.incident;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;

/// How long it took from the first probe until an account was lost, and until it was used for
/// calls.
///
/// @param probe the first probe
/// @param account when the account was lost; empty where that is not known
/// @param calls when it was used for calls that got through; empty where it was not
record Loss(Moment probe, Optional<Moment> account, Optional<Moment> calls) {

    private static final Set<IncidentKind> PROBES =
            Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION, IncidentKind.PASSWORD_GUESSING);

    /// When something happened, and the message that shows it, if there is one.
    record Moment(long nanos, OptionalInt message) {

        static Moment first(Observation done) {
            return new Moment(done.fromNanos(), done.keys().stream().mapToInt(KeyMessage::message).min());
        }

        static Moment last(Observation done) {
            return new Moment(done.toNanos(), done.keys().stream().mapToInt(KeyMessage::message).max());
        }
    }

    /// The loss that probes led to; empty where there were none, or nothing was lost.
    static Optional<Loss> of(List<Finding> findings) {
        return earliest(findings, finding -> PROBES.contains(kind(finding)), Moment::first)
                .map(probe -> of(probe, findings))
                .filter(loss -> loss.account.isPresent() || loss.calls.isPresent());
    }

    private static Loss of(Moment probe, List<Finding> findings) {
        Predicate<Moment> isAfter = moment -> moment.nanos() > probe.nanos();
        Optional<Moment> guessed = earliest(findings,
                finding -> is(finding, IncidentKind.PASSWORD_GUESSING, Outcome.SUCCEEDED), Moment::last);
        Optional<Moment> taken =
                earliest(findings, finding -> kind(finding) == IncidentKind.ACCOUNT_TAKEOVER, Moment::first);
        Optional<Moment> used =
                earliest(findings, finding -> is(finding, IncidentKind.TOLL_FRAUD, Outcome.PARTIAL), Moment::first);
        return new Loss(probe, guessed.or(() -> taken).filter(isAfter), used.filter(isAfter));
    }

    /// Whether it is of a kind, and got at least so far.
    private static boolean is(Finding finding, IncidentKind kind, Outcome least) {
        return kind(finding) == kind && finding.statement().outcome().compareTo(least) >= 0;
    }

    private static IncidentKind kind(Finding finding) {
        return finding.observation().orElseThrow().kind();
    }

    private static Optional<Moment> earliest(List<Finding> findings, Predicate<Finding> which,
            Function<Observation, Moment> when) {
        return findings.stream()
                .filter(which)
                .map(finding -> when.apply(finding.observation().orElseThrow()))
                .min(Comparator.comparingLong(Moment::nanos));
    }

    /// The sentence of the story, which rests on the messages that show these moments.
    StorySentence sentence() {
        int[] messages = Stream.of(Optional.of(probe), account, calls)
                .flatMap(Optional::stream)
                .flatMapToInt(moment -> moment.message().stream())
                .toArray();
        Sentence words = IncidentText.TEXTS.sentence(key(), passed(account), passed(calls));
        return new StorySentence(List.of(
                messages.length == 0 ? Clause.of(words) : Clause.of(words, Evidence.ofMessages(messages, List.of()))));
    }

    private String key() {
        if (account.isEmpty()) {
            return "story.loss.calls";
        }
        return calls.isEmpty() ? "story.loss.account" : "story.loss";
    }

    private Sentence passed(Optional<Moment> until) {
        return until.map(moment -> time(Duration.ofNanos(moment.nanos() - probe.nanos()))).orElseGet(Sentence::none);
    }

    /// A duration in its two largest units.
    private static Sentence time(Duration duration) {
        Duration rounded = duration.plusMillis(500);
        if (rounded.toDays() > 0) {
            return units("days", rounded.toDays(), rounded.toHoursPart());
        }
        if (rounded.toHours() > 0) {
            return units("hours", rounded.toHours(), rounded.toMinutesPart());
        }
        return rounded.toMinutes() > 0 ? units("minutes", rounded.toMinutes(), rounded.toSecondsPart())
                : units("seconds", Math.max(1, rounded.toSeconds()), 0);
    }

    private static Sentence units(String key, long large, long small) {
        return IncidentText.TEXTS.sentence("duration." + key, Sentence.count(large), Sentence.count(small));
    }
}
