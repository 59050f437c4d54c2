package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.UriPassword;

/// What a finding states of people: one thing that somebody did to somebody, so that findings can
/// be joined to incidents. Outcome, measures and evidence are those of the finding.
///
/// @param kind what was done
/// @param actors who did it
/// @param victims the addresses it was done to, in order
/// @param reached further addresses that it reached through these, in order: phones that rang
/// @param accounts the users that it was done to, or as whom it was done, as written
/// @param callers the users as whom the actors called, as written; the first ones
/// @param isMinor whether it is never more severe than low, whatever its kind: a single wrong
///     password that somebody's phone repeats
/// @param confidence how sure it is that it happened as stated, 0 to 1; not how grave it is
/// @param fromNanos when it began, in ns since the epoch
/// @param toNanos when it ended
/// @param predicate what the actors did, as the end of a sentence in the past tense without actors
///     and full stop: "scanned ", "253 hosts", ", of which ", "9 answered"
/// @param did what was done in two or three words, for a card: `253 hosts probed`
/// @param result what came of it, for a card: `9 answered`; may say nothing
/// @param keys the messages that show it best, in order; at most ten
/// @param notDetermined what could not be determined of it, a sentence each
/// @param alternatives harmless explanations, and what speaks for or against them, a sentence each
/// @param hints what decides whether others belong to it
/// @param isHarmless whether it is taken for the harmless thing that resembles its kind, and named so
public record Observation(IncidentKind kind, Actors actors, List<String> victims, List<String> reached,
        List<String> accounts, List<String> callers, boolean isMinor, double confidence, long fromNanos, long toNanos,
        List<Clause> predicate, Sentence did, Sentence result, List<KeyMessage> keys, List<Sentence> notDetermined,
        List<Sentence> alternatives, JoinHints hints, boolean isHarmless) {

    /// Takes copies, and masks passwords of URIs.
    ///
    /// @throws IllegalArgumentException if the confidence is not in [0, 1]
    public Observation {
        victims = List.copyOf(victims);
        reached = List.copyOf(reached);
        accounts = UriPassword.masked(accounts);
        callers = UriPassword.masked(callers);
        predicate = List.copyOf(predicate);
        keys = List.copyOf(keys);
        notDetermined = List.copyOf(notDetermined);
        alternatives = List.copyOf(alternatives);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence " + confidence);
        }
    }

    /// Of what reached nobody else, and is named as its kind.
    public Observation(IncidentKind kind, Actors actors, List<String> victims, List<String> accounts, boolean isMinor,
            double confidence, long fromNanos, long toNanos, List<Clause> predicate, Sentence did, Sentence result,
            List<KeyMessage> keys, List<Sentence> notDetermined, List<Sentence> alternatives, JoinHints hints) {
        this(kind, actors, victims, List.of(), accounts, List.of(), isMinor, confidence, fromNanos, toNanos, predicate,
                did, result, keys, notDetermined, alternatives, hints, false);
    }
}
