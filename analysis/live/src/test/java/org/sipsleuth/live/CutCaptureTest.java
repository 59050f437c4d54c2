package org.sipsleuth.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MixedTraffic;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.ReportedMessages;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture that lies in several files gives what it gives in one.
class CutCaptureTest {

    private static final int MOST_FILES = 8;

    private Path folder = Path.of("");
    private Path keys = Path.of("");

    @BeforeTry
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("cut");
        keys = Files.writeString(folder.resolve("keys"), MixedTraffic.TLS12.keys() + MixedTraffic.TLS13.keys());
    }

    @AfterTry
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private ReadOptions options() {
        return new ReadOptions(List.of(keys));
    }

    private SipIndex read(List<Path> files) throws IOException {
        return CaptureIndexer.read(files, options(), RunMonitor.NONE, _ -> {});
    }

    /// Where the files begin: from one to eight, at any frame; no two at the same time.
    private static List<Integer> cuts(int frames, Random random) {
        TreeMap<Long, Integer> cuts = new TreeMap<>(Map.of(micros(0), 0));
        int files = 1 + random.nextInt(MOST_FILES);
        while (cuts.size() < files) {
            int cut = random.nextInt(frames);
            cuts.putIfAbsent(micros(cut), cut);
        }
        return List.copyOf(cuts.values());
    }

    /// Several frames may have the same time.
    private static long micros(int frame) {
        return frame / 3 * 1_000L;
    }

    private static List<Integer> lengths(List<byte[]> frames) {
        return frames.stream().map(frame -> frame.length).toList();
    }

    private Path write(String name, List<byte[]> frames, int from, int to) {
        PcapWriter pcap = new PcapWriter(LinkTypes.ETHERNET);
        for (int i = from; i < to; i++) {
            pcap.frame(1_700_000_000L, (int) micros(i), frames.get(i));
        }
        return pcap.write(folder.resolve(name));
    }

    @Property(tries = 150)
    void filesOfARingGiveWhatOneFileGives(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> frames = MixedTraffic.of(seed);
        List<Integer> cuts = cuts(frames.size(), random);
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int to = i + 1 < cuts.size() ? cuts.get(i + 1) : frames.size();
            files.add(write("ring.pcap" + (i == 0 ? "" : i), frames, cuts.get(i), to));
        }
        List<Integer> given = new ArrayList<>(IntStream.range(0, cuts.size()).boxed().toList());
        Collections.shuffle(given, random); // a shell sorts ring.pcap10 before ring.pcap2
        SipIndex cut = read(given.stream().map(files::get).toList());
        List<Integer> order = IntStream.range(0, cuts.size()).map(given::indexOf).boxed().toList();
        assertSame(frames, cut, order);
    }

    @Property(tries = 100)
    void aRingThatIsFollowedGivesWhatOneFileGives(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        List<byte[]> frames = MixedTraffic.of(seed);
        List<Integer> cuts = cuts(frames.size(), random);
        RingSettings settings = new RingSettings(folder.resolve("ring"), MOST_FILES, 1 << 20);
        SipIndex last;
        try (RingFeed feed = new RingFeed(Ring.open(settings, LinkTypes.ETHERNET), CutCaptureTest::time)) {
            LiveIndex live = new LiveIndex(feed.ring(), options());
            for (int i = 0; i < frames.size(); i++) {
                if (i > 0 && cuts.contains(i)) {
                    feed.nextFile();
                }
                feed.add(List.of(frames.get(i)));
                if (random.nextInt(10) == 0 && live.follow(false)) {
                    live.part(true);
                }
            }
            feed.end();
            live.follow(true);
            last = live.part(false).index();
        }
        assertEquals(cuts.size(), last.files().size());
        assertSame(frames, last, IntStream.range(0, cuts.size()).boxed().toList());
        SipIndex afterwards = read(last.files().stream().map(CaptureSummary::path).toList());
        assertSame(frames, afterwards, IntStream.range(0, cuts.size()).boxed().toList());
    }

    private static long time(int frame) {
        return 1_700_000_000_000_000_000L + micros(frame) * 1_000L;
    }

    private void assertSame(List<byte[]> frames, SipIndex cut, List<Integer> order) throws IOException {
        SipIndex whole = read(List.of(write("whole.pcap", frames, 0, frames.size())));
        ReportedMessages expected = new ReportedMessages(whole, List.of(0), lengths(frames));
        ReportedMessages reported = new ReportedMessages(cut, order, lengths(frames));
        assertEquals(expected.messages(), reported.messages());
        assertEquals(expected.account(), reported.account());
        assertTrue(reported.messages().size() > 20, () -> reported.account().toString());
    }
}
