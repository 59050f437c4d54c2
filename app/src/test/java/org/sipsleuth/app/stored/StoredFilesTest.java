package org.sipsleuth.app.stored;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.belief.table.TablesFile;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.MutatedBytes;
import org.sipsleuth.truth.TruthHead;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.TruthFile;

/// Files that users have stored: models, ground truth and tables, as they were written in November
/// 2026, must keep their meaning. Each lies beside this test with what was read from it then; a
/// changed expectation means that files of users change their meaning, too.
final class StoredFilesTest {

    /// The parts of a finding that do not depend on the wording.
    private static final Pattern FACT = Pattern
            .compile("\"(?:id|detector|class|severity|value|threshold|model_sha256|frames)\":(\\[[^\\]]*\\]|[^,}]*)");

    @TempDir private Path folder;

    private Path stored(String name) throws IOException {
        try (var in = getClass().getResourceAsStream(name)) {
            Path file = folder.resolve(name);
            Files.write(file, in.readAllBytes());
            return file;
        }
    }

    private String expected(String name) throws IOException {
        return Files.readString(stored(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence-cnn", "sequence-lstm", "belief"})
    void modelIsReadAndWrittenAgainByteForByte(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(stored(name + ".model"));
        assertArrayEquals(bytes, ModelFile.read(bytes).toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequence-cnn", "sequence-lstm", "belief"})
    void factsOfAModelKeepTheirMeaning(String name) throws IOException {
        Run run = Run.of("info", "--format", "json", stored(name + ".model").toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(expected(name + ".info.json"), run.out().replace(folder + "/", ""));
    }

    /// Those of the session rules, which run with every model, are not part of it.
    @ParameterizedTest
    @CsvSource({"sequence-cnn, transfer.pcap", "sequence-lstm, forked.pcap", "belief, enumeration.pcap"})
    void modelGivesTheSameFindings(String name, String capture) throws IOException {
        Run run = Run.of("analyze", "../sample-captures/" + capture, "--format", "jsonl", "--model",
                stored(name + ".model").toString());
        assertEquals(0, run.code(), run.err());
        String ofModel = "\"detector\":\"" + name.split("-", 2)[0] + "\"";
        StringBuilder findings = new StringBuilder();
        for (String line : run.out().lines().filter(each -> each.contains(ofModel)).toList()) {
            Matcher fact = FACT.matcher(line);
            while (fact.find()) {
                findings.append(fact.group(1)).append(' ');
            }
            findings.append('\n');
        }
        assertEquals(expected(name + ".findings.txt"), findings.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mutations", "onto", "calls", "by-hand", "enumeration", "flood"})
    void groundTruthKeepsItsMeaning(String name) throws IOException {
        Path file = stored(name + ".truth.json");
        TruthFile truth = TruthFile.read(file, RunMonitor.NONE);
        assertEquals(truth.head(), TruthFile.head(file));
        assertEquals(expected(name + ".truth.txt"), described(truth, Files.readString(file)));
    }

    /// All that is known of the dialogs, messages and users that the text names.
    private static String described(TruthFile truth, String text) {
        List<String> lines = new ArrayList<>();
        TruthHead head = truth.head();
        CaptureFacts capture = head.capture();
        lines.add("%s, seed %d, %s".formatted(head.scenario(), head.seed(), head.settings()));
        lines.add("%s: %d bytes, %d frames, %d messages, %d dialogs".formatted(capture.sha256(), capture.bytes(),
                capture.frames(), capture.messages(), capture.dialogs()));
        head.baseline()
                .ifPresent(base -> lines.add("baseline %s %s %d".formatted(base.file(), base.sha256(), base.frames())));
        lines.add("%d dialogs, %d messages".formatted(truth.dialogs(), truth.messages()));
        for (AttackFacts facts : truth.attacks()) {
            lines.add("attack %s %s “%s” %d–%d, %d messages".formatted(facts.attack().id(),
                    facts.attack().trafficClass().text(), facts.attack().story(), facts.fromNanos(), facts.toNanos(),
                    facts.messages()));
            facts.attack().kind().ifPresent(kind -> lines.add("  %s, %s".formatted(kind.text(), parties(facts))));
        }
        for (String callId : names("\"call_id\": ?\"([^\"]*)\"", text)) {
            lines.add("dialog " + callId + " " + label(truth.ofDialog(callId).orElseThrow()));
        }
        for (String user : names("\"user\": ?\"([^\"]*)\"", text)) {
            lines.add("user " + user + " " + label(truth.ofUser(user).orElseThrow()));
        }
        for (int frame = 1; frame <= capture.frames(); frame++) {
            for (int place = 0; place < 3; place++) {
                String message = message(truth, frame, place);
                if (!message.isEmpty()) {
                    lines.add("message %d.%d %s".formatted(frame, place, message));
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /// What only the second schema has.
    private static String parties(AttackFacts facts) {
        return "%s by %s against %s, accounts %s, requests %d–%d".formatted(
                facts.outcome().map(AttackOutcome::text).orElse("–"),
                facts.attack().forged() ? "forged addresses" : facts.actors(), facts.victims(), facts.accounts(),
                facts.requestFromNanos(), facts.requestToNanos());
    }

    private static String message(TruthFile truth, int frame, int place) {
        StringBuilder message = new StringBuilder();
        truth.ofMessage(frame, place).ifPresent(label -> message.append(label(label)));
        for (MutatedBytes bytes : truth.mutations(frame, place)) {
            message.append(" %d–%d “%s”".formatted(bytes.from(), bytes.to(), bytes.what()));
        }
        return message.toString();
    }

    private static String label(TruthLabel label) {
        return "%s %s “%s”".formatted(label.trafficClass().text(),
                label.attack().map(attack -> attack.id()).orElse("–"), label.note());
    }

    private static List<String> names(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper", "as-printed", "by-hand"})
    void tablesKeepTheirMeaning(String name) throws IOException {
        assertEquals(expected(name + ".written.yaml"),
                withoutExplanations(TablesFile.write(TablesFile.read(stored(name + ".yaml")))));
    }

    /// Without comments, whose wording may change.
    private static String withoutExplanations(String tables) {
        return tables.lines()
                .map(line -> line.replaceFirst("\\s*# .*", ""))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
