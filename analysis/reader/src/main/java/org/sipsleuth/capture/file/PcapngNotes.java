package org.sipsleuth.capture.file;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.FileBytes;

/// Takes notes of what pcapng blocks say beside frames: comments, names, lost packets.
final class PcapngNotes {

    private static final int INTERFACE_NAME = 2; // options
    private static final int FRAME_DROPS = 4;
    private static final int INTERFACE_DROPS = 5;
    private static final int SYSTEM_DROPS = 7;

    private static final int SECTION_OPTIONS_AT = 24;
    private static final int INTERFACE_OPTIONS_AT = 16;
    private static final int STATISTICS_OPTIONS_AT = 20;
    private static final int RECORDS_AT = 8;

    private static final int IPV4_NAME = 1; // records of names
    private static final int IPV6_NAME = 2;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    private final FileBytes bytes;
    private final NoteTaker notes = new NoteTaker();

    PcapngNotes(FileBytes bytes) {
        this.bytes = bytes;
    }

    void section(long block, long length, ValueLayout.OfShort order) {
        notes.endSection();
        PcapngOptions options = options(block, SECTION_OPTIONS_AT, length, order);
        while (options.next()) {
            comment(options, 0);
        }
    }

    void describedInterface(long block, long length, ValueLayout.OfShort order) {
        PcapngOptions options = options(block, INTERFACE_OPTIONS_AT, length, order);
        while (options.next()) {
            comment(options, 0);
            if (options.code() == INTERFACE_NAME) {
                notes.interfaceName(options.value());
            }
        }
    }

    /// @param optionsAt where the options begin, behind the frame's bytes
    void frame(int frame, long block, long optionsAt, long length, ValueLayout.OfShort order) {
        PcapngOptions options = options(block, optionsAt, length, order);
        while (options.next()) {
            comment(options, frame);
            if (options.code() == FRAME_DROPS) {
                notes.droppedBeforeFrame(options.number());
            }
        }
    }

    void lengths(long captured, long onTheWire) {
        notes.lengths(captured, onTheWire);
    }

    /// The field of old packet blocks.
    void droppedBeforeFrame(long packets) {
        notes.droppedBeforeFrame(packets);
    }

    void statistics(int interfaceId, long block, long length, ValueLayout.OfShort order) {
        PcapngOptions options = options(block, STATISTICS_OPTIONS_AT, length, order);
        long dropped = 0;
        while (options.next()) {
            comment(options, 0);
            if (options.code() == INTERFACE_DROPS || options.code() == SYSTEM_DROPS) {
                dropped += options.number();
            }
        }
        notes.droppedOnInterface(interfaceId, dropped);
    }

    /// Takes the names of a name resolution block; each address may have several, the first counts.
    void names(long block, long length, ValueLayout.OfShort order) {
        PcapngOptions records = options(block, RECORDS_AT, length, order);
        while (records.next()) {
            int address = switch (records.code()) {
                case IPV4_NAME -> IPV4_BYTES;
                case IPV6_NAME -> IPV6_BYTES;
                default -> 0;
            };
            if (address > 0 && records.length() > address) {
                byte[] value = records.value();
                int end = address;
                while (end < value.length && value[end] != 0) {
                    end++;
                }
                notes.name(Arrays.copyOf(value, address), Arrays.copyOfRange(value, address, end));
            }
        }
    }

    private void comment(PcapngOptions options, int frame) {
        if (options.code() == PcapngOptions.COMMENT) {
            notes.comment(frame, options.value());
        }
    }

    private PcapngOptions options(long block, long at, long length, ValueLayout.OfShort order) {
        return new PcapngOptions(bytes.bytes(), block + at, block + length - Integer.BYTES, order);
    }

    /// The secrets of a block were not kept.
    void leftOutSecrets() {
        notes.leftOutSecrets();
    }

    CaptureNotes notes() {
        return notes.notes();
    }
}
