package org.sipsleuth.report.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The registry of formats: who adds one adds its class and a line here.
public final class InvestigationFormats {

    /// Text for people, which listings are written in unless the user wants another format.
    public static final InvestigationFormat TEXT = new TextFormat();

    /// In the order of the menu and of all lists.
    public static final List<InvestigationFormat> ALL = List.of(TEXT, new ReportFormat("html"), new ReportFormat("pdf"),
            new JsonFormat(), new JsonLinesFormat(), new CsvFormat(), new EcsFormat(), new StixFormat());

    private InvestigationFormats() {}

    /// Those that are written to files.
    public static Stream<InvestigationFormat> ofFiles() {
        return ALL.stream().filter(format -> !format.ending().isEmpty());
    }

    /// The format that the name of a file selects; empty if it selects none.
    public static Optional<InvestigationFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return selectable().filter(format -> lower.endsWith(format.ending())).findFirst();
    }

    private static Stream<InvestigationFormat> selectable() {
        return ofFiles().filter(format -> format.ending().equals("." + format.word()));
    }

    /// The endings of names that select a format: `.html, .json and .csv`.
    ///
    /// @param conjunction before the last one
    public static String endings(String conjunction) {
        return joined(selectable().map(InvestigationFormat::ending), conjunction);
    }

    /// The words of reports that stand alone: `html and pdf`.
    public static String reports() {
        return joined(ALL.stream().filter(InvestigationFormat::isReport).map(InvestigationFormat::word), "and");
    }

    /// The formats of other programs: `ecs (Elastic Common Schema) and stix (STIX 2.1)`.
    public static String ofOtherPrograms() {
        return joined(ALL.stream()
                .filter(format -> !format.isReport() && format.rows().isEmpty())
                .map(format -> "%s (%s)".formatted(format.word(), format.title())), "and");
    }

    private static String joined(Stream<String> words, String conjunction) {
        List<String> all = words.collect(Collectors.toList());
        String last = all.removeLast();
        return all.isEmpty() ? last : String.join(", ", all) + " " + conjunction + " " + last;
    }
}
