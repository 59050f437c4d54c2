package org.sipsleuth.casefile.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sipsleuth.file.EvidenceKind;

/// The first bytes of the SQLite file of a case, see the file format of SQLite, section 1.3.
public final class CaseHeader {

    /// Its length.
    static final int BYTES = 100;

    private static final byte[] MAGIC = EvidenceKind.CASE.mark().getBytes(StandardCharsets.US_ASCII);
    private static final int WRITE_VERSION = 18;
    private static final int READ_VERSION = 19;
    private static final int APPLICATION_ID = 68;

    /// Of a file with a rollback journal; opening one with a write-ahead log makes files beside it.
    private static final int ROLLBACK = 1;

    private CaseHeader() {}

    /// Whether a file that begins with these bytes can be a case as SipSleuth writes it.
    ///
    /// @param count how many of them are of the file
    public static boolean isOfCase(byte[] first, int count) {
        return isCase(first, count) && hasRollbackJournal(first);
    }

    /// Whether a file that begins with these bytes is a case, however it was written since.
    static boolean isCase(byte[] first, int count) {
        return count >= BYTES && Arrays.equals(first, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && ByteBuffer.wrap(first).getInt(APPLICATION_ID) == CaseSchema.APPLICATION_ID;
    }

    /// Whether SQLite makes nothing but a rollback journal beside it.
    static boolean hasRollbackJournal(byte[] first) {
        return first[WRITE_VERSION] == ROLLBACK && first[READ_VERSION] == ROLLBACK;
    }
}
