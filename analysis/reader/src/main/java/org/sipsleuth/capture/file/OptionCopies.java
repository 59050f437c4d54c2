package org.sipsleuth.capture.file;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.CaptureOption;

/// Copies the options of pcapng blocks, so that they can be written elsewhere: numbers in them are
/// turned to little-endian.
final class OptionCopies {

    /// The kinds of blocks that give the same code another meaning.
    enum Kind {
        SECTION, INTERFACE, FRAME;

        /// Options behind that are left out; no honest block has as many.
        private int mostBytes() {
            return this == INTERFACE ? 1 << 10 : 1 << 17;
        }
    }

    private OptionCopies() {}

    static List<CaptureOption> of(PcapngOptions options, Kind kind, ByteOrder order) {
        List<CaptureOption> copies = new ArrayList<>();
        int bytes = 0;
        while (options.next() && bytes + options.length() <= kind.mostBytes()) {
            bytes += options.length() + Integer.BYTES;
            byte[] value = options.value();
            if (order == ByteOrder.BIG_ENDIAN) {
                turn(value, numberBytes(kind, options.code()));
            }
            copies.add(new CaptureOption(options.code(), value));
        }
        return copies;
    }

    /// How many bytes at the beginning of an option are a number; 0 if none are.
    private static int numberBytes(Kind kind, int code) {
        return switch (code) {
            case 2988, 2989, 19372, 19373 -> Integer.BYTES; // custom: whose it is
            default -> switch (kind) {
                case SECTION -> 0;
                case INTERFACE -> switch (code) {
                    case 8, 14, 16, 17 -> Long.BYTES; // speed, time offset
                    case 10 -> Integer.BYTES; // time zone
                    default -> 0;
                };
                case FRAME -> switch (code) {
                    case 4, 5 -> Long.BYTES; // drops, packet id
                    case 2, 6 -> Integer.BYTES; // flags, queue
                    default -> 0;
                };
            };
        };
    }

    private static void turn(byte[] value, int bytes) {
        if (value.length < bytes) {
            return;
        }
        for (int i = 0; i < bytes / 2; i++) {
            byte first = value[i];
            value[i] = value[bytes - 1 - i];
            value[bytes - 1 - i] = first;
        }
    }
}
