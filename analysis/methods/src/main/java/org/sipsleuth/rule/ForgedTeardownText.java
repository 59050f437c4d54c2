package org.sipsleuth.rule;

import static org.sipsleuth.sentence.Sentence.count;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.HopTransaction;

/// States which BYEs and CANCELs have the address of a party that did not send them.
final class ForgedTeardownText {

    private ForgedTeardownText() {}

    /// The finding; what it explains is taken from other rules.
    static Finding finding(Traffic traffic, List<ForgedTeardown> forged) {
        List<HopTransaction> sent = forged.stream().map(ForgedTeardown::request).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.SESSION_TEARDOWN);
        boolean isCancel = sent.stream().anyMatch(each -> each.method() == MessageTypes.CANCEL);
        int accepted = calls.accepted().size();
        int sources = (int) sent.stream().mapToInt(HopTransaction::source).distinct().count();
        Observed observed = new Observed(traffic, IncidentKind.SESSION_TEARDOWN).on(sent)
                .by(new Actors(List.of(), sources, true, List.of()))
                .against(calls.withCopies().stream().flatMap(each -> Stream.of(each.source(), each.destination())))
                .accounts(sent.stream().flatMap(each -> Stream.of(each.fromUser(), each.toUser())))
                .outcome(calls.outcome(Outcome.SUCCEEDED))
                .confidence(confidence(forged))
                .measure("measure.foreign", sent.size(), 1)
                .verb("sent")
                .clause(text("teardown.forged", count(sent.size()), SessionTeardown.methods(sent)), sent)
                .card(text("teardown.did", count(calls.count()), SessionTeardown.methods(sent)),
                        text("teardown.result", count(accepted)))
                .alternative(text(isCancel ? "teardown.omits" : "teardown.twice"));
        addSigns(observed, forged);
        for (ForgedTeardown each : forged) {
            addKeys(observed, each);
        }
        return observed.finding();
    }

    private static double confidence(List<ForgedTeardown> forged) {
        boolean isFollowed = forged.stream().anyMatch(each -> each.later() != null);
        boolean isOtherPath = forged.stream().anyMatch(ForgedTeardown::isOtherPath);
        return isFollowed && isOtherPath ? 0.9 : 0.7;
    }

    /// What shows it, each sign with the messages that show it.
    private static void addSigns(Observed observed, List<ForgedTeardown> forged) {
        Sentence between = text("teardown.proof");
        between =
                addSign(observed, between, "teardown.own", later(accepted(forged).filter(each -> !isEndedAgain(each))));
        between = addSign(observed, between, "teardown.again",
                later(accepted(forged).filter(ForgedTeardownText::isEndedAgain)));
        between = addSign(observed, between, "teardown.goes",
                later(forged.stream().filter(each -> !each.request().isAccepted())));
        between = addSign(observed, between, "teardown.hops", requests(forged, ForgedTeardown::isOtherPath));
        between = addSign(observed, between, "teardown.port", requests(forged, ForgedTeardown::isOtherPort));
        between = addSign(observed, between, "teardown.written", requests(forged, ForgedTeardown::isOtherWriting));
        var _ = addSign(observed, between, "teardown.stripped", requests(forged, ForgedTeardown::isStripped));
    }

    /// Adds a sign if messages show it; what then stands before the next one.
    private static Sentence addSign(Observed observed, Sentence between, String key, List<HopTransaction> shown) {
        if (shown.isEmpty()) {
            return between;
        }
        observed.words(between).clause(text(key), shown);
        return text("teardown.and");
    }

    private static Stream<ForgedTeardown> accepted(List<ForgedTeardown> forged) {
        return forged.stream().filter(each -> each.request().isAccepted());
    }

    /// Whether the party itself ended the call later, and that was accepted, too.
    private static boolean isEndedAgain(ForgedTeardown forged) {
        return forged.later() != null && forged.later().isAccepted();
    }

    private static List<HopTransaction> requests(List<ForgedTeardown> forged, Predicate<ForgedTeardown> which) {
        return forged.stream().filter(which).map(ForgedTeardown::request).toList();
    }

    private static List<HopTransaction> later(Stream<ForgedTeardown> forged) {
        return forged.map(ForgedTeardown::later).filter(Objects::nonNull).toList();
    }

    private static void addKeys(Observed observed, ForgedTeardown forged) {
        HopTransaction later = forged.later();
        observed.key(forged.request().request(),
                text("teardown.key.forged", SessionTeardown.methods(List.of(forged.request()))));
        if (!forged.request().isAccepted()) {
            observed.key(forged.request().response(), text("foreign.response", count(forged.request().status())));
        }
        if (later != null) {
            observed.key(later.request(), text("foreign.later"))
                    .key(later.response(), text("foreign.response", count(later.status())));
        }
    }

    private static Sentence text(String key, Sentence... arguments) {
        return Observed.TEXTS.sentence(key, arguments);
    }
}
