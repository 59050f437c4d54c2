package org.sipsleuth.capture.log;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;

/// Goes through a log and finds the messages in it, whatever program wrote it: a start line of SIP
/// with a header field after it begins one, and the lines before it state its time, addresses and
/// direction.
final class LogScan {

    private final LogLines lines;
    private final LogSink sink;
    private @Nullable LogHead head;
    private @Nullable LogLine announced;
    private @Nullable LogLine otherFrom;
    private long otherTo;
    private Optional<LogClock.Stated> entryTime = Optional.empty();

    LogScan(LogLines lines, LogSink sink) {
        this.lines = lines;
        this.sink = sink;
    }

    /// Reads the next line, with all lines of the message that begins in it.
    ///
    /// @return false at the end of the log
    boolean step() {
        LogLine line = lines.next();
        if (line == null) {
            endAnnounced();
            endOther();
            return false;
        }
        if (line.isCut()) {
            endAnnounced();
            endOther();
            sink.unread(UnreadReason.LOG_LONG_LINE, line.offset(), line.end());
            return true;
        }
        String text = line.text();
        LogLine next = text.contains("SIP/2.0") ? lines.peek() : null;
        Optional<StartLineForm> start = StartLineForm.find(text, next == null ? "" : next.text());
        if (start.isPresent()) {
            message(line, text, start.get());
        } else {
            between(line, text);
        }
        return true;
    }

    private void message(LogLine line, String text, StartLineForm form) {
        endOther();
        LogHead its = head == null ? new LogHead(LogDialect.NONE) : head;
        if (!form.prefix().isBlank()) {
            Optional<LogHead> within = LogHeads.announced(form.prefix());
            its = within.orElse(its);
            its.time(form.prefix());
        }
        if (its.time().isEmpty()) {
            its.time(entryTime);
        }
        MessageLines message = new MessageLines(lines, line, form);
        MessageAssembler made = new MessageAssembler(message, its.bytes());
        if (!its.hasTransport() && !made.transport().isEmpty()) {
            its.transport(made.transport()); // as the message itself states
        }
        long offset = line.offsetOf(line.raw()
                .indexOf(text.substring(form.column(), form.column() + 1),
                        Math.min(form.column(), line.raw().length() - 1)));
        sink.message(its, offset, message.end(), made.bytes(), made.missing());
        head = null;
        announced = null;
        entryTime = Optional.empty();
    }

    private void between(LogLine line, String text) {
        if (text.isBlank()) {
            return;
        }
        Optional<LogHead> read = LogHeads.announced(text);
        if (read.isPresent()) {
            endAnnounced();
            endOther();
            LogHead before = head;
            head = read.get();
            if (before != null && head.time().isEmpty()) {
                head.time(before.time());
            }
            announced = line;
            return;
        }
        if (LogHeads.takeFact(text,
                head == null || LogHeads.beginsRecord(text) ? new LogHead(LogDialect.NONE) : head)) {
            fact(line, text);
            return;
        }
        if (LogHeads.isRule(text)) {
            return;
        }
        boolean isEntry = LinePrefix.isEntry(text);
        if (isEntry) {
            entryTime = LogClock.find(text);
            sink.time(entryTime);
            endAnnounced();
        }
        if (otherFrom == null) {
            otherFrom = line;
        }
        otherTo = line.end();
        if (isEntry) {
            head = null;
        }
    }

    /// A line with a fact begins what is stated of a message, if nothing was yet.
    private void fact(LogLine line, String text) {
        if (head == null || LogHeads.beginsRecord(text)) {
            endAnnounced();
            endOther();
            head = new LogHead(LogDialect.NONE);
            LogHeads.takeFact(text, head);
            announced = LogHeads.beginsRecord(text) ? line : null;
        }
    }

    private void endAnnounced() {
        if (announced != null) {
            sink.unread(UnreadReason.LOG_NO_MESSAGE, announced.offset(), announced.end());
        }
        announced = null;
    }

    private void endOther() {
        if (otherFrom != null) {
            sink.unread(UnreadReason.LOG_OTHER, otherFrom.offset(), otherTo);
        }
        otherFrom = null;
    }
}
