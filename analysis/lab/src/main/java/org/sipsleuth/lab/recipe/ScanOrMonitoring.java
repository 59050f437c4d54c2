package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.Monitoring;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.attack.Scan;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;

/// Three hosts send OPTIONS; one of them scans.
final class ScanOrMonitoring implements Recipe {

    private static final int PEOPLE = 12;
    private static final double SECONDS = 900;
    private static final double CALLS_PER_HOUR = 80;
    private static final double NANOS = 1e9;

    @Override
    public Syllabus syllabus() {
        return new Syllabus("scan-or-monitoring", 3, "Scan or monitoring?",
                "Three hosts outside send OPTIONS. Two of them only ask whether the server is there. The third looks for"
                        + " something.",
                List.of("intervals and targets", "what makes a scan one", "false positives and their cost"), 1, 20,
                "scan", Syllabus.ALL, Syllabus.DETECTION,
                "Before: OPTIONS is the ping of SIP. After: let the class name a rule that would have blocked a carrier"
                        + " (\"more than 50 OPTIONS\"), and one that would not (\"more than 10 targets\").");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("scan");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        double every = Math.round((6 + draws.unit() * 6) * 10) / 10.0;
        int first = draws.below(3);
        Map<String, String> sweep = Map.of("scan-what", "shuffled-addresses", "scan-extensions",
                Integer.toString(150 + draws.below(30)), "scan-per-second", "4");
        LabOffice office = new LabOffice(place, SECONDS, CALLS_PER_HOUR);
        double scanAt = 200 + draws.unit() * 200;
        // the order decides which of the hosts outside is which
        if (first == 0) {
            office.with(scanAt, new Scan(), sweep);
        }
        office.with(1, new Monitoring(every));
        if (first == 1) {
            office.with(scanAt, new Scan(), sweep);
        }
        office.with(2, new Monitoring(every * 2 + 1.3));
        if (first == 2) {
            office.with(scanAt, new Scan(), sweep);
        }
        Traffic traffic = draft.capture("capture.pcap", "the office's server, and all that the scanner sends", office,
                Map.of("start", place.start()));
        AttackFacts scan = traffic.attack(AttackKind.HOST_SCAN);
        String scanner = scan.actors().getFirst();
        List<Message> messages = traffic.of(scan);
        askScanner(draft, traffic, scanner, messages);
        askMonitors(draft, traffic, scanner);
        askInterval(draft, traffic, every);
        askTargets(draft, scanner, messages);
        askRange(draft, messages);
        askFound(draft, scanner, messages);
        askFilter(draft, scanner, messages);
        draft.discuss(
                Question.of("q8", QuestionKind.TEXT, "A rule",
                        "Write one rule in words that blocks the scanner and neither of the others, and say when it"
                                + " fails.",
                        15),
                "By the number of different targets, not of requests; it fails for a scan from many addresses, or one"
                        + " so slow that no window sees enough targets.");
    }

    private static void askScanner(LabDraft draft, Traffic traffic, String scanner, List<Message> messages) {
        KeyEntry entry = KeyEntry.of(new Truth.Exact(List.of(scanner)))
                .because("It asks one address after the other, each once; the others ask the server again and again.")
                .shownBy(Traffic.frames(messages, 4));
        for (String other : monitors(traffic, scanner)) {
            entry = entry.mistaking(other, "It asks only the server, in steady intervals: that is monitoring.");
        }
        draft.ask(Question.of("q1", QuestionKind.VALUE, "Scanner", "Which address scans?", 10), entry);
    }

    private static SequencedSet<String> monitors(Traffic traffic, String scanner) {
        return traffic.noted("monitoring")
                .values()
                .stream()
                .map(dialog -> dialog.getFirst().source())
                .filter(source -> !source.equals(scanner))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void askMonitors(LabDraft draft, Traffic traffic, String scanner) {
        draft.ask(
                Question.of("q2", QuestionKind.HOSTS, "Monitors", "Which addresses outside only monitor the server?",
                        10),
                KeyEntry.of(new Truth.Members(monitors(traffic, scanner)))
                        .because("Each of them asks one target, in the same interval all the time.")
                        .listedBy("sip.Method == \"OPTIONS\""));
    }

    private static void askInterval(LabDraft draft, Traffic traffic, double every) {
        List<Message> asked = traffic.noted("monitoring").values().stream().map(List::getFirst).toList();
        String first = asked.stream()
                .collect(Collectors.groupingBy(Message::source, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        draft.ask(
                Question.of("q3", QuestionKind.VALUE, "Interval",
                        "In which interval does the busier of the two monitors ask?", 10).in("s"),
                KeyEntry.of(new Truth.Near(every, 0.1))
                        .because("The time between two of its requests, the same from the first to the last.")
                        .shownBy(Traffic.frames(asked.stream().filter(each -> each.source().equals(first)).toList(),
                                3)));
    }

    private static void askTargets(LabDraft draft, String scanner, List<Message> messages) {
        long targets = messages.stream()
                .filter(each -> each.isRequest("OPTIONS") && each.source().equals(scanner))
                .map(Message::destination)
                .distinct()
                .count();
        draft.ask(
                Question.of("q4", QuestionKind.VALUE, "Targets", "How many different addresses does the scanner ask?",
                        10).in("addresses"),
                KeyEntry.of(new Truth.Near(targets, 0))
                        .because("Each OPTIONS goes to another address of the office's network.")
                        .listedBy("sip.Method == \"OPTIONS\" && ip.src == " + scanner));
    }

    private static void askRange(LabDraft draft, List<Message> messages) {
        draft.ask(
                Question.of("q5", QuestionKind.TIME_RANGE, "Time of the scan",
                        "When does it scan? From its first request to the last message of the scan.", 15),
                KeyEntry.of(new Truth.Span(messages.getFirst().time(), messages.getLast().time()))
                        .because("%.0f seconds in all."
                                .formatted((messages.getLast().nanos() - messages.getFirst().nanos()) / NANOS))
                        .shownBy(List.of(messages.getFirst().frame(), messages.getLast().frame())));
    }

    private static void askFound(LabDraft draft, String scanner, List<Message> messages) {
        SequencedSet<String> found = new TreeSet<>();
        messages.stream()
                .filter(each -> !each.isRequest() && each.destination().equals(scanner))
                .forEach(each -> found.add(each.source()));
        draft.ask(
                Question.of("q6", QuestionKind.HOSTS, "Found", "Which addresses answer, and so are found?", 20)
                        .hinting(new Hint("Look at what is sent to the scanner.", 4)),
                KeyEntry.of(new Truth.Members(found))
                        .because("A host answers with any status: 404 and 501 show that it speaks SIP, too.")
                        .listedBy("sip.Status-Code && ip.dst == " + scanner));
    }

    private static void askFilter(LabDraft draft, String scanner, List<Message> messages) {
        List<Message> requests =
                messages.stream().filter(each -> each.isRequest() && each.source().equals(scanner)).toList();
        draft.ask(
                Question.of("q7", QuestionKind.FILTER, "A filter",
                        "Write a filter that selects all requests of the scanner, and no other message.", 10),
                KeyEntry.of(Traffic.selected(requests, "sip.Method && ip.src == " + scanner, Optional.empty()))
                        .because("Its address is enough.")
                        .shownBy(Traffic.frames(requests, 4)));
    }
}
