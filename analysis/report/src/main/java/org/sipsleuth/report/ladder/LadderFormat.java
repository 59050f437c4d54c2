package org.sipsleuth.report.ladder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of files that a ladder is written to.
public enum LadderFormat {
    SVG(".svg"), PDF(".pdf"), PNG(".png"), TEXT(".txt");

    private final String ending;

    LadderFormat(String ending) {
        this.ending = ending;
    }

    /// How names of such files end.
    public String ending() {
        return ending;
    }

    /// The format that a file's name ends with.
    public static Optional<LadderFormat> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.endsWith(each.ending)).findFirst();
    }
}
