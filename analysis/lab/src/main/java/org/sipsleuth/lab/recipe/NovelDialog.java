package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.OddRequest;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;

/// One dialog of today is like none of yesterday.
final class NovelDialog implements Recipe {

    private static final int PEOPLE = 10;
    private static final double BASELINE_SECONDS = 1_500;
    private static final double SECONDS = 700;
    private static final double CALLS_PER_HOUR = 130;
    private static final String TODAY = "today.pcap";
    private static final String BASELINE = "baseline.pcap";
    private static final List<String> METHODS = List.of("REFER", "PUBLISH", "UPDATE", "PRACK", "MESSAGE", "INFO");

    @Override
    public Syllabus syllabus() {
        return new Syllabus("novel-dialog", 6, "Train a baseline and find the novel dialog",
                "One hour of yesterday is known to be in order. Something in today's capture has never been there.",
                List.of("a baseline, and what it must contain", "sequences of message types", "new is not yet bad"), 2,
                35, "odd-dialogs", Syllabus.ALL,
                Set.of("overview", "unknown", "anomalies", "beliefs", "social", "triage", "case"),
                "Before: paper 1 compares sequences of message types. Train with `sipsleuth train sequence"
                        + " baseline.pcap`, or list the sequences of both captures and compare. After: how many of the"
                        + " new sequences are harmless, and what would a longer baseline change?");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("novel");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        String method = draws.of(METHODS);
        OddRequest odd = new OddRequest(method, draws.below(PEOPLE));
        Traffic today = draft.capture(TODAY, "today, with the novel dialog",
                new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(150 + draws.unit() * 400, odd),
                Map.of("start", place.start()));
        Traffic before = draft.capture(BASELINE, "the baseline, in order",
                new LabOffice(place, BASELINE_SECONDS, CALLS_PER_HOUR),
                Map.of("start", Instant.parse(place.start()).minusSeconds(86_400).toString()));
        List<Message> novel = today.of(today.truth().attacks().getFirst());
        askCallId(draft, novel, method);
        askMethod(draft, method);
        askFrames(draft, novel);
        askSource(draft, novel);
        askKnown(draft, before, today);
        draft.discuss(
                Question.of("q6", QuestionKind.TEXT, "New and bad",
                        "Of the dialogs that are new today, which would you look at first, and why does a baseline of"
                                + " one hour not suffice?",
                        15),
                "The one whose method nobody uses; the others are rare courses of ordinary calls, which a longer"
                        + " baseline would have.");
    }

    private static void askCallId(LabDraft draft, List<Message> novel, String method) {
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Call-ID",
                        "What is the Call-ID of the novel dialog in today.pcap?", 25)
                        .hinting(new Hint("It comes from outside, and is no call.", 5)),
                KeyEntry.of(new Truth.Exact(List.of(novel.getFirst().callId())))
                        .because("No dialog of the baseline begins with %s.".formatted(method))
                        .shownBy(Traffic.frames(novel, 4)));
    }

    private static void askMethod(LabDraft draft, String method) {
        draft.ask(
                Question.of("q2", QuestionKind.ONE_OF, "Its method", "With which method does it begin?", 5)
                        .choosing(METHODS.stream().sorted().toList()),
                KeyEntry.of(new Truth.Exact(List.of(method))).listedBy("sip.Method == \"" + method + "\""));
    }

    private static void askFrames(LabDraft draft, List<Message> novel) {
        Message last = novel.stream().filter(each -> !each.isRequest()).findFirst().orElseThrow();
        draft.ask(Question.of("q3", QuestionKind.FRAMES, "Request and answer",
                "Pick its request as the server receives it, and the first response that the capture shows.", 20),
                KeyEntry.of(Traffic.picked(List.of(novel.getFirst(), last)))
                        .because("The request is captured again where the server sends it on; the first one counts.")
                        .shownBy(Traffic.frames(novel, 4)));
    }

    private static void askSource(LabDraft draft, List<Message> novel) {
        draft.ask(Question.of("q4", QuestionKind.VALUE, "Source", "Which address sends it?", 10),
                KeyEntry.of(new Truth.Exact(List.of(novel.getFirst().source())))
                        .shownBy(List.of(novel.getFirst().frame())));
    }

    private static void askKnown(LabDraft draft, Traffic before, Traffic today) {
        List<String> all = sequences(before);
        Set<String> known = new HashSet<>(all);
        long unknown = sequences(today).stream().filter(sequence -> !known.contains(sequence)).count();
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        Map.Entry<String, Long> most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        double percent = Math.round(1_000.0 * most.getValue() / all.size()) / 10.0;
        double kinds = Math.round(1_000.0 / known.size()) / 10.0;
        draft.ask(
                Question.of("q5", QuestionKind.VALUE, "Usual",
                        "Which share of the baseline's dialogs has the most frequent sequence of message types, in"
                                + " percent? (Column sequence of `dialogs`: repetitions are not in it.)",
                        20).in("%").hinting(new Hint("`dialogs baseline.pcap --format csv` lists them.", 4)),
                KeyEntry.of(new Truth.Near(percent, 0.1))
                        .because(("%d of %d dialogs: %s. %d dialogs of today have a sequence that no dialog of the"
                                + " baseline has.").formatted(most.getValue(), all.size(), most.getKey(), unknown))
                        .mistaking(Double.toString(kinds),
                                "That is one of %d sequences; count dialogs.".formatted(known.size())));
    }

    private static List<String> sequences(Traffic traffic) {
        DialogTable dialogs = traffic.index().dialogs();
        List<String> sequences = new ArrayList<>();
        for (int dialog = 0; dialog < dialogs.size(); dialog++) {
            sequences.add(dialogs.sequenceText(dialog));
        }
        return sequences;
    }
}
