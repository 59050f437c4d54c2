package org.sipsleuth.export;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sipsleuth.file.RegularFile;

/// Picks the secrets of some TLS connections out of key logs, and no others.
final class KeyLogExcerpt {

    private static final int LONGEST_LINE_BYTES = 1_024;
    private static final int MOST_LINES = 100_000;
    private static final int PART_BYTES = 1 << 18;
    private static final int RANDOM_DIGITS = 64;

    private final ClientRandoms randoms;
    private final Set<String> lines = new LinkedHashSet<>();

    KeyLogExcerpt(ClientRandoms randoms) {
        this.randoms = randoms;
    }

    /// Reads key logs.
    void read(List<Path> files, List<byte[]> carried) throws IOException {
        if (randoms.isEmpty()) {
            return;
        }
        for (byte[] log : carried) {
            read(new ByteArrayInputStream(log));
        }
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(RegularFile.open(file))) {
                read(in);
            }
        }
    }

    private void read(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST_LINE_BYTES];
        int length = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                take(line, length);
                length = 0;
            } else if (length < line.length) {
                line[length++] = (byte) octet;
            } else {
                length = line.length + 1;
            }
        }
        take(line, length);
    }

    private void take(byte[] bytes, int length) {
        if (length > bytes.length || lines.size() == MOST_LINES) {
            return;
        }
        String line = new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip();
        String[] words = line.split(" +", 4);
        if (words.length == 3 && words[1].length() == RANDOM_DIGITS
                && words[1].chars().allMatch(c -> Character.digit(c, 16) >= 0)
                && randoms.has(HexFormat.of().parseHex(words[1]))) {
            lines.add(line);
        }
    }

    /// How many secrets were found.
    int size() {
        return lines.size();
    }

    /// The lines, in parts that a block has room for.
    List<byte[]> parts() {
        List<byte[]> parts = new ArrayList<>();
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        for (String line : lines) {
            part.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            if (part.size() > PART_BYTES) {
                parts.add(part.toByteArray());
                part.reset();
            }
        }
        if (part.size() > 0) {
            parts.add(part.toByteArray());
        }
        return parts;
    }
}
