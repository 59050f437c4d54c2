package org.sipsleuth.capture.tls.keylog;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The secrets of TLS sessions, as programs write them to the file that `SSLKEYLOGFILE` names, or
/// as pcapng files hold them. Grows while captures are read; one thread.
public final class KeyLog {

    /// So that a file of invented secrets stays small in memory.
    private static final int MOST_SECRETS = 1_000_000;

    private static final int MOST_DEFECTS_KEPT = 100;
    private static final int LONGEST_LINE_BYTES = 1_024;
    private static final int BYTES_LOOKED_AT = 1 << 16;

    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Key(LoggedSecret label, long first, long second, long third, long fourth)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::label)
                        .thenComparingLong(Key::first)
                        .thenComparingLong(Key::second)
                        .thenComparingLong(Key::third)
                        .thenComparingLong(Key::fourth);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        static Key of(LoggedSecret label, byte[] random) {
            ByteBuffer numbers = ByteBuffer.wrap(random);
            return new Key(
                    label,
                    numbers.getLong(),
                    numbers.getLong(),
                    numbers.getLong(),
                    numbers.getLong());
        }
    }

    private final Map<Key, byte[]> secrets = new HashMap<>();
    private final List<KeyLogDefect> defects = new ArrayList<>();
    private final KeyLogLine line = new KeyLogLine();
    private long defectCount;

    /// Reads key logs one after the other.
    ///
    /// @throws IOException if one of them cannot be read; a wrong line is only counted
    public static KeyLog read(List<Path> files) throws IOException {
        KeyLog log = new KeyLog();
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                log.read(in, file.toString());
            }
        }
        return log;
    }

    /// Whether a file is a key log: whether its first line that is no comment is one of a key log.
    public static boolean isKeyLog(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(BYTES_LOOKED_AT);
            KeyLogLine first = new KeyLogLine();
            return new String(beginning, StandardCharsets.ISO_8859_1)
                    .lines()
                    .limit(BYTES_LOOKED_AT / 2)
                    .map(first::read)
                    .filter(kind -> kind != KeyLogLine.Kind.BLANK)
                    .findFirst()
                    .map(kind -> kind != KeyLogLine.Kind.WRONG)
                    .orElse(false);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Adds the lines of a log that lies in memory.
    ///
    /// @param source where it came from, for its defects
    public void add(byte[] text, String source) {
        try {
            read(new ByteArrayInputStream(text), source);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void read(InputStream in, String source) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE_BYTES];
        long number = 1;
        int length = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (octet == '\n') {
                take(bytes, length, source, number);
                number++;
                length = 0;
            } else if (length < bytes.length) {
                bytes[length++] = (byte) octet;
            } else {
                length = bytes.length + 1;
            }
        }
        take(bytes, length, source, number);
    }

    private void take(byte[] bytes, int length, String source, long number) {
        if (length > bytes.length) {
            defect(source, number, "it is too long");
            return;
        }
        KeyLogLine.Kind kind = line.read(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        LoggedSecret label = line.label();
        if (kind == KeyLogLine.Kind.WRONG) {
            defect(source, number, line.what());
        } else if (kind == KeyLogLine.Kind.SECRET && label != null) {
            if (secrets.size() < MOST_SECRETS) {
                secrets.put(Key.of(label, line.random()), line.secret());
            } else {
                defect(source, number, "there are more secrets than are kept");
            }
        }
    }

    private void defect(String source, long number, String what) {
        defectCount++;
        if (defects.size() < MOST_DEFECTS_KEPT) {
            defects.add(new KeyLogDefect(source, number, what));
        }
    }

    /// The secret of a session, or null if the log does not have it.
    ///
    /// @param random what the client of the session drew
    public byte @Nullable [] secret(LoggedSecret label, byte[] random) {
        return secrets.get(Key.of(label, random));
    }

    /// How many secrets there are.
    public int size() {
        return secrets.size();
    }

    /// The first lines that are wrong.
    public List<KeyLogDefect> defects() {
        return List.copyOf(defects);
    }

    /// How many lines are wrong.
    public long defectCount() {
        return defectCount;
    }
}
