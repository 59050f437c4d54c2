package org.sipsleuth.app.workbench.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.report.investigation.ReportLanguage;
import org.sipsleuth.view.dialogs.column.ColumnLayout;
import org.sipsleuth.view.dialogs.ladder.LadderOptions;
import org.sipsleuth.view.ui.Memory;

/// What of the settings a case keeps: how the window is laid out, and how it shows and counts. None
/// of it names a file or a person, or was searched for. As text, it is a file of properties in
/// ASCII, sorted by key, without the time: the same settings give the same bytes.
///
/// A case may come from somebody else. Only values that this program could have written are read.
public final class CaseSettings {

    /// Larger files are not read.
    static final int MOST_BYTES = 64 << 10;

    private static final int LONGEST_VALUE = 8_000;
    private static final Predicate<String> FLAG = fits("true|false");
    private static final String HEADER_FIELD = "[A-Za-z0-9.!%*_+`'~-]{1,60}";

    private static final Map<String, Predicate<String>> LAYOUT = Map.ofEntries(
            Map.entry("dialogs.columns", ColumnLayout::isEncoded), Map.entry("dialogs.panes", number(0.05, 0.95)),
            Map.entry("dialogs.panes.detail", number(0.05, 0.95)), Map.entry("dialogs.prediction.open", FLAG),
            Map.entry("dialogs.prediction.width", number(230, 800)), Map.entry("inspector.details", FLAG),
            Map.entry("inspector.open", FLAG), Map.entry("inspector.width", number(100, 1_000)),
            Map.entry("rail.collapsed", FLAG), Map.entry("theme", fits("light|dark")),
            Map.entry("window.scale", number(0.8, 2)));

    private static final Map<String, Predicate<String>> SETTINGS =
            Map.of("files.once", FLAG, "ladder", text -> LadderOptions.of(text).text().equals(text), "legs.confidence",
                    number(0.1, 0.99), "legs.fields", fits(HEADER_FIELD + "(, " + HEADER_FIELD + "){0,31}"),
                    "report.language", text -> ReportLanguage.of(text).isPresent(), "report.sections.out",
                    fits("([a-z-]{1,40}(\n[a-z-]{1,40}){0,30})?"));

    /// The kinds of attachments that settings are kept as.
    public static final List<Attachment.Kind> KINDS = List.of(Attachment.Kind.LAYOUT, Attachment.Kind.SETTINGS);

    private CaseSettings() {}

    private static Predicate<String> fits(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Predicate<String> number(double least, double most) {
        Predicate<String> digits = fits("\\d{1,4}(\\.\\d{1,17})?");
        return text -> {
            if (!digits.test(text)) {
                return false;
            }
            double value = Double.parseDouble(text);
            return value >= least && value <= most;
        };
    }

    private static Map<String, Predicate<String>> keys(Attachment.Kind kind) {
        return switch (kind) {
            case LAYOUT -> LAYOUT;
            case SETTINGS -> SETTINGS;
            case MODEL, TABLE, RATES, OTHER -> Map.of();
        };
    }

    /// The name of the attachment of a kind.
    public static String fileName(Attachment.Kind kind) {
        return kind + ".properties";
    }

    /// The settings of a kind that are remembered.
    public static SortedMap<String, String> of(Attachment.Kind kind, Memory memory) {
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : keys(kind).keySet()) {
            memory.get(key).filter(value -> isValid(kind, key, value)).ifPresent(value -> found.put(key, value));
        }
        return found;
    }

    private static boolean isValid(Attachment.Kind kind, String key, String value) {
        return value.length() <= LONGEST_VALUE
                && Optional.ofNullable(keys(kind).get(key)).filter(check -> check.test(value)).isPresent();
    }

    /// Settings as a file.
    public static byte[] write(Map<String, String> settings) {
        Properties all = new Properties();
        all.putAll(settings);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            all.store(out, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> !line.startsWith("#")) // the time
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// The settings of a kind in a file; what is not known, or has no value that could be, is left
    /// out.
    public static SortedMap<String, String> read(Attachment.Kind kind, byte[] content) {
        if (content.length > MOST_BYTES) {
            return Collections.emptySortedMap();
        }
        Properties all = new Properties();
        try {
            all.load(new ByteArrayInputStream(content));
        } catch (IOException | IllegalArgumentException damaged) {
            return Collections.emptySortedMap();
        }
        SortedMap<String, String> found = new TreeMap<>();
        for (String key : all.stringPropertyNames()) {
            String value = all.getProperty(key);
            if (isValid(kind, key, value)) {
                found.put(key, value);
            }
        }
        return found;
    }
}
