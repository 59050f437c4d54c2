package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The TLS key logs in the decryption secrets blocks of a pcapng file.
final class PcapngSecrets {

    static final int BLOCK = 10;

    private static final int LEAST_BLOCK_BYTES = 20;
    private static final int TLS_KEY_LOG = 0x544c534b;

    /// So that a hostile file of nothing but secrets stays small in memory.
    private static final long MOST_BYTES = 16 << 20;

    private final List<byte[]> keyLogs = new ArrayList<>();
    private final List<byte[]> keyLogsToRead = Collections.unmodifiableList(keyLogs);
    private long kept;

    private final PcapngNotes notes;

    /// @param notes records what is skipped
    PcapngSecrets(PcapngNotes notes) {
        this.notes = notes;
    }

    /// Keeps the secrets of a block, or skips an invalid one.
    ///
    /// @param position where the block begins
    /// @param length how long it is
    void add(MemorySegment bytes, long position, long length, ValueLayout.OfInt order) {
        if (length < LEAST_BLOCK_BYTES || bytes.get(order, position + 8) != TLS_KEY_LOG) {
            return;
        }
        long claimed = Integer.toUnsignedLong(bytes.get(order, position + 12));
        if (claimed > length - LEAST_BLOCK_BYTES) {
            return;
        }
        if (claimed > MOST_BYTES - kept) {
            notes.leftOutSecrets();
        } else {
            kept += claimed;
            keyLogs.add(bytes.asSlice(position + 16, claimed).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /// What was kept so far, in order; grows.
    List<byte[]> keyLogs() {
        return keyLogsToRead;
    }
}
