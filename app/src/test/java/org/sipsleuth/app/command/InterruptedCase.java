package org.sipsleuth.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/// A case as a program leaves it that is killed during a change: half-written, with the journal
/// that undoes the change.
///
/// @param file the case
/// @param journal its hot journal
public record InterruptedCase(Path file, Path journal) {

    private static final byte[] MAGIC = HexFormat.of().parseHex("d9d505f920a163d7");
    private static final int PAGE_OF_LOCKS = (1 << 30) / 4096 + 1;

    /// Interrupts a change of a copy of a case, under another name.
    public static InterruptedCase of(Path intact, Path file) throws IOException {
        Path journal = file.resolveSibling(file.getFileName() + "-journal");
        Path changed = Files.copy(intact, intact.resolveSibling("changed.case"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + changed);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA cache_size = 1"); // so that pages are written before the end
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers"
                    + " WHERE n < 20) INSERT INTO attachment SELECT 'other', n, '',"
                    + " randomblob(9000), '', '' FROM numbers");
            Files.copy(changed, file);
            Files.copy(Path.of(changed + "-journal"), journal);
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Files.delete(changed);
        if (!new String(Files.readAllBytes(journal), StandardCharsets.ISO_8859_1)
                .startsWith(new String(MAGIC, StandardCharsets.ISO_8859_1))) {
            throw new IOException("the journal is not hot");
        }
        return new InterruptedCase(file, journal);
    }

    /// Adds a super-journal record, on account of which SQLite removes another file.
    public void addSuperJournal(Path victim) throws IOException {
        byte[] name = victim.toString().getBytes(StandardCharsets.UTF_8);
        int checksum = 0;
        for (byte octet : name) {
            checksum += octet;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(Files.readAllBytes(journal));
        bytes.writeBytes(ByteBuffer.allocate(name.length + 20)
                .putInt(PAGE_OF_LOCKS)
                .put(name)
                .putInt(name.length)
                .putInt(checksum)
                .put(MAGIC)
                .array());
        Files.write(journal, bytes.toByteArray());
    }
}
