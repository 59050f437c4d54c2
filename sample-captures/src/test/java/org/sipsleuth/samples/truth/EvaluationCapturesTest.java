package org.sipsleuth.samples.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.samples.truth.RecordedTruth.Attack;
import org.sipsleuth.samples.truth.RecordedTruth.Dialog;

/// The recordings for evaluation: their sets, their scripts, their truth files.
class EvaluationCapturesTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath();
    private static final Path EVALUATION = FOLDER.resolve("evaluation");
    private static final String CAPTURE = ".pcap.gz";
    private static final long TOTAL_LIMIT_BYTES = 17_000_000;
    private static final int MOST_MESSAGES = 3000;
    private static final int MOST_MESSAGES_OF_A_FLOOD = 25_000;
    private static final List<String> HELD_OUT = List.of("held-out", "held-out-2", "held-out-3", "held-out-4");
    private static final String FLOODS = "floods";

    static List<Path> withTruth() throws IOException {
        try (Stream<Path> files = Files.walk(EVALUATION)) {
            return files.filter(file -> file.toString().endsWith(CAPTURE))
                    .filter(file -> !file.getFileName().toString().startsWith("tools-"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"development", "development-2", FLOODS, "held-out", "held-out-2", "held-out-3", "held-out-4"})
    void everyScriptHasItsCaptureAndThePageNamesIt(String set) throws IOException {
        Set<String> scripts = names(FOLDER.resolve("record/recordings").resolve(set), ".sh");
        assertEquals(scripts, names(EVALUATION.resolve(set), CAPTURE));
        String page = Files.readString(FOLDER.resolve("RECORDING.md"));
        for (String name : scripts) {
            assertTrue(page.contains(name), name);
        }
    }

    @Test
    void aThirdOrMoreIsHeldOut() throws IOException {
        List<String> development = new ArrayList<>();
        for (String set : List.of("development", "development-2", FLOODS)) {
            development.addAll(names(EVALUATION.resolve(set), CAPTURE));
        }
        List<String> heldOut = new ArrayList<>();
        for (String set : HELD_OUT) {
            heldOut.addAll(names(EVALUATION.resolve(set), CAPTURE));
        }
        Set<String> all = new TreeSet<>(development);
        all.addAll(heldOut);

        assertEquals(development.size() + heldOut.size(), all.size(), "a name in two sets");
        int kept = heldOut.size();
        assertTrue(kept * 3 >= all.size(), kept + " of " + all.size());
    }

    @Test
    void theyAreSmallAndNoPartOfTheProgram() throws IOException {
        try (Stream<Path> files = Files.walk(EVALUATION)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(EvaluationCapturesTest::size).sum();
            assertTrue(bytes <= TOTAL_LIMIT_BYTES, () -> bytes + " bytes");
        }
        for (Path capture : withTruth()) {
            assertNull(SampleCaptures.class.getResource(capture.getFileName().toString()));
        }
    }

    @ParameterizedTest
    @MethodSource("withTruth")
    void truthIsThatOfItsCapture(Path capture) throws IOException, NoSuchAlgorithmException {
        RecordedTruth truth = RecordedTruth.read(truthOf(capture));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(capture));
        assertEquals(HexFormat.of().formatHex(digest), truth.sha256());

        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int most = capture.getParent().endsWith(FLOODS) ? MOST_MESSAGES_OF_A_FLOOD : MOST_MESSAGES;
        assertTrue(index.messages().size() <= most, capture::toString);
        Set<String> callIds = new TreeSet<>();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            callIds.add(index.dialogs().callId(dialog));
        }
        assertEquals(callIds,
                truth.dialogs().stream().map(Dialog::callId).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @MethodSource("withTruth")
    void actorsSentMessagesOfTheirAttack(Path capture) throws IOException {
        RecordedTruth truth = RecordedTruth.read(truthOf(capture));
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        MessageTable messages = index.messages();
        Map<Integer, Integer> messageOfFrame = new HashMap<>();
        for (int message = 0; message < messages.size(); message++) {
            messageOfFrame.put(messages.frame(message), message);
        }
        for (Attack attack : truth.attacks()) {
            Set<String> senders = attack.frames()
                    .stream()
                    .map(messageOfFrame::get)
                    .filter(Objects::nonNull) // a port scanner also sends what is no SIP
                    .map(message -> messages.endpoint(messages.source(message)).host())
                    .collect(Collectors.toSet());
            List<String> actors = attack.parties().actors().orElse(List.of());
            assertEquals(attack.parties().forged(), actors.isEmpty(), attack.id());
            assertTrue(senders.containsAll(actors), () -> attack.id() + " " + senders);
            assertTrue(attack.sources().containsAll(actors), attack.id());
            assertTrue(!attack.parties().victims().isEmpty(), attack.id());
        }
    }

    @Test
    void aFloodLastsFromItsFirstToItsLastInvite() throws IOException {
        for (String name : names(EVALUATION.resolve(FLOODS), CAPTURE)) {
            Path capture = EVALUATION.resolve(FLOODS).resolve(name + CAPTURE);
            Attack flood = RecordedTruth.read(truthOf(capture)).attacks().getFirst();
            String victim = flood.parties().victims().getFirst();
            Set<Integer> frames = Set.copyOf(flood.frames());
            MessageTable messages = CaptureIndexer.read(List.of(capture), RunMonitor.NONE).messages();
            long[] times = IntStream.range(0, messages.size())
                    .filter(message -> frames.contains(messages.frame(message)))
                    .filter(message -> isInvite(messages, message))
                    .filter(message -> isTo(victim, messages, message))
                    .mapToLong(messages::capturedAtNanos)
                    .toArray();

            assertEquals(nanos(flood.parties().requestFrom()), times[0], name);
            assertEquals(nanos(flood.parties().requestTo()), times[times.length - 1], name);
        }
    }

    private static boolean isInvite(MessageTable messages, int message) {
        return messages.typeName(messages.type(message)).equals("INVITE");
    }

    private static boolean isTo(String host, MessageTable messages, int message) {
        return messages.endpoint(messages.destination(message)).host().equals(host);
    }

    private static long nanos(BigDecimal seconds) {
        return seconds.movePointRight(9).longValueExact();
    }

    private static Path truthOf(Path capture) {
        String name = capture.getFileName().toString().replace(CAPTURE, ".truth.json");
        return capture.resolveSibling(name);
    }

    private static Set<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
