package org.sipsleuth.capture.log;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The lines of a log, one after the other. Only a stretch of the log is in memory.
final class LogLines {

    /// Longer than any message that programs log on one line.
    static final int LONGEST_LINE_BYTES = 1 << 17;

    private static final int CHUNK_BYTES = 1 << 16;

    private final MemorySegment log;
    private final long size;
    private final LogEncoding encoding;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final MemorySegment chunkSegment = MemorySegment.ofArray(chunk);
    private final Deque<LogLine> returned = new ArrayDeque<>();
    private long chunkFrom;
    private int chunkBytes;
    private long at;

    /// @param size how much of the log is read
    LogLines(MemorySegment log, long size) {
        this.log = log;
        this.size = Math.min(size, log.byteSize());
        encoding = LogEncoding.of(log);
        at = encoding.markBytes();
    }

    /// The next line; null at the end of the log.
    @Nullable
    LogLine next() {
        LogLine again = returned.poll();
        return again != null ? again : at >= size ? null : encoding == LogEncoding.BYTES ? read() : readUnits();
    }

    /// The next line, which stays the next.
    @Nullable
    LogLine peek() {
        LogLine line = next();
        if (line != null) {
            back(line);
        }
        return line;
    }

    /// Makes a line the next one again; the last one first where there are several.
    void back(LogLine line) {
        returned.push(line);
    }

    /// How far the log was read.
    long position() {
        return at;
    }

    private LogLine read() {
        long from = at;
        StringBuilder parts = null;
        while (true) {
            if (at >= chunkFrom + chunkBytes || at < chunkFrom) {
                fill();
            }
            int begin = (int) (at - chunkFrom);
            int end = begin;
            while (end < chunkBytes && chunk[end] != '\n') {
                end++;
            }
            String part = new String(chunk, begin, end - begin, StandardCharsets.ISO_8859_1);
            boolean isEnd = end < chunkBytes || chunkFrom + chunkBytes >= size;
            at = chunkFrom + end + (end < chunkBytes ? 1 : 0);
            if (isEnd && parts == null) {
                return new LogLine(from, part, at, false, 1);
            }
            parts = parts == null ? new StringBuilder() : parts;
            parts.append(part, 0, Math.min(part.length(), LONGEST_LINE_BYTES - parts.length()));
            if (isEnd) {
                boolean isCut = at - from > LONGEST_LINE_BYTES + 1;
                return new LogLine(from, parts.toString(), at, isCut, 1);
            }
        }
    }

    /// The next line of a log whose code units have two bytes, as UTF-8.
    private LogLine readUnits() {
        long from = at;
        StringBuilder line = new StringBuilder();
        boolean isCut = false;
        int unit = 0;
        while (at < size && unit != '\n') {
            if (at + 1 >= chunkFrom + chunkBytes || at < chunkFrom) {
                fill();
            }
            int place = (int) (at - chunkFrom);
            unit = encoding.unit(chunk[place], place + 1 < chunkBytes ? chunk[place + 1] : 0);
            at = Math.min(size, at + encoding.unitBytes());
            isCut |= line.length() >= LONGEST_LINE_BYTES;
            if (unit != '\n' && !isCut) {
                line.append((char) unit);
            }
        }
        String raw = new String(line.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new LogLine(from, raw, at, isCut, encoding.unitBytes());
    }

    private void fill() {
        chunkFrom = at;
        chunkBytes = (int) Math.min(CHUNK_BYTES, size - at);
        MemorySegment.copy(log, chunkFrom, chunkSegment, 0, chunkBytes);
    }
}
