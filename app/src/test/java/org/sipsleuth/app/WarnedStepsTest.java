package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;

/// How many steps of calls have a warning in the window: a note at the ladder, a hint whose
/// evidence the message is, or a prefix that is unknown.
final class WarnedStepsTest {

    @TempDir private Path folder;

    /// The steps of the calls of a capture.
    ///
    /// @param warned those with a warning of any kind
    /// @param kinds how many steps have each
    /// @param at the numbers of the warned messages in the index
    private record Steps(int calls, int steps, int warned, Map<String, Integer> kinds, Set<Integer> at) {

        static Steps of(Path file) throws IOException {
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            ModelFile model = Methods.standard().named(SequenceModel.KIND).orElseThrow().shipped();
            SequenceDetection detection = SequenceDetection.of(index, SequenceModel.open(model), RunMonitor.NONE);
            HintReader hints = new HintReader(index);
            OutcomeReader outcomes = new OutcomeReader(index);
            int calls = 0;
            int steps = 0;
            int warned = 0;
            Map<String, Integer> kinds = new TreeMap<>();
            Set<Integer> all = new TreeSet<>();
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                int[] messages = index.messagesOf(dialog);
                if (!isCall(index, messages)) {
                    continue;
                }
                calls++;
                steps += messages.length;
                Map<Integer, Set<String>> at = new TreeMap<>();
                DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)
                        .forEach(note -> put(at, note.message(), "note: " + note.rule().title()));
                for (FoundHint hint : hints.of(dialog, outcomes.of(dialog))) {
                    hint.evidence().forEach(message -> put(at, message, "hint: " + hint.hint().label()));
                }
                OptionalInt from = detection.unknownFrom(dialog);
                for (int message : messages) {
                    if (from.isPresent() && message >= from.getAsInt()) {
                        put(at, message, "prefix: unknown");
                    }
                }
                warned += at.size();
                all.addAll(at.keySet());
                at.values().forEach(each -> each.forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
            }
            return new Steps(calls, steps, warned, kinds, all);
        }

        private static void put(Map<Integer, Set<String>> at, int message, String kind) {
            at.computeIfAbsent(message, _ -> new TreeSet<>()).add(kind);
        }

