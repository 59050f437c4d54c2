package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;

/// That the figures on the pages for beginners are what the program gives.
final class PageFiguresTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SAMPLES = ROOT.resolve("sample-captures");

    private static final Map<String, Integer> WORDS =
            Map.of("one", 1, "four", 4, "five", 5, "six", 6, "nine", 9, "twelve", 12);

    @TempDir private Path folder;

    /// The numbers in the groups of a sentence on a page, whose white space is that of one line.
    private static List<Integer> figures(String page, String sentence) throws IOException {
        String text = Files.readString(ROOT.resolve(page)).replaceAll("\\s+", " ");
        Matcher found = Pattern.compile(sentence).matcher(text);
        assertTrue(found.find(), page + " has no sentence: " + sentence);
        List<Integer> figures = new ArrayList<>();
        for (int group = 1; group <= found.groupCount(); group++) {
            String figure = found.group(group).replace(",", "").toLowerCase(Locale.ROOT);
            figures.add(WORDS.containsKey(figure) ? WORDS.get(figure) : Integer.valueOf(figure));
        }
        return figures;
    }

    private static List<String> dialogs(String capture) {
        return Run.of("dialogs", "--format", "csv", SAMPLES.resolve(capture).toString()).records();
    }

    /// The dialogs in whose row all of these words occur, as the search of the window finds them.
    private static List<String> found(String capture, String... words) {
        return dialogs(capture).stream()
                .filter(row -> Arrays.stream(words).allMatch(word -> row.toLowerCase(Locale.ROOT).contains(word)))
                .toList();
    }

    private static int count(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--format", "csv"));
        Run run = Run.of(all.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run.records().size();
    }

    @Test
    void sizesOfTheIncident() throws IOException {
        assertEquals(
                List.of(count("messages", SAMPLES.resolve("incident.pcap").toString()),
                        dialogs("incident.pcap").size()),
                figures("docs/TEACHING.md", "It has (\\d+) messages in (\\d+) dialogs"));
    }

    @Test
    void answersToTheQuestionsOfLab1() throws IOException {
        String page = "docs/TEACHING.md";
        assertEquals(List.of(found("incident.pcap", "options", "203.0.113").size()),
                figures(page, "`options 203.0.113` \\| (\\d+) dialogs"));
        assertEquals(
                List.of(found("incident.pcap", "register", "203.0.113.66").size(),
                        found("incident.pcap", "register", "203.0.113.66", "404").size()),
                figures(page, "`register 203.0.113.66` \\| (\\d+) dialogs.*`register 203.0.113.66 404`"
                        + " finds the (\\d+) that do not exist"));
        String guessed = found("incident.pcap", "register", "203.0.113.66").stream()
                .max((one, other) -> Integer.compare(messages(one), messages(other)))
                .orElseThrow();
        int refused = count("messages", SAMPLES.resolve("incident.pcap").toString(), "--filter",
                "sip.Call-ID == \"%s\" && sip.Status-Code == 401".formatted(guessed.split(",")[0]));
        assertEquals(List.of(messages(guessed), refused),
                figures(page, "One dialog has (\\d+) messages: (\\d+) times a 401"));
        assertEquals(List.of(found("incident.pcap", "203.0.113.129").size()),
                figures(page, "`203.0.113.129` \\| (\\w+) calls as 1007"));
        assertEquals(List.of(found("incident.pcap", "options", "198.51.100.11").size()),
                figures(page, "every seven seconds that the proxy is available: (\\d+) times"));
    }

    private static int messages(String row) {
        return Integer.parseInt(row.split(",")[4]);
    }

    @Test
    void classesOfTheGroundTruth() throws IOException {
        Path capture = SAMPLES.resolve("incident.pcap");
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        IndexTruth truth = IndexTruth.read(index, RunMonitor.NONE);
        Map<String, Integer> byAttack = new TreeMap<>();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            String attack = truth.ofDialog(dialog).flatMap(TruthLabel::attack).map(Attack::id).orElse("");
            byAttack.merge(attack, 1, Integer::sum);
        }
        int scans = byAttack.get("A1") + byAttack.get("A2");
        assertEquals(
                List.of(scans, byAttack.get("A1"), byAttack.get("A2"), byAttack.get("A3"), byAttack.get("A4"),
                        byAttack.get("")),
                figures("docs/TEACHING.md", "There are (\\d+) dialogs of scans \\((\\d+) of A1, (\\d+) of A2\\), (\\w+)"
                        + " of password cracking \\(A3\\), (\\w+) of toll fraud \\(A4\\) and (\\d+) normal ones"));
    }

    @Test
    void callsOfTheDroppedCapture() throws IOException {
        String capture = SAMPLES.resolve("dropped.pcap").toString();
        int dialogs = dialogs("dropped.pcap").size();
        assertEquals(List.of(dialogs), figures("docs/TEACHING.md", "Which of the (\\w+) calls is it"));
        int messages = count("messages", capture);
        assertEquals(List.of(messages, messages, dialogs), figures("docs/FIRST-INVESTIGATION.md",
                "number of frames \\((\\d+)\\), SIP messages \\((\\d+)\\) and dialogs \\((\\d+)\\)"));
        Map<String, Long> outcomes = Stream.of("completed", "refused: busy (486)", "dropped: no ACK")
                .collect(Collectors.toMap(word -> word,
                        word -> Run.of("dialogs", capture).out().lines().filter(row -> row.contains(word)).count()));
        assertEquals(
                List.of(outcomes.get("completed").intValue(), outcomes.get("refused: busy (486)").intValue(),
                        outcomes.get("dropped: no ACK").intValue()),
                figures("docs/FIRST-INVESTIGATION.md",
                        "(\\w+) calls are \\*completed\\*, (\\w+) is \\*refused: busy \\(486\\)\\*,"
                                + " (\\w+) \\*dropped: no ACK\\*"));
        assertEquals(List.of(messages),
                figures("sample-captures/README.md", "`record/write-dropped` writes its (\\d+) m"));
    }

    @Test
    void registersOfTheScanner() throws IOException {
        assertEquals(
                List.of(count("messages", SAMPLES.resolve("incident.pcap").toString(), "--filter",
                        "ip.src == 203.0.113.66 && sip.Method == \"REGISTER\"")),
                figures("docs/ATTACK.md", "The second lists its (\\d+) REGISTERs"));
    }

    @Test
    @Tag("long")
    void sizeOfTheGeneratedIncident() throws IOException {
        Path lab = folder.resolve("lab.pcap");
        Run run = Run.of("simulate", "incident", "--seed", "7", "-o", lab.toString());
        assertEquals(0, run.code(), run.err());
        SipIndex index = CaptureIndexer.read(List.of(lab), RunMonitor.NONE);
        assertEquals(List.of(index.messages().size(), index.dialogs().size(), (int) Math.round(Files.size(lab) / 1e6)),
                figures("docs/TEACHING.md",
                        "a week of an office \\(([\\d,]+) messages in ([\\d,]+) dialogs, (\\d+) MB\\)"));
    }
}
