package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.run.RunMonitor;

/// Calls of which the capture misses a message, a direction, the head or the tail: nothing says that
/// what is missing was not sent, and what is left still shows whether they were answered.
class CutCapturesTest {

    private static final Path SAMPLES = Path.of("..", "sample-captures");
    private static final Path COLLECTED = Path.of("..", "..", "shared", "captures", "pcap");

    /// Calls of one capture are like each other.
    private static final int MOST_OF_A_FILE = 1;

    private static final int LONGEST = 40;
    private static final int LEAST_CALLS = 10;
    private static final double LEAST_STATED = 0.9;

    /// What may stand beside *captured* alone.
    private static final Pattern ABSENT = Pattern.compile(
            "(?i)\\b(no (valid |final |provisional )?(response|answer|ack|prack)|(not|un)answered|unacknowledged|never|lost|nobody answered)\\b");

    @TempDir private Path folder;
    private int cuts;
    private int stated;
    private final List<String> wrong = new ArrayList<>();

    /// A complete call.
    private record Call(String name, SipIndex index, int[] messages, Outcome outcome) {}

    private static List<Call> calls(Path folder) throws IOException {
        List<Call> calls = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().matches(".*\\.pcap(ng)?")).sorted().toList()) {
                addOf(file, calls);
            }
        }
        return calls;
    }

    private static void addOf(Path file, List<Call> calls) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        OutcomeReader outcomes = new OutcomeReader(index);
        int added = 0;
        for (int dialog = 0; dialog < index.dialogs().size() && added < MOST_OF_A_FILE; dialog++) {
            int[] messages = index.messagesOf(dialog);
            MessageTable table = index.messages();
            boolean isPlain = messages.length > 3 && messages.length <= LONGEST
                    && table.typeName(table.type(messages[0])).equals("INVITE") && !table.hasToTag(messages[0])
                    && IntStream.of(messages)
                            .allMatch(each -> table.transport(each) == Transport.UDP && !table.isCut(each)
                                    && !table.isDefective(each)
                                    && table.endpoint(table.source(each)).host().contains("."));
            DialogOutcome outcome = outcomes.of(dialog);
            if (isPlain && (outcome.outcome() == Outcome.COMPLETED || outcome.outcome() == Outcome.CANCELLED
                    || outcome.outcome() == Outcome.REFUSED)) {
                calls.add(new Call(file.getFileName() + " " + dialog, index, messages, outcome.outcome()));
                added++;
            }
        }
    }

    /// The capture of some messages of a call.
    ///
    /// @param isGoingOn whether others go on to talk, which shows that capturing went on, too
    private Path write(Call call, IntPredicate isLeft, boolean isGoingOn) throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        MessageTable table = call.index.messages();
        long latest = 0;
        for (int i = 0; i < call.messages.length; i++) {
            int message = call.messages[i];
            long nanos = table.capturedAtNanos(message);
            latest = Math.max(latest, nanos);
            if (isLeft.test(i)) {
                pcap.frame(nanos / 1_000_000_000, (int) (nanos % 1_000_000_000 / 1_000),
                        Packets.sip(table.endpoint(table.source(message)).host(),
                                table.endpoint(table.destination(message)).host(),
                                new String(call.index.bytes(message), StandardCharsets.UTF_8)));
            }
        }
        if (!isGoingOn) {
            return Files.write(folder.resolve("cut.pcap"), pcap.bytes());
        }
        pcap.frame(latest / 1_000_000_000 + 300, 0, Packets.sip("192.0.2.77", "192.0.2.78",
                "OPTIONS sip:c@h SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nFrom: <sip:d@h>;tag=d\r\nTo: <sip:c@h>\r\nCall-ID: other\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n"));
        pcap.frame(latest / 1_000_000_000 + 300, 1, Packets.sip("192.0.2.78", "192.0.2.77",
                "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKx\r\nFrom: <sip:d@h>;tag=d\r\nTo: <sip:c@h>;tag=c\r\nCall-ID: other\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n"));
        return Files.write(folder.resolve("cut.pcap"), pcap.bytes());
    }

    /// @param isTail whether what is missing lies after what is left: then nobody can know more
    private void look(Call call, String cut, IntPredicate isLeft, boolean isTail) throws IOException {
        Path file = write(call, isLeft, !isTail);
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        String where = call.name + ", " + cut;
        DialogOutcome outcome = DialogOutcome.of(index, 0);
        boolean isAnswered = call.outcome.isAnswered();
        boolean isStated = outcome.outcome().isAnswered() || !outcome.outcome().isOpen();
        if (!isTail) {
            cuts++;
            stated += isStated ? 1 : 0;
        }
        if (!isTail && isStated && outcome.outcome().isAnswered() != isAnswered) {
            wrong.add(where + ": " + outcome.text());
        }
        List<String> texts = new ArrayList<>(List.of(outcome.text()));
        for (List<String> command : List.of(List.of("problems", "--format", "json"), List.of("ladder",
                "--call-id=" + index.dialogs().callId(0), "--format", "json", "--notes", "--hints"))) {
            String out =
                    Run.of(Stream.concat(command.stream(), Stream.of(file.toString())).toArray(String[]::new)).out();
            Pattern.compile("\"(?:title|sentence|text|hint|explanation|note)\":\"([^\"]*)\"")
                    .matcher(out)
                    .results()
                    .forEach(each -> texts.add(each.group(1)));
        }
        texts.stream()
                .flatMap(text -> Stream.of(text.split("(?<=\\.) ")))
                .filter(text -> ABSENT.matcher(text).find() && !text.contains("captured"))
                .distinct()
                .forEach(text -> wrong.add(where + ": " + text));
    }

    @Test
    void nothingIsConcludedFromWhatACaptureMisses() throws IOException {
        cut(calls(SAMPLES));
    }

    @Test
    @Tag("long")
    void nothingIsConcludedFromWhatOthersCapturesMiss() throws IOException {
        assumeTrue(Files.isDirectory(COLLECTED), "no collected captures");
        cut(calls(COLLECTED));
    }

    private void cut(List<Call> calls) throws IOException {
        assertTrue(calls.size() >= LEAST_CALLS, calls.size() + " calls");
        for (Call call : calls) {
            int size = call.messages.length;
            List<String> before = new ArrayList<>(wrong);
            look(call, "whole", _ -> true, false);
            List<String> ofWhole =
                    wrong.stream().skip(before.size()).map(each -> each.replaceFirst(".*?: ", "")).toList();
            wrong.subList(before.size(), wrong.size()).clear();
            MessageTable table = call.index.messages();
            for (int i = 0; i < size; i++) {
                int missing = i;
                look(call, "without message " + (i + 1), each -> each != missing, false);
            }
            String caller = table.endpoint(table.source(call.messages[0])).host();
            look(call, "from the caller alone",
                    each -> table.endpoint(table.source(call.messages[each])).host().equals(caller), false);
            look(call, "to the caller alone",
                    each -> !table.endpoint(table.source(call.messages[each])).host().equals(caller), false);
            for (int i = 1; i < size; i++) {
                int border = i;
                look(call, "from message " + (i + 1), each -> each >= border, false);
                look(call, "up to message " + i, each -> each < border, true);
            }
            wrong.removeIf(each -> ofWhole.stream().anyMatch(each::endsWith)); // said of the whole call, too
        }
        System.out.printf("%d calls, %d cuts, %.1f %% state answered or not answered%n", calls.size(), cuts,
                100.0 * stated / cuts);
        assertEquals(List.of(), wrong.stream().limit(200).toList(), wrong.size() + " wrong");
        assertTrue(stated >= LEAST_STATED * cuts, stated + " of " + cuts);
    }
}
