package org.sipsleuth.evaluate.variant;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The variants of one capture: cut, shuffled, doubled, without a host. A capture with several link
/// types is varied in the frames of the most frequent one.
final class CaptureVariants {

    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final long SECOND = 1_000_000_000;
    private static final int BETWEEN_CUTS = 10;

    private final Path capture;
    private final Path copy;
    private final List<byte[]> frames = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();

    /// Of the frames that are varied, by their number in the capture.
    private final List<Integer> numbers = new ArrayList<>();

    private final int linkType;

    /// Takes every variant.
    @FunctionalInterface
    interface Receiver {
        void take(String variant, SipIndex index) throws IOException;
    }

    private CaptureVariants(Path capture, Path copy, int linkType) {
        this.capture = capture;
        this.copy = copy;
        this.linkType = linkType;
    }

    /// Reads the frames of a capture.
    ///
    /// @param copy where each variant is written
    static CaptureVariants of(Path capture, Path copy) throws IOException {
        CaptureFile file = CaptureFile.open(capture, RunMonitor.NONE);
        TreeMap<Integer, Integer> linkTypes = new TreeMap<>();
        Frame frame = new Frame();
        for (FrameReader reader = file.frames(); reader.next(frame);) {
            linkTypes.merge(frame.linkType(), 1, Integer::sum);
        }
        int usual = linkTypes.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(1);
        CaptureVariants variants = new CaptureVariants(capture, copy, usual);
        for (FrameReader reader = file.frames(); reader.next(frame);) {
            if (frame.linkType() == usual) {
                MemorySegment bytes = file.bytes().asSlice(frame.offset(), frame.capturedBytes());
                variants.frames.add(bytes.toArray(ValueLayout.JAVA_BYTE));
                variants.nanos.add(frame.capturedAtNanos());
                variants.numbers.add(frame.number());
            }
        }
        return variants;
    }

    /// How many frames can be varied.
    int frames() {
        return frames.size();
    }

    /// Gives variants on, each as an index of its own.
    ///
    /// @param mostCuts how many there are at each end, spread evenly; a cut at every tenth frame if
    ///     that is more
    /// @param mostHosts how many hosts are removed, the first ones
    void each(int mostCuts, int mostHosts, Receiver receiver) throws IOException {
        SipIndex whole = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        receiver.take("whole", whole);
        int count = frames.size();
        BitSet all = new BitSet();
        all.set(0, count);
        for (int cut : cuts(count, mostCuts)) {
            receiver.take("first " + cut + " frames", chosen(all.get(0, cut)));
            BitSet last = new BitSet();
            last.set(cut, count);
            receiver.take("without the first " + cut + " frames", chosen(last));
        }
        List<Integer> order = new ArrayList<>(all.stream().boxed().toList());
        Collections.shuffle(order, new Random(count));
        receiver.take("shuffled", written(order));
        List<Integer> twice = new ArrayList<>();
        all.stream().forEach(place -> twice.addAll(List.of(place, place)));
        receiver.take("doubled", written(twice));
        List<String> hosts = hosts(whole);
        for (String host : hosts.subList(0, Math.min(mostHosts, hosts.size()))) {
            BitSet others = (BitSet) all.clone();
            framesOf(host, whole).stream().forEach(others::clear);
            receiver.take("without host " + hosts.indexOf(host), chosen(others));
        }
    }

    private static List<Integer> cuts(int frames, int most) {
        int possible = (frames - 1) / BETWEEN_CUTS;
        int count = Math.min(possible, most);
        List<Integer> cuts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            cuts.add((int) ((long) i * possible / count) * BETWEEN_CUTS);
        }
        return cuts;
    }

    private static List<String> hosts(SipIndex index) {
        MessageTable messages = index.messages();
        return IntStream.range(0, messages.endpointCount())
                .mapToObj(endpoint -> address(messages, endpoint))
                .distinct()
                .toList();
    }

    private static String address(MessageTable messages, int endpoint) {
        return messages.endpoint(endpoint).address().toString();
    }

    /// The places of the frames whose messages a host sends or receives.
    private BitSet framesOf(String host, SipIndex index) {
        MessageTable messages = index.messages();
        BitSet places = new BitSet();
        for (int message = 0; message < messages.size(); message++) {
            if (address(messages, messages.source(message)).equals(host)
                    || address(messages, messages.destination(message)).equals(host)) {
                int place = Collections.binarySearch(numbers, messages.frame(message));
                if (place >= 0) {
                    places.set(place);
                }
            }
        }
        return places;
    }

    private SipIndex chosen(BitSet places) throws IOException {
        return written(places.stream().boxed().toList());
    }

    private SipIndex written(List<Integer> places) throws IOException {
        PcapWriter pcap = new PcapWriter(ByteOrder.LITTLE_ENDIAN, NANOSECOND_MAGIC, linkType);
        for (int place : places) {
            long at = nanos.get(place);
            pcap.frame(Math.floorDiv(at, SECOND), (int) Math.floorMod(at, SECOND), frames.get(place));
        }
        Files.deleteIfExists(copy); // a mapped file is never overwritten
        pcap.write(copy);
        return CaptureIndexer.read(List.of(copy), RunMonitor.NONE);
    }
}
