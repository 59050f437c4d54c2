package org.sipsleuth.capture.format;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.InterfaceFacts;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.NearWindow;
import org.sipsleuth.capture.RecordReader;

/// Reads captures of Endace cards in the Extensible Record Format: records one after the other,
/// each with a header of 16 bytes, extension headers, and what its type puts before the frame. A
/// file has no header; Wireshark's wiretap library reads the format alike.
///
/// Records whose type holds no frame of a known link type are frames of link type ERF; padding is
/// none.
public final class ErfReader extends RecordReader {

    private static final int HEADER_BYTES = 16;
    private static final int EXTENSION_BYTES = 8;
    private static final int MOST_EXTENSIONS = 32;
    private static final int TYPE_AT = 8;
    private static final int LENGTH_AT = 10;
    private static final int WIRE_LENGTH_AT = 14;

    /// The upper bit of a type says that an extension header follows.
    private static final int MORE = 0x80;

    private static final int TYPE_MASK = 0x7f;
    private static final int PAD = 48;

    /// So many records are looked at to know that a file is one.
    private static final int RECORDS_TRIED = 20;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// How what a type of record holds begins, and what it is.
    ///
    /// @param before the bytes before the frame
    private record Content(int linkType, int before) {}

    private final NearWindow window;
    private final long end;
    private final List<Integer> linkTypes = new ArrayList<>();
    private long snapped;

    /// Begins with the first record.
    public ErfReader(FileBytes bytes) {
        this.window = new NearWindow(bytes);
        this.end = bytes.size();
    }

    /// Whether a file is one: it has no magic number, so that its first records have to fit.
    public static boolean fits(MemorySegment bytes) {
        long at = 0;
        long before = 0;
        int whole = 0;
        for (int i = 0; i < RECORDS_TRIED && at < bytes.byteSize(); i++) {
            if (at + HEADER_BYTES > bytes.byteSize()) {
                break;
            }
            ByteBuffer header = bytes.asSlice(at, HEADER_BYTES).asByteBuffer();
            long seconds = header.order(ByteOrder.LITTLE_ENDIAN).getLong(0) >>> Integer.SIZE;
            int length = header.order(ByteOrder.BIG_ENDIAN).getShort(LENGTH_AT) & 0xffff;
            int type = header.get(TYPE_AT) & TYPE_MASK;
            boolean isPad = type == PAD;
            if (!isType(type) || length < HEADER_BYTES || (!isPad && (seconds < before - 1 || seconds == 0))) {
                return false;
            }
            before = isPad ? before : seconds;
            at += length;
            whole += at <= bytes.byteSize() ? 1 : 0;
        }
        return whole > 0;
    }

    private static boolean isType(int type) {
        return (type >= 1 && type <= 25) || type == 27 || type == PAD;
    }

    private static Content content(int type) {
        return switch (type) {
            case 1, 10, 15, 19 -> new Content(LinkTypes.CISCO_HDLC, 0);
            case 2, 11, 16, 20 -> new Content(LinkTypes.ETHERNET, 2); // an offset, and padding
            case 5, 17 -> new Content(LinkTypes.CISCO_HDLC, 4); // of which channel it is
            case 22 -> new Content(LinkTypes.IPV4, 0);
            case 23 -> new Content(LinkTypes.IPV6, 0);
            default -> new Content(LinkTypes.ERF, 0);
        };
    }

    @Override
    public boolean next(Frame frame) {
        while (!isDamaged() && position < end) {
            long left = end - position;
            if (left < HEADER_BYTES) {
                return stop(CaptureFault.FRAME_HEADER_CUT.text(frames + 1, left, HEADER_BYTES), Damage.Kind.TORN);
            }
            int place = window.bring(position, HEADER_BYTES, end);
            ByteBuffer header = ByteBuffer.wrap(window.near().bytes());
            int length = header.getShort(place + LENGTH_AT) & 0xffff;
            int type = header.get(place + TYPE_AT) & 0xff;
            if (length < HEADER_BYTES || !isType(type & TYPE_MASK)) {
                return stop(CaptureFault.RECORD_TYPE.text(frames, type & TYPE_MASK, length));
            }
            if (length > left) {
                return stop(CaptureFault.FRAME_CUT.text(frames + 1, left, length), Damage.Kind.TORN);
            }
            if ((type & TYPE_MASK) != PAD) {
                give(frame, type, length);
                return true;
            }
            position += length;
        }
        return false;
    }

    private void give(Frame frame, int type, int length) {
        int place = window.bring(position, length, end);
        ByteBuffer header = ByteBuffer.wrap(window.near().bytes()).order(ByteOrder.LITTLE_ENDIAN);
        long nanos = nanos(header.getLong(place));
        long wire = header.order(ByteOrder.BIG_ENDIAN).getShort(place + WIRE_LENGTH_AT) & 0xffff;
        int extensions = extensionBytes(window.near().bytes(), place, type, length);
        Content content = content(type & TYPE_MASK);
        boolean isFrame = HEADER_BYTES + extensions + content.before() <= length;
        int linkType = isFrame ? content.linkType() : LinkTypes.ERF;
        int before = isFrame && linkType != LinkTypes.ERF ? HEADER_BYTES + extensions + content.before() : 0;
        int captured = linkType == LinkTypes.ERF ? length : (int) Math.min(length - before, wire);
        frame.begin(++frames, nanos, linkType);
        frame.lieAt(position + before, captured);
        frame.isNear(window.near());
        frame.cameOn(placeOf(linkType), nanos);
        frame.hadOnTheWire(Math.max(wire, captured));
        snapped += wire > captured ? 1 : 0;
        position += length;
    }

    /// The time of a record: seconds, and their 2³²-nd parts, rounded to ns as Wireshark does.
    private static long nanos(long stamp) {
        long fraction = (stamp & 0xffff_ffffL) * NANOS_PER_SECOND;
        long rounded = (fraction + ((fraction & 0x8000_0000L) << 1)) >>> Integer.SIZE;
        return (stamp >>> Integer.SIZE) * NANOS_PER_SECOND + rounded;
    }

    private static int extensionBytes(byte[] a, int place, int type, int length) {
        int bytes = 0;
        int last = type;
        while ((last & MORE) != 0 && bytes < MOST_EXTENSIONS * EXTENSION_BYTES
                && HEADER_BYTES + bytes + EXTENSION_BYTES <= length) {
            last = a[place + HEADER_BYTES + bytes];
            bytes += EXTENSION_BYTES;
        }
        return bytes;
    }

    private int placeOf(int linkType) {
        int place = linkTypes.indexOf(linkType);
        if (place < 0) {
            linkTypes.add(linkType);
            return linkTypes.size() - 1;
        }
        return place;
    }

    @Override
    public List<Integer> linkTypes() {
        return List.copyOf(linkTypes);
    }

    @Override
    public List<InterfaceFacts> interfaces() {
        return linkTypes.stream()
                .map(type -> new InterfaceFacts(type, LARGEST_FRAME_BYTES, List.of(timeResolution())))
                .toList();
    }

    @Override
    public int timeDigits() {
        return 9;
    }

    @Override
    public CaptureNotes notes() {
        return new CaptureNotes(Map.of(), List.of(), List.of(), 0, 0, 0, snapped, 0);
    }
}
