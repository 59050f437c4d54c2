package org.sipsleuth.app.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.fault.FaultReport.Fact;

/// Reports of faults name the program, and nothing that it read.
class FaultReportTest {

    private static final String SECRET = "SECRET";

    private final SeenFaults seen = new SeenFaults();

    private String report() {
        return FaultReport.of(seen, List.of(new Fact("page", "overview"))).text();
    }

    private static final class Hostile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException(SECRET);
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException(SECRET);
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            throw new IllegalStateException(SECRET);
        }

        @Override
        public String toString() {
            throw new IllegalStateException(SECRET);
        }
    }

    @Test
    void messagesOfFaultsCausesAndSuppressedAreLeftOut() throws InterruptedException {
        IOException cause = new NoSuchFileException("/evidence/SECRET.pcap", "SECRET", "SECRET");
        RuntimeException fault = new IllegalStateException("sip:SECRET@192.0.2.1", cause);
        fault.addSuppressed(new IllegalArgumentException("Call-ID SECRET", new Hostile()));
        Thread.ofPlatform().name("reading SECRET.pcap").start(() -> seen.add(Thread.currentThread(), fault)).join();
        String report = report();
        assertFalse(report.contains(SECRET), report);
        assertFalse(report.contains("192.0.2.1"), report);
        assertFalse(report.contains(System.getProperty("user.home")), report);
        for (String named : List.of("java.lang.IllegalStateException\n    at org.sipsleuth.app.fault.FaultReportTest.",
                "suppressed: java.lang.IllegalArgumentException\n", "caused by: java.nio.file.NoSuchFileException\n",
                "caused by: org.sipsleuth.app.fault.FaultReportTest$Hostile\n", "Fault 1, once on another thread\n",
                "FaultReportTest.java:", "page        overview\n", "version     ", "java        Java 25", "memory ",
                "uptime ", "processors  ")) {
            assertTrue(report.contains(named), () -> named + " in " + report);
        }
    }

    @Test
    void namesInTracesThatAreNoneAreMasked() {
        RuntimeException fault = new RuntimeException();
        fault.setStackTrace(new StackTraceElement[]{new StackTraceElement("A b\n", "c@d", "/home/x y", 1)});
        seen.add(Thread.currentThread(), fault);
        assertTrue(report().contains("    at A?b?.c?d (/home/x?y:1)\n"), report());
    }

    @Test
    void aRingOfCausesEnds() {
        RuntimeException first = new RuntimeException();
        first.initCause(new RuntimeException(first));
        assertEquals(2, FaultTrace.of(first).split("java.lang.RuntimeException\n", -1).length - 1);
    }

    @Test
    void deepStacksAndManyCausesAreBounded() {
        RuntimeException fault = new RuntimeException();
        for (int i = 0; i < 1_000; i++) {
            fault = new RuntimeException(fault);
            fault.addSuppressed(new StackOverflowError());
        }
        try {
            dive(0);
        } catch (StackOverflowError deep) {
            fault.addSuppressed(deep);
        }
        long lines = FaultTrace.of(fault).lines().count();
        assertTrue(lines <= 20 * 62, lines + " lines");
    }

    private static int dive(int depth) {
        return dive(depth + 1) + 1;
    }

    @Test
    void equalFaultsAreCountedAndManyKindsAreBounded() {
        for (int i = 0; i < 100_000; i++) {
            seen.add(Thread.currentThread(), new IllegalStateException(Integer.toString(i)));
        }
        assertEquals(1, seen.all().size());
        assertEquals(100_000, seen.all().getFirst().count());
        for (int i = 0; i < 1_000; i++) {
            RuntimeException fault = new RuntimeException();
            fault.setStackTrace(new StackTraceElement[]{new StackTraceElement("A", "b", "A.java", i)});
            seen.add(Thread.currentThread(), fault);
        }
        assertEquals(SeenFaults.MOST, seen.all().size());
        assertTrue(report().contains("faults      101000\n"), report());
        assertTrue(report().contains("Fault 1, 100,000 times on main\n"), report());
        assertTrue(report().length() < 200_000);
    }

    @Test
    void theReportIsTheSameInEveryLanguage() {
        for (int i = 0; i < 2_000; i++) {
            seen.add(Thread.currentThread(), new IllegalStateException());
        }
        Locale before = Locale.getDefault();
        try {
            List<String> counts = Stream.of(Locale.ENGLISH, Locale.forLanguageTag("ar-EG")).map(locale -> {
                Locale.setDefault(locale);
                return report().lines()
                        .filter(line -> !line.startsWith("memory") && !line.startsWith("uptime"))
                        .toList();
            }).map(List::toString).toList();
            assertEquals(counts.getFirst(), counts.getLast());
        } finally {
            Locale.setDefault(before);
        }
    }
}
