package org.sipsleuth.simulate.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.text.SpreadsheetText;

/// A file of call records that is written as a stream: CSV (RFC 4180), a row per call, in the order
/// in which calls end.
public final class RecordFile implements Closeable {

    /// The columns, as the first row names them. Times are seconds: `start` since the epoch,
    /// `setup` from the INVITE to its final response, `duration` from the answer to the end.
    public static final List<String> COLUMNS = List.of("call_id", "caller", "callee", "start", "setup", "duration",
            "status", "ended_by", "caller_messages", "callee_messages");

    private static final String ENDING = ".csv";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final MessageDigest digest = sha256();
    private final OutputStream out;
    private final StringBuilder row = new StringBuilder();
    private long bytes;
    private long records;

    /// Begins a file.
    public RecordFile(OutputStream file) {
        out = new BufferedOutputStream(new DigestOutputStream(file, digest), BUFFER_BYTES);
        row.append(String.join(",", COLUMNS));
        endRow();
    }

    /// Whether a file of this name is one of call records.
    public static boolean isNamed(Path path) {
        return String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds a row.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    void append(CallRecord call) {
        text(call.callId);
        row.append(',');
        text(call.caller);
        row.append(',');
        text(call.callee);
        row.append(',');
        seconds(call.startNanos);
        row.append(',');
        seconds(call.setupNanos());
        row.append(',');
        seconds(call.talkNanos());
        row.append(',').append(call.status() == 0 ? "" : Integer.toString(call.status()));
        row.append(',').append(call.endedBy());
        row.append(',').append(call.callerMessages());
        row.append(',').append(call.calleeMessages());
        endRow();
        records++;
    }

    private void text(String cell) {
        String safe = SpreadsheetText.of(cell);
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        if (quoted) {
            row.append('"').append(safe.replace("\"", "\"\"")).append('"');
        } else {
            row.append(safe);
        }
    }

    private void seconds(long nanos) {
        String fraction = Long.toString(NANOS_PER_SECOND + nanos % NANOS_PER_SECOND);
        row.append(nanos / NANOS_PER_SECOND).append('.').append(fraction, 1, fraction.length());
    }

    private void endRow() {
        byte[] line = row.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        row.setLength(0);
        bytes += line.length;
        try {
            out.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes all that was added. Nothing can be added any more.
    ///
    /// @return the SHA-256 of the file, in lower-case hexadecimal
    public String finish() throws IOException {
        out.flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// How long the file is.
    public long bytes() {
        return bytes;
    }

    /// How many records there are.
    public long records() {
        return records;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
