package org.sipsleuth.belief.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.file.RegularFile;

/// Tables as text (docs/BELIEF.md).
public final class TablesFile {

    private TablesFile() {}

    /// Reads a text, which anybody can have written.
    ///
    /// @throws TablesFormatException if it is not tables, with the line
    public static BeliefTables read(String text) throws TablesFormatException {
        try {
            return new TablesReader().read(YamlReader.read(text));
        } catch (IllegalArgumentException impossible) {
            throw new TablesFormatException(0, String.valueOf(impossible.getMessage()));
        }
    }

    /// Reads a file.
    ///
    /// @throws TablesFormatException if it is not tables, with the line
    public static BeliefTables read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new TablesFormatException(0, "is no file");
        }
        try (InputStream in = RegularFile.open(file)) {
            return read(in.readNBytes(YamlReader.MOST_CHARACTERS + 1));
        }
    }

    /// Reads the content of a file.
    ///
    /// @throws TablesFormatException if it is not tables, with the line
    public static BeliefTables read(byte[] content) throws TablesFormatException {
        if (content.length > YamlReader.MOST_CHARACTERS) {
            throw new TablesFormatException(0, "is longer than tables are");
        }
        try {
            return read(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
        } catch (CharacterCodingException noText) {
            throw new TablesFormatException(0, "is no text in UTF-8");
        }
    }

    /// The text of tables: equal tables yield equal text, and reading it yields equal tables.
    public static String write(BeliefTables tables) {
        return new TablesWriter().write(tables);
    }
}
