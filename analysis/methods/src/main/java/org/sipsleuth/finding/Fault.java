package org.sipsleuth.finding;

import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;

/// Why a rule or a method gave no answer, with all that a report of the fault needs. It holds
/// nothing of the capture: neither the message of the exception nor a value.
///
/// @param name of the rule or the method: `rules/MalformedMessages`, `flood`
/// @param kinds that the rule recognises; empty for a method as a whole
/// @param exception the class of what was thrown
/// @param place where in the program: `org.sipsleuth.rule.Groups.of (Groups.java:77)`; empty where
///     the JVM kept no stack trace
public record Fault(String name, Set<IncidentKind> kinds, String exception, String place) {

    private static final MethodTexts TEXTS = MethodTexts.beside(Fault.class);
    private static final String PROGRAM = "org.sipsleuth.";

    /// Causes can refer to each other.
    private static final int MOST_CAUSES = 20;

    /// Takes a copy.
    public Fault {
        kinds = Set.copyOf(kinds);
    }

    /// Whether what was thrown is a fault of a rule or a method that costs its own answer only.
    /// That the user cancelled, that memory or the JVM failed, that a capture changed, and that a file
    /// could not be read or written concerns all of them.
    public static boolean isContained(Throwable thrown) {
        return switch (thrown) {
            case CancellationException _,CaptureChangedException _,UncheckedIOException _ -> false;
            case StackOverflowError _ -> true;
            case VirtualMachineError _ -> false;
            default -> true;
        };
    }

    /// The fault of a method as a whole.
    public static Fault of(String method, Throwable thrown) {
        return of(method, Set.of(), thrown);
    }

    /// The fault of a rule.
    ///
    /// @param name with that of its method: `rules/HostScan`
    /// @param kinds that it recognises
    public static Fault of(String name, Collection<IncidentKind> kinds, Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MOST_CAUSES && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return new Fault(name, Set.copyOf(kinds), cause.getClass().getName(), place(cause));
    }

    /// The innermost place in the program, else the innermost one.
    private static String place(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        for (StackTraceElement each : trace) {
            if (each.getClassName().startsWith(PROGRAM)) {
                return place(each);
            }
        }
        return trace.length == 0 ? "" : place(trace[0]);
    }

    private static String place(StackTraceElement its) {
        return "%s.%s (%s:%d)".formatted(its.getClassName(), its.getMethodName(), its.getFileName(),
                its.getLineNumber());
    }

    /// What failed, what that means for the answer, and what to report.
    public Sentence sentence() {
        return TEXTS.sentence("fault", Sentence.name(name), Sentence.name(version()), Sentence.name(exception),
                place.isEmpty() ? Sentence.none() : TEXTS.sentence("fault.place", Sentence.name(place)));
    }

    /// Of the program, according to its jar.
    private static String version() {
        return Optional.ofNullable(Fault.class.getPackage().getImplementationVersion()).orElse("development");
    }

    /// A rationale in the place of one that could not be computed.
    Rationale rationale() {
        return new Rationale.Builder().section(TEXTS.sentence("fault.rationale"))
                .line(Sentence.none(), sentence())
                .build();
    }
}
