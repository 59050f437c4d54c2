package org.sipsleuth.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

/// Cases of tests.
public final class Cases {

    private Cases() {}

    /// A clock that is a second later each time it is asked.
    private static final class Steps extends Clock {

        private Instant next = Instant.parse("2026-11-20T12:00:00Z");

        @Override
        public Instant instant() {
            Instant now = next;
            next = next.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /// An analyst with a clock of seconds.
    public static Author author(String name) {
        return new Author(name, "SipSleuth test", new Steps());
    }

    static CaseFile create(Path file, String who) throws IOException {
        return CaseFile.create(file, "Case 1", OutputRules.NEW_FILES, author(who));
    }

    static CaseFile open(Path file, String who) throws IOException {
        return CaseFile.open(file, author(who));
    }

    static CaseVerification verify(Path file) throws IOException {
        return CaseVerification.of(file, Optional.empty(), List.of(), RunMonitor.NONE);
    }

    static List<LogEntry> log(CaseFile opened) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        opened.store().readLog(entries::add);
        return entries;
    }

    static List<String> kinds(CaseVerification verification) {
        return verification.faults().stream().map(fault -> fault.kind().name()).toList();
    }
}
