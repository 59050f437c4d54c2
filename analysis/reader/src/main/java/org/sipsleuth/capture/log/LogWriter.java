package org.sipsleuth.capture.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.account.UnreadReason;

/// Writes the records of a log, and after them where each of them is.
final class LogWriter implements LogSink, Closeable {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int CHUNK_BYTES = 1 << 16;

    private final FileChannel records;
    private final Path placesFile;
    private final FileChannel places;
    private final ByteBuffer recordBuffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final ByteBuffer placeBuffer = ByteBuffer.allocate(CHUNK_BYTES);
    private final TimeParts parts;
    private final LogClock clock;
    private final Map<LogDialect, Long> dialects = new EnumMap<>(LogDialect.class);
    private long written;
    private long messages;
    private long untimed;
    private long zoned;
    private long withoutAddress;
    private long masked;
    private long cut;

    LogWriter(FileChannel records, TimeParts parts, LogClock clock) throws IOException {
        this.records = records;
        this.parts = parts;
        this.clock = clock;
        this.placesFile = Files.createTempFile("sipsleuth-", ".places");
        this.places = FileChannel.open(placesFile, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public void message(LogHead head, long offset, long end, byte[] bytes, long missing) {
        long nanos = clock.resolve(head.time());
        room(LogRecord.HEADER_BYTES + bytes.length);
        LogRecord.message(recordBuffer, head, nanos, offset, end, bytes.length, missing);
        recordBuffer.put(bytes);
        messages++;
        count(head, missing);
    }

    private void count(LogHead head, long missing) {
        dialects.merge(head.dialect(), 1L, Long::sum);
        untimed += head.time().isEmpty() ? 1 : 0;
        zoned += head.time().filter(LogClock.Stated::hasZone).isPresent() ? 1 : 0;
        boolean isKnown = head.source().isIp() && head.destination().isIp();
        boolean isMasked = head.source().isMasked() || head.destination().isMasked();
        withoutAddress += isKnown ? 0 : 1;
        masked += isMasked ? 1 : 0;
        cut += missing > 0 ? 1 : 0;
    }

    @Override
    public void unread(UnreadReason reason, long offset, long end) {
        room(LogRecord.HEADER_BYTES);
        LogRecord.unread(recordBuffer, reason, clock.resolve(Optional.empty()), offset, end);
    }

    @Override
    public void time(Optional<LogClock.Stated> stated) {
        clock.resolve(stated);
    }

    /// Begins a record.
    private void room(int bytes) {
        if (recordBuffer.remaining() < bytes) {
            write(recordBuffer, records);
        }
        if (!placeBuffer.hasRemaining()) {
            write(placeBuffer, places);
        }
        placeBuffer.putLong(written);
        written += bytes;
    }

    private static void write(ByteBuffer buffer, FileChannel to) {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                to.write(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.clear();
    }

    /// Writes what is left.
    ///
    /// @return where the records end and their places begin
    long finish() throws IOException {
        write(recordBuffer, records);
        write(placeBuffer, places);
        places.position(0);
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        while (places.read(chunk) >= 0) {
            write(chunk, records);
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        places.close();
        Files.deleteIfExists(placesFile);
    }

    /// What the log states.
    LogFacts facts() {
        return new LogFacts(Map.copyOf(dialects), parts, messages, untimed, zoned, withoutAddress, masked, cut);
    }
}
