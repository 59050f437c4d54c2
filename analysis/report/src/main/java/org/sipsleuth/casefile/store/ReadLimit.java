package org.sipsleuth.casefile.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// How much one statement reads: no more than a file of this size can hold. Pages of a forged file can
/// refer to each other so that a few of them are a table without an end. Steps and bytes are counted, not
/// time, so that every machine gives the same answer.
final class ReadLimit extends ProgressHandler {

    static final String EXCEEDED = "it has more rows than a file of its size can hold";

    private static final int STEPS_BETWEEN_LOOKS = 1_000;

    /// The integrity check of a table takes at most four a byte, of the shortest rows.
    private static final long STEPS_PER_BYTE = 16;

    /// For a small file, and what a change adds before it is on the disk.
    private static final long SPARE_BYTES = 1 << 20;

    /// The least that a row takes in the file.
    static final int ROW_BYTES = 4;

    private final Path file;
    private long steps;
    private long bytes;

    private ReadLimit(Path file) {
        this.file = file;
    }

    /// Limits all statements of a connection.
    static ReadLimit of(Path file, Connection connection) throws SQLException {
        ReadLimit limit = new ReadLimit(file);
        limit.begin();
        setHandler(connection, STEPS_BETWEEN_LOOKS, limit);
        return limit;
    }

    /// Begins a statement.
    void begin() {
        bytes = file.toFile().length() + SPARE_BYTES;
        steps = bytes * STEPS_PER_BYTE;
    }

    /// Counts bytes of rows.
    void take(long read) throws SQLException {
        bytes -= read;
        if (bytes < 0) {
            throw new SQLiteException(EXCEEDED, SQLiteErrorCode.SQLITE_INTERRUPT);
        }
    }

    @Override
    protected int progress() {
        steps -= STEPS_BETWEEN_LOOKS;
        return steps < 0 ? 1 : 0;
    }
}
