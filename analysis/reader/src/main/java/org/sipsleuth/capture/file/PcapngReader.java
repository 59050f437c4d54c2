package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.InterfaceFacts;

/// Reads pcapng (draft-ietf-opsawg-pcapng): any number of sections, in either byte order, each with
/// any number of interfaces, each with its own link type and clock. Blocks of other types are
/// skipped.
final class PcapngReader implements FrameReader {

    static final int SECTION_HEADER = 0x0a0d0d0a;

    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int PACKET = 2; // obsolete, still met
    private static final int SIMPLE_PACKET = 3;
    private static final int NAME_RESOLUTION = 4;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER_MAGIC = 0x1a2b3c4d;
    private static final int BYTE_ORDER_MAGIC_AT = 8;

    private static final int BLOCK_FRAME_BYTES = 12; // type, length, and the length again at the end
    private static final int SECTION_HEADER_BYTES = 28;
    private static final int INTERFACE_BYTES = 20;
    private static final int PACKET_BYTES = 32;
    private static final int SIMPLE_PACKET_BYTES = 16;

    private static final int STATISTICS_BYTES = 24;
    private static final int PACKET_DATA_AT = 28;
    private static final int UNKNOWN_DROPS = 0xffff;

    private static final int SECTION_OPTIONS_AT = 24;

    /// What a packet has besides its bytes is less, as long as its lengths are sound.
    private static final int LONGEST_OPTIONS_BYTES = 4_096;

    /// Of more sections only the first say something.
    private static final int MOST_SECTION_OPTIONS = 256;

    private final FileBytes file;
    private final ZeroTail zeros;
    private final PcapngNotes notes;
    private final PcapngInterfaces interfaces = new PcapngInterfaces();
    private final List<CaptureOption> sectionOptions = new ArrayList<>();
    private final PcapngSecrets secrets;
    private ValueLayout.OfInt intOrder = Octets.INT_LITTLE;
    private ValueLayout.OfShort shortOrder = Octets.SHORT_LITTLE;
    private long position;
    private int frames;

    /// Those of the file, while a block is read.
    private MemorySegment bytes;

    private long lastNanos;
    private long lastUnits;
    private long optionsFrom;
    private long optionsTo;
    private @Nullable Damage damage;

    PcapngReader(FileBytes file) throws CaptureFormatException {
        this.file = file;
        this.bytes = file.bytes();
        this.zeros = new ZeroTail(file);
        this.notes = new PcapngNotes(file);
        this.secrets = new PcapngSecrets(notes);
        long length = blockLength();
        if (length < 0) {
            throw new CaptureFormatException(damage == null ? CaptureFault.SECTION_HEADER.text() : damage.what(), 0);
        }
        bytes = MemorySegment.NULL;
    }

    @Override
    public boolean next(Frame frame) {
        bytes = file.bytes();
        boolean read = read(frame);
        bytes = MemorySegment.NULL; // so that it can be unmapped
        return read;
    }

    private boolean read(Frame frame) {
        while (damage == null && position < bytes.byteSize()) {
            long length = blockLength();
            if (length < 0) {
                return false;
            }
            boolean read = switch (bytes.get(intOrder, position)) {
                case SECTION_HEADER -> {
                    beginSection(length);
                    yield false;
                }
                case INTERFACE_DESCRIPTION -> {
                    addInterface(length);
                    yield false;
                }
                case ENHANCED_PACKET -> packet(frame, length, u32(position + 8));
                case PACKET -> oldPacket(frame, length);
                case SIMPLE_PACKET -> simplePacket(frame, length);
                case PcapngSecrets.BLOCK -> {
                    secrets.add(bytes, position, length, intOrder);
                    yield false;
                }
                case NAME_RESOLUTION -> {
                    notes.names(position, length, shortOrder);
                    yield false;
                }
                case INTERFACE_STATISTICS -> {
                    statistics(length);
                    yield false;
                }
                default -> false;
            };
            if (damage != null) {
                return false;
            }
            position += length;
            if (read) {
                return true;
            }
        }
        return false;
    }

