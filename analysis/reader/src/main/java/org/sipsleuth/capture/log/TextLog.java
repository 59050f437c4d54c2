package org.sipsleuth.capture.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A text log with its messages as frames, which lie in a temporary file that goes with the program:
/// neither the log nor its messages are in memory.
///
/// @param records a record for each frame ([LogRecord])
/// @param places where each record is, 8 bytes each
/// @param facts what the log states
public record TextLog(MemorySegment records, MemorySegment places, LogFacts facts) {

    /// So much of a file is searched for the first message, and for the first time.
    public static final int SEARCHED_BYTES = 1 << 24;

    private static final long FIRST_BYTES = 1 << 20;

    /// So much of a file must look like text.
    private static final int TEXT_BYTES = 4_096;

    private static final int LINES_BETWEEN_LOOKS = 4_096;

    /// Control characters that logs have: tab, line ends, form feed, escape.
    private static final String CONTROLS = "\t\n\r\f\u001b\b";

    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    /// Whether a file begins as text does, so that it can be a log.
    public static boolean mayBe(MemorySegment bytes) {
        Beginning first = Beginning.of(bytes, LogEncoding.of(bytes));
        return first.zeros() == 0 && first.isText();
    }

    /// Whether a file begins as text does but for zero bytes: text in UTF-16 that does not say so, or
    /// a log that was cut while its program wrote on. It is no log as it is.
    public static boolean hasZeros(MemorySegment bytes) {
        Beginning first = Beginning.of(bytes, LogEncoding.BYTES);
        return first.zeros() > 0 && first.others() * 20L < first.looked() && first.isText();
    }

    /// What a file begins with.
    ///
    /// @param looked how many characters were looked at that are not zero
    /// @param odd control characters that logs do not have
    /// @param others characters beyond ASCII, which are few in the texts of SIP
    private record Beginning(int looked, int zeros, int odd, int others) {

        private static final int ASCII = 0x7f;

        static Beginning of(MemorySegment bytes, LogEncoding encoding) {
            long end = Math.min(TEXT_BYTES, bytes.byteSize());
            int looked = 0;
            int zeros = 0;
            int odd = 0;
            int others = 0;
            for (long i = encoding.markBytes(); i + encoding.unitBytes() <= end; i += encoding.unitBytes()) {
                byte second = encoding.unitBytes() > 1 ? bytes.get(ValueLayout.JAVA_BYTE, i + 1) : 0;
                int unit = encoding.unit(bytes.get(ValueLayout.JAVA_BYTE, i), second);
                zeros += unit == 0 ? 1 : 0;
                looked += unit == 0 ? 0 : 1;
                odd += unit > 0 && unit < ' ' && CONTROLS.indexOf(unit) < 0 ? 1 : 0;
                others += unit > ASCII ? 1 : 0;
            }
            return new Beginning(looked, zeros, odd, others);
        }

        boolean isText() {
            return looked > 0 && odd * 20L < looked;
        }
    }

    /// Whether a file is a log: text, in which a message begins.
    public static boolean isLog(MemorySegment bytes) {
        if (!mayBe(bytes)) {
            return false;
        }
        FirstTime first = new FirstTime();
        LogScan scan = new LogScan(new LogLines(bytes, SEARCHED_BYTES), first);
        while (first.messages == 0) {
            if (!scan.step()) {
                return false;
            }
        }
        return true;
    }

    /// Reads a log.
    ///
    /// @throws IOException if there is no room for its messages
    public static TextLog read(MemorySegment log, RunMonitor monitor) throws IOException {
        FirstTime first = firstTime(log);
        Path file = Files.createTempFile("sipsleuth-", ".log");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
                LogWriter writer = new LogWriter(channel, first.parts, new LogClock(first.parts, first.nanos()))) {
            LogLines lines = new LogLines(log, Long.MAX_VALUE);
            LogScan scan = new LogScan(lines, writer);
            for (long i = 0; scan.step(); i++) {
                if (i % LINES_BETWEEN_LOOKS == 0) {
                    monitor.throwIfCancelled();
                    monitor.progress(new Progress("Reading the log", lines.position(), log.byteSize()));
                }
            }
            long end = writer.finish();
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new TextLog(all.asSlice(0, end), all.asSlice(end), writer.facts());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static FirstTime firstTime(MemorySegment log) {
        FirstTime first = new FirstTime();
        LogScan scan = new LogScan(new LogLines(log, FIRST_BYTES), first);
        while (first.parts != TimeParts.FULL && scan.step()) {
            // up to the first that is whole
        }
        return first;
    }

    /// A reader of its frames.
    public FrameReader frames() {
        return new LogReader(records, facts);
    }

    /// Where a frame begins in the log, in bytes from 0.
    ///
    /// @param frame its number, from 1
    public long offset(int frame) {
        long place = places.get(LONG, (frame - 1L) * Long.BYTES);
        return LogRecord.logByte(records, place);
    }

    /// Finds the first time of a log, and the most that its times state.
    private static final class FirstTime implements LogSink {

        private TimeParts parts = TimeParts.NONE;
        private long stated;
        private int messages;

        @Override
        public void message(LogHead head, long offset, long end, byte[] bytes, long missing) {
            messages++;
            time(head.time());
        }

        @Override
        public void unread(UnreadReason reason, long offset, long end) {
            // has no time
        }

        @Override
        public void time(Optional<LogClock.Stated> time) {
            if (time.isPresent() && time.get().parts().compareTo(parts) > 0) {
                parts = time.get().parts();
                stated = time.get().nanos();
            }
        }

        long nanos() {
            return switch (parts) {
                case NONE -> TimeParts.NONE_NANOS;
                case NO_DATE -> TimeParts.NO_DATE_NANOS + stated;
                case NO_YEAR, FULL -> stated;
            };
        }
    }
}
