package org.sipsleuth.app.command;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.ReportLanguage;
import org.sipsleuth.report.investigation.ReportLogo;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/// The options of a report that stands alone.
final class ReportOptions {

    /// What to say where they are given and no report is written.
    static final String NEED_A_REPORT =
            "--language, --sections, --case-number, --logo, --generated-at and --case need a"
                    + " report in html or pdf";

    /// The option of [AnalyzeCommand] that names a case.
    static final String CASE = "--case";

    /// A longer case number has no place in the foot of a page.
    static final int LONGEST_CASE_NUMBER = 80;

    /// Options that do not change what is found: those of reports, and how a command talks.
    private static final Set<String> OF_NO_RESULT = Set.of("--output", "--force", "--quiet", "--no-color", "--format",
            "--raw-csv", "--incidents", "--findings", "--fail-on", CASE, "--user", "--search");

    @Option(names = "--language", paramLabel = "LANGUAGE",
            description = "html, pdf: language of the report: en or de (default: en)") private @Nullable String language;

    @Option(names = "--sections", split = ",", paramLabel = "SECTION",
            description = "html, pdf: the sections wanted, separated by commas: decisions, summary,"
                    + " timeline, incidents, findings, not-decoded, methods, verdicts, glossary"
                    + " (default: all)") private @Nullable List<String> sections;

    @Option(names = "--case-number", paramLabel = "NUMBER",
            description = "html, pdf: case number at the head and foot of the report") private @Nullable String caseNumber;

    @Option(names = "--logo", paramLabel = "FILE",
            description = "html, pdf: logo at the head of the report (PNG or JPEG, up to 512 KiB)") private @Nullable String logo;

    @Option(names = "--generated-at", paramLabel = "TIME",
            description = "html, pdf: time that the report states as that of its making, in ISO 8601"
                    + " (default: now)") private @Nullable String generatedAt;

    /// Whether any of them is given.
    boolean areGiven() {
        return Stream.of(language, sections, caseNumber, logo, generatedAt).anyMatch(option -> option != null);
    }

    /// The files that a report reads.
    List<String> inputs() {
        return Optional.ofNullable(logo).stream().toList();
    }

    /// What is wanted; empty if that cannot be, and then the user knows why.
    ///
    /// @param command whose options the report repeats
    /// @param record what analysts recorded
    /// @param standardNumber the case number unless the user names one; may be empty
    Optional<ReportRequest> request(Terminal terminal, CommandSpec command, CaseRecord record, String standardNumber) {
        Optional<ReportLanguage> inLanguage =
                language == null ? Optional.of(ReportLanguage.ENGLISH) : ReportLanguage.of(language);
        if (inLanguage.isEmpty()) {
            terminal.report("--language must be en or de (got " + language + ")");
            return Optional.empty();
        }
        Set<ReportSection> wanted = EnumSet.allOf(ReportSection.class);
        if (sections != null) {
            wanted.clear();
            for (String word : sections) {
                Optional<ReportSection> section = ReportSection.of(word.strip());
                if (section.isEmpty()) {
                    terminal.report("--sections: no such section: " + word + "; available: "
                            + Arrays.stream(ReportSection.values())
                                    .map(ReportSection::word)
                                    .collect(Collectors.joining(", ")));
                    return Optional.empty();
                }
                wanted.add(section.get());
            }
        }
        String number = caseNumber == null ? standardNumber : caseNumber;
        if (number.length() > LONGEST_CASE_NUMBER) {
            terminal.report("--case-number: longer than " + LONGEST_CASE_NUMBER + " characters");
            return Optional.empty();
        }
        try {
            Instant at = generatedAt == null ? Instant.now() : Instant.parse(generatedAt);
            Optional<ReportLogo> picture = logo == null ? Optional.empty() : Optional.of(readLogo(logo));
            return Optional.of(new ReportRequest(new ReportSettings(inLanguage.get(), wanted, number, picture), at,
                    options(command), record, Optional.empty()));
        } catch (DateTimeParseException noTime) {
            terminal.report("--generated-at must be a time as 2026-01-31T12:00:00Z (got " + generatedAt + ")");
        } catch (IOException unusable) {
            terminal.report("--logo " + logo + ": " + unusable.getMessage());
        }
        return Optional.empty();
    }

    private static ReportLogo readLogo(String name) throws IOException {
        Path file = FileName.path(name);
        return ReportLogo.read(file);
    }

    /// The options that changed the result, as they were written, in the order of the command's
    /// help.
    private static List<String> options(CommandSpec command) {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : command.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            boolean isOfReport =
                    option.userObject() instanceof Field field && field.getDeclaringClass() == ReportOptions.class;
            if (isOfReport || OF_NO_RESULT.contains(name)) {
                continue;
            }
            words.add(name);
            boolean isFlag = option.type() == boolean.class || option.type() == Boolean.class;
            if (!isFlag) {
                words.addAll(option.originalStringValues());
            }
        }
        return words;
    }
}