    /// The checked length of the block at the position, or -1 with the damage noted. Sets the byte
    /// order at a section header.
    private long blockLength() {
        long left = bytes.byteSize() - position;
        if (left < BLOCK_FRAME_BYTES) {
            return stop(CaptureFault.BLOCK_END.text(left), Damage.Kind.TORN);
        }
        boolean section = bytes.get(Octets.INT_LITTLE, position) == SECTION_HEADER;
        if (section && !setByteOrder()) {
            return -1;
        }
        long length = u32(position + 4);
        long least = section ? SECTION_HEADER_BYTES : BLOCK_FRAME_BYTES;
        if (length == 0 && zeros.beginsAt(position, bytes.byteSize())) {
            return stop(zeros.text(position), Damage.Kind.TORN);
        }
        if (length < least || length % Integer.BYTES != 0) {
            return stop(CaptureFault.BLOCK_LENGTH.text(length));
        }
        if (length > left) {
            return stop(CaptureFault.BLOCK_CUT.text(left, length),
                    isPlausible(left, length) ? Damage.Kind.TORN : Damage.Kind.DAMAGED);
        }
        if (u32(position + length - Integer.BYTES) != length) {
            return stop(CaptureFault.BLOCK_LENGTHS_DIFFER.text(length, u32(position + length - Integer.BYTES)));
        }
        return length;
    }

    /// Whether a block may have this length, of which so much is there.
    private boolean isPlausible(long left, long length) {
        boolean isPacket = left >= PACKET_DATA_AT && bytes.get(intOrder, position) == ENHANCED_PACKET;
        long options = isPacket ? length - PACKET_BYTES - u32(position + 20) : 0;
        return length <= LARGEST_FRAME_BYTES && options >= 0 && options <= LONGEST_OPTIONS_BYTES;
    }

    private boolean setByteOrder() {
        int magic = bytes.get(Octets.INT_LITTLE, position + BYTE_ORDER_MAGIC_AT);
        if (magic == BYTE_ORDER_MAGIC) {
            intOrder = Octets.INT_LITTLE;
            shortOrder = Octets.SHORT_LITTLE;
        } else if (magic == Integer.reverseBytes(BYTE_ORDER_MAGIC)) {
            intOrder = Octets.INT_BIG;
            shortOrder = Octets.SHORT_BIG;
        } else {
            stop(CaptureFault.BYTE_ORDER.text());
            return false;
        }
        return true;
    }

    private void addInterface(long length) {
        if (length < INTERFACE_BYTES) {
            stop(CaptureFault.INTERFACE_SHORT.text(length));
            return;
        }
        if (!interfaces.hasRoom()) {
            stop(CaptureFault.INTERFACES_TOO_MANY.text(PcapngInterfaces.MOST));
            return;
        }
        interfaces.add(bytes, position, length, intOrder, shortOrder);
        notes.describedInterface(position, length, shortOrder);
    }

    private void beginSection(long length) {
        interfaces.beginSection();
        notes.section(position, length, shortOrder);
        if (sectionOptions.size() < MOST_SECTION_OPTIONS) {
            sectionOptions.addAll(options(position + SECTION_OPTIONS_AT, position + length - Integer.BYTES,
                    OptionCopies.Kind.SECTION));
        }
    }

    private List<CaptureOption> options(long from, long to, OptionCopies.Kind kind) {
        return OptionCopies.of(new PcapngOptions(file.bytes(), from, to, shortOrder), kind, shortOrder.order());
    }

    private void statistics(long length) {
        if (length >= STATISTICS_BYTES && u32(position + 8) < interfaces.countOfSection()) {
            notes.statistics((int) u32(position + 8), position, length, shortOrder);
        }
    }

