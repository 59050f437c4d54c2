package org.sipsleuth.transaction.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.fault.Sightings;
import org.sipsleuth.dialog.coverage.Span;

/// The evidence of one fault while it is collected.
final class Collected {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Set<Integer> dialogs = new LinkedHashSet<>();
    private final Set<String> users = new LinkedHashSet<>();
    private final Set<Integer> messages = new LinkedHashSet<>();
    private final List<FrameNumber> frames = new ArrayList<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private long count;
    private Span span = Span.NONE;

    private static <T> void add(java.util.Collection<T> to, T value) {
        if (to.size() < NetworkFault.MOST) {
            to.add(value);
        }
    }

    /// A dialog; none if negative.
    Collected dialog(int dialog) {
        if (dialog >= 0) {
            add(dialogs, dialog);
        }
        return this;
    }

    /// A user; none if empty.
    Collected user(String user) {
        if (!user.isEmpty()) {
            add(users, user);
        }
        return this;
    }

    /// A message; none if negative.
    Collected message(int message) {
        if (message >= 0) {
            add(messages, message);
        }
        return this;
    }

    Collected frame(FrameNumber frame) {
        add(frames, frame);
        return this;
    }

    Collected value(String name, String value) {
        values.put(name, value);
        return this;
    }

    /// It occurred once.
    Collected at(long nanos) {
        count++;
        span = span.join(new Span(nanos, nanos));
        return this;
    }

    /// It occurred as often as that was seen.
    Collected seen(Sightings sightings) {
        count += sightings.count();
        span = span.join(new Span(sightings.firstNanos(), sightings.lastNanos()));
        sightings.frames().forEach(this::frame);
        return this;
    }

    long count() {
        return count;
    }

    long firstNanos() {
        return span.fromNanos();
    }

    long lastNanos() {
        return span.toNanos();
    }

    /// The users, as the object of a sentence.
    String users() {
        return users.isEmpty() ? "an unknown user" : String.join(", ", users);
    }

    /// How often, and how long, as the end of a sentence: `7 times within 31.5 s`, `once`.
    String often() {
        return count == 1 ? "once" : "%,d times within %s".formatted(count, seconds(lastNanos() - firstNanos()));
    }

    static String seconds(long nanos) {
        return "%.1f s".formatted(nanos / NANOS_PER_SECOND);
    }

    NetworkFault fault(FaultKind kind, String text) {
        return new NetworkFault(kind, List.copyOf(dialogs), List.copyOf(users), List.copyOf(messages), frames, values,
                count, span, text);
    }
}
