package org.sipsleuth.app.fault;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The stack trace of a fault: classes, methods and lines, also of causes and suppressed
/// exceptions. Messages are left out, since they can quote what was read.
final class FaultTrace {

    /// Of one throwable; the outermost frames are those of the JDK's threads.
    private static final int MOST_FRAMES = 60;

    /// Causes and suppressed exceptions, all together.
    private static final int MOST_THROWABLES = 20;

    /// What names of classes, methods and source files are made of.
    private static final Pattern NO_NAME = Pattern.compile("[^\\w.$<>/-]");

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FaultTrace() {}

    /// The trace, a line for each frame.
    static String of(Throwable fault) {
        FaultTrace trace = new FaultTrace();
        trace.add("", fault);
        return trace.text.toString();
    }

    private void add(String relation, Throwable fault) {
        if (seen.size() == MOST_THROWABLES || !seen.add(fault)) {
            return;
        }
        text.append(relation).append(name(fault.getClass().getName())).append('\n');
        StackTraceElement[] frames = or(fault::getStackTrace, new StackTraceElement[0]);
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            text.append("    at ").append(line(frames[i])).append('\n');
        }
        if (frames.length > MOST_FRAMES) {
            text.append("    … ").append(frames.length - MOST_FRAMES).append(" more\n");
        }
        for (Throwable suppressed : fault.getSuppressed()) {
            add("suppressed: ", suppressed);
        }
        @Nullable Throwable cause = FaultTrace.<@Nullable Throwable>or(fault::getCause, null);
        if (cause != null) {
            add("caused by: ", cause);
        }
    }

    /// A class can override what it is asked for, and fail once more.
    private static <T extends @Nullable Object> T or(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (RuntimeException again) {
            return otherwise;
        }
    }

    private static String line(StackTraceElement frame) {
        String file = frame.getFileName();
        return "%s.%s (%s:%s)".formatted(name(frame.getClassName()), name(frame.getMethodName()),
                file == null ? "-" : name(file), Integer.toString(frame.getLineNumber()));
    }

    private static String name(String text) {
        return NO_NAME.matcher(text).replaceAll("?");
    }
}
