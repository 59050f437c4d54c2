package org.sipsleuth.app.fault;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The faults of this run of the program that nobody handled, each with its count. Bounded, and for
/// any thread.
public final class SeenFaults {

    /// Of different traces; more are counted only.
    static final int MOST = 20;

    /// Threads that the program, JavaFX or the JDK names; another name could come from anywhere.
    private static final Pattern KNOWN_THREAD =
            Pattern.compile("main|JavaFX Application Thread|QuantumRenderer-\\d+|Prism Font Disposer|settings|sha-256"
                    + "|sipsleuth-[a-z]{1,20}(-\\d+)?|ForkJoinPool(\\.commonPool|-\\d+)-worker-\\d+");

    private final Map<String, SeenFault> byTrace = new LinkedHashMap<>();
    private long total;

    /// Counts a fault.
    ///
    /// @return it, with its count
    public synchronized SeenFault add(Thread thread, Throwable fault) {
        total++;
        String trace = FaultTrace.of(fault);
        SeenFault before = byTrace.get(trace);
        SeenFault now = before == null ? new SeenFault(fault.getClass().getSimpleName(), name(thread), trace, 1)
                : before.again();
        if (before != null || byTrace.size() < MOST) {
            byTrace.put(trace, now);
        }
        return now;
    }

    private static String name(Thread thread) {
        return KNOWN_THREAD.matcher(thread.getName()).matches() ? thread.getName() : "another thread";
    }

    /// Each of different traces, in the order in which they were thrown first.
    public synchronized List<SeenFault> all() {
        return List.copyOf(byTrace.values());
    }

    /// How many faults there were, all together.
    public synchronized long total() {
        return total;
    }
}
