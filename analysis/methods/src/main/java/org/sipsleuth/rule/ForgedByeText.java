package org.sipsleuth.rule;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.transaction.HopTransaction;

/// States which BYEs have the address of a party that did not send them.
final class ForgedByeText {

    private ForgedByeText() {}

    /// The finding; what it explains is taken from other rules.
    static Finding finding(Traffic traffic, List<ForgedBye> forged) {
        List<HopTransaction> sent = forged.stream().map(ForgedBye::bye).toList();
        CallsOfOthers calls = new CallsOfOthers(traffic, sent);
        traffic.explain(calls.withCopies(), IncidentKind.SESSION_TEARDOWN);
        int accepted = calls.accepted().size();
        int sources = (int) sent.stream().mapToInt(HopTransaction::source).distinct().count();
        Observed observed =
                new Observed(traffic, IncidentKind.SESSION_TEARDOWN)
                        .on(sent)
                        .by(new Actors(List.of(), sources, true, List.of()))
                        .against(
                                sent.stream()
                                        .flatMap(
                                                each ->
                                                        Stream.of(
                                                                each.source(), each.destination())))
                        .accounts(sent.stream().map(HopTransaction::toUser))
                        .outcome(calls.outcome(Outcome.SUCCEEDED))
                        .confidence(confidence(forged))
                        .measure("measure.foreign", sent.size(), 1)
                        .words(text("teardown.sent"))
                        .clause(text("teardown.forged", sent.size()), sent)
                        .card(
                                text("teardown.did", calls.count()),
                                text("teardown.result", accepted))
                        .alternative(text("teardown.twice"));
        addSigns(observed, forged);
        for (ForgedBye each : forged) {
            addKeys(observed, each);
        }
        return observed.finding();
    }

    private static double confidence(List<ForgedBye> forged) {
        boolean isFollowed = forged.stream().anyMatch(each -> each.later() != null);
        boolean isOtherPath = forged.stream().anyMatch(ForgedBye::isOtherPath);
        return isFollowed && isOtherPath ? 0.9 : 0.7;
    }

    /// What shows it, each sign with the messages that show it.
    private static void addSigns(Observed observed, List<ForgedBye> forged) {
        List<HopTransaction> own = later(forged.stream().filter(each -> each.bye().isAccepted()));
        List<HopTransaction> goesOn =
                later(forged.stream().filter(each -> !each.bye().isAccepted()));
        List<HopTransaction> others =
                forged.stream().filter(ForgedBye::isOtherPath).map(ForgedBye::bye).toList();
        String between = text("teardown.proof");
        if (!own.isEmpty()) {
            observed.words(between).clause(text("teardown.own"), own);
            between = text("teardown.and");
        }
        if (!goesOn.isEmpty()) {
            observed.words(between).clause(text("teardown.goes"), goesOn);
            between = text("teardown.and");
        }
        if (!others.isEmpty()) {
            observed.words(between).clause(text("teardown.hops"), others);
        }
    }

    private static List<HopTransaction> later(Stream<ForgedBye> forged) {
        return forged.map(ForgedBye::later).filter(Objects::nonNull).toList();
    }

    private static void addKeys(Observed observed, ForgedBye forged) {
        HopTransaction later = forged.later();
        observed.key(forged.bye().request(), text("teardown.key.forged"));
        if (!forged.bye().isAccepted()) {
            observed.key(forged.bye().response(), text("foreign.response", forged.bye().status()));
        }
        if (later != null) {
            observed.key(later.request(), text("foreign.later"))
                    .key(later.response(), text("foreign.response", later.status()));
        }
    }

    private static String text(String key, Object... arguments) {
        return Observed.TEXTS.text(key, arguments);
    }
}