    private boolean oldPacket(Frame frame, long length) {
        int drops = u16(position + 10);
        boolean read = packet(frame, length, u16(position + 8));
        if (read && drops != UNKNOWN_DROPS) {
            notes.droppedBeforeFrame(drops);
        }
        return read;
    }

    private boolean packet(Frame frame, long length, long interfaceId) {
        if (length < PACKET_BYTES) {
            stop(CaptureFault.PACKET_SHORT.text(length));
            return false;
        }
        CaptureInterface from = interfaceAt(interfaceId);
        if (from == null) {
            return false;
        }
        long units = u32(position + 12) << Integer.SIZE | u32(position + 16);
        lastNanos = from.nanos(units);
        long captured = u32(position + 20);
        long at = position + PACKET_DATA_AT;
        lastUnits = units;
        if (!fill(frame, from, at, captured, length - PACKET_BYTES)) {
            return false;
        }
        frame.hadOnTheWire(u32(position + 24));
        frame.cameOn(interfaces.placeOf(interfaceId), units);
        optionsFrom = at + (captured + 3 & ~3L);
        optionsTo = position + length - Integer.BYTES;
        notes.lengths(captured, u32(position + 24));
        notes.frame(frames, position, PACKET_DATA_AT + (captured + 3 & ~3L), length, shortOrder);
        return true;
    }

    /// A simple packet has no time of its own: it gets that of the frame before.
    private boolean simplePacket(Frame frame, long length) {
        if (length < SIMPLE_PACKET_BYTES) {
            stop(CaptureFault.SIMPLE_PACKET_SHORT.text(length));
            return false;
        }
        CaptureInterface from = interfaceAt(0);
        if (from == null) {
            return false;
        }
        long room = length - SIMPLE_PACKET_BYTES;
        long wire = u32(position + 8);
        long captured = Math.min(Math.min(wire, from.snapBytes()), room);
        notes.lengths(captured, wire);
        boolean read = fill(frame, from, position + 12, captured, room);
        frame.hadOnTheWire(wire);
        frame.cameOn(interfaces.placeOf(0), lastUnits);
        optionsTo = optionsFrom;
        return read;
    }

    private @Nullable CaptureInterface interfaceAt(long id) {
        CaptureInterface described = interfaces.get(id);
        if (described == null) {
            stop(CaptureFault.INTERFACE_UNKNOWN.text(id));
        }
        return described;
    }

    private boolean fill(Frame frame, CaptureInterface from, long offset, long captured, long room) {
        if (captured > room || captured > LARGEST_FRAME_BYTES) {
            stop(CaptureFault.FRAME_EXCEEDS_BLOCK.text(frames + 1, captured, room));
            return false;
        }
        frame.begin(++frames, lastNanos, from.linkType());
        frame.lieAt(offset, (int) captured);
        return true;
    }

    private long u32(long at) {
        return Integer.toUnsignedLong(bytes.get(intOrder, at));
    }

    private int u16(long at) {
        return Short.toUnsignedInt(bytes.get(shortOrder, at));
    }

    private long stop(String what) {
        return stop(what, Damage.Kind.DAMAGED);
    }

    private long stop(String what, Damage.Kind kind) {
        damage = new Damage(position, what, kind);
        return -1;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }

    @Override
    public List<Integer> linkTypes() {
        return interfaces.linkTypes();
    }

    @Override
    public List<InterfaceFacts> interfaces() {
        return interfaces.all();
    }

    @Override
    public List<CaptureOption> frameOptions() {
        return options(optionsFrom, optionsTo, OptionCopies.Kind.FRAME);
    }

    @Override
    public List<CaptureOption> sectionOptions() {
        return List.copyOf(sectionOptions);
    }

    @Override
    public List<byte[]> keyLogs() {
        return secrets.keyLogs();
    }

    @Override
    public int timeDigits() {
        return interfaces.timeDigits();
    }

    @Override
    public CaptureNotes notes() {
        return notes.notes();
    }
}
