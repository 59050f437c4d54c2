package org.sipsleuth.capture.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of one message of a log, up to the line that ends it.
final class MessageLines {

    private final LogLines log;
    private final StartLineForm form;
    private final Deque<String> inLine = new ArrayDeque<>();
    private final List<LogLine> taken = new ArrayList<>();
    private final String start;
    private long end;

    /// @param first the line in which the message begins
    MessageLines(LogLines log, LogLine first, StartLineForm form) {
        this.log = log;
        this.form = form;
        this.end = first.end();
        String text = first.text().substring(form.column());
        if (form.escape().isEmpty()) {
            start = text.stripTrailing();
        } else {
            List<String> all = new ArrayList<>(List.of(text.split(java.util.regex.Pattern.quote(form.escape()), -1)));
            start = all.removeFirst();
            inLine.addAll(all);
        }
    }

    /// The start line.
    String start() {
        return start;
    }

    /// The byte of the log after the last line that was taken.
    long end() {
        return end;
    }

    /// The next line; null where the message ends.
    ///
    /// @param isWithinBody whether bytes of a body are expected, which may look like a rule
    @Nullable
    String next(boolean isWithinBody) {
        if (!form.escape().isEmpty()) {
            return inLine.poll();
        }
        LogLine line = log.next();
        if (line == null) {
            return null;
        }
        String whole = line.text();
        String text = form.body(whole);
        if (line.isCut() || isEnd(whole, text, isWithinBody)) {
            log.back(line);
            return null;
        }
        taken.add(line);
        end = line.end();
        return text;
    }

    private boolean isEnd(String whole, String text, boolean isWithinBody) {
        boolean isStripped = text.length() < whole.length();
        boolean isEntry = LinePrefix.isEntry(isStripped ? text : whole);
        boolean isRule = !isWithinBody && LogHeads.isEnd(text);
        return isEntry || isRule || isStart(text) || LogHeads.announced(text).isPresent();
    }

    /// Whether another message begins: a start line with Via after it, since bodies may hold the
    /// beginning of a message.
    private boolean isStart(String text) {
        LogLine after = text.contains("SIP/2.0") && StartLineForm.find(text, "Via:").isPresent() ? log.peek() : null;
        if (after == null) {
            return false;
        }
        String next = form.body(after.text());
        return next.regionMatches(true, 0, "via", 0, 3) || next.startsWith("v:") || next.startsWith("v ");
    }

    /// Gives the last lines back, which do not belong to the message.
    void back(int lines) {
        for (int i = 0; i < lines && !taken.isEmpty(); i++) {
            LogLine last = taken.removeLast();
            end = last.offset();
            log.back(last);
        }
    }
}
