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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The secrets of TLS sessions, as programs write them to the file that `SSLKEYLOGFILE` names, or
/// as pcapng files hold them. Grows while captures are read; one thread.
public final class KeyLog {

    /// So that a file of invented secrets stays small in memory. Of more, the latest are kept.
    private static final int MOST_SECRETS = 1_000_000;

    /// How many sessions are remembered that were asked for in vain.
    private static final int MOST_MISSED = 1 << 16;

    private static final int MOST_DEFECTS_KEPT = 100;
    private static final int LONGEST_LINE_BYTES = 1_024;
    private static final int BYTES_LOOKED_AT = 1 << 16;

    /// Comparable, so that keys made to have the same hash do not slow the table down.
    private record Key(LoggedSecret label, long first, long second, long third, long fourth)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::label)
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
            return new Key(label, numbers.getLong(), numbers.getLong(), numbers.getLong(), numbers.getLong());
        }
    }

    /// A place in a log that is still written: where the next line begins.
    static final class Place {
        private long bytes;
        private long line = 1;
        private boolean isInLongLine;

        /// How many bytes lie before it.
        long bytes() {
            return bytes;
        }
    }

    private final LinkedHashMap<Key, byte[]> secrets = new LinkedHashMap<>();
    private final List<KeyLogDefect> defects = new ArrayList<>();
    private final KeyLogLine line = new KeyLogLine();
    private long defectCount;

    /// A part of the randoms of sessions whose secrets were asked for in vain; the first bytes of a
    /// random may be the time.
    private final LinkedHashSet<Long> missed = new LinkedHashSet<>();

    private boolean hasLate;

    /// Reads key logs one after the other.
    ///
    /// @throws IOException if one of them cannot be read; a wrong line is only counted
    public static KeyLog read(List<Path> files) throws IOException {
        KeyLog log = new KeyLog();
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(open(file))) {
                log.read(in, file.toString());
            }
        }
        return log;
    }

    /// Opening a pipe would wait until somebody writes to it.
    private static InputStream open(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is a directory, a pipe or a device, not a file");
        }
        return Files.newInputStream(file);
    }

    /// Whether a file is a key log: whether its first line that is no comment is one of a key log.
    public static boolean isKeyLog(Path file) {
        return switch (firstLine(file)) {
            case SECRET, OTHER -> true;
            case BLANK, WRONG -> false;
        };
    }

    /// Whether a file is a key log, or what one is before its first secret: empty, or comments.
    public static boolean mayBecomeKeyLog(Path file) {
        return firstLine(file) != KeyLogLine.Kind.WRONG;
    }

    /// What the first line is that is no comment; blank if there is none.
    private static KeyLogLine.Kind firstLine(Path file) {
        if (!Files.isRegularFile(file)) {
            return KeyLogLine.Kind.WRONG;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(BYTES_LOOKED_AT);
            KeyLogLine first = new KeyLogLine();
            return new String(beginning, StandardCharsets.ISO_8859_1).lines()
                    .limit(BYTES_LOOKED_AT / 2)
                    .map(first::read)
                    .filter(kind -> kind != KeyLogLine.Kind.BLANK)
                    .findFirst()
                    .orElse(KeyLogLine.Kind.BLANK);
        } catch (IOException unreadable) {
            return KeyLogLine.Kind.WRONG;
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
        read(in, source, new Place(), true);
    }

    /// Reads lines.
    ///
    /// @param in stands at the place
    /// @param place is moved behind the last line that has an end
    /// @param restToo whether a last line without an end is one
    void read(InputStream in, String source, Place place, boolean restToo) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE_BYTES];
        int length = place.isInLongLine ? bytes.length + 1 : 0;
        long passed = 0;
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            passed++;
            if (octet == '\n') {
                take(bytes, length, source, place.line);
                place.line++;
                place.bytes += passed;
                passed = 0;
                length = 0;
            } else if (length < bytes.length) {
                bytes[length++] = (byte) octet;
            } else {
                length = bytes.length + 1;
            }
        }
        place.isInLongLine = length > bytes.length;
        if (place.isInLongLine) { // what is thrown away need not be read again
            place.bytes += passed;
        }
        if (restToo) {
            take(bytes, length, source, place.line);
        }
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
            keep(Key.of(label, line.random()), line.secret());
            if (secrets.size() > MOST_SECRETS) {
                secrets.pollFirstEntry();
                defect(source, number, "the limit of secrets is reached");
            }
        }
    }

    private void keep(Key key, byte[] secret) {
        secrets.put(key, secret);
        hasLate |= missed.remove(key.second());
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
        Key key = Key.of(label, random);
        byte[] secret = secrets.get(key);
        if (secret == null && missed.add(key.second()) && missed.size() > MOST_MISSED) {
            missed.removeFirst();
        }
        return secret;
    }

    /// Whether secrets came of sessions that were asked for in vain before. Known once: what is
    /// read from then on has them.
    public boolean takeLate() {
        boolean late = hasLate;
        hasLate = false;
        return late;
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
