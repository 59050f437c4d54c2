package org.sipsleuth.call.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.run.RunMonitor;

/// A file of text, and the character set in which it is written. Immutable.
///
/// A character set that the user names decides, then a byte order mark; else it is UTF-8, or
/// windows-1252 if not all bytes are UTF-8 and they are plausible as windows-1252.
///
/// @param charset in which all of it can be read
/// @param note what the reader should know of that; empty if there is nothing
record TableText(Path file, Charset charset, Optional<String> note) {

    /// The character set of tables of Western Europe that are not UTF-8; ISO 8859-1 is
    /// a part of it.
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int ROOM = 1 << 16;

    /// Finds out the character set; reads the file to its end.
    ///
    /// @param named by the user, if it is
    /// @throws UndecodableTableException if bytes are invalid in the character set
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static TableText of(Path file, Optional<Charset> named, RunMonitor monitor) throws IOException {
        Optional<Charset> stated = named.isPresent() ? named : marked(file);
        TableBytes.of(file).check(stated.isPresent());
        Charset charset = stated.orElse(StandardCharsets.UTF_8);
        long line = undecodable(file, charset, monitor);
        if (line == 0) {
            return new TableText(file, charset, Optional.empty());
        }
        if (stated.isPresent()) {
            throw new UndecodableTableException("line " + line + " is not " + charset.displayName());
        }
        try (InputStream in = open(file)) {
            new WesternText(line).check(in, monitor);
        }
        return new TableText(file, WINDOWS_1252,
                Optional.of("read as windows-1252, as line %d is not UTF-8".formatted(line)));
    }

    private static Optional<Charset> marked(Path file) throws IOException {
        byte[] first;
        try (InputStream in = RegularFile.open(file)) {
            first = in.readNBytes(3);
        }
        if (first.length == 3 && begins(first, 0xEF, 0xBB) && (first[2] & 0xFF) == 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        return begins(first, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE)
                : begins(first, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /// The first line that is no text in a character set, from 1; 0 if all are.
    private static long undecodable(Path file, Charset charset, RunMonitor monitor) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(ROOM);
        CharBuffer chars = CharBuffer.allocate(ROOM);
        LineCount lines = new LineCount();
        try (InputStream in = RegularFile.open(file)) {
            boolean isAtEnd = false;
            while (!isAtEnd) {
                monitor.throwIfCancelled();
                int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
                isAtEnd = count < 0;
                bytes.position(bytes.position() + Math.max(0, count)).flip();
                CoderResult result;
                do {
                    result = decoder.decode(bytes, chars, isAtEnd);
                    lines.add(chars.flip());
                    chars.clear();
                } while (result.isOverflow());
                if (result.isError()) {
                    return lines.current();
                }
                bytes.compact();
            }
        }
        return 0;
    }

    private static InputStream open(Path file) throws IOException {
        return new BufferedInputStream(RegularFile.open(file), ROOM);
    }

    /// Its characters; invalid bytes, in a file that has changed, are U+FFFD.
    Reader reader() throws IOException {
        return new InputStreamReader(RegularFile.open(file), charset);
    }

    /// Counts lines.
    private static final class LineCount {
        private long ended;
        private boolean isAfterReturn;

        void add(CharBuffer text) {
            char[] letters = text.array();
            for (int i = text.position(); i < text.limit(); i++) {
                char letter = letters[i];
                if (letter <= '\r') {
                    ended += letter == '\r' || (letter == '\n' && !isAfterReturn) ? 1 : 0;
                    isAfterReturn = letter == '\r';
                } else {
                    isAfterReturn = false;
                }
            }
        }

        /// The line after those that have ended, from 1.
        long current() {
            return ended + 1;
        }
    }
}
