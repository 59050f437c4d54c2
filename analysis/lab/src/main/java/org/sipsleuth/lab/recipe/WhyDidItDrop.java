package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.ChosenCall;
import org.sipsleuth.lab.scenario.HomeOffice;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;

/// Calls to somebody at home end half a minute after their answer.
final class WhyDidItDrop implements Recipe {

    private static final int PEOPLE = 10;
    private static final double SECONDS = 620;
    private static final double CALLS_PER_HOUR = 120;
    private static final int CALLS = 3;
    private static final double SIMILAR_SECONDS = 32;
    /// Until then, all phones have registered, and can be called.
    private static final double REGISTERED_SECONDS = 125;
    private static final double NANOS = 1e9;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("why-did-it-drop", 2, "Why did it drop?",
                "\"My calls end after half a minute\", says somebody who works at home. Another call of the day lasted"
                        + " as long, and nobody complains about it.",
                List.of("what a missing ACK does", "timers of RFC 3261", "what is similar, and what is the same"), 1,
                20, "handover",
                Set.of(HiddenFact.HINTS, HiddenFact.PROBLEMS, HiddenFact.INCIDENTS, HiddenFact.FINDINGS,
                        HiddenFact.TRUTH),
                Set.of("overview", "triage"),
                "Before: a 2xx is repeated until its ACK arrives (RFC 3261, section 13.3.1.4). After: 64 times T1 is 32"
                        + " seconds; the ACK is in the capture, so it is lost behind it. What would you capture next,"
                        + " and where?");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("drop");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        int home = draws.below(PEOPLE);
        int caller = (home + 1 + draws.below(PEOPLE - 1)) % PEOPLE;
        int other = other(draws, home, caller);
        int another = other(draws, home, other);
        HomeOffice dropped = new HomeOffice(home, caller, CALLS, 70 + draws.unit() * 15, 20 + draws.below(200));
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server",
                new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(140 + draws.unit() * 60, dropped)
                        .with(REGISTERED_SECONDS + draws.unit() * 60,
                                new ChosenCall(other, another, 5, SIMILAR_SECONDS + draws.unit(), false)),
                Map.of("start", place.start()));
        List<List<Message>> calls = new ArrayList<>(traffic.noted(HomeOffice.DROPPED).values());
        String user = place.extension(home);
        draft.ask(
                Question.of("q1", QuestionKind.VALUE, "Who", "Which extension works at home, and loses its calls?", 10)
                        .hinting(new Hint("Sort calls by duration: some last little more than 32 seconds.", 2)),
                KeyEntry.of(new Truth.Exact(List.of(user)))
                        .because("All %d calls to it end 32 seconds after their answer.".formatted(CALLS))
                        .shownBy(List.of(calls.getFirst().getFirst().frame()))
                        .mistaking(place.extension(caller),
                                "That is who calls; the calls drop because of the other side."));
        askRepeated(draft, traffic, calls);
        askRouter(draft, calls, dropped);
        askFrames(draft, calls.getFirst());
        askSimilar(draft, traffic, place.extension(other));
        draft.discuss(Question.of("q6", QuestionKind.TEXT, "Repair",
                "Which message does not arrive, between which two hosts is it lost, and what would you try?", 15),
                "The ACK leaves the server and does not reach the phone: the router at home loses it. Switch off its"
                        + " SIP helper (ALG), or use TCP or TLS; then capture behind the router.");
    }

    private static int other(SeededRandom draws, int first, int second) {
        int chosen = draws.below(PEOPLE);
        while (chosen == first || chosen == second) {
            chosen = (chosen + 1) % PEOPLE;
        }
        return chosen;
    }

    private static void askRepeated(LabDraft draft, Traffic traffic, List<List<Message>> calls) {
        String phone = calls.getFirst()
                .stream()
                .filter(each -> each.isResponse("INVITE", 200))
                .findFirst()
                .orElseThrow()
                .source();
        List<Message> answers =
                traffic.where(each -> each.isResponse("INVITE", 200) && each.source().equals(phone)).toList();
        draft.ask(
                Question.of("q2", QuestionKind.FILTER, "Repeated answers",
                        "Write a filter that selects every 200 to an INVITE which this phone sends, first ones and"
                                + " repetitions, and nothing else.",
                        20).hinting(new Hint("sip.CSeq.method, sip.Status-Code and ip.src are enough.", 4)),
                KeyEntry.of(Traffic.selected(answers,
                        "sip.Status-Code == 200 && sip.CSeq.method == \"INVITE\" && ip.src == " + phone,
                        Optional.empty()))
                        .because("Each call has one 200 and ten repetitions, after 0.5, 1, 2 and then every 4 seconds.")
                        .shownBy(Traffic.frames(answers, 11)));
    }

    private static void askRouter(LabDraft draft, List<List<Message>> calls, HomeOffice home) {
        Message answer =
                calls.getFirst().stream().filter(each -> each.isResponse("INVITE", 200)).findFirst().orElseThrow();
        draft.ask(
                Question.of("q3", QuestionKind.HOSTS, "Two addresses",
                        "Which two addresses does the phone have: the one that the server sees, and the one that the"
                                + " phone writes into the Contact of its 200?",
                        15),
                KeyEntry.of(new Truth.Members(new LinkedHashSet<>(List.of(answer.source(), home.address()))))
                        .because("The packet comes from the router; Contact has the private address behind it.")
                        .shownBy(List.of(answer.frame())));
    }

    private static void askFrames(LabDraft draft, List<Message> call) {
        Message answer = call.stream().filter(each -> each.isResponse("INVITE", 200)).findFirst().orElseThrow();
        Message ack = call.stream()
                .filter(each -> each.isRequest("ACK") && each.destination().equals(answer.source()))
                .findFirst()
                .orElseThrow();
        Message bye = call.stream().filter(each -> each.isRequest("BYE")).findFirst().orElseThrow();
        draft.ask(
                Question.of("q4", QuestionKind.FRAMES, "Lost and given up",
                        "In the first of these calls, pick the first ACK that the server sends to the phone, and the"
                                + " BYE with which the phone gives up.",
                        20).hinting(new Hint("The BYE comes 32 seconds after the first 200.", 4)),
                KeyEntry.of(Traffic.picked(List.of(ack, bye)))
                        .because("The ACK is sent, yet the 200 is repeated: it does not arrive.")
                        .shownBy(List.of(answer.frame(), ack.frame(), bye.frame())));
    }

    private static void askSimilar(LabDraft draft, Traffic traffic, String caller) {
        List<Message> similar = traffic.noted("the chosen call").values().iterator().next();
        draft.ask(
                Question.of("q5", QuestionKind.VALUE, "Only similar",
                        "Another call is hung up 32 to 33 seconds after its answer, and is in order. Which extension"
                                + " makes it?",
                        10),
                KeyEntry.of(new Truth.Exact(similar(traffic, caller)))
                        .because("Its 200 is acknowledged once and never repeated: somebody hangs up by chance.")
                        .shownBy(Traffic.frames(similar, 4)));
    }

    /// Who makes such a call: besides the one that was made for the question, whoever happens to.
    private static List<String> similar(Traffic traffic, String caller) {
        Set<String> callers = new LinkedHashSet<>(List.of(caller));
        for (List<Message> call : traffic.dialogs().values()) {
            List<Message> answers = call.stream().filter(each -> each.isResponse("INVITE", 200)).toList();
            Optional<Message> bye = call.stream().filter(each -> each.isRequest("BYE")).findFirst();
            if (!answers.isEmpty() && bye.isPresent() && answers.stream().noneMatch(Message::isRetransmission)) {
                double seconds = (bye.get().nanos() - answers.getFirst().nanos()) / NANOS;
                if (seconds >= SIMILAR_SECONDS && seconds <= SIMILAR_SECONDS + 1) {
                    callers.add(call.getFirst().fromUser());
                }
            }
        }
        return List.copyOf(callers);
    }
}
