package org.sipsleuth.capture.tar;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.InterfaceFacts;

/// Reads the frames of an archive of captures in the order of time.
final class TarReader implements FrameReader {

    private static final int MICRO_DIGITS = 6;
    private static final int NANO_DIGITS = 9;

    private final FileBytes file;
    private final FrameOrder order;
    private final Optional<Damage> damage;
    private final List<InterfaceFacts> interfaces;

    /// The interface of each pcap.
    private final int[] interfaceOf;

    private int frames;
    private long snapped;

    TarReader(FileBytes file, FrameOrder order, Optional<Damage> damage) {
        this.file = file;
        this.order = order;
        this.damage = damage;
        Map<List<Long>, Integer> known = new HashMap<>();
        List<InterfaceFacts> met = new ArrayList<>();
        interfaceOf = new int[order.members().size()];
        for (int i = 0; i < interfaceOf.length; i++) {
            PcapMember member = order.members().get(i);
            List<Long> facts = List.of((long) member.linkType(), member.snapBytes(), member.isNanos() ? 1L : 0L);
            Integer place = known.putIfAbsent(facts, met.size());
            if (place == null) {
                met.add(facts(member));
            }
            interfaceOf[i] = place == null ? met.size() - 1 : place;
        }
        interfaces = List.copyOf(met);
    }

    private static InterfaceFacts facts(PcapMember member) {
        return new InterfaceFacts(member.linkType(), member.snapBytes(),
                List.of(new CaptureOption(InterfaceFacts.TIME_RESOLUTION,
                        new byte[]{(byte) (member.isNanos() ? NANO_DIGITS : MICRO_DIGITS)})));
    }

    @Override
    public boolean next(Frame frame) {
        if (frames >= order.size()) {
            return false;
        }
        long record = order.record(frames);
        int pcap = order.member(record);
        PcapMember member = order.members().get(pcap);
        MemorySegment bytes = file.bytes();
        long captured = member.captured(bytes, record);
        frame.begin(++frames, member.nanos(bytes, record), member.linkType());
        frame.lieAt(record + PcapMember.RECORD_HEADER_BYTES, (int) captured);
        frame.cameOn(interfaceOf[pcap], member.units(bytes, record));
        frame.hadOnTheWire(member.wire(bytes, record));
        snapped += captured < member.wire(bytes, record) ? 1 : 0;
        return true;
    }

    @Override
    public long position() {
        return order.size() == 0 ? file.size() : (long) ((double) frames / order.size() * file.size());
    }

    @Override
    public Optional<Damage> damage() {
        return damage;
    }

    @Override
    public List<Integer> linkTypes() {
        return interfaces.stream().map(InterfaceFacts::linkType).distinct().toList();
    }

    @Override
    public List<InterfaceFacts> interfaces() {
        return interfaces;
    }

    @Override
    public int timeDigits() {
        return order.members().stream().anyMatch(PcapMember::isNanos) ? NANO_DIGITS : MICRO_DIGITS;
    }

    @Override
    public CaptureNotes notes() {
        return new CaptureNotes(Map.of(), List.of(), List.of(), 0, 0, 0, snapped, 0);
    }
}
