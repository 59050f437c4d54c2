package org.sipsleuth.app.workbench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the list of recent captures says about times and files.
class RecentTimesTest {

    @TempDir Path directory;

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T00:30:00Z, today 01:30",
        "2026-11-27T23:30:00Z, today 00:30",
        "2026-11-27T22:59:00Z, yesterday 23:59",
        "2026-11-26T12:00:00Z, 26 Nov",
        "2025-12-31T12:00:00Z, 31 Dec 2025"})
    void timesAreThoseOfTheUsersDay(String moment, String words) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-28T08:00:00Z"), ZoneId.of("Europe/Vienna"));
        assertEquals(words, DayTime.of(Instant.parse(moment), clock));
    }

    @Test
    void theSizeIsThatOfAllFilesAndUnknownIfOneIsMissing() throws IOException {
        Path one = Files.write(directory.resolve("one"), new byte[3]);
        Path two = Files.write(directory.resolve("two"), new byte[4]);
        assertEquals(OptionalLong.of(7), FilesOnDisk.of(List.of(one, two)).bytes());
        FilesOnDisk lacking = FilesOnDisk.of(List.of(one, directory.resolve("gone"), two));
        assertEquals(1, lacking.missing());
        assertEquals(OptionalLong.empty(), lacking.bytes());
    }
}
