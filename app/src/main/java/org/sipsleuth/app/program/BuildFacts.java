package org.sipsleuth.app.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.text.StartCommand;

/// What the program is, for `--version`, the page about it and reports of faults. Reports about
/// captures name the version only.
///
/// @param version as in reports
/// @param commit the short hash, with `+changes` if the sources had others; empty if unknown
/// @param time of the commit, not of the build, so that two builds of it are equal; empty if unknown
/// @param kind whose package it came in, or that it was built from sources
public record BuildFacts(String version, Optional<String> commit, Optional<String> time, String kind) {

    private static final String FILE = "build.properties";
    private static final Pattern COMMIT = Pattern.compile("\\p{XDigit}{7,64}(\\+changes)?");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z.]{0,15}");

    /// Those of the running program.
    public static BuildFacts ofProgram() {
        Properties values = new Properties();
        try (InputStream in = Objects.requireNonNull(BuildFacts.class.getResourceAsStream(FILE), FILE)) {
            values.load(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return of(ProgramVersion.text(), values, System.getProperty(StartCommand.PACKAGE, ""));
    }

    /// Of values as the build wrote them: what it had no value for is left out.
    ///
    /// @param packaged the kind of package; empty without one
    static BuildFacts of(String version, Properties values, String packaged) {
        return new BuildFacts(version, value(values, "commit", COMMIT), value(values, "time", TIME),
                KIND.matcher(packaged).matches() ? "package (%s)".formatted(packaged) : "built from sources");
    }

    private static Optional<String> value(Properties values, String name, Pattern pattern) {
        return Optional.of(values.getProperty(name, "").strip()).filter(value -> pattern.matcher(value).matches());
    }

    /// Version, commit and kind on one line: `0.1.0 (commit 1a2b3c4d5e6f of 2026-11-20T08:00:00Z,
    /// package (deb))`.
    public String line() {
        return "%s (%s)".formatted(version, detail());
    }

    /// Commit and kind: `commit 1a2b3c4d5e6f of 2026-11-20T08:00:00Z, built from sources`.
    public String detail() {
        return commit.map(hash -> "commit " + hash + time.map(" of "::concat).orElse("") + ", ").orElse("") + kind;
    }

    /// The Java that runs it: `Java 25.0.1 (Eclipse Adoptium)`.
    public static String java() {
        return "Java %s (%s)".formatted(System.getProperty("java.version"), System.getProperty("java.vendor"));
    }

    /// The system that it runs on: `Linux 6.1.0 amd64`.
    public static String system() {
        return "%s %s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version"),
                System.getProperty("os.arch"));
    }
}
