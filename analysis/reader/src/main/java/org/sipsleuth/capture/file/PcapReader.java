package org.sipsleuth.capture.file;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongSupplier;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.CaptureOption;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.InterfaceFacts;
import org.sipsleuth.capture.NearWindow;
import org.sipsleuth.capture.RecordReader;

/// Reads the classic pcap format (draft-ietf-opsawg-pcap) in all its variants.
final class PcapReader extends RecordReader {

    private static final int FILE_HEADER_BYTES = 24;
    private static final int VERSION_AT = 4;
    private static final int SNAP_AT = 16;
    private static final int LINK_TYPE_AT = 20;
    private static final int DG_UX_MAJOR = 543;

    /// The upper bits of the link type describe the frame check sequence.
    private static final int LINK_TYPE_MASK = 0xffff;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000L;

    /// Which of a record's two lengths is the captured one. Old libraries wrote them the other way
    /// round, some of them in files of a version that should not.
    private enum LengthOrder {
        USUAL, SWAPPED, MAYBE_SWAPPED
    }

    private final NearWindow window;
    private final ZeroTail zeros;
    private final LongSupplier end;
    private final PcapVariant variant;
    private final boolean isBigEndian;
    private final LengthOrder lengths;
    private final NoteTaker notes = new NoteTaker();
    private final int linkType;
    private final long snapBytes;

    /// @param window goes through the same bytes
    /// @param end where what can be read ends; may grow
    PcapReader(FileBytes bytes, NearWindow window, LongSupplier end) throws CaptureFormatException {
        if (bytes.size() < FILE_HEADER_BYTES) {
            throw new CaptureFormatException(CaptureFault.PCAP_HEADER_CUT.text(bytes.size(), FILE_HEADER_BYTES),
                    bytes.size());
        }
        this.window = window;
        this.zeros = new ZeroTail(bytes);
        this.end = end;
        this.variant = PcapVariant.of(bytes.bytes())
                .orElseThrow(() -> new CaptureFormatException(CaptureFault.PCAP_HEADER.text(), 0));
        this.isBigEndian = variant.order().order() == ByteOrder.BIG_ENDIAN;
        int header = window.bring(0, FILE_HEADER_BYTES, FILE_HEADER_BYTES);
        this.lengths = lengthOrder(u16(header + VERSION_AT), u16(header + VERSION_AT + 2));
        this.snapBytes = u32(header + SNAP_AT);
        this.linkType = (int) u32(header + LINK_TYPE_AT) & LINK_TYPE_MASK;
        this.position = Math.min(variant.fileHeaderBytes(), bytes.size());
    }

    private int u16(int place) {
        short value = (short) SHORT.get(window.near().bytes(), place);
        return Short.toUnsignedInt(isBigEndian ? Short.reverseBytes(value) : value);
    }

    // A byte order that is not constant would make each access many times dearer.
    private long u32(int place) {
        int value = (int) INT.get(window.near().bytes(), place);
        return Integer.toUnsignedLong(isBigEndian ? Integer.reverseBytes(value) : value);
    }

    private static LengthOrder lengthOrder(int major, int minor) {
        if (major == DG_UX_MAJOR || (major == 2 && minor < 3)) {
            return LengthOrder.SWAPPED;
        }
        return major == 2 && minor == 3 ? LengthOrder.MAYBE_SWAPPED : LengthOrder.USUAL;
    }

    @Override
    public boolean next(Frame frame) {
        long readable = end.getAsLong();
        long left = readable - position;
        int header = variant.recordHeaderBytes();
        if (left == 0 || isDamaged()) {
            return false;
        }
        if (left < header) {
            return stop(CaptureFault.FRAME_HEADER_CUT.text(frames + 1, left, header), Damage.Kind.TORN);
        }
        int place = window.bring(position, header, readable);
        long seconds = u32(place);
        long fraction = u32(place + 4);
        long captured = u32(place + 8);
        long wire = u32(place + 12);
        if (lengths == LengthOrder.SWAPPED || (lengths == LengthOrder.MAYBE_SWAPPED && captured > wire)) {
            long first = captured;
            captured = wire;
            wire = first;
        }
        if (captured == 0 && (seconds | fraction | wire) == 0 && zeros.beginsAt(position, readable)) {
            return stop(zeros.text(position), Damage.Kind.TORN);
        }
        if (captured > LARGEST_FRAME_BYTES) {
            return stop(CaptureFault.FRAME_LENGTH.text(frames + 1, captured, LARGEST_FRAME_BYTES));
        }
        if (captured > left - header) {
            boolean isPlausible = captured <= wire && (snapBytes == 0 || captured <= snapBytes);
            return stop(CaptureFault.FRAME_CUT.text(frames + 1, left - header, captured),
                    isPlausible ? Damage.Kind.TORN : Damage.Kind.DAMAGED);
        }
        frame.begin(++frames, seconds * NANOS_PER_SECOND + (variant.nanos() ? fraction : fraction * NANOS_PER_MICRO),
                linkType);
        frame.lieAt(position + header, (int) captured);
        window.bring(position, header + captured, readable);
        frame.isNear(window.near());
        frame.cameOn(0, seconds * variant.unitsPerSecond() + fraction);
        frame.hadOnTheWire(wire);
        notes.lengths(captured, wire);
        position += header + captured;
        return true;
    }

    @Override
    public void release() {
        window.release();
    }

    @Override
    public List<Integer> linkTypes() {
        return List.of(linkType);
    }

    @Override
    public List<InterfaceFacts> interfaces() {
        List<CaptureOption> options = variant.nanos() ? List.of(timeResolution()) : List.of();
        return List.of(new InterfaceFacts(linkType, snapBytes, options));
    }

    @Override
    public int timeDigits() {
        return variant.nanos() ? 9 : 6;
    }

    @Override
    public CaptureNotes notes() {
        return notes.notes();
    }
}
