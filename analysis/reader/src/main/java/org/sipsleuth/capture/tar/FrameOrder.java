package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Where the frames of several pcaps are, in the order of time; 8 bytes a frame. While it is made it
/// takes 24, so that the memory limits how many there can be.
final class FrameOrder {

    /// The memory for one frame and its message, many times over.
    private static final int BYTES_A_FRAME = 100;

    private static final int FIRST = 1 << 10;
    private static final int FRAMES_BETWEEN_LOOKS = 1 << 14;

    private final List<PcapMember> members;
    private final long[] records;
    private final Optional<Damage> damage;

    private FrameOrder(List<PcapMember> members, long[] records, Optional<Damage> damage) {
        this.members = List.copyOf(members);
        this.records = records;
        this.damage = damage;
    }

    /// Finds and orders the frames.
    ///
    /// @param members in the order of their places
    static FrameOrder of(MemorySegment bytes, List<PcapMember> members, RunMonitor monitor) {
        return of(bytes, members, Runtime.getRuntime().maxMemory() / BYTES_A_FRAME, monitor);
    }

    /// The same.
    ///
    /// @param most frames that there can be
    static FrameOrder of(MemorySegment bytes, List<PcapMember> members, long most, RunMonitor monitor) {
        Scan scan = new Scan(bytes, Math.min(most, Integer.MAX_VALUE / 2), monitor);
        int[] ends = new int[members.size()];
        for (int i = 0; i < ends.length; i++) {
            scan.read(members.get(i));
            ends[i] = scan.size;
        }
        return new FrameOrder(members, scan.merged(ends), Optional.ofNullable(scan.damage));
    }

    /// The pcaps.
    List<PcapMember> members() {
        return members;
    }

    int size() {
        return records.length;
    }

    /// Where the record of a frame begins.
    long record(int frame) {
        return records[frame];
    }

    /// The pcap that a record lies in.
    int member(long record) {
        int low = 0;
        int high = members.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (members.get(middle).from() <= record) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /// Where the first pcap is damaged; the others are read all the same.
    Optional<Damage> damage() {
        return damage;
    }

    /// Goes through the pcaps one after the other.
    private static final class Scan {

        private final MemorySegment bytes;
        private final long most;
        private final RunMonitor monitor;
        private long[] nanos = new long[FIRST];
        private long[] records = new long[FIRST];
        private int size;
        private @Nullable Damage damage;

        Scan(MemorySegment bytes, long most, RunMonitor monitor) {
            this.bytes = bytes;
            this.most = most;
            this.monitor = monitor;
        }

        void read(PcapMember member) {
            long at = member.from() + PcapMember.FILE_HEADER_BYTES;
            for (int frame = 1; at < member.to(); frame++) {
                String fault = fault(member, at, frame);
                if (!fault.isEmpty()) {
                    stop(new Damage(at, fault, isTorn(member, at) ? Damage.Kind.TORN : Damage.Kind.DAMAGED));
                    return;
                }
                if (size >= most) {
                    stop(new Damage(at, CaptureFault.TAR_FRAMES.text(most), Damage.Kind.LIMIT));
                    return;
                }
                add(member.nanos(bytes, at), at);
                at += PcapMember.RECORD_HEADER_BYTES + member.captured(bytes, at);
            }
        }

        /// Whether the archive ends within this record.
        private boolean isTorn(PcapMember member, long at) {
            boolean isHeaderCut = member.to() - at < PcapMember.RECORD_HEADER_BYTES;
            return member.to() == bytes.byteSize()
                    && (isHeaderCut || member.captured(bytes, at) <= FrameReader.LARGEST_FRAME_BYTES);
        }

        private String fault(PcapMember member, long at, int frame) {
            long left = member.to() - at;
            int header = PcapMember.RECORD_HEADER_BYTES;
            if (left < header) {
                return CaptureFault.FRAME_HEADER_CUT.text(frame, left, header);
            }
            long captured = member.captured(bytes, at);
            if (member.isBlank(bytes, at)) {
                return CaptureFault.ZERO_TAIL.text(left);
            }
            if (captured > FrameReader.LARGEST_FRAME_BYTES) {
                return CaptureFault.FRAME_LENGTH.text(frame, captured, FrameReader.LARGEST_FRAME_BYTES);
            }
            return captured > left - header ? CaptureFault.FRAME_CUT.text(frame, left - header, captured) : "";
        }

        private void stop(Damage found) {
            damage = damage == null ? found : damage;
        }

        private void add(long time, long record) {
            if (size % FRAMES_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Reading the archive", record, bytes.byteSize()));
            }
            if (size == records.length) {
                nanos = Arrays.copyOf(nanos, 2 * size);
                records = Arrays.copyOf(records, 2 * size);
            }
            nanos[size] = time;
            records[size++] = record;
        }

        /// @param ends of the frames of each pcap
        long[] merged(int[] ends) {
            int[] next = new int[ends.length];
            PriorityQueue<Integer> waiting = new PriorityQueue<>(
                    Comparator.<Integer>comparingLong(pcap -> nanos[next[pcap]]).thenComparingInt(pcap -> pcap));
            for (int pcap = 0; pcap < ends.length; pcap++) {
                next[pcap] = pcap == 0 ? 0 : ends[pcap - 1];
                if (next[pcap] < ends[pcap]) {
                    waiting.add(pcap);
                }
            }
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                int first = waiting.remove();
                order[i] = records[next[first]++];
                if (next[first] < ends[first]) {
                    waiting.add(first);
                }
            }
            return order;
        }
    }
}