        private static boolean isCall(SipIndex index, int[] messages) {
            for (int message : messages) {
                if (index.messages().isRequest(message) && index.messages().isOfInvite(message)) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Five calls ask for a number that does not exist.
    @Test
    void onlyWrongNumbersOfAnHourInAnOfficeAreWarned() throws IOException {
        Path file = SampleCaptures.copyTo(SampleCaptures.list()
                .stream()
                .filter(sample -> sample.file().equals("office-hour.pcap"))
                .findFirst()
                .orElseThrow(), folder);
        Steps steps = Steps.of(file);
        assertEquals(Map.of("hint: Number or user not found", 5), steps.kinds());
        assertEquals(40, steps.calls());
        assertEquals(5, steps.warned());
    }

    private static final String PRIVATE = "v=0\r\nc=IN IP4 192.168.0.7\r\nt=0 0\r\n";
    private static final String ZERO = "v=0\r\nc=IN IP4 0.0.0.0\r\nt=0 0\r\n";

    /// A call with a fault: its steps, and the one at which a warning is due.
    private record Fault(String name, int due, List<String> steps) {

        @Override
        public String toString() {
            return name;
        }
    }

    /// A step is a time in ms, a direction, a start line, a CSeq and what differs.
    private static Fault fault(String name, int due, String... steps) {
        return new Fault(name, due, List.of(steps));
    }

    private static final String INVITE = "0 > INVITE 1";
    private static final String RINGS = "100 < 180/INVITE 1";
    private static final String ANSWER = "2000 < 200/INVITE 1";
    private static final String ACK = "2050 > ACK 1";

    static Stream<Fault> faults() {
        return Stream.of(
                fault("no response", 0, INVITE, "500 > INVITE 1", "1500 > INVITE 1", "3500 > INVITE 1",
                        "99000 > OPTIONS 1 other"),
                fault("only ringing", 0, INVITE, RINGS, "400000 > OPTIONS 1 other"),
                fault("no ACK", 2, INVITE, RINGS, ANSWER, "2500 < 200/INVITE 1", "3500 < 200/INVITE 1",
                        "5500 < 200/INVITE 1", "34000 < BYE 1", "34010 > 200/BYE 1"),
                fault("no ACK to a refusal", 1, INVITE, "300 < 486/INVITE 1", "800 < 486/INVITE 1",
                        "1800 < 486/INVITE 1", "40000 > OPTIONS 1 other"),
                fault("no ACK to a re-INVITE", 5, INVITE, RINGS, ANSWER, ACK, "9000 > INVITE 2 tag",
                        "9100 < 200/INVITE 2", "9600 < 200/INVITE 2", "10600 < 200/INVITE 2", "41000 < BYE 1",
                        "41010 > 200/BYE 1"),
                fault("BYE without response", 4, INVITE, RINGS, ANSWER, ACK, "9000 > BYE 2 tag", "9500 > BYE 2 tag",
                        "10500 > BYE 2 tag", "12500 > BYE 2 tag", "60000 > OPTIONS 1 other"),
                fault("wrong password", 3, INVITE, "20 < 407/INVITE 1", "60 > INVITE 2 auth", "90 < 407/INVITE 2",
                        "95 > ACK 2"),
                fault("nonce expired", 3, INVITE, "20 < 407/INVITE 1", "60 > INVITE 2 auth", "90 < 407/INVITE 2 stale",
                        "95 > ACK 2"),
                fault("CANCEL after the answer", 3, INVITE, RINGS, ANSWER, "2010 > CANCEL 1", "2020 < 200/CANCEL 1",
                        "2050 > ACK 1"),
                fault("CANCEL before any response", 1, INVITE, "10 > CANCEL 1", "20 < 200/CANCEL 1"),
                fault("answer without SDP", 2, INVITE + " offer", RINGS, ANSWER, ACK, "9000 > BYE 2 tag",
                        "9010 < 200/BYE 2"),
                fault("media address of another network", 2, INVITE + " offer", RINGS, ANSWER + " private", ACK),
                fault("no media address", 2, INVITE + " offer", RINGS, ANSWER + " zero", ACK),
                fault("Contact that cannot be reached", 2, INVITE, RINGS, ANSWER + " local", ACK),
                fault("no Contact", 2, INVITE, RINGS, ANSWER + " nocontact", ACK),
                fault("hops used up", 0, INVITE + " hops", "20 < 483/INVITE 1", "30 > ACK 1"),
                fault("CSeq goes back", 4, "0 > INVITE 9", "100 < 180/INVITE 9", "2000 < 200/INVITE 9", "2050 > ACK 9",
                        "9000 > BYE 4 tag", "9010 < 500/BYE 4"),
                fault("BYE without the tag", 4, INVITE, RINGS, ANSWER, ACK, "9000 > BYE 2", "9010 < 481/BYE 2"),
                fault("no PRACK", 1, INVITE, "100 < 183/INVITE 1 reliable", "600 < 183/INVITE 1 reliable",
                        "1600 < 183/INVITE 1 reliable", "33000 < 504/INVITE 1", "33010 > ACK 1"),
                fault("media not acceptable", 1, INVITE + " offer", "100 < 488/INVITE 1", "110 > ACK 1"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsWarnedOfAtItsStep(Fault fault) throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (String step : fault.steps()) {
            String[] words = step.split(" ");
            int millis = Integer.parseInt(words[0]);
            boolean isForth = words[1].equals(">");
            String from = isForth ? "198.51.100.1" : "203.0.113.2";
            String to = isForth ? "203.0.113.2" : "198.51.100.1";
            pcap.frame(1_700_000_000L + millis / 1_000, 1_000 * (millis % 1_000),
                    Packets.sip(from, to, message(words, isForth, from)));
        }
        Path file = folder.resolve("fault.pcap");
        Files.write(file, pcap.bytes());
        Steps steps = Steps.of(file);
        assertTrue(steps.at().contains(fault.due()), fault + ": " + steps);
    }

    private static String message(String[] words, boolean isForth, String from) {
        String extra = words.length > 4 ? words[4] : "";
        String[] start = words[2].split("/");
        boolean isRequest = start.length == 1;
        String method = isRequest ? start[0] : start[1];
        boolean isBack = isForth != isRequest;
        boolean isTagged = !isRequest || extra.equals("tag") || isBack || method.equals("ACK");
        String caller = "<sip:a@example.org>;tag=a";
        String callee = "<sip:b@example.org>" + (isTagged ? ";tag=b" : "");
        String sdp = switch (extra) {
            case "offer" -> "v=0\r\nc=IN IP4 " + from + "\r\nt=0 0\r\n";
            case "private" -> PRIVATE;
            case "zero" -> ZERO;
            default -> "";
        };
        String body = sdp.isEmpty() ? "" : sdp + "m=audio 4000 RTP/AVP 0\r\n";
        String challenge = "Proxy-Authenticate: Digest realm=\"r\", nonce=\"n\""
                + (extra.equals("stale") ? ", stale=true" : "") + "\r\n";
        String contact = extra.equals("local") ? "localhost" : from;
        return (isRequest ? method + " sip:b@example.org SIP/2.0\r\n" : "SIP/2.0 " + start[0] + " Reason\r\n")
                + "Via: SIP/2.0/UDP " + (isRequest ? from : isForth ? "203.0.113.2" : "198.51.100.1")
                + ";branch=z9hG4bK" + (method.equals("CANCEL") ? "INVITE" : method) + words[3] + "\r\nMax-Forwards: "
                + (extra.equals("hops") ? 1 : 70) + "\r\nFrom: " + (isBack ? callee : caller) + "\r\nTo: "
                + (isBack ? caller : callee) + "\r\nCall-ID: " + (extra.equals("other") ? "two" : "one") + "\r\nCSeq: "
                + words[3] + " " + method + "\r\n" + (start[0].equals("407") ? challenge : "")
                + (extra.equals("auth")
                        ? "Proxy-Authorization: Digest username=\"a\", realm=\"r\", nonce=\"n\","
                                + " uri=\"sip:b@example.org\", response=\"00000000000000000000000000000000\"\r\n"
                        : "")
                + (extra.equals("reliable") ? "Require: 100rel\r\nRSeq: 1\r\n" : "")
                + (extra.equals("nocontact") ? "" : "Contact: <sip:x@" + contact + ">\r\n")
                + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n") + "Content-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    /// Prints the steps with a warning, by kind, of the captures in the folder
    /// `-Dwarned.captures` and its subfolders.
    @Test
    @EnabledIfSystemProperty(named = "warned.captures", matches = ".+")
    void stepsOfOtherCaptures() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("warned.captures")))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            try {
                System.out.println(file.getFileName() + " " + Steps.of(file));
            } catch (IOException notACapture) {
                System.out.println(file.getFileName() + " is no capture");
            }
        }
    }
}
