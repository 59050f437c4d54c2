package org.sipsleuth.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.media.MediaCapture.CALLEE;
import static org.sipsleuth.media.MediaCapture.CALLER;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

final class TelephoneEventsTest {

    private static final String EVENTS = "a=rtpmap:101 telephone-event/8000\r\n";

    @TempDir private Path folder;

    private static MediaCapture call() {
        return call("c", new MediaCapture());
    }

    private static MediaCapture call(String callId, MediaCapture capture) {
        return capture.invite(callId, MediaCapture.audio(CALLER, 4000, EVENTS).replace("0 96", "0 96 101"))
                .after(100)
                .answer(callId, MediaCapture.audio(CALLEE, 5000, EVENTS).replace("0 96", "0 96 101"))
                .after(100);
    }

    /// One event in four packets with one timestamp; the last one says that it has ended.
    private static void press(MediaCapture capture, int event, int number, boolean isOfCaller) {
        for (int i = 0; i < 4; i++) {
            byte[] packet = ByteBuffer.allocate(16)
                    .put((byte) 0x80)
                    .put((byte) 101)
                    .putShort((short) (4 * number + i))
                    .putInt(8_000 * number)
                    .putInt(isOfCaller ? 7 : 8)
                    .put((byte) event)
                    .put((byte) (i == 3 ? 0x8a : 0x0a))
                    .putShort((short) (160 * i))
                    .array();
            if (isOfCaller) {
                capture.udp(CALLER, 4000, CALLEE, 5000, packet);
            } else {
                capture.udp(CALLEE, 5000, CALLER, 4000, packet);
            }
            capture.after(20);
        }
    }

    private Map<Integer, List<String>> keys(MediaCapture capture) throws IOException {
        return keys(capture.bye("c"), 0);
    }

    private Map<Integer, List<String>> keys(MediaCapture capture, int... dialogs) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(capture.write(folder.resolve("x.pcap"))), RunMonitor.NONE);
        Map<Integer, List<List<TelephoneEvents.Key>>> found =
                TelephoneEvents.ofCallers(index, dialogs, RunMonitor.NONE);
        return found.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey,
                        each -> each.getValue()
                                .stream()
                                .map(keys -> keys.stream()
                                        .map(key -> Character.toString(key.key()))
                                        .collect(Collectors.joining()))
                                .toList()));
    }

    @Test
    void eachKeyOfTheCallerCountsOnce() throws IOException {
        MediaCapture capture = call();
        int[] events = {1, 1, 0, 9, 11, 10};
        for (int i = 0; i < events.length; i++) {
            press(capture, events[i], i, true);
        }
        assertEquals(Map.of(0, List.of("1109#*")), keys(capture));
    }

    @Test
    void keysOfTheCalleeAndOtherEventsAreLeftOut() throws IOException {
        MediaCapture capture = call();
        press(capture, 5, 1, false);
        press(capture, 16, 2, true); // flash
        capture.talk(CALLER, 4000, CALLEE, 5000, 7, 5);
        assertEquals(Map.of(), keys(capture));
    }

    /// The second key has the timestamp of the first.
    @Test
    void keysOfOneSourceAreOfTheCallTheyWerePressedIn() throws IOException {
        MediaCapture capture = call();
        press(capture, 1, 1, true);
        call("d", capture.bye("c").after(1_000));
        press(capture, 2, 1, true);
        assertEquals(Map.of(0, List.of("1"), 1, List.of("2")), keys(capture.bye("d"), 0, 1));
    }

    /// A packet of a header with more sources than it holds, and one that ends after its header.
    @Test
    void cutPacketsAreNoKeys() throws IOException {
        MediaCapture capture = call();
        press(capture, 3, 1, true);
        byte[] header = ByteBuffer.allocate(12)
                .put((byte) 0x80)
                .put((byte) 101)
                .putShort((short) 9)
                .putInt(9)
                .putInt(7)
                .array();
        capture.udp(CALLER, 4000, CALLEE, 5000, header);
        byte[] sources = header.clone();
        sources[0] = (byte) 0x8f;
        capture.udp(CALLER, 4000, CALLEE, 5000, sources);
        assertEquals(Map.of(0, List.of("3")), keys(capture));
    }
}
