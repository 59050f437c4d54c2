package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.DialogState;
import org.sipsleuth.live.LiveIndex.Part;
import org.sipsleuth.run.RunMonitor;

class LiveIndexTest {

    private static final String CALLER = "192.0.2.1";
    private static final String CALLEE = "192.0.2.9";

    @TempDir Path directory;
    private final FakeSource source = new FakeSource();

    private LiveCapture capture(int files) throws IOException {
        RingSettings ring = new RingSettings(directory.resolve("ring"), files, 1 << 20);
        return LiveCapture.open(source, new LiveRequest("fake0", "", ring));
    }

    private static byte[] message(String start, int call, String method, int padding) {
        String text = """
                %s
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%d%s
                From: <sip:a@example.org>;tag=a
                To: <sip:b@example.org>
                Call-ID: call-%d
                CSeq: 1 %s
                Subject: %s
                Content-Length: 0

                """.formatted(start, call, method, call, method, "x".repeat(padding)).replace("\n", "\r\n");
        return Packets.sip(CALLER, CALLEE, text);
    }

    private static byte[] options(int call, int padding) {
        return message("OPTIONS sip:b@example.org SIP/2.0", call, "OPTIONS", padding);
    }

    /// Lets the capture take all that was sent, in the background of a test.
    private static Thread run(LiveCapture capture) {
        return Thread.ofPlatform().start(() -> {
            try {
                capture.run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @Test
    void dialogsAppearAsTheyHappen() throws Exception {
        LiveCapture capture = capture(2);
        LiveIndex index = new LiveIndex(capture.ring(), ReadOptions.NONE);
        assertFalse(index.follow(false));
        Thread thread = run(capture);
        source.send(options(1, 0));
        source.send(Packets.sip(CALLER, CALLEE, "no SIP"));
        awaitFrames(capture, 2);
        assertTrue(index.follow(false));
        Part first = index.part(true);
        assertEquals(1, first.freshCount());
        assertEquals(DialogState.PENDING, DialogOutcome.of(first.index(), 0).state());
        source.send(message("SIP/2.0 200 OK", 1, "OPTIONS", 0));
        source.send(options(2, 0));
        awaitFrames(capture, 4);
        assertTrue(index.follow(false));
        Part second = index.part(true);
        assertEquals(List.of(1, 2), second.fresh().boxed().toList());
        assertEquals(3, second.index().messages().size());
        assertEquals(DialogState.SUCCEEDED, DialogOutcome.of(second.index(), 0).state());
        assertEquals("call-2", second.index().dialogs().callId(1));
        assertEquals(1, first.index().messages().size());
        assertEquals(DialogState.PENDING, DialogOutcome.of(first.index(), 0).state());
        assertTrue(new String(second.index().bytes(2), StandardCharsets.UTF_8).startsWith("OPTIONS"));
        assertEquals(1, second.index().files().getFirst().unread().getFirst().frames());
        assertFalse(index.follow(false));
        capture.stop();
        thread.join();
    }

    private static void awaitFrames(LiveCapture capture, int frames) throws Exception {
        for (int i = 0; capture.counts().packets() < frames; i++) {
            assertTrue(i < 30_000, "the packets were not captured");
            Thread.sleep(1); // the capture tells nobody how far it is, so it is asked again
        }
    }

    @Test
    void theIndexHoldsNoMoreThanTheRing() throws Exception {
        LiveCapture capture = capture(3);
        LiveIndex index = new LiveIndex(capture.ring(), ReadOptions.NONE);
        int calls = 12_000;
        int padding = 1000;
        Thread thread = run(capture);
        List<Integer> sizes = new ArrayList<>();
        int fresh = 0;
        for (int sent = 0; sent < calls;) {
            for (int i = 0; i < 1000; i++) {
                source.send(options(sent++, padding));
            }
            awaitFrames(capture, sent);
            index.follow(false);
            Part part = index.part(true);
            SipIndex now = part.index();
            sizes.add(now.messages().size());
            fresh += part.freshCount();
            int last = now.messages().size() - 1;
            assertEquals("call-" + (sent - 1), callId(now, last));
            assertTrue(new String(now.bytes(0), StandardCharsets.UTF_8).contains(callId(now, 0)));
        }
        capture.stop();
        thread.join();
        int most = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(most * (padding + 200L) < (3L << 20) + (1 << 20), () -> most + " messages");
        assertTrue(sizes.getLast() > 1000);
        assertEquals(calls, fresh);
    }

    private static String callId(SipIndex index, int message) {
        return index.dialogs().callId(index.messages().dialog(message));
    }

    @Test
    void theLastPartIsWhatIsReadFromTheFilesAfterwards() throws Exception {
        LiveCapture capture = capture(4);
        for (int i = 0; i < 5000; i++) {
            source.send(options(i % 700, 300));
        }
        List<Part> parts = new ArrayList<>();
        Thread thread = run(capture);
        awaitFrames(capture, 5000);
        capture.stop();
        new LiveIndex(capture.ring(), ReadOptions.NONE).run(parts::add);
        thread.join();
        SipIndex last = parts.getLast().index();
        SipIndex read = CaptureIndexer.read(last.files().stream().map(CaptureSummary::path).toList(), RunMonitor.NONE);
        assertEquals(5000, last.messages().size());
        assertEquals(read.messages().size(), last.messages().size());
        assertEquals(read.dialogs().size(), last.dialogs().size());
        assertArrayEquals(IntStream.range(0, 5000).map(read.messages()::frame).toArray(),
                IntStream.range(0, 5000).map(last.messages()::frame).toArray());
        assertEquals(read.files().stream().map(CaptureSummary::bytes).toList(),
                last.files().stream().map(CaptureSummary::bytes).toList());
    }

    /// Behind the last frame of a file that was cut to what was written, nothing can be read.
    @Test
    void aFrameThatEndsWhereItsFileAndItsPageEndIsRead() throws Exception {
        RingSettings settings = new RingSettings(directory.resolve("ring"), 2, 1 << 20);
        try (RingFeed feed = new RingFeed(Ring.open(settings, LinkTypes.ETHERNET))) {
            int page = 4096;
            byte[] last = Packets.ethernet(0x0806, new byte[28]);
            int before = page - 24 - 16 - 16 - last.length;
            feed.add(List.of(new byte[before], last));
            feed.end();
            assertEquals(page, feed.ring().files().getFirst().written());
            LiveIndex index = new LiveIndex(feed.ring(), ReadOptions.NONE);
            index.follow(true);
            assertEquals(2, index.part(false).index().files().getFirst().frames());
        }
    }

    private static List<byte[]> calls(int from, int to) {
        return IntStream.range(from, to).mapToObj(call -> options(call, 1000)).toList();
    }

    /// Of their records.
    private static long bytes(int from, int to) {
        return calls(from, to).stream().mapToLong(packet -> 16 + packet.length).sum();
    }

    private static void shorten(RingFile file, long bytes) throws IOException {
        try (FileChannel other = FileChannel.open(file.path(), StandardOpenOption.WRITE)) {
            other.truncate(bytes);
        }
    }

    private static List<String> callIds(SipIndex index) {
        return IntStream.range(0, index.dialogs().size()).mapToObj(index.dialogs()::callId).toList();
    }

    private static List<String> named(IntStream calls) {
        return calls.mapToObj(call -> "call-" + call).toList();
    }

    /// @param size of what another program leaves of the file that is written
    @ParameterizedTest
    @ValueSource(longs = {0, 10, 24, 30_000})
    void whatAnotherProgramCutsOffIsLostAndTheRestIsRead(long size) throws Exception {
        RingSettings settings = new RingSettings(directory.resolve("ring"), 3, 1 << 20);
        try (RingFeed feed = new RingFeed(Ring.open(settings, LinkTypes.ETHERNET))) {
            LiveIndex index = new LiveIndex(feed.ring(), ReadOptions.NONE);
            feed.add(calls(0, 20));
            feed.nextFile();
            feed.add(calls(20, 40));
            index.follow(false);
            assertEquals(40, index.part(true).index().messages().size());
            feed.add(calls(40, 200)); // not read when the file is cut
            RingFile cut = feed.ring().files().getLast();
            shorten(cut, size);
            feed.add(calls(200, 220));
            feed.end();
            List<Part> parts = new ArrayList<>();
            index.run(parts::add);
            int kept = 0;
            while (bytes(20, 20 + kept + 1) + 24 <= size) {
                kept++;
            }
            assertEquals(Stream
                    .concat(named(IntStream.range(0, 20 + kept)).stream(), named(IntStream.range(200, 220)).stream())
                    .toList(), callIds(parts.getLast().index()));
            assertEquals(new Shortened(List.of(cut.path()), 180 - kept), feed.ring().shortened());
            assertEquals(cut.path().getFileName() + " shortened by another program; packets lost: " + (180 - kept),
                    feed.ring().shortened().sentence());
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            feed.ring().writeTo(Channels.newChannel(saved));
            assertEquals(24 + bytes(0, 20 + kept) + bytes(200, 220), saved.size());
        }
    }

    @Test
    void aFileThatIsCutWhileItIsReadIsReadAgain() throws Exception {
        RingSettings settings = new RingSettings(directory.resolve("ring"), 3, 1 << 20);
        try (RingFeed feed = new RingFeed(Ring.open(settings, LinkTypes.ETHERNET))) {
            LiveIndex index = new LiveIndex(feed.ring(), ReadOptions.NONE);
            feed.add(calls(0, 200));
            feed.nextFile();
            feed.add(calls(200, 220));
            feed.end();
            RingFile cut = feed.ring().files().getFirst();
            shorten(cut, 0); // nobody has noticed yet
            List<Part> parts = new ArrayList<>();
            index.run(parts::add);
            assertEquals(named(IntStream.range(200, 220)), callIds(parts.getLast().index()));
            assertEquals(new Shortened(List.of(cut.path()), 200), feed.ring().shortened());
        }
    }
}
