package org.sipsleuth.casefile.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The first bytes of the SQLite file of a case, see the file format of SQLite.
public final class CaseHeader {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = 100;
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int APPLICATION_ID = 68;

    /// Of a file with a rollback journal; opening one with a write-ahead log makes files beside it.
    private static final int ROLLBACK = 1;

    private CaseHeader() {}

    /// Whether a file that begins with these bytes can be a case.
    ///
    /// @param count how many of them are of the file
    public static boolean isOfCase(byte[] first, int count) {
        return count >= BYTES
                && Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && first[WRITE_VERSION] == ROLLBACK
                && first[READ_VERSION] == ROLLBACK
                && ByteBuffer.wrap(first).getInt(APPLICATION_ID) == CaseSchema.APPLICATION_ID;
    }
}
