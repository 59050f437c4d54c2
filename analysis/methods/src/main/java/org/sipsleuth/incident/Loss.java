package org.sipsleuth.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Sentence;

/// How long it took from the first probe until an account was lost, and until it was used for
/// calls.
///
/// @param account after how many ns the account was lost; empty where that is not known
/// @param calls after how many ns it was used for calls that got through; empty where it was not
record Loss(OptionalLong account, OptionalLong calls) {

    private static final Set<IncidentKind> PROBES =
            Set.of(IncidentKind.HOST_SCAN, IncidentKind.EXTENSION_ENUMERATION, IncidentKind.PASSWORD_GUESSING);

    /// The loss that probes led to; empty where there were none, or nothing was lost.
    static Optional<Loss> of(List<Finding> findings) {
        OptionalLong probed = first(findings, its -> PROBES.contains(kind(its)), Loss::from);
        if (probed.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong guessed = first(findings,
                its -> kind(its) == IncidentKind.PASSWORD_GUESSING && its.statement().outcome() == Outcome.SUCCEEDED,
                its -> its.observation().orElseThrow().toNanos());
        OptionalLong taken = first(findings, its -> kind(its) == IncidentKind.ACCOUNT_TAKEOVER, Loss::from);
        OptionalLong used = first(findings, Loss::isUse, Loss::from);
        OptionalLong account = after(probed.getAsLong(), guessed.isPresent() ? guessed : taken);
        OptionalLong calls = after(probed.getAsLong(), used);
        return account.isPresent() || calls.isPresent() ? Optional.of(new Loss(account, calls)) : Optional.empty();
    }

    private static boolean isUse(Finding finding) {
        Outcome outcome = finding.statement().outcome();
        return kind(finding) == IncidentKind.TOLL_FRAUD
                && (outcome == Outcome.PARTIAL || outcome == Outcome.SUCCEEDED);
    }

    private static IncidentKind kind(Finding finding) {
        return finding.observation().orElseThrow().kind();
    }

    private static long from(Finding finding) {
        return finding.observation().map(Observation::fromNanos).orElseThrow();
    }

    private static OptionalLong first(List<Finding> findings, Predicate<Finding> which,
            ToLongFunction<Finding> when) {
        return findings.stream().filter(which).mapToLong(when).min();
    }

    private static OptionalLong after(long probed, OptionalLong lost) {
        return lost.isPresent() && lost.getAsLong() > probed ? OptionalLong.of(lost.getAsLong() - probed)
                : OptionalLong.empty();
    }

    /// The sentence of the story.
    StorySentence sentence() {
        String key = account.isEmpty() ? "story.loss.calls" : calls.isEmpty() ? "story.loss.account" : "story.loss";
        return new StorySentence(List.of(Clause.of(IncidentText.TEXTS.sentence(key, time(account), time(calls)))));
    }

    private static Sentence time(OptionalLong nanos) {
        return nanos.isPresent() ? time(Duration.ofNanos(nanos.getAsLong())) : Sentence.none();
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
