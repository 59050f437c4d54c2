package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.scenario.LabOffice;
import org.sipsleuth.lab.scenario.OddTool;
import org.sipsleuth.lab.scenario.OfficePlace;
import org.sipsleuth.simulate.clock.SeededRandom;

/// What a tool always writes becomes a signature, which is judged on messages that nobody has seen.
final class WriteASignature implements Recipe {

    private static final int PEOPLE = 10;
    private static final double SECONDS = 600;
    private static final double CALLS_PER_HOUR = 100;
    private static final int GRAM = 4;
    private static final List<String> FIELDS =
            List.of("Call-Info", "Subject", "Organization", "Priority", "Alert-Info");
    private static final String LETTERS = "ghjkmnpqrtuvwxyz";

    @Override
    public Syllabus syllabus() {
        return new Syllabus("write-a-signature", 7, "n-grams and a signature",
                "A tool probes the office under the names of ordinary phones. In one field it always writes the same few"
                        + " letters, among others that change. Find them, and write a signature.",
                List.of("n-grams that normal messages do not have", "precision and recall",
                        "a signature is judged on what comes next"),
                2, 30, "mutations", Syllabus.ALL, Syllabus.DETECTION,
                "Before: paper 3 compares n-grams of messages. After: let the class try a signature by address or by"
                        + " User-Agent and see what it finds in the hidden messages: nothing, or too much.");
    }

    @Override
    public void make(LabDraft draft) throws IOException {
        SeededRandom draws = draft.draws("signature");
        OfficePlace place = OfficePlace.of(draws, PEOPLE);
        String marker = draws.text(LETTERS, 6);
        String field = draws.of(FIELDS);
        OddTool tool = new OddTool(marker, field, 16 + draws.below(4), 4);
        Traffic traffic = draft.capture("capture.pcap", "both sides of the office's server",
                new LabOffice(place, SECONDS, CALLS_PER_HOUR).with(60 + draws.unit() * 200, tool),
                Map.of("start", place.start()));
        OfficePlace elsewhere = OfficePlace.of(draws.of("hidden"), PEOPLE);
        Traffic hidden = draft.hidden("hidden.pcap",
                new LabOffice(elsewhere, SECONDS, CALLS_PER_HOUR).with(90, new OddTool(marker, field, 25, 6)),
                Map.of("start", elsewhere.start()));
        List<Message> requests = requests(traffic);
        askSources(draft, requests);
        askField(draft, field);
        askMarker(draft, requests, marker);
        askGrams(draft, traffic, requests, field);
        askFilter(draft, requests, marker);
        askSignature(draft, requests(hidden), marker);
        draft.discuss(Question.of("q7", QuestionKind.TEXT, "It will change",
                "The tool's author reads your signature. What would you look for next that is harder to change?", 10),
                "What it does rather than what it writes: OPTIONS for many users from few addresses, never with"
                        + " credentials.");
    }

    private static List<Message> requests(Traffic traffic) {
        return traffic.of(traffic.truth().attacks().getFirst())
                .stream()
                .filter(each -> each.isRequest("OPTIONS"))
                .toList();
    }

    private static List<Message> received(List<Message> requests) {
        String server = requests.getFirst().destination();
        return requests.stream().filter(each -> each.destination().equals(server)).toList();
    }

    private static void askSources(LabDraft draft, List<Message> requests) {
        Set<String> sources = received(requests).stream().map(Message::source).collect(Collectors.toSet());
        draft.ask(
                Question.of("q1", QuestionKind.HOSTS, "Sources", "From which addresses does the tool probe?", 15)
                        .hinting(new Hint("OPTIONS without credentials, from outside.", 3)),
                KeyEntry.of(new Truth.Members(new TreeSet<>(sources))).shownBy(Traffic.frames(requests, 4)));
    }

    private static void askField(LabDraft draft, String field) {
        draft.ask(
                Question.of("q2", QuestionKind.ONE_OF, "Field", "In which header field are the letters?", 5)
                        .choosing(FIELDS.stream().sorted().toList()),
                KeyEntry.of(new Truth.Exact(List.of(field))).listedBy("sip." + field));
    }

    private static void askMarker(LabDraft draft, List<Message> requests, String marker) {
        draft.ask(
                Question.of("q3", QuestionKind.VALUE, "Letters", "Which six letters does it always write?", 15)
                        .hinting(new Hint("Compare the field in two requests: the same letters stand in the middle.",
                                4)),
                KeyEntry.of(new Truth.Exact(List.of(marker)))
                        .because("All else in the field is hexadecimal and changes with each request.")
                        .shownBy(Traffic.frames(requests, 4)));
    }

    private static void askGrams(LabDraft draft, Traffic traffic, List<Message> requests, String field) {
        Message one = received(requests).getFirst();
        Set<String> normal = new HashSet<>();
        traffic.where(each -> each.attack().isEmpty()).forEach(each -> normal.addAll(grams(traffic.text(each))));
        String value = traffic.index().message(one.index()).header(field).orElseThrow();
        long unseen = grams(value).stream().filter(gram -> !normal.contains(gram)).count();
        draft.ask(
                Question.of("q4", QuestionKind.VALUE, "Unseen n-grams",
                        ("The field of frame %d has %d characters, and so %d 4-grams. How many different ones of these"
                                + " are in no message outside of the tool's dialogs?")
                                .formatted(one.frame(), value.length(), value.length() - GRAM + 1),
                        15).in("4-grams"),
                KeyEntry.of(new Truth.Near(unseen, 1))
                        .because("Letters after f are in no hexadecimal text, so all 4-grams with them are new.")
                        .shownBy(List.of(one.frame()))
                        .mistaking(Integer.toString(value.length()), "That is the number of characters."));
    }

    private static Set<String> grams(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Set<String> grams = new HashSet<>();
        for (int i = 0; i + GRAM <= bytes.length; i++) {
            grams.add(new String(bytes, i, GRAM, StandardCharsets.ISO_8859_1));
        }
        return grams;
    }

    private static void askFilter(LabDraft draft, List<Message> requests, String marker) {
        draft.ask(
                Question.of("q5", QuestionKind.FILTER, "In this capture",
                        "Write a filter that selects the tool's requests in this capture, on both sides of the server,"
                                + " and no other message.",
                        10),
                KeyEntry.of(Traffic.selected(requests, filter(marker), Optional.empty()))
                        .shownBy(Traffic.frames(requests, 4)));
    }

    private static String filter(String marker) {
        return "sip.Method == \"OPTIONS\" && sip contains \"" + marker + "\"";
    }

    private static void askSignature(LabDraft draft, List<Message> requests, String marker) {
        draft.ask(
                Question.of("q6", QuestionKind.SIGNATURE, "Signature",
                        "Write a filter that would find the tool elsewhere. It is judged on the capture of another"
                                + " office, which you do not have.",
                        30).hinting(new Hint("Addresses, users and User-Agents are others there.", 6)),
                KeyEntry.of(Traffic.selected(requests, filter(marker), Optional.of("hidden.pcap")))
                        .because("Only the letters are the same in the other office."));
    }
}
