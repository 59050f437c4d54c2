package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.Run;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// `ladder` draws damaged messages in every form without failing.
@Tag("long")
final class LadderFuzzTest {

    private static final int CAPTURES = Integer.getInteger("sipsleuth.fuzz.ladders", 400);
    private static final int MESSAGES = 25;
    private static final long SEED = Long.getLong("sipsleuth.fuzz.seed", 4475);

    /// What `ladder` is asked for; the input chooses which.
    private static final List<List<String>> FORMS = List.of(
            List.of("--notes", "--hints", "--states", "--transactions", "--media"),
            List.of("--compressed", "--to-scale", "--lifelines", "port"),
            List.of("--no-retransmissions", "--only-sdp", "--delta", "start"),
            List.of("--lifelines", "domain", "--color-by", "transaction"), List.of("--format", "csv"),
            List.of("--format", "json"), List.of("-o", "ladder.svg", "--force", "--notes", "--states"),
            List.of("-o", "ladder.pdf", "--force", "--transactions", "--media"), List.of("-o", "ladder.png", "--force"),
            List.of("-o", "ladder.txt", "--force", "--notes"), List.of("--legs"));

    @TempDir private Path folder;

    /// Damaged messages of one Call-ID and others, as far as they have one, between a few hosts.
    private Path capture(int number) throws IOException {
        FuzzTarget messages = Targets.named("message", folder);
        PcapWriter writer = new PcapWriter(1);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] input = messages.input(SEED, (long) number * MESSAGES + i);
            String text = new String(input, StandardCharsets.ISO_8859_1).replaceAll("(?im)^(Call-ID|i) *:.*$",
                    "Call-ID: one@fuzz\r");
            writer.frame(number + i / 3, i % 3,
                    Packets.sip("192.0.2." + (1 + i % 5), "192.0.2." + (1 + i * 7 % 5), text));
        }
        return writer.write(folder.resolve("fuzz.pcap"));
    }

    @Test
    void laddersOfDamagedMessagesAreDrawnInEveryForm() throws IOException {
        TreeSet<String> faults = new TreeSet<>();
        int drawn = 0;
        for (int number = 0; number < CAPTURES; number++) {
            Path capture = capture(number);
            SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            if (index.dialogs().size() == 0) {
                continue;
            }
            for (List<String> form : FORMS) {
                List<String> arguments = new ArrayList<>(List.of("ladder", capture.toString()));
                IntStream.range(0, Math.min(4, index.dialogs().size()))
                        .mapToObj(index.dialogs()::callId)
                        .filter(callId -> !callId.isEmpty())
                        .forEach(callId -> arguments.addAll(List.of("--call-id=" + callId)));
                form.forEach(
                        word -> arguments.add(word.startsWith("ladder.") ? folder.resolve(word).toString() : word));
                Run run = Run.of(arguments.toArray(String[]::new));
                if (run.err().contains("\tat ") || run.code() == 1) {
                    faults.add("capture %d, %s: %s".formatted(number, form, first(run.err())));

                } else if (run.code() == 0) {
                    drawn++;
                }
            }
        }
        int ladders = drawn;
        System.out.printf("seed %d: %d ladders of %d captures%n", SEED, ladders, CAPTURES);
        assertEquals(List.of(), List.copyOf(faults));
        assertTrue(ladders > CAPTURES * FORMS.size() / 2, () -> ladders + " ladders");
    }

    /// The exception and the first places of ours.
    private static String first(String stack) {
        return String.join(" | ", stack.lines().limit(6).toList());
    }
}
